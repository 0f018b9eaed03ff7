"""Lines of words: what stands on one baseline and belongs together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from materials_lint.extractors.pdf._bidi import in_reading_order, right_to_left
from materials_lint.extractors.pdf._characters import ACROSS, DOWN, LEVEL, RIGHT_TO_LEFT, UP, Word
from materials_lint.model.geometry import Box

# Gaps between words in heights of the line. Measured on brochures, letters, reports and two-column papers.
_SAME_RUN = 1.6
_DRAWN_IN_PIECES = 0.8
_ONE_WORD = 0.12
_LABEL_REACH = 14.0
_IDEOGRAPHS = "\u2e80"
_LABEL = re.compile(r".{0,40}[:：]$|[•·▪■◦●○–—*✓➢\uf000-\uf0ff-]$|\(?[0-9A-Za-zА-я]{1,3}[.)]$|[0-9]{1,2}$|[*†]{1,3}$")
_LEADER = re.compile(r"(?:\.\s?){4}$|…{2}$")


@dataclass(slots=True)
class Line:
    """Words on one baseline, in reading order; `joints` is what stands before each word ("", " " or a tab).

    The box is in the line's own frame, in which it runs from left to right and lines follow downwards: for text that
    runs up or down the page, that frame is turned (see `turned`).
    """

    words: list[Word]
    joints: list[str]
    x0: float
    y0: float
    x1: float
    y1: float
    course: int = ACROSS
    right_to_left: bool = False

    @property
    def height(self) -> float:
        return self.y1 - self.y0

    @property
    def text(self) -> str:
        return "".join(j + w.text + ("-" if w.hyphen else "") for j, w in zip(self.joints, self.words, strict=True))

    @property
    def first(self) -> int:
        """The place of its earliest character in the file's own order."""
        return min(w.first for w in self.words)

    def box(self) -> Box:
        """The line's box as displayed."""
        if self.course == ACROSS:
            return Box(self.x0, self.y0, self.x1, self.y1)
        return Box(min(w.x0 for w in self.words), min(w.y0 for w in self.words), max(w.x1 for w in self.words), max(w.y1 for w in self.words))


def turned(word: Word, course: int) -> tuple[float, float, float, float]:
    """Return the word's box in the frame of its course."""
    if course == UP:
        return -word.y1, word.x0, -word.y0, word.x1
    if course == DOWN:
        return word.y0, -word.x1, word.y1, -word.x0
    return word.x0, word.y0, word.x1, word.y1


def lines(words: Sequence[Word], text: str) -> list[Line]:
    """Group `words` (in the order of the file) into lines. `text` is the page's text that the words index."""
    runs = list(_runs(words, text))
    unusual = RIGHT_TO_LEFT.search(text) is not None
    if unusual:
        for run in runs:
            run.right_to_left = right_to_left(word.text for word in run.words)
    found: list[Line] = []
    for course in {run.course for run in runs}:
        for row in _rows([run for run in runs if run.course == course]):
            found.extend(_merged(row))
    page_runs_left = unusual and right_to_left([text])
    for line in found if unusual else ():
        if line.course == ACROSS and len(line.words) > 1 and any(RIGHT_TO_LEFT.search(word.text) for word in line.words):
            line.words, line.joints = in_reading_order(line.words, line.joints, page_runs_left)
    found.sort(key=lambda line: line.first)
    return found


def majority(lines: Iterable[Line]) -> bool:
    """Tell whether most of the lines run from right to left."""
    return sum(1 if line.right_to_left else -1 for line in lines) > 0


