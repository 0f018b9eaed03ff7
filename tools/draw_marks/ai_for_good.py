"""The ring of AI for Good: 17 segments that sweep once through the rainbow, and the letters AI with the same sweep."""

from __future__ import annotations

from tools.draw_marks import rings
from tools.draw_marks.svg import Bounds, Drawing, box, polygon

_STARTS = "D4DD24 F2E310 F9B818 E96C23 C5271F 9E3B24 848F39 B0965F E83B7A 9A348D 4A6FB3 1EACDC 28B9BB 42B781 70BB61 8EC254 A7C92F"
_ENDS = "ECE414 FACB0B ED801D D43B25 B13E36 99854A A7B168 E37A8A BF2788 5958A3 279FD8 27BAC9 39B893 59B45A 76B844 9FC63D C9D82C"
_INNER, _GAP = 0.72, 0.058
_TOP, _BOTTOM, _BAR = 0.372, -0.332, -0.168


def _letters(drawing: Drawing) -> None:
    left = drawing.gradient("left", (-0.10, _TOP), (-0.45, _BOTTOM), [(0, "#F2E310"), (0.25, "#7EB643"), (0.5, "#009675"), (0.75, "#0585A4"), (1, "#3B9BDA")])
    right = drawing.gradient("right", (-0.10, _TOP), (0.20, _BOTTOM), [(0, "#F9E310"), (0.4, "#ED7B28"), (0.7, "#D5323C"), (1, "#B43A6B")])
    foot = drawing.gradient("foot", (-0.45, _BOTTOM), (0.22, _BOTTOM), [(0, "#3B8BCA"), (0.4, "#6E53A1"), (0.6, "#6559A7"), (0.8, "#984A88"), (1, "#B93360")])
    stem = drawing.gradient("stem", (0.37, _TOP), (0.37, _BOTTOM), [(0, "#F2951F"), (0.6, "#C0402C"), (1, "#AA1D2D")])
    drawing.fill(polygon([(-0.217, _TOP), (-0.131, _TOP), (-0.131, 0.186), (-0.261, _BAR), (-0.442, _BAR)]), left)
    drawing.fill(polygon([(-0.131, _TOP), (-0.044, _TOP), (0.180, _BAR), (-0.004, _BAR), (-0.131, 0.186)]), right)
    drawing.fill(polygon([(-0.442, _BAR), (-0.168, _BAR), (-0.168, _BOTTOM), (-0.509, _BOTTOM)]), foot)
    drawing.fill(polygon([(-0.097, _BAR), (0.180, _BAR), (0.248, _BOTTOM), (-0.097, _BOTTOM)]), foot)
    drawing.fill(box(0.283, _TOP, 0.456, _BOTTOM), stem)


def draw() -> Drawing:
    """The ring and the letters."""
    drawing = Drawing("AI for Good", Bounds(-1, 1, 1, -1))
    fills = []
    for index, (start, end) in enumerate(zip(_STARTS.split(), _ENDS.split(), strict=True)):
        near, far = rings.middle(index, 0.86, 0.12), rings.middle(index, 0.86, 0.88)
        fills.append(drawing.gradient(f"s{index + 1}", near, far, [(0, f"#{start}"), (1, f"#{end}")]))
    rings.ring(drawing, fills, _INNER, _GAP)
    _letters(drawing)
    return drawing
