"""The flag: the emblem in white in the middle of a field of United Nations blue, two by three."""

from __future__ import annotations

from tools.draw_marks import emblem_flat, emblem_mono
from tools.draw_marks.svg import Bounds, Drawing, box

_FIELD = "#009EDB"
_HEIGHT, _WIDTH = 4.4, 6.6


def forms() -> dict[str, Drawing]:
    """The flag with the emblem of today and with the serif one."""
    return {"flat": _draw("ITU flag, flat emblem", flat=True), "serif": _draw("ITU flag, serif emblem", flat=False)}


def _draw(title: str, *, flat: bool) -> Drawing:
    left, top = -_WIDTH / 2, _HEIGHT / 2 + 0.08
    drawing = Drawing(title, Bounds(left, top, -left, top - _HEIGHT))
    drawing.fill(box(left, top, -left, top - _HEIGHT), _FIELD)
    (emblem_flat if flat else emblem_mono).add(drawing, "#FFFFFF")
    return drawing
