"""Where in a picture an emblem or a logo may be: a small network run over the picture at halving sizes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from materials_lint.vision.grounds import evened
from materials_lint.vision.networks import run
from materials_lint.vision.pyramid import Pyramid, halved
from materials_lint.vision.shapes import outlines

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

STRIDE = 8
_UNIT = 32.0
_SMALLEST_LEVEL = 40
_TINY = 72
_PAD = 24
_BLANK = 8
_STEP = 5
_MOST_LEVELS = 16
_LEAST_SIDE = 11  # at half size
_TILE = 16
_FULL = 0.5
_LEAST = 0.1


@dataclass(frozen=True, slots=True)
class Place:
    """A square-ish place in pixels of the picture, with the chance (0 to 1) that it is an emblem, and that it is any logo."""

    x: float
    y: float
    width: float
    height: float
    emblem: float
    logo: float

    @property
    def side(self) -> float:
        return max(self.width, self.height)


def spot(picture: Pyramid, emblem_from: float, logo_from: float, most: int) -> tuple[list[Place], list[Place]]:
    """Return places of emblems and places of logos, the likeliest first, at most `most` of each."""
    import numpy as np

    levels = [_at_level(*level) for level in _levels(picture)]
    found = np.concatenate(levels) if levels else np.zeros((0, 6))
    return _best(found, 4, emblem_from, most), _best(found, 5, logo_from, most)


def _levels(picture: Pyramid) -> list[tuple[NDArray[np.uint8], float, int, int]]:
    """Return (picture, its scale, and the place of its corner in the whole) for each size; blank borders are left out."""
    x0, y0, x1, y1 = _inked(picture.grey)
    if x1 <= x0:
        return []
    levels: list[tuple[NDArray[np.uint8], float, int, int]] = []
    if max(x1 - x0, y1 - y0) < _TINY:
        levels.append((_doubled(picture.grey[y0:y1, x0:x1]), 2.0, x0, y0))
    for number in range(_MOST_LEVELS):
        step = 2**number
        left, top = x0 // step, y0 // step
        part = picture.level(number)[top : -(-y1 // step), left : -(-x1 // step)]
        levels.append((part, 1 / step, left * step, top * step))
        if max(part.shape) <= _SMALLEST_LEVEL or min(part.shape) < 4:
            break
    return levels


def _doubled(part: NDArray[np.uint8]) -> NDArray[np.uint8]:
    import cv2
    import numpy as np

    return np.asarray(cv2.resize(part, (2 * part.shape[1], 2 * part.shape[0]), interpolation=cv2.INTER_CUBIC), dtype=np.uint8)


def _inked(grey: NDArray[np.uint8]) -> tuple[int, int, int, int]:
    """Return the box of what differs from the picture's border."""
    import cv2
    import numpy as np

    ground = int(np.median(np.concatenate([grey[0], grey[-1], grey[:, 0], grey[:, -1]])))
    x, y, width, height = cv2.boundingRect((cv2.absdiff(grey, np.full_like(grey, ground)) > _BLANK).astype(np.uint8))
    return x, y, x + width, y + height


def _at_level(part: NDArray[np.uint8], scale: float, x0: int, y0: int) -> NDArray[np.float64]:
    """Return rows of x, y, width, height, emblem, logo in pixels of the whole picture."""
    import cv2
    import numpy as np

    height, width = part.shape
    padded = np.asarray(cv2.copyMakeBorder(part, _PAD, _PAD + -height % STRIDE, _PAD, _PAD + -width % STRIDE, cv2.BORDER_REPLICATE), dtype=np.uint8)
    found = [_in_window(padded, window) for window in windows(padded)]
    if not found:
        return np.zeros((0, 6))
    rows = np.concatenate(found)
    rows[:, :2] = (rows[:, :2] - _PAD) / scale + (x0, y0)
    rows[:, 2:4] /= scale
    return rows


