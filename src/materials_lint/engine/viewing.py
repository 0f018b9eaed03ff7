"""One page or picture of a file as pixels, opened as a check opens it: for commands that show or cut pictures.

Meant for a worker process with bounds on time and memory, as all that opens files.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from materials_lint.engine.reading import sniff
from materials_lint.extractors.base import Canvas, Format
from materials_lint.model.document import Document, Gap, NotReadError, Reason
from materials_lint.model.geometry import Unit
from materials_lint.model.source import Extraction, Limits, Role, Source

_PREVIEW = "docProps/"  # where Office packages keep a small picture of their first page
_USE = "Use a PNG, JPEG or SVG picture, or a page of a PDF file."


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """A page of a file, a picture file or a picture in a document: `source` holds it, of the format `form`.

    `count` tells how many pages, frames or pictures there were to choose from, `told` what of it is damaged or could not be drawn.
    """

    canvas: Canvas
    source: Source
    form: str
    unit: Unit
    count: int
    told: tuple[str, ...] = ()

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in `unit`."""
        height, width = self.canvas.pixels.shape[:2]
        box = self.canvas.place((0, 0, width, height))
        return box.x1 - box.x0, box.y1 - box.y0


def view(source: Source, limits: Limits, number: int = 1) -> View:
    """Draw page or frame `number` of a file, or that of its pictures where its pages are not drawn (Word, PowerPoint); counted from 1.

    Raises NotReadError, which tells a person why.
    """
    try:
        form = sniff(source)
        extraction = form.read(source, limits) if form.canvases is None else None
    except NotReadError as error:
        raise error if error.reason is not Reason.UNSUPPORTED else NotReadError(error.reason, f"This is no picture that can be opened. {_USE}") from error
    return _page(form, source, limits, number) if extraction is None else _picture_inside(extraction, source, limits, number)


def _page(form: Format, source: Source, limits: Limits, number: int) -> View:
    """Draw one page; where nothing is drawn, what reading tells says why."""
    pages = (number - 1, number)
    document = _read(form, source, limits, pages).document
    count = max(1, document.page_count or len(document.pages))
    _need(number, count, "page or frame")
    drawn = list(form.canvases(source, limits, pages)) if form.canvases is not None else []
    gaps = [one for one in drawn if isinstance(one, Gap)]
    canvas = next((one for one in drawn if isinstance(one, Canvas)), None)
    if canvas is None:
        raise _not_drawn([*gaps, *document.gaps], number)
    gaps += [gap for gap in document.gaps if gap.reason is Reason.DAMAGED and gap.page in {None, number}]
    return View(canvas, source, form.name, document.unit or Unit.PIXEL, count, tuple(gap.message for gap in gaps))


def _read(form: Format, source: Source, limits: Limits, pages: tuple[int, int]) -> Extraction:
    return form.read(source, limits) if form.read_pages is None else form.read_pages(source, limits, pages)


def _picture_inside(extraction: Extraction, source: Source, limits: Limits, number: int) -> View:
    pictures = list({part.data: part for part in extraction.embedded if part.role is Role.PICTURE}.values())
    pictures.sort(key=lambda part: part.name.startswith(_PREVIEW))
    if not pictures:
        raise NotReadError(Reason.MISSING, f"There is no picture in this file{_cause(extraction.document)}. {_USE}")
    _need(number, len(pictures), "picture")
    part = pictures[number - 1]
    inside = Source(part.data, part.name, (*source.members, part.name))
    drawer = sniff(inside)
    if drawer.canvases is None:
        raise NotReadError(Reason.DAMAGED, f"Picture {number} of this file ({part.name}) can't be drawn. {_USE}")
    return replace(_page(drawer, inside, limits, 1), count=len(pictures))


def _cause(document: Document) -> str:
    return f" that could be read ({document.gaps[0].message.rstrip('.')})" if document.gaps else ""


def _need(number: int, count: int, word: str) -> None:
    if number > count:
        raise NotReadError(Reason.MISSING, f"There is no {word} {number}: the file has {count}.")


def _not_drawn(gaps: list[Gap], number: int) -> NotReadError:
    """Return the first gap that is about this page or the whole file."""
    gap = next((gap for gap in gaps if gap.page in {None, number}), None)
    return NotReadError(gap.reason, gap.message) if gap is not None else NotReadError(Reason.EMPTY, f"There is nothing to draw on page {number}. {_USE}")
