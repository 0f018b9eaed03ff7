"""Text that a page shows well but hands out as nonsense, because its fonts tell wrong letters or none."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

_FEWEST = 24  # letters below which nothing is judged
_ODD_SHARE = 0.15
_CID = re.compile(r"\(cid:\d+\)")
_VOWELS = frozenset("aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýÿœāēīōūаеёиоуыэюяіїє")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[]^_`{|}~")
_ADDRESS = re.compile(r"://|www\.|@|\.(?:com|org|int|net|pdf|html?)\b|^[\W\d_]*$|(.)\1{3}", re.IGNORECASE)
_LETTERS_ENOUGH = 300
_SHIFTED_TOKENS = 3


def garbled(text: str) -> bool:
    """Tell whether a page's text can't be what the page shows."""
    letters = [letter for letter in text if not letter.isspace()]
    if len(letters) < _FEWEST:
        return False
    return _odd(text, letters) or _swapped(letters) or _shifted(text) or _without_vowels(letters)


def plausible(text: str) -> bool:
    """Tell whether a text whose fonts name no letters reads like words all the same: vowels in their usual share, or one other script."""
    letters = [letter.casefold() for letter in text if not letter.isspace()]
    alphabetic = [letter for letter in letters if letter.isalpha()]
    if len(alphabetic) < 0.4 * len(letters):
        return False
    european = [letter for letter in alphabetic if ord(letter) < 0x530]
    if len(european) < 0.5 * len(alphabetic):
        return not _swapped(letters)
    return 0.25 < sum(letter in _VOWELS for letter in european) / len(european) < 0.6


def _odd(text: str, letters: list[str]) -> bool:
    """Too many replacement, private, unassigned or control characters, or glyph numbers in place of letters."""
    odd = sum(letter == "\ufffd" or unicodedata.category(letter) in {"Co", "Cn", "Cs", "Cc"} for letter in letters)
    cid = sum(len(found) for found in _CID.findall(text))
    return odd + cid > _ODD_SHARE * len(letters)


def _swapped(letters: list[str]) -> bool:
    """Bytes the wrong way round turn Latin letters into ideographs whose low byte is zero."""
    swapped = sum(ord(letter) & 0xFF == 0 and 0x20 <= ord(letter) >> 8 < 0x7F for letter in letters)
    return swapped > 0.3 * len(letters)


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


def _without_vowels(letters: list[str]) -> bool:
    """A cipher of Latin or Cyrillic letters has the wrong share of vowels."""
    alphabetic = [letter.casefold() for letter in letters if letter.isalpha() and ord(letter) < 0x530]
    if len(alphabetic) < _LETTERS_ENOUGH or len(alphabetic) < 0.5 * len(letters):
        return False
    counts = Counter(alphabetic)
    return sum(counts[vowel] for vowel in _VOWELS) < 0.14 * len(alphabetic)
