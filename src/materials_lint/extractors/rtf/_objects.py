"""Pictures and embedded objects of RTF, from their hexadecimal digits."""

from __future__ import annotations

import re
import struct

_NOT_HEX = re.compile(r"[^0-9a-fA-F]")


def from_hex(text: str) -> bytes:
    """Return the bytes that hexadecimal digits stand for; what is no digit is passed over."""
    digits = _NOT_HEX.sub("", text)
    return bytes.fromhex(digits[: len(digits) // 2 * 2])


def picture(data: bytes, kind: str) -> tuple[str, bytes]:
    """Return a picture's ending and bytes, a bare bitmap with the file header that it lacks."""
    if kind == "dib" and not data.startswith(b"BM") and len(data) >= 40:
        header, bits = struct.unpack_from("<I", data)[0], struct.unpack_from("<H", data, 14)[0]
        colours = struct.unpack_from("<I", data, 32)[0] or (1 << bits if bits <= 8 else 0)
        start = 14 + header + 4 * min(colours, 256)
        return "bmp", b"BM" + struct.pack("<IHHI", 14 + len(data), 0, 0, start) + data
    return kind or "bin", data


def unpack_object(data: bytes) -> tuple[str, bytes] | None:
    """Return name and bytes of an OLE 1.0 object's native data (MS-OLEDS 2.2.5), None where it can't be told."""
    position = 8
    names: list[str] = []
    for _ in range(3):
        found = _prefixed(data, position)
        if found is None:
            return None
        text, position = found
        names.append(text)
    if position + 4 > len(data):
        return None
    size = struct.unpack_from("<I", data, position)[0]
    native = data[position + 4 : position + 4 + size]
    if names[0].lower() == "package":
        return _packaged(native)
    return (f"{names[0]}.bin" if names[0] else "object.bin", native) if native else None


def _prefixed(data: bytes, position: int) -> tuple[str, int] | None:
    if position + 4 > len(data):
        return None
    length = struct.unpack_from("<I", data, position)[0]
    if length > 1000 or position + 4 + length > len(data):
        return None
    return data[position + 4 : position + 4 + length].rstrip(b"\0").decode("latin-1"), position + 4 + length


def _packaged(data: bytes) -> tuple[str, bytes] | None:
    """Unpack a file that was dropped into the document: label, path, path again, length, bytes."""
    label, _, rest = data[2:].partition(b"\0")
    _path, _, rest = rest.partition(b"\0")
    if len(rest) < 8:
        return None
    length = struct.unpack_from("<I", rest, 4)[0]
    rest = rest[8 + length :] if length < 2000 else b""
    if len(rest) < 4:
        return None
    size = struct.unpack_from("<I", rest)[0]
    name = re.sub(r"[/\\\x00-\x1f]+", " ", label.decode("latin-1")).strip() or "package.bin"
    return (name, rest[4 : 4 + size]) if rest[4:] else None
