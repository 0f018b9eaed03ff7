"""The records of both formats, walked in bounded steps."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from materials_lint.containers.metafile import MetafileError
from materials_lint.containers.metafile._outline import Box

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST_RECORDS = 200_000
PLACEABLE = b"\xd7\xcd\xc6\x9a"


class Fields:
    """One record's parameters. Reading past the end raises struct.error."""

    def __init__(self, data: memoryview) -> None:
        self.data = data

    def __len__(self) -> int:
        return len(self.data)

    def longs(self, count: int, at: int = 0) -> tuple[int, ...]:
        return struct.unpack_from(f"<{count}i", self.data, at)

    def unsigned(self, at: int = 0) -> int:
        return int(struct.unpack_from("<I", self.data, at)[0])

    def shorts(self, count: int, at: int = 0) -> tuple[int, ...]:
        return struct.unpack_from(f"<{count}h", self.data, at)

    def floats(self, count: int, at: int = 0) -> tuple[float, ...]:
        return struct.unpack_from(f"<{count}f", self.data, at)

    def box(self, at: int = 0) -> Box:
        left, top, right, bottom = self.longs(4, at)
        return (float(left), float(top), float(right), float(bottom))

    def points(self, count: int, at: int, *, short: bool) -> NDArray[np.float64]:
        """Return points of shape (count, 2), as many as are there."""
        size = 4 if short else 8
        known = max(0, min(count, (len(self.data) - at) // size))
        flat = np.frombuffer(self.data, dtype="<i2" if short else "<i4", count=2 * known, offset=at if known else 0)
        return flat.reshape(known, 2).astype(np.float64)

    def figures(self, counts: NDArray[np.int64], at: int, *, short: bool) -> list[NDArray[np.float64]]:
        """Return the points of several figures that follow one another."""
        every = self.points(int(counts.sum()), at, short=short)
        return [part for part in np.split(every, np.cumsum(counts)[:-1]) if len(part)]

    def counts(self, count: int, at: int, *, short: bool) -> NDArray[np.int64]:
        """Return the numbers of points of the figures."""
        size = 2 if short else 4
        known = max(0, min(count, (len(self.data) - at) // size))
        return np.frombuffer(self.data, dtype="<u2" if short else "<u4", count=known, offset=at if known else 0).astype(np.int64)

    def part(self, at: int, size: int) -> bytes:
        return bytes(self.data[max(0, at) : max(0, at) + max(0, size)]) if at >= 0 else b""


def emf_records(data: bytes) -> Iterator[tuple[int, Fields]]:
    """Yield (type, parameters behind type and size) up to EMR_EOF ([MS-EMF] 2.3)."""
    view, position = memoryview(data), 0
    for _ in range(MOST_RECORDS):
        if position + 8 > len(data):
            return
        kind, size = struct.unpack_from("<II", data, position)
        if size < 8 or kind == 14:
            return
        yield kind, Fields(view[position + 8 : position + size])
        position += size
    raise MetafileError(f"it has more than {MOST_RECORDS} records")


def wmf_records(data: bytes) -> Iterator[tuple[int, Fields]]:
    """Yield (function, parameters) up to META_EOF ([MS-WMF] 2.3); sizes count words of two bytes."""
    view, position = memoryview(data), 22 if data.startswith(PLACEABLE) else 0
    position += 2 * struct.unpack_from("<H", data, position + 2)[0] if position + 4 <= len(data) else 18
    for _ in range(MOST_RECORDS):
        if position + 6 > len(data):
            return
        size, function = struct.unpack_from("<IH", data, position)
        if size < 3 or function == 0:
            return
        yield function, Fields(view[position + 6 : position + 2 * size])
        position += 2 * size
    raise MetafileError(f"it has more than {MOST_RECORDS} records")
