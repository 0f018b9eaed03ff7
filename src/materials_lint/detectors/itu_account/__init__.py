"""A07: ITU's own social media accounts as a channel of the campaign."""

from __future__ import annotations

import re
from collections.abc import Iterator

from materials_lint.detectors._sightings import Sighting, sightings
from materials_lint.detectors.base import Detector, Tools
from materials_lint.language.addresses import Address, AddressKind
from materials_lint.language.judgement import Purpose
from materials_lint.model.document import Document, Origin, Part
from materials_lint.model.finding import Finding
from materials_lint.policy.ownership import itu_account, itu_handle, may_be_itu_account

# A single post or album that is pointed to, as permanent links to them look.
_SINGLE_POST = re.compile(r"/(?:status|posts|p|videos|albums|sets)/", re.IGNORECASE)


_SURE = 0.7
_FAIRLY_SURE = 0.55


def _detect(document: Document, tools: Tools) -> Iterator[Finding]:
    rule = tools.rules["A07"]
    for sighting in sightings(document, frozenset({AddressKind.URL, AddressKind.HANDLE})):
        platform = _platform(sighting.address)
        if platform is None and may_be_itu_account(sighting.address.host, sighting.address.local) and not _is_own(sighting.address, tools):
            account = sighting.address.value
            yield rule.at("perhaps", sighting.block, span=sighting.span, subject=_subject(sighting.address), confidence=0.5, account=account)
        if platform is not None:
            case, confidence = _case(sighting)
            account = sighting.address.value
            yield rule.at(case, sighting.block, span=sighting.span, subject=_subject(sighting.address), confidence=confidence, account=account, platform=platform)


def _platform(address: Address) -> str | None:
    if address.kind is AddressKind.URL:
        return itu_account(address.host, address.local)
    return itu_handle(address.local)


def _is_own(address: Address, tools: Tools) -> bool:
    """Tell whether the configuration names an account as the campaign's own."""
    return any(address.value.casefold().rstrip("/").endswith(own.casefold().split("//")[-1].rstrip("/")) for own in tools.configuration.candidate.accounts if own)


def _subject(address: Address) -> str:
    return address.value.casefold().rstrip("/")


def _case(sighting: Sighting) -> tuple[str, float]:
    """An account's address in campaign material is a channel unless its words say that it is a source; a bare @name is a mention."""
    if sighting.block.part is Part.QUOTED or sighting.block.origin is Origin.METADATA:
        return "mention", 0.7
    judgement = sighting.judged()
    purpose, confidence = judgement.purpose, judgement.confidence
    is_account = sighting.address.kind is AddressKind.URL and not _SINGLE_POST.search(sighting.address.local)
    if purpose is Purpose.CHANNEL and confidence >= (0.0 if is_account else _SURE):
        return "channel", max(0.6, confidence)
    if is_account and (purpose is Purpose.UNCLEAR or (purpose is Purpose.REFERENCE and confidence < _FAIRLY_SURE)):
        return "channel", 0.6
    return "mention", 0.7


DETECTOR = Detector(("A07",), _detect)
