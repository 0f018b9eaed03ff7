"""Text made fit for a screen: escaped, measured, wrapped and coloured. Strings in, strings out; imports nothing of ours."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

_JOINERS = "\u200c\u200d"
_BLANK_LOOKING = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0")
_MOST_MARKS = 6
_NO_LINE_START = frozenset("、。，．：；！？）」』】》〉〕…·ー々")

_CODES = {"bold": "1", "dim": "2", "underline": "4", "red": "31", "green": "32", "yellow": "33", "blue": "34", "cyan": "36"}


def visible(text: str) -> str:
    r"""Return `text` on one line, with all that steers a terminal or is not seen written out, e.g. ``\x1b`` or ``\u202e``.

    Line breaks, tabs and odd spaces become spaces. Joiners stay inside words of scripts that need them. Of combining
    marks no more than six in a row stay, so that a draft can't paint over the lines around it.
    """
    if text.isascii() and text.isprintable():
        return text
    marks = 0
    kept: list[str] = []
    for at, char in enumerate(text):
        marks = marks + 1 if unicodedata.category(char) in ("Mn", "Me") else 0
        kept.append(_escape(char) if marks > _MOST_MARKS else _shown(text, at))
    return "".join(kept)


def one_line(text: str) -> str:
    """Return `text` as `visible` does, with runs of white space as one space."""
    return " ".join(visible(text).split())


def _shown(text: str, at: int) -> str:
    char = text[at]
    if char in _BLANK_LOOKING:
        return _escape(char)
    if char.isprintable():
        return char
    if (char.isspace() and unicodedata.category(char) != "Cc") or char in "\n\r\t\v\f":
        return " "
    if char in _JOINERS and _joins(text, at):
        return char
    return _escape(char)


def _joins(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return bool(before and after) and not before.isascii() and not after.isascii() and before not in _JOINERS and after not in _JOINERS


def _escape(char: str) -> str:
    code = ord(char)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def columns(text: str) -> int:
    """Return how many columns of a terminal `text` takes: none for combining marks, two for wide characters."""
    return len(text) if text.isascii() else sum(_columns_of(char) for char in text)


def _columns_of(char: str) -> int:
    if char in _JOINERS or unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def breaks(text: str, width: int) -> list[tuple[int, int]]:
    """Split `text` into lines of at most `width` columns and return each line's [start, end) in `text`.

    Lines break at spaces, between wide characters, and inside a word only where it is longer than a line.
    """
    lines: list[tuple[int, int]] = []
    start = 0
    while start < len(text):
        end = _line_end(text, start, max(width, 2))
        lines.append((start, start + len(text[start:end].rstrip(" "))))
        start = end + (len(text) - end - len(text[end:].lstrip(" ")))
    return lines


def _line_end(text: str, start: int, width: int) -> int:
    used = 0
    good = start
    for at in range(start, len(text)):
        if at > start and _may_break(text, at):
            good = at
        used += _columns_of(text[at])
        if used > width and text[at] != " ":
            return good if good > start else max(at, start + 1)
    return len(text)


def _may_break(text: str, at: int) -> bool:
    if text[at] == " " or text[at - 1] == " ":
        return True
    wide = _columns_of(text[at - 1]) == 2 or _columns_of(text[at]) == 2
    return wide and text[at] not in _NO_LINE_START and _columns_of(text[at]) > 0


def wrap(text: str, width: int) -> list[str]:
    """Return `text` as lines of at most `width` columns."""
    return [text[start:end] for start, end in breaks(text, width)]


def indented(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """Wrap `text` to `width` columns behind `first`, later lines behind `rest` (blanks as wide as `first` without one)."""
    rest = " " * columns(first) if rest is None else rest
    lines = wrap(text, width - max(columns(first), columns(rest)))
    return [(first if number == 0 else rest) + line for number, line in enumerate(lines)]


def shorten(text: str, most: int, ellipsis: str = "…") -> str:
    """Return `text`, its middle left out where it takes more than `most` columns."""
    if columns(text) <= most:
        return text
    room = max(2, most - columns(ellipsis))
    head, tail = _take(text, room - room // 3), _take(text[::-1], room // 3)[::-1]
    return head + ellipsis + tail


def _take(text: str, width: int) -> str:
    used = 0
    for at, char in enumerate(text):
        used += _columns_of(char)
        if used > width:
            return text[:at]
    return text


def pad(text: str, width: int) -> str:
    """Return `text` filled with blanks to `width` columns."""
    return text + " " * max(0, width - columns(text))


@dataclass(frozen=True, slots=True)
class Screen:
    """How the place where text is shown looks: its width, and whether it knows colours and more than ASCII."""

    width: int = 100
    colour: bool = False
    unicode: bool = True

    @property
    def dot(self) -> str:
        return "·" if self.unicode else "-"

    @property
    def ellipsis(self) -> str:
        return "…" if self.unicode else "..."

    @property
    def bar(self) -> str:
        return "│" if self.unicode else "|"

    @property
    def rule(self) -> str:
        return "─" if self.unicode else "-"

    def paint(self, text: str, *styles: str) -> str:
        """Return `text` in `styles` ("bold", "red" ...), unchanged where the screen shows no colours."""
        if not self.colour or not styles or not text:
            return text
        return f"\x1b[{';'.join(_CODES[style] for style in styles)}m{text}\x1b[0m"
