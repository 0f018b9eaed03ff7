"""Text from bytes whose encoding is declared, marked, or only to be guessed.

The guess decodes with each encoding that the six UN languages and their neighbours are written in, and keeps the one
whose letters are those a language really uses; that works on a handful of words, where byte statistics don't.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import lru_cache

from materials_lint.containers.letters import plausibility
from materials_lint.model.source import Source

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_EIGHT_BIT = (
    *("cp1252", "cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic", "cp1256", "iso8859-6", "cp720", "cp1250", "iso8859-2"),
    *("cp1253", "cp1254", "cp1255", "iso8859-15", "mac-roman", "cp850", "gb18030", "big5", "shift_jis", "euc_jp", "cp949"),
)
# Encodings of old systems need better evidence than those of today's.
_RARE = {"cp720": 0.1, "cp850": 0.03, "mac-roman": 0.03, "cp866": 0.02}
_ESCAPED = ((b"\x1b$", "iso2022_jp"), (b"\x1b$)C", "iso2022_kr"), (b"~{", "hz"))
_NOT_ASCII = ("utf-16", "utf-32", "utf-7", "iso2022", "hz")
_WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
# What mail and web really mean by these names (WHATWG Encoding Standard, section 4.2), and what Python doesn't know.
_MEANT = {
    "ascii": "cp1252",
    "latin-1": "cp1252",
    "iso8859-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
}
_NAMES = {
    "x-gbk": "gbk",
    "x-sjis": "shift_jis",
    "x-euc-jp": "euc_jp",
    "x-mac-cyrillic": "mac-cyrillic",
    "x-mac-roman": "mac-roman",
    "macintosh": "mac-roman",
    "iso-8859-8-i": "iso8859-8",
    "iso-8859-6-i": "iso8859-6",
    "iso-8859-6-e": "iso8859-6",
    "unicode-1-1-utf-8": "utf-8",
    "unicode-1-1-utf-7": "utf-7",
    "unicode": "utf-16-le",
    "utf8mb4": "utf-8",
    "cp-850": "cp850",
    "ks_c_5601-1987": "cp949",
    "big5-hkscs": "big5hkscs",
    "x-user-defined": "cp1252",
    "cp1200": "utf-16-le",
    "cp1201": "utf-16-be",
    "cp65000": "utf-7",
    "cp65001": "utf-8",
    "cp20127": "ascii",
    "cp20866": "koi8-r",
    "cp21866": "koi8-u",
    "cp20932": "euc_jp",
    "cp51932": "euc_jp",
    "cp50220": "iso2022_jp",
    "cp50221": "iso2022_jp",
    "cp51949": "euc_kr",
    "cp52936": "hz",
    "cp54936": "gb18030",
    "cp936": "gb18030",
    "cp950": "big5hkscs",
    "cp10000": "mac-roman",
    "cp10007": "mac-cyrillic",
}
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROL_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffd]")
_CONTROL_CHARS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_SAMPLE = 8192
_CLEAR = 0.5
_MOST_CONTROLS = 0.05


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with the encoding it was read in; `damaged` counts what had to be replaced, `sure` is False for a bare guess."""

    text: str
    encoding: str
    sure: bool = True
    damaged: int = 0


