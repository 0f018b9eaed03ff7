"""Running headers and footers: lines that come back at the top or bottom of several pages, or stand in the outer margin."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from materials_lint.extractors.pdf._characters import ACROSS
from materials_lint.extractors.pdf._lines import Line
from materials_lint.model.document import Part

_BAND = 0.14  # of the page's height: where running lines are looked for
_OUTER = 0.06  # of the page's height: nothing but headers and footers stands there
_DIGITS = re.compile(r"\d+|\b[ivxlc]+\b")


def mark(pages: Sequence[tuple[list[Line], float]]) -> list[dict[int, Part]]:
    """For each page (its lines and height in points) return which lines, by identity, are header or footer."""
    seen: Counter[tuple[Part, str]] = Counter()
    candidates = [_candidates(lines, height) for lines, height in pages]
    for found in candidates:
        seen.update({(part, _key(line)) for line, part, _ in found})
    often = 2 if len(pages) < 8 else 3
    return [{id(line): part for line, part, outer in found if outer or (seen[part, _key(line)] >= often and _told_apart(line))} for found in candidates]


def _told_apart(line: Line) -> bool:
    """Numbers by themselves recur everywhere (lists, tables): only the words of a line tell that it comes back."""
    return any(letter.isalpha() for letter in _key(line))


def _candidates(lines: list[Line], height: float) -> list[tuple[Line, Part, bool]]:
    found = []
    for line in lines:
        if line.course != ACROSS:
            continue
        if line.y1 <= _BAND * height:
            found.append((line, Part.HEADER, line.y1 <= _OUTER * height))
        elif line.y0 >= (1 - _BAND) * height:
            found.append((line, Part.FOOTER, line.y0 >= (1 - _OUTER) * height))
    return found


def _key(line: Line) -> str:
    """A line's text with its numbers left open: page numbers change."""
    return _DIGITS.sub("#", " ".join(line.text.casefold().split()))
