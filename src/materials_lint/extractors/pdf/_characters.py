"""Characters of a page, and the words they make."""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass
from itertools import islice, pairwise, repeat
from math import isfinite
from statistics import median
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from materials_lint.extractors.pdf import _pdfium
from materials_lint.extractors.pdf._pdfium import Cells, Frame
from materials_lint.model.document import Concealment

# PDFium puts one of these where a line ends in a hyphen; ideographs and kana have no spaces between words.
_HYPHENS = "\x02\ufffe"
_IDEOGRAPH = "\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f"
_WORD = re.compile(rf"[{_IDEOGRAPH}]|[^\s{_HYPHENS}{_IDEOGRAPH}]+[{_HYPHENS}]?|[{_HYPHENS}]")
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LAM_ALEF = re.compile("[\u0622\u0623\u0625\u0627\u0671]\u0644")
_OPENING, _CLOSING = "([{<«", ")]}>»"
_MIRROR = str.maketrans(_OPENING + _CLOSING, _CLOSING + _OPENING)
_CONTROLS = {code: None for code in (*range(9), *range(14, 32), *range(127, 160)) if code != 2}
_CONTROL = re.compile(r"[\x00-\x01\x03-\x08\x0e-\x1f\x7f-\x9f]")
_TALL = 30.0
LEVEL = 0.2  # points: what differs less stands on one height
_LEAST_GAP = 1.0  # points; narrower gaps part no words in type that can be read
_TIGHT_SPACE = 0.13  # of the height of the letters
ACROSS, UP, DOWN = range(3)


@dataclass(frozen=True, slots=True)
class Characters:
    """A page's characters in the order of reading that PDFium finds, with boxes in user space (y upwards)."""

    text: str
    left: list[float]
    top: list[float]
    right: list[float]
    bottom: list[float]
    handle: int
    right_to_left: bool


class Word(NamedTuple):
    """A word as displayed: points from the top left. `first` and `last` are its characters [first, last).

    `course` is ACROSS, UP or DOWN the page, None for a single letter.
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    first: int
    last: int
    hyphen: bool
    course: int | None
    veil: Concealment | None


def characters(text_page: pdfium.PdfTextPage) -> Characters:
    """Return the characters of a page, Arabic lam-alef put in the order of writing."""
    handle, count = _pdfium.address(text_page.raw), max(0, raw.FPDFText_CountChars(text_page.raw))
    numbers = _pdfium.loose_boxes(handle, count)
    left, top, right, bottom = numbers[0::4], numbers[1::4], numbers[2::4], numbers[3::4]
    text = _mend_lam_alef(_text(text_page, handle, count), left, right)
    return Characters(text, left, top, right, bottom, handle, RIGHT_TO_LEFT.search(text) is not None)


def _text(text_page: pdfium.PdfTextPage, handle: int, count: int) -> str:
    buffer = (ctypes.c_ushort * (count * 2 + 2))()
    written = raw.FPDFText_GetText(text_page.raw, 0, count, buffer)
    text = bytes(buffer)[: 2 * max(0, written - 1)].decode("utf-16-le", "replace")
    if len(text) == count:
        return text
    # Some characters have no text or two code units: ask for each by itself, so that index and box stay together.
    codes = list(map(_pdfium.unicode_of, repeat(handle), range(count)))
    letters = {code: _character(code) for code in set(codes)}
    return "".join(map(letters.__getitem__, codes))


def _character(code: int) -> str:
    if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000:
        return chr(code)
    return "\x01" if code == 0 else "\ufffd"


def _mend_lam_alef(text: str, left: list[float], right: list[float]) -> str:
    """PDFium splits the ligature of lam and alef into alef, lam with one box for both: swap those, and no others."""
    swaps = [m.start() for m in _LAM_ALEF.finditer(text) if left[m.start()] == left[m.start() + 1] and right[m.start()] == right[m.start() + 1]]
    if not swaps:
        return text
    letters = list(text)
    for at in swaps:
        letters[at], letters[at + 1] = letters[at + 1], letters[at]
    return "".join(letters)


def words(chars: Characters, frame: Frame, veils: list[Concealment | None] | None = None) -> list[Word]:
    """Return the page's words; one whose letters are concealed in different ways is cut there."""
    pieces = _pieces(chars) if frame.turns == 0 and not chars.right_to_left else [match.span() for match in _WORD.finditer(chars.text)]
    if veils is None and frame.turns == 0 and not chars.right_to_left and not _CONTROL.search(chars.text):
        return _plain_words(chars, frame, pieces)
    found = []
    for first, last in pieces:
        for start, end in _cut(first, last, veils) if veils else ((first, last),):
            word = _word(chars, frame, start, end, veils[start] if veils else None)
            if word is not None:
                found.append(word)
    return found


def _pieces(chars: Characters) -> list[tuple[int, int]]:
    """Return where words start and end: at blanks, and at gaps that PDFium overlooks where a line is set tight."""
    text, wide = chars.text, []
    for at, (end, start) in enumerate(zip(chars.right, islice(chars.left, 1, None), strict=False), 1):
        if start - end > _LEAST_GAP and not text[at].isspace() and not text[at - 1].isspace():
            wide.append(at)
    pieces = [match.span() for match in _WORD.finditer(text)]
    if not wide:
        return pieces
    gaps = iter([*wide, len(text) + 1])
    gap = next(gaps)
    found: list[tuple[int, int]] = []
    for first, last in pieces:
        inside = []
        while gap < last:
            if gap > first:
                inside.append(gap)
            gap = next(gaps)
        edges = [first, *_word_gaps(chars, first, last, inside), last] if inside else [first, last]
        found.extend(pairwise(edges))
    return found


