"""Telephone and fax numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from materials_lint.language.lazy import Pattern
from materials_lint.language.sighting import AddressKind, Sighting

_START = Pattern(r"(?<![\w@#=+])\+ ?(?=\(?\d)|(?<![\w.,/@#=&-])(?=\(?\d)")
_GROUP = Pattern(r"((?:[ \t]?[().\u2010-\u2015/-]{0,3}[ \t]{0,2}|[ \t]?\n[ \t]?))(\d{1,15}+)")
_LABEL = Pattern(
    r"(?:tel|tél|teléfono|telefono|téléphone|telephone|phone|mobile|móvil|movil|portable|celular|cell|fax|telefax|télécopie|call|whatsapp|signal|sms|ext|poste|"
    r"тел|телефон|моб|факс|звоните|电话|電話|传真|手机|致电|هاتف|الهاتف|فاكس|جوال|محمول|تليفون|اتصل)[\w.]{0,8}[)\s.:№-]{0,5}$",
    re.IGNORECASE,
)
_EXTENSION = Pattern(r"[\s,;]{0,3}(?:ext|extension|poste|x|доб|внутр|分机|转|تحويلة|فرعي|int|interno|anexo)\.?\s?(\d{2,6})(?!\d)", re.IGNORECASE)
_DATE = Pattern(r"(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d|(?:19|20)\d\d\s?[-–/]\s?(?:19|20)?\d\d")
_SHORTEST, _LONGEST = 8, 15
_SWISS = 11


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Run:
    """Groups of digits from `start` to `end`; `plus` where a plus sign leads (or, in Arabic text, trails) them."""

    groups: tuple[str, ...]
    start: int
    end: int
    plus: bool
    spaced: bool

    @property
    def digits(self) -> str:
        return "".join(self.groups)


def find_phones(text: str) -> Iterator[Sighting]:
    """Yield telephone numbers: with a country's number, Geneva's own form, or any that a word announces."""
    after = 0
    for begin in _START.finditer(text):
        if begin.start() < after:
            continue
        run = _read(text, begin)
        after = run.end
        number = _canonical(run, text) if run.groups else ""
        if number:
            extension = _EXTENSION.match(text, run.end)
            after = extension.end() if extension else run.end
            yield Sighting(AddressKind.PHONE, number, "", extension.group(1) if extension else "", run.start, after)


def _read(text: str, begin: re.Match[str]) -> _Run:
    groups: list[str] = []
    plus, spaced, end = "+" in begin.group(), False, begin.end()
    while len("".join(groups)) < _LONGEST:
        group = _GROUP.match(text, end)
        if not group or (groups and _stops(group.group(1), groups, plus)):
            break
        spaced = spaced or bool(groups and group.group(1))
        if not (group.group(2) == "0" and group.group(1).endswith("(") and groups):
            groups.append(group.group(2))
        end = group.end()
    groups, plus, end = _trailing_plus(text, groups, plus, end)
    if end < len(text) and (text[end].isalpha() or text[end] in "@_"):
        return _Run((), begin.start(), end, plus, spaced)
    return _Run(tuple(groups), begin.start(), end, plus, spaced)


def _stops(gap: str, groups: list[str], plus: bool) -> bool:
    digits = "".join(groups)
    full = plus or digits.startswith("00")
    if not gap:
        return True
    if full and digits.removeprefix("00").startswith("41") and len(digits.removeprefix("00")) >= _SWISS:
        return True
    return ("\n" in gap and (len(digits) > 7 or not full)) or (" " in gap and "/" in gap and len(digits) > 6)


def _trailing_plus(text: str, groups: list[str], plus: bool, end: int) -> tuple[list[str], bool, int]:
    """Read "11 51 730 22 41+" and "41227305111+", as drawn in Arabic text."""
    if plus or text[end : end + 1] != "+" or text[end + 1 : end + 2].isdecimal():
        return groups, plus, end
    return groups[::-1], True, end + 1


def _canonical(run: _Run, text: str) -> str:
    digits = run.digits
    if digits.startswith("00") and len(digits) > 10:
        return _international(digits[2:])
    if run.plus:
        return _international(digits)
    announced = bool(_LABEL.search(text[max(0, run.start - 24) : run.start]))
    if not announced and _DATE.match(text[run.start : run.end].lstrip("(")):
        return ""
    if digits.startswith("022") and len(digits) == 10 and (run.groups[0] in ("022", digits) or run.groups[:2] == ("0", "22")):
        return "+41" + digits[1:]
    national = digits.startswith("0") and 9 <= len(digits) <= 11 and run.spaced and max(map(len, run.groups)) < 5
    return digits if national or (announced and 6 <= len(digits) <= _LONGEST) else ""


def _international(digits: str) -> str:
    if digits.startswith("41"):
        digits = digits[:_SWISS]
    return "+" + digits if _SHORTEST <= len(digits) <= _LONGEST and digits[0] != "0" else ""
