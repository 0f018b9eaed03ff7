"""ITU Telecom World 13: a black square with three lines of white text, then an outlined square with the year."""

from __future__ import annotations

from tools.draw_marks.svg import Bounds, Drawing, box
from tools.draw_marks.words import word

_BLACK = "#000000"


def draw() -> Drawing:
    """Both squares, side by side, each 2 wide."""
    drawing = Drawing("ITU Telecom World 13", Bounds(-2, 1, 2, -1))
    drawing.fill(box(-2, 1, 0, -1), _BLACK)
    for text, right, baseline in (("ITU", -1.16, 0.37), ("TELECOM", -0.20, -0.20), ("WORLD", -0.52, -0.77)):
        drawing.fill(word(text, -1.80, baseline, 0.40, right), "#FFFFFF")
    drawing.stroke(box(0.03, 0.97, 1.97, -0.97), _BLACK, 0.06)
    drawing.fill(word("’13", 0.25, -0.42, 0.85, 1.75), _BLACK)
    return drawing
