"""The two logos of the ITU News magazine: the blocks used to 2016, and the roundel with a bolt of 2017."""

from __future__ import annotations

from tools.draw_marks.svg import Bounds, Drawing, box, polygon
from tools.draw_marks.words import word

_MAGENTA, _BLACK, _BLUE, _WHITE = "#BF077F", "#000000", "#009CD6", "#FFFFFF"
_BOLT = ((-0.62, 0.78), (0.12, 0.10), (-0.14, 0.04), (0.62, -0.78), (-0.10, -0.16), (0.16, -0.08))


def blocks() -> Drawing:
    """A magenta block with ITU and a black block with NEWS, both in white."""
    drawing = Drawing("ITU News, to 2016", Bounds(-2.4, 0.6, 2.4, -0.6))
    drawing.fill(box(-2.4, 0.6, -0.6, -0.6), _MAGENTA)
    drawing.fill(box(-0.6, 0.6, 2.4, -0.6), _BLACK)
    drawing.fill(word("ITU", -2.15, -0.34, 0.68, -0.85), _WHITE)
    drawing.fill(word("NEWS", -0.38, -0.34, 0.68, 2.18), _WHITE)
    return drawing


def roundel() -> Drawing:
    """A blue disc with a white bolt, then ITU in blue and News in black."""
    drawing = Drawing("ITU News, 2017", Bounds(-1, 1, 6.4, -1))
    drawing.disc((0, 0), 1.0, _BLUE)
    drawing.fill(polygon(_BOLT), _WHITE)
    drawing.fill(word("ITU", 1.35, -0.52, 1.05, 3.05), _BLUE)
    drawing.fill(word("News", 3.15, -0.52, 1.05, 6.4), _BLACK)
    return drawing
