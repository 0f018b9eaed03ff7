"""A08: ITU's telephones, postal address, offices and rooms as contact of the campaign."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from materials_lint.detectors._sightings import judge
from materials_lint.detectors.base import Detector, Tools
from materials_lint.language.addresses import AddressKind, find_addresses
from materials_lint.language.normalise import Normalised, normalise
from materials_lint.language.purpose import Judgement, Purpose
from materials_lint.model.document import Document, Origin, Part, TextBlock
from materials_lint.model.finding import Finding
from materials_lint.policy.facts import may_hold, pattern
from materials_lint.policy.ownership import Telephone, telephone

_ADDRESS_REACH = 120
_TOWN_REACH = 20
_ROOM_REACH = 45
_ROOM_SURE = 0.7
_ADDRESSEE_LINES = 5


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
    blocks = list(document.texts())
    for number, block in enumerate(blocks):
        for sight in _sights(blocks, number):
            judgement = judge(blocks, number, sight.start, sight.end)
            chosen = _case(sight, block, judgement, _text_up_to(blocks, number, sight))
            if chosen is not None:
                case, confidence = chosen
                words = " ".join(block.text[sight.start : sight.end].split())
                yield rule.at(case, block, span=(sight.start, sight.end), subject=sight.subject, confidence=confidence, words=words)


def _sights(blocks: Sequence[TextBlock], number: int) -> Iterator[_Sight]:
    block = blocks[number]
    if block.origin is Origin.METADATA and block.part is not Part.MAIL_HEADER and len(block.text) > 2000:
        return
    yield from _telephones(blocks, number)
    text = normalise(block.text)
    yield from _postal(text)
    yield from _rooms(text)


def _telephones(blocks: Sequence[TextBlock], number: int) -> Iterator[_Sight]:
    block = blocks[number]
    for address in find_addresses(block.text):
        if address.kind is not AddressKind.PHONE:
            continue
        owner = telephone(address.value)
        if owner is Telephone.FOREIGN:
            continue
        certainty = 0.95 if owner is not Telephone.RANGE else 0.8 if _union_named(blocks, number) else 0.4
        yield _Sight("telephone", address.value, address.start, address.end, certainty, owner is Telephone.ETHICS)


def _union_named(blocks: Sequence[TextBlock], number: int) -> bool:
    near = " ".join(b.text[-600:] for b in blocks[max(0, number - 2) : number + 2])
    low = normalise(near).text.casefold()
    return bool(pattern("names", "short").search(low) or pattern("names", "union").search(low) or "itu.int" in low)


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
    purpose = judgement.purpose
    if sight.thing == "room":
        return _room_case(sight, block, judgement)
    if sight.thing == "address" and _is_addressee(before):
        return None
    if sight.ethics or purpose is Purpose.ETHICS_OFFICE:
        return "mention", 0.6
    if block.part is Part.QUOTED or purpose in (Purpose.MOVED, Purpose.REFERENCE, Purpose.PERMISSION):
        return "mention", 0.6
    if purpose is Purpose.CHANNEL:
        return sight.thing, sight.certainty * max(0.75, judgement.confidence)
    return sight.thing, sight.certainty * 0.8


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


def _is_addressee(before: str) -> bool:
    """Tell whether the address ends the block of words to whom a letter goes."""
    lines = normalise(before).text.casefold().split("\n")[-_ADDRESSEE_LINES:]
    return any(pattern("letters", "addressee").search(line) for line in lines)


DETECTOR = Detector(("A08",), _detect)
