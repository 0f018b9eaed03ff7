"""The globe's net in orthographic projection: parallels and half-meridians as arcs of ellipses.

The unit is the mark's (the globe's own radius is ``Net.radius`` of it), the origin its centre, z towards the reader. A circle on the globe is ``centre + radius * (along * cos t + across * sin t)``; *along* is
chosen in the plane of the drawing, so its projection is an ellipse with the semi-axes ``radius`` and ``radius * |across's projection|``.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tools.draw_marks.svg import Point, length, number, place

Vector = tuple[float, float, float]
Keep = Callable[[Point], bool]

_SAMPLES = 1440
_NEAR = 1e-9


def _cross(a: Vector, b: Vector) -> Vector:
    return a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]


def _dot(a: Vector, b: Vector) -> float:
    return sum(x * y for x, y in zip(a, b, strict=True))


def _unit(a: Vector) -> Vector:
    size = math.sqrt(_dot(a, a))
    return a[0] / size, a[1] / size, a[2] / size


def _sum(*terms: tuple[float, Vector]) -> Vector:
    x, y, z = (sum(factor * vector[axis] for factor, vector in terms) for axis in range(3))
    return x, y, z


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle on the globe, or the half of it on the side of *towards*."""

    centre: Vector
    radius: float
    along: Vector
    across: Vector
    towards: Vector | None = None

    def at(self, t: float) -> Vector:
        """The circle's point at the angle *t* (radians)."""
        return _sum((1.0, self.centre), (self.radius * math.cos(t), self.along), (self.radius * math.sin(t), self.across))

    def shown(self, t: float, keep: Keep) -> bool:
        """Whether the point at *t* is on the near side, on the wanted half and kept by *keep*."""
        point = self.at(t)
        return point[2] > _NEAR and (self.towards is None or _dot(point, self.towards) > _NEAR) and keep((point[0], point[1]))

    def arc(self, start: float, end: float, size: float = 1.0) -> str:
        """SVG data of the arc from *start* to *end* (radians, end after start), the globe's radius being *size*."""
        first, last = self.at(start), self.at(end)
        squash = math.hypot(self.across[0], self.across[1])
        turn = self.along[0] * self.across[1] - self.along[1] * self.across[0]
        tilt = -math.degrees(math.atan2(self.along[1], self.along[0]))
        flags = f"{int(end - start > math.pi)} {int(turn < 0)}"
        return f"M{place(_scaled(first, size))} A{length(size * self.radius)} {length(size * self.radius * squash)} {number(tilt)} {flags} {place(_scaled(last, size))}"


@dataclass(frozen=True, slots=True)
class Net:
    """Where the globe's pole is and which of its lines are drawn (degrees; azimuth from ``pole x z`` towards ``pole x (pole x z)``)."""

    pole: Point
    parallels: Sequence[float] = ()
    meridians: Sequence[float] = ()
    radius: float = 1.0

    def _axes(self) -> tuple[Vector, Vector, Vector]:
        pole = (*self.pole, math.sqrt(1 - self.pole[0] ** 2 - self.pole[1] ** 2))
        first = _unit(_cross(pole, (0.0, 0.0, 1.0)))
        return pole, first, _cross(pole, first)

    def parallel(self, colatitude: float) -> Circle:
        """The parallel at *colatitude* degrees from the pole."""
        pole, first, second = self._axes()
        angle = math.radians(colatitude)
        return Circle(_sum((math.cos(angle), pole)), math.sin(angle), first, second)

    def meridian(self, azimuth: float) -> Circle:
        """The half-meridian at *azimuth* degrees."""
        pole, first, second = self._axes()
        angle = math.radians(azimuth)
        towards = _sum((math.cos(angle), first), (math.sin(angle), second))
        normal = _cross(pole, towards)
        along = _unit(_cross(normal, (0.0, 0.0, 1.0)))
        return Circle((0.0, 0.0, 0.0), 1.0, along, _cross(normal, along), towards)

    def arcs(self, keep: Keep) -> str:
        """SVG data of every arc of the near side that *keep* lets stand."""
        wanted = _at_size(keep, self.radius)
        circles = [*map(self.parallel, self.parallels), *map(self.meridian, self.meridians)]
        return " ".join(circle.arc(start, end, self.radius) for circle in circles for start, end in _runs(circle, wanted))


def _scaled(point: Vector, size: float) -> Point:
    return point[0] * size, point[1] * size


def _at_size(keep: Keep, size: float) -> Keep:
    return lambda point: keep((point[0] * size, point[1] * size))


def _runs(circle: Circle, keep: Keep) -> list[tuple[float, float]]:
    """The ranges of t that are shown, in radians."""
    step = 2 * math.pi / _SAMPLES
    shown = [circle.shown(index * step, keep) for index in range(_SAMPLES)]
    if all(shown):
        return [(0.0, math.pi), (math.pi, 2 * math.pi)]
    starts = [index for index in range(_SAMPLES) if shown[index] and not shown[index - 1]]
    found = []
    for start in starts:
        end = start
        while shown[(end + 1) % _SAMPLES]:
            end += 1
        found.append((_edge(circle, keep, start * step, (start - 1) * step), _edge(circle, keep, end * step, (end + 1) * step)))
    return found


def _edge(circle: Circle, keep: Keep, inside: float, outside: float) -> float:
    """Where between a shown and a hidden angle the line ends (bisection to 1e-5)."""
    for _ in range(10):
        middle = (inside + outside) / 2
        inside, outside = (middle, outside) if circle.shown(middle, keep) else (inside, middle)
    return inside


def in_rim(point: Point) -> bool:
    """Whether *point* is inside the rim of radius 1."""
    return math.hypot(*point) < 0.995


def clear_of(contours: Sequence[Sequence[Point]], distance: float) -> Keep:
    """A test: farther than *distance* from every edge of *contours* (each closed, none a hole), and outside them."""
    shapes = [_Shape(contour, distance) for contour in contours]
    return lambda point: all(shape.clear(point) for shape in shapes)


class _Shape:
    """One closed contour with the box about all that is too near to it."""

    def __init__(self, contour: Sequence[Point], distance: float) -> None:
        self.edges = [(contour[index - 1], contour[index]) for index in range(len(contour))]
        self.distance = distance
        self.left, self.bottom = (min(values) - distance for values in zip(*contour, strict=True))
        self.right, self.top = (max(values) + distance for values in zip(*contour, strict=True))

    def clear(self, point: Point) -> bool:
        """Whether *point* is outside the contour and far enough from it."""
        if not (self.left < point[0] < self.right and self.bottom < point[1] < self.top):
            return True
        return not _inside(point, self.edges) and all(_distance(point, *edge) > self.distance for edge in self.edges)


def _inside(point: Point, edges: Sequence[tuple[Point, Point]]) -> bool:
    x, y = point
    crossings = 0
    for (x1, y1), (x2, y2) in edges:
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
            crossings += 1
    return crossings % 2 == 1


def _distance(point: Point, start: Point, end: Point) -> float:
    dx, dy = end[0] - start[0], end[1] - start[1]
    span = dx * dx + dy * dy
    share = 0.0 if span == 0 else max(0.0, min(1.0, ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / span))
    return math.hypot(point[0] - start[0] - share * dx, point[1] - start[1] - share * dy)
