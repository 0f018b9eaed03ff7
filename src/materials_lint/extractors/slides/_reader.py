"""A PowerPoint package: slides in their order, with notes and comments, then the masters they use."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from lxml import etree

from materials_lint.containers.drawing import EMU_PER_POINT
from materials_lint.containers.harvest import Harvest
from materials_lint.containers.names import attribute, child, children, every, name, number
from materials_lint.containers.office_colours import UNKNOWN, WHITE, read_theme, slot
from materials_lint.containers.opc import Opc
from materials_lint.containers.package import Package
from materials_lint.containers.pieces import Place
from materials_lint.containers.properties import Whereabouts, embed_files, read_properties
from materials_lint.extractors.slides import _comments, _paint
from materials_lint.extractors.slides._frames import Frame, transform_of
from materials_lint.extractors.slides._paint import Canvas
from materials_lint.extractors.slides._walk import Walk
from materials_lint.model.document import Concealment, Document, Gap, Origin, Page, Part, Reason
from materials_lint.model.geometry import Box, Unit
from materials_lint.model.source import Extraction, Limits, Source

_MOST_PLACEHOLDERS = 500


def read(source: Source, limits: Limits) -> Extraction:
    """Read a presentation. Raises NotReadError where its package or main part is beyond reading."""
    opc = Opc(Package(source, limits, "presentation"), limits)
    out = Harvest(limits)
    reader = _Reader(opc, out, opc.main_part("ppt/presentation.xml", "presentationml"))
    pages = reader.pages(limits)
    read_properties(opc, out)
    embed_files(opc, out, reader.whereabouts())
    out.all_gaps(opc.gaps)
    return Extraction(Document("slides", tuple(pages), tuple(out.metadata), tuple(out.gaps), Unit.POINT, page_count=reader.slide_count), tuple(out.embedded))


class _Reader:
    def __init__(self, opc: Opc, out: Harvest, main: str) -> None:
        self._opc, self._out, self._main = opc, out, main
        self._root = opc.xml(main)
        self._size = self._slide_size()
        self._canvases: dict[str, Canvas] = {}
        self._bases: list[str] = []
        self._boxes: dict[str, list[tuple[tuple[str, str], Box]]] = {}
        self._authors = _comments.authors(opc, main)
        self.page_of: dict[str, int] = {}
        self.picture_boxes: dict[tuple[str, str], Box] = {}
        self.slide_count = 0

    def _slide_size(self) -> tuple[float, float] | None:
        size = child(self._root, "p:sldSz")
        width, height = (number(size.get(key)) if size is not None else None for key in ("cx", "cy"))
        return (width / EMU_PER_POINT, height / EMU_PER_POINT) if width and height else None

    def pages(self, limits: Limits) -> list[Page]:
        """Return one page a slide, then one without a number for the masters and layouts in use."""
        slides = self._slides()
        self.slide_count = len(slides)
        if len(slides) > limits.max_pages:
            self._out.gap(Gap(Reason.TOO_LARGE, f"Only the first max_pages = {limits.max_pages} of {len(slides)} slides were read."))
        pages = [self._slide(n, part) for n, part in enumerate(slides[: limits.max_pages], 1)]
        self._masters()
        blocks = self._out.take()
        return [*pages, self._page(None, blocks)] if blocks or not pages else pages

    def whereabouts(self) -> Whereabouts:
        """Return where pictures show up: those of a layout or master on every slide made from it."""
        pages = {part: [page] for part, page in self.page_of.items()}
        kinds = {}
        for slide, page in sorted(self.page_of.items(), key=lambda item: item[1]):
            for layout in self._opc.related(slide, "slideLayout"):
                for part in (layout, *self._opc.related(layout, "slideMaster")):
                    pages.setdefault(part.lower(), []).append(page)
                    kinds[part.lower()] = Part.MASTER
        return Whereabouts(pages, kinds, self.picture_boxes, self._unused())

    def _unused(self) -> set[str]:
        """Return the layouts that no slide has, in lower case: what they show is nowhere to be seen."""
        layouts = {r.target for _, r in self._opc.all_relationships() if r.type == "slideLayout" and not r.external}
        return {part.lower() for part in layouts} - {part.lower() for part in self._bases}

    def _slides(self) -> list[str]:
        relationships = self._opc.relationships(self._main)
        ordered = []
        for item in children(child(self._root, "p:sldIdLst"), "p:sldId"):
            rel = relationships.get(attribute(item, "r:id"))
            if rel is None or rel.external or self._opc.find(rel.target) is None:
                self._out.gap(
                    Gap(
                        Reason.DAMAGED,
                        f"A slide of the presentation is missing ({rel.target if rel else attribute(item, 'r:id')}). Save it again in PowerPoint and check that copy.",
                    )
                )
            else:
                ordered.append(self._opc.find(rel.target) or rel.target)
        # A slide that no list names is not shown, but it goes out with the file.
        return list(dict.fromkeys([*ordered, *self._opc.related(self._main, "slide")]))

    def _page(self, number_: int | None, blocks: tuple[object, ...]) -> Page:
        width, height = self._size or (None, None)
        return Page(number_, blocks, (), width, height)  # type: ignore[arg-type]

    def _slide(self, number_: int, part: str) -> Page:
        self.page_of[part.lower()] = number_
        root = self._opc.xml(part)
        if root is None:
            self._out.gap(Gap(Reason.DAMAGED, f"Slide {number_} could not be read. Save the presentation again in PowerPoint and check that copy.", page=number_))
            return self._page(number_, ())
        place = Place(page=number_)
        if root.get("show") in {"0", "false"}:
            place = replace(place, concealment=Concealment.HIDDEN_SHEET)
        layout = next(iter(self._opc.related(part, "slideLayout")), "")
        canvas = self._on(layout, root)
        self._walk(part, root, canvas, place, layout)
        self._notes(part, number_, place)
        _comments.read(self._opc, part, number_, self._authors, self._out)
        self._opc.forget(part)
        return self._page(number_, self._out.take())

    def _walk(self, part: str, root: etree._Element, canvas: Canvas, place: Place, layout: str | None) -> None:
        canvas.page = Box(0, 0, *self._size) if self._size and layout is not None else None
        walk = Walk(self._opc, part, self._out, canvas, lambda shape: self._placeholder(shape, layout or ""))
        for tree in every(root, "p:spTree"):
            walk.shapes(tree, place, Frame())
        self.picture_boxes.update({(part.lower(), picture): box for picture, box in walk.picture_boxes.items()})

    def _notes(self, slide: str, number_: int, place: Place) -> None:
        for part in self._opc.related(slide, "notesSlide"):
            root = self._opc.xml(part)
            if root is not None:
                self.page_of[part.lower()] = number_
                notes = replace(place, part=Part.NOTE, origin=Origin.NOTE, label="speaker notes", concealment=None)
                self._walk(part, root, Canvas(UNKNOWN, {}), notes, None)

    def _placeholder(self, shape: etree._Element, layout: str) -> Box | None:
        """The box a placeholder has from its layout, or from the master behind it."""
        own = _placeholder_key(shape)
        for part in (layout, *(self._opc.related(layout, "slideMaster") if layout else ())):
            for found, box in self._placeholders(part) if own is not None else ():
                if own is not None and _fits(own, found):
                    return box
        return None

    def _placeholders(self, part: str) -> list[tuple[tuple[str, str], Box]]:
        """The placeholders of a layout or master that have a place."""
        if part not in self._boxes:
            shapes = islice(every(self._opc.xml(part) if part else None, "p:sp", "p:pic"), _MOST_PLACEHOLDERS)
            found = [(_placeholder_key(shape), Frame().box(transform_of(shape))) for shape in shapes]
            self._boxes[part] = [(key, box) for key, box in found if key is not None and box is not None]
        return self._boxes[part]

    def _on(self, base: str, root: etree._Element | None) -> Canvas:
        """The canvas that a slide (or layout) is painted on: its base's ground and shapes, its own ground over them."""
        canvas = (self._canvas(base) if base else Canvas(WHITE, {})).copy()
        own = _paint.ground(root, canvas.theme) if root is not None else None
        if own is not None:
            canvas.base = own
        return canvas

    def _canvas(self, part: str) -> Canvas:
        """The canvas of a layout or master, with its text kept for the end."""
        if part not in self._canvases:
            root = self._opc.xml(part)
            self._bases.append(part)
            above = next((p for p in self._opc.related(part, "slideMaster") if p != part), "")
            self._canvases[part] = Canvas(WHITE, {})
            canvas = self._on(above, root) if above else Canvas(WHITE, self._theme(part, root))
            if not above and root is not None:
                canvas.base = _paint.ground(root, canvas.theme) or WHITE
            self._canvases[part] = canvas
            _paint_shapes(root, canvas)
        return self._canvases[part]

    def _theme(self, master: str, root: etree._Element | None) -> dict[str, tuple[int, int, int]]:
        theme = read_theme(next((self._opc.xml(p) for p in self._opc.related(master, "theme")), None))
        mapping = child(root, "p:clrMap")
        for word, meant in mapping.attrib.items() if mapping is not None else ():
            colour = slot(theme, str(meant))
            if colour is not None:
                theme[str(word)] = colour
        return theme

    def _masters(self) -> None:
        for part in [*self._bases, *self._opc.related(self._main, "notesMaster", "handoutMaster")]:
            root = self._opc.xml(part)
            if root is not None:
                label = f"{'layout' if 'ayout' in part else 'master'} {root.get('matchingName') or child_name(root)}".strip()
                place = Place(Part.MASTER, Origin.TEXT_LAYER, UNKNOWN, label=label)
                self._walk(part, root, Canvas(UNKNOWN, {}), place, "" if part in self._bases else None)
                self._opc.forget(part)


def child_name(root: etree._Element) -> str:
    """Return the name that a slide, layout or master has."""
    inner = child(root, "p:cSld")
    return (inner.get("name") or "") if inner is not None else ""


def _paint_shapes(root: etree._Element | None, canvas: Canvas) -> None:
    """Paint what a layout or master shows itself: everything but placeholders."""
    for shape in every(root, "p:sp", "p:pic"):
        box = Frame().box(transform_of(shape))
        colour = UNKNOWN if name(shape) == "p:pic" else _paint.shape_fill(shape, canvas.theme)
        if box is not None and colour is not None and _placeholder_key(shape) is None:
            canvas.painted.append((box, colour))


def _placeholder_key(shape: etree._Element) -> tuple[str, str] | None:
    own = next((c for c in shape if name(c).startswith("p:nv")), None)
    mark = child(own, "p:nvPr", "p:ph")
    return None if mark is None else (mark.get("type") or "obj", mark.get("idx") or "")


def _fits(own: tuple[str, str], other: tuple[str, str]) -> bool:
    titles = {"title", "ctrTitle"}
    if own[1] and own[1] == other[1]:
        return True
    return (own[0] == other[0] and (own[0] != "obj" or own[1] == other[1])) or {own[0], other[0]} <= titles
