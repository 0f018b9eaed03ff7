"""Outlines in the metafile's device space, gathered as SVG path data."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

Box = tuple[float, float, float, float]
NOWHERE: Box = (math.inf, math.inf, -math.inf, -math.inf)


class Extent(NamedTuple):
    """Where an outline lies, and what measures the work of drawing it: how far its edges rise and fall, how far they go, and their number."""

    box: Box
    climb: float
    travel: float
    edges: int


class Outline:
    """Figures of lines and Bézier curves."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._points: list[NDArray[np.float64]] = []
        self.open = False

    def __bool__(self) -> bool:
        return bool(self._parts)

    @property
    def data(self) -> str:
        return "".join(self._parts)

    def move(self, point: NDArray[np.float64]) -> None:
        """Begin a figure at a point of shape (2,)."""
        self._parts.append(f"M{point[0]:.7g} {point[1]:.7g}")
        self._points.append(point.reshape(1, 2))
        self.open = True

    def lines(self, points: NDArray[np.float64]) -> None:
        """Go straight to each of the points (count, 2)."""
        self._go("L", points)

    def curves(self, points: NDArray[np.float64]) -> None:
        """Add Bézier curves of three points each (two controls and the end)."""
        self._go("C", points[: len(points) // 3 * 3])

    def close(self) -> None:
        if self.open:
            self._parts.append("Z")
        self.open = False

    def add(self, other: Outline) -> None:
        """Append another outline's figures."""
        self._parts += other._parts
        self._points += other._points
        self.open = other.open

    def extent(self) -> Extent:
        if not self._points:
            return Extent(NOWHERE, 0.0, 0.0, 0)
        points = np.concatenate(self._points) if len(self._points) > 1 else self._points[0]
        low, high = points.min(axis=0).tolist(), points.max(axis=0).tolist()
        across, down = np.abs(points[1:] - points[:-1]).sum(axis=0).tolist()
        return Extent((low[0], low[1], high[0], high[1]), down, across + down, len(points))

    def _go(self, command: str, points: NDArray[np.float64]) -> None:
        if len(points):
            self._parts.append(command + " ".join([f"{value:.7g}" for value in points.ravel().tolist()]))
            self._points.append(points)


def polygon(points: NDArray[np.float64], *, closed: bool = True) -> Outline:
    """Return one figure through the points."""
    outline = Outline()
    if len(points):
        outline.move(points[0])
        outline.lines(points[1:])
        if closed:
            outline.close()
    return outline


def arc(box: Box, start: float, sweep: float) -> NDArray[np.float64]:
    """Return the start and the Bézier points of an arc of the ellipse in `box`; angles in radians, turning from x towards y."""
    middle = np.array(((box[0] + box[2]) / 2, (box[1] + box[3]) / 2))
    radii = np.array(((box[2] - box[0]) / 2, (box[3] - box[1]) / 2))
    pieces = max(1, math.ceil(abs(sweep) / (math.pi / 2) - 1e-9))
    step = sweep / pieces
    reach = 4 / 3 * math.tan(step / 4)
    points = [(math.cos(start), math.sin(start))]
    for index in range(pieces):
        first, last = start + index * step, start + (index + 1) * step
        points.append((math.cos(first) - reach * math.sin(first), math.sin(first) + reach * math.cos(first)))
        points.append((math.cos(last) + reach * math.sin(last), math.sin(last) - reach * math.cos(last)))
        points.append((math.cos(last), math.sin(last)))
    return np.asarray(middle + np.array(points) * radii, dtype=np.float64)
