"""Addresses as they stand in a document, each with what it is there for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from materials_lint.language.addresses import Address, AddressKind, find_addresses
from materials_lint.language.judgement import Judgement, Purpose
from materials_lint.model.document import Document, Origin, Part, TextBlock

_BEFORE = 300
_AFTER = 150
_LINKS_BACK = 12
SENDER_FIELDS = frozenset({"from", "sender", "reply-to", "return-path", "resent-from", "organization"})
RECIPIENT_FIELDS = frozenset({"to", "cc", "bcc", "resent-to"})


@dataclass(frozen=True, slots=True)
class Sighting:
    """One address in one block of a document: `blocks[number]`."""

    blocks: Sequence[TextBlock]
    number: int
    address: Address

    @property
    def block(self) -> TextBlock:
        return self.blocks[self.number]

    @property
    def span(self) -> tuple[int, int]:
        return self.address.start, self.address.end

    def judged(self) -> Judgement:
        """Judge what it is there for; this is the costly part, so ask for ITU's addresses only."""
        return judge(self.blocks, self.number, *self.span)


def sightings(document: Document, kinds: frozenset[AddressKind]) -> Iterator[Sighting]:
    """Yield every address of the kinds asked for, in reading order."""
    return (sighting for sighting in all_sightings(document) if sighting.address.kind in kinds)


_latest: list[tuple[Document, tuple[Sighting, ...]]] = []


def all_sightings(document: Document) -> tuple[Sighting, ...]:
    """Return every address of a document; several detectors ask for the same document one after another."""
    if not _latest or _latest[0][0] is not document:
        blocks = tuple(document.texts())
        found = tuple(Sighting(blocks, number, address) for number, block in enumerate(blocks) for address in find_addresses(block.text))
        _latest[:] = [(document, found)]
    return _latest[0][1]


def is_technical(block: TextBlock) -> bool:
    """Tell whether a block is a technical mail header: its numbers of messages and names of stations only look like addresses."""
    return block.origin is Origin.METADATA and block.context == "mail"


def judge(blocks: Sequence[TextBlock], number: int, start: int, end: int) -> Judgement:
    """Judge what the words [start, end) of a block are there for, from the block, its neighbours and what it belongs to."""
    block = blocks[number]
    if block.part is Part.FORM and block.origin is Origin.LINK_TARGET:
        return Judgement(Purpose.CHANNEL, block.label, 0.95)
    if block.origin is Origin.LINK_TARGET:
        return _judge_link(block, start, end, _text_before(blocks, number))
    if block.origin is Origin.METADATA or block.part is Part.MAIL_HEADER:
        return purpose_of(block.text, start, end)
    before = _neighbour(blocks, number - 1, block)[-_BEFORE:]
    after = _neighbour(blocks, number + 1, block)[:_AFTER]
    lead = f"{before}\n" if before else ""
    tail = f"\n{after}" if after else ""
    return purpose_of(lead + block.text + tail, len(lead) + start, len(lead) + end)


def purpose_of(text: str, start: int, end: int) -> Judgement:
    from materials_lint.language.purpose import purpose_of as judged  # its tables are loaded only where there is something to judge

    return judged(text, start, end)


def _neighbour(blocks: Sequence[TextBlock], number: int, block: TextBlock) -> str:
    if not 0 <= number < len(blocks):
        return ""
    other = blocks[number]
    same_story = (other.page, other.part, other.origin) == (block.page, block.part, block.origin)
    return other.text if same_story else ""


def _text_before(blocks: Sequence[TextBlock], number: int) -> str:
    """Return the words that stand on the page before a link, its own paragraph left out: a heading, a list's first line."""
    link = blocks[number]
    for other in reversed(blocks[max(0, number - _LINKS_BACK) : number]):
        if other.page != link.page or other.origin is Origin.METADATA:
            break
        if other.origin is not Origin.LINK_TARGET and link.label not in other.text and other.text != link.context:
            return other.text[-_BEFORE:]
    return ""


def _judge_link(block: TextBlock, start: int, end: int, before: str) -> Judgement:
    """A link is judged as if its address stood right behind the words it hangs on, in their paragraph, under what stands before."""
    context = block.context if block.label in block.context else f"{block.context}\n{block.label}".strip("\n")
    at = context.rfind(block.label) + len(block.label)
    lead = (before + "\n" if before else "") + context[:at] + " "
    return purpose_of(f"{lead}{block.text} {context[at:]}", len(lead) + start, len(lead) + end)
