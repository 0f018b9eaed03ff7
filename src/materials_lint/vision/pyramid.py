"""A grey picture at halving sizes, each made once, when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_SMALLEST = 16


class Pyramid:
    """A grey picture, shape (height, width), and its halves."""

    def __init__(self, grey: NDArray[np.uint8]) -> None:
        self._levels = [grey]

    @property
    def grey(self) -> NDArray[np.uint8]:
        return self._levels[0]

    def level(self, number: int) -> NDArray[np.uint8]:
        """Return the picture halved `number` times; a side never gets shorter than one pixel."""
        while len(self._levels) <= number:
            self._levels.append(halved(self._levels[-1]))
        return self._levels[number]

    def cut(self, middle: tuple[float, float], scale: float, room: int, turn: float = 0.0) -> NDArray[np.uint8]:
        """Return the square of `room` pixels around a point, scaled, and turned by some degrees; what lies outside the picture repeats its border."""
        import cv2
        import numpy as np

        number = 0
        while scale * 2 ** (number + 1) <= 1 and min(self.level(number).shape) > _SMALLEST:
            number += 1
        whole, (height, width) = self.level(number), self.grey.shape
        x, y = middle[0] * whole.shape[1] / width, middle[1] * whole.shape[0] / height
        scale *= width / whole.shape[1]
        matrix = cv2.getRotationMatrix2D((x, y), turn, scale)
        matrix[:, 2] += np.asarray([room / 2 - x, room / 2 - y])
        return np.asarray(cv2.warpAffine(whole, matrix, (room, room), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE), dtype=np.uint8)


def halved(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return a picture at half its size."""
    import cv2
    import numpy as np

    smaller = (max(1, pixels.shape[1] // 2), max(1, pixels.shape[0] // 2))
    return np.asarray(cv2.resize(pixels, smaller, interpolation=cv2.INTER_AREA), dtype=np.uint8)
