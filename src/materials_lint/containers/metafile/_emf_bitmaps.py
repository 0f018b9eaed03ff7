"""Bitmaps in an EMF ([MS-EMF] 2.3.1). Offsets in records count from the record's start, 8 bytes before its fields."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from materials_lint.containers.metafile._bitmaps import COPY, Crop, decode, with_alpha
from materials_lint.containers.metafile._device import Device, corners_of
from materials_lint.containers.metafile._records import Fields

if TYPE_CHECKING:
    from PIL import Image

_HEAD = 8
_OPAQUE_MASK = 0xAA  # of a ternary operation: where the mask is 0, leave what is there


def _bitmap(device: Device, fields: Fields, at: int, usage: int) -> Image.Image | None:
    """Decode the bitmap told by four numbers (header and pixels, offset and size) at an offset."""
    offset, size, bits, count = fields.longs(4, at)
    if size <= 0 or offset <= 0:
        return None
    return decode(fields.part(offset - _HEAD, size), fields.part(bits - _HEAD, count), device.scene.spend_pixels, palette_indices=fields.unsigned(usage) == 1)


def _stretch_bits(device: Device, fields: Fields) -> None:
    """EMR_STRETCHDIBITS; the source's y counts from below."""
    x, y, left, below, width, height = fields.longs(6, 16)
    wide, high = fields.longs(2, 64)
    picture = _bitmap(device, fields, 40, 56)
    if picture is not None:
        device.picture(picture, corners_of(x, y, wide, high), Crop(left, below, width, height, from_below=True), fields.unsigned(60))


def _bits_to_device(device: Device, fields: Fields) -> None:
    """EMR_SETDIBITSTODEVICE: as large on the device as it has pixels."""
    x, y, left, below, width, height = fields.longs(6, 16)
    picture = _bitmap(device, fields, 40, 56)
    if picture is not None:
        across, down = (abs(value) or 1.0 for value in (device.matrix[0], device.matrix[3]))
        device.picture(picture, corners_of(x, y, width / across, height / down), Crop(left, below, width, height, from_below=True), COPY)


def _block(device: Device, fields: Fields, *, sized: bool, operation: int | None = None, mask: int | None = None) -> None:
    """EMR_BITBLT, EMR_STRETCHBLT, EMR_MASKBLT, EMR_TRANSPARENTBLT: without a bitmap they paint with the brush."""
    x, y, wide, high = fields.longs(4, 16)
    asked = fields.unsigned(32)
    picture = _bitmap(device, fields, 76, 72)
    if picture is None:
        device.paint_box((x, y, x + wide, y + high), asked)
        return
    veil = _bitmap(device, fields, mask, mask - 4) if mask is not None and asked >> 24 == _OPAQUE_MASK else None
    chosen = asked & 0xFFFFFF if operation is None else operation
    device.picture(picture, corners_of(x, y, wide, high), _source(fields, sized=sized), chosen, veil)


def _source(fields: Fields, *, sized: bool) -> Crop:
    """The part of the bitmap that is shown; its place goes through the source's own map."""
    left, top = fields.longs(2, 36)
    width, height = fields.longs(2, 92 if sized else 24)
    a, _, _, d, e, f = (value if abs(value) < 1e6 else 0.0 for value in fields.floats(6, 44))
    if not a or not d:
        return Crop(left, top, width, height)
    return Crop(round(left * a + e), round(top * d + f), round(width * a), round(height * d))


def _blend(device: Device, fields: Fields) -> None:
    """EMR_ALPHABLEND: with the bitmap's own opacity where it has one, times that of the whole."""
    x, y, wide, high = fields.longs(4, 16)
    share, own = fields.part(34, 2)[:2] or b"\xff\0"
    picture = _bitmap(device, fields, 76, 72)
    if picture is None:
        return
    offset, size, bits, count = fields.longs(4, 76)
    deep = with_alpha(fields.part(offset - _HEAD, size), fields.part(bits - _HEAD, count)) if own else None
    shown = deep or picture
    opacity = shown.getchannel("A") if deep else None
    if share < 255:
        opacity = opacity.point(lambda value: value * share // 255) if opacity else _even(picture, share)
    shown = shown.convert("RGB") if opacity is None else shown.convert("RGBA")
    if opacity is not None:
        shown.putalpha(opacity)
    device.picture(shown, corners_of(x, y, wide, high), _source(fields, sized=True), COPY)


def _even(picture: Image.Image, opacity: int) -> Image.Image:
    from PIL import Image

    return Image.new("L", picture.size, opacity)


def _slanted(device: Device, fields: Fields) -> None:
    """EMR_PLGBLT: three corners of a parallelogram."""
    corners = np.array(fields.longs(6, 16), dtype=np.float64).reshape(3, 2)
    left, top, width, height = fields.longs(4, 40)
    picture = _bitmap(device, fields, 88, 84)
    if picture is not None:
        device.picture(picture, corners, Crop(left, top, width, height), COPY)


BITMAP_RECORDS: dict[int, Callable[[Device, Fields], None]] = {
    76: partial(_block, sized=False),
    77: partial(_block, sized=True),
    78: partial(_block, sized=False, mask=104),
    79: _slanted,
    80: _bits_to_device,
    81: _stretch_bits,
    114: _blend,
    116: partial(_block, sized=True, operation=COPY),
}
