"""ITU's emblem among proposed places, and the flag around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import exp
from typing import TYPE_CHECKING

from materials_lint.vision.judging import judge
from materials_lint.vision.marks import Mark
from materials_lint.vision.matching import WORTH_A_CLOSER_LOOK, Box, Fit, Near, Template
from materials_lint.vision.pyramid import Pyramid
from materials_lint.vision.spotting import Place
from materials_lint.vision.templates import drawn

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Found = tuple[Mark, Box, float, float, str]
_SIDE = 128
_SCALES = (0.92, 1.1)  # beside the size that was proposed
_DOUBTFUL = -3.0  # judged once only where the first judgement is below
_HOPELESS = -0.5  # no emblem in what was measured was judged below 0.1
_CLOSELY = 5
_LIKELY, _DOUBTED = 3.0, 2  # of the places judged below, so many are looked at closely
_FORMS = 2
_UPRIGHT_ENOUGH = 0.55
_WORTH_TURNING = 1.0
_STEP = 15
_JUDGED, _LIKENED = 0.5, 8.0  # weights of the network's logit and of the likeness, with the middle of each
_MIDDLE_LOGIT, _MIDDLE_LIKENESS = 5.5, 0.35
_BLUE = (95, 112)  # OpenCV's hue, 0 to 180, of the United Nations' blue, #009EDB, as printed and shown
_FLAT = 14


def is_emblem(mark: Mark) -> bool:
    return mark.slug.startswith("itu-emblem")


def holds_emblem(mark: Mark) -> bool:
    """A lockup or the flag is told by the emblem in it."""
    return mark.slug in {"itu-lockup", "itu-flag"}


class Emblems:
    """The emblem in all its generations."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self._forms = [(mark, Template(drawn(picture))) for mark in marks for picture in mark.pictures(_SIDE)]

    def __bool__(self) -> bool:
        return bool(self._forms)

    def among(self, picture: Pyramid, places: Sequence[Place]) -> Iterator[Found]:
        """Yield the places that may be emblems, each with its mark, box, confidence, turn and the reason in words."""
        logits = _logits(picture, places)
        for rank, number in enumerate(sorted(logits, key=lambda n: -logits[n])[:_CLOSELY]):
            if rank < _DOUBTED or logits[number] > _LIKELY:
                yield self._closely(picture, places[number], logits[number])

    def _closely(self, picture: Pyramid, place: Place, logit: float) -> Found:
        half = place.side / 2
        box = (place.x - half, place.y - half, place.x + half, place.y + half)
        like, mark, fitted, turn = self._best(picture, box, (0,))
        if like < _UPRIGHT_ENOUGH and logit > _WORTH_TURNING:
            turned = self._best(picture, box, range(_STEP, 360, _STEP))
            if turned[0] > like + 0.05:
                like, mark, fitted, turn = turned
        sure = 1 / (1 + exp(-(_JUDGED * (min(logit, 14.0) - _MIDDLE_LOGIT) + _LIKENED * (max(like, 0.15) - _MIDDLE_LIKENESS))))
        seen = box if turn or like < 0.5 else fitted
        return mark, seen, sure, float(turn if turn <= 180 else turn - 360), f"likeness to the drawing {like:.2f}, judgement {logit:.1f}"

    def _best(self, picture: Pyramid, box: Box, turns: Iterable[int]) -> tuple[float, Mark, Box, int]:
        """Return the best likeness, the mark, where it fits and its turn; only what fits best at a rough look is looked at closely."""
        tried: list[tuple[Fit, Near, Mark, Template, int]] = []
        for turn in turns:
            near = Near(picture, box, turn)
            tried += [(near.roughly(template), near, mark, template, turn) for mark, template in self._forms]
        tried.sort(key=lambda one: -one[0].score)
        best = (tried[0][0].score, tried[0][2], box, tried[0][4])
        if best[0] < WORTH_A_CLOSER_LOOK:
            return best
        close = [(near.closely(template, rough), near, mark, turn) for rough, near, mark, template, turn in tried[:_FORMS]]
        fit, near, mark, turn = max(close, key=lambda one: one[0].score)
        return fit.score, mark, near.box(fit), turn


def _logits(picture: Pyramid, places: Sequence[Place]) -> dict[int, float]:
    """Return the mean judgement of each place that may hold an emblem, by its number."""
    if not places:
        return {}
    first = judge(picture, [(place.x, place.y, place.side) for place in places])[0]
    hopeful = [number for number, logit in enumerate(first) if logit > _DOUBTFUL]
    more = judge(picture, [(places[n].x, places[n].y, places[n].side * scale) for scale in _SCALES for n in hopeful])[0]
    means = {n: float(first[n] + sum(more[at :: len(hopeful)])) / (1 + len(_SCALES)) for at, n in enumerate(hopeful)}
    return {number: mean for number, mean in means.items() if mean > _HOPELESS}


def flag_around(rgb: NDArray[np.uint8], box: Box) -> Box | None:
    """Return the box of a field of UN blue, half as wide again as high, in whose middle the emblem stands; None where there is none.

    Untested on real pictures of the flag.
    """
    import cv2
    import numpy as np

    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    side = max(box[2] - box[0], box[3] - box[1])
    x0, y0 = max(0, int(x - 3 * side)), max(0, int(y - 2 * side))
    part = rgb[y0 : int(y + 2 * side), x0 : int(x + 3 * side)]
    hue = cv2.cvtColor(np.ascontiguousarray(part), cv2.COLOR_RGB2HSV)
    blue = ((hue[..., 0] >= _BLUE[0]) & (hue[..., 0] <= _BLUE[1]) & (hue[..., 1] > 110) & (hue[..., 2] > 120)).astype(np.uint8)
    closed = cv2.morphologyEx(blue, cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(closed)
    for number in range(1, len(stats)):
        left, top, wide, high, area = (int(v) for v in stats[number])
        holds = left < box[0] - x0 and top < box[1] - y0 and left + wide > box[2] - x0 and top + high > box[3] - y0
        middle = abs(left + wide / 2 + x0 - x) < 0.12 * wide and abs(top + high / 2 + y0 - y) < 0.12 * high
        if holds and middle and 1.3 < wide / high < 2.1 and 1.5 * side < high and area > 0.6 * wide * high:
            tones = part[(labels == number) & (blue > 0)]
            if float(tones.std(axis=0).max()) < _FLAT * 2:
                return float(left + x0), float(top + y0), float(left + wide + x0), float(top + high + y0)
    return None
