"""D02: what a reader of the page does not see, but a recipient of the file can."""

from __future__ import annotations

from collections.abc import Iterator

from materials_lint.detectors._sightings import all_sightings
from materials_lint.detectors.base import Detector, Tools
from materials_lint.detectors.hidden_content import _concealed, _shared
from materials_lint.detectors.hidden_content._passages import opening, subject
from materials_lint.language.normalise import Change
from materials_lint.model.document import Document, Origin
from materials_lint.model.finding import Finding
from materials_lint.policy.rules import Rule

_HIDING = frozenset({Change.ZERO_WIDTH, Change.HOMOGLYPH, Change.BIDI})


def _detect(document: Document, tools: Tools) -> Iterator[Finding]:
    rule = tools.rules["D02"]
    # Where a link leads is never shown on a page, so it is no sign that somebody hid it.
    blocks = [block for block in document.blocks() if block.text.strip() and block.origin is not Origin.LINK_TARGET]
    yield from _concealed.findings(document.format, blocks, rule)
    yield from _shared.findings([block for block in blocks if block.concealment is None], rule)
    yield from _disguises(document, rule)
    for block in blocks:
        if "\u202e" in block.text or "\u202d" in block.text:
            yield rule.at("direction", block, span=opening(block.text), subject=subject(block), confidence=0.8)


def _disguises(document: Document, rule: Rule) -> Iterator[Finding]:
    """Addresses that are written so that a search would not find them."""
    for sighting in all_sightings(document):
        block, address = sighting.block, sighting.address
        if address.changes & _HIDING and block.origin not in (Origin.LINK_TARGET, Origin.METADATA):
            yield rule.at("disguised", block, span=sighting.span, subject=address.value, confidence=0.85, address=address.value)


DETECTOR = Detector(("D02",), _detect)
