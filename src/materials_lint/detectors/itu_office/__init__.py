"""A08: ITU's telephones, postal address, offices and rooms as contact of the campaign."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from materials_lint.detectors._sightings import Sighting, is_technical, judge, sightings
from materials_lint.detectors.base import Detector, Tools
from materials_lint.language.addresses import AddressKind
from materials_lint.language.judgement import Judgement, Purpose
from materials_lint.language.normalise import Normalised, normalise
from materials_lint.model.document import Document, Origin, Part, TextBlock
from materials_lint.model.finding import Finding
from materials_lint.policy.facts import may_hold, pattern
from materials_lint.policy.ownership import Telephone, digits, telephone

_ADDRESS_REACH = 120
_TOWN_REACH = 20
_NEAR = 120
_ROOM_REACH = 45
_ROOM_SURE = 0.7
_SURE = 0.65
_DOUBTFUL = 0.5
_ADDRESSEE_LINES = 5
_ADDRESS_LINE = 70


@dataclass(frozen=True, slots=True)
class _Sight:
    """A telephone, postal address or room at [start, end) of a block, with how sure it is that it is ITU's."""

    thing: str
    subject: str
    start: int
    end: int
    certainty: float
    ethics: bool = False


def _detect(document: Document, tools: Tools) -> Iterator[Finding]:
    rule = tools.rules["A08"]
    blocks = tuple(document.texts())
    telephones = _telephones(document, tools.configuration.candidate.telephones)
    for number, block in enumerate(blocks):
        for sight in (*telephones.get(number, ()), *_places(block)):
            judgement = judge(blocks, number, sight.start, sight.end)
            chosen = _case(sight, block, judgement, _text_up_to(blocks, number, sight))
            if chosen is not None:
                case, confidence = chosen
                words = " ".join(block.text[sight.start : sight.end].split())
                yield rule.at(case, block, span=(sight.start, sight.end), subject=sight.subject, confidence=confidence, words=words)


def _places(block: TextBlock) -> Iterator[_Sight]:
    if block.origin is Origin.METADATA and block.part is not Part.MAIL_HEADER and len(block.text) > 2000:
        return
    low = block.text.lower()
    if any(may_hold("places", key, low) for key in ("square", "buildings", "rooms", "network")) or not low.isascii():
        text = normalise(block.text)
        yield from _postal(text)
        yield from _rooms(text)


def _telephones(document: Document, own: Sequence[str]) -> dict[int, list[_Sight]]:
    """Return the telephones that are, or may be, ITU's, by the number of their block; `own` numbers of the campaign may not."""
    owned = {digits(number) for number in own}
    found: dict[int, list[_Sight]] = defaultdict(list)
    for sighting in sightings(document, frozenset({AddressKind.PHONE})):
        address, owner = sighting.address, telephone(sighting.address.value)
        if owner is Telephone.FOREIGN or is_technical(sighting.block):
            continue
        thing = "telephone" if owner is not Telephone.RANGE else "range"
        if thing == "range" and digits(address.value) in owned:
            continue
        certainty = 0.95 if thing == "telephone" else 0.3 if _another_named(sighting) else 0.75
        found[sighting.number].append(_Sight(thing, address.value, address.start, address.end, certainty, owner is Telephone.ETHICS))
    return found


def _another_named(sighting: Sighting) -> bool:
    """Tell whether another office of Geneva is named beside a number, or heads the page."""
    block = sighting.block
    near = block.text[max(0, sighting.address.start - _NEAR) : sighting.address.end + _NEAR]
    above = " ".join(b.text[-_NEAR:] for b in sighting.blocks[max(0, sighting.number - 2) : sighting.number])
    heading = sighting.blocks[0].text[:_NEAR]
    return any(pattern("telephones", "other_owners").search(normalise(text).text.casefold()) for text in (near, above, heading))


