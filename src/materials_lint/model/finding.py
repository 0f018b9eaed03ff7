"""What was found, where, and why it matters."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from materials_lint.model.document import Origin, Part
from materials_lint.model.geometry import Box, Unit


class Severity(StrEnum):
    """How much a finding matters; confidence is told apart from it."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """0 for a note, 1 for a warning, 2 for an error."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Citation:
    """The place in the guidance that a finding rests on."""

    note: str
    section: str
    paragraph: str


@dataclass(frozen=True, slots=True)
class Location:
    """Where a finding stands. `member` names the attachment or archive member, outermost first.

    `also_on` are the other pages, in order, where the same was seen (a footer, say) and that are told here only once.
    """

    part: Part
    page: int | None = None
    box: Box | None = None
    unit: Unit | None = None
    member: str | None = None
    also_on: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was seen: the words with their surroundings, or the reference mark's name and a small picture of the place (a data URL, RFC 2397)."""

    text: str | None
    origin: Origin
    mark: str | None = None
    before: str = ""
    after: str = ""
    picture: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One place that does not sit well with the guidance.

    `case` is which of the rule's cases it is; `subject` is the thing found in one canonical form (an address in lower case,
    say), by which two sightings of the same thing are told from two things.
    """

    rule: str
    name: str
    case: str
    severity: Severity
    confidence: float
    message: str
    remedy: str
    guidance: Citation
    location: Location
    evidence: Evidence
    subject: str
    fingerprint: str = ""
