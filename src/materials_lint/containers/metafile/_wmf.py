"""Plays a WMF ([MS-WMF] 2.3). Parameters stand in reverse order: the last argument of the call comes first."""

from __future__ import annotations

import struct
from collections.abc import Callable
from functools import partial
from heapq import heappop, heappush

import numpy as np

from materials_lint.containers.dib import BitmapError
from materials_lint.containers.metafile._bitmaps import COPY, Crop, average, packed
from materials_lint.containers.metafile._device import Device, corners_of
from materials_lint.containers.metafile._outline import Box
from materials_lint.containers.metafile._records import PLACEABLE, Fields, wmf_records
from materials_lint.containers.metafile._scene import Scene
from materials_lint.containers.metafile._values import ANISOTROPIC, Brush, Pen, State, brush, pen, rgb

_MOST_OBJECTS = 65536
_OLD_BITMAP = "a picture in a form that only its screen knew"


def play_wmf(data: bytes) -> Scene:
    """Return what the file draws. Raises MetafileError where that is too much."""
    player = _Player(_placed(data))
    for function, fields in wmf_records(data):
        try:
            player.play(function, fields)
        except struct.error:
            player.scene.leave_out("parts that are damaged")
        except BitmapError as error:
            player.scene.leave_out(f"a picture inside that can't be decoded ({error})")
    return player.scene


def _placed(data: bytes) -> Box | None:
    """The bounding box of the placeable header ([MS-WMF] 2.3.2.3), upright."""
    if not data.startswith(PLACEABLE) or len(data) < 16:
        return None
    left, top, right, bottom = struct.unpack_from("<hhhh", data, 6)
    if left == right or top == bottom:
        return None
    return (float(min(left, right)), float(min(top, bottom)), float(max(left, right)), float(max(top, bottom)))


class _Player:
    def __init__(self, placed: Box | None) -> None:
        self.scene = Scene()
        self.device = Device(self.scene, State(mode=ANISOTROPIC))
        self._placed = placed
        self._objects: dict[int, Pen | Brush | None] = {}
        self._free: list[int] = []
        self._sized = False
        if placed is not None:
            size = (placed[2] - placed[0], placed[3] - placed[1])
            self.scene.page = (0.0, 0.0, *size)
            self.device.set(window=placed[:2], window_size=size, view_size=size)

    def play(self, function: int, fields: Fields) -> None:
        if function in _RECORDS:
            _RECORDS[function](self, fields)

    def resize(self, width: float, height: float) -> None:
        """SetWindowExt: the first one is the page; it fills the box of the header where there is one."""
        if not self._sized and width and height:
            self._sized = True
            if self._placed is None:
                self.scene.page = (0.0, 0.0, abs(width), abs(height))
                self.device.set(view_size=(abs(width), abs(height)))
        self.device.set(window_size=(width, height))

    def keep(self, thing: Pen | Brush | None) -> None:
        """Objects take the lowest free number ([MS-WMF] 3.1.4.1)."""
        number = heappop(self._free) if self._free else len(self._objects)
        if number < _MOST_OBJECTS:
            self._objects[number] = thing

    def select(self, fields: Fields) -> None:
        self.device.select(self._objects.get(_unsigned(fields)))

    def drop(self, fields: Fields) -> None:
        number = _unsigned(fields)
        if number in self._objects:
            del self._objects[number]
            heappush(self._free, number)


def _unsigned(fields: Fields, at: int = 0) -> int:
    return int(struct.unpack_from("<H", fields.data, at)[0])


def _box(fields: Fields, at: int = 0) -> Box:
    bottom, right, top, left = fields.shorts(4, at)
    return (float(left), float(top), float(right), float(bottom))


def _window_size(player: _Player, fields: Fields) -> None:
    height, width = fields.shorts(2)
    player.resize(float(width), float(height))


def _window(player: _Player, fields: Fields, *, by: bool = False) -> None:
    y, x = fields.shorts(2)
    before = player.device.state.window if by else (0.0, 0.0)
    player.device.set(window=(before[0] + x, before[1] + y))


def _scale_window(player: _Player, fields: Fields) -> None:
    bottom_down, top_down, bottom, top = fields.shorts(4)
    width, height = player.device.state.window_size
    player.resize(width * top / (bottom or 1), height * top_down / (bottom_down or 1))


def _go(player: _Player, fields: Fields, *, draw: bool) -> None:
    y, x = fields.shorts(2)
    if draw:
        player.device.lines_to(np.array([(x, y)], dtype=np.float64))
    else:
        player.device.move(float(x), float(y))


def _poly(player: _Player, fields: Fields, *, closed: bool) -> None:
    points = fields.points(_unsigned(fields), 2, short=True)
    if len(points):
        player.device.polygons([points]) if closed else player.device.polyline(points)


def _poly_poly(player: _Player, fields: Fields) -> None:
    counts = fields.counts(_unsigned(fields), 2, short=True)
    player.scene.spend(len(counts))
    player.device.polygons(fields.figures(counts, 2 + 2 * len(counts), short=True))


def _rounded(player: _Player, fields: Fields) -> None:
    height, width = fields.shorts(2)
    player.device.rounded(_box(fields, 4), width, height)


def _arc(player: _Player, fields: Fields, *, kind: str) -> None:
    to_y, to_x, y, x = fields.shorts(4)
    player.device.arc(_box(fields, 8), (x, y), (to_x, to_y), kind)


def _flag(player: _Player, fields: Fields, *, name: str) -> None:
    player.device.set(**{name: _unsigned(fields) == 2})


def _raster(player: _Player, fields: Fields) -> None:
    player.device.set(raster=_unsigned(fields))


