"""The one-colour emblem used to about 2000: thin rim and net, bracketed serif letters, the bolt behind them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tools.draw_marks.globe import Keep, Net, clear_of, in_rim
from tools.draw_marks.letters import bowl
from tools.draw_marks.svg import Bounds, Drawing, Path, Point

BLACK = "#000000"
BOUNDS = Bounds(-1.0, 1.12, 1.0, -1.06)

_PARALLELS = Net(pole=(0.363, 0.703), parallels=(18, 48.8, 76.8, 108), radius=0.986)
_MERIDIANS = Net(pole=(0.369, 0.713), meridians=(5.8, 57, 121, 178), radius=0.995)
_BENT_MERIDIANS = Net(pole=_MERIDIANS.pole, meridians=(232, 309), radius=0.995)
Move = Callable[[Point], Point]


def _same(point: Point) -> Point:
    return point


def _to(start: Point, end: Point, new_start: Point, new_end: Point) -> Move:
    """The move that scales each axis so that *start* and *end* come to the new places."""

    def move(point: Point) -> Point:
        x, y = (low + (value - a) / (b - a) * (high - low) for value, a, b, low, high in zip(point, start, end, new_start, new_end, strict=True))
        return x, y

    return move


@dataclass(frozen=True, slots=True)
class Cut:
    """A cut of the emblem: how far its letters and the two parts of its bolt are moved from the usual ones, and its line widths."""

    i: Move = _same
    t: Move = _same
    u: Move = _same
    upper: Move = _same
    lower: Move = _same
    rim: float = 0.022
    line: float = 0.022


USUAL = Cut()
EARLY = Cut(
    i=_to((-0.850, 0.315), (-0.545, -0.367), (-0.746, 0.325), (-0.483, -0.297)),
    t=_to((-0.425, 0.315), (0.142, -0.367), (-0.382, 0.325), (0.142, -0.297)),
    u=_to((0.229, 0.315), (0.863, -0.376), (0.216, 0.325), (0.780, -0.316)),
    upper=_to((-0.800, 1.120), (-0.395, 0.383), (-0.770, 1.160), (-0.340, 0.410)),
    lower=_to((-0.100, -0.552), (0.974, -1.060), (-0.078, -0.500), (0.985, -1.015)),
    rim=0.020,
    line=0.014,
)
_HALO = 0.022
_TOP, _BOTTOM, _SERIF = 0.315, -0.367, 0.027


def _serif_i(at: Move, left: float, right: float, stem: tuple[float, float]) -> Path:
    """An I with brackets between the stem and both serifs."""
    bracket, top, bottom = 0.034, _TOP - _SERIF, _BOTTOM + _SERIF
    path = Path(at).move((left, _TOP)).line((right, _TOP), (right, top)).bend((stem[1], top), (stem[1], top - bracket)).line((stem[1], bottom + bracket))
    path.bend((stem[1], bottom), (right, bottom)).line((right, _BOTTOM), (left, _BOTTOM), (left, bottom)).bend((stem[0], bottom), (stem[0], bottom + bracket))
    return path.line((stem[0], top - bracket)).bend((stem[0], top), (left, top)).close()


def _serif_t(at: Move) -> Path:
    """The T: its bar ends in two serifs that hang down like hooks."""
    left, right, stem, underside, hook, foot = -0.425, 0.142, (-0.239, -0.050), 0.205, 0.108, (-0.294, 0.010)
    path = Path(at).move((left, _TOP)).line((right, _TOP), (right, hook), (right - 0.028, hook)).bend((right - 0.032, underside), (0.045, underside))
    path.line((stem[1], underside), (stem[1], -0.305)).bend((stem[1], -0.341), (foot[1], -0.341)).line((foot[1], _BOTTOM), (foot[0], _BOTTOM), (foot[0], -0.341))
    path.bend((stem[0], -0.341), (stem[0], -0.305)).line((stem[0], underside), (-0.328, underside))
    return path.bend((left + 0.032, underside), (left + 0.028, hook)).line((left, hook)).close()


def _serif_u(at: Move) -> Path:
    """The U: two stems with serifs on top, the left one heavier, over a round bowl."""
    top, bracket = _TOP - _SERIF, 0.034
    path = Path(at).move((0.229, _TOP)).line((0.493, _TOP), (0.493, top)).bend((0.453, top), (0.453, top - bracket))
    bowl(path, (0.453, 0.704), -0.184, -0.265, 0.6).line((0.704, top - bracket)).bend((0.704, top), (0.645, top)).line((0.645, _TOP), (0.863, _TOP), (0.863, top))
    path.bend((0.814, top), (0.814, top - bracket))
    return bowl(path, (0.814, 0.276), -0.190, -0.376, 0.58).line((0.276, top - bracket)).bend((0.276, top), (0.229, top)).close()


def serif_letters(cut: Cut) -> list[Path]:
    """I, T and U with bracketed serifs."""
    return [_serif_i(cut.i, -0.850, -0.545, (-0.797, -0.601)), _serif_t(cut.t), _serif_u(cut.u)]


def _lower_meridians() -> list[Path]:
    """The lower parts of two meridians, which leave the globe's great circles (as drawn in the emblem, not as projected)."""
    left = Path().move((-0.263, 0.416)).curve((-0.450, 0.240), (-0.690, -0.080), (-0.685, -0.400)).bend((-0.690, -0.590), (-0.650, -0.735))
    right = Path().move((0.504, 0.100)).curve((0.505, -0.250), (0.360, -0.540), (0.124, -0.771)).bend((-0.027, -0.897), (-0.210, -0.963))
    return [left, right]


