"""A paragraph as pieces: its runs joined, with what is hidden, inserted, deleted and linked in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from materials_lint.containers.office_colours import WHITE, Colour
from materials_lint.model.document import Concealment, Origin, Part, TextBlock
from materials_lint.model.geometry import Box

_NEAR = 40


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the document the walk stands, and what its surroundings do to all that is in it."""

    part: Part = Part.BODY
    origin: Origin = Origin.TEXT_LAYER
    ground: Colour = WHITE
    page: int | None = None
    box: Box | None = None
    label: str = ""
    context: str = ""
    concealment: Concealment | None = None
    change: str = ""
    author: str = ""
    in_table: bool = False

    def block(self, text: str, **more: object) -> TextBlock:
        """Return a block of this place; what is hidden has the origin HIDDEN, save in comments and notes."""
        made = TextBlock(text, self.origin, self.part, self.page, self.box, label=self.label, context=self.context, concealment=self.concealment)
        made = replace(made, **more)  # type: ignore[arg-type]
        if made.concealment is not None and made.origin not in {Origin.COMMENT, Origin.NOTE, Origin.TRACKED_CHANGE}:
            made = replace(made, origin=Origin.HIDDEN)
        return made


@dataclass(frozen=True, slots=True)
class Piece:
    """A run's text; `change` is "", "inserted" or "deleted"."""

    text: str
    concealment: Concealment | None = None
    change: str = ""
    author: str = ""
    size: float | None = None

    @property
    def shown(self) -> bool:
        return self.concealment is None and self.change != "deleted"


@dataclass(frozen=True, slots=True)
class Link:
    """A link's target with the anchor's words."""

    target: str
    words: str
    tooltip: str = ""


@dataclass(slots=True)
class Paragraph:
    """What the walk of one paragraph found."""

    pieces: list[Piece] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    floats: list[etree._Element] = field(default_factory=list)
    extras: list[TextBlock] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)

    def words_since(self, start: int) -> str:
        """Return the text of the pieces from index `start` on."""
        return "".join(piece.text for piece in self.pieces[start:])

    @property
    def shown(self) -> str:
        """What a reader of the finished document sees."""
        return "".join(piece.text for piece in self.pieces if piece.shown)

    def blocks(self, place: Place) -> Iterator[TextBlock]:
        """Yield the text that is shown, then what is not, what was changed, and the links."""
        shown = self.shown
        context = shown.strip() or place.context
        inserted = {p.author for p in self.pieces if p.shown and p.change == "inserted" and p.text.strip()}
        wholly = bool(inserted) and all(p.change == "inserted" for p in self.pieces if p.shown and p.text.strip())
        size = _size([p for p in self.pieces if p.shown])
        if wholly:
            yield place.block(shown, origin=Origin.TRACKED_CHANGE, label=_label("inserted", inserted), size=size)
        else:
            yield place.block(shown, size=size)
            yield from self._changes("inserted", place, context)
        yield from self._concealed(place, context)
        yield from self._changes("deleted", place, context)
        for link in self.links:
            yield place.block(link.target, origin=Origin.LINK_TARGET, label=link.words.strip(), context=context, concealment=None)
            yield place.block(link.tooltip, origin=Origin.ALT_TEXT, label=link.words.strip(), context=context, concealment=None)
        yield from self.extras

    def _concealed(self, place: Place, context: str) -> Iterator[TextBlock]:
        pieces = [p for p in self.pieces if p.change != "deleted"]
        for start, end in _stretches([p.concealment for p in pieces], [not p.text.strip() for p in pieces]):
            text = "".join(p.text for p in pieces[start:end])
            yield place.block(text, concealment=pieces[start].concealment, context=context, size=_size(pieces[start:end]))

    def _changes(self, change: str, place: Place, context: str) -> Iterator[TextBlock]:
        """Each change with the rest of the words it touches: half an address means nothing."""
        unlike = "inserted" if change == "deleted" else "deleted"
        pieces = [p for p in self.pieces if p.change != unlike]
        marks = [p.change if p.change == change and (change == "deleted" or p.concealment is None) else None for p in pieces]
        for start, end in _stretches(marks, [not p.text.strip() for p in pieces]):
            inner = "".join(p.text for p in pieces[start:end])
            if not inner.strip():
                continue
            text = _word_before(pieces, start) + inner + _word_after(pieces, end)
            authors = {p.author for p in pieces[start:end]}
            yield place.block(text, origin=Origin.TRACKED_CHANGE, label=_label(change, authors), context=context)


def _label(change: str, authors: set[str]) -> str:
    names = ", ".join(sorted(a for a in authors if a))
    return f"{change} by {names}" if names else change


def _stretches(marks: Sequence[object], blank: list[bool]) -> Iterator[tuple[int, int]]:
    """Yield [start, end) of neighbours with the same mark; blank ones between two of a mark belong to both."""
    start: int | None = None
    end = 0
    for index, mark in enumerate(marks):
        if start is not None and (mark == marks[start] or blank[index]):
            end = index + 1 if mark == marks[start] else end
            continue
        if start is not None:
            yield start, end
        start, end = (index, index + 1) if mark else (None, 0)
    if start is not None:
        yield start, end


def _word_before(pieces: list[Piece], start: int) -> str:
    found = ""
    for index in range(start - 1, max(-1, start - _NEAR), -1):
        text = pieces[index].text
        if any(c.isspace() for c in text):
            return ("" if text[-1].isspace() else text.split()[-1]) + found
        found = text + found
    return found


def _word_after(pieces: list[Piece], end: int) -> str:
    found = ""
    for piece in pieces[end : end + _NEAR]:
        if any(c.isspace() for c in piece.text):
            return found + ("" if piece.text[0].isspace() else piece.text.split()[0])
        found += piece.text
    return found


def _size(pieces: list[Piece]) -> float | None:
    """The size of most of the characters, in points."""
    weight: dict[float, int] = {}
    for piece in pieces:
        if piece.size is not None:
            weight[piece.size] = weight.get(piece.size, 0) + len(piece.text)
    return max(weight, key=lambda size: weight[size]) if weight else None
