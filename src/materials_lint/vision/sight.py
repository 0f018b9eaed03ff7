"""Looking at one picture: which reference marks are in it, and where.

A small network proposes places, a second one judges them, and template matching against our own drawings, turned where
need be, has to agree. The emblem has a judgement of its own; any other mark is told by its likeness to the drawing's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from materials_lint.vision import emblems, others
from materials_lint.vision.grounds import grey, on_grounds
from materials_lint.vision.marks import Mark
from materials_lint.vision.pyramid import Pyramid
from materials_lint.vision.spotting import spot

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

REPORTED = 0.5
_SMALLEST = 16
_EMBLEM_FROM, _LOGO_FROM = 0.15, 0.2
_MOST = 24
_NEARLY = 0.8


@dataclass(frozen=True, slots=True)
class Seen:
    """A mark in a picture: its box (x0, y0, x1, y1) in pixels, how sure (0 to 1, calibrated), by how much it is turned (degrees), and why."""

    mark: Mark
    box: tuple[float, float, float, float]
    confidence: float
    angle: float = 0.0
    reason: str = ""


class Sight:
    """Looks for the given marks. Making one costs some time: keep it for many pictures."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self._emblems = emblems.Emblems([mark for mark in marks if emblems.is_emblem(mark)])
        self._others = others.Others([mark for mark in marks if not emblems.is_emblem(mark) and not emblems.holds_emblem(mark)])
        self._flag = next((mark for mark in marks if mark.rule == "A02"), None)

    def look(self, pixels: NDArray[np.uint8]) -> list[Seen]:
        """Return the marks seen in a picture, RGB or RGBA of shape (height, width, 3 or 4), the surest first."""
        return [seen for seen in self.explain(pixels) if seen.confidence >= REPORTED]

    def explain(self, pixels: NDArray[np.uint8]) -> list[Seen]:
        """Return what `look` returns and what came near it, the surest first."""
        if min(pixels.shape[:2]) < _SMALLEST:
            return []
        found = [seen for ground in on_grounds(pixels) for seen in self._on(ground) if _large_enough(seen)]
        return _one_a_place(sorted(found, key=lambda seen: (-seen.confidence, seen.box)))

    def _on(self, rgb: NDArray[np.uint8]) -> Iterator[Seen]:
        picture = Pyramid(grey(rgb))
        places, logos = spot(picture, _EMBLEM_FROM, _LOGO_FROM, _MOST)
        if self._emblems:
            for mark, box, sure, angle, reason in self._emblems.among(picture, places):
                flag = self._flag if sure >= REPORTED and self._flag is not None else None
                field = emblems.flag_around(rgb, box) if flag is not None else None
                yield Seen(flag, field, sure, angle, reason) if flag is not None and field is not None else Seen(mark, box, sure, angle, reason)
        if self._others:
            whole = others.ends_of(picture.grey)
            candidates = [(place.x, place.y, place.side) for place in logos if place.side >= _SMALLEST] + whole
            for mark, box, sure, angle, reason in self._others.among(picture, candidates):
                yield Seen(mark, box, sure, angle, reason)


def _large_enough(seen: Seen) -> bool:
    """A mark smaller than its smallest size can't be told from others; its box may be some pixels off."""
    x0, y0, x1, y1 = seen.box
    return max(x1 - x0, y1 - y0) >= _NEARLY * seen.mark.smallest_px


def _one_a_place(found: Sequence[Seen]) -> list[Seen]:
    kept: list[Seen] = []
    for seen in found:
        if not any(seen.mark.rule == other.mark.rule and _shared(seen.box, other.box) > 0.5 for other in kept):
            kept.append(replace(seen, confidence=round(seen.confidence, 4)))
    return kept


def _shared(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> float:
    """Return the common area over that of the smaller box."""
    common = max(0.0, min(a[2], b[2]) - max(a[0], b[0])) * max(0.0, min(a[3], b[3]) - max(a[1], b[1]))
    return common / max(1e-6, min((a[2] - a[0]) * (a[3] - a[1]), (b[2] - b[0]) * (b[3] - b[1])))
