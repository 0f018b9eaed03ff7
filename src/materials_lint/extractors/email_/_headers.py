"""Header fields of a mail, decoded as far as they can be; the standard parser's crashes and slow paths are kept out."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator

from materials_lint.containers.charsets import codec_named, decode, without_controls

_FIELD = re.compile(rb"([!-9;-~]{1,200})[ \t]*:[ \t]*(.*)", re.DOTALL)
_WORD = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]{0,20000})\?=")
_BETWEEN = re.compile(r"(\?=)[ \t\r\n]+(=\?)")
_LONGEST = 100_000
_MOST = 1000


def split_head(data: bytes) -> tuple[bytes, bytes]:
    """Return the header's bytes and the body's, parted at the first empty line."""
    match = re.search(rb"\r?\n[ \t]*\r?\n|\r[ \t]*\r", data)
    first = re.match(rb"[ \t]*\r?\n", data)
    if first:
        return b"", data[first.end() :]
    return (data, b"") if match is None else (data[: match.start()], data[match.end() :])


def fields(head: bytes) -> Iterator[tuple[str, str]]:
    """Yield name and decoded value of each field, folded lines joined; very long values are cut."""
    for number, line in enumerate(_unfolded(head)):
        match = _FIELD.match(line[:_LONGEST])
        if match and number < _MOST:
            yield match[1].decode("latin-1"), decode_words(decode(match[2].strip()).text)


def overlong(head: bytes) -> bool:
    """Tell whether `fields` cuts or leaves out anything."""
    lines = _unfolded(head)
    return len(lines) > _MOST or any(len(line) > _LONGEST for line in lines)


def decode_words(value: str) -> str:
    """Decode RFC 2047 words, also where their charset or padding is wrong; neighbours of one charset are joined as bytes first."""
    if "=?" not in value:
        return _clean(value)
    value = _BETWEEN.sub(r"\1\2", value)
    parts: list[str] = []
    waiting: list[bytes] = []
    charset = ""
    position = 0
    for match in _WORD.finditer(value):
        between = value[position : match.start()]
        named = match[1].partition("*")[0].lower()
        if waiting and (between or named != charset):
            parts.append(decode(b"".join(waiting), codec_named(charset)).text)
            waiting = []
        parts.append(between)
        waiting.append(_word_bytes(match[2], match[3]))
        charset = named
        position = match.end()
    if waiting:
        parts.append(decode(b"".join(waiting), codec_named(charset)).text)
    return _clean("".join(parts) + value[position:])


def _word_bytes(kind: str, text: str) -> bytes:
    raw = text.encode("utf-8")
    if kind in "qQ":
        return binascii.a2b_qp(raw, header=True)
    packed = re.sub(rb"[^A-Za-z0-9+/]", b"", raw)
    try:
        return base64.b64decode(packed[: len(packed) - (len(packed) % 4 == 1)] + b"=" * (-len(packed) % 4))
    except binascii.Error:
        return raw


def _unfolded(head: bytes) -> list[bytes]:
    lines: list[bytearray] = []
    for line in head.splitlines():
        if line[:1] in (b" ", b"\t") and lines:
            lines[-1] += b" " + line.strip()
        elif line.strip():
            lines.append(bytearray(line))
    return [bytes(line) for line in lines]


def _clean(value: str) -> str:
    return without_controls(value).strip()
