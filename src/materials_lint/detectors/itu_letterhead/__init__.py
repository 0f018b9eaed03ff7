"""A04: the words and layout of ITU letterhead. One cue is never enough: ministries and missions use the same form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from materials_lint.detectors.base import Detector, Tools
from materials_lint.language.addresses import Address, AddressKind, find_addresses
from materials_lint.language.normalise import normalise
from materials_lint.model.document import Document, Origin, Page, Part, TextBlock
from materials_lint.model.finding import Finding
from materials_lint.policy.facts import may_hold, pattern
from materials_lint.policy.ownership import Telephone, is_itu_host, telephone

_TOP_LINES = 18
_FOOT_LINES = 8
_HEADING_LENGTH = 90
_NAME_WITHIN = 6
_TOP_SHARE = 0.42
_EMBLEM_SHARE = 0.25
_EMBLEM = "A01"
_FOOT_SHARE = 0.85
_SHOWN_ORIGINS = frozenset({Origin.TEXT_LAYER, Origin.HEADER, Origin.FOOTER, Origin.OCR})
_SHOWN_PARTS = frozenset({Part.BODY, Part.HEADER, Part.FOOTER, Part.MASTER})


class Cue(StrEnum):
    """A kind of sign that a page is laid out as ITU's."""

    NAME = "the Union's name as heading"
    ORGAN = "the line of a Sector, Bureau or the Secretariat"
    REFERENCE = "ITU's reference number"
    FORM = "the heading of an ITU form"
    ADDRESS = "ITU's postal address"
    TELEPHONE = "an ITU telephone or fax number"
    INTERNET = "an itu.int address"


_OF_THE_UNION = frozenset({Cue.NAME, Cue.ORGAN, Cue.REFERENCE, Cue.FORM})


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the page's top or foot, in lower case, with its block and place there."""

    text: str
    block: TextBlock
    start: int
    end: int
    top: bool


def _detect(document: Document, tools: Tools) -> Iterator[Finding]:
    rule = tools.rules["A04"]
    for page in _front_pages(document):
        lines = list(_lines(page))
        emblem = _has_emblem_on_top(document, page)
        if not emblem and not any(may_hold("names", "letterhead", line.text) for line in lines):
            continue
        cues = _cues(lines)
        if not _is_letterhead(cues, emblem=emblem):
            continue
        first = min(cues.values(), key=lambda line: (not line.top, line.start))
        kinds = "; ".join([*(["the emblem at the top"] if emblem else []), *(kind.value for kind in Cue if kind in cues)])
        confidence = min(0.98 if emblem else 0.97, 0.55 + 0.15 * (len(cues) + 2 * emblem))
        yield rule.at("letterhead", first.block, span=(first.start, first.end), subject=f"letterhead:{page.number or 1}", confidence=confidence, cues=kinds)


def _has_emblem_on_top(document: Document, page: Page) -> bool:
    """Tell whether the Union's emblem was seen in the page's top quarter, or in a picture of the document's header."""
    emblems = [seen.box for seen in document.sightings if seen.rule == _EMBLEM and seen.page == page.number and seen.box is not None]
    if page.height and any((box.y0 + box.y1) / 2 <= _EMBLEM_SHARE * page.height for box in emblems):
        return True
    return any(inner.part_in_parent is Part.HEADER and any(seen.rule == _EMBLEM for seen in inner.sightings) for inner in document.children)


def _front_pages(document: Document) -> Sequence[Page]:
    """A letterhead stands on the first page; of slides and mail each page is looked at, up to the third."""
    return [page for page in document.pages if page.blocks][:3]


def _lines(page: Page) -> Iterator[_Line]:
    """Yield the lines of the page's top, then of its foot."""
    shown = [b for b in page.blocks if b.origin in _SHOWN_ORIGINS and b.part in _SHOWN_PARTS]
    heads = [line for b in shown if b.part is Part.HEADER or (b.part is Part.MASTER) for line in _split(b, top=True)]
    feet = [line for b in shown if b.part is Part.FOOTER for line in _split(b, top=False)]
    body = [b for b in shown if b.part is Part.BODY]
    yield from heads
    if page.height and all(b.box is not None for b in body):
        limit_top, limit_foot = page.height * _TOP_SHARE, page.height * _FOOT_SHARE
        for block in body:
            if block.box is not None and block.box.y0 <= limit_top:
                yield from _split(block, top=True)
            elif block.box is not None and block.box.y0 >= limit_foot:
                yield from _split(block, top=False)
    else:
        every = [line for b in body for line in _split(b, top=True)]
        yield from every[:_TOP_LINES]
        yield from (_Line(line.text, line.block, line.start, line.end, False) for line in every[_TOP_LINES:][-_FOOT_LINES:])
    yield from feet


