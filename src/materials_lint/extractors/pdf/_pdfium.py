"""The few functions of PDFium that run once per character or object, bound for speed, and the page as it is displayed.

The bindings of pypdfium2 convert pointers at each call; a page has thousands of characters. The same functions, bound
with plain integers for pointers, are driven by `map` and write straight into one array.
"""

from __future__ import annotations

import ctypes
import re
from array import array
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import repeat
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from materials_lint.model.geometry import Box

Pointer = ctypes.c_void_p
Int = ctypes.c_int
_WORD = re.compile(r"\S+")
_RECT = 16  # bytes of FS_RECTF: left, top, right, bottom as floats


def bind(name: str, result: Any, *arguments: Any) -> Callable[..., Any]:
    """Return PDFium's function `name` taking addresses as plain integers."""
    where = ctypes.cast(getattr(raw, name), Pointer).value
    return ctypes.PYFUNCTYPE(result, *arguments)(where or 0)


def address(handle: Any) -> int:
    """Return the address that one of pypdfium2's raw handles points to."""
    return ctypes.cast(handle, Pointer).value or 0


loose_box = bind("FPDFText_GetLooseCharBox", Int, Pointer, Int, Pointer)
tight_box = bind("FPDFText_GetCharBox", Int, Pointer, Int, Pointer, Pointer, Pointer, Pointer)
unicode_of = bind("FPDFText_GetUnicode", ctypes.c_uint, Pointer, Int)
map_error = bind("FPDFText_HasUnicodeMapError", Int, Pointer, Int)
text_object = bind("FPDFText_GetTextObject", Pointer, Pointer, Int)
font_size = bind("FPDFText_GetFontSize", ctypes.c_double, Pointer, Int)
char_matrix = bind("FPDFText_GetMatrix", Int, Pointer, Int, Pointer)
render_mode = bind("FPDFTextObj_GetTextRenderMode", Int, Pointer)
fill_colour = bind("FPDFPageObj_GetFillColor", Int, Pointer, Pointer, Pointer, Pointer, Pointer)
object_type = bind("FPDFPageObj_GetType", Int, Pointer)
object_bounds = bind("FPDFPageObj_GetBounds", Int, Pointer, Pointer, Pointer, Pointer, Pointer)
object_matrix = bind("FPDFPageObj_GetMatrix", Int, Pointer, Pointer)
set_active = bind("FPDFPageObj_SetIsActive", Int, Pointer, Int)
draw_mode = bind("FPDFPath_GetDrawMode", Int, Pointer, Pointer, Pointer)
count_segments = bind("FPDFPath_CountSegments", Int, Pointer)
clip_path = bind("FPDFPageObj_GetClipPath", Pointer, Pointer)
clip_count = bind("FPDFClipPath_CountPaths", Int, Pointer)
clip_segments = bind("FPDFClipPath_CountPathSegments", Int, Pointer, Int)
clip_segment = bind("FPDFClipPath_GetPathSegment", Pointer, Pointer, Int, Int)
segment_point = bind("FPDFPathSegment_GetPoint", Int, Pointer, Pointer, Pointer)
page_objects = bind("FPDFPage_CountObjects", Int, Pointer)
page_object = bind("FPDFPage_GetObject", Pointer, Pointer, Int)
form_objects = bind("FPDFFormObj_CountObjects", Int, Pointer)
form_object = bind("FPDFFormObj_GetObject", Pointer, Pointer, ctypes.c_ulong)
mark_count = bind("FPDFPageObj_CountMarks", Int, Pointer)
image_size = bind("FPDFImageObj_GetImagePixelSize", Int, Pointer, Pointer, Pointer)
image_data = bind("FPDFImageObj_GetImageDataRaw", ctypes.c_ulong, Pointer, Pointer, ctypes.c_ulong)
image_filters = bind("FPDFImageObj_GetImageFilterCount", Int, Pointer)
image_filter = bind("FPDFImageObj_GetImageFilter", ctypes.c_ulong, Pointer, Int, Pointer, ctypes.c_ulong)


