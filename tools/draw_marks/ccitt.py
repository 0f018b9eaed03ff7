"""The mark of the CCITT: a ring of two nested C round a globe, with small letters I, T, T stepping down to the right."""

from __future__ import annotations

import math

from tools.draw_marks.globe import Net
from tools.draw_marks.svg import Bounds, Drawing, length, place
from tools.draw_marks.words import word

_BLACK = "#000000"
_GLOBE = 0.60
_NET = Net(pole=(0.37, 0.72), parallels=(18, 50, 78, 108), meridians=(5, 59, 119, 177, 233, 305), radius=_GLOBE)
_OPENING = 32.0


def _letter_c(radius: float) -> str:
    """SVG data of the line of a C that opens to the right by twice `_OPENING` degrees."""
    x, y = radius * math.cos(math.radians(_OPENING)), radius * math.sin(math.radians(_OPENING))
    return f"M{place((x, y))} A{length(radius)} {length(radius)} 0 1 0 {place((x, -y))}"


def draw() -> Drawing:
    """The whole mark in black."""
    drawing = Drawing("CCITT", Bounds(-1, 1, 1.04, -1))
    for radius in (0.93, 0.735):
        drawing.stroke(_letter_c(radius), _BLACK, 0.14)
    drawing.ring((0, 0), _GLOBE, 0.025, _BLACK)
    drawing.stroke(_NET.arcs(lambda point: point[0] < 0.5 or point[1] > 0.2), _BLACK, 0.02)
    for text, left, baseline, width in (("I", 0.645, 0.14, 0.07), ("T", 0.74, -0.07, 0.15), ("T", 0.89, -0.28, 0.15)):
        drawing.fill(word(text, left, baseline, 0.18, left + width), _BLACK)
    return drawing