def _runs(words: Sequence[Word], text: str) -> Iterable[Line]:
    """Cut the words, in the file's order, wherever the next one does not go on along the same line."""
    line: Line | None = None
    before: Word | None = None
    for word in words:
        course = word.course if word.course is not None else (line.course if line else ACROSS)
        if line is not None and before is not None and course == ACROSS == line.course and abs(word.y0 - line.y0) < LEVEL > abs(word.y1 - line.y1) and not before.hyphen:
            # The common case, told without much ado: the next word at an ordinary distance.
            gap, height = word.x0 - before.x1, word.y1 - word.y0
            if _ONE_WORD * height <= gap <= _SAME_RUN * height and before.last != word.first:
                line.words.append(word)
                line.joints.append(" ")
                line.x1 = max(line.x1, word.x1)
                before = word
                continue
        x0, y0, x1, y1 = turned(word, course)
        joint = None
        if line is not None and before is not None and course == line.course and not before.hyphen:
            joint = _joint(line, before, word, (x0, y0, x1, y1), text)
        if joint is None or line is None:
            if line is not None:
                yield line
            line = Line([word], [""], x0, y0, x1, y1, course)
        else:
            line.words.append(word)
            line.joints.append(joint)
            line.x0, line.y0, line.x1, line.y1 = min(line.x0, x0), min(line.y0, y0), max(line.x1, x1), max(line.y1, y1)
        before = word
    if line is not None:
        yield line


def _joint(line: Line, before: Word, word: Word, box: tuple[float, float, float, float], text: str) -> str | None:
    """What joins `word` to the line, None where it starts another."""
    x0, y0, x1, y1 = box
    overlap = min(line.y1, y1) - max(line.y0, y0)
    height = min(line.height, y1 - y0)
    if overlap < 0.5 * height:
        return None
    bx0, _, bx1, _ = turned(before, line.course)
    gap = max(x0 - bx1, bx0 - x1)
    if gap > _SAME_RUN * max(line.height, y1 - y0):
        return None
    between = text[before.last : word.first]
    if not between:
        # Letters that PDFium puts together: ideographs, and words in lines set so tight that it overlooked the space.
        return " " if gap >= _ONE_WORD * height and max(before.text[-1:], word.text[:1]) < _IDEOGRAPHS else ""
    if gap < _ONE_WORD * height and " " not in between and "\xa0" not in between:
        return ""
    return " "


def _rows(runs: list[Line]) -> Iterable[list[Line]]:
    """Gather the runs that stand on the same height, each row sorted from left to right."""
    runs = sorted(runs, key=lambda run: run.y0 + run.y1)
    row: list[Line] = []
    for run in runs:
        if row and abs(run.y0 + run.y1 - row[-1].y0 - row[-1].y1) > 0.8 * min(run.height, row[-1].height):
            yield sorted(row, key=lambda r: r.x0)
            row = []
        row.append(run)
    if row:
        yield sorted(row, key=lambda r: r.x0)


def _merged(row: list[Line]) -> list[Line]:
    """Join neighbours of a row that were drawn in pieces, labels with what they label, and leaders with their number."""
    if len(row) == 1:
        return row
    rtl = majority(row)
    if rtl:
        row.reverse()
    kept = [row[0]]
    for run in row[1:]:
        joint = _neighbours(kept[-1], run, rtl)
        if joint is None:
            kept.append(run)
        else:
            _append(kept[-1], run, joint)
    return kept


def _neighbours(line: Line, run: Line, rtl: bool) -> str | None:
    gap = line.x0 - run.x1 if rtl else run.x0 - line.x1
    height = min(line.height, run.height)
    if max(line.height, run.height) > 2 * height or gap < -0.5 * height or line.words[-1].hyphen:
        return None
    if gap < _ONE_WORD * height:
        return ""
    if gap <= _DRAWN_IN_PIECES * height:
        return " "
    if gap <= _LABEL_REACH * height and len(line.words) <= 6 and _LABEL.match(line.text):
        return "\t"
    if len(run.words) == 1 and len(run.text) <= 5 and _LEADER.search(line.text):
        return "\t"
    return None


def _append(line: Line, run: Line, joint: str) -> None:
    line.right_to_left |= run.right_to_left
    line.words.extend(run.words)
    line.joints.extend([joint, *run.joints[1:]])
    line.x0, line.y0, line.x1, line.y1 = min(line.x0, run.x0), min(line.y0, run.y0), max(line.x1, run.x1), max(line.y1, run.y1)
