"""The smallest old Word file (.doc) that `doctor` can make: a compound file ([MS-CFB]) with two streams ([MS-DOC])."""

from __future__ import annotations

import struct

_SECTOR = 512
_STREAM = 4096  # smaller streams would need a mini stream
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_TEXT_AT = 2048


def doc(text: str) -> bytes:
    """Return a .doc whose body is `text` (Western letters only)."""
    main, table = _streams(text.encode("cp1252") + b"\r")
    per_stream = _STREAM // _SECTOR
    first_main, first_table = 2, 2 + per_stream
    fat = [_FAT, _END, *_chain(first_main, per_stream), *_chain(first_table, per_stream)]
    fat += [_FREE] * (_SECTOR // 4 - len(fat))
    entries = [
        _entry("Root Entry", 5, (_FREE, 1), _END, 0),
        _entry("WordDocument", 2, (2, _FREE), first_main, _STREAM),
        _entry("1Table", 2, (_FREE, _FREE), first_table, _STREAM),
        _entry("", 0, (_FREE, _FREE), 0, 0),
    ]
    return _header() + struct.pack(f"<{len(fat)}I", *fat) + b"".join(entries) + main + table


def _header() -> bytes:
    start = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    numbers = struct.pack("<9I", 0, 1, 1, 0, _STREAM, _END, 0, _END, 0)
    return start + numbers + struct.pack("<109I", 0, *[_FREE] * 108)


def _chain(first: int, count: int) -> list[int]:
    return [*range(first + 1, first + count), _END]


def _entry(name: str, kind: int, tree: tuple[int, int], start: int, size: int) -> bytes:
    """Return a directory entry; `tree` is its left sibling and its child."""
    left, child = tree
    raw = name.encode("utf-16-le") + b"\0\0" if name else b""
    return raw.ljust(64, b"\0") + struct.pack("<HBBIII36xIQ", len(raw), kind, 1, left, _FREE, child, start, size)


def _streams(text: bytes) -> tuple[bytes, bytes]:
    """Return the main stream (its header and the text) and the table stream with one piece."""
    pieces = struct.pack("<II", 0, len(text)) + struct.pack("<HIH", 0, 0x40000000 | _TEXT_AT * 2, 0)
    table = b"\x02" + struct.pack("<I", len(pieces)) + pieces
    main = bytearray(_STREAM)
    struct.pack_into("<HH6xH", main, 0, 0xA5EC, 0xC1, 0x0200)
    struct.pack_into("<II", main, 0x18, _TEXT_AT, _TEXT_AT + len(text))
    struct.pack_into("<H", main, 0x20, 0x0E)
    struct.pack_into("<H", main, 0x3E, 0x16)
    struct.pack_into("<i", main, 0x4C, len(text))
    struct.pack_into("<H", main, 0x98, 0x5D)
    struct.pack_into("<II", main, 0x1A2, 0, len(table))
    main[_TEXT_AT : _TEXT_AT + len(text)] = text
    return bytes(main), table.ljust(_STREAM, b"\0")
