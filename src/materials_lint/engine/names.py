"""File names as a report may show them."""

from __future__ import annotations

import unicodedata

_RISKY = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def shown(name: str) -> str:
    r"""Return the name with control, right-to-left and undecodable characters written as \xNN or \uNNNN."""
    return "".join(_escaped(char) if unicodedata.category(char) in _RISKY else char for char in name)


def _escaped(char: str) -> str:
    code = ord(char)
    if 0xDC80 <= code <= 0xDCFF:  # a byte that was not UTF-8, as Python's surrogateescape carries it
        return f"\\x{code - 0xDC00:02x}"
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
