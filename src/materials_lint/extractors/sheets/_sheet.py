"""One worksheet: cells, links, comments, drawings, what is printed above and below."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from lxml import etree

from materials_lint.containers.drawing import alt_texts, graphic_parts, link_blocks, link_targets, paragraph_text, read_graphic
from materials_lint.containers.harvest import Harvest
from materials_lint.containers.names import attribute, child, children, every, local, name, text_of, whole
from materials_lint.containers.opc import Opc
from materials_lint.containers.pieces import Place
from materials_lint.extractors.sheets._cells import Cell, SharedStrings, areas, inside, link_target, literals, rich_text, rows
from materials_lint.extractors.sheets._formats import Formats
from materials_lint.model.document import Concealment, Origin, Part

_HEADS = {"s:oddHeader": "", "s:evenHeader": "even pages", "s:firstHeader": "first page"}
_FEET = {"s:oddFooter": "", "s:evenFooter": "even pages", "s:firstFooter": "first page"}
_CODES = re.compile(r'&(?:"[^"]*"|K[0-9A-Fa-f]{6}|K\d\d[+-]\d{3}|\d{1,3}|[A-Za-z])')
_DIGITS = 6
_ROW_CONTEXT = 400


@dataclass(frozen=True, slots=True)
class Book:
    """What all sheets of a workbook share; `people` are the authors of threaded comments by their ids."""

    shared: SharedStrings
    formats: Formats
    people: Mapping[str, str]


class Sheet:
    """Adds the text of one sheet."""

    def __init__(self, opc: Opc, part: str, out: Harvest, book: Book) -> None:
        self._opc, self._part, self._out, self._book = opc, part, out, book
        self._cell_texts: dict[str, str] = {}

    def read(self, root: etree._Element, place: Place) -> None:
        """Add all text of the sheet whose part is `root`."""
        self._margins(root, _HEADS, replace(place, part=Part.HEADER, origin=Origin.HEADER))
        # A table's style or a condition may colour the cells: there nothing is called hidden for its colour.
        tables = (self._opc.xml(part) for part in self._opc.related(self._part, "table"))
        coloured = [t.get("ref") or "" for t in tables if t is not None] + [c.get("sqref") or "" for c in every(root, "s:conditionalFormatting")]
        shaded = areas(coloured)
        for row in rows(root, self._book.shared):
            if self._out.full:
                return
            said = [cell.text.strip() for cell in row if cell.text.strip()]
            context = " | ".join(said)[:_ROW_CONTEXT] if len(said) > 1 else ""
            for cell in row:
                self._cell(cell, replace(place, context=context, label=cell.reference), shaded)
        self._links(root, place)
        self._prompts(root, place)
        self._margins(root, _FEET, replace(place, part=Part.FOOTER, origin=Origin.FOOTER))
        for part in self._opc.related(self._part, "drawing", "vmlDrawing", "legacyDrawing"):
            self._drawing(part, place)
        self._comments(place)

    def _cell(self, cell: Cell, place: Place, shaded: list[tuple[int, int, int, int]]) -> None:
        concealment = place.concealment or (Concealment.HIDDEN_FORMAT if cell.hidden else self._book.formats.concealment(cell.style))
        if concealment is Concealment.SAME_COLOUR and inside(cell.reference, shaded):
            concealment = None
        self._cell_texts[cell.reference] = cell.text
        # Bare numbers say nothing, but a telephone number is one too.
        if any(c.isalpha() for c in cell.text) or sum(c.isdigit() for c in cell.text) >= _DIGITS or (cell.text.strip() and not cell.text.strip()[0].isdigit()):
            self._out.add(place.block(cell.text, concealment=concealment, size=self._book.formats.size(cell.style)))
        target = link_target(cell.formula)
        if target and not target.startswith("#"):
            self._out.add(place.block(target, origin=Origin.LINK_TARGET, label=cell.text, concealment=None))
        for literal in literals(cell.formula):
            if ("@" in literal or "://" in literal) and literal not in target and literal not in cell.text:
                self._out.add(place.block(literal, label=f"formula of {cell.reference}", concealment=Concealment.HIDDEN_FORMAT))

    def _links(self, root: etree._Element, place: Place) -> None:
        relationships = self._opc.relationships(self._part)
        for link in every(root, "s:hyperlink"):
            rel = relationships.get(attribute(link, "r:id"))
            words = self._cell_texts.get((link.get("ref") or "").partition(":")[0], "") or link.get("display") or ""
            target = rel.target if rel is not None and rel.external else ""
            if target and link.get("location"):
                target = f"{target}#{link.get('location')}"
            for block in link_blocks(target, link.get("tooltip") or "", place.block("", label=words, concealment=None)):
                self._out.add(block)

    def _prompts(self, root: etree._Element, place: Place) -> None:
        for rule in every(root, "s:dataValidation"):
            said = [rule.get(key) or "" for key in ("promptTitle", "prompt", "errorTitle", "error")]
            said += [text for formula in children(rule, "s:formula1", "s:formula2") for text in literals(text_of(formula))]
            for text in said:
                self._out.add(place.block(text, origin=Origin.FORM_FIELD, part=Part.FORM, label=rule.get("sqref") or ""))

    def _margins(self, root: etree._Element, kinds: Mapping[str, str], place: Place) -> None:
        for element in every(root, *kinds):
            for section in re.split(r"&[LCR](?![a-z])", text_of(element)):
                text = _CODES.sub("", section.replace("&&", "\0")).replace("\0", "&").strip()
                self._out.add(place.block(text, label=kinds[name(element)]))

    def _drawing(self, part: str, place: Place) -> None:
        root = self._opc.xml(part)
        graphics: set[str] = set()
        for element in root.iter() if root is not None else ():
            kind = name(element)
            if kind == "a:p":
                self._out.add(place.block(paragraph_text(element)))
            elif kind == "xdr:cNvPr":
                self._described(element, part, place)
            elif kind in {"c:chart", "cx:chart", "dgm:relIds"}:
                for graphic in graphic_parts(element, self._opc, part):
                    read_graphic(graphic, self._opc, self._out, place.block(""), graphics)
            elif kind == "v:textpath":
                self._out.add(place.block(element.get("string") or ""))
            elif kind == "v:textbox":
                self._out.add(place.block(text_of(element).strip()))

    def _described(self, element: etree._Element, part: str, place: Place) -> None:
        for block in alt_texts(element, place.block("", concealment=None)):
            self._out.add(block)
        for target, tooltip in link_targets(element, self._opc, part):
            for block in link_blocks(target, tooltip, place.block("", label=element.get("name") or "", concealment=None)):
                self._out.add(block)

    def _comments(self, place: Place) -> None:
        place = replace(place, part=Part.COMMENT, origin=Origin.COMMENT, concealment=None)
        for part in self._opc.related(self._part, "comments"):
            root = self._opc.xml(part)
            authors = [text_of(a) for a in children(child(root, "s:authors"), "s:author")]
            for comment in every(root, "s:comment"):
                index = whole(comment.get("authorId"))
                author = authors[index] if 0 <= index < len(authors) else ""
                # A threaded comment leaves a note for older programs here; its own text comes below.
                if not author.startswith("tc={"):
                    context = self._cell_texts.get(comment.get("ref") or "", "")
                    self._out.add(place.block(rich_text(child(comment, "s:text")), label=author, context=context))
        for part in self._opc.related(self._part, "threadedComment"):
            root = self._opc.xml(part)
            for comment in root.iter() if root is not None else ():
                if local(comment) == "threadedComment":
                    words = "".join(text_of(t) for t in comment if local(t) == "text")
                    self._out.add(place.block(words, label=self._book.people.get(comment.get("personId") or "", "")))
