"""What a group of RTF inherits from the group around it."""

from __future__ import annotations

from dataclasses import dataclass, field

from materials_lint.containers.colours import Colour, alike
from materials_lint.extractors.rtf._story import Story
from materials_lint.model.document import Concealment, Origin, Part

_TINY_HALF_POINTS = 3


@dataclass(slots=True)
class Gather:
    """A destination that is gathered as a string: its name, its pieces, and for a picture its kind."""

    name: str
    parts: list[str] = field(default_factory=list)
    kind: str = ""

    @property
    def text(self) -> str:
        return "".join(self.parts)


@dataclass(slots=True)
class State:
    """One level of the group stack; copied when a group opens. `closes` names what ends with this very level."""

    story: Story
    origin: Origin = Origin.TEXT_LAYER
    part: Part = Part.BODY
    gather: Gather | None = None
    skipped: bool = False
    in_info: bool = False
    table: str = ""
    closes: str = ""
    starred: bool = False
    hidden: bool = False
    deleted: bool = False
    inserted: bool = False
    reviser: int = 0
    colour: int = 0
    paper: int = 0
    paragraph_paper: int = 0
    paper_unknown: bool = False
    half_points: int = 24
    font: int = -1
    skip: int = 1

    def plain(self) -> None:
        r"""Reset the character formatting (\plain)."""
        self.hidden = self.deleted = self.inserted = False
        self.colour = self.paper = 0
        self.half_points = 24
        self.font = -1

    def concealment(self, colours: list[Colour | None], *, paper_unknown: bool = False) -> Concealment | None:
        """Why text in this state is not seen, or None."""
        if self.hidden:
            return Concealment.HIDDEN_FORMAT
        if self.half_points <= _TINY_HALF_POINTS:
            return Concealment.TINY
        ink = _pick(colours, self.colour)
        paper = _pick(colours, self.paper) or _pick(colours, self.paragraph_paper)
        if paper is None and not (paper_unknown or self.paper_unknown):
            paper = (255, 255, 255)
        if ink is not None and paper is not None and alike(ink, paper):
            return Concealment.SAME_COLOUR
        return None


def _pick(colours: list[Colour | None], number: int) -> Colour | None:
    return colours[number] if 0 < number < len(colours) else None
