"""The emblem as used from 2019 on: one colour, a thick ring, heavy sans letters with the net and the bolt cut clear of them."""

from __future__ import annotations

from tools.draw_marks.globe import Net, clear_of
from tools.draw_marks.letters import bar_t, bowl_u
from tools.draw_marks.svg import Bounds, Drawing, Path, Point, rounded, rounded_box

BLUE = "#009CD6"
BOUNDS = Bounds(-1.0, 1.21, 1.002, -1.0)

_UPPER = Net(pole=(0.350, 0.720), parallels=(16.5,), radius=0.951)
_LOWER = Net(pole=(0.318, 0.728), parallels=(85, 111.3), radius=0.951)
_MERIDIANS = Net(pole=(0.350, 0.713), meridians=(54, 131, 178, 234, 301, 352), radius=0.966)
_HALO = 0.065
_LINE = 0.023


def _letters() -> list[Path]:
    return [
        rounded_box(-0.804, 0.300, -0.596, -0.350, 0.012),
        rounded(bar_t((-0.491, 0.085), (-0.310, -0.100), 0.300, 0.126, -0.350), 0.012),
        bowl_u((0.188, 0.817), (0.397, 0.608), 0.300, (-0.02, -0.353), (-0.06, -0.172), 0.64),
    ]


def _upper_bolt() -> Path:
    path = Path().move((-0.781, 1.210)).bend((-0.517, 0.692), (-0.369, 0.475))
    return path.line((-0.544, 0.477), (-0.484, 0.364), (-0.104, 0.364)).bend((-0.453, 0.681), (-0.781, 1.210)).close()


def _lower_bolt() -> Path:
    path = Path().move((-0.037, -0.023)).line((-0.037, -0.161), (0.200, -0.369), (-0.083, -0.470))
    path.bend((0.325, -0.772), (1.002, -0.998)).bend((0.602, -0.803), (0.345, -0.592)).bend((0.5205, -0.535), (0.629, -0.470))
    return path.line((0.533, -0.418), (0.500, -0.418)).curve((0.300, -0.418), (0.165, -0.300), (0.145, -0.170)).close()


def _outside_letters_band(point: Point) -> bool:
    return point[1] > 0.364 or point[1] < -0.41


def draw(title: str = "ITU emblem, flat", colour: str = BLUE) -> Drawing:
    """The emblem in one colour."""
    drawing = Drawing(title, BOUNDS)
    add(drawing, colour)
    return drawing


def add(drawing: Drawing, colour: str) -> None:
    """Put the emblem's parts into *drawing*."""
    letters = _letters()
    clear = clear_of([contour for letter in letters for contour in letter.contours], _HALO)
    drawing.ring((0, 0), 1.0, 0.078, colour)
    for net in (_UPPER, _MERIDIANS):
        drawing.stroke(net.arcs(lambda point: clear(point) and _outside_letters_band(point)), colour, _LINE)
    drawing.stroke(_LOWER.arcs(lambda point: clear(point) and point[1] < -0.24), colour, _LINE)
    for part in (_upper_bolt(), _lower_bolt(), *letters):
        drawing.fill(part, colour)