def _postal(text: Normalised) -> Iterator[_Sight]:
    """The square with the town's postal code near it is ITU's postal address; the square alone is a place like any other."""
    low = text.text.lower()
    if len(low) != len(text.text) or not may_hold("places", "square", low):
        return
    for square in pattern("places", "square").finditer(low):
        reach_from, reach_to = max(0, square.start() - _ADDRESS_REACH), square.end() + _ADDRESS_REACH
        towns = list(pattern("places", "town").finditer(low, reach_from, reach_to))
        if towns:
            nearest = min(towns, key=lambda t: abs(t.start() - square.start()))
            last = max(t.end() for t in towns if t.start() - nearest.end() < _TOWN_REACH)
            start, end = text.span(min(square.start(), nearest.start()), max(square.end(), last))
            yield _Sight("address", "place des nations", start, end, 0.9)


def _rooms(text: Normalised) -> Iterator[_Sight]:
    low = text.text.lower()
    if len(low) != len(text.text):
        return
    for key in ("buildings", "rooms", "network"):
        if not may_hold("places", key, low):
            continue
        for match in pattern("places", key).finditer(low):
            start, end = text.span(match.start(), match.end())
            yield _Sight("room", re.sub(r"\s+", " ", match.group()), start, end, 0.8)


def _case(sight: _Sight, block: TextBlock, judgement: Judgement, before: str) -> tuple[str, float] | None:
    """Return the case and its confidence, or None where the place or number is no contact."""
    if sight.thing == "room":
        return _room_case(sight, block, judgement)
    if sight.thing == "address" and _is_addressee(before, judgement):
        return None
    if sight.ethics or block.part is Part.QUOTED or _is_no_contact(judgement):
        return "mention", 0.6
    certainty = sight.certainty * (max(0.75, judgement.confidence) if judgement.purpose is Purpose.CHANNEL else 0.8)
    if sight.thing != "range":
        return sight.thing, certainty
    return ("range", certainty) if judgement.purpose is Purpose.CHANNEL and sight.certainty > _DOUBTFUL else ("mention", 0.5)


def _is_no_contact(judgement: Judgement) -> bool:
    if judgement.purpose is Purpose.REFERENCE:
        return judgement.confidence >= _SURE
    return judgement.purpose in (Purpose.MOVED, Purpose.PERMISSION, Purpose.ETHICS_OFFICE)


def _room_case(sight: _Sight, block: TextBlock, judgement: Judgement) -> tuple[str, float] | None:
    """A building is a contact where people are asked in, or where a numbered room is given; in a biography it is neither."""
    if judgement.purpose in (Purpose.MOVED, Purpose.PERMISSION, Purpose.ETHICS_OFFICE) or block.part is Part.QUOTED:
        return None
    near = block.text[max(0, sight.start - _ROOM_REACH) : sight.end + _ROOM_REACH]
    if pattern("places", "room_number").search(near):
        return "room", sight.certainty * 0.85
    sure = _ROOM_SURE if pattern("places", "own_office").search(near.casefold()) else _ROOM_SURE + 0.1
    if judgement.purpose is Purpose.CHANNEL and judgement.confidence >= sure:
        return "room", sight.certainty * judgement.confidence
    return None


def _text_up_to(blocks: Sequence[TextBlock], number: int, sight: _Sight) -> str:
    above = [b.text for b in blocks[max(0, number - _ADDRESSEE_LINES) : number] if b.part is blocks[number].part]
    return "\n".join([*above, blocks[number].text[: sight.start]])


def _is_addressee(before: str, judgement: Judgement) -> bool:
    """Tell whether the address ends the block of words to whom a letter goes: short lines, the first of which says so."""
    invited = judgement.purpose is Purpose.CHANNEL
    for line in reversed(normalise(before).text.casefold().split("\n")[-_ADDRESSEE_LINES:]):
        if pattern("letters", "addressee").search(line) or (not invited and pattern("letters", "honorific").search(line)):
            return True
        if len(line) > _ADDRESS_LINE or line.rstrip().endswith((".", "!", "?", "。", "！")):
            return False
    return False


DETECTOR = Detector(("A08",), _detect)
