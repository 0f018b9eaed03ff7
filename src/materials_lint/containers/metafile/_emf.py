"""Plays an EMF ([MS-EMF] 2.3): the header tells the page, each record changes the device or draws."""

from __future__ import annotations

import struct
from collections.abc import Callable
from functools import partial

import numpy as np

from materials_lint.containers.dib import BitmapError
from materials_lint.containers.metafile import MetafileError
from materials_lint.containers.metafile._device import Device, world
from materials_lint.containers.metafile._emf_bitmaps import BITMAP_RECORDS
from materials_lint.containers.metafile._emf_objects import OBJECT_RECORDS, Objects
from materials_lint.containers.metafile._emf_regions import REGION_RECORDS
from materials_lint.containers.metafile._outline import Box
from materials_lint.containers.metafile._records import Fields, emf_records
from materials_lint.containers.metafile._scene import Scene
from materials_lint.containers.metafile._values import Brush, State, rgb

_COMMENT = 70
_PLUS = 0x2B464D45
_PLUS_HEADER, _PLUS_DRAWS = 0x4001, frozenset((*range(0x400A, 0x401D), 0x4036, 0x4037))
_MOST_PLUS = 100_000
_LONGEST_PAGE = 1e6
_ONLY_PLUS = "it is drawn in the newer kind of instructions (EMF+) only"

Record = Callable[[Device, Fields], None]


def play_emf(data: bytes) -> Scene:
    """Return what the file draws. Raises MetafileError where that is nothing for want of a reader, or too much."""
    scene = Scene()
    device, objects = Device(scene, State()), Objects()
    plus = False
    for kind, fields in emf_records(data):
        try:
            if kind == 1:
                scene.page = _page(fields)
            elif kind == _COMMENT:
                plus = plus or _draws_only_plus(fields)
            elif kind in OBJECT_RECORDS:
                OBJECT_RECORDS[kind](objects, device, fields)
            elif kind in _RECORDS:
                _RECORDS[kind](device, fields)
        except struct.error:
            scene.leave_out("parts that are damaged")
        except BitmapError as error:
            scene.leave_out(f"a picture inside that can't be decoded ({error})")
    if plus and scene.empty:
        raise MetafileError(_ONLY_PLUS)
    if plus:
        scene.leave_out("parts drawn in the newer kind of instructions (EMF+)")
    return scene


def _page(header: Fields) -> Box | None:
    """The frame, given in hundredths of a millimetre, in device pixels ([MS-EMF] 2.2.9); else the bounds."""
    frame, (wide, high, across, down) = header.box(16), header.longs(4, 64)
    if wide > 0 and high > 0 and across > 0 and down > 0:
        x, y = wide / across / 100, high / down / 100
        page = (frame[0] * x, frame[1] * y, frame[2] * x, frame[3] * y)
        if 0 < page[2] - page[0] < _LONGEST_PAGE and 0 < page[3] - page[1] < _LONGEST_PAGE:
            return page
    bounds = header.box()
    return bounds if bounds[0] < bounds[2] and bounds[1] < bounds[3] else None


def _draws_only_plus(fields: Fields) -> bool:
    """Whether a comment draws in EMF+ ([MS-EMFPLUS] 2.3) what no record of the EMF repeats."""
    if len(fields) < 8 or fields.unsigned(4) != _PLUS:
        return False
    position = 8
    for _ in range(_MOST_PLUS):
        if position + 12 > len(fields):
            return False
        kind, flags, size = struct.unpack_from("<HHI", fields.data, position)
        if kind == _PLUS_HEADER and flags & 1:
            return False
        if kind in _PLUS_DRAWS:
            return True
        position += max(12, size)
    return False


def _set_matrix(device: Device, fields: Fields, *, mode: int | None = None) -> None:
    a, b, c, d, e, f = fields.floats(6)
    world(device, (a, b, c, d, e, f), fields.unsigned(24) if mode is None else mode)


def _pair(device: Device, fields: Fields, *, name: str) -> None:
    device.set(**{name: tuple(map(float, fields.longs(2)))})


def _scale(device: Device, fields: Fields, *, name: str) -> None:
    top, bottom, top_down, bottom_down = fields.longs(4)
    width, height = getattr(device.state, name)
    device.set(**{name: (width * top / (bottom or 1), height * top_down / (bottom_down or 1))})


def _flag(device: Device, fields: Fields, *, name: str, value: int) -> None:
    device.set(**{name: fields.unsigned() == value})


def _number(device: Device, fields: Fields, *, name: str) -> None:
    device.set(**{name: fields.unsigned()})


def _miter(device: Device, fields: Fields) -> None:
    device.set(miter=float(fields.unsigned()))


