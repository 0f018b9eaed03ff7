"""The emblem's capitals: a T of two bars, a U with a bowl, and their bracketed serif forms."""

from __future__ import annotations

from tools.draw_marks.svg import Path, Point, polygon

Span = tuple[float, float]


def bar_t(bar: Span, stem: Span, top: float, underside: float, bottom: float) -> list[Point]:
    """The corners of a sans T, clockwise from the upper left."""
    return [(bar[0], top), (bar[1], top), (bar[1], underside), (stem[1], underside), (stem[1], bottom), (stem[0], bottom), (stem[0], underside), (bar[0], underside)]


def bowl(path: Path, span: Span, start: float, bottom: float, fullness: float) -> Path:
    """Go on from ``(span[0], start)`` through the bottom of a bowl to ``(span[1], start)``; *fullness* 0.55 is an ellipse, more is squarer."""
    middle, half, depth = (span[0] + span[1]) / 2, (span[1] - span[0]) / 2, start - bottom
    path.line((span[0], start)).curve((span[0], start - fullness * depth), (middle - fullness * half, bottom), (middle, bottom))
    return path.curve((middle + fullness * half, bottom), (span[1], start - fullness * depth), (span[1], start))


def bowl_u(outer: Span, inner: Span, top: float, outer_bowl: Span, inner_bowl: Span, fullness: float) -> Path:
    """A sans U; each bowl is given by the y where it begins and the y of its bottom."""
    path = bowl(Path().move((outer[0], top)), outer, *outer_bowl, fullness).line((outer[1], top), (inner[1], top))
    return bowl(path, (inner[1], inner[0]), *inner_bowl, fullness).line((inner[0], top)).close()


def sans_letters(i: Span, t: tuple[Span, Span, float], u: Path, top: float, bottom: float) -> list[Path]:
    """Sharp-cornered I and T between *top* and *bottom*, and the U given."""
    left, right = i
    return [polygon([(left, top), (right, top), (right, bottom), (left, bottom)]), polygon(bar_t(t[0], t[1], top, t[2], bottom)), u]
