"""Template matching on the directions of edges, which print, colour and polarity leave alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from materials_lint.vision.pyramid import Pyramid

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Box = tuple[float, float, float, float]
WORTH_A_CLOSER_LOOK = 0.3
_COARSE, _FINE = 36, 72  # how many pixels the thing is made to measure
_ROOM = 1.5
_FAINT = 0.06
_ROUGH = 1.1
_LEAST_SHARE = 0.3


_SIZES = (0.94, 1.06, 0.83, 1.2)
_HOPELESS = 0.15  # at the first two sizes: the others are not tried
_CLOSER = (0.95, 1.0, 1.05)
_STRETCHES = (0.94, 1.0, 1.06)
_ASTRAY = 6  # pixels by which the closer look may move


@dataclass(slots=True)
class Template:
    """A grey drawing of a mark on an even ground; its edges at each size are kept."""

    grey: NDArray[np.uint8]
    _edges: dict[tuple[int, int], NDArray[np.float32]] = field(default_factory=dict)

    def edges(self, width: int, height: int) -> NDArray[np.float32]:
        """Return the edges of the drawing at this size."""
        import cv2
        import numpy as np

        if (width, height) not in self._edges:
            self._edges[width, height] = edges(np.asarray(cv2.resize(self.grey, (width, height), interpolation=cv2.INTER_AREA), dtype=np.uint8))
        return self._edges[width, height]

    def shape(self, side: float, stretch: float = 1.0) -> tuple[int, int]:
        """Return its width and height when the longer side is made to measure `side` pixels."""
        height, width = self.grey.shape
        unit = side / max(width, height)
        return max(8, round(width * unit * stretch)), max(8, round(height * unit))


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a template fits (-1 to 1), how large it is then against the place, and its middle, in pixels of a place of side 72."""

    score: float
    size: float = 1.0
    x: float = 0.0
    y: float = 0.0
    shape: tuple[int, int] = (_FINE, _FINE)


class Near:
    """What is to be seen at and around a place, (x0, y0, x1, y1) in pixels of a picture, turned by some degrees about the middle of it."""

    def __init__(self, picture: Pyramid, box: Box, turn: float = 0.0) -> None:
        self._middle = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
        self._scale = _FINE / max(1.0, box[2] - box[0], box[3] - box[1])
        self._pixels = picture.cut(self._middle, self._scale, round(_ROOM * _FINE), turn)
        self._fine: tuple[NDArray[np.float32], NDArray[np.float64]] | None = None
        self._coarse = _with_energy(edges(_shrunk(self._pixels)))

    def roughly(self, template: Template) -> Fit:
        """Return where a template fits best at half the size: quick, and enough to leave most out."""
        best = Fit(-1.0)
        for number, size in enumerate(_SIZES):
            shape = template.shape(_COARSE * size)
            if number == 2 and best.score < _HOPELESS:
                break
            if max(shape) <= len(self._coarse[0]):
                score, (x, y) = _best(*self._coarse, template.edges(*shape))
                if score > best.score:
                    best = Fit(score, size, _FINE / _COARSE * (x + shape[0] / 2), _FINE / _COARSE * (y + shape[1] / 2), shape)
        return best

    def closely(self, template: Template, rough: Fit) -> Fit:
        """Return where a template fits best near a rough fit, its width somewhat stretched or not."""
        if self._fine is None:
            self._fine = _with_energy(edges(self._pixels))
        near, energy = self._fine
        best = Fit(-1.0)
        for size in _CLOSER:
            for stretch in _STRETCHES:
                shape = template.shape(_FINE * rough.size * size, stretch)
                left, top = _corner(rough.x, shape[0], len(near)), _corner(rough.y, shape[1], len(near))
                right, bottom = left + shape[0] + 2 * _ASTRAY, top + shape[1] + 2 * _ASTRAY
                part = near[top:bottom, left:right]
                if part.shape[1] < shape[0] or part.shape[0] < shape[1]:
                    continue
                score, (x, y) = _best(part, energy[top : bottom + 1, left : right + 1], template.edges(*shape))
                if score > best.score:
                    best = Fit(score, rough.size * size, left + x + shape[0] / 2, top + y + shape[1] / 2, shape)
        return best

    def box(self, fit: Fit) -> Box:
        """Return the box of a close fit in pixels of the picture, turned as the place was."""
        half = _ROOM * _FINE / 2
        x, y = (fit.x - half) / self._scale + self._middle[0], (fit.y - half) / self._scale + self._middle[1]
        wide, high = fit.shape[0] / self._scale / 2, fit.shape[1] / self._scale / 2
        return (x - wide, y - high, x + wide, y + high)


def edges(grey: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Return the direction of each edge with its angle doubled, so that light-on-dark is dark-on-light; shape (h, w, 2), length 0 to 1."""
    import cv2
    import numpy as np

    smooth = cv2.GaussianBlur(grey.astype(np.float32) / 255, (0, 0), _ROUGH)
    x, y = cv2.Sobel(smooth, cv2.CV_32F, 1, 0), cv2.Sobel(smooth, cv2.CV_32F, 0, 1)
    strength = x * x + y * y
    floor = max(1e-5, float(_FAINT * strength.max()))
    share = strength / (strength + floor) / np.maximum(strength, 1e-9)
    return np.dstack([(x * x - y * y) * share, 2 * x * y * share]).astype(np.float32)


def _corner(middle: float, side: int, room: int) -> int:
    return max(0, min(round(middle - side / 2) - _ASTRAY, room - side - 2 * _ASTRAY))


def _with_energy(found: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float64]]:
    import cv2
    import numpy as np

    return found, np.asarray(cv2.integral(found[..., 0] ** 2 + found[..., 1] ** 2), dtype=np.float64)


def _shrunk(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    import cv2
    import numpy as np

    side = round(_ROOM * _COARSE)
    return np.asarray(cv2.resize(pixels, (side, side), interpolation=cv2.INTER_AREA), dtype=np.uint8)


def _best(near: NDArray[np.float32], energy: NDArray[np.float64], wanted: NDArray[np.float32]) -> tuple[float, tuple[int, int]]:
    """Return the best normalised correlation and its place; windows with much fewer edges than the template do not count.

    OpenCV's own normalising gives 1.0 on flat windows, where it divides nothing by nothing.
    """
    import cv2
    import numpy as np

    height, width = wanted.shape[:2]
    scores = cv2.matchTemplate(near, wanted, cv2.TM_CCORR)
    own = float((wanted * wanted).sum())
    there = energy[height:, width:] - energy[:-height, width:] - energy[height:, :-width] + energy[:-height, :-width]
    scores = np.where(there > _LEAST_SHARE * own, scores / np.sqrt(np.maximum(there, 1e-6) * own), -1.0)
    _, score, _, (x, y) = cv2.minMaxLoc(scores)
    return float(score), (int(x), int(y))
