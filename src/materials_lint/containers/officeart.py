"""Pictures inside the drawing records of old Office files ([MS-ODRAW] 2.2.23 to 2.2.31)."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator

_RECORD = re.compile(rb"(?=[\x00-\xff]{2}[\x1a\x1b\x1d\x1e\x1f\x29\x2a]\xf0)", re.DOTALL)
_NAMES = {0xF01A: "emf", 0xF01B: "wmf", 0xF01D: "jpeg", 0xF01E: "png", 0xF01F: "dib", 0xF029: "tiff", 0xF02A: "jpeg"}
_TWO_IDS = {0x3D5, 0x217, 0x46B, 0x6E3, 0x6E1, 0x7A9, 0x6E5}
_METAFILES = {0xF01A, 0xF01B}
_MOST = 64 * 1024 * 1024


def pictures(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield (kind, bytes) of each picture in a stream, found by its record's header."""
    position = 0
    while (found := _RECORD.search(data, position)) is not None:
        start = found.start()
        position = start + 1
        version, kind, length = struct.unpack_from("<HHI", data, start) if start + 8 <= len(data) else (0, 0, 0)
        if version & 0xF or not 17 < length <= len(data) - start - 8:
            continue
        body = _body(data[start + 8 : start + 8 + length], version >> 4, kind)
        if body:
            yield _NAMES[kind], body
            position = start + 8 + length


def _body(record: bytes, instance: int, kind: int) -> bytes:
    skip = 32 if instance in _TWO_IDS else 16
    if kind not in _METAFILES:
        return record[skip + 1 :] if _plausible(record[skip + 1 :], kind) else b""
    header = record[skip : skip + 34]
    if len(header) < 34:
        return b""
    packed = record[skip + 34 :]
    if header[32] == 0xFE:
        return packed
    try:
        return zlib.decompressobj().decompress(packed, _MOST)
    except zlib.error:
        return b""


def _plausible(body: bytes, kind: int) -> bool:
    marks = {0xF01D: (b"\xff\xd8",), 0xF02A: (b"\xff\xd8",), 0xF01E: (b"\x89PNG",), 0xF029: (b"II", b"MM")}
    return kind == 0xF01F or body.startswith(marks[kind])
