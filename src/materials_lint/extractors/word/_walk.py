"""The walk through a part of Word: paragraphs, tables, text boxes, in reading order."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from materials_lint.containers.drawing import alt_texts, graphic_parts, link_blocks, link_targets, paragraph_text, read_graphic
from materials_lint.containers.harvest import Harvest
from materials_lint.containers.names import attribute, child, children, every, name, switched_on, text_of
from materials_lint.containers.opc import Opc
from materials_lint.containers.pieces import Paragraph, Place
from materials_lint.containers.word_fields import Field
from materials_lint.extractors.word._fills import Backdrop, shape_ground, vml_ground
from materials_lint.extractors.word._inline import Inline, branches
from materials_lint.extractors.word._looks import Looks
from materials_lint.model.document import Concealment, Origin

_SKIPPED = {"", "w:sectPr", "w:tblPr", "w:tblGrid", "w:tblPrEx", "w:trPr", "w:tcPr", "w:sdtPr", "w:sdtEndPr", "w:customXmlPr", "w:smartTagPr"}
_CHANGES = {"w:ins": "inserted", "w:moveTo": "inserted", "w:del": "deleted", "w:moveFrom": "deleted"}
_ROW_CONTEXT = 400


class Walk:
    """Reads one part. `commented` collects the paragraph of each comment by its id."""

    def __init__(self, opc: Opc, part: str, looks: Looks, out: Harvest) -> None:
        self._opc = opc
        self._part = part
        self._looks = looks
        self._out = out
        self._fields: list[Field] = []
        self._graphics: set[str] = set()
        self._described_so: set[tuple[str, str]] = set()
        self.commented: dict[str, str] = {}

    def read(self, root: etree._Element, place: Place) -> None:
        """Add all text below `root`."""
        self._backdrop = Backdrop(root, self._looks.theme)
        keep_space = root.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
        self._inline = Inline(self._looks, dict(self._opc.relationships(self._part)), self._fields, keep_space)
        self.blocks(root, place)
        rest = Paragraph()
        while self._fields:
            field = self._fields.pop()
            Inline.close(field, rest, place)
        self._finish(rest, place)

    def blocks(self, parent: etree._Element, place: Place) -> None:
        """Add what stands in a body, cell, text box, note or control."""
        for element in parent:
            kind = name(element)
            if self._out.full:
                return
            if kind in {"w:p", "w:r"}:
                self._finish(self._inline.read(element, place), place)
            elif kind == "w:tbl":
                self._table(element, place)
            elif kind == "mc:AlternateContent":
                for branch in branches(element):
                    self.blocks(branch, place)
            elif kind in {"w:drawing", "w:pict", "w:object"}:
                self._float(element, place)
            elif kind in _CHANGES:
                self.blocks(element, replace(place, change=_CHANGES[kind], author=attribute(element, "w:author")))
            elif kind not in _SKIPPED:
                self.blocks(element, place)

    def _finish(self, paragraph: Paragraph, place: Place) -> None:
        for block in paragraph.blocks(place):
            self._out.add(block)
        for number in paragraph.comments:
            self.commented[number] = paragraph.shown.strip()
        for element in paragraph.floats:
            self._float(element, replace(place, context=paragraph.shown.strip() or place.context))

    def _table(self, table: etree._Element, place: Place) -> None:
        ground = self._looks.table_ground(child(table, "w:tblPr")) or place.ground
        self._rows(table, replace(place, ground=ground))

    def _rows(self, parent: etree._Element, place: Place) -> None:
        for row in parent:
            kind = name(row)
            if kind == "w:tr":
                self._cells(row, self._in_row(row, place))
            elif kind in {"w:tc", "w:p"}:
                self.blocks(row, place) if kind == "w:tc" else self._finish(self._inline.read(row, place), place)
            elif kind not in _SKIPPED:
                self._rows(row, place)

    def _cells(self, parent: etree._Element, place: Place) -> None:
        for cell in parent:
            if name(cell) == "w:tc":
                properties = child(cell, "w:tcPr")
                ground = self._looks.shading(child(properties, "w:shd")) or place.ground
                change = "deleted" if child(properties, "w:cellDel") is not None else place.change
                self.blocks(cell, replace(place, ground=ground, change=change))
            elif name(cell) not in _SKIPPED:
                self._cells(cell, place)

    def _in_row(self, row: etree._Element, place: Place) -> Place:
        properties = child(row, "w:trPr")
        for kind in ("w:ins", "w:del"):
            mark = child(properties, kind)
            if mark is not None:
                place = replace(place, change=_CHANGES[kind], author=attribute(mark, "w:author"))
        if switched_on(properties, "w:hidden"):
            place = replace(place, concealment=Concealment.HIDDEN_FORMAT)
        if place.in_table and place.context:
            return place
        cells = ("".join(text_of(t) for t in every(cell, "w:t")).strip() for cell in children(row, "w:tc"))
        said = [cell for cell in cells if cell]
        return replace(place, in_table=True, context=" | ".join(said)[:_ROW_CONTEXT] if len(said) > 1 else place.context)

    def _float(self, element: etree._Element, place: Place) -> None:
        """Add what a drawing says: text boxes, WordArt, charts, diagrams, descriptions, links."""
        kind = name(element)
        if kind == "w:txbxContent":
            self.blocks(element, place)
            return
        if kind == "a:p":
            self._out.add(place.block(paragraph_text(element)))
            return
        place = self._noted(element, kind, place)
        for inner in branches(element) if kind == "mc:AlternateContent" else element:
            if isinstance(inner.tag, str):
                self._float(inner, place)

    def _noted(self, element: etree._Element, kind: str, place: Place) -> Place:
        """Add what this element of a drawing says itself; return the place of what it holds."""
        if kind in {"wp:docPr", "pic:cNvPr", "wps:cNvPr", "a:cNvPr"}:
            self._described(element, place)
        elif kind in {"c:chart", "cx:chart", "dgm:relIds"}:
            for part in graphic_parts(element, self._opc, self._part):
                read_graphic(part, self._opc, self._out, place.block(""), self._graphics)
        elif kind.startswith("v:"):
            self._vml(element, kind, place)
            return replace(place, ground=vml_ground(element, place.ground, self._backdrop))
        elif kind == "wps:wsp":
            return replace(place, ground=shape_ground(element, place.ground, self._looks.theme, self._backdrop))
        elif kind == "wp:anchor" and self._backdrop.off_page(element):
            return replace(place, concealment=place.concealment or Concealment.OFF_PAGE)
        return place

    def _described(self, element: etree._Element, place: Place) -> None:
        for block in alt_texts(element, place.block("", concealment=None)):
            if (block.text, block.label) not in self._described_so:
                self._described_so.add((block.text, block.label))
                self._out.add(block)
        label = element.get("descr") or element.get("title") or element.get("name") or ""
        for target, tooltip in link_targets(element, self._opc, self._part):
            for block in link_blocks(target, tooltip, place.block("", label=label, concealment=None)):
                self._out.add(block)

    def _vml(self, element: etree._Element, kind: str, place: Place) -> None:
        said = [(attribute(element, key), Origin.ALT_TEXT) for key in ("alt", "title", "o:title")]
        said.append((attribute(element, "href"), Origin.LINK_TARGET))
        if kind == "v:textpath":
            said.append((attribute(element, "string"), place.origin))
        for text, origin in said:
            self._out.add(place.block(text, origin=origin, concealment=place.concealment if origin is place.origin else None))
