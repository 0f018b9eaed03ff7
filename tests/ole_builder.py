"""Small OLE compound files for tests (MS-CFB); streams below 4096 bytes lie in the ministream as the format asks."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass

_SECTOR, _MINI, _CUTOFF = 512, 64, 4096
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD

Tree = Mapping[str, "bytes | Tree"]


@dataclass
class _Entry:
    name: str
    kind: int
    data: bytes = b""
    right: int = _FREE
    child: int = _FREE
    start: int = _END

    def packed(self) -> bytes:
        name = self.name.encode("utf-16-le")
        head = name.ljust(64, b"\0") + struct.pack("<HBB", len(name) + 2, self.kind, 1)
        return head + struct.pack("<III", _FREE, self.right, self.child) + b"\0" * 36 + struct.pack("<IQ", self.start, len(self.data))


@dataclass
class _Chains:
    """Sectors of one size with their allocation table."""

    size: int
    sectors: list[bytes]
    table: list[int]

    def add(self, content: bytes) -> int:
        start = len(self.sectors)
        pieces = [content[at : at + self.size].ljust(self.size, b"\0") for at in range(0, len(content), self.size)]
        self.sectors += pieces
        self.table += [*range(start + 1, start + len(pieces)), _END] if pieces else []
        return start if pieces else _END


def ole(tree: Tree) -> bytes:
    """Return a compound file with the streams (bytes) and storages (mappings) of `tree`."""
    entries: list[_Entry] = []
    _add("Root Entry", tree, entries, kind=5)
    big, mini = _Chains(_SECTOR, [], []), _Chains(_MINI, [], [])
    for entry in entries[1:]:
        entry.start = (mini if len(entry.data) < _CUTOFF else big).add(entry.data)
    entries[0].data = b"".join(mini.sectors)
    entries[0].start = big.add(entries[0].data)
    mini_table = big.add(_numbers(mini.table))
    directory = big.add(b"".join(entry.packed() for entry in entries) + _empty() * (-len(entries) % 4))
    return _file(big, directory, mini_table, -(-len(mini.table) // 128))


def _file(big: _Chains, directory: int, mini_table: int, mini_tables: int) -> bytes:
    count, tables = len(big.sectors), 1
    while tables * 128 < count + tables:
        tables += 1
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    header += struct.pack("<IIIIIIIII", 0, tables, directory, 0, _CUTOFF, mini_table, mini_tables, _END, 0)
    places = [*range(count, count + tables)]
    header += struct.pack("<109I", *places, *[_FREE] * (109 - tables))
    return header + b"".join(big.sectors) + _numbers([*big.table, *[_FAT] * tables])


def _numbers(table: list[int]) -> bytes:
    padded = [*table, *[_FREE] * (-len(table) % 128)]
    return struct.pack(f"<{len(padded)}I", *padded)


def _add(name: str, content: bytes | Tree, entries: list[_Entry], kind: int = 1) -> int:
    entry = _Entry(name, 2, content) if isinstance(content, bytes) else _Entry(name, kind)
    entries.append(entry)
    number, before = len(entries) - 1, None
    inside: Tree = {} if isinstance(content, bytes) else content
    for key in sorted(inside, key=lambda k: (len(k), k.upper())):
        child = _add(key, inside[key], entries)
        if before is None:
            entry.child = child
        else:
            entries[before].right = child
        before = child
    return number


def _empty() -> bytes:
    return b"\0" * 68 + struct.pack("<III", _FREE, _FREE, _FREE) + b"\0" * 48
