"""The colour emblem of the 1990s to 2019: a shaded globe, the bolt in red, letters in blue with a white keyline."""

from __future__ import annotations

from collections.abc import Sequence

from tools.draw_marks import emblem_mono
from tools.draw_marks.globe import Net, in_rim
from tools.draw_marks.letters import bowl_u, sans_letters
from tools.draw_marks.svg import Bounds, Drawing, Path

BLUE = "#004B96"
RED = "#D30045"
BOUNDS = Bounds(-1.0, 1.303, 1.107, -1.085)

_PARALLELS = Net(pole=(0.363, 0.719), parallels=(18.3, 49, 77.8, 109.8), radius=0.979)
_MERIDIANS = Net(pole=(0.367, 0.726), meridians=(3.8, 57.3, 120.8, 176.2), radius=0.997)
_BENT_MERIDIANS = Net(pole=_MERIDIANS.pole, meridians=(232, 309), radius=0.997)
_LINE = 0.015
_KEYLINE = 0.037
_SERIF_KEYLINE = 0.03


def sans() -> list[Path]:
    """I, T and U of the form with heavy sans letters."""
    u = bowl_u((0.195, 0.870), (0.394, 0.670), 0.241, (-0.11, -0.343), (-0.11, -0.227), 0.6)
    return sans_letters((-0.874, -0.654), ((-0.533, 0.064), (-0.338, -0.118), 0.147), u, 0.241, -0.328)


def _lower_meridians() -> list[Path]:
    """The lower parts of two meridians, which leave the globe's great circles (as drawn in the emblem, not as projected)."""
    left = Path().move((-0.200, 0.470)).curve((-0.420, 0.300), (-0.710, -0.080), (-0.697, -0.360)).bend((-0.700, -0.600), (-0.645, -0.755))
    right = Path().move((0.503, 0.100)).curve((0.505, -0.200), (0.360, -0.500), (0.205, -0.697)).bend((0.030, -0.860), (-0.217, -0.962))
    return [left, right]


def _bolt() -> list[Path]:
    upper = Path().move((-0.846, 1.303)).bend((-0.560, 0.743), (-0.398, 0.507))
    upper.line((-0.587, 0.510), (-0.453, 0.279), (0.047, 0.279)).bend((-0.341, 0.538), (-0.846, 1.303)).close()
    lower = Path().move((-0.082, 0.017)).line((-0.082, -0.137), (0.226, -0.400)).bend((0.090, -0.466), (-0.085, -0.512))
    lower.bend((0.372, -0.850), (1.107, -1.085)).bend((0.607, -0.835), (0.378, -0.647))
    return [upper, lower.bend((0.5735, -0.5905), (0.699, -0.512)).bend((0.302, -0.303), (-0.082, 0.017)).close()]


def add(drawing: Drawing) -> None:
    """Put the parts of the emblem with sans letters into *drawing*."""
    _globe(drawing)
    for lines in (_PARALLELS, _MERIDIANS):
        drawing.stroke(lines.arcs(in_rim), BLUE, _LINE)
    drawing.stroke(_BENT_MERIDIANS.arcs(lambda point: point[1] > (0.47 if point[0] < 0 else 0.10)), BLUE, _LINE)
    for bent in _lower_meridians():
        drawing.stroke(bent, BLUE, _LINE)
    drawing.ring((0, 0), 1.0, _LINE, BLUE)
    _front(drawing, _bolt(), sans(), _KEYLINE)


def _globe(drawing: Drawing) -> None:
    shade = drawing.radial("globe", (-0.22, 0.60), 1.35, [(0, "#FFFFFF"), (0.35, "#D3DFEC"), (0.85, "#87B4D3"), (1, "#87B4D3")])
    drawing.disc((0, 0), 0.99, shade)


def _front(drawing: Drawing, bolt: Sequence[Path], letters: Sequence[Path], keyline: float) -> None:
    """The bolt, and before it the letters in their keyline."""
    for part in bolt:
        drawing.fill(part, RED)
    for letter in letters:
        drawing.keyline(letter, "#FFFFFF", keyline)
    for letter in letters:
        drawing.fill(letter, BLUE)


def _sans() -> Drawing:
    drawing = Drawing("ITU emblem, colour, sans letters", BOUNDS)
    add(drawing)
    return drawing


def _serif() -> Drawing:
    """The net, bolt and letters of the one-colour emblem on the colour globe."""
    drawing = Drawing("ITU emblem, colour, serif letters", emblem_mono.BOUNDS)
    _globe(drawing)
    emblem_mono.net(drawing, in_rim, BLUE, _LINE)
    drawing.ring((0, 0), 1.0, _LINE, BLUE)
    _front(drawing, emblem_mono.bolt(emblem_mono.USUAL), emblem_mono.serif_letters(emblem_mono.USUAL), _SERIF_KEYLINE)
    return drawing


def forms() -> dict[str, Drawing]:
    """Both forms by file name."""
    return {"sans": _sans(), "serif": _serif()}