def bolt(cut: Cut) -> list[Path]:
    """The four pieces of the bolt that the letters leave to see."""
    upper = Path(cut.upper).move((-0.80, 1.12)).bend((-0.574, 0.649), (-0.395, 0.383)).line((-0.570, 0.389), (-0.446, 0.190), (-0.446, 0.345), (-0.213, 0.345))
    hook = (
        Path()
        .move((-0.258, 0.187))
        .line((-0.330, 0.187))
        .bend((-0.388, 0.175), (-0.388, 0.105))
        .line((-0.258, -0.048), (-0.258, 0.075), (-0.322, 0.132), (-0.258, 0.132))
    )
    lower = Path(cut.lower).move((-0.028, -0.130)).line((-0.028, -0.265), (0.195, -0.452), (-0.10, -0.552)).bend((0.200, -0.810), (0.974, -1.06))
    lower.bend((0.501, -0.829), (0.31, -0.67)).bend((0.4865, -0.634), (0.605, -0.550)).bend((0.225, -0.350), (-0.028, -0.130)).close()
    speck = Path(cut.t).move((-0.028, 0.185)).line((-0.005, 0.185), (0.022, 0.168), (-0.028, 0.160))
    return [upper.bend((-0.472, 0.600), (-0.80, 1.12)).close(), hook.close(), speck.close(), lower]


def forms() -> dict[str, Drawing]:
    """Both cuts in black."""
    return {
        "black": _draw("ITU emblem, one colour, serif letters", USUAL, BOUNDS),
        "early": _draw("ITU emblem, one colour, early narrow letters", EARLY, Bounds(-1.0, 1.16, 1.0, -1.01)),
    }


def _draw(title: str, cut: Cut, bounds: Bounds) -> Drawing:
    drawing = Drawing(title, bounds)
    add(drawing, BLACK, cut)
    return drawing


def add(drawing: Drawing, colour: str, cut: Cut | None = None) -> None:
    """Put the emblem's parts into *drawing*."""
    cut = cut or USUAL
    letters = serif_letters(cut)
    clear = clear_of([contour for letter in letters for contour in letter.contours], _HALO)
    drawing.ring((0, 0), 1.0, cut.rim, colour)
    net(drawing, clear, colour, cut.line)
    for part in (*bolt(cut), *letters):
        drawing.fill(part, colour)


def net(drawing: Drawing, clear: Keep, colour: str, line: float) -> None:
    """Draw the globe's net where *clear* lets it stand."""
    for lines in (_PARALLELS, _MERIDIANS):
        drawing.stroke(lines.arcs(lambda point: clear(point) and in_rim(point)), colour, line)
    drawing.stroke(_BENT_MERIDIANS.arcs(lambda point: clear(point) and point[1] > (0.416 if point[0] < 0 else 0.10)), colour, line)
    for bent in _lower_meridians():
        drawing.stroke(bent.kept(clear), colour, line)
