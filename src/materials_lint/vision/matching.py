"""Template matching on the directions of edges, which print, colour and polarity leave alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Box = tuple[float, float, float, float]
_WORTH_A_CLOSER_LOOK = 0.3
_ROOM = 1.5
_FAINT = 0.06
_ROUGH = 1.1
_LEAST_SHARE = 0.3


@dataclass(frozen=True, slots=True)
class _Search:
    """How large the thing is made, and which sizes and stretches of the template are tried against it."""

    side: int
    sizes: tuple[float, ...]
    stretches: tuple[float, ...]


_COARSE = _Search(36, (0.83, 0.94, 1.06, 1.2), (1.0,))
_FINE = _Search(72, (0.84, 0.9, 0.95, 1.0, 1.05, 1.11, 1.19), (0.94, 1.0, 1.06))


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


def likeness(grey: NDArray[np.uint8], box: Box, template: Template, turn: float = 0.0) -> tuple[float, Box]:
    """Return how well a template fits near a box (-1 to 1), and the box where it fits best, both in pixels of the picture.

    The picture is turned by `turn` degrees about the middle of the box first; the box that is returned is then that of the
    turned picture. A quick look at half the size comes first: where it finds nothing like the template, that is the answer.
    """
    score, place = _fit(grey, box, template, turn, _COARSE)
    return (score, place) if score < _WORTH_A_CLOSER_LOOK else _fit(grey, place, template, turn, _FINE)


def _fit(grey: NDArray[np.uint8], box: Box, template: Template, turn: float, search: _Search) -> tuple[float, Box]:
    import cv2
    import numpy as np

    height, width = template.grey.shape
    x0, y0, x1, y1 = box
    middle = ((x0 + x1) / 2, (y0 + y1) / 2)
    scale = search.side / max(1.0, x1 - x0, y1 - y0)
    room = int(_ROOM * search.side)
    near = edges(_turned(grey, middle, scale, room, turn))
    energy = np.asarray(cv2.integral(near[..., 0] ** 2 + near[..., 1] ** 2), dtype=np.float64)
    best, place = -1.0, box
    for size in search.sizes:
        for stretch in search.stretches:
            unit = search.side * size / max(width, height)
            shape = (max(8, round(width * unit * stretch)), max(8, round(height * unit)))
            if max(shape) <= room:
                score, (x, y) = _best(near, energy, template.edges(*shape))
                if score > best:
                    left, top = (x - room / 2) / scale + middle[0], (y - room / 2) / scale + middle[1]
                    best, place = score, (left, top, left + shape[0] / scale, top + shape[1] / scale)
    return best, place


def _turned(grey: NDArray[np.uint8], middle: tuple[float, float], scale: float, room: int, turn: float) -> NDArray[np.uint8]:
    import cv2
    import numpy as np

    while scale < 0.5 and min(grey.shape) > 16:
        smaller = (grey.shape[1] // 2, grey.shape[0] // 2)
        middle = (middle[0] * smaller[0] / grey.shape[1], middle[1] * smaller[1] / grey.shape[0])
        grey, scale = np.asarray(cv2.resize(grey, smaller, interpolation=cv2.INTER_AREA), dtype=np.uint8), scale * 2
    matrix = cv2.getRotationMatrix2D(middle, turn, scale)
    matrix[:, 2] += np.asarray([room / 2 - middle[0], room / 2 - middle[1]])
    return np.asarray(cv2.warpAffine(grey, matrix, (room, room), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE), dtype=np.uint8)


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
