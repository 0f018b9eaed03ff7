"""Compound files (MS-CFB version 3): storages and streams in 512-byte sectors, the container of Outlook's .msg."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import ceil, log2

_SECTOR = 512
_MINI = 64
_CUTOFF = 4096
_END, _FREE, _FAT_SECTOR, _NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF
_STORAGE, _STREAM, _ROOT = 1, 2, 5
_OUTLOOK_MESSAGE = bytes.fromhex("0b0d020000000000c000000000000046")
Tree = Mapping[str, "bytes | Tree"]


@dataclass
class _Entry:
    """One directory entry; left, right and child are entry numbers."""

    name: str
    kind: int
    data: bytes = b""
    start: int = _END
    size: int = 0
    left: int = _NONE
    right: int = _NONE
    child: int = _NONE
    black: bool = True
    children: list[int] = field(default_factory=list)

    def packed(self) -> bytes:
        name = self.name.encode("utf-16-le") + b"\0\0" if self.name else b""
        class_id = _OUTLOOK_MESSAGE if self.kind == _ROOT else bytes(16)
        head = struct.pack("<64sHBBIII", name, len(name), self.kind, int(self.black), self.left, self.right, self.child)
        return head + class_id + bytes(4 + 8 + 8) + struct.pack("<IQ", self.start, self.size)


def compound(tree: Tree) -> bytes:
    """Return a compound file that holds `tree`: bytes are streams, mappings are storages. Fits up to 109 FAT sectors."""
    entries = [_Entry("Root Entry", _ROOT)]
    _add(tree, 0, entries)
    for entry in entries:
        entry.child = _balanced(entry.children, entries, _red_depth(len(entry.children)))
    sectors: list[bytes] = []
    fat: list[int] = []
    _place_streams(entries, sectors, fat)
    directory = _chain(b"".join(e.packed() for e in entries), sectors, fat, pad=_Entry("", 0).packed()[:68] + struct.pack("<3I", _NONE, _NONE, _NONE) + bytes(48))
    return _assembled(directory, entries, sectors, fat)


def _add(tree: Tree, parent: int, entries: list[_Entry]) -> None:
    for name, value in tree.items():
        number = len(entries)
        entries[parent].children.append(number)
        if isinstance(value, bytes):
            entries.append(_Entry(name, _STREAM, data=value, size=len(value)))
        else:
            entries.append(_Entry(name, _STORAGE, start=0))
            _add(value, number, entries)


def _red_depth(count: int) -> int:
    """The depth whose nodes are red, so that every path has as many black ones: the lowest level where it is not full."""
    full = (count + 1) & count == 0
    return -1 if full or count == 0 else int(log2(count))


def _balanced(numbers: list[int], entries: list[_Entry], red: int, depth: int = 0) -> int:
    """Hang siblings into a balanced tree in the order of MS-CFB 2.6.4 (length of the name first) and return its root."""
    if not numbers:
        return _NONE
    ordered = sorted(numbers, key=lambda n: (len(entries[n].name), entries[n].name.upper()))
    middle = len(ordered) // 2
    entry = entries[ordered[middle]]
    entry.black = depth != red
    entry.left = _balanced(ordered[:middle], entries, red, depth + 1)
    entry.right = _balanced(ordered[middle + 1 :], entries, red, depth + 1)
    return ordered[middle]


def _place_streams(entries: list[_Entry], sectors: list[bytes], fat: list[int]) -> None:
    """Give each stream its sectors: those under the cutoff share the root's mini stream."""
    mini = b""
    for entry in entries:
        if entry.kind == _STREAM and entry.size >= _CUTOFF:
            entry.start = _chain(entry.data, sectors, fat)
        elif entry.kind == _STREAM and entry.size:
            entry.start = len(mini) // _MINI
            mini += entry.data + bytes(-len(entry.data) % _MINI)
    entries[0].start = _chain(mini, sectors, fat)
    entries[0].size = len(mini)


def _mini_fat(entries: list[_Entry]) -> bytes:
    links: list[int] = []
    for entry in entries:
        if entry.kind == _STREAM and 0 < entry.size < _CUTOFF:
            count = ceil(entry.size / _MINI)
            links.extend([*range(len(links) + 1, len(links) + count), _END])
    return struct.pack(f"<{len(links)}I", *links)


def _chain(data: bytes, sectors: list[bytes], fat: list[int], pad: bytes = b"\0") -> int:
    """Append `data` as a chain of sectors, the last filled up with `pad`, and return the first one's number."""
    if not data:
        return _END
    start = len(sectors)
    short = -len(data) % _SECTOR
    data += (pad * short)[:short]
    count = len(data) // _SECTOR
    sectors.extend(data[n * _SECTOR : (n + 1) * _SECTOR] for n in range(count))
    fat.extend([*range(start + 1, start + count), _END])
    return start


def _assembled(directory: int, entries: list[_Entry], sectors: list[bytes], fat: list[int]) -> bytes:
    mini_links = _mini_fat(entries)
    mini_start = _chain(mini_links, sectors, fat, pad=struct.pack("<I", _FREE))
    fat_sectors = ceil((len(sectors) + 1) / (_SECTOR // 4 - 1))
    first_fat = len(sectors)
    table = [*fat, *[_FAT_SECTOR] * fat_sectors]
    table += [_FREE] * (fat_sectors * _SECTOR // 4 - len(table))
    header = struct.pack("<8s16sHHHHH6x", bytes.fromhex("d0cf11e0a1b11ae1"), bytes(16), 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<5I", 0, fat_sectors, directory, 0, _CUTOFF)
    header += struct.pack("<4I", mini_start, ceil(len(mini_links) / _SECTOR), _END, 0)
    header += struct.pack("<109I", *range(first_fat, first_fat + fat_sectors), *[_FREE] * (109 - fat_sectors))
    return header + b"".join(sectors) + struct.pack(f"<{len(table)}I", *table)