def _in_window(padded: NDArray[np.uint8], window: tuple[int, int, int, int]) -> NDArray[np.float64]:
    import numpy as np

    left, top, right, bottom = window
    (out,) = run("spotter", (evened(padded[top:bottom, left:right]).astype(np.float32) / np.float32(255))[None, None])
    emblem, logo = 1 / (1 + np.exp(-out[0, 0])), 1 / (1 + np.exp(-out[0, 1]))
    rows, columns = np.nonzero((emblem > _LEAST) | (logo > _LEAST))
    offset_x, offset_y, log_w, log_h = (out[0, channel][rows, columns] for channel in range(2, 6))
    x, y = left + (columns + 0.5 + offset_x) * STRIDE, top + (rows + 0.5 + offset_y) * STRIDE
    wide, high = (_UNIT * np.exp(np.clip(side, -1.5, 1.5)) for side in (log_w, log_h))
    return np.stack([x, y, wide, high, emblem[rows, columns], logo[rows, columns]], axis=1)


def windows(grey: NDArray[np.uint8]) -> list[tuple[int, int, int, int]]:
    """Return the windows (x0, y0, x1, y1) worth a look: where strokes hang together over the size of a mark.

    The letters of running text are smaller than the smallest mark and stand apart; so do most rules and specks. Half the
    size shows as much, at a quarter of the cost.
    """
    import cv2
    import numpy as np

    height, width = grey.shape
    half = halved(grey)
    ink = (cv2.morphologyEx(half, cv2.MORPH_GRADIENT, np.ones((2, 2), np.uint8)) > _STEP).astype(np.uint8)
    found, boxes = outlines(ink)
    large = [outline for outline, (_, _, wide, high) in zip(found, boxes.tolist(), strict=True) if wide >= _LEAST_SIDE and high >= _LEAST_SIDE]
    if not large:
        return []
    drawn = np.zeros_like(ink)
    cv2.polylines(drawn, large, isClosed=True, color=1)
    tiles = _tiles(drawn)
    if tiles.mean() > _FULL:
        return [(0, 0, width, height)]
    count, _, areas, _ = cv2.connectedComponentsWithStats(cv2.dilate(tiles, np.ones((3, 3), np.uint8)), connectivity=8)
    side = 2 * _TILE
    return [(int(x) * side, int(y) * side, min(width, int(x + w) * side), min(height, int(y + h) * side)) for x, y, w, h, _ in areas[1:count]]


def _tiles(mask: NDArray[np.uint8]) -> NDArray[np.uint8]:
    import numpy as np

    height, width = mask.shape
    padded = np.zeros((-(-height // _TILE) * _TILE, -(-width // _TILE) * _TILE), np.uint8)
    padded[:height, :width] = mask
    return np.asarray(padded.reshape(padded.shape[0] // _TILE, _TILE, padded.shape[1] // _TILE, _TILE).max(axis=(1, 3)), dtype=np.uint8)


def _best(found: NDArray[np.float64], column: int, least: float, most: int) -> list[Place]:
    """Return the best of those that stand for the same thing."""
    order = sorted((row for row in found if row[column] >= least), key=lambda row: -row[column])
    kept: list[Place] = []
    for row in order[:4000]:
        place = Place(*(float(v) for v in row))
        if not any(overlap(place, other) > 0.35 for other in kept):
            kept.append(place)
            if len(kept) == most:
                break
    return kept


def overlap(a: Place, b: Place) -> float:
    """Return the common area of two places over that of both."""
    wide = min(a.x + a.width / 2, b.x + b.width / 2) - max(a.x - a.width / 2, b.x - b.width / 2)
    high = min(a.y + a.height / 2, b.y + b.height / 2) - max(a.y - a.height / 2, b.y - b.height / 2)
    common = max(0.0, wide) * max(0.0, high)
    return common / (a.width * a.height + b.width * b.height - common)
