"""What an address tells of its own purpose, and the marks of notes and quotations around it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from materials_lint.language.addresses import Address, AddressKind
from materials_lint.language.lazy import Pattern
from materials_lint.language.passage import Passage

Evidence = tuple[str, float, int, int]

_ETHICS_MAILBOX = Pattern(r"ethics|ethique|etica|helpline|ombuds", re.IGNORECASE)
_PERMISSION_MAILBOX = Pattern(r"branding|jur|legal|logo", re.IGNORECASE)
_REFERENCE_PATH = Pattern(
    r"/(?:rec|pub|publ|dms_pub\w*|md|handle|statistics|resolutions?|basic-?texts?|council|elections?|candidates?|facts?|ind|net/itu|en/council|wsis|history|"
    r"constitution|sg|study-?groups?|recommendations?|publications?|documents?|docs?|stat|itudoc|opb|plenipotentiary)(?:[/?#.-]|$)"
    r"|[TRD]-(?:REC|RES|STG|HDB|RPT|IND|OPN)|\.pdf$|[TRSD]\d\d-",
    re.IGNORECASE,
)
_CHANNEL_PATH = Pattern(
    r"/(?:vote|rsvp|donate|donation|pledge|endorse|manifesto|campaign|join|support)(?:[/?#.]|$)|vote-?for|donat|endorse|pledge|support-?(?:me|us|our)|sign-?up|subscribe"
    r"|(?:my|our)-?(?:vision|campaign|programme|program|page|manifesto|pledge)|join-?us|contact-?(?:me|us)|for-(?:sg|dsg|secretary|director)|elect-"
    r"|bolet[ií]n|newsletter|infolettre|lettre-|manifiest|manifest|programa-|apoy[oa]|soutien|soutenir|adhesion|campa[nñ]a|campagne|vybor|golos|podderzh|podpis|hamla|nashra|intikhab|toupiao|zhichi|jingxuan",
    re.IGNORECASE,
)
_NOTE_MARK = Pattern(r"(?:^|\n)[ \t]*(?:\[\d{1,3}\]|[¹²³⁴-⁹*†‡]|\(\d{1,2}\)|\d{1,2}[ \t]+)[^\n]{0,160}$")
_DOCUMENT_NUMBER = Pattern(
    r"\bITU-[TRD] [A-Z]\.\d|\b[A-Z]\.\d{2,4}\b|\b(?:C|CWG|RAG|TSAG|TDAG)\d{2}/\d+|\bISBN\b|\bISSN\b|\bdoi\b|\(\d{4}\)"
    r"|\bRes\. ?\d+|\bRec\. ?[A-Z]|\bpp?\. ?\d|n[.º°o]{1,2} ?\d+",
    re.IGNORECASE,
)


def own_evidence(passage: Passage) -> Iterator[Evidence]:
    """Yield (kind, weight, start, end) for what the address, a note mark or a document's number says."""
    target = passage.tokens[passage.target]
    if passage.address:
        for kind, weight in _of_address(passage.address):
            yield kind, weight, target.start, target.end
    before = passage.tokens[passage.target - 1] if passage.target else None
    web = passage.address is not None and passage.address.kind is AddressKind.URL
    if before and before.text in ("?!" if web else "?!:"):
        yield "channel", 0.7, before.start, before.end
    if not web:
        yield from _of_card(passage)
    if web or passage.address is None:
        yield from _of_surroundings(passage.text, target.start, target.end)


def _of_address(address: Address) -> Iterator[tuple[str, float]]:
    if address.kind is AddressKind.EMAIL:
        if _ETHICS_MAILBOX.search(address.local):
            yield "ethics", 4.5
        elif _PERMISSION_MAILBOX.fullmatch(address.local):
            yield "permission", 2.6
    elif address.kind is AddressKind.PHONE:
        yield "channel", 0.6
    elif address.kind is AddressKind.URL:
        if _CHANNEL_PATH.search(address.local):
            yield "channel", 1.0
        elif re.search(r"/ethics", address.local, re.IGNORECASE):
            yield "ethics", 1.6
        elif _REFERENCE_PATH.search(address.local):
            yield "reference", 0.7


def _of_surroundings(text: str, start: int, end: int) -> Iterator[Evidence]:
    line = text.rfind("\n", 0, start) + 1
    mark = _NOTE_MARK.search(text, max(0, line - 1), start)
    if mark:
        first = mark.start() + len(mark.group()) - len(mark.group().lstrip())
        yield "reference", 0.9, first, first + 1 + (text[first] in "[(") * 2
    line_end = text.find("\n", end)
    for low, high in ((max(line, start - 120), start), (end, min(end + 40, line_end if line_end >= 0 else len(text)))):
        number = _DOCUMENT_NUMBER.search(text, low, high)
        if number:
            yield "reference", 0.9, number.start(), number.end()
            return


def _of_card(passage: Passage) -> Iterator[Evidence]:
    """Yield a vote for a name or title over an address that has its line to itself: a signature or a visiting card."""
    tokens, target = passage.tokens, passage.tokens[passage.target]
    own = [t for t in tokens if t.line == target.line and t.is_word]
    above = [t for t in tokens if t.line == target.line - 1]
    words = [t for t in above if t.is_word]
    if not own and words and len(words) <= 10 and above[-1].text not in ".?!;,":
        yield "channel", 0.8, above[0].start, above[-1].end
