"""Pens and brushes of an EMF by their handles ([MS-EMF] 2.3.7 and 2.3.8)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from materials_lint.containers.metafile._bitmaps import average, decode
from materials_lint.containers.metafile._device import Device
from materials_lint.containers.metafile._records import Fields
from materials_lint.containers.metafile._values import Brush, Pen, brush, pen

_STOCK = 0x80000000
# StockObject ([MS-EMF] 2.1.31).
_STOCKS: dict[int, Pen | Brush] = {
    0: Brush("#ffffff"),
    1: Brush("#c0c0c0"),
    2: Brush("#808080"),
    3: Brush("#404040"),
    4: Brush("#000000"),
    5: Brush(visible=False),
    6: Pen("#ffffff"),
    7: Pen("#000000"),
    8: Pen(visible=False),
    18: Brush("#ffffff"),
    19: Pen("#000000"),
}
_MOST_HANDLES = 65536
_GEOMETRIC = 0x10000


class Objects:
    """The table of objects."""

    def __init__(self) -> None:
        self._known: dict[int, Pen | Brush] = {}

    def keep(self, handle: int, thing: Pen | Brush) -> None:
        if len(self._known) < _MOST_HANDLES:
            self._known[handle] = thing

    def find(self, handle: int) -> Pen | Brush | None:
        return _STOCKS.get(handle - _STOCK) if handle >= _STOCK else self._known.get(handle)

    def drop(self, handle: int) -> None:
        self._known.pop(handle, None)


def _select(objects: Objects, device: Device, fields: Fields) -> None:
    device.select(objects.find(fields.unsigned()))


def _delete(objects: Objects, _device: Device, fields: Fields) -> None:
    objects.drop(fields.unsigned())


def _create_pen(objects: Objects, _device: Device, fields: Fields) -> None:
    handle, style, width = fields.unsigned(), fields.unsigned(4), fields.longs(1, 8)[0]
    objects.keep(handle, pen(style, float(width), fields.unsigned(16)))


def _create_styled_pen(objects: Objects, _device: Device, fields: Fields) -> None:
    """ExtCreatePen: a geometric pen is as wide as it says, a cosmetic one is the thinnest line."""
    style, width = fields.unsigned(20), fields.unsigned(24)
    made = pen(style, float(width) if style & _GEOMETRIC else 0.0, fields.unsigned(32))
    objects.keep(fields.unsigned(), replace(made, visible=made.visible and fields.unsigned(28) != 1))


def _create_brush(objects: Objects, _device: Device, fields: Fields) -> None:
    objects.keep(fields.unsigned(), brush(fields.unsigned(4), fields.unsigned(8)))


def _create_pattern(objects: Objects, device: Device, fields: Fields) -> None:
    """A pattern is told by its mean colour: small ones are there to mix colours."""
    offset, size, bits, count = fields.longs(4, 8)
    picture = decode(fields.part(offset - 8, size), fields.part(bits - 8, count), device.scene.spend_pixels, palette_indices=fields.unsigned(4) == 1)
    objects.keep(fields.unsigned(), Brush("#{:02x}{:02x}{:02x}".format(*average(picture))))


def _fill_region(objects: Objects, device: Device, fields: Fields) -> None:
    thing = objects.find(fields.unsigned(20))
    if isinstance(thing, Brush) and thing.visible:
        before = device.state.brush
        device.set(brush=thing)
        paint_region(device, fields, 24)
        device.set(brush=before)


def paint_region(device: Device, fields: Fields, at: int) -> None:
    """Fill the rectangles of a region ([MS-EMF] 2.2.24) with the brush."""
    for left, top, right, bottom in rectangles(device, fields, at):
        device.paint_box((left, top, right, bottom), 0x00F00021)


def rectangles(device: Device, fields: Fields, at: int) -> list[tuple[int, ...]]:
    """Return the rectangles of region data that begin at an offset."""
    start = at + 32
    count = max(0, min(fields.unsigned(at + 8), (len(fields) - start) // 16))
    device.scene.spend(4 * count)
    return [fields.longs(4, start + 16 * index) for index in range(count)]


OBJECT_RECORDS: dict[int, Callable[[Objects, Device, Fields], None]] = {
    37: _select,
    38: _create_pen,
    39: _create_brush,
    40: _delete,
    71: _fill_region,
    93: _create_pattern,
    94: _create_pattern,
    95: _create_styled_pen,
}
