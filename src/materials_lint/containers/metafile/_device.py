"""A device context: it keeps state and objects, and puts what is drawn into a scene ([MS-EMF] 3.1.1, [MS-WMF] 3.1)."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from materials_lint.containers.metafile._affine import Affine, mapped, scale_of, tame, then
from materials_lint.containers.metafile._bitmaps import NOTHING, Crop, ready
from materials_lint.containers.metafile._outline import Box, Outline, arc, polygon
from materials_lint.containers.metafile._scene import Look, Scene
from materials_lint.containers.metafile._values import BLENDS, NO_OPERATION, PLAIN, Brush, Pen, State

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PIL import Image

    Points = NDArray[np.float64]

_MOST_SAVED = 1000
_PATTERN_COPY, _BLACKNESS, _WHITENESS, _PATTERN_XOR = 0x00F00021, 0x00000042, 0x00FF0062, 0x005A0049
_FIGURE = 8  # points whose work a figure costs beside its own
_UNMAPPED = frozenset({"position", "pen", "brush", "clip", "winding", "raster"})  # what changes nothing of where points come to
_TURN = 2 * math.pi


class Device:
    """All points are in logical units unless said otherwise, of shape (count, 2)."""

    def __init__(self, scene: Scene, state: State) -> None:
        self.scene = scene
        self.state = state
        self.path: Outline | None = None
        self.recording = False
        self._saved: list[State] = []
        self._matrix: Affine | None = None

    @property
    def matrix(self) -> Affine:
        """What takes logical points to the device."""
        if self._matrix is None:
            self._matrix = self.state.matrix
        return self._matrix

    def set(self, **values: object) -> None:
        """Change the state."""
        for name, value in values.items():
            setattr(self.state, name, value)
        if not values.keys() <= _UNMAPPED:
            self._matrix = None

    def save(self) -> None:
        if len(self._saved) < _MOST_SAVED:
            self._saved.append(replace(self.state))

    def restore(self, number: int) -> None:
        """Go back to a saved state: counted back from the last where negative, from the first where positive."""
        at = len(self._saved) + number if number < 0 else number - 1
        if 0 <= at < len(self._saved):
            self.state = self._saved[at]
            del self._saved[at:]
            self._matrix = None

    def select(self, thing: Pen | Brush | object) -> None:
        if isinstance(thing, Pen):
            self.set(pen=thing)
        elif isinstance(thing, Brush):
            self.set(brush=thing)

    def move(self, x: float, y: float) -> None:
        self.set(position=(x, y))
        if self.recording and self.path is not None:
            self.path.open = False

    def lines_to(self, points: Points) -> None:
        """PolylineTo and LineTo."""
        self._go_on(points, curved=False)

    def curves_to(self, points: Points) -> None:
        """PolyBezierTo."""
        self._go_on(points[: len(points) // 3 * 3], curved=True)

    def polyline(self, points: Points) -> None:
        self.show(self._figures([points], closed=False), fill=False)

    def polygons(self, figures: list[Points]) -> None:
        self.show(self._figures(figures, closed=True))

    def polylines(self, figures: list[Points]) -> None:
        self.show(self._figures(figures, closed=False), fill=False)

    def bezier(self, points: Points) -> None:
        if len(points) >= 4:
            self.show(self._curve(points), fill=False)

    def rectangle(self, box: Box) -> None:
        self.polygons([_corners(box)])

    def ellipse(self, box: Box) -> None:
        self.show(self._curve(arc(box, 0.0, _TURN), closed=True))

    def rounded(self, box: Box, width: float, height: float) -> None:
        """Draw a rectangle whose corners are quarters of an ellipse of that width and height."""
        left, right, top, bottom = min(box[0], box[2]), max(box[0], box[2]), min(box[1], box[3]), max(box[1], box[3])
        across, down = min(abs(width), right - left), min(abs(height), bottom - top)
        outline = Outline()
        corners = ((right - across, bottom - down), (left, bottom - down), (left, top), (right - across, top))
        for quarter, (x, y) in enumerate(corners):
            points = self._mapped(arc((x, y, x + across, y + down), quarter * math.pi / 2, math.pi / 2))
            if quarter:
                outline.lines(points[:1])
            else:
                outline.move(points[0])
            outline.curves(points[1:])
        outline.close()
        self.show(outline)

    def arc(self, box: Box, start: tuple[float, float], end: tuple[float, float], kind: str) -> None:
        """Draw an "arc", "chord" or "pie", or go on with an arc ("to"), between the rays from the middle through two points."""
        points = self._arc_points(box, start, end)
        if kind == "to":
            self.lines_to(points[:1])
            self.curves_to(points[1:])
            return
        outline = self._curve(points)
        if kind == "pie":
            outline.lines(self._mapped(np.array([((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)])))
        if kind != "arc":
            outline.close()
        self.show(outline, fill=kind != "arc")

    def turn(self, middle: tuple[float, float], radius: float, start: float, sweep: float) -> None:
        """AngleArc: a line to the arc and along it, angles in degrees against the clock."""
        x, y = middle
        points = arc((x - radius, y - radius, x + radius, y + radius), -math.radians(start % 360), -math.radians(max(-360.0, min(sweep, 360.0))))
        self.lines_to(points[:1])
        self.curves_to(points[1:])

    def begin_path(self) -> None:
        self.path, self.recording = Outline(), True

    def end_path(self) -> None:
        self.recording = False

    def close_figure(self) -> None:
        if self.path is not None:
            self.path.close()

    def drop_path(self) -> None:
        self.path, self.recording = None, False

    def paint_path(self, *, fill: bool, stroke: bool) -> None:
        path = self.path
        self.drop_path()
        if path:
            self.show(path, fill=fill, stroke=stroke)

    def clip_to_path(self, mode: int) -> None:
        path = self.path
        self.drop_path()
        if path:
            self.clip(path, mode, winding=self.state.winding)

    def clip(self, outline: Outline, mode: int, *, winding: bool = False, box: Box | None = None) -> None:
        """Clip to an outline in device space by RegionMode ([MS-EMF] 2.1.29): 1 and 5 are done, others let everything through."""
        if mode in {1, 5}:
            self.set(clip=self.scene.clip(outline, self.state.clip if mode == 1 else 0, winding=winding, box=box))
        else:
            self.scene.leave_out("some clipping, so that more may show than should")

    def clip_box(self, box: Box) -> None:
        """IntersectClipRect."""
        corners = self._mapped(_corners(box))
        low, high = corners.min(axis=0), corners.max(axis=0)
        straight = (float(low[0]), float(low[1]), float(high[0]), float(high[1])) if not self.state.world[1] and not self.state.world[2] else None
        self.clip(polygon(corners), 1, box=straight)

    def show(self, outline: Outline, *, fill: bool = True, stroke: bool = True) -> None:
        """Draw an outline in device space, or gather it where a path is being recorded."""
        if not outline:
            return
        if self.recording and self.path is not None:
            self.path.add(outline)
            return
        look = self._look(fill=fill and self.state.brush.visible, stroke=stroke and self.state.pen.visible)
        if self.state.raster != NO_OPERATION and (look.fill or look.stroke):
            self.scene.shape(outline, look, self.state.clip)

    def fill(self, outline: Outline, colour: str) -> None:
        """Fill an outline in device space with a colour that is none of the brush's."""
        self.scene.shape(outline, Look(colour, winding=True), self.state.clip)

    def paint_box(self, box: Box, operation: int) -> None:
        """A bit-block transfer without a source: what the operation makes of the brush."""
        outline = self._figures([_corners(box)], closed=True)
        if operation in {_BLACKNESS, _WHITENESS}:
            self.fill(outline, "#000000" if operation == _BLACKNESS else "#ffffff")
        elif operation in {_PATTERN_COPY, _PATTERN_XOR} and self.state.brush.visible:
            blend = "difference" if operation == _PATTERN_XOR else ""
            self.scene.shape(outline, Look(self.state.brush.colour, self.state.brush.opacity, blend=blend), self.state.clip)

    def picture(self, picture: Image.Image, corners: Points, crop: Crop | None, operation: int, mask: Image.Image | None = None) -> None:
        """Draw a bitmap whose upper left, upper right and lower left corners come to the three points."""
        (x, y), (right_x, right_y), (down_x, down_y) = (tuple(map(float, point)) for point in self._mapped(corners))
        if operation == NOTHING or (right_x - x) * (down_y - y) == (right_y - y) * (down_x - x):
            return
        address, blend = ready(picture, crop, operation, mask)
        xs, ys = (x, right_x, down_x, right_x + down_x - x), (y, right_y, down_y, right_y + down_y - y)
        box = (min(xs), min(ys), max(xs), max(ys))
        self.scene.picture(address, (right_x - x, right_y - y, down_x - x, down_y - y, x, y), box, blend, self.state.clip)

    def _look(self, *, fill: bool, stroke: bool) -> Look:
        pen, brush = self.state.pen, self.state.brush
        plain = PLAIN.get(self.state.raster)
        return Look(
            fill=(plain or brush.colour) if fill else None,
            opacity=brush.opacity,
            winding=self.state.winding,
            stroke=(plain or pen.colour) if stroke else None,
            width=pen.width * scale_of(self.matrix),
            dashes=pen.dashes,
            cap=pen.cap,
            join=pen.join,
            miter=max(1.0, min(self.state.miter, 100.0)),
            blend=BLENDS.get(self.state.raster, ""),
        )

    def _mapped(self, points: Points) -> Points:
        self.scene.spend(len(points))
        return mapped(points, self.matrix)

    def _figures(self, figures: list[Points], *, closed: bool) -> Outline:
        outline = Outline()
        self.scene.spend(_FIGURE * len(figures))
        for points in figures:
            outline.add(polygon(self._mapped(points), closed=closed))
        return outline

    def _curve(self, points: Points, *, closed: bool = False) -> Outline:
        outline, ends = Outline(), self._mapped(points)
        outline.move(ends[0])
        outline.curves(ends[1:])
        if closed:
            outline.close()
        return outline

    def _go_on(self, points: Points, *, curved: bool) -> None:
        if not len(points):
            return
        outline = self.path if self.recording and self.path is not None else Outline()
        ends = self._mapped(np.concatenate((np.array([self.state.position]), points)))
        if not outline.open:
            outline.move(ends[0])
        (outline.curves if curved else outline.lines)(ends[1:])
        self.set(position=(float(points[-1][0]), float(points[-1][1])))
        if outline is not self.path:
            self.show(outline, fill=False)

    def _arc_points(self, box: Box, start: tuple[float, float], end: tuple[float, float]) -> Points:
        """Turn against the clock as people see it, unless the direction was set otherwise."""
        first, last = _angle(box, start), _angle(box, end)
        a, b, c, d, _, _ = self.matrix
        forwards = self.state.clockwise == (a * d - b * c >= 0)
        sweep = (last - first) % _TURN if forwards else -((first - last) % _TURN)
        return arc(box, first, sweep or (_TURN if forwards else -_TURN))


def corners_of(x: float, y: float, width: float, height: float) -> Points:
    """Return the upper left, upper right and lower left corner of a rectangle."""
    return np.array(((x, y), (x + width, y), (x, y + height)), dtype=np.float64)


def world(device: Device, matrix: tuple[float, float, float, float, float, float], mode: int) -> None:
    """ModifyWorldTransform ([MS-EMF] 2.3.12.1): 1 none, 2 before what is, 3 after it, 4 in its place."""
    now, given = device.state.world, tame(matrix)
    device.set(world=tame({1: (1.0, 0.0, 0.0, 1.0, 0.0, 0.0), 2: then(given, now), 3: then(now, given), 4: given}.get(mode, now)))


def _corners(box: Box) -> Points:
    left, top, right, bottom = box
    return np.array(((left, top), (right, top), (right, bottom), (left, bottom)), dtype=np.float64)


def _angle(box: Box, point: tuple[float, float]) -> float:
    """The ellipse's parameter where the ray from its middle through the point leaves it."""
    width, height = abs(box[2] - box[0]) or 1.0, abs(box[3] - box[1]) or 1.0
    return math.atan2((point[1] - (box[1] + box[3]) / 2) / height, (point[0] - (box[0] + box[2]) / 2) / width)
