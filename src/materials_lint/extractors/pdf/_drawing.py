"""What a page draws besides text: pictures and filled shapes with their place and order, and how much outline art there is."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import isfinite

import pypdfium2 as pdfium
from pypdfium2 import raw

from materials_lint.extractors.pdf import _pdfium
from materials_lint.extractors.pdf._pdfium import Cells
from materials_lint.model.source import Limits

Matrix = tuple[float, float, float, float, float, float]
Rect = tuple[float, float, float, float]  # left, bottom, right, top in the page's user space
_UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_DEEPEST = 32
_MOST_GROUNDS = 400
_SMALLEST_SIDE = 3.0
_OPAQUE = 250


@dataclass(frozen=True, slots=True)
class Ground:
    """A picture, shading or filled shape. `colour` is None where it is not one flat colour; `order` counts in drawing order."""

    order: int
    rect: Rect
    colour: tuple[int, int, int] | None
    picture: bool


@dataclass(slots=True)
class Drawing:
    """The objects of one page in drawing order. `text_order` and `pictures` go by the object's address."""

    text_order: dict[int, int] = field(default_factory=dict)
    grounds: list[Ground] = field(default_factory=list)
    pictures: list[tuple[int, Rect]] = field(default_factory=list)
    segments: int = 0
    nested_text: set[int] = field(default_factory=set)
    cut_short: bool = False


def drawing(page: pdfium.PdfPage, limits: Limits) -> Drawing:
    """Walk the page's objects, forms included, as far as the limits allow."""
    found = Drawing()
    cells, colour = Cells(ctypes.c_float, 4), Cells(ctypes.c_uint, 4)
    for order, (handle, kind, matrix) in enumerate(objects(page, limits.max_form_depth)):
        if order >= limits.max_page_objects:
            found.cut_short = True
            break
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            found.text_order[handle] = order
            if matrix is not _UNIT:
                found.nested_text.add(handle)
        elif _pdfium.object_bounds(handle, *cells.at):
            _note(found, order, handle, kind, moved(cells.values(), matrix), colour)
    if len(found.grounds) > _MOST_GROUNDS:
        found.grounds = sorted(sorted(found.grounds, key=lambda g: -area(g.rect))[:_MOST_GROUNDS], key=lambda g: g.order)
    return found


def _note(found: Drawing, order: int, handle: int, kind: int, rect: Rect, colour: Cells) -> None:
    if not all(map(isfinite, rect)):
        return
    if kind == raw.FPDF_PAGEOBJ_IMAGE:
        found.pictures.append((handle, rect))
        found.grounds.append(Ground(order, rect, None, picture=True))
    elif kind == raw.FPDF_PAGEOBJ_SHADING:
        found.grounds.append(Ground(order, rect, None, picture=False))
    elif kind == raw.FPDF_PAGEOBJ_PATH:
        found.segments += _pdfium.count_segments(handle)
        if rect[2] - rect[0] >= _SMALLEST_SIDE and rect[3] - rect[1] >= _SMALLEST_SIDE and _filled(handle):
            found.grounds.append(Ground(order, rect, _flat_colour(handle, colour), picture=False))


def objects(page: pdfium.PdfPage, deepest: int = _DEEPEST) -> Iterator[tuple[int, int, Matrix]]:
    """Yield address, kind and matrix to the page's user space of each object that draws, in drawing order."""
    top = _pdfium.address(page.raw)
    stack: list[tuple[Iterator[int | None], Matrix]] = [(_children(top, _pdfium.page_objects, _pdfium.page_object), _UNIT)]
    cells = Cells(ctypes.c_float, 6)
    while stack:
        children, matrix = stack[-1]
        handle = next(children, 0)
        if handle == 0:
            stack.pop()
            continue
        if handle is None:
            continue
        kind = _pdfium.object_type(handle)
        if kind != raw.FPDF_PAGEOBJ_FORM:
            yield handle, kind, matrix
        elif len(stack) <= deepest:
            _pdfium.object_matrix(handle, cells.at[0])
            a, b, c, d, e, f = cells.values()
            # A fresh tuple, so that objects inside a form can be told from those of the page itself.
            stack.append((_children(handle, _pdfium.form_objects, _pdfium.form_object), _times((a, b, c, d, e, f), matrix)))


def _children(handle: int, count: object, get: object) -> Iterator[int | None]:
    number = count(handle)  # type: ignore[operator]
    return (get(handle, at) for at in range(number))  # type: ignore[operator]


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def moved(rect: list[float], matrix: Matrix) -> Rect:
    x0, y0, x1, y1 = rect
    if matrix is _UNIT:
        return x0, y0, x1, y1
    a, b, c, d, e, f = matrix
    xs = [a * x + c * y + e for x in (x0, x1) for y in (y0, y1)]
    ys = [b * x + d * y + f for x in (x0, x1) for y in (y0, y1)]
    return min(xs), min(ys), max(xs), max(ys)


def _filled(handle: int) -> bool:
    mode = Cells(ctypes.c_int, 2)
    return bool(_pdfium.draw_mode(handle, *mode.at)) and mode.values()[0] != raw.FPDF_FILLMODE_NONE


def _flat_colour(handle: int, cells: Cells) -> tuple[int, int, int] | None:
    if not _pdfium.fill_colour(handle, *cells.at):
        return None
    red, green, blue, alpha = cells.values()
    return (red, green, blue) if alpha >= _OPAQUE else None


def area(rect: Rect) -> float:
    return max(0.0, rect[2] - rect[0]) * max(0.0, rect[3] - rect[1])


def overlap(one: Rect, other: Rect) -> float:
    """The area that two rectangles share."""
    return max(0.0, min(one[2], other[2]) - max(one[0], other[0])) * max(0.0, min(one[3], other[3]) - max(one[1], other[1]))
