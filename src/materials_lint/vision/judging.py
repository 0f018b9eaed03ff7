"""Looking closely at one place: whether it is the emblem, and which mark it is like."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from materials_lint.vision.grounds import evened
from materials_lint.vision.networks import run
from materials_lint.vision.pyramid import Pyramid

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

CROP = 64
_MARGIN = 1.2
_AT_ONCE = 64

Square = tuple[float, float, float]  # the middle x, y and the side of the thing, in pixels


def judge(picture: Pyramid, squares: Sequence[Square]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return the emblem's logit, shape (n,), and a unit vector of likeness, shape (n, 64), for each square."""
    import numpy as np

    logits, vectors = [np.zeros((0,), np.float32)], [np.zeros((0, 64), np.float32)]
    for start in range(0, len(squares), _AT_ONCE):
        crops = np.stack([evened(crop(picture, square)) for square in squares[start : start + _AT_ONCE]])
        found, vector = run("judge", crops[:, None].astype(np.float32) / np.float32(255))
        logits.append(found[:, 0])
        vectors.append(vector)
    return np.concatenate(logits), np.concatenate(vectors)


def crop(picture: Pyramid, square: Square) -> NDArray[np.uint8]:
    """Cut a square with some margin and bring it to 64 pixels."""
    x, y, side = square[0], square[1], max(4.0, square[2] * _MARGIN)
    return picture.cut((x, y), CROP / side, CROP)
