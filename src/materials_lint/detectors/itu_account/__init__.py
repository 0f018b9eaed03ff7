"""A07: ITU's own social media accounts as a channel of the campaign."""

from __future__ import annotations

from collections.abc import Iterator

from materials_lint.detectors._sightings import Sighting, sightings
from materials_lint.detectors.base import Detector, Tools
from materials_lint.language.addresses import Address, AddressKind
from materials_lint.language.purpose import Purpose
from materials_lint.model.document import Document, Part
from materials_lint.model.finding import Finding
from materials_lint.policy.ownership import itu_account, itu_handle


def _detect(document: Document, tools: Tools) -> Iterator[Finding]:
    rule = tools.rules["A07"]
    for sighting in sightings(document, frozenset({AddressKind.URL, AddressKind.HANDLE})):
        platform = _platform(sighting.address)
        if platform is not None:
            case, confidence = _case(sighting)
            account = sighting.address.value
            yield rule.at(case, sighting.block, span=sighting.span, subject=_subject(sighting.address), confidence=confidence, account=account, platform=platform)


def _platform(address: Address) -> str | None:
    if address.kind is AddressKind.URL:
        return itu_account(address.host, address.local)
    return itu_handle(address.local)


def _subject(address: Address) -> str:
    return address.value.casefold().rstrip("/")


def _case(sighting: Sighting) -> tuple[str, float]:
    if sighting.judgement.purpose is Purpose.CHANNEL and sighting.block.part is not Part.QUOTED:
        return "channel", max(0.6, sighting.judgement.confidence)
    return "mention", 0.7


DETECTOR = Detector(("A07",), _detect)
