"""The walk through the shapes of one slide, layout, master or notes page (ECMA-376 part 1, 19.3)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from lxml import etree

from materials_lint.containers.drawing import alt_texts, graphic_parts, has_words, link_blocks, link_targets, read_graphic, runs
from materials_lint.containers.harvest import Harvest
from materials_lint.containers.names import attribute, child, children, every, name, text_of, whole
from materials_lint.containers.office_colours import UNKNOWN, Colour
from materials_lint.containers.opc import Opc
from materials_lint.containers.pieces import Link, Paragraph, Piece, Place
from materials_lint.extractors.slides import _paint
from materials_lint.extractors.slides._frames import Frame, covers, overlap, transform_of
from materials_lint.extractors.slides._paint import Canvas
from materials_lint.model.document import Concealment, Origin, Part, TextBlock
from materials_lint.model.geometry import Box

_SHAPES = {"p:sp", "p:pic", "p:cxnSp", "p:graphicFrame", "p:contentPart"}
_ROW_CONTEXT = 400
_MOST_COVERED = 2000
Inherit = Callable[[etree._Element], Box | None]


class Walk:
    """Adds the text of one part's shapes in the order they are painted, which is the order they are read aloud in."""

    def __init__(self, opc: Opc, part: str, out: Harvest, canvas: Canvas, inherit: Inherit = lambda _shape: None) -> None:
        self._opc = opc
        self._part = part
        self._out = out
        self._canvas = canvas
        self._inherit = inherit
        self._graphics: set[str] = set()
        self._animated = False
        self._painted_text: list[tuple[int, int, Box]] = []
        self.picture_boxes: dict[str, Box] = {}

    def shapes(self, tree: etree._Element, place: Place, frame: Frame) -> None:
        """Add all shapes below a `p:spTree` or `p:grpSp`."""
        if name(tree) == "p:spTree":
            root = tree.getroottree().getroot()
            self._animated = any(True for _ in every(root, "p:timing"))
        for shape in tree:
            kind = name(shape)
            if self._out.full:
                return
            if kind == "p:grpSp":
                inner = self._hidden(child(shape, "p:nvGrpSpPr", "p:cNvPr"), place)
                self._described(child(shape, "p:nvGrpSpPr", "p:cNvPr"), replace(inner, box=frame.box(transform_of(shape))))
                self.shapes(shape, inner, frame.inside(transform_of(shape)))
            elif kind == "mc:AlternateContent":
                self.shapes(_branch(shape), place, frame)
            elif kind in _SHAPES:
                self._shape(shape, kind, place, frame)

    def _shape(self, shape: etree._Element, kind: str, place: Place, frame: Frame) -> None:
        box = frame.box(transform_of(shape)) or self._inherit(shape)
        place = replace(place, box=box)
        if box is not None and self._canvas.page is not None and not overlap(box, self._canvas.page):
            place = replace(place, concealment=place.concealment or Concealment.OFF_PAGE)
        own = next((c for c in shape if name(c).startswith("p:nv")), None)
        properties = child(own, "p:cNvPr")
        place = _of_placeholder(child(own, "p:nvPr", "p:ph"), self._hidden(properties, place))
        self._described(properties, place)
        colour = _paint.shape_fill(shape, self._canvas.theme) if kind == "p:sp" else UNKNOWN if kind in {"p:pic", "p:graphicFrame"} else None
        grounds = [colour] if colour is not None else self._canvas.behind(box)
        if box is not None and colour not in {None, UNKNOWN}:
            self._cover(box)
        before = len(self._out.blocks)
        self._text(shape, kind, place, grounds)
        if box is not None and len(self._painted_text) < _MOST_COVERED:
            self._painted_text.append((before, len(self._out.blocks), box))
        if kind == "p:pic" and box is not None:
            self._note_picture(shape, box)
        if colour is not None and box is not None:
            self._canvas.painted.append((box, colour))

    def _cover(self, box: Box) -> None:
        """Tell the text that this opaque shape is painted over; where shapes move, it may be uncovered again."""
        if self._animated:
            return
        for start, end, below in self._painted_text:
            if covers(box, below):
                self._out.blocks[start:end] = [_covered(block) for block in self._out.blocks[start:end]]

    def _text(self, shape: etree._Element, kind: str, place: Place, grounds: list[Colour]) -> None:
        if kind == "p:graphicFrame":
            for table in every(shape, "a:tbl"):
                self._table(table, place)
            for part in graphic_parts(shape, self._opc, self._part):
                read_graphic(part, self._opc, self._out, place.block(""), self._graphics)
            return
        for body in children(shape, "p:txBody"):
            self.body(body, place, grounds)

    @staticmethod
    def _hidden(properties: etree._Element | None, place: Place) -> Place:
        if properties is not None and properties.get("hidden") in {"1", "true"}:
            return replace(place, concealment=place.concealment or Concealment.HIDDEN_FORMAT)
        return place

    def _described(self, properties: etree._Element | None, place: Place) -> None:
        if properties is None:
            return
        for block in alt_texts(properties, place.block("", concealment=None)):
            self._out.add(block)
        label = _words_of(properties.getparent()) or properties.get("descr") or properties.get("name") or ""
        for target, tooltip in link_targets(properties, self._opc, self._part):
            for block in link_blocks(target, tooltip, place.block("", label=label, concealment=None)):
                self._out.add(block)

    def _table(self, table: etree._Element, place: Place) -> None:
        for row in children(table, "a:tr"):
            words = [text for cell in children(row, "a:tc") if (text := "".join(text_of(t) for t in every(cell, "a:t")).strip())]
            inside = replace(place, context=" | ".join(words)[:_ROW_CONTEXT] if len(words) > 1 else "")
            for cell in children(row, "a:tc"):
                colour = _paint.fill(child(cell, "a:tcPr"), self._canvas.theme)
                for body in children(cell, "a:txBody"):
                    self.body(body, inside, [colour if colour is not None else UNKNOWN])

    def body(self, body: etree._Element, place: Place, grounds: list[Colour]) -> None:
        """Add the paragraphs of a text body."""
        for element in children(body, "a:p"):
            paragraph = Paragraph()
            default = _level(body, element)
            for run in runs(element):
                known = [run.properties, default]
                hidden = place.concealment or _paint.concealment(known, grounds, self._canvas.theme)
                paragraph.pieces.append(Piece(run.text, hidden, size=_paint.font_size(known)))
                if run.properties is not None:
                    paragraph.links.extend(Link(target, run.text, tip) for target, tip in link_targets(run.properties, self._opc, self._part))
            for block in paragraph.blocks(place):
                self._out.add(block)

    def _note_picture(self, shape: etree._Element, box: Box) -> None:
        relationships = self._opc.relationships(self._part)
        for blip in every(shape, "a:blip"):
            rel = relationships.get(attribute(blip, "r:embed"))
            if rel is not None and not rel.external:
                self.picture_boxes.setdefault((self._opc.find(rel.target) or rel.target).lower(), box)


