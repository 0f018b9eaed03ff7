"""A05: addresses at itu.int where a private one belongs."""

from __future__ import annotations

from collections.abc import Iterator

from materials_lint.detectors._sightings import RECIPIENT_FIELDS, SENDER_FIELDS, Sighting, is_technical, sightings
from materials_lint.detectors.base import Detector, Tools
from materials_lint.language.addresses import AddressKind
from materials_lint.language.judgement import Purpose
from materials_lint.model.document import Document, Origin, Part, TextBlock
from materials_lint.model.finding import Finding
from materials_lint.policy.ownership import Mailbox, is_itu_host, mailbox

_BY_PURPOSE = {
    Purpose.CHANNEL: "contact",
    Purpose.UNCLEAR: "contact",
    Purpose.MOVED: "moved",
    Purpose.ETHICS_OFFICE: "ethics-office",
    Purpose.PERMISSION: "permission",
    Purpose.REFERENCE: "reference",
}


_SURE = 0.65


def _detect(document: Document, tools: Tools) -> Iterator[Finding]:
    rule = tools.rules["A05"]
    for sighting in sightings(document, frozenset({AddressKind.EMAIL})):
        if is_itu_host(sighting.address.host) and not is_technical(sighting.block):
            case, confidence = _case(sighting)
            address = sighting.address.value
            yield rule.at(case, sighting.block, span=sighting.span, subject=address, confidence=confidence, address=address, field=sighting.block.label)


def _case(sighting: Sighting) -> tuple[str, float]:
    """Return which case of the rule it is and how sure that is."""
    block = sighting.block
    kind = mailbox(sighting.address.local)
    if kind is Mailbox.ETHICS:
        return "ethics-office", 0.9
    if block.part is Part.QUOTED:
        return "quoted", 0.8
    if block.part is Part.MAIL_HEADER:
        return _header_case(block.label.casefold(), kind)
    if block.origin is Origin.METADATA:
        return "author", 0.9
    return ("permission", 0.8) if kind is Mailbox.PERMISSION else _text_case(sighting)


def _text_case(sighting: Sighting) -> tuple[str, float]:
    """Judge an address in the running text, or behind a link, by what it is there for."""
    block, judgement = sighting.block, sighting.judged()
    purpose = judgement.purpose
    if purpose is Purpose.REFERENCE and (judgement.confidence < _SURE or _writes_on_click(block)):
        return "contact", 0.7
    if purpose is Purpose.UNCLEAR and not sighting.address.local:
        return "reference", 0.6  # only the domain is named
    case = _BY_PURPOSE.get(purpose, "contact")
    return case, 0.75 if purpose is Purpose.UNCLEAR else max(0.6, judgement.confidence)


def _writes_on_click(block: TextBlock) -> bool:
    return block.origin is Origin.LINK_TARGET and block.text.casefold().startswith("mailto:")


def _header_case(field: str, kind: Mailbox) -> tuple[str, float]:
    if field in SENDER_FIELDS:
        return "sender", 0.98
    if field in RECIPIENT_FIELDS:
        return ("permission", 0.7) if kind is Mailbox.PERMISSION else ("recipient", 0.8)
    return "contact", 0.7


DETECTOR = Detector(("A05",), _detect)
