"""Paragraphs of lines, and the order in which the paragraphs of a page are read."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from materials_lint.extractors.pdf._characters import Word
from materials_lint.extractors.pdf._lines import Line, majority
from materials_lint.model.document import Concealment, Origin, Part, Span, TextBlock
from materials_lint.model.geometry import Box, around

_ITEM = re.compile(r"[•·▪■◦●○➢✓\uf000-\uf0ff]|(?:\(?[0-9]{1,2}[.)]|[a-z][.)]|[-–—*])[ \t]")
_SAME_SIZE = 1.25
_FAR = 1.0  # a gap of more than one line's height ends a paragraph
_GUTTER = 6.0
_CELL = 40  # most characters of a table's cell on one line
_ROW_REACH = 20.0
_LOOK_AHEAD = 80  # lines looked through for the one below: enough for a wide table, and never quadratic


@dataclass(slots=True)
class Paragraph:
    """Lines that are read together."""

    lines: list[Line]
    box: Box

    @classmethod
    def of(cls, lines: list[Line]) -> Paragraph:
        return cls(lines, around(line.box() for line in lines) or Box(0, 0, 0, 0))


def paragraphs(lines: list[Line]) -> list[Paragraph]:
    """Group a page's lines into paragraphs, in reading order."""
    found: list[Paragraph] = []
    for course in sorted({line.course for line in lines}):
        found.extend(_grouped([line for line in lines if line.course == course]))
    return _ordered(found, majority(lines), 0)


def _grouped(lines: list[Line]) -> list[Paragraph]:
    chains = _chains(sorted(lines, key=lambda line: (line.y0, line.x0)))
    parts = [part for chain in chains for part in _split(chain)]
    return [Paragraph.of(part) for part in _table_rows(parts)]


def _table_rows(parts: list[list[Line]]) -> list[list[Line]]:
    """Join short lines that stand alone on one height, the cells of a table's row, with tabs."""
    cells = sorted((part[0] for part in parts if len(part) == 1 and len(part[0].text) <= _CELL), key=lambda line: line.y0 + line.y1)
    rows: list[list[Line]] = []
    for cell in cells:
        if rows and abs(cell.y0 + cell.y1 - rows[-1][-1].y0 - rows[-1][-1].y1) < 0.6 * min(cell.height, rows[-1][-1].height):
            rows[-1].append(cell)
        else:
            rows.append([cell])
    joined = [row for cells_of_row in rows if len(cells_of_row) > 1 for row in _near(cells_of_row)]
    used = {id(cell) for row in joined for cell in row}
    return [part for part in parts if id(part[0]) not in used] + [[_row(row)] for row in joined]


def _near(cells: list[Line]) -> list[list[Line]]:
    """Cut a row where two cells are too far apart to be read together; what stays alone is left out."""
    cells = sorted(cells, key=lambda cell: cell.x0)
    rows = [[cells[0]]]
    for cell in cells[1:]:
        if cell.x0 - rows[-1][-1].x1 > _ROW_REACH * cell.height:
            rows.append([])
        rows[-1].append(cell)
    return [row for row in rows if len(row) > 1]


def _row(cells: list[Line]) -> Line:
    if majority(cells):
        cells.reverse()
    words = [word for cell in cells for word in cell.words]
    joints = [joint for at, cell in enumerate(cells) for joint in (["\t"] if at else [""]) + cell.joints[1:]]
    return Line(words, joints, min(c.x0 for c in cells), min(c.y0 for c in cells), max(c.x1 for c in cells), max(c.y1 for c in cells), cells[0].course, majority(cells))


def _chains(lines: list[Line]) -> list[list[Line]]:
    """Link each line to the one right below it, where each is the other's only neighbour."""
    below: dict[int, list[int]] = {}
    above: dict[int, list[int]] = {}
    for at, line in enumerate(lines):
        for other in range(at + 1, min(len(lines), at + _LOOK_AHEAD)):
            under = lines[other]
            if under.y0 - line.y1 > _FAR * line.height:
                break
            if _follows(line, under):
                below.setdefault(at, []).append(other)
                above.setdefault(other, []).append(at)
    chains: list[list[Line]] = []
    seen: set[int] = set()
    for at in range(len(lines)):
        if at in seen:
            continue
        chain = [at]
        while (after := _only(below, above, chain[-1])) is not None and after not in seen:
            chain.append(after)
            seen.add(after)
        chains.append([lines[i] for i in chain])
    return chains


def _only(below: dict[int, list[int]], above: dict[int, list[int]], at: int) -> int | None:
    """The nearest line below `at`, if `at` is the nearest above it and no other line shares either side."""
    under = below.get(at, [])
    if not under or len(_side_by_side(under, below)) > 1:
        return None
    over = above[under[0]]
    return under[0] if over[-1] == at and len(_side_by_side(over, below)) == 1 else None


def _side_by_side(candidates: list[int], below: dict[int, list[int]]) -> list[int]:
    """Those of `candidates` that are not themselves below another of them."""
    return [c for c in candidates if not any(c in below.get(other, ()) for other in candidates)]


def _follows(line: Line, under: Line) -> bool:
    overlap = min(line.x1, under.x1) - max(line.x0, under.x0)
    if overlap < 0.3 * min(line.x1 - line.x0, under.x1 - under.x0):
        return False
    if max(line.height, under.height) > _SAME_SIZE * min(line.height, under.height):
        return False
    return under.y0 - line.y0 > 0.5 * line.height