def _map_mode(player: _Player, fields: Fields) -> None:
    """Modes in units of length point upwards; in all others the window's size tells the scale."""
    mode = _unsigned(fields)
    player.device.set(mode=mode if 2 <= mode <= 6 else ANISOTROPIC)


def _create_pen(player: _Player, fields: Fields) -> None:
    style, width = _unsigned(fields), fields.shorts(1, 2)[0]
    player.keep(pen(style, float(width), fields.unsigned(6)))


def _create_brush(player: _Player, fields: Fields) -> None:
    player.keep(brush(_unsigned(fields), fields.unsigned(2)))


def _create_pattern(player: _Player, fields: Fields) -> None:
    """A pattern is told by its mean colour; one that can't be decoded still takes its number."""
    try:
        picture = packed(fields.part(4, len(fields)), player.scene.spend_pixels, palette_indices=_unsigned(fields, 2) == 1)
    except BitmapError:
        player.keep(Brush("#808080"))
        raise
    player.keep(Brush("#{:02x}{:02x}{:02x}".format(*average(picture))))


def _create_other(player: _Player, _fields: Fields) -> None:
    player.keep(None)


def _stretch_bits(player: _Player, fields: Fields) -> None:
    """META_STRETCHDIB; the source's y counts from below."""
    source = fields.shorts(8, 6)
    height, width, below, left, high, wide, y, x = source
    picture = packed(fields.part(22, len(fields)), player.scene.spend_pixels, palette_indices=_unsigned(fields, 4) == 1)
    player.device.picture(picture, corners_of(x, y, wide, high), Crop(left, below, width, height, from_below=True), fields.unsigned() & 0xFFFFFF)


def _stretch_block(player: _Player, fields: Fields) -> None:
    """META_DIBSTRETCHBLT, with a bitmap or without."""
    operation = fields.unsigned()
    if len(fields) < 20 + 12:
        high, wide, y, x = fields.shorts(4, 14)
        player.device.paint_box((x, y, x + wide, y + high), operation)
        return
    height, width, top, left, high, wide, y, x = fields.shorts(8, 4)
    player.device.picture(
        packed(fields.part(20, len(fields)), player.scene.spend_pixels), corners_of(x, y, wide, high), Crop(left, top, width, height), operation & 0xFFFFFF
    )


def _block(player: _Player, fields: Fields) -> None:
    """META_DIBBITBLT, with a bitmap or without."""
    operation = fields.unsigned()
    if len(fields) < 16 + 12:
        high, wide, y, x = fields.shorts(4, 10)
        player.device.paint_box((x, y, x + wide, y + high), operation)
        return
    top, left, high, wide, y, x = fields.shorts(6, 4)
    player.device.picture(
        packed(fields.part(16, len(fields)), player.scene.spend_pixels), corners_of(x, y, wide, high), Crop(left, top, wide, high), operation & 0xFFFFFF
    )


def _bits_to_device(player: _Player, fields: Fields) -> None:
    """META_SETDIBTODEV."""
    usage, _scans, _start, below, left, height, width, y, x = (_unsigned(fields), *fields.shorts(8, 2))
    picture = packed(fields.part(18, len(fields)), player.scene.spend_pixels, palette_indices=usage == 1)
    player.device.picture(picture, corners_of(x, y, width, height), Crop(left, below, width, height, from_below=True), COPY)


def _paint(player: _Player, fields: Fields) -> None:
    """META_PATBLT."""
    high, wide, y, x = fields.shorts(4, 4)
    player.device.paint_box((x, y, x + wide, y + high), fields.unsigned())


def _dot(player: _Player, fields: Fields) -> None:
    y, x = fields.shorts(2, 4)
    before = player.device.state.brush
    player.device.set(brush=Brush(rgb(fields.unsigned())))
    player.device.paint_box((x, y, x + 1.0, y + 1.0), 0x00F00021)
    player.device.set(brush=before)


def _old_bitmap(player: _Player, _fields: Fields) -> None:
    player.scene.leave_out(_OLD_BITMAP)


_RECORDS: dict[int, Callable[[_Player, Fields], None]] = {
    0x0103: _map_mode,
    0x0104: _raster,
    0x0106: partial(_flag, name="winding"),
    0x020B: _window,
    0x020C: _window_size,
    0x020F: partial(_window, by=True),
    0x0410: _scale_window,
    0x0213: partial(_go, draw=True),
    0x0214: partial(_go, draw=False),
    0x0416: lambda player, fields: player.device.clip_box(_box(fields)),
    0x0418: lambda player, fields: player.device.ellipse(_box(fields)),
    0x041B: lambda player, fields: player.device.rectangle(_box(fields)),
    0x041F: _dot,
    0x061C: _rounded,
    0x061D: _paint,
    0x0817: partial(_arc, kind="arc"),
    0x081A: partial(_arc, kind="pie"),
    0x0830: partial(_arc, kind="chord"),
    0x0324: partial(_poly, closed=True),
    0x0325: partial(_poly, closed=False),
    0x0538: _poly_poly,
    0x001E: lambda player, _fields: player.device.save(),
    0x0127: lambda player, fields: player.device.restore(fields.shorts(1)[0]),
    0x012D: lambda player, fields: player.select(fields),
    0x01F0: lambda player, fields: player.drop(fields),
    0x02FA: _create_pen,
    0x02FC: _create_brush,
    0x0142: _create_pattern,
    0x01F9: _create_other,
    0x02FB: _create_other,
    0x00F7: _create_other,
    0x06FF: _create_other,
    0x0940: _block,
    0x0B41: _stretch_block,
    0x0D33: _bits_to_device,
    0x0F43: _stretch_bits,
    0x0922: _old_bitmap,
    0x0B23: _old_bitmap,
}
