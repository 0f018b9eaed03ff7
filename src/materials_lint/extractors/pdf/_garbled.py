"""Text that a page shows well but hands out as nonsense, because its fonts tell wrong letters or none."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

_FEWEST = 24  # letters below which nothing is judged
_ODD_SHARE = 0.15
_LOST_SHARE = 0.02
_CONTROL = re.compile(r"[\x00-\x01\x03-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_CID = re.compile(r"\(cid:\d+\)")
_VOWELS = frozenset("aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýÿœāēīōūаеёиоуыэюяіїє")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[]^_`{|}~")
_ADDRESS = re.compile(r"://|www\.|@|\.(?:com|org|int|net|pdf|html?)\b|(.)\1{3}", re.IGNORECASE)
_LETTERS_ENOUGH = 300
_SHIFTED_TOKENS = 3
_END_OF_CYRILLIC = 0x530


def garbled(text: str) -> bool:
    """Tell whether a page's text can't be what the page shows."""
    counts = _counts(text)
    if counts.total() < _FEWEST:
        return False
    return _odd(text, counts) or _swapped(counts) or _shifted(text) or _without_vowels(counts)


def lost_letters(text: str) -> bool:
    """Tell whether control characters stand where the page shows letters (the soft hyphen that PDFium writes aside)."""
    found = len(_CONTROL.findall(text))
    return found >= 3 and found > _LOST_SHARE * len(text)


def plausible(text: str) -> bool:
    """Tell whether a text whose fonts name no letters reads like words all the same: vowels in their usual share, or one other script."""
    counts = _counts(text)
    alphabetic = {letter: count for letter, count in counts.items() if letter.isalpha()}
    if sum(alphabetic.values()) < 0.4 * counts.total():
        return False
    european = sum(count for letter, count in alphabetic.items() if ord(letter) < _END_OF_CYRILLIC)
    if european < 0.5 * sum(alphabetic.values()):
        return not _swapped(counts)
    return 0.25 < _vowels(counts) / european < 0.6


def _counts(text: str) -> Counter[str]:
    counts = Counter(text.casefold())
    for letter in [letter for letter in counts if letter.isspace()]:
        del counts[letter]
    return counts


def _vowels(counts: Counter[str]) -> int:
    return sum(counts[vowel] for vowel in _VOWELS)


def _odd(text: str, counts: Counter[str]) -> bool:
    """Too many replacement, private, unassigned or control characters, or glyph numbers in place of letters."""
    odd = sum(count for letter, count in counts.items() if letter == "\ufffd" or unicodedata.category(letter) in {"Co", "Cn", "Cs", "Cc"})
    cid = sum(len(found) for found in _CID.findall(text)) if "(cid:" in text else 0
    return odd + cid > _ODD_SHARE * counts.total()


def _swapped(counts: Counter[str]) -> bool:
    """Bytes the wrong way round turn Latin letters into ideographs whose low byte is zero."""
    swapped = sum(count for letter, count in counts.items() if ord(letter) & 0xFF == 0 and 0x20 <= ord(letter) >> 8 < 0x7F)
    return swapped > 0.3 * counts.total()


def _shifted(text: str) -> bool:
    """Fonts that count their letters from elsewhere give tokens such as ")45 4%,%'2!0(": letters drowned in many kinds of signs."""
    found = 0
    for token in text.split():
        if len(token) < 9 or _ADDRESS.search(token):
            continue
        signs = [letter for letter in token if letter in _PUNCTUATION]
        if len(signs) > 0.45 * len(token) and len(set(signs)) >= 5 and any(letter.isalnum() for letter in token):
            found += 1
    return found >= _SHIFTED_TOKENS


def _without_vowels(counts: Counter[str]) -> bool:
    """A cipher of Latin or Cyrillic letters has the wrong share of vowels."""
    alphabetic = sum(count for letter, count in counts.items() if letter.isalpha() and ord(letter) < _END_OF_CYRILLIC)
    if alphabetic < _LETTERS_ENOUGH or alphabetic < 0.5 * counts.total():
        return False
    return _vowels(counts) < 0.14 * alphabetic
