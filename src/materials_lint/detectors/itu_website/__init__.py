"""A06: links to itu.int, told apart by what they are there for."""

from __future__ import annotations

from collections.abc import Iterator

from materials_lint.detectors._sightings import Sighting, is_technical, sightings
from materials_lint.detectors.base import Detector, Tools
from materials_lint.language.addresses import AddressKind
from materials_lint.language.purpose import Purpose
from materials_lint.model.document import Document, Origin, Part
from materials_lint.model.finding import Finding
from materials_lint.policy.ownership import is_inside_host, is_itu_host


# A page that sends its readers on by itself, as the web reader labels it.
_SENDS_ON = "meta refresh"


def _detect(document: Document, tools: Tools) -> Iterator[Finding]:
    rule = tools.rules["A06"]
    for sighting in sightings(document, frozenset({AddressKind.URL})):
        if is_itu_host(sighting.address.host) and not is_technical(sighting.block):
            case, confidence = _case(sighting)
            link = sighting.address.value
            yield rule.at(case, sighting.block, span=sighting.span, subject=link, confidence=confidence, link=link)


def _case(sighting: Sighting) -> tuple[str, float]:
    block = sighting.block
    if block.part is Part.QUOTED:
        return "reference", 0.7
    if block.origin is Origin.METADATA:
        return "reference", 0.6
    if block.origin is Origin.LINK_TARGET and (block.part is Part.FORM or block.label == _SENDS_ON):
        return ("form", 0.95) if block.part is Part.FORM else ("channel", 0.9)
    judgement = sighting.judged()
    if is_inside_host(sighting.address.host) and judgement.purpose is not Purpose.CHANNEL:
        return "inside", 0.8
    if judgement.purpose is Purpose.CHANNEL:
        return "channel", max(0.6, judgement.confidence)
    return "reference", max(0.6, judgement.confidence)


DETECTOR = Detector(("A06",), _detect)
