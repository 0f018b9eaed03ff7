"""D02: what a reader of the page does not see, but a recipient of the file can."""

from __future__ import annotations

from collections.abc import Iterator

from materials_lint.detectors.base import Detector, Tools
from materials_lint.language.addresses import find_addresses
from materials_lint.language.normalise import Change, normalise
from materials_lint.model.document import Concealment, Document, Origin, Part, TextBlock
from materials_lint.model.finding import Finding

_WORDS = {
    Concealment.SAME_COLOUR: "the colour of its background",
    Concealment.INVISIBLE: "drawn invisibly",
    Concealment.TINY: "too small to read",
    Concealment.OFF_PAGE: "outside the visible page",
    Concealment.COVERED: "behind a picture or a box",
    Concealment.HIDDEN_LAYER: "on a hidden layer",
    Concealment.HIDDEN_FORMAT: "formatted as hidden",
    Concealment.HIDDEN_SHEET: "on a hidden slide, sheet, row or column",
    Concealment.REPLACED: "not what a program copies or reads aloud",
    Concealment.SOURCE_COMMENT: "in a comment of the page's source",
}
_SHARED = {Origin.COMMENT: "comment", Origin.TRACKED_CHANGE: "tracked-change", Origin.ANNOTATION: "comment"}
_MOST_WORDS = 160
SPEAKER_NOTES = "speaker notes"


def _detect(document: Document, tools: Tools) -> Iterator[Finding]:
    rule = tools.rules["D02"]
    for block in document.blocks():
        if not block.text.strip():
            continue
        shown = _opening(block.text)
        if block.concealment is Concealment.SOURCE_COMMENT:
            yield rule.at("source-comment", block, span=shown, subject=_subject(block), confidence=0.6)
        elif block.concealment is not None:
            yield rule.at("hidden", block, span=shown, subject=_subject(block), confidence=0.9, how=_WORDS[block.concealment])
        elif block.origin in _SHARED:
            yield rule.at(_SHARED[block.origin], block, span=shown, subject=_subject(block), confidence=0.9, author=block.label or "unnamed")
        elif block.origin is Origin.NOTE and block.part is Part.NOTE and block.label == SPEAKER_NOTES:
            yield rule.at("notes-page", block, span=shown, subject=_subject(block), confidence=0.9)
        yield from _disguises(block, tools)


def _disguises(block: TextBlock, tools: Tools) -> Iterator[Finding]:
    """Addresses that are written so that a search would not find them, and characters that turn the reading direction."""
    rule = tools.rules["D02"]
    for address in find_addresses(block.text):
        if address.changes & {Change.ZERO_WIDTH, Change.HOMOGLYPH, Change.BIDI}:
            yield rule.at("disguised", block, span=(address.start, address.end), subject=address.value, confidence=0.85, address=address.value)
    if "\u202e" in block.text or "\u202d" in block.text:
        yield rule.at("direction", block, span=_opening(block.text), subject=_subject(block), confidence=0.8)


def _opening(text: str) -> tuple[int, int]:
    return 0, min(len(text), _MOST_WORDS)


def _subject(block: TextBlock) -> str:
    return " ".join(normalise(block.text[:400]).text.casefold().split())


DETECTOR = Detector(("D02",), _detect)
