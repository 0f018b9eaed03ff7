"""Marks other than the emblem: events' logos, and those that the user adds from one picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp
from typing import TYPE_CHECKING

from materials_lint.vision.judging import Square, judge
from materials_lint.vision.marks import Mark
from materials_lint.vision.matching import WORTH_A_CLOSER_LOOK, Box, Fit, Near, Template
from materials_lint.vision.pyramid import Pyramid
from materials_lint.vision.templates import drawn

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Found = tuple[Mark, Box, float, float, str]
_SIDE = 160
_GROUNDS = (255, 30, 128)
_SIZES = (40, 64, 120)
_TRIED = 3
_LEAST = 0.3
_STEEP = 16.0
_WORTH_TELLING = 0.35
_WIDE = 1.25


@dataclass(frozen=True, slots=True)
class _Form:
    mark: Mark
    template: Template
    vectors: NDArray[np.float32]
    core: Template | None = None


class Others:
    """Marks that are told by their likeness to a drawing or an example picture."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self._forms = [_form(mark, picture) for mark in marks for picture in mark.pictures(_SIDE)]

    def __bool__(self) -> bool:
        return bool(self._forms)

    def among(self, picture: Pyramid, squares: Sequence[Square]) -> Iterator[Found]:
        """Yield the squares in which a mark is, or nearly is: mark, box, confidence, turn and the reason in words."""
        import numpy as np

        if not squares:
            return
        _, vectors = judge(picture, squares)
        places = [_Place(picture, square) for square in squares]
        for form in self._forms:
            alike = (vectors @ form.vectors.T).max(axis=1)
            tried = [(places[n].near.roughly(form.template), int(n)) for n in np.argsort(-alike)[:_TRIED] if alike[n] > _LEAST]
            rough, number = max(tried, key=lambda one: one[0].score, default=(Fit(-1.0), 0))
            if rough.score < WORTH_A_CLOSER_LOOK:
                continue
            near = places[number].near
            fit = near.closely(form.template, rough)
            box = near.box(fit)
            like = min(fit.score, _core_likeness(picture, box, form)) if fit.score >= _WORTH_TELLING else fit.score
            sure = 1 / (1 + exp(-_STEEP * (like - form.mark.threshold)))
            if like >= _WORTH_TELLING:
                yield form.mark, box, sure, 0.0, f"likeness to the drawing {like:.2f}, likeness of shape {alike[number]:.2f}"


def _form(mark: Mark, picture: NDArray[np.uint8]) -> _Form:
    whole = drawn(picture)
    if mark.core is None:
        return _Form(mark, Template(whole), _vectors(picture))
    x0, y0, x1, y1 = (round(share * side) for share, side in zip(mark.core, (*whole.shape[::-1], *whole.shape[::-1]), strict=True))
    return _Form(mark, Template(whole), _vectors(picture), Template(whole[y0:y1, x0:x1]))


def _core_likeness(picture: Pyramid, box: Box, form: _Form) -> float:
    """Return how well what sets a mark apart fits in the place of the whole: a ring may be others' too, the figure in it is not."""
    if form.core is None or form.mark.core is None:
        return 1.0
    wide, high = box[2] - box[0], box[3] - box[1]
    x0, y0, x1, y1 = form.mark.core
    near = Near(picture, (box[0] + x0 * wide, box[1] + y0 * high, box[0] + x1 * wide, box[1] + y1 * high))
    return near.closely(form.core, near.roughly(form.core)).score


@dataclass(slots=True)
class _Place:
    """A square of a picture, cut out when it is first looked at."""

    picture: Pyramid
    square: Square
    _near: Near | None = None

    @property
    def near(self) -> Near:
        if self._near is None:
            self._near = Near(self.picture, _box(self.square))
        return self._near


def _box(square: Square) -> Box:
    x, y, side = square
    return (x - side / 2, y - side / 2, x + side / 2, y + side / 2)


def _vectors(picture: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Return what the network makes of a drawing at several sizes and on several grounds, shape (n, 64)."""
    import cv2
    import numpy as np

    height, width = picture.shape[:2]
    found = []
    for ground in _GROUNDS:
        grey = drawn(picture, ground)
        for size in _SIZES:
            scale = size / max(height, width)
            small = cv2.resize(grey, (max(1, round(width * scale)), max(1, round(height * scale))), interpolation=cv2.INTER_AREA)
            placed = np.asarray(cv2.copyMakeBorder(small, size, size, size, size, cv2.BORDER_CONSTANT, value=[ground]), dtype=np.uint8)
            middle = (placed.shape[1] / 2, placed.shape[0] / 2)
            found.append(judge(Pyramid(placed), [(*middle, float(size)), (*middle, size * 1.1)])[1])
    return np.concatenate(found)


def ends_of(grey: NDArray[np.uint8]) -> list[Square]:
    """Return the whole picture as a place and, of a wide or high one, the squares at its ends, where a figure stands beside words."""
    height, width = grey.shape
    squares = [(width / 2, height / 2, float(max(width, height)))]
    if width > _WIDE * height:
        squares += [(height / 2, height / 2, float(height)), (width - height / 2, height / 2, float(height))]
    elif height > _WIDE * width:
        squares += [(width / 2, width / 2, float(width)), (width / 2, height - width / 2, float(width))]
    return squares
