"""Looking closely at one place: whether it is the emblem, and which mark it is like."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from materials_lint.vision.networks import run

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

CROP = 64
_MARGIN = 1.2
_AT_ONCE = 64

Square = tuple[float, float, float]  # the middle x, y and the side of the thing, in pixels


def judge(grey: NDArray[np.uint8], squares: Sequence[Square]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return the emblem's logit, shape (n,), and a unit vector of likeness, shape (n, 64), for each square."""
    import numpy as np

    logits, vectors = [np.zeros((0,), np.float32)], [np.zeros((0, 64), np.float32)]
    for start in range(0, len(squares), _AT_ONCE):
        crops = np.stack([crop(grey, square) for square in squares[start : start + _AT_ONCE]])
        found, vector = run("judge", crops[:, None].astype(np.float32) / np.float32(255))
        logits.append(found[:, 0])
        vectors.append(vector)
    return np.concatenate(logits), np.concatenate(vectors)


def crop(grey: NDArray[np.uint8], square: Square) -> NDArray[np.uint8]:
    """Cut a square with some margin and bring it to 64 pixels; what lies outside the picture repeats its border."""
    import cv2
    import numpy as np

    x, y, side = square[0], square[1], max(4.0, square[2] * _MARGIN)
    x0, y0 = int(np.floor(x - side / 2)) - 2, int(np.floor(y - side / 2)) - 2
    x1, y1 = int(np.ceil(x + side / 2)) + 2, int(np.ceil(y + side / 2)) + 2
    height, width = grey.shape
    left, top = min(max(x0, 0), width - 1), min(max(y0, 0), height - 1)
    part = grey[top : max(top + 1, min(y1, height)), left : max(left + 1, min(x1, width))]
    x, y, scale = x - left, y - top, CROP / side
    while scale < 0.6 and min(part.shape) > 1:
        smaller = (max(1, part.shape[1] // 2), max(1, part.shape[0] // 2))
        x, y, scale = x * smaller[0] / part.shape[1], y * smaller[1] / part.shape[0], scale * 2
        part = np.asarray(cv2.resize(part, smaller, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    matrix = np.asarray([[scale, 0, CROP / 2 - x * scale], [0, scale, CROP / 2 - y * scale]], dtype=np.float32)
    return np.asarray(cv2.warpAffine(part, matrix, (CROP, CROP), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE), dtype=np.uint8)
