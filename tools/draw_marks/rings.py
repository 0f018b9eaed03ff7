"""Rings of 17 coloured segments with gaps of one width, as the SDG ring and the ring of AI for Good have them."""

from __future__ import annotations

import math
from collections.abc import Sequence

from tools.draw_marks.svg import Drawing, Path, Point

SEGMENTS = 17


def segment(index: int, inner: float, gap: float) -> Path:
    """The *index*-th segment clockwise from the top, of a ring of outer radius 1; both sides keep half of *gap* clear."""
    first, last = (math.pi / 2 - 2 * math.pi / SEGMENTS * turn for turn in (index, index + 1))
    outside, inside = _span(first, last, 1.0, gap), _span(first, last, inner, gap)
    path = Path().move(_at(outside[0], 1.0))
    _arc(path, outside[0], outside[1], 1.0)
    path.line(_at(inside[1], inner))
    _arc(path, inside[1], inside[0], inner)
    return path.close()


def ring(drawing: Drawing, fills: Sequence[str], inner: float, gap: float) -> None:
    """Draw the whole ring, one fill a segment."""
    for index, fill in enumerate(fills):
        drawing.fill(segment(index, inner, gap), fill)


def middle(index: int, radius: float, share: float = 0.5) -> Point:
    """The point at *radius*, *share* of the way clockwise through a segment."""
    return _at(math.pi / 2 - 2 * math.pi / SEGMENTS * (index + share), radius)


def _span(first: float, last: float, radius: float, gap: float) -> tuple[float, float]:
    half = math.asin(gap / 2 / radius)
    return first - half, last + half


def _at(angle: float, radius: float) -> Point:
    return radius * math.cos(angle), radius * math.sin(angle)


def _arc(path: Path, start: float, end: float, radius: float) -> None:
    """A cubic that follows the circle between two angles less than a quarter turn apart."""
    reach = 4 / 3 * math.tan((end - start) / 4) * radius
    (x1, y1), (x2, y2) = _at(start, radius), _at(end, radius)
    path.curve((x1 - reach * math.sin(start), y1 + reach * math.cos(start)), (x2 + reach * math.sin(end), y2 - reach * math.cos(end)), (x2, y2))