def _split(block: TextBlock, *, top: bool) -> Iterator[_Line]:
    start = 0
    for raw in block.text.split("\n"):
        end = start + len(raw)
        text = normalise(raw).text.casefold().strip()
        if text:
            yield _Line(text, block, start, end, top)
        start = end + 1


def _cues(lines: Sequence[_Line]) -> dict[Cue, _Line]:
    """Return the first line of each kind of cue; what belongs to an addressee or stands under another's heading is none."""
    cues: dict[Cue, _Line] = {}
    issuer_foreign = False
    addressee = 0
    top_seen = 0
    body_begun = False
    for line in lines:
        if line.top:
            top_seen += 1
            if pattern("letters", "addressee").search(line.text) or pattern("letters", "honorific").search(line.text):
                addressee = 5
            if pattern("letters", "salutation").search(line.text):
                body_begun = True
            if Cue.NAME not in cues and top_seen <= _NAME_WITHIN and _names_another(line.text):
                issuer_foreign = True
        if issuer_foreign:
            break
        if (addressee and line.top) or (body_begun and line.top):
            addressee = max(0, addressee - 1)
            continue
        for kind in _kinds(line, top_seen):
            cues.setdefault(kind, line)
    return {} if issuer_foreign else cues


def _kinds(line: _Line, top_seen: int) -> Iterator[Cue]:
    short = len(line.text) <= _HEADING_LENGTH
    if line.top and short and top_seen <= _NAME_WITHIN and _is_name_heading(line.text):
        yield Cue.NAME
    if line.top and short and _is_whole(line.text, "organs"):
        yield Cue.ORGAN
    if line.top and short and pattern("names", "references").search(line.text):
        yield Cue.REFERENCE
    if line.top and short and pattern("names", "forms").search(line.text):
        yield Cue.FORM
    if pattern("places", "square").search(line.text) and pattern("places", "town").search(line.text):
        yield Cue.ADDRESS
    for address in find_addresses(line.text):
        if _is_itu_number(address):
            yield Cue.TELEPHONE
        elif address.kind in (AddressKind.EMAIL, AddressKind.URL) and is_itu_host(address.host):
            yield Cue.INTERNET


def _names_another(text: str) -> bool:
    """Tell whether a line of the heading says that somebody else writes."""
    if pattern("letters", "subject").search(text) or pattern("names", "union").search(text):
        return False
    return pattern("letters", "foreign").search(text) is not None


def _is_name_heading(text: str) -> bool:
    """The Union's name makes up the line, but for its abbreviation and marks around it."""
    dated = re.search(r"\d{4}\s*[-–—]|^\s*(?:since|depuis|desde|с|自)\s*\d{4}", text)  # a line of a curriculum vitae
    return _is_whole(text, "union") and not dated and not pattern("letters", "foreign").search(text)


def _is_whole(text: str, key: str) -> bool:
    match = pattern("names", key).search(text)
    if match is None:
        return False
    rest = pattern("names", "union").sub(" ", pattern("names", key).sub(" ", text))
    rest = pattern("names", "short").sub(" ", rest)
    left = re.sub(r"[\W\d_]+", "", rest)
    return len(left) <= (max(12, len(match.group()) // 2) if left.isascii() else len(match.group()) // 3)


def _is_itu_number(address: Address) -> bool:
    return address.kind is AddressKind.PHONE and telephone(address.value) is not Telephone.FOREIGN


def _is_letterhead(cues: dict[Cue, _Line], *, emblem: bool = False) -> bool:
    """At least two kinds, one of which says that the page is ITU's and not only sent to it; the emblem stands for one of them."""
    if emblem:
        return bool(_OF_THE_UNION & cues.keys()) or len({Cue.ADDRESS, Cue.TELEPHONE, Cue.INTERNET} & cues.keys()) >= 2
    if len(cues) < 2:
        return False
    own = {Cue.NAME, Cue.REFERENCE, Cue.FORM} & cues.keys()
    if not own:
        return {Cue.ORGAN, Cue.ADDRESS} <= cues.keys() and len(cues) >= 3
    if Cue.NAME in cues:
        return True
    return bool({Cue.ORGAN, Cue.ADDRESS, Cue.TELEPHONE, Cue.INTERNET} & cues.keys()) or len(own) == 2


DETECTOR = Detector(("A04",), _detect)
