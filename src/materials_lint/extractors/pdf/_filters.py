"""Decoding a PDF stream no further than a limit.

The PDF libraries unpack a whole stream before they tell its length; a few kilobytes can unpack to gigabytes. Here each
filter (ISO 32000-1, 7.4) stops as soon as the limit is passed.
"""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

_SPACE = re.compile(rb"\s+")
_LZW_CLEAR, _LZW_END = 256, 257


class TooLongError(Exception):
    """The stream unpacks to more than the limit."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A stream's bytes; `whole` is False where it is damaged and only its beginning could be read.

    `plain` is False where a filter is met that is left alone here (pictures, encryption): `data` is then still packed.
    """

    data: bytes
    whole: bool = True
    plain: bool = True


def decode(stream: Any, most: int) -> Decoded:
    """Unpack one of pikepdf's streams. Raises TooLongError beyond `most` bytes and pikepdf's errors for what it can't fetch."""
    data, whole = bytes(stream.read_raw_bytes()), True
    for name, predicted in _filters(stream):
        unpack = _UNPACK.get(name)
        if unpack is None:
            return Decoded(data, whole, plain=False)
        data, complete = unpack(data, most)
        whole = whole and complete
        if predicted and whole:
            # The length is known to be harmless now: leave the predictor to the library.
            return Decoded(bytes(stream.read_bytes()), whole)
    if len(data) > most:
        raise TooLongError
    return Decoded(data, whole)


def _filters(stream: Any) -> list[tuple[str, bool]]:
    names = _listed(stream.get("/Filter", stream.get("/F")))
    parameters = _listed(stream.get("/DecodeParms", stream.get("/DP")))
    parameters += [None] * (len(names) - len(parameters))
    return [(str(name), _predicted(given)) for name, given in zip(names, parameters, strict=False)]


def _listed(value: Any) -> list[Any]:
    import pikepdf

    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def _predicted(parameters: Any) -> bool:
    import pikepdf

    return isinstance(parameters, pikepdf.Dictionary) and parameters.get("/Predictor", 1) != 1


def _flate(data: bytes, most: int) -> tuple[bytes, bool]:
    if not data:
        return data, True
    stream = zlib.decompressobj()
    try:
        found = stream.decompress(data, most + 1)
    except zlib.error:
        return _flate_as_far_as_it_goes(data, most), False
    if len(found) > most:
        raise TooLongError
    return found, stream.eof or _only_tail_missing(data, found)


def _only_tail_missing(data: bytes, found: bytes) -> bool:
    """Some writers leave out the checksum: all is there when the raw deflate stream ends."""
    raw = zlib.decompressobj(-15)
    try:
        return raw.decompress(data[2:], len(found) + 1) == found and raw.eof
    except zlib.error:
        return False


def _flate_as_far_as_it_goes(data: bytes, most: int) -> bytes:
    stream = zlib.decompressobj()
    found = bytearray()
    try:
        for start in range(0, len(data), 256):
            found += stream.decompress(data[start : start + 256], most + 1 - len(found))
            if len(found) > most:
                raise TooLongError
    except zlib.error:
        pass
    return bytes(found)


def _ascii85(data: bytes, most: int) -> tuple[bytes, bool]:
    body = _SPACE.sub(b"", data.lstrip().removeprefix(b"<~").split(b"~")[0])
    try:
        found = base64.a85decode(body)
    except ValueError:
        return b"", False
    return _within(found, most), True


def _ascii_hex(data: bytes, most: int) -> tuple[bytes, bool]:
    body = _SPACE.sub(b"", data.split(b">")[0])
    try:
        return _within(binascii.unhexlify(body + b"0" * (len(body) % 2)), most), True
    except ValueError:
        return b"", False


def _run_length(data: bytes, most: int) -> tuple[bytes, bool]:
    found, at = bytearray(), 0
    while at < len(data):
        length = data[at]
        if length == 128:
            return bytes(found), True
        if length < 128:
            found += data[at + 1 : at + 2 + length]
            at += length + 2
        else:
            found += data[at + 1 : at + 2] * (257 - length)
            at += 2
        if len(found) > most:
            raise TooLongError
    return bytes(found), True


def _lzw(data: bytes, most: int) -> tuple[bytes, bool]:
    table, found = _lzw_start(), bytearray()
    before, bits, held, width = b"", 0, 0, 9
    for byte in data:
        held, bits = (held << 8) | byte, bits + 8
        if bits < width:
            continue
        bits -= width
        code, held = held >> bits, held & ((1 << bits) - 1)
        if code == _LZW_END:
            return bytes(found), True
        if code == _LZW_CLEAR:
            table, before, width = _lzw_start(), b"", 9
            continue
        if code >= len(table) + bool(before):
            return bytes(found), False
        entry = table[code] if code < len(table) else before + before[:1]
        found += entry
        if len(found) > most:
            raise TooLongError
        if before:
            table.append(before + entry[:1])
        before = entry
        width = 9 + (len(table) + 1 >= 511) + (len(table) + 1 >= 1023) + (len(table) + 1 >= 2047)
    return bytes(found), True


def _lzw_start() -> list[bytes]:
    return [bytes([value]) for value in range(256)] + [b"", b""]


def _within(data: bytes, most: int) -> bytes:
    if len(data) > most:
        raise TooLongError
    return data


_UNPACK: dict[str, Callable[[bytes, int], tuple[bytes, bool]]] = {
    "/FlateDecode": _flate,
    "/Fl": _flate,
    "/ASCII85Decode": _ascii85,
    "/A85": _ascii85,
    "/ASCIIHexDecode": _ascii_hex,
    "/AHx": _ascii_hex,
    "/RunLengthDecode": _run_length,
    "/RL": _run_length,
    "/LZWDecode": _lzw,
    "/LZW": _lzw,
}
