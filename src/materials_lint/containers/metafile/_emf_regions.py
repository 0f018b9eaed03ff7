"""Clipping, regions and gradients of an EMF ([MS-EMF] 2.3.2 and 2.3.5)."""

from __future__ import annotations

import struct
from collections.abc import Callable

import numpy as np

from materials_lint.containers.metafile._device import Device
from materials_lint.containers.metafile._emf_objects import paint_region, rectangles
from materials_lint.containers.metafile._outline import Outline, polygon
from materials_lint.containers.metafile._records import Fields
from materials_lint.containers.metafile._values import Brush

_STRIPS = 32
_MOST_PARTS = 2000
_PATTERN_COPY = 0x00F00021


def _intersect(device: Device, fields: Fields) -> None:
    device.clip_box(fields.box())


def _select_region(device: Device, fields: Fields) -> None:
    """ExtSelectClipRgn: rectangles in device space; none at all with RGN_COPY takes the clip away."""
    size, mode = fields.unsigned(), fields.unsigned(4)
    if size == 0 or len(fields) < 40:
        device.set(clip=0)
        return
    outline = Outline()
    found = rectangles(device, fields, 8)
    for left, top, right, bottom in found:
        outline.add(polygon(np.array(((left, top), (right, top), (right, bottom), (left, bottom)), dtype=np.float64)))
    only = outline.extent().box if len(found) == 1 else None
    device.clip(outline, mode, winding=True, box=only)


def _paint_region(device: Device, fields: Fields) -> None:
    paint_region(device, fields, 20)


def _gradient(device: Device, fields: Fields) -> None:
    """GradientFill: rectangles in strips of one colour, triangles in their mean colour."""
    corners, parts, mode = fields.unsigned(16), fields.unsigned(20), fields.unsigned(24)
    size, step = 28 + 16 * corners, 12 if mode == 2 else 8
    before = device.state.brush
    for index in range(min(parts, _MOST_PARTS, max(0, len(fields) - size) // step)):
        named = struct.unpack_from(f"<{step // 4}I", fields.data, size + step * index)
        if max(named) >= corners:
            continue
        ends = [struct.unpack_from("<iiHHH", fields.data, 28 + 16 * number) for number in named]
        (_triangle if mode == 2 else _strips)(device, ends, mode)
    device.set(brush=before)


def _triangle(device: Device, ends: list[tuple[int, ...]], _mode: int) -> None:
    device.set(brush=_mixed([end[2:] for end in ends], [1 / 3] * 3), pen=device.state.pen)
    pen = device.state.pen
    device.set(pen=type(pen)(visible=False))
    device.polygons([np.array([end[:2] for end in ends], dtype=np.float64)])
    device.set(pen=pen)


def _strips(device: Device, ends: list[tuple[int, ...]], mode: int) -> None:
    (left, top, *first), (right, bottom, *last) = ends
    for strip in range(_STRIPS):
        low, high = strip / _STRIPS, (strip + 1) / _STRIPS
        device.set(brush=_mixed([tuple(first), tuple(last)], [1 - (low + high) / 2, (low + high) / 2]))
        # Each strip reaches to the end, so that no ground shows between two.
        box = (left, top + (bottom - top) * low, right, bottom) if mode == 1 else (left + (right - left) * low, top, right, bottom)
        device.paint_box((float(box[0]), float(box[1]), float(box[2]), float(box[3])), _PATTERN_COPY)


def _mixed(colours: list[tuple[int, ...]], shares: list[float]) -> Brush:
    red, green, blue = (min(255, int(sum(colour[at] * share for colour, share in zip(colours, shares, strict=True))) >> 8) for at in range(3))
    return Brush(f"#{red:02x}{green:02x}{blue:02x}")


REGION_RECORDS: dict[int, Callable[[Device, Fields], None]] = {30: _intersect, 74: _paint_region, 75: _select_region, 118: _gradient}
