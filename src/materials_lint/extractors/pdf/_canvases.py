"""Pages drawn as people see them, for looking at. What a limit keeps from being read is not drawn either."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import c_uint
from itertools import islice
from typing import Any

import pypdfium2 as pdfium

from materials_lint.extractors.base import Affine, Canvas
from materials_lint.extractors.pdf import _pdfium
from materials_lint.extractors.pdf._drawing import drawing
from materials_lint.extractors.pdf._gate import PIKEPDF_ERRORS, Gate, TooHeavyError, gap_for
from materials_lint.extractors.pdf._open import Opened, open_pdf
from materials_lint.extractors.pdf._pdfium import Cells, Frame, frame_of
from materials_lint.model.document import Gap, Reason
from materials_lint.model.source import Limits, Source

_DPI = 150
_POINTS_PER_INCH = 72
_LONGEST = 3000  # pixels of a page's longer side
_SHORTEST = 8


def canvases(source: Source, limits: Limits, pages: tuple[int, int] | None) -> Iterator[Canvas | Gap]:
    """Draw the pages [first, end) counted from 0, or all. Raises NotReadError where the file is locked."""
    opened = open_pdf(source.data)
    try:
        if opened.drawn is None and opened.repair() is None:
            return  # reading has told that words alone could be had
        first, end = pages or (0, limits.max_pages)
        _show_forms(opened.drawn)
        drawer = _Drawer(opened, limits)
        for index in range(first, min(end, opened.count, limits.max_pages)):
            yield from drawer.page(index)
    finally:
        opened.close()


def _show_forms(document: pdfium.PdfDocument | None) -> None:
    """Have the fields of a form drawn too: a button may show a logo."""
    if document is not None:
        document.init_forms()


class _Drawer:
    def __init__(self, opened: Opened, limits: Limits) -> None:
        self._opened = opened
        self._limits = limits
        self._gate = Gate(limits)
        try:
            structure = opened.structure
            self._entries: list[Any] = [page.obj for page in islice(structure.pages, limits.max_pages)] if structure is not None else []
        except PIKEPDF_ERRORS:
            self._entries = []

    def page(self, index: int) -> Iterator[Canvas | Gap]:
        """Yield one page, or why it is not drawn; nothing where reading tells that by the same measure."""
        try:
            if index < len(self._entries):
                self._gate.weigh(self._entries[index])
        except TooHeavyError as error:
            yield gap_for(index + 1, error)
            return
        for repaired in (False, True):
            found = self._opened.repair() if repaired else self._opened.drawn
            if found is None or index >= len(found):
                continue
            try:
                yield from self._drawn(found[index], index + 1)
            except pdfium.PdfiumError:
                continue
            return
        message = f"Page {index + 1} could not be drawn, so it was not looked at for marks. Print it to a new PDF and check that copy, or look at it yourself."
        yield Gap(Reason.DAMAGED, message, index + 1)

    def _drawn(self, page: pdfium.PdfPage, number: int) -> Iterator[Canvas]:
        frame = frame_of(page)
        longest, shortest = max(frame.width, frame.height), min(frame.width, frame.height)
        if shortest <= 0 or longest > self._limits.max_page_side_pt or self._has_huge_picture(page):
            return
        scale = min(_DPI / _POINTS_PER_INCH, _LONGEST / longest)
        if shortest * scale >= _SHORTEST:
            pixels = page.render(scale=scale, rev_byteorder=True).to_numpy()[..., :3].copy()
            yield Canvas(number, pixels, _affine(frame, pixels.shape[1], pixels.shape[0]))
        page.close()

    def _has_huge_picture(self, page: pdfium.PdfPage) -> bool:
        for handle, _ in drawing(page, self._limits).pictures[: self._limits.max_page_pictures]:
            cells = Cells(c_uint, 2)
            if _pdfium.image_size(handle, *cells.at):
                width, height = cells.values()
                if width * height > self._limits.max_picture_mpx * 1_000_000:
                    return True
        return False


def _affine(frame: Frame, width: int, height: int) -> Affine:
    return (frame.width / width, 0.0, 0.0, frame.height / height, 0.0, 0.0)
