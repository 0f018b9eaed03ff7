"""Words as outlines, so that no drawing needs a font: `words.json` holds them in thousandths of the em, y upwards."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from tools.draw_marks.svg import Path, Point

CAPITAL = 729.0
"""Height of a capital in those thousandths (DejaVu Sans)."""

_POINTS = {"M": 1, "L": 1, "Q": 2, "Z": 0}


@cache
def _outlines() -> dict[str, str]:
    stored = json.loads((files(__package__) / "words.json").read_text(encoding="utf-8"))
    return {text: entry["path"] for text, entry in stored["words"].items()}


def word(text: str, left: float, baseline: float, capital: float, right: float) -> Path:
    """*text* on *baseline*, with capitals *capital* high, stretched to reach from *left* to *right* (all in the mark's unit)."""
    steps = list(_steps(_outlines()[text]))
    across = [x for _, points in steps for x, _ in points]
    first, stretch = min(across), (right - left) / (max(across) - min(across))
    path = Path()
    for kind, points in steps:
        _draw(path, kind, [(left + (x - first) * stretch, baseline + y * capital / CAPITAL) for x, y in points])
    return path


def _steps(outline: str) -> Iterator[tuple[str, list[Point]]]:
    tokens = iter(outline.split())
    for kind in tokens:
        yield kind, [(float(next(tokens)), float(next(tokens))) for _ in range(_POINTS[kind])]


def _draw(path: Path, kind: str, points: list[Point]) -> None:
    match kind:
        case "M":
            path.move(points[0])
        case "L":
            path.line(points[0])
        case "Q":
            path.bend(points[0], points[1])
        case _:
            path.close()
