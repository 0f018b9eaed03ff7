"""Arabic letters: telling and mending text that was stored in the order in which it is drawn."""

from __future__ import annotations

import re
import unicodedata

from materials_lint.language.lazy import Pattern
from materials_lint.language.mapped import Change, Normalised, Turn

_LETTER = "\u0620-\u064a\u0671-\u06d3\ufb50-\ufdff\ufe70-\ufefc"
_ARABIC = Pattern(f"[{_LETTER}]")
_WORD = Pattern(f"[{_LETTER}\u064b-\u0652\u0670]{{3,}}")
_LEFT_TO_RIGHT = Pattern(
    r"[+@#]?[0-9A-Za-z\u00c0-\u024f\u0660-\u0669\u06f0-\u06f9]"
    r"(?:[^\n\u0590-\u065f\u066e-\u06ef\u06fa-\u08ff\ufb50-\ufefc()\[\]{}]*[0-9A-Za-z\u00c0-\u024f\u0660-\u0669\u06f0-\u06f9/])?"
)
_MIRROR = str.maketrans("()[]{}<>«»", ")(][}{><»«")
_ENDS_ONLY = "ةى"


def mend_visual_order(text: Normalised) -> Normalised:
    """Turn round the lines that are stored as drawn, left to right; Latin words and numbers inside keep their order.

    The evidence: final forms before initial ones, a ta marbuta or alef maqsura at the start of words, the article at
    their end. A line with evidence to the contrary is left alone.
    """
    if not _ARABIC.search(text.text):
        return text
    lines = [(m.start(), m.end(), *_evidence(m.group())) for m in re.finditer(r"[^\n]+", text.text) if _ARABIC.search(m.group())]
    against, for_ = sum(line[2] for line in lines), sum(line[3] for line in lines)
    whole = against >= 3 and against > 3 * for_
    turns = [_turn(text.text, start, end) for start, end, drawn, logical in lines if (drawn >= 2 and logical == 0) or (whole and drawn >= logical)]
    return text.reordered(turns, Change.VISUAL_ORDER) if turns else text


def _evidence(line: str) -> tuple[int, int]:
    """Return how many signs of drawn and of logical order a line holds."""
    drawn = logical = 0
    for word in _WORD.findall(line):
        d, n = _form_evidence(word)
        plain = unicodedata.normalize("NFKC", word)
        drawn += d + (plain[0] in _ENDS_ONLY) + (len(plain) > 4 and plain.endswith("لا"))
        logical += n + (plain[-1] in _ENDS_ONLY) + (len(plain) > 4 and plain.startswith(("ال", "وال", "بال", "لل", "وبال")))
    return drawn, logical


def _form_evidence(word: str) -> tuple[int, int]:
    first = unicodedata.decomposition(word[0]).partition(" ")[0]
    last = unicodedata.decomposition(word[-1]).partition(" ")[0]
    return int(first == "<final>" or last == "<initial>"), int(first == "<initial>" or last == "<final>")


def _turn(text: str, start: int, end: int) -> Turn:
    line = text[start:end]
    groups: list[list[int]] = []
    at = 0
    for run in _LEFT_TO_RIGHT.finditer(line):
        groups.extend(_clusters(line, at, run.start()))
        groups.append(list(range(run.start(), run.end())))
        at = run.end()
    groups.extend(_clusters(line, at, len(line)))
    order = [i for group in reversed(groups) for i in group]
    kept = {i for run in _LEFT_TO_RIGHT.finditer(line) for i in range(run.start(), run.end())}
    new = "".join(line[i] if i in kept else line[i].translate(_MIRROR) for i in order)
    return start, [start + i for i in order], new


def _clusters(line: str, start: int, end: int) -> list[list[int]]:
    """Return the positions of each letter with the marks that follow it."""
    found: list[list[int]] = []
    for i in range(start, end):
        if found and unicodedata.combining(line[i]):
            found[-1].append(i)
        else:
            found.append([i])
    return found


_MARKS = Pattern("[\u064b-\u065f\u0670\u0640]")
_FOLD = str.maketrans("أإآٱىةؤئ", "اااايهوي")
_PROCLITIC = Pattern("^(?:[وف]?(?:[بكلس]?ال|لل|[بكلس])|[وف])(?=[\u0620-\u064a]{2})")


def is_arabic(text: str) -> bool:
    """Tell whether a text holds an Arabic letter."""
    return _ARABIC.search(text) is not None


def fold(word: str) -> str:
    """Return an Arabic word without vowel marks and with the letters merged that writers mix up."""
    return _MARKS.sub("", word).translate(_FOLD)


def forms(word: str) -> tuple[str, ...]:
    """Return a folded word, then what is left of it without its leading particles and article."""
    found = [word]
    if word[0] in "وف" and len(word) > 3:
        found.append(word[1:])
    stripped = _PROCLITIC.sub("", word)
    if stripped != word:
        found.append(stripped)
    if word.startswith("لل") and len(word) > 4:
        found.append("ل" + word[2:])
    found += [base[1:] for base in found if base[0] in "بكلس" and len(base) > 3]
    return tuple(dict.fromkeys(found))
