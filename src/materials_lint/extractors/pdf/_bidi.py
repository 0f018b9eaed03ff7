"""Lines that hold Arabic or Hebrew: words put in the order of reading by where they stand.

PDFium orders the letters inside a word well, but the runs of a mixed line often not, so that an address inside an Arabic
sentence parts the sentence the wrong way round. Places on the page don't lie.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from materials_lint.extractors.pdf._characters import RIGHT_TO_LEFT, Word

_LEFT_TO_RIGHT = re.compile("[A-Za-z\u00c0-\u052f\u2e80-\u9fff]")
_DIGIT = re.compile(r"\d")


def right_to_left(texts: Iterable[str]) -> bool:
    """Tell whether most letters run from right to left."""
    rtl = ltr = 0
    for text in texts:
        rtl += len(RIGHT_TO_LEFT.findall(text))
        ltr += len(_LEFT_TO_RIGHT.findall(text))
    return rtl > ltr


def in_reading_order(words: Sequence[Word], joints: Sequence[str], page_runs_left: bool) -> tuple[list[Word], list[str]]:
    """Return the words of one line, and what joins them, in the order in which they are read.

    `page_runs_left`: most of the page runs from right to left, which decides for lines that are mostly Latin.
    """
    order = sorted(words, key=lambda word: word.x0 + word.x1)
    wide = {word.first for word, joint in zip(words, joints, strict=True) if joint == "\t"}
    groups = _groups(order)
    if page_runs_left or _mostly_right_to_left(words):
        groups = groups[::-1]
    arranged = [_with_plus_first(word) for group in groups for word in group]
    return arranged, [_joint(arranged, at, wide) for at in range(len(arranged))]


def _mostly_right_to_left(words: Sequence[Word]) -> bool:
    rtl = sum(RIGHT_TO_LEFT.search(word.text) is not None for word in words)
    return rtl >= sum(_LEFT_TO_RIGHT.search(word.text) is not None for word in words)


def _groups(order: Sequence[Word]) -> list[list[Word]]:
    """Group neighbours (given from left to right) that run one way; inside a group they come in the order of reading."""
    groups: list[tuple[bool, list[Word]]] = []
    for word in order:
        rtl = RIGHT_TO_LEFT.search(word.text) is not None
        if groups and groups[-1][0] == rtl:
            groups[-1][1].append(word)
        else:
            groups.append((rtl, [word]))
    return [group[::-1] if rtl or _separate_numbers(group) else group for rtl, group in groups]


def _separate_numbers(group: Sequence[Word]) -> bool:
    """Numbers with nothing Latin between them are set one by one from right to left, unless they are set as one phone number."""
    if any(_LEFT_TO_RIGHT.search(word.text) for word in group) or not any(_DIGIT.search(word.text) for word in group):
        return False
    return not group[0].text.startswith(("+", "(+", "00"))


def _with_plus_first(word: Word) -> Word:
    if word.text.endswith("+") and word.text[:-1].isdigit():
        return word._replace(text="+" + word.text[:-1])
    return word


def _joint(words: Sequence[Word], at: int, wide: set[int]) -> str:
    if at == 0:
        return ""
    word, before = words[at], words[at - 1]
    if word.first in wide or before.first in wide:
        return "\t" if _gap(word, before) > 1.6 * (word.y1 - word.y0) else " "
    return "" if _gap(word, before) < 0.05 * (word.y1 - word.y0) else " "


def _gap(word: Word, other: Word) -> float:
    return max(word.x0 - other.x1, other.x0 - word.x1)