def _of_placeholder(mark: etree._Element | None, place: Place) -> Place:
    """A slide's own header, footer, date and number stand in placeholders of these kinds."""
    kind = mark.get("type") if mark is not None and place.part is Part.BODY else None
    if kind == "hdr":
        return replace(place, part=Part.HEADER, origin=Origin.HEADER)
    return replace(place, part=Part.FOOTER, origin=Origin.FOOTER) if kind in {"ftr", "dt", "sldNum"} else place


def _covered(block: TextBlock) -> TextBlock:
    if block.concealment is not None or block.origin not in {Origin.TEXT_LAYER, Origin.HEADER, Origin.FOOTER}:
        return block
    return replace(block, origin=Origin.HIDDEN, concealment=Concealment.COVERED)


def _branch(alternate: etree._Element) -> etree._Element:
    """The branch to read: the first with words, else the first that shows a picture or graphic, else the first."""
    found = [b for b in alternate if name(b) in {"mc:Choice", "mc:Fallback"}]
    return next((b for b in found if has_words(b)), found[0] if found else alternate)


def _level(body: etree._Element, paragraph: etree._Element) -> etree._Element | None:
    """What the body's own list style says of a paragraph's level."""
    properties = child(paragraph, "a:pPr")
    step = min(9, max(1, whole(properties.get("lvl") if properties is not None else None, 0) + 1))
    return child(body, "a:lstStyle", f"a:lvl{step}pPr", "a:defRPr")


def _words_of(holder: etree._Element | None) -> str:
    shape = holder.getparent() if holder is not None else None
    return " ".join(text_of(t) for t in every(shape, "a:t"))[:200] if shape is not None and name(shape) == "p:sp" else ""
