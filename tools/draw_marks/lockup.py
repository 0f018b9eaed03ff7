"""The colour emblem with the Union's name beside it in three lines: right of it, in Arabic left of it in one line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tools.draw_marks import emblem_colour
from tools.draw_marks.svg import Bounds, Drawing
from tools.draw_marks.words import word

_TEXT = "#00539F"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the name: where it stands and how wide it is, in globe radii."""

    text: str
    left: float
    right: float
    baseline: float
    capital: float


_LATIN = 0.176
_LINES = {
    "en": (Line("International", 1.115, 3.526, 0.180, _LATIN), Line("Telecommunication", 1.115, 4.700, -0.104, _LATIN), Line("Union", 1.115, 2.146, -0.388, _LATIN)),
    "fr": (Line("Union", 1.15, 2.217, 0.170, 0.19), Line("internationale des", 1.15, 4.60, -0.107, 0.19), Line("télécommunications", 1.15, 4.94, -0.390, 0.19)),
    "es": (Line("Unión", 1.15, 2.20, 0.170, 0.19), Line("Internacional de", 1.15, 4.20, -0.107, 0.19), Line("Telecomunicaciones", 1.15, 4.90, -0.390, 0.19)),
    "ru": (Line("Международный", 1.18, 3.505, 0.185, 0.215), Line("союз", 1.18, 1.87, -0.110, 0.215), Line("электросвязи", 1.18, 3.09, -0.386, 0.215)),
    "ar": (Line("الاتحاد الدولي للاتصالات", -5.07, -1.158, -0.245, 0.33),),
}


def _draw(language: str, lines: Sequence[Line]) -> Drawing:
    emblem = emblem_colour.BOUNDS
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    drawing = Drawing(f"ITU emblem and name ({language})", Bounds(min(left, emblem.left), emblem.top, max(right, emblem.right), emblem.bottom))
    emblem_colour.add(drawing)
    for line in lines:
        drawing.fill(word(line.text, line.left, line.baseline, line.capital, line.right), _TEXT)
    return drawing


def forms() -> dict[str, Drawing]:
    """One form a language."""
    return {language: _draw(language, lines) for language, lines in _LINES.items()}
