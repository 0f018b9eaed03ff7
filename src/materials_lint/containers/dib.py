"""Device-independent bitmaps, the pixels of Windows ([MS-WMF] 2.2.2.9), which are a BMP file without its first 14 bytes."""

from __future__ import annotations

import struct
from typing import NamedTuple

RGB, FIELDS, JPEG, PNG = 0, 3, 4, 5
_CORE, _INFO, _FILE_HEADER = 12, 40, 14


class BitmapError(ValueError):
    """A bitmap can't be decoded; the message says why."""


class Form(NamedTuple):
    """What a bitmap's header tells; the height counts pixels, whichever row comes first."""

    width: int
    height: int
    depth: int
    compression: int


def form(header: bytes) -> Form:
    """Read the header. Raises BitmapError."""
    if len(header) < _CORE:
        raise BitmapError("its header is cut off")
    size = _size(header)
    if size == _CORE:
        width, height, _, depth = struct.unpack_from("<HHHH", header, 4)
        return Form(width, height, depth, RGB)
    if size < _INFO or len(header) < _INFO:
        raise BitmapError("its header is of no known kind")
    width, height, _, depth, compression = struct.unpack_from("<iiHHI", header, 4)
    return Form(width, abs(height), depth, compression)


def pixels_at(dib: bytes, *, palette_indices: bool = False) -> int:
    """Return where the pixels begin: behind the header, the masks and the colours. Raises BitmapError."""
    _, _, depth, compression = form(dib)
    size = _size(dib)
    if size == _CORE:
        return min(len(dib), size + (3 << depth if depth <= 8 else 0))
    used: int = struct.unpack_from("<I", dib, 32)[0]
    colours = min(used, 256) if used or depth > 8 else 1 << depth
    masks = 12 if compression == FIELDS and size == _INFO else 0
    return min(len(dib), size + masks + colours * (2 if palette_indices else 4))


def bmp(header: bytes, bits: bytes) -> bytes:
    """Return a BMP file of a header with its colours, and pixels. Raises BitmapError."""
    start = _FILE_HEADER + pixels_at(header)
    return struct.pack("<2sIHHI", b"BM", start + len(bits), 0, 0, start) + header[: start - _FILE_HEADER] + bits


def _size(header: bytes) -> int:
    size: int = struct.unpack_from("<I", header, 0)[0]
    return size