def codec_named(name: str | None) -> str | None:
    """Return Python's name for an encoding as mail, HTML, Windows or RTF name it, or None where it is unknown."""
    if not name:
        return None
    key = name.strip().strip("\"'").lower().replace(" ", "")[:40]
    key = _NAMES.get(key, key)
    if match := re.fullmatch(r"(?:x-)?(?:windows|win|cp|ibm|dos|x-cp|codepage)[-_]?(\d{2,5})", key):
        number = f"cp{int(match[1])}"
        key = _NAMES.get(number, f"iso8859-{int(match[1]) - 28590}" if 28591 <= int(match[1]) <= 28605 else number)
    try:
        found = codecs.lookup(key)
    except (LookupError, ValueError):
        return None
    if not getattr(found, "_is_text_encoding", True) or found.name in {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"}:
        return None
    return _MEANT.get(found.name, found.name)


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode by the byte order mark, as UTF-8, as declared, or by the best guess; never raises."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _lenient(data, encoding)
    codec = codec_named(declared)
    return _as_declared(data, codec, wide=True) or _wide_or_utf8(data) or _as_declared(data, codec) or _guess(data, codec)


def _as_declared(data: bytes, codec: str | None, *, wide: bool = False) -> Decoded | None:
    """Decode as declared where that goes without a fault; with `wide`, only encodings in which plain ASCII would be wrong."""
    if codec is None or codec == "utf-8" or (wide and not codec.startswith(_NOT_ASCII)):
        return None
    whole = _strict(data, codec)
    return None if whole is None or _gibberish(whole) else Decoded(whole, codec)


def _wide_or_utf8(data: bytes) -> Decoded | None:
    if _many_controls(data) and (wide := _wide(data)) is not None:
        return wide
    if (whole := _strict(data, "utf-8")) is not None:
        return _escaped(data) or Decoded(whole, "utf-8")
    return None


def looks_binary(decoded: Decoded) -> bool:
    """Tell whether the decoded bytes are no text at all: control and undecodable characters are everywhere."""
    text = decoded.text[:65536]
    odd = len(_CONTROL_TEXT.findall(text))
    most = _MOST_CONTROLS if decoded.encoding.startswith("utf") else _MOST_CONTROLS / 10
    return (odd > most * len(text) and odd > 2) or (not decoded.sure and plausibility(text) < 0.2)


@lru_cache(maxsize=8)
def head_text(source: Source) -> str:
    """Return about the first 4,096 characters for sniffing: markup is ASCII in every encoding but UTF-16 and UTF-32."""
    head = source.data[:16384]
    for bom, encoding in _BOMS:
        if head.startswith(bom):
            return head.decode(encoding, errors="replace")[:4096]
    if _many_controls(head[:1024]) and (wide := _wide(head[: len(head) // 4 * 4])) is not None:
        return wide.text[:4096]
    return head[:4096].decode("latin-1")


def without_controls(text: str) -> str:
    """Take out what no reader sees and no report can hold: NUL and other control characters; line ends become newlines."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROL_CHARS.sub("", text.replace("\x0b", "\n").replace("\x0c", "\n"))


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, ValueError, LookupError):
        return None


def _lenient(data: bytes, encoding: str) -> Decoded:
    try:
        text = data.decode(encoding, errors="replace")
    except (UnicodeError, ValueError, LookupError):
        text = data.decode("utf-8", errors="replace")
    return Decoded(text, encoding, damaged=text.count("\ufffd"))


def _escaped(data: bytes) -> Decoded | None:
    """Read the seven-bit encodings that switch alphabets by escape sequences."""
    for mark, encoding in _ESCAPED:
        if mark in data and (text := _strict(data, encoding)) is not None and not text.isascii():
            return Decoded(text, encoding)
    return None


def _wide(data: bytes) -> Decoded | None:
    """Read UTF-16 or UTF-32 without a mark, told by controls that no eight-bit text holds."""
    sample = data[:_SAMPLE]
    if len(data) < 4 or not _CONTROL.search(sample):
        return None
    zeros = sample.count(0)
    best: tuple[float, str] | None = None
    for encoding in _WIDE:
        width = 4 if "32" in encoding else 2
        text = _strict(sample[: len(sample) // width * width], encoding)
        if text is None or (width == 4 and zeros < len(sample) // 3):
            continue
        score = 1.0 if text.isascii() and not _gibberish(text) else plausibility(text)
        if _gibberish(text) or score < _CLEAR:
            continue
        if best is None or score > best[0]:
            best = (score, encoding)
    if best is None:
        return None
    width = 4 if "32" in best[1] else 2
    return _lenient(data[: len(data) // width * width], best[1])


def _many_controls(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    return len(_CONTROL.findall(sample)) > 0.1 * len(sample)


def _gibberish(text: str) -> bool:
    sample = text[:_SAMPLE]
    return len(_CONTROL_TEXT.findall(sample)) > 0.02 * len(sample)


def _is_broken_utf8(data: bytes) -> bool:
    """Tell UTF-8 with a few bad bytes (cut off, pasted) from another encoding: whole sequences outnumber the bad ones."""
    text = data[:65536].decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    good = sum(1 for char in text if char > "\x7f") - bad
    return good > 4 * bad and good > 0


def _guess(data: bytes, codec: str | None) -> Decoded:
    if _is_broken_utf8(data):
        return _lenient(data, "utf-8")
    sample = _sample(data)
    scored = []
    for rank, encoding in enumerate(_EIGHT_BIT):
        text = sample.decode(encoding, errors="replace")
        bad = text.count("\ufffd") / max(1, len(text))
        scored.append((plausibility(text) - 8 * bad + (0.1 if encoding == codec else 0.0) - rank * 0.001 - _RARE.get(encoding, 0.0), encoding))
    score, encoding = max(scored)
    found = _lenient(data, _MEANT.get(encoding, encoding))
    return Decoded(found.text, found.encoding, score >= _CLEAR, found.damaged)


def _sample(data: bytes) -> bytes:
    """Return the words with bytes above ASCII, with what stands around them, up to a few thousand bytes."""
    first = re.search(rb"[\x80-\xff]", data)
    if first is None:
        return data[:_SAMPLE]
    start = data.rfind(b"\n", 0, first.start()) + 1
    return data[max(start, first.start() - 200) : first.start() + _SAMPLE]