def _split(chain: list[Line]) -> list[list[Line]]:
    """Cut a chain of lines where the spacing, an indent or a bullet tells that a paragraph starts."""
    if len(chain) < 2:
        return [chain]
    pitch = median(b.y1 - a.y1 for a, b in pairwise(chain))
    rtl = majority(chain)
    start, end = (_minus_right, _minus_left) if rtl else (_left, _right)
    margin, edge = min(map(start, chain)), max(map(end, chain))
    parts = [[chain[0]]]
    for at, line in enumerate(chain[1:], 1):
        before = chain[at - 1]
        wide = line.y1 - before.y1 > 1.2 * pitch and line.y0 - before.y1 > 0.15 * line.height
        indented = start(line) > max(margin, start(before)) + 0.8 * line.height and (at + 1 == len(chain) or start(chain[at + 1]) < start(line) - 0.5 * line.height)
        ended = edge - end(before) > 0.15 * (edge - margin)
        if wide or (indented and ended) or _ITEM.match(line.text):
            parts.append([line])
        else:
            parts[-1].append(line)
    return parts


def _left(line: Line) -> float:
    return line.x0


def _right(line: Line) -> float:
    return line.x1


def _minus_right(line: Line) -> float:
    return -line.x1


def _minus_left(line: Line) -> float:
    return -line.x0


def _ordered(items: list[Paragraph], rtl: bool, depth: int) -> list[Paragraph]:
    """Order paragraphs by cutting the page at its gutters, then from top to bottom."""
    if len(items) < 2 or depth > 24:
        return sorted(items, key=lambda p: p.lines[0].first)
    columns = _cut(items, lambda b: (b.x0, b.x1), _GUTTER)
    if len(columns) > 1:
        return [p for column in (columns[::-1] if rtl else columns) for p in _ordered(column, rtl, depth + 1)]
    bands = _with_common_gutter(_cut(items, lambda b: (b.y0, b.y1), 0.0))
    if len(bands) > 1:
        return [p for band in bands for p in _ordered(band, rtl, depth + 1)]
    return sorted(items, key=lambda p: p.lines[0].first)


def _cut(items: list[Paragraph], side: Callable[[Box], tuple[float, float]], gap: float) -> list[list[Paragraph]]:
    """Cut where no paragraph stands over a strip wider than `gap`."""
    order = sorted(((side(p.box), i, p) for i, p in enumerate(items)), key=lambda entry: (entry[0], entry[1]))
    groups: list[list[Paragraph]] = []
    reach = float("-inf")
    for (start, end), _, item in order:
        # Boxes take in the full height of the font: neighbours may overlap by a hair.
        if not groups or start > reach + gap - (1.5 if gap == 0 else 0):
            groups.append([])
        groups[-1].append(item)
        reach = max(reach, end)
    return groups


def _with_common_gutter(bands: list[list[Paragraph]]) -> list[list[Paragraph]]:
    """Put bands back together that share a gutter: columns are read to their end."""
    joined: list[list[Paragraph]] = []
    for band in bands:
        if joined and len(_cut(joined[-1] + band, lambda b: (b.x0, b.x1), _GUTTER)) > 1:
            joined[-1] = joined[-1] + band
        else:
            joined.append(band)
    return joined


def block(paragraph: Paragraph, page: int, size: float | None, part: Part = Part.BODY, veil: Concealment | None = None, text: str = "") -> TextBlock:
    """Make the TextBlock of a paragraph: lines separated by line breaks, a word broken by a hyphen put together.

    A broken word that the page's `text` also writes with a hyphen inside a line keeps it.
    """
    builder = _Builder(text)
    for at, line in enumerate(paragraph.lines):
        after = paragraph.lines[at + 1] if at + 1 < len(paragraph.lines) else None
        builder.add(line, after)
    origin = Origin.HIDDEN if veil else Origin.TEXT_LAYER
    return TextBlock(builder.text(), origin, part, page, paragraph.box, tuple(builder.spans), concealment=veil, size=size)


class _Builder:
    """Collects text and the box of each word."""

    def __init__(self, page_text: str) -> None:
        self._page_text = page_text
        self._pieces: list[str] = []
        self._length = 0
        self._moved = 0
        self.spans: list[Span] = []

    def text(self) -> str:
        return "".join(self._pieces)

    def add(self, line: Line, after: Line | None) -> None:
        words, joints = line.words[self._moved :], line.joints[self._moved :]
        if self._pieces and words:
            self._put("\n")
        self._moved = 0
        for at, (joint, word) in enumerate(zip(joints, words, strict=True)):
            if at:
                self._put(joint)
            self._word(word)
            if word.hyphen:
                self._hyphen(word, after if at == len(words) - 1 else None)

    def _hyphen(self, word: Word, after: Line | None) -> None:
        if after is None:
            self._put("-")
            return
        rest = after.words[0]
        if keeps_hyphen(word.text, rest.text) or f"{word.text}-{rest.text}" in self._page_text:
            self._put("-")
        if not rest.hyphen:
            self._word(rest)
            self._moved = 1

    def _word(self, word: Word) -> None:
        start = self._length
        self._length = end = start + len(word.text)
        self._pieces.append(word.text)
        self.spans.append(Span(start, end, Box(word.x0, word.y0, word.x1, word.y1)))

    def _put(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)


def keeps_hyphen(before: str, after: str) -> bool:
    """Tell whether the hyphen at a line's end belongs to the word: "ITU-T", "C17-130", addresses; not "telecommuni-cation"."""
    if not before or not after or not after[0].islower() or before[-1].isdigit():
        return True
    return "@" in before or "/" in before or "@" in after or "//" in after or (len(before) > 1 and before.isupper())
