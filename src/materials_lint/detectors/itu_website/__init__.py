"""A06: links to itu.int, told apart by what they are there for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from materials_lint.detectors._sightings import Sighting, is_technical, sightings
from materials_lint.detectors.base import Detector, Tools
from materials_lint.language.addresses import AddressKind
from materials_lint.language.judgement import Purpose
from materials_lint.model.document import Document, Origin, Part
from materials_lint.model.finding import Finding
from materials_lint.policy.ownership import is_inside_host, is_itu_host

# A page that sends its readers on by itself, as the web reader labels it.
_SENDS_ON = "meta refresh"


_SURE = 0.5
_BLOCKS = 60
_COMMON = frozenset({"pages", "documents", "statistics", "council", "elections", "candidates", "plenipotentiary", "publications", "general", "secretariat"})


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
    return _text_case(sighting)


def _text_case(sighting: Sighting) -> tuple[str, float]:
    """Judge a link in the running text by what it is there for."""
    judgement = sighting.judged()
    if judgement.purpose is Purpose.CHANNEL and judgement.confidence >= _SURE:
        return "channel", max(0.6, judgement.confidence)
    if is_inside_host(sighting.address.host):
        return "inside", 0.8
    if judgement.purpose is Purpose.UNCLEAR and _bears_a_name(sighting):
        return "channel", 0.65
    return "reference", max(0.6, judgement.confidence)


def _bears_a_name(sighting: Sighting) -> bool:
    """Tell whether a part of the link's path is a family name of the draft: "itu.int/nwosu" beside "Amara Nwosu"."""
    words = [word for word in re.split(r"[^a-z]+", sighting.address.local.casefold()) if len(word) > 4 and word not in _COMMON]
    if not words:
        return False
    text = "\n".join(block.text for block in sighting.blocks[:_BLOCKS])
    names = {name.casefold() for name in re.findall(r"\b[A-ZÀ-Þ][\w'’]+[ -]([A-ZÀ-Þ][\w'’]+)", text)}
    return any(word in names for word in words)


DETECTOR = Detector(("A06",), _detect)
