"""The words around an address, with the sentences and lines they stand in."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from materials_lint.language import arabic
from materials_lint.language.addresses import SEARCHED_ONCE, Address, find_addresses
from materials_lint.language.data.abbreviations import ABBREVIATIONS
from materials_lint.language.data.variants import SIMPLIFIED
from materials_lint.language.lazy import Pattern
from materials_lint.language.normalise import normalise

TARGET, OTHER, STOP = "@", "#", "."
_BEFORE, _AFTER = 1200, 600
_TOKEN = Pattern("(?:[^\\W_]|[\u064b-\u065f\u0670\u0640])+|\n|[^\\w\\s]")
_ALIKE = {
    ".": "。…",
    ",": "،、",
    ";": "؛",
    "?": "؟",
    "-": "–—―‒",
    '"': "“”„«»「」『』《》〈〉",
    ">": "→⇒➔➜",
    "*": "►•·▪●◦",
    "[": "【",
    "]": "】",
    "tel": "☎✆📞",
    "email": "📧✉📩",
    "web": "🌐",
    "": "¡¿'‘’_@#",
}
_PUNCTUATION = {mark: meant for meant, marks in _ALIKE.items() for mark in marks}
_ACCENT = Pattern("[\u0300-\u036f]+")
_LINE_BREAKS_BELOW = 42


@dataclass(slots=True, eq=False, repr=False)
class Token:
    """A word (folded: lower case, no accents), a punctuation mark, or an address; `start` and `end` are of the searched text."""

    text: str
    start: int
    end: int
    line: int
    sentence: int = 0
    paragraph: int = 0
    forms: tuple[str, ...] = ()

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Passage:
    """The tokens around an address, which is tokens[target]; `address` is what was found there, if anything was."""

    text: str
    tokens: Sequence[Token]
    target: int
    address: Address | None


def read_passage(text: str, start: int, end: int) -> Passage:
    """Read the surroundings of the address at [start, end) of `text`."""
    low, high = _window(text, start, end)
    found = _addresses(text, low, high)
    own = [(a, span) for a, span in found if span[0] < end and span[1] > start]
    own_span = (min([start, *(span[0] for _, span in own)]), max([end, *(span[1] for _, span in own)]))
    others = [span for _, span in found if span[1] <= start or span[0] >= end]
    tokens = _tokens(text[low:high], low, own_span, others)
    _number(tokens, text)
    target = next((i for i, token in enumerate(tokens) if token.text == TARGET), len(tokens) - 1)
    return Passage(text, tokens, target, own[0][0] if own else None)


def _addresses(text: str, low: int, high: int) -> list[tuple[Address, tuple[int, int]]]:
    """Return the addresses in a window with their places in `text`; a text of ordinary length is searched once for all windows."""
    if len(text) > SEARCHED_ONCE:
        return [(a, (a.start + low, a.end + low)) for a in find_addresses(text[low:high])]
    found = find_addresses(text)
    first = bisect_right(found, low, key=lambda a: a.end)
    last = bisect_left(found, high, lo=first, key=lambda a: a.start)
    return [(a, (a.start, a.end)) for a in found[first:last]]


def _window(text: str, start: int, end: int) -> tuple[int, int]:
    low, high = max(0, start - _BEFORE), min(len(text), end + _AFTER)
    if low:
        space = text.find(" ", low, start)
        low = space if space > 0 else low
    if high < len(text):
        space = text.rfind(" ", end, high)
        high = space if space > 0 else high
    return low, high


def _tokens(part: str, low: int, own: tuple[int, int], others: list[tuple[int, int]]) -> list[Token]:
    reading = normalise(part)
    spans = sorted([*others, own])
    tokens: list[Token] = []
    line = 0
    seen: set[tuple[int, int]] = set()
    same = isinstance(reading.starts, range)
    for first, last in _runs(reading.text):
        word = reading.text[first:last]
        start, end = (first, last) if same else reading.span(first, last)
        start, end = start + low, end + low
        at = max(0, bisect_left(spans, (start, end)) - 1)
        inside = next((s for s in spans[at : at + 2] if s[0] < end and s[1] > start), None)
        if inside:
            if inside not in seen:
                seen.add(inside)
                tokens.append(Token(TARGET if inside == own else OTHER, *inside, line))
        elif word == "\n":
            line += 1
        else:
            folded = _folded(reading.text, first, last)
            if folded:
                tokens.append(Token(folded, start, end, line, forms=_forms(folded)))
    if own not in seen:
        tokens.append(Token(TARGET, *own, line))
    return tokens


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of words, of single Chinese characters, of marks and line breaks."""
    for found in _TOKEN.finditer(text):
        start, end = found.span()
        if end - start == 1 or found.group().isascii() or not any(map(is_han, found.group())):
            yield start, end
            continue
        at = start
        for i in range(start, end + 1):
            if i == end or is_han(text[i]):
                if at < i:
                    yield at, i
                if i < end:
                    yield i, i + 1
                at = i + 1


