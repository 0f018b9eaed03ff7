"""Places on a page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """What a box is measured in: PDF points, or pixels of the stored picture."""

    POINT = "pt"
    PIXEL = "px"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle whose origin is the page's top left corner, y pointing down."""

    x0: float
    y0: float
    x1: float
    y1: float

    def as_list(self) -> list[float]:
        """Return [x0, y0, x1, y1], rounded to hundredths so that reports stay stable."""
        return [round(value, 2) + 0.0 for value in (self.x0, self.y0, self.x1, self.y1)]


def around(boxes: Iterable[Box]) -> Box | None:
    """Return the smallest box around all of `boxes`, or None for none."""
    every = list(boxes)
    if not every:
        return None
    return Box(min(b.x0 for b in every), min(b.y0 for b in every), max(b.x1 for b in every), max(b.y1 for b in every))
