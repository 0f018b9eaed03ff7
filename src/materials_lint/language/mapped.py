"""A text that was rewritten and still knows where each of its characters stood."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Change(StrEnum):
    """What had to be undone to read a text."""

    ZERO_WIDTH = "zero-width"
    HOMOGLYPH = "homoglyph"
    COMPATIBILITY = "compatibility"
    BIDI = "bidi"
    VISUAL_ORDER = "visual-order"
    SPACED = "spaced"
    SOFT_HYPHEN = "soft-hyphen"
    LINE_BREAK = "line-break"
    ENCODED = "encoded"
    WORDS = "words"


Edit = tuple[int, int, str]
Turn = tuple[int, Sequence[int], str]


@dataclass(frozen=True, slots=True, eq=False)
class Normalised:
    """`text` as rewritten from `original`.

    `starts[i]` and `ends[i]` are the half-open range of `original` that character i of `text` came from; `starts` has one
    entry more, the length of `original`.
    """

    text: str
    original: str
    starts: Sequence[int]
    ends: Sequence[int]
    changes: frozenset[Change] = frozenset()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of `original` that holds all of text[start:end], also where the order was turned round."""
        if start >= end:
            return self.starts[start], self.starts[start]
        return min(self.starts[start:end]), max(self.ends[start:end])

    def edited(self, edits: Iterable[Edit], change: Change) -> Normalised:
        """Return this text with each (start, end, replacement) applied; edits are in order and do not overlap."""
        pieces: list[str] = []
        starts, ends = array("i"), array("i")
        at = 0
        for start, end, new in edits:
            self._keep(pieces, starts, ends, at, start)
            low, high = self.span(start, end)
            pieces.append(new)
            starts.extend([low] * len(new))
            ends.extend([high] * len(new))
            at = end
        if at == 0 and not pieces:
            return self
        self._keep(pieces, starts, ends, at, len(self.text))
        starts.append(len(self.original))
        return Normalised("".join(pieces), self.original, starts, ends, self.changes | {change})

    def _keep(self, pieces: list[str], starts: array[int], ends: array[int], low: int, high: int) -> None:
        pieces.append(self.text[low:high])
        starts.extend(self.starts[low:high])
        ends.extend(self.ends[low:high])

    def reordered(self, turns: Iterable[Turn], change: Change) -> Normalised:
        """Return this text with each turn (start, positions in their new order, new letters) applied, in order, none overlapping."""
        starts, ends = array("i", self.starts), array("i", self.ends)
        pieces: list[str] = []
        at = 0
        for start, order, new in turns:
            stop = start + len(order)
            starts[start:stop] = array("i", (self.starts[i] for i in order))
            ends[start:stop] = array("i", (self.ends[i] for i in order))
            pieces += [self.text[at:start], new]
            at = stop
        return Normalised("".join([*pieces, self.text[at:]]), self.original, starts, ends, self.changes | {change})


def unchanged(text: str) -> Normalised:
    """Return `text` as a rewriting of itself."""
    return Normalised(text, text, range(len(text) + 1), range(1, len(text) + 1))