def _word_gaps(chars: Characters, first: int, last: int, candidates: list[int]) -> list[int]:
    """Those of the gaps that stand out in a word: where all letters stand apart, the word is spaced for show."""
    if last - first < 4:
        return []
    usual = median(chars.left[at] - chars.right[at - 1] for at in range(first + 1, last))
    height = abs(chars.top[first] - chars.bottom[first])
    return [at for at in candidates if chars.left[at] - chars.right[at - 1] > max(0.0, usual) + _TIGHT_SPACE * height and chars.top[at] == chars.top[at - 1]]


def _plain_words(chars: Characters, frame: Frame, pieces: list[tuple[int, int]]) -> list[Word]:
    """The same for pages with nothing unusual about them: words of one height that run across."""
    left, top, right, bottom = chars.left, chars.top, chars.right, chars.bottom
    x, y, scale = frame.left, frame.top, frame.scale
    found: list[Word] = []
    new = tuple.__new__
    letters = chars.text
    for first, last in pieces:
        text, end = letters[first:last], last - 1
        high, low, x0, x1 = top[first], bottom[first], left[first], right[end]
        if abs(top[end] - high) < LEVEL and abs(bottom[end] - low) < LEVEL and x0 < x1 and 0 < high - low < _TALL and text[-1] not in _HYPHENS:
            course = ACROSS if end > first else None
            found.append(new(Word, (text, (x0 - x) * scale, (y - high) * scale, (x1 - x) * scale, (y - low) * scale, first, last, False, course, None)))
        elif (word := _word(chars, frame, first, last, None)) is not None:
            found.append(word)
    return found


def _cut(first: int, last: int, veils: list[Concealment | None]) -> list[tuple[int, int]]:
    edges = [first, *(i for i in range(first + 1, last) if veils[i] != veils[i - 1]), last]
    return list(pairwise(edges))


def _word(chars: Characters, frame: Frame, first: int, last: int, veil: Concealment | None) -> Word | None:
    letters = chars.text[first:last]
    hyphen = letters[-1] in _HYPHENS
    text = letters[:-1] if hyphen else letters
    course = None if last - first < 2 else _course(chars, first, last - 1, frame.turns)
    if chars.right_to_left and course == ACROSS and len(text) == last - first and not RIGHT_TO_LEFT.search(text):
        text = _by_place(chars, first, text, frame.turns)
    text = text if text.isprintable() else text.translate(_CONTROLS)
    if not text and not hyphen:
        return None
    x0, y0, x1, y1 = min(chars.left[first:last]), min(chars.bottom[first:last]), max(chars.right[first:last]), max(chars.top[first:last])
    if not (x1 - x0 > 0 and 0 < y1 - y0 < _TALL):
        x0, y0, x1, y1 = _by_ink(chars, first, last, (x0, y0, x1, y1))
    return Word(text, *frame.place(x0, y0, x1, y1), first, last, hyphen, course, veil)


def _by_place(chars: Characters, first: int, text: str, turns: int) -> str:
    """Put Latin letters and figures back as they stand: PDFium shuffles them in lines that also run from right to left."""
    axis = chars.bottom if turns % 2 else chars.left
    sign = -1 if turns in {2, 3} else 1
    places = [sign * axis[first + at] for at in range(len(text))]
    if all(a <= b for a, b in pairwise(places)):
        return text
    placed = "".join(letter for _, letter in sorted(zip(places, text, strict=True), key=lambda pair: pair[0]))
    # Brackets were mirrored with the shuffling: a closing one that comes first tells.
    bracket = next((letter for letter in placed if letter in _OPENING + _CLOSING), "")
    return placed.translate(_MIRROR) if bracket and bracket in _CLOSING else placed


def _course(chars: Characters, first: int, last: int, turns: int) -> int | None:
    """Tell which way a word runs as displayed, from the centres of its outer letters."""
    dx = chars.left[last] + chars.right[last] - chars.left[first] - chars.right[first]
    dy = chars.top[last] + chars.bottom[last] - chars.top[first] - chars.bottom[first]
    if turns % 2:
        dx, dy = (dy, -dx) if turns == 1 else (-dy, dx)
    elif turns == 2:
        dx, dy = -dx, -dy
    if not dx and not dy:
        return None
    if abs(dx) >= abs(dy):
        return ACROSS
    return UP if dy > 0 else DOWN


def _by_ink(chars: Characters, first: int, last: int, otherwise: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """The box of a word whose font tells no sensible height: around the ink of its letters."""
    cells = Cells(ctypes.c_double, 4)
    boxes = [cells.values() for at in range(first, last) if _pdfium.tight_box(chars.handle, at, *cells.at)]
    boxes = [b for b in boxes if all(map(isfinite, b)) and b[1] > b[0]]
    if not boxes:
        return otherwise if all(map(isfinite, otherwise)) else (0.0, 0.0, 0.0, 0.0)
    x0, y0, x1, y1 = (min(b[0] for b in boxes), min(b[2] for b in boxes), max(b[1] for b in boxes), max(b[3] for b in boxes))
    tall = otherwise[3] - otherwise[1]
    if 0 < tall <= 2.5 * (y1 - y0):
        return x0, otherwise[1], x1, otherwise[3]
    return x0, y0, x1, y1


def size_at(chars: Characters, index: int, frame: Frame) -> float | None:
    """Return the font size in displayed points of the character at `index`."""
    cells = Cells(ctypes.c_float, 6)
    size = _pdfium.font_size(chars.handle, index)
    if not _pdfium.char_matrix(chars.handle, index, cells.at[0]):
        return None
    _, _, c, d, _, _ = cells.values()
    shown = size * float((c * c + d * d) ** 0.5) * frame.scale
    return round(shown, 2) if isfinite(shown) and shown > 0 else None
