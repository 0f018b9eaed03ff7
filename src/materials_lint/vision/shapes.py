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
    """Return the squares around things at least 24 pixels large, at most `most`, the fullest first."""
    found: list[tuple[float, Square]] = []
    number = 0
    while max(picture.level(number).shape) > _SIDES[0]:
        if number or max(picture.grey.shape) < 2 * _SIDES[1]:
            found += _at(picture.level(number), 2.0**number)
        number += 1
    kept: list[Square] = []
    for _, square in sorted(found, key=lambda one: -one[0]):
        if not any(_alike(square, other) for other in kept):
            kept.append(square)
            if len(kept) == most:
                break
    return kept


def _at(grey: NDArray[np.uint8], unit: float) -> list[tuple[float, Square]]:
    import cv2
    import numpy as np

    ink = (cv2.morphologyEx(grey, cv2.MORPH_GRADIENT, np.ones((2, 2), np.uint8)) > _STEP).astype(np.uint8)
    found = []
    for gap in _GAPS:
        joined = cv2.dilate(ink, np.ones((gap, gap), np.uint8)) if gap > 1 else ink
        _, _, boxes, _ = cv2.connectedComponentsWithStats(joined, connectivity=8, ltype=cv2.CV_32S)
        sides = boxes[:, 2:4]
        long = sides.max(axis=1) - gap + 1
        fits = (long >= _SIDES[0]) & (long < _SIDES[1]) & (long <= _LONGEST * sides.min(axis=1))
        fits[0] = False
        for x, y, wide, high, area in boxes[fits].tolist():
            side = float(max(wide, high) - gap + 1)
            found.append((area / (wide * high), ((x + wide / 2) * unit, (y + high / 2) * unit, side * unit)))
    return found


def _alike(one: Square, other: Square) -> bool:
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) < _SAME * other[2]
