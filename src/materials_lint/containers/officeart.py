"""Pictures in old Office files: in drawing records ([MS-ODRAW] 2.2.23 to 2.2.31), and the metafiles of Word 6 to 97 ([MS-DOC] 2.9.190)."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from materials_lint.containers.dib import BitmapError, bmp, pixels_at
from materials_lint.model.document import Gap, Reason
from materials_lint.model.source import MIB, Limits

_RECORD = re.compile(rb"(?=[\x00-\xff]{2}[\x1a-\x1f\x29\x2a]\xf0)", re.DOTALL)
_METAFILE = re.compile(rb"[\x01\x02]\0\x09\0\0[\x01\x03]")
_NAMES = {0xF01A: "emf", 0xF01B: "wmf", 0xF01C: "pict", 0xF01D: "jpeg", 0xF01E: "png", 0xF01F: "dib", 0xF029: "tiff", 0xF02A: "jpeg"}
_TWO_IDS = {0x3D5, 0x217, 0x543, 0x46B, 0x6E3, 0x6E1, 0x7A9, 0x6E5}
_VECTORS = {0xF01A: 0x3D4, 0xF01B: 0x216, 0xF01C: 0x542}
_DEFLATED, _PLAIN = 0, 0xFE
_DRAWING_GROUP, _CONTINUE = 0x00EB, 0x003C
_PICTURE_HEADERS = (58, 68)  # bytes before the metafile in Word 6 and in Word 97
_FITTED = (7, 8)  # map modes whose pictures tell their size in hundredths of a millimetre
_EMU_PER_HUNDREDTH = 360
_RESAVE = "Open the file in its own program, save that picture as PNG and check it, too."
_BROKEN = f"A picture in the file is damaged and could not be unpacked. {_RESAVE}"
_MACINTOSH = f"A picture in the file is in the form of old Macintosh programs (PICT), which can't be drawn here. {_RESAVE}"


@dataclass(frozen=True, slots=True)
class Found:
    """A picture's kind ("emf", "png" ...) and bytes, as a file of its own."""

    kind: str
    data: bytes


def pictures(data: bytes, limits: Limits) -> Iterator[Found | Gap]:
    """Yield each picture in a stream, found by its record's header, or the gap for one that can't be had."""
    yield from _drawing_records(data, limits)
    yield from _word_metafiles(data)


def _drawing_records(data: bytes, limits: Limits) -> Iterator[Found | Gap]:
    position = 0
    while (match := _RECORD.search(data, position)) is not None:
        start = match.start()
        position = start + 1
        version, kind, length = struct.unpack_from("<HHI", data, start) if start + 8 <= len(data) else (0, 0, 0)
        if version & 0xF or kind not in _NAMES or not 17 < length <= len(data) - start - 8:
            continue
        record = data[start + 8 : start + 8 + length]
        found = _vector(record, version >> 4, kind, limits) if kind in _VECTORS else _raster(record, version >> 4, kind)
        if found is not None:
            yield found
            position = start + 8 + length


def _raster(record: bytes, instance: int, kind: int) -> Found | None:
    body = record[(32 if instance in _TWO_IDS else 16) + 1 :]
    marks = {0xF01D: (b"\xff\xd8",), 0xF02A: (b"\xff\xd8",), 0xF01E: (b"\x89PNG",), 0xF029: (b"II", b"MM")}
    if kind in marks:
        return Found(_NAMES[kind], body) if body.startswith(marks[kind]) else None
    try:
        start = pixels_at(body)
        return Found("bmp", bmp(body[:start], body[start:]))
    except BitmapError:
        return None


def _vector(record: bytes, instance: int, kind: int, limits: Limits) -> Found | Gap | None:
    """Unpack a metafile; None where the bytes only happen to look like one's record."""
    skip = 32 if instance in _TWO_IDS else 16
    header = record[skip : skip + 34]
    if instance & ~1 != _VECTORS[kind] or len(header) < 34 or header[32] not in {_DEFLATED, _PLAIN}:
        return None
    if kind == 0xF01C:
        return Gap(Reason.UNSUPPORTED, _MACINTOSH)
    body: bytes = record[skip + 34 :]
    if header[32] == _DEFLATED:
        most = limits.max_member_mib * MIB
        try:
            body = zlib.decompressobj().decompress(body, most + 1)
        except zlib.error:
            return Gap(Reason.DAMAGED, _BROKEN)
        if len(body) > most:
            return Gap(Reason.TOO_LARGE, f"A picture in the file unpacks to more than max_member_mib = {limits.max_member_mib} MiB allows. {_RESAVE}")
    if kind == 0xF01B:
        width, height = struct.unpack_from("<ii", header, 20)
        body = placeable(body, width // _EMU_PER_HUNDREDTH, height // _EMU_PER_HUNDREDTH)
    return Found(_NAMES[kind], body)


def _word_metafiles(data: bytes) -> Iterator[Found]:
    """A header (PICF) that tells its own length, and that of all, stands right before each metafile."""
    for match in _METAFILE.finditer(data):
        for size in _PICTURE_HEADERS:
            start = match.start() - size
            if start < 0:
                continue
            whole, header, mode, width, height = struct.unpack_from("<IHHHH", data, start)
            if header == size and size < whole <= len(data) - start and 1 <= mode <= 8:
                body = data[match.start() : start + whole]
                yield Found("wmf", placeable(body, width, height) if mode in _FITTED else body)


def drawing_group(workbook: bytes) -> bytes:
    """Join the pieces in which a workbook keeps its pictures ([MS-XLS] 2.4.171, MsoDrawingGroup and Continue)."""
    position, joined, inside = 0, bytearray(), False
    while position + 4 <= len(workbook):
        kind, length = struct.unpack_from("<HH", workbook, position)
        inside = kind == _DRAWING_GROUP or (inside and kind == _CONTINUE)
        if inside:
            joined += workbook[position + 4 : position + 4 + length]
        position += 4 + length
    return bytes(joined)


def placeable(wmf: bytes, width: int, height: int) -> bytes:
    """Put the header before a WMF that tells how large it is shown, in hundredths of a millimetre ([MS-WMF] 2.3.2.3)."""
    if width <= 0 or height <= 0 or wmf.startswith(b"\xd7\xcd\xc6\x9a"):
        return wmf
    share = min(1.0, 0x7FFF / max(width, height))
    header = struct.pack("<IHhhhhHI", 0x9AC6CDD7, 0, 0, 0, max(1, round(width * share)), max(1, round(height * share)), max(1, round(2540 * share)), 0)
    check = 0
    for word in struct.unpack("<10H", header):
        check ^= word
    return header + struct.pack("<H", check) + wmf
