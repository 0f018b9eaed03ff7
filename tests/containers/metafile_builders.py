"""Metafiles for tests, put together record by record ([MS-EMF], [MS-WMF])."""

from __future__ import annotations

import struct
from collections.abc import Iterable

RED, GREEN, BLUE, BLACK = 0x0000FF, 0x00FF00, 0xFF0000, 0
NULL_BRUSH, BLACK_BRUSH, NULL_PEN, BLACK_PEN = 0x80000005, 0x80000004, 0x80000008, 0x80000007
COPY, AND, OR = 0x00CC0020, 0x008800C6, 0x00EE0086
Points = Iterable[tuple[int, int]]


def record(kind: int, *longs: int, tail: bytes = b"") -> bytes:
    """An EMF record of 32-bit fields; numbers above 2**31 and below zero both fit."""
    body = struct.pack(f"<{len(longs)}I", *(value & 0xFFFFFFFF for value in longs)) + tail
    body += b"\0" * (-len(body) % 4)
    return struct.pack("<II", kind, 8 + len(body)) + body


def emf(*records: bytes, size: tuple[int, int] = (100, 100), frame: tuple[int, int] | None = None) -> bytes:
    """An EMF whose device has ten pixels a millimetre, so that a pixel is ten hundredths; the frame is in pixels, too."""
    wide, high = frame or size
    head = struct.pack("<4i4i", 0, 0, size[0] - 1, size[1] - 1, 0, 0, 10 * wide, 10 * high) + b" EMF"
    head += struct.pack("<IIIHHIIIIIII", 0x10000, 0, 0, 8, 0, 0, 0, 0, 1000, 1000, 100, 100)
    return record(1, tail=head) + b"".join(records) + record(14, 0, 0, 20)


def poly(kind: int, points: Points, *, short: bool = True) -> bytes:
    """A record of one figure, its bounds left empty."""
    flat = [value for point in points for value in point]
    return record(kind, 0, 0, 0, 0, len(flat) // 2, tail=struct.pack(f"<{len(flat)}{'h' if short else 'i'}", *flat))


def poly_poly(kind: int, *figures: Points) -> bytes:
    known = [list(figure) for figure in figures]
    flat = [value for figure in known for point in figure for value in point]
    counts = [len(figure) for figure in known]
    return record(kind, 0, 0, 0, 0, len(counts), sum(counts), *counts, tail=struct.pack(f"<{len(flat)}h", *flat))


def fill(colour: int, handle: int = 1) -> bytes:
    """Create a brush, select it, and draw without a pen."""
    return record(39, handle, 0, colour, 0) + record(37, handle) + record(37, NULL_PEN)


def stroke(colour: int, width: int, *, style: int = 0x10000, handle: int = 2) -> bytes:
    """Create a geometric pen, select it, and draw without a brush."""
    return record(95, handle, 0, 0, 0, 0, style, width, 0, colour, 0, 0) + record(37, handle) + record(37, NULL_BRUSH)


def matrix(kind: int, *values: float, mode: int | None = None) -> bytes:
    return record(kind, tail=struct.pack("<6f", *values) + (b"" if mode is None else struct.pack("<I", mode)))


def dib(rows: list[list[int]]) -> tuple[bytes, bytes]:
    """Header and pixels of a bitmap of 24 bits, rows given from the top."""
    width, height = len(rows[0]), len(rows)
    lines = [b"".join(struct.pack("<I", (c & 0xFF) << 16 | c & 0xFF00 | c >> 16)[:3] for c in row) for row in reversed(rows)]
    return struct.pack("<IiiHHIIiiII", 40, width, height, 1, 24, 0, 0, 0, 0, 0, 0), b"".join(line + b"\0" * (-len(line) % 4) for line in lines)


def stretch_bits(bitmap: tuple[bytes, bytes], place: tuple[int, int, int, int], source: tuple[int, int, int, int], operation: int = COPY) -> bytes:
    header, bits = bitmap
    x, y, wide, high = place
    return record(81, 0, 0, 0, 0, x, y, *source, 80, len(header), 80 + len(header), len(bits), 0, operation, wide, high, tail=header + bits)


def wmf(*records: bytes, placed: tuple[int, int, int, int] | None = None) -> bytes:
    """A WMF, with the placeable header where its box is given."""
    head = struct.pack("<IHhhhhHIH", 0x9AC6CDD7, 0, *placed, 1440, 0, 0) if placed else b""
    return head + struct.pack("<HHHIHIH", 1, 9, 0x300, 0, 4, 0, 0) + b"".join(records) + function(0)


def function(number: int, *shorts: int, tail: bytes = b"") -> bytes:
    """A WMF record of 16-bit fields in the order of the file."""
    body = struct.pack(f"<{len(shorts)}H", *(value & 0xFFFF for value in shorts)) + tail
    body += b"\0" * (len(body) % 2)
    return struct.pack("<IH", 3 + len(body) // 2, number) + body


def colour_of(value: int) -> tuple[int, int]:
    return value & 0xFFFF, value >> 16


def wmf_fill(colour: int, first: int = 0) -> bytes:
    """A brush and no pen, as the objects `first` and the one after it."""
    made = function(0x02FC, 0, *colour_of(colour), 0) + function(0x02FA, 5, 0, 0, 0, 0)
    return made + function(0x012D, first) + function(0x012D, first + 1)


def wmf_polygon(points: Points) -> bytes:
    flat = [value for point in points for value in point]
    return function(0x0324, len(flat) // 2, *flat)


def square(left: int, top: int, right: int, bottom: int) -> list[tuple[int, int]]:
    return [(left, top), (right, top), (right, bottom), (left, bottom)]
