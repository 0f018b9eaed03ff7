"""Small OLE compound files for tests (MS-CFB): one sector chain a stream, no ministream."""

from __future__ import annotations

import struct
from collections.abc import Mapping

_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD

Tree = Mapping[str, "bytes | Tree"]


def ole(tree: Tree) -> bytes:
    """Return a compound file with the streams (bytes) and storages (mappings) of `tree`."""
    entries: list[dict[str, object]] = []
    _add("Root Entry", tree, entries, root=True)
    data: list[bytes] = []
    fat: list[int] = []
    for entry in entries:
        content = entry["data"]
        if isinstance(content, bytes) and content:
            entry["start"] = _chain(content, data, fat)
    directory = b"".join(_entry(entry) for entry in entries)
    directory += _empty() * (-len(entries) % 4)
    directory_start = _chain(directory, data, fat)
    count = len(data)
    tables = 1
    while tables * 128 < count + tables:
        tables += 1
    fat += [_FAT] * tables
    fat += [_FREE] * (tables * 128 - len(fat))
    places = list(range(count, count + tables))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    header += struct.pack("<IIIIIIIII", 0, tables, directory_start, 0, 0, _END, 0, _END, 0)
    header += struct.pack("<109I", *(places + [_FREE] * (109 - tables)))
    return header + b"".join(data) + struct.pack(f"<{tables * 128}I", *fat)


def _add(name: str, content: bytes | Tree, entries: list[dict[str, object]], *, root: bool = False) -> int:
    number = len(entries)
    entry: dict[str, object] = {"name": name, "data": content if isinstance(content, bytes) else b"", "start": _END, "right": _FREE, "child": _FREE}
    entry["kind"] = 5 if root else 2 if isinstance(content, bytes) else 1
    entries.append(entry)
    if not isinstance(content, bytes):
        before: int | None = None
        for key in sorted(content, key=lambda k: (len(k), k.upper())):
            child = _add(key, content[key], entries)
            if before is None:
                entry["child"] = child
            else:
                entries[before]["right"] = child
            before = child
    return number


def _chain(content: bytes, data: list[bytes], fat: list[int]) -> int:
    start = len(data)
    pieces = [content[at : at + _SECTOR].ljust(_SECTOR, b"\0") for at in range(0, len(content), _SECTOR)]
    for number, piece in enumerate(pieces):
        data.append(piece)
        fat.append(start + number + 1 if number < len(pieces) - 1 else _END)
    return start


def _entry(entry: dict[str, object]) -> bytes:
    name = str(entry["name"]).encode("utf-16-le")
    content = entry["data"]
    size = len(content) if isinstance(content, bytes) else 0
    packed = name.ljust(64, b"\0") + struct.pack("<HBB", len(name) + 2, entry["kind"], 1)
    packed += struct.pack("<III", _FREE, entry["right"], entry["child"]) + b"\0" * 36
    return packed + struct.pack("<IQ", entry["start"], size)


def _empty() -> bytes:
    return b"\0" * 66 + b"\0\0" + struct.pack("<III", _FREE, _FREE, _FREE) + b"\0" * 48