def _poly(device: Device, fields: Fields, *, draw: str, short: bool) -> None:
    points = fields.points(fields.unsigned(16), 20, short=short)
    if not len(points):
        return
    if draw == "polygon":
        device.polygons([points])
    else:
        {"polyline": device.polyline, "bezier": device.bezier, "lines to": device.lines_to, "curves to": device.curves_to}[draw](points)


def _poly_poly(device: Device, fields: Fields, *, closed: bool, short: bool) -> None:
    counts = fields.counts(fields.unsigned(16), 24, short=False)
    device.scene.spend(len(counts))
    figures = fields.figures(counts, 24 + 4 * len(counts), short=short)
    (device.polygons if closed else device.polylines)(figures)


def _poly_draw(device: Device, fields: Fields, *, short: bool) -> None:
    """PolyDraw: a type for each point, 2 a line, 4 a curve's, 6 a new figure; 1 more closes it."""
    count = fields.unsigned(16)
    points = fields.points(count, 20, short=short)
    device.scene.spend(8 * len(points))
    kinds = fields.part(20 + len(points) * (4 if short else 8), len(points))
    at = 0
    while at < len(kinds):
        kind = kinds[at] & 6
        step = 3 if kind == 4 else 1
        part, last = points[at : at + step], kinds[min(at + step, len(kinds)) - 1]
        if kind == 6:
            device.move(float(part[0][0]), float(part[0][1]))
        else:
            (device.curves_to if kind == 4 else device.lines_to)(part)
        if last & 1:
            device.close_figure()
        at += step


def _rounded(device: Device, fields: Fields) -> None:
    width, height = fields.longs(2, 16)
    device.rounded(fields.box(), width, height)


def _arc(device: Device, fields: Fields, *, kind: str) -> None:
    x, y, to_x, to_y = fields.longs(4, 16)
    device.arc(fields.box(), (x, y), (to_x, to_y), kind)


def _angle_arc(device: Device, fields: Fields) -> None:
    x, y = fields.longs(2)
    start, sweep = (value if abs(value) < 1e6 else 0.0 for value in fields.floats(2, 12))
    device.turn((x, y), fields.unsigned(8), start, sweep)


def _dot(device: Device, fields: Fields) -> None:
    x, y = fields.longs(2)
    before = device.state.brush
    device.set(brush=Brush(rgb(fields.unsigned(8))))
    device.paint_box((x, y, x + 1.0, y + 1.0), 0x00F00021)
    device.set(brush=before)


_RECORDS: dict[int, Record] = {
    9: partial(_pair, name="window_size"),
    10: partial(_pair, name="window"),
    11: partial(_pair, name="view_size"),
    12: partial(_pair, name="view"),
    15: _dot,
    17: partial(_number, name="mode"),
    19: partial(_flag, name="winding", value=2),
    20: partial(_number, name="raster"),
    27: lambda device, fields: device.move(*map(float, fields.longs(2))),
    31: partial(_scale, name="view_size"),
    32: partial(_scale, name="window_size"),
    33: lambda device, _fields: device.save(),
    34: lambda device, fields: device.restore(fields.longs(1)[0]),
    35: partial(_set_matrix, mode=4),
    36: _set_matrix,
    41: _angle_arc,
    42: lambda device, fields: device.ellipse(fields.box()),
    43: lambda device, fields: device.rectangle(fields.box()),
    44: _rounded,
    45: partial(_arc, kind="arc"),
    46: partial(_arc, kind="chord"),
    47: partial(_arc, kind="pie"),
    54: lambda device, fields: device.lines_to(np.array([fields.longs(2)], dtype=np.float64)),
    55: partial(_arc, kind="to"),
    57: partial(_flag, name="clockwise", value=2),
    58: _miter,
    59: lambda device, _fields: device.begin_path(),
    60: lambda device, _fields: device.end_path(),
    61: lambda device, _fields: device.close_figure(),
    62: lambda device, _fields: device.paint_path(fill=True, stroke=False),
    63: lambda device, _fields: device.paint_path(fill=True, stroke=True),
    64: lambda device, _fields: device.paint_path(fill=False, stroke=True),
    67: lambda device, fields: device.clip_to_path(fields.unsigned()),
    68: lambda device, _fields: device.drop_path(),
    **{
        kind: partial(_poly, draw=draw, short=short)
        for short, first in ((False, 2), (True, 85))
        for kind, draw in enumerate(("bezier", "polygon", "polyline", "curves to", "lines to"), first)
    },
    7: partial(_poly_poly, closed=False, short=False),
    8: partial(_poly_poly, closed=True, short=False),
    90: partial(_poly_poly, closed=False, short=True),
    91: partial(_poly_poly, closed=True, short=True),
    56: partial(_poly_draw, short=False),
    92: partial(_poly_draw, short=True),
    **BITMAP_RECORDS,
    **REGION_RECORDS,
}
