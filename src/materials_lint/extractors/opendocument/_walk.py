"""The walk through OpenDocument's content (OpenDocument 1.3 part 3, chapters 5 to 10)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from lxml import etree

from materials_lint.containers.harvest import Harvest
from materials_lint.containers.names import attribute, child, children, every, name, text_of, whole
from materials_lint.containers.office_colours import UNKNOWN
from materials_lint.containers.pieces import Link, Paragraph, Piece, Place
from materials_lint.extractors.opendocument._styles import Look, Styles, points
from materials_lint.model.document import Concealment, Origin, Part
from materials_lint.model.geometry import Box

_SKIPPED = {
    "",
    "office:automatic-styles",
    "office:styles",
    "office:font-face-decls",
    "office:scripts",
    "office:settings",
    "text:sequence-decls",
    "office:binary-data",
    "math",
}
_CHARACTERS = {"text:tab": "\t", "text:line-break": "\n", "text:soft-page-break": ""}
_SHAPES = (
    "draw:frame",
    "draw:custom-shape",
    "draw:rect",
    "draw:ellipse",
    "draw:circle",
    "draw:line",
    "draw:connector",
    "draw:path",
    "draw:polygon",
    "draw:caption",
    "draw:control",
)
_NOT_TEXT = {"text:note-citation", "office:annotation-end", "text:bookmark", "text:bookmark-start", "text:bookmark-end", "text:reference-mark"}
_ROW_CONTEXT = 400
_MOST_SPACES = 1000
_MOST_COLUMNS = 20_000


class Walk:
    """Adds the text of one part. `page_box` is the slide in points, where there are slides."""

    def __init__(self, styles: Styles, out: Harvest, page_box: Box | None = None) -> None:
        self._styles, self._out, self._page_box = styles, out, page_box
        self._changes: dict[str, tuple[str, str]] = {}
        self._open: dict[str, tuple[str, str]] = {}
        self._cell_look: Look | None = None
        self._paragraph, self._place, self._ground = Paragraph(), Place(), UNKNOWN
        self._later: list[tuple[etree._Element, Place]] = []
        self._inline_kinds: dict[str, Callable[[etree._Element, Look], None]] = {
            "text:a": self._link,
            "draw:a": self._link,
            "text:span": self._span,
            "text:s": self._spaces,
            "text:note": self._note,
            "office:annotation": self._comment,
            "text:hidden-text": self._hidden_text,
            "text:hidden-paragraph": self._hidden_paragraph,
            "text:conditional-text": self._conditional,
            "text:change-start": self._change_start,
            "text:change-end": self._change_end,
        }

    def blocks(self, parent: etree._Element, place: Place) -> None:
        """Add what stands in a body, section, cell, text box, note, header or footer."""
        for element in parent:
            kind = name(element)
            if self._out.full:
                return
            if kind in {"text:p", "text:h"}:
                self.paragraph(element, place)
            elif kind in _SKIPPED:
                continue
            elif kind == "text:tracked-changes":
                self._tracked(element, place)
            elif kind == "office:annotation":
                self._annotate(element, place)
            elif kind in {"text:change-start", "text:change-end"}:
                self._inline_kinds[kind](element, Look())
            elif kind == "table:table":
                self._table(element, place)
            elif kind in {"svg:title", "svg:desc"}:
                self._out.add(place.block(text_of(element), origin=Origin.ALT_TEXT, concealment=None))
            else:
                self._noted(element, kind, place)
                self.blocks(element, self._inside(element, kind, place))

    def sheet(self, table: etree._Element, place: Place) -> None:
        """Add one sheet."""
        self._table(table, place)

    def loose(self, element: etree._Element, place: Place) -> None:
        """Add an element that stands by itself, with what its attributes say."""
        if name(element) in {"text:p", "text:h"}:
            self.paragraph(element, place)
        elif name(element) not in _SKIPPED:
            if name(element).endswith("-decl"):
                self._out.add(place.block(text_of(element)))
            self._anchored(element, place)

    def _inside(self, element: etree._Element, kind: str, place: Place) -> Place:
        if kind == "text:section" and (attribute(element, "text:display") == "none" or attribute(element, "text:is-hidden") == "true"):
            return replace(place, concealment=place.concealment or Concealment.HIDDEN_FORMAT)
        if kind in _SHAPES:
            return self._shape(element, place)
        if kind == "presentation:notes":
            return replace(place, part=Part.NOTE, origin=Origin.NOTE, label="speaker notes", box=None, ground=UNKNOWN)
        return place

    def _shape(self, element: etree._Element, place: Place) -> Place:
        look = self._styles.look("graphic", attribute(element, "draw:style-name"))
        presented = self._styles.look("presentation", attribute(element, "presentation:style-name"))
        # Where nothing is said, other shapes may lie behind.
        ground = look.ground or presented.ground or UNKNOWN
        box = box_of(element)
        place = replace(place, ground=ground, box=box or place.box, label=attribute(element, "draw:name") or place.label)
        if box is not None and self._page_box is not None and (box.x1 <= 0 or box.y1 <= 0 or box.x0 >= self._page_box.x1 or box.y0 >= self._page_box.y1):
            place = replace(place, concealment=place.concealment or Concealment.OFF_PAGE)
        return place

    def _noted(self, element: etree._Element, kind: str, place: Place) -> None:
        """Add what this element says in its attributes: targets outside the file, labels of form fields."""
        target = attribute(element, "xlink:href")
        if target and (":" in target.split("/")[0]) and not target.startswith("vnd.sun.star.script"):
            words = " ".join(text_of(element).split())[:200]
            self._out.add(place.block(target, origin=Origin.LINK_TARGET, label=words or kind, concealment=None))
        if kind.startswith("form:"):
            for key in ("form:label", "form:value", "form:current-value", "form:title", "form:href"):
                origin = Origin.LINK_TARGET if key == "form:href" else Origin.FORM_FIELD
                self._out.add(place.block(attribute(element, key), origin=origin, part=Part.FORM, label=attribute(element, "form:name")))

    def _tracked(self, changes: etree._Element, place: Place) -> None:
        for region in children(changes, "text:changed-region"):
            key = attribute(region, "text:id") or attribute(region, "xml:id")
            for change in region:
                kind = {"text:insertion": "inserted", "text:deletion": "deleted"}.get(name(change), "")
                author = "".join(text_of(a) for a in every(change, "dc:creator"))
                if author:
                    self._out.property("revisions", "author", author)
                self._changes[key] = (kind, author)
                if kind == "deleted":
                    self.blocks(change, replace(place, change="deleted", author=author))

    def _annotate(self, element: etree._Element, place: Place) -> None:
        author = text_of(child(element, "dc:creator"))
        if author:
            self._out.property("comments", "author", author)
        inside = replace(place, part=Part.COMMENT, origin=Origin.COMMENT, label=author, concealment=None, ground=UNKNOWN)
        saved, self._open = self._open, {}
        self.blocks(element, inside)
        self._open = saved

    def _table(self, table: etree._Element, place: Place) -> None:
        if self._styles.look("table", attribute(table, "table:style-name")).gone:
            place = replace(place, concealment=place.concealment or Concealment.HIDDEN_SHEET)
        hidden: set[int] = set()
        column = 0
        for item in every(table, "table:table-column"):
            count = min(whole(attribute(item, "table:number-columns-repeated"), 1), _MOST_COLUMNS - column)
            if attribute(item, "table:visibility") in {"collapse", "filter"}:
                hidden.update(range(column, column + count))
            column += count
        self._rows(table, place, hidden)

    def _rows(self, parent: etree._Element, place: Place, hidden: set[int]) -> None:
        for row in parent:
            kind = name(row)
            if kind == "table:table-row":
                self._cells(row, place, hidden)
            elif kind in {"table:table-rows", "table:table-row-group", "table:table-header-rows"}:
                self._rows(row, place, hidden)
            elif kind in {"table:shapes", "office:forms", "office:event-listeners", "office:annotation", "table:title", "table:desc", "table:table-source"}:
                self._noted(row, kind, place)
                self.blocks(row, replace(place, ground=UNKNOWN))

    def _cells(self, row: etree._Element, place: Place, hidden: set[int]) -> None:
        if attribute(row, "table:visibility") in {"collapse", "filter"}:
            place = replace(place, concealment=place.concealment or Concealment.HIDDEN_FORMAT)
        cells = list(children(row, "table:table-cell", "table:covered-table-cell"))
        words = [text for cell in cells if (text := " ".join(text_of(p) for p in children(cell, "text:p")).strip())]
        context = " | ".join(words)[:_ROW_CONTEXT] if len(words) > 1 else ""
        column = 0
        for cell in cells:
            look = self._styles.look("table-cell", attribute(cell, "table:style-name"))
            inside = replace(place, context=context, in_table=True, ground=look.ground or place.ground)
            if column in hidden:
                inside = replace(inside, concealment=inside.concealment or Concealment.HIDDEN_FORMAT)
            column += whole(attribute(cell, "table:number-columns-repeated"), 1)
            self._cell_look = look
            self._formula(attribute(cell, "table:formula"), inside)
            self.blocks(cell, inside)
        self._cell_look = None

    def _formula(self, formula: str, place: Place) -> None:
        if "HYPERLINK" in formula.upper():
            target = "".join(formula[:4000].split('"')[1:2])
            self._out.add(place.block(target, origin=Origin.LINK_TARGET, concealment=None))

    def paragraph(self, element: etree._Element, place: Place) -> None:
        """Add one paragraph and what is anchored in it."""
        self._paragraph, self._place, self._later = Paragraph(), place, []
        look = self._styles.look("paragraph", attribute(element, "text:style-name"))
        if self._cell_look is not None and look.colour is None:
            look = replace(look, colour=self._cell_look.colour, size=look.size or self._cell_look.size)
        self._ground = look.ground or place.ground
        self._inline(element, look)
        paragraph, later = self._paragraph, self._later
        for block in paragraph.blocks(place):
            self._out.add(block)
        for anchored, where in later:
            context = paragraph.shown.strip() or place.context
            if name(anchored) == "office:annotation":
                self._annotate(anchored, replace(where, context=context))
            elif name(anchored) in {"text:note-body", "text:ruby-text"}:
                self.blocks(anchored, where)
            elif name(anchored) in {"text:p", "text:h"}:
                self.paragraph(anchored, where)
            else:
                self._anchored(anchored, replace(where, context=context))

    def _anchored(self, element: etree._Element, place: Place) -> None:
        kind = name(element)
        self._noted(element, kind, place)
        self.blocks(element, self._inside(element, kind, place))

    def _inline(self, parent: etree._Element, look: Look) -> None:
        self._say(parent.text, look)
        for element in parent:
            kind = name(element)
            if kind in self._inline_kinds:
                self._inline_kinds[kind](element, look)
            elif kind in _CHARACTERS:
                self._say(_CHARACTERS[kind], look, keep=True)
            elif kind.startswith("draw:") or kind == "office:forms":
                self._later.append((element, replace(self._place, change="", author="")))
            elif kind in {"text:p", "text:h"}:
                self._later.append((element, self._place))
            elif kind not in _NOT_TEXT and kind:
                self._inline(element, look)
            self._say(element.tail, look)

    def _say(self, text: str | None, look: Look, *, keep: bool = False) -> None:
        if not text:
            return
        if not keep:
            text = _collapsed(text)
        change, author = next(iter(self._open.values()), (self._place.change, self._place.author))
        hidden = self._place.concealment or look.concealment(self._ground)
        self._paragraph.pieces.append(Piece(text, hidden, change, author, look.size))

    def _span(self, element: etree._Element, look: Look) -> None:
        self._inline(element, self._styles.over(look, attribute(element, "text:style-name")))

    def _link(self, element: etree._Element, look: Look) -> None:
        start = len(self._paragraph.pieces)
        self._inline(element, look)
        target = attribute(element, "xlink:href")
        if target and not target.startswith("#"):
            self._paragraph.links.append(Link(target, self._paragraph.words_since(start), attribute(element, "office:title")))

    def _spaces(self, element: etree._Element, look: Look) -> None:
        self._say(" " * min(whole(attribute(element, "text:c"), 1), _MOST_SPACES), look, keep=True)

    def _note(self, element: etree._Element, _look: Look) -> None:
        for body in children(element, "text:note-body"):
            note = Place(Part.NOTE, Origin.NOTE, self._place.ground, self._place.page, label=attribute(element, "text:note-class"))
            self._later.append((body, note))

    def _comment(self, element: etree._Element, _look: Look) -> None:
        self._later.append((element, self._place))

    def _hidden_text(self, element: etree._Element, look: Look) -> None:
        shown = attribute(element, "text:is-hidden") == "false"
        words = attribute(element, "text:string-value") or text_of(element)
        self._say(words, look if shown else replace(look, hidden=True))

    def _hidden_paragraph(self, element: etree._Element, look: Look) -> None:
        if attribute(element, "text:is-hidden") == "true":
            self._place = replace(self._place, concealment=Concealment.HIDDEN_FORMAT)
            self._paragraph.pieces = [replace(piece, concealment=Concealment.HIDDEN_FORMAT) for piece in self._paragraph.pieces]
        self._inline(element, look)

    def _conditional(self, element: etree._Element, look: Look) -> None:
        shown = text_of(element)
        self._say(shown, look)
        for key in ("text:string-value-if-true", "text:string-value-if-false"):
            if attribute(element, key).strip() != shown.strip():
                self._paragraph.extras.append(self._place.block(attribute(element, key), concealment=Concealment.HIDDEN_FORMAT))

    def _change_start(self, element: etree._Element, _look: Look) -> None:
        key = attribute(element, "text:change-id")
        if self._changes.get(key, ("", ""))[0]:
            self._open[key] = self._changes[key]

    def _change_end(self, element: etree._Element, _look: Look) -> None:
        self._open.pop(attribute(element, "text:change-id"), None)


def box_of(element: etree._Element) -> Box | None:
    """Return a shape's box in points, None where its place is not said."""
    found = [points(attribute(element, key)) for key in ("svg:x", "svg:y", "svg:width", "svg:height")]
    x, y, width, height = found
    if x is None or y is None or width is None or height is None:
        return None
    return Box(x, y, x + width, y + height)


def _collapsed(text: str) -> str:
    """White space counts as one blank (OpenDocument 1.3 part 3, 6.1.2)."""
    if not any(c in text for c in "\n\t\r") and "  " not in text:
        return text
    inner = " ".join(text.split())
    return (" " if text[0].isspace() else "") + inner + (" " if text[-1].isspace() and inner else "")
