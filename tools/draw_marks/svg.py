"""Hand-readable SVG: paths of lines and curves, and the drawing that holds them.

Points are ``(x, y)`` in the mark's own unit, x to the right and y upwards; the drawing writes them in hundredths of that unit with y downwards, as SVG 1.1 has it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

Point = tuple[float, float]

UNITS = 100.0
MARGIN = 0.03


def number(value: float) -> str:
    """*value* with two decimals at most and no trailing zeros."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def place(point: Point) -> str:
    """*point* as SVG coordinates."""
    return f"{number(point[0] * UNITS)} {number(-point[1] * UNITS)}"


def length(value: float) -> str:
    """A length in the mark's unit as an SVG length."""
    return number(value * UNITS)


class Path:
    """One path: its SVG data, and the points of its outline for measuring distances (curves as 12 chords)."""

    def __init__(self, at: Callable[[Point], Point] = lambda point: point) -> None:
        """An empty path; every point given to it is first moved by *at*."""
        self.at = at
        self.steps: list[str] = []
        self.contours: list[list[Point]] = []

    def move(self, to: Point) -> Path:
        """Start a new contour at *to*."""
        self.contours.append([self.at(to)])
        self.steps.append(f"M{place(self.contours[-1][0])}")
        return self

    def line(self, *to: Point) -> Path:
        """Straight on through the points of *to*."""
        moved = [self.at(point) for point in to]
        self.steps.extend(f"L{place(point)}" for point in moved)
        self.contours[-1].extend(moved)
        return self

    def bend(self, control: Point, to: Point) -> Path:
        """A quadratic curve to *to*."""
        start, control, to = self.contours[-1][-1], self.at(control), self.at(to)
        third = [tuple(a + (c - a) * 2 / 3 for a, c in zip(end, control, strict=True)) for end in (start, to)]
        self._flatten(start, (third[0][0], third[0][1]), (third[1][0], third[1][1]), to)
        self.steps.append(f"Q{place(control)} {place(to)}")
        return self

    def curve(self, first: Point, second: Point, to: Point) -> Path:
        """A cubic curve to *to*."""
        first, second, to = self.at(first), self.at(second), self.at(to)
        self._flatten(self.contours[-1][-1], first, second, to)
        self.steps.append(f"C{place(first)} {place(second)} {place(to)}")
        return self

    def close(self) -> Path:
        """Back to where the contour began."""
        self.steps.append("Z")
        return self

    def kept(self, keep: Callable[[Point], bool]) -> str:
        """SVG data of the open path's pieces that *keep* lets stand, as short chords."""
        pieces: list[list[Point]] = [[]]
        for point in _dense(self.contours[0]):
            if keep(point):
                pieces[-1].append(point)
            elif pieces[-1]:
                pieces.append([])
        return " ".join(" ".join(Path().move(piece[0]).line(*_thinned(piece)).steps) for piece in pieces if len(piece) > 1)

    def _flatten(self, start: Point, first: Point, second: Point, end: Point) -> None:
        for step in range(1, 13):
            t = step / 12
            a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3
            self.contours[-1].append((a * start[0] + b * first[0] + c * second[0] + d * end[0], a * start[1] + b * first[1] + c * second[1] + d * end[1]))

    def __str__(self) -> str:
        """The path's data, as the attribute ``d`` takes it."""
        return " ".join(self.steps)


def _dense(points: Sequence[Point]) -> list[Point]:
    """*points* with nine more on every chord."""
    pairs = pairwise(points)
    return [(a[0] + (b[0] - a[0]) * step / 10, a[1] + (b[1] - a[1]) * step / 10) for a, b in pairs for step in range(10)] + [points[-1]]


def _thinned(piece: Sequence[Point]) -> list[Point]:
    """Every tenth point of *piece* after its first, and its last."""
    return [*piece[10:-1:10], piece[-1]]


def polygon(points: Sequence[Point]) -> Path:
    """A closed path through *points*."""
    return Path().move(points[0]).line(*points[1:]).close()


def box(left: float, top: float, right: float, bottom: float) -> Path:
    """An upright rectangle."""
    return polygon([(left, top), (right, top), (right, bottom), (left, bottom)])


def rounded_box(left: float, top: float, right: float, bottom: float, radius: float) -> Path:
    """An upright rectangle with rounded corners (quadratic curves)."""
    return rounded([(left, top), (right, top), (right, bottom), (left, bottom)], radius)


