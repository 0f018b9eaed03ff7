"""Three ways to look for marks in a picture: ours, plain multi-scale template matching, and SIFT with a homography."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import cv2
import numpy as np
from numpy.typing import NDArray

from materials_lint.vision.marks import Mark
from materials_lint.vision.sight import Sight

Box = tuple[float, float, float, float]
Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Found:
    """A mark that a method saw: its slug and rule, the box in pixels, and the method's own score."""

    slug: str
    rule: str
    box: Box
    score: float


class Method(Protocol):
    """Made of marks once; looks at RGB or RGBA pixels."""

    def look(self, pixels: Pixels) -> list[Found]: ...


class Ours:
    """The program's own sight."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self._sight = Sight(marks)

    def look(self, pixels: Pixels) -> list[Found]:
        return [Found(seen.mark.slug, seen.mark.rule, seen.box, seen.confidence) for seen in self._sight.look(pixels)]


def on_white(pixels: Pixels) -> Pixels:
    """Lay RGBA on white and return grey values."""
    alpha = pixels[..., 3:].astype(np.float32) / 255 if pixels.shape[2] == 4 else np.float32(1)
    flat = pixels[..., :3] * alpha + 255 * (1 - alpha)
    return np.asarray(cv2.cvtColor(flat.astype(np.uint8), cv2.COLOR_RGB2GRAY), dtype=np.uint8)


class Plain:
    """Normalised correlation of every form at 22 sizes from 24 to 480 px, the picture made smaller for sizes above 48 px.

    The best place of each form is kept, in either polarity. Windows without contrast are masked: OpenCV 5.0 gives them 1.0.
    """

    SIZES = tuple(float(size) for size in np.geomspace(24, 480, 22))
    TEMPLATE = 48.0
    NARROWEST = 16  # wide name plates of less height are like any line of text
    FLAT = 6.0

    def __init__(self, marks: Sequence[Mark]) -> None:
        self._forms = [(mark, on_white(form)) for mark in marks for form in mark.pictures(256)]

    def look(self, pixels: Pixels) -> list[Found]:
        grey = on_white(pixels)
        best: dict[int, Found] = {}
        for size in self.SIZES:
            side = min(self.TEMPLATE, size)
            factor = side / size
            small = cv2.resize(grey, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA) if factor < 1 else grey
            tables = cv2.integral2(small, sdepth=cv2.CV_64F, sqdepth=cv2.CV_64F)
            for number, (mark, form) in enumerate(self._forms):
                found = self._best(mark, small, tables, form, side / max(form.shape), factor)
                if found is not None and (number not in best or found.score > best[number].score):
                    best[number] = found
        return sorted(best.values(), key=lambda found: -found.score)

    def _best(self, mark: Mark, picture: Any, tables: Any, form: Pixels, scale: float, factor: float) -> Found | None:
        template = cv2.resize(form, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        height, width = template.shape
        if min(height, width) < self.NARROWEST or height > picture.shape[0] or width > picture.shape[1]:
            return None
        scores = np.abs(cv2.matchTemplate(picture, template, cv2.TM_CCOEFF_NORMED))
        scores[~np.isfinite(scores) | (scores > 1.001) | self._flat(tables, width, height)] = 0
        _, best, _, (x, y) = cv2.minMaxLoc(scores)
        return Found(mark.slug, mark.rule, (x / factor, y / factor, (x + width) / factor, (y + height) / factor), float(best))

    def _flat(self, tables: Any, width: int, height: int) -> NDArray[np.bool_]:
        sums, squares = tables
        count = width * height

        def over(table: Any) -> Any:
            return table[height:, width:] - table[:-height, width:] - table[height:, :-width] + table[:-height, :-width]

        flat: NDArray[np.bool_] = over(squares) / count - (over(sums) / count) ** 2 < self.FLAT**2
        return flat


class Sift:
    """SIFT features of every form at 256 px, matched by ratio 0.75; a mark is seen where a homography has 8 inliers and a sound box."""

    RATIO = 0.75
    INLIERS = 8
    LONGEST = 2000

    def __init__(self, marks: Sequence[Mark]) -> None:
        self._sift = cv2.SIFT_create()  # type: ignore[attr-defined]
        self._matcher = cv2.BFMatcher(cv2.NORM_L2)
        self._forms = []
        for mark in marks:
            for form in mark.pictures(256):
                grey = cv2.copyMakeBorder(on_white(form), 8, 8, 8, 8, cv2.BORDER_CONSTANT, value=255)
                points, features = self._sift.detectAndCompute(grey, None)
                if features is not None and len(points) >= self.INLIERS:
                    self._forms.append((mark, grey.shape, points, features))

    def look(self, pixels: Pixels) -> list[Found]:
        grey: Any = on_white(pixels)
        factor = min(1.0, self.LONGEST / max(grey.shape))
        if factor < 1:
            grey = cv2.resize(grey, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
        points, features = self._sift.detectAndCompute(grey, None)
        if features is None or len(points) < self.INLIERS:
            return []
        found = [self._match(mark, shape, own, features_of, points, features, factor) for mark, shape, own, features_of in self._forms]
        return sorted((one for one in found if one is not None), key=lambda one: -one.score)

    def _match(self, mark: Mark, shape: Any, own: Any, own_features: Any, points: Any, features: Any, factor: float) -> Found | None:
        pairs = self._matcher.knnMatch(own_features, features, k=2)
        good = [pair[0] for pair in pairs if len(pair) == 2 and pair[0].distance < self.RATIO * pair[1].distance]
        if len(good) < self.INLIERS:
            return None
        source = np.array([own[match.queryIdx].pt for match in good], np.float32)
        target = np.array([points[match.trainIdx].pt for match in good], np.float32)
        matrix, inliers = cv2.findHomography(source, target, cv2.RANSAC, 4.0)
        if matrix is None or int(inliers.sum()) < self.INLIERS:
            return None
        height, width = shape
        corners = cv2.perspectiveTransform(np.array([[[0, 0], [width, 0], [width, height], [0, height]]], np.float32), matrix)[0]
        if not cv2.isContourConvex(corners) or cv2.contourArea(corners) < 15**2:
            return None
        (x0, y0), (x1, y1) = corners.min(axis=0) / factor, corners.max(axis=0) / factor
        return Found(mark.slug, mark.rule, (float(x0), float(y0), float(x1), float(y1)), float(inliers.sum()))


METHODS: dict[str, Callable[[Sequence[Mark]], Method]] = {"ours": Ours, "plain": Plain, "sift": Sift}