def is_han(character: str) -> bool:
    """Tell whether a character is a Chinese one (or Japanese kana), each of which counts as a word."""
    return "\u3040" <= character <= "\u30ff" or "\u3400" <= character <= "\u9fff"


def _folded(text: str, start: int, end: int) -> str:
    raw = text[start:end]
    if raw[0].isalnum():
        return fold(raw)
    if raw == "-" and start and text[start - 1].isalnum() and text[end : end + 1].isalnum():
        return ""
    return _PUNCTUATION.get(raw, raw)


@lru_cache(maxsize=8192)
def fold(word: str) -> str:
    """Return a word as cues are compared: lower case, without accents, Arabic letters merged."""
    if word.isascii():
        return word.lower()
    if is_han(word[0]):
        return word.translate(SIMPLIFIED)
    bare = unicodedata.normalize("NFC", _ACCENT.sub("", unicodedata.normalize("NFD", word.casefold())))
    return arabic.fold(bare) if arabic.is_arabic(bare) else bare


@lru_cache(maxsize=8192)
def _forms(word: str) -> tuple[str, ...]:
    return arabic.forms(word) if "\u0620" <= word[0] <= "\u06d3" else (word,)


def _number(tokens: list[Token], text: str) -> None:
    """Give each token the number of its sentence and of its paragraph."""
    sentence = paragraph = 0
    for i, token in enumerate(tokens):
        if i:
            before = tokens[i - 1]
            if token.line - before.line > 1:
                paragraph += 1
            if _sentence_ends(tokens, i, text) or (token.line > before.line and _line_ends(tokens, i, text)):
                sentence += 1
        token.sentence, token.paragraph = sentence, paragraph


def _sentence_ends(tokens: list[Token], i: int, text: str) -> bool:
    before = tokens[i - 1]
    if before.text in ("!", "?"):
        return True
    if before.text != STOP:
        return False
    if i > 1 and (tokens[i - 2].text in ABBREVIATIONS or (len(tokens[i - 2].text) == 1 and tokens[i - 2].text.isalpha() and tokens[i - 2].text.isascii())):
        return False
    mark = text[before.start : before.end]
    return mark in "。…" or before.end >= len(text) or text[before.end].isspace() or not text[before.end].isascii()


def _line_ends(tokens: list[Token], i: int, text: str) -> bool:
    """Tell whether a line break ends a sentence: after a short line, before a bullet, a label, a paragraph."""
    before, token = tokens[i - 1], tokens[i]
    if token.line - before.line > 1 or token.text in "*>[|" or _is_label(tokens, i):
        return True
    if before.text in (TARGET, OTHER) and text[token.start].isupper():
        return True
    width = before.end - text.rfind("\n", 0, before.start) - 1
    wide = 2 if is_han(before.text[0]) else 1
    if before.text in ",-(" or (token.start < len(text) and text[token.start].islower() and before.text != ":"):
        return False
    return width * wide < _LINE_BREAKS_BELOW


def _is_label(tokens: list[Token], i: int) -> bool:
    for token in tokens[i : i + 5]:
        if token.line != tokens[i].line or token.text in (TARGET, OTHER):
            return False
        if token.text == ":":
            return True
    return False