def rounded(points: Sequence[Point], radius: float) -> Path:
    """A closed polygon with every corner rounded off at *radius* from it."""
    path = Path()
    for index, corner in enumerate(points):
        before, after = (_towards(corner, points[(index + step) % len(points)], radius) for step in (-1, 1))
        (path.line if index else path.move)(before)
        path.bend(corner, after)
    return path.close()


def _towards(start: Point, end: Point, distance: float) -> Point:
    span = ((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5
    share = min(distance / span, 0.5)
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


@dataclass(frozen=True, slots=True)
class Bounds:
    """The rectangle a drawing fills, in the mark's unit."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(slots=True)
class Drawing:
    """One SVG file in the making."""

    title: str
    bounds: Bounds
    definitions: list[str] = field(default_factory=list)
    elements: list[str] = field(default_factory=list)

    def fill(self, path: Path, colour: str, *, hollow: bool = False) -> None:
        """Fill *path*; *hollow* lets its inner contours be holes."""
        rule = ' fill-rule="evenodd"' if hollow else ""
        self.elements.append(f'<path fill="{colour}"{rule} d="{path}"/>')

    def stroke(self, data: Path | str, colour: str, width: float, *, joined: bool = False) -> None:
        """Draw *data* as a line of *width*; *joined* rounds its joins and ends."""
        ends = ' stroke-linejoin="round" stroke-linecap="round"' if joined else ""
        self.elements.append(f'<path fill="none" stroke="{colour}" stroke-width="{length(width)}"{ends} d="{data}"/>')

    def keyline(self, path: Path, colour: str, width: float) -> None:
        """An outline with sharp corners, reaching *width* beyond *path*; draw it before the filled path."""
        self.elements.append(f'<path fill="none" stroke="{colour}" stroke-width="{length(2 * width)}" stroke-miterlimit="8" d="{path}"/>')

    def disc(self, centre: Point, radius: float, colour: str) -> None:
        """A filled circle."""
        self.elements.append(f'<circle{_centre(centre)} r="{length(radius)}" fill="{colour}"/>')

    def ring(self, centre: Point, outer: float, width: float, colour: str) -> None:
        """A circle's line, *width* thick, that ends at radius *outer*."""
        self.elements.append(f'<circle{_centre(centre)} r="{length(outer - width / 2)}" fill="none" stroke="{colour}" stroke-width="{length(width)}"/>')

    def gradient(self, name: str, start: Point, end: Point, stops: Iterable[tuple[float, str]]) -> str:
        """Define a linear gradient from *start* to *end*; returns the fill that uses it."""
        (x1, y1), (x2, y2) = (place(point).split() for point in (start, end))
        where = f'gradientUnits="userSpaceOnUse" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"'
        self.definitions.append(f'<linearGradient id="{name}" {where}>{_stops(stops)}</linearGradient>')
        return f"url(#{name})"

    def radial(self, name: str, centre: Point, radius: float, stops: Iterable[tuple[float, str]]) -> str:
        """Define a radial gradient; returns the fill that uses it."""
        x, y = place(centre).split()
        where = f'gradientUnits="userSpaceOnUse" cx="{x}" cy="{y}" r="{length(radius)}"'
        self.definitions.append(f'<radialGradient id="{name}" {where}>{_stops(stops)}</radialGradient>')
        return f"url(#{name})"

    def __str__(self) -> str:
        """The whole SVG file."""
        left, top = self.bounds.left - MARGIN, self.bounds.top + MARGIN
        width, height = self.bounds.right + MARGIN - left, top - self.bounds.bottom + MARGIN
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{place((left, top))} {length(width)} {length(height)}" width="{length(width)}" height="{length(height)}">'
        )
        definitions = ["<defs>", *(f"  {entry}" for entry in self.definitions), "</defs>"] if self.definitions else []
        body = [f"<title>{self.title}</title>", *definitions, *self.elements]
        return "\n".join([head, *(f"  {entry}" for entry in body), "</svg>", ""])


def _centre(centre: Point) -> str:
    if centre == (0, 0):
        return ""
    x, y = place(centre).split()
    return f' cx="{x}" cy="{y}"'


def _stops(stops: Iterable[tuple[float, str]]) -> str:
    return "".join(f'<stop offset="{number(offset)}" stop-color="{colour}"/>' for offset, colour in stops)
