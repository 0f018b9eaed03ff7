"""Things that stand apart from what is around them: the boxes of ink that hangs together, at every size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from materials_lint.vision.judging import Square
from materials_lint.vision.pyramid import Pyramid

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_STEP = 8
_GAPS = (1, 3, 7)  # pixels of a thing's own ground that are bridged
_SIDES = (18, 48)  # of a thing, in pixels of the size at which it is looked for
_LONGEST = 4.0  # side to side
_SAME = 0.12


def things(picture: Pyramid, most: int) -> list[Square]:
    """Return the squares around things at least 24 pixels large, at most `most`, the largest first."""
    found: list[Square] = []
    number = 0
    while max(picture.level(number).shape) > _SIDES[0]:
        if number or max(picture.grey.shape) < 2 * _SIDES[1]:
            found += _at(picture.level(number), 2.0**number)
        number += 1
    kept: list[Square] = []
    for square in sorted(found, key=lambda one: -one[2]):
        if not any(_alike(square, other) for other in kept):
            kept.append(square)
            if len(kept) == most:
                break
    return kept


def outlines(ink: NDArray[np.uint8]) -> tuple[list[NDArray[np.int32]], NDArray[np.int32]]:
    """Return the outer outline of all ink that hangs together, inside others' outlines too, and their boxes (x, y, width, height), shape (n, 4)."""
    import cv2
    import numpy as np

    found, above = cv2.findContours(ink, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    outer = [np.asarray(outline, dtype=np.int32) for outline, (_, _, _, parent) in zip(found, above[0] if above is not None else (), strict=True) if parent < 0]
    return outer, np.asarray([cv2.boundingRect(outline) for outline in outer], dtype=np.int32).reshape(-1, 4)


def _at(grey: NDArray[np.uint8], unit: float) -> list[Square]:
    import cv2
    import numpy as np

    ink = (cv2.morphologyEx(grey, cv2.MORPH_GRADIENT, np.ones((2, 2), np.uint8)) > _STEP).astype(np.uint8)
    found = []
    for gap in _GAPS:
        joined = np.asarray(cv2.dilate(ink, np.ones((gap, gap), np.uint8)) if gap > 1 else ink, dtype=np.uint8)
        for x, y, wide, high in outlines(joined)[1].tolist():
            side = max(wide, high) - gap + 1
            if _SIDES[0] <= side < _SIDES[1] and side <= _LONGEST * min(wide, high):
                found.append(((x + wide / 2) * unit, (y + high / 2) * unit, side * unit))
    return found


def _alike(one: Square, other: Square) -> bool:
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) < _SAME * other[2]
