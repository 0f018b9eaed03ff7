"""Text as a reader sees it: what is invisible, look-alike, pulled apart or turned round is undone, and every place is kept."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from materials_lint.language import arabic, spacing
from materials_lint.language.data.confusables import LATIN
from materials_lint.language.lazy import Pattern
from materials_lint.language.mapped import Change, Edit, Normalised, Turn, unchanged

__all__ = ["Change", "Normalised", "normalise", "skeleton"]

Fold = Callable[[str], str]

_CACHED = 200_000
_ROUNDS = 4

_SOFT = Pattern("[\u00ad\ufffe\u0002]+(?:[ \t]*\r?\n[ \t]*)?")
_BIDI = Pattern("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_INVISIBLE = Pattern(
    "[\x00\x01\x03-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u0305\u0332\u0333\u0335-\u0338\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200d\u2060-\u2065\u206a-\u206f\u20d2\u20d3\u20d8-\u20e0\u20e5-\u20eb\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\uffff\U000e0000-\U000e0fff]+"
)
_BREAK = Pattern("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SPACE = Pattern("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000]")
_OVERRIDE = Pattern("\u202e([^\u202c\n\u202e]+)")
_FOREIGN = Pattern(r"[^\x00-\x7f]+")
_CLUSTER = Pattern("[^\x00-\x7f]")
_PLAIN = Pattern(r"[\x00-\x08\x0b-\x1f\x7f]|-[ \t]*\n|(?:^|[\s\"'(])\w (?:\w |\w\w+ \w )", re.MULTILINE)
# White letters on black discs and squares, which Unicode does not call forms of the letters.
_ENCLOSED = Pattern("[\U0001f150-\U0001f169\U0001f170-\U0001f189]")
_HYPHENS = "\u2010\u2011"
_KEPT_TAGS = frozenset({"<fraction>", "<square>"})


def normalise(text: str) -> Normalised:
    """Return `text` for reading words: one form of each letter, nothing invisible, words in one piece, case and lines kept."""
    return _cached_normalise(text) if len(text) <= _CACHED else _normalise(text)


def skeleton(text: str) -> Normalised:
    """Return `text` for comparing addresses: normalised, lower case, letters drawn like Latin ones made Latin."""
    return _cached_skeleton(text) if len(text) <= _CACHED else _skeleton(text)


def _normalise(text: str) -> Normalised:
    found = unchanged(text)
    if text.isascii() and not _PLAIN.search(text):
        return found
    for _ in range(_ROUNDS):
        before = found.text
        found = _round(found)
        if found.text == before:
            break
    return found


def _round(text: Normalised) -> Normalised:
    text = _removed(text, _SOFT, Change.SOFT_HYPHEN)
    if "\u202e" in text.text:
        text = _shown(text)
    text = _removed(text, _BIDI, Change.BIDI)
    text = _removed(text, _INVISIBLE, Change.ZERO_WIDTH)
    text = _replaced(text, _BREAK, "\n", Change.LINE_BREAK)
    text = _replaced(text, _SPACE, " ", Change.COMPATIBILITY)
    text = arabic.mend_visual_order(text)
    text = _composed(text)
    return spacing.join_letters(spacing.join_line_ends(text))


def _removed(text: Normalised, pattern: Pattern, change: Change) -> Normalised:
    return _replaced(text, pattern, "", change)


def _replaced(text: Normalised, pattern: Pattern, new: str, change: Change) -> Normalised:
    edits = [(m.start(), m.end(), new) for m in pattern.finditer(text.text) if m.group() != new]
    return text.edited(edits, change) if edits else text


def _shown(text: Normalised) -> Normalised:
    """Turn round what a right-to-left override (U+202E) shows from its end."""
    turns: list[Turn] = []
    for found in _OVERRIDE.finditer(text.text):
        start, end = found.span(1)
        turns.append((start, range(end - 1, start - 1, -1), found.group(1)[::-1]))
    return text.reordered(turns, Change.BIDI) if turns else text


def _composed(text: Normalised) -> Normalised:
    """Bring compatibility forms (full width, ligatures, mathematical letters, Arabic forms) to their ordinary letters."""
    edits: list[Edit] = []
    for run in _FOREIGN.finditer(text.text):
        if (
            not unicodedata.is_normalized("NFKC", run.group())
            or _starts_with_mark(run.group())
            or any(h in run.group() for h in _HYPHENS)
            or _ENCLOSED.search(run.group())
        ):
            edits.extend(_cluster_edits(text.text, run.start(), run.end()))
    return text.edited(edits, Change.COMPATIBILITY) if edits else text


def _starts_with_mark(run: str) -> bool:
    return unicodedata.combining(run[0]) != 0


def _cluster_edits(text: str, start: int, end: int) -> list[Edit]:
    edits: list[Edit] = []
    at = start - 1 if start and unicodedata.combining(text[start]) else start
    while at < end:
        stop = at + 1
        while stop < end and unicodedata.combining(text[stop]):
            stop += 1
        cluster = text[at:stop]
        new = "".join(map(_letter, cluster)) if stop - at == 1 else unicodedata.normalize("NFC", "".join(map(_letter, cluster)))
        if new != cluster:
            edits.append((at, stop, new))
        at = stop
    return edits


@lru_cache(maxsize=4096)
def _letter(char: str) -> str:
    """Return the ordinary form of one character; numbers set high or low, fractions and signs stay as they are."""
    if char.isascii() or char in _HYPHENS:
        return char if char.isascii() else "-"
    if _ENCLOSED.match(char):
        return chr(ord("A") + (ord(char) - 0x1F150) % 32)
    new = unicodedata.normalize("NFKC", char)
    tag = unicodedata.decomposition(char).partition(" ")[0]
    if new == char or (tag in _KEPT_TAGS and not (len(new) == 1 and new.isalpha())) or char in "ªº™℠…":
        return unicodedata.normalize("NFC", char)
    if tag in ("<super>", "<sub>", "<circle>") and not new.isalpha():
        return char
    return char if new != " " and " " in new else new


@lru_cache(maxsize=128)
def _cached_normalise(text: str) -> Normalised:
    return _normalise(text)


def _skeleton(text: str) -> Normalised:
    found = normalise(text)
    folded = _folded_edits(found.text, fold_letter)
    if folded:
        found = found.edited(folded, Change.HOMOGLYPH)
    lower = found.text.lower()
    if len(lower) == len(found.text):
        return Normalised(lower, found.original, found.starts, found.ends, found.changes)
    return found.edited(_folded_edits(found.text, str.lower), Change.COMPATIBILITY)


def _folded_edits(text: str, fold: Fold) -> list[Edit]:
    return [(m.start(), m.end(), new) for m in _CLUSTER.finditer(text) if (new := fold(m.group())) != m.group()]


@lru_cache(maxsize=4096)
def fold_letter(char: str) -> str:
    """Return the Latin letter or the digit that `char` is drawn like, else `char` itself."""
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    return LATIN.get(ord(char)) or LATIN.get(ord(char.lower()[:1]), char)


@lru_cache(maxsize=64)
def _cached_skeleton(text: str) -> Normalised:
    return _skeleton(text)
