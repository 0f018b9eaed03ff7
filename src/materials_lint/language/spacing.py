"""Words that were pulled apart: letter-spacing, small capitals, hyphens at line ends."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from materials_lint.language.data import tlds
from materials_lint.language.lazy import Pattern
from materials_lint.language.mapped import Change, Edit, Normalised

_SINGLES = Pattern(r"(?<![^\s\"'(«“])[^\W_](?: [^\W_](?![^\W_])){2,}+")
_SPACED_MAIL = Pattern(r"(?<!\S)[\w.+-](?: [\w.+@-](?!\S)){6,}+")
_SMALL_CAPS = Pattern(r"(?<![^\s\"'(«“])[^\W\d_] [^\W\d_]{2,}+(?: [^\W\d_] [^\W\d_]{2,}+)++")
_SPACE = Pattern(" ")
_GAP = Pattern(r"(?<=[^\W\d_])(?<![^\W\d_]{2}) (?=[^\W\d_]{2})")
_PAIR = Pattern(r"([^\W\d_]) ([^\W\d_]{2,})")
_HYPHEN = Pattern(r"(?<=[^\W\d_])-[ \t]*\n[ \t]*(?=[^\W\d_])")
_MAIL_HOST = Pattern(r"\w@([A-Za-z0-9]{1,40})$")
_WORD_LETTERS = frozenset("AIOYEUÀÁÓАВИКОСУЯ")
_ADDRESS = Pattern(r"[@/]|\w\.\w")


def join_line_ends(text: Normalised) -> Normalised:
    """Join words that a hyphen breaks at a line end; the hyphen stays before a capital ("ITU-T") and in addresses."""
    edits: list[Edit] = []
    for found in _HYPHEN.finditer(text.text):
        before, after = text.text[found.start() - 1], text.text[found.end()]
        hyphen = _host_hyphen(text.text, found.start(), found.end())
        if hyphen is not None:
            edits.append((found.start(), found.end(), hyphen))
        elif not _in_address(text.text, found.start(), found.end()):
            edits.append((found.start(), found.end(), "" if before.islower() and after.islower() else "-"))
    return text.edited(edits, Change.LINE_BREAK) if edits else text


def _host_hyphen(text: str, start: int, end: int) -> str | None:
    """Return what the hyphen in "anna@i-" over "tu.int" stands for, None where no mail host is broken there."""
    before = _MAIL_HOST.search(text, max(0, start - 70), start)
    if before is None:
        return None
    after = text[end : end + 12].lower()
    label = before.group(1).lower()
    return "" if any(name.startswith(label) and after.startswith(name[len(label) :]) for name in tlds.BROKEN) else "-"


def _in_address(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 80) : start].split()[-1:]
    after = text[end : end + 80].split()[:1]
    return any(_ADDRESS.search(run) for run in before + after)


def join_letters(text: Normalised) -> Normalised:
    """Join letter-spaced words ("I T U", "a l i c e @ i t u . i n t") and small capitals ("T ELECOMMUNICATION U NION")."""
    text = _joined(text, _SPACED_MAIL, _is_spaced_address, _SPACE)
    text = _joined(text, _SINGLES, _is_spaced_word, _SPACE)
    return _joined(text, _SMALL_CAPS, _is_small_caps, _GAP)


def _joined(text: Normalised, run: Pattern, is_clear: Callable[[str], bool], gap: Pattern) -> Normalised:
    runs = [m.span() for m in run.finditer(text.text) if is_clear(m.group())]
    edits: list[Edit] = [(g.start(), g.end(), "") for start, end in runs for g in gap.finditer(text.text, start, end)]
    return text.edited(edits, Change.SPACED) if edits else text


def _is_spaced_address(run: str) -> bool:
    letters = run.replace(" ", "")
    return letters.count("@") == 1 and "." in letters.partition("@")[2].rstrip(".") and sum(c.isalpha() for c in letters) > 4


def _is_spaced_word(run: str) -> bool:
    letters = run.split(" ")
    if not all(c.isalpha() for c in letters) or any(not _has_case(c) for c in letters):
        return False
    capitals = sum(c.isupper() for c in letters)
    same_case = capitals in (0, len(letters)) or (capitals == 1 and letters[0].isupper())
    return same_case and len(letters) >= (3 if capitals == len(letters) else 4) and not _is_series(letters) and any(c.upper() not in _WORD_LETTERS for c in letters)


def _has_case(letter: str) -> bool:
    return letter.lower() != letter.upper()


def _is_series(letters: list[str]) -> bool:
    """Tell a list in alphabetical order, or the same letter again and again, from a word."""
    steps = [ord(b) - ord(a) for a, b in pairwise(letters)]
    return all(step == 1 for step in steps) or all(step == 0 for step in steps)


def _is_small_caps(run: str) -> bool:
    pairs = [(m.group(1), m.group(2)) for m in _PAIR.finditer(run)]
    if not all(first.isupper() for first, _ in pairs):
        return False
    if not (all(rest.isupper() for _, rest in pairs) or all(rest.islower() and len(rest) > 2 for _, rest in pairs)):
        return False
    return sum(first not in _WORD_LETTERS for first, _ in pairs) * 3 >= len(pairs)
