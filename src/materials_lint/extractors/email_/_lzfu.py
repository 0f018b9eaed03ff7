"""Compressed RTF as Outlook stores it in MSG and winmail.dat (MS-OXRTFCP)."""

from __future__ import annotations

import struct

_PRIMED = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans SerifSymbolArialTimes New RomanCourier"
    b"{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
_WINDOW = 4096


def decompress(data: bytes, most: int) -> bytes | None:
    """Return the RTF, at most `most` bytes of it, or None where the container is damaged."""
    if len(data) < 16:
        return None
    _packed, raw_size, kind, _crc = struct.unpack_from("<IIII", data)
    if kind == 0x414C454D:
        return data[16 : 16 + min(raw_size, most)]
    if kind != 0x75465A4C:
        return None
    return _unpack(data, min(raw_size, most))


def _unpack(data: bytes, most: int) -> bytes:
    window = bytearray(_PRIMED.ljust(_WINDOW, b"\0"))
    place = len(_PRIMED)
    out = bytearray()
    position = 16
    while position < len(data) and len(out) < most:
        flags = data[position]
        position += 1
        for bit in range(8):
            if flags >> bit & 1:
                if position + 2 > len(data):
                    return bytes(out)
                reference = data[position] << 8 | data[position + 1]
                position += 2
                offset, count = reference >> 4, (reference & 15) + 2
                if offset == place:
                    return bytes(out)
                chunk = bytearray()
                for step in range(count):
                    byte = window[(offset + step) % _WINDOW]
                    chunk.append(byte)
                    window[place] = byte
                    place = (place + 1) % _WINDOW
                out += chunk
            else:
                if position >= len(data):
                    return bytes(out)
                out.append(data[position])
                window[place] = data[position]
                place = (place + 1) % _WINDOW
                position += 1
    return bytes(out)