def loose_boxes(text_page: int, count: int) -> list[float]:
    """Return left, top, right, bottom of every character, one after the other, in the page's user space."""
    buffer = (ctypes.c_float * (4 * count))()
    start = ctypes.addressof(buffer)
    _run(map(loose_box, repeat(text_page), range(count), range(start, start + _RECT * count, _RECT)))
    return array("f", bytes(buffer)).tolist()


def text_runs(text_page: int, text: str) -> Iterator[tuple[int, int, int]]:
    """Yield the address of each text object with the characters [first, last) that it draws, blanks left out.

    An object's characters come together, so that a word whose ends are of one object is of that object.
    """
    handle, first, last = 0, 0, 0
    for start, end in _single_runs(text_page, text):
        drawn_by = text_object(text_page, start) or 0
        if drawn_by != handle:
            if handle:
                yield handle, first, last
            handle, first = drawn_by, start
        last = end
    if handle:
        yield handle, first, last


def _single_runs(text_page: int, text: str) -> Iterator[tuple[int, int]]:
    """Yield pieces of text that one object draws."""
    for match in _WORD.finditer(text):
        start, end = match.span()
        if end - start == 1 or text_object(text_page, start) == text_object(text_page, end - 1):
            yield start, end
        else:
            yield from ((at, at + 1) for at in range(start, end))


def _run(calls: Iterable[object]) -> None:
    deque(calls, maxlen=0)


class Cells:
    """A few numbers for PDFium to write into, and their addresses."""

    def __init__(self, kind: Any, count: int) -> None:
        self._cells = (kind * count)()
        first, step = ctypes.addressof(self._cells), ctypes.sizeof(kind)
        self.at = tuple(range(first, first + count * step, step))

    def values(self) -> list[Any]:
        return list(self._cells)


@dataclass(frozen=True, slots=True)
class Frame:
    """The page as displayed: its visible box in user space, quarter turns clockwise, and points per unit of user space."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int = 0
    scale: float = 1.0

    @property
    def width(self) -> float:
        return (self.top - self.bottom if self.turns % 2 else self.right - self.left) * self.scale

    @property
    def height(self) -> float:
        return (self.right - self.left if self.turns % 2 else self.top - self.bottom) * self.scale

    def place(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """Return a rectangle of user space (left, bottom, right, top) as displayed: x0, y0, x1, y1 from the top left, in points."""
        s = self.scale
        if self.turns == 0:
            return (x0 - self.left) * s, (self.top - y1) * s, (x1 - self.left) * s, (self.top - y0) * s
        if self.turns == 1:
            return (y0 - self.bottom) * s, (x0 - self.left) * s, (y1 - self.bottom) * s, (x1 - self.left) * s
        if self.turns == 2:
            return (self.right - x1) * s, (y0 - self.bottom) * s, (self.right - x0) * s, (y1 - self.bottom) * s
        return (self.top - y1) * s, (self.right - x1) * s, (self.top - y0) * s, (self.right - x0) * s

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        return Box(*self.place(x0, y0, x1, y1))


def frame_of(page: pdfium.PdfPage) -> Frame:
    """Return how PDFium displays `page`: the part of the media box inside the crop box, turned by /Rotate."""
    rect = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page.raw, rect)
    left, right = sorted((rect.left, rect.right))
    bottom, top = sorted((rect.bottom, rect.top))
    if right <= left or top <= bottom:
        left, bottom, right, top = page.get_mediabox()
    turns = raw.FPDFPage_GetRotation(page.raw) % 4
    shown = raw.FPDF_GetPageWidthF(page.raw)
    wide = top - bottom if turns % 2 else right - left
    return Frame(left, bottom, right, top, turns, shown / wide if wide > 0 and shown > 0 else 1.0)
