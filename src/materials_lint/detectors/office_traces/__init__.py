"""A09: properties which say that a file was made on ITU's computers, templates or printers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from materials_lint.detectors.base import Detector, Tools
from materials_lint.model.document import Document, MetadataField, Origin, Part, TextBlock
from materials_lint.model.finding import Finding
from materials_lint.policy.facts import facts, pattern, words

_BODY_FIELDS = frozenset(
    {"creator", "author", "lastmodifiedby", "manager", "producer", "publisher", "operator", "last author", "artist", "company", "by-line", "credit", "docauthor"}
)
_COMPANY_FIELDS = frozenset({"company", "manager", "organization", "publisher", "creator", "author", "producer", "owner", "authors"})
_MAIL_FIELDS = frozenset({"message-id", "dkim-signature", "x-originating-email", "x-sender", "arc-message-signature"})
_TITLE_FIELDS = frozenset({"title"})
_OPENING = 2000
# Footers of old ITU documents print the file's own path on the server.
_PRINTED_PATH = re.compile(r"(?:[A-Z]:|\\\\\w+)?\\?(?:ITU|UIT)-[TRD]\\[\w\\.-]+\.(?:DOC|DOCX|DOT)\b|\bITU5\d{7}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Trace:
    """One property with the case it falls under; a weak one needs company to be sure."""

    field: MetadataField
    case: str
    confidence: float
    start: int
    end: int


def _detect(document: Document, tools: Tools) -> Iterator[Finding]:
    rule = tools.rules["A09"]
    traces = [trace for item in document.metadata for trace in _traces(item, document)]
    traces.extend(_custom_names(document.metadata))
    strong = any(trace.confidence > 0.65 for trace in traces)
    for trace in traces:
        confidence = min(0.9, trace.confidence + 0.25) if strong and trace.confidence <= 0.65 else trace.confidence
        item = trace.field
        block = TextBlock(item.value, Origin.METADATA, Part.METADATA, label=item.name, context=item.group)
        subject = f"{item.name}={item.value}".casefold()[:200]
        yield rule.at(trace.case, block, span=_whole(trace, item), subject=subject, confidence=confidence, field=item.name, value=_short(item.value))
    for text in document.blocks():
        for match in _PRINTED_PATH.finditer(text.text):
            yield rule.at("path", text, span=match.span(), subject=match.group().casefold(), confidence=0.9, field="text", value=match.group())


def _whole(trace: _Trace, item: MetadataField) -> tuple[int, int] | None:
    return None if len(item.value) <= 200 else (trace.start, trace.end)


def _short(value: str) -> str:
    flat = " ".join(value.split())
    return flat if len(flat) <= 120 else flat[:117] + "..."


def _traces(item: MetadataField, document: Document) -> Iterator[_Trace]:
    name, value = item.name.casefold(), unquote(item.value).strip()
    if not value:
        return
    found = _strong(item, name, value) or _weak(item, name, value, document)
    if found is not None:
        yield found


def _strong(item: MetadataField, name: str, value: str) -> _Trace | None:
    if item.group == "mail":
        match = pattern("traces", "mail").search(value) if name in _MAIL_FIELDS else None
        return _Trace(item, "mail", 0.9, *_bounded(match, item)) if match else None
    for key, case in (("computers", "computer"), ("templates", "template"), ("paths", "path"), ("printers", "printer"), ("content_types", "template")):
        if match := pattern("traces", key).search(value):
            return _Trace(item, case, 0.95, *_bounded(match, item))
    if name in _TITLE_FIELDS and (match := pattern("traces", "titles").search(value)):
        return _Trace(item, "template", 0.85, *_bounded(match, item))
    if name in _COMPANY_FIELDS and (match := pattern("traces", "company_strong").search(value)):
        return _Trace(item, "company", 0.95, *_bounded(match, item))
    if name in _BODY_FIELDS and (match := pattern("traces", "bodies_strong").search(value)):
        return _Trace(item, "author", 0.9, *_bounded(match, item))
    return None


def _weak(item: MetadataField, name: str, value: str, document: Document) -> _Trace | None:
    weak = (name == "company" and pattern("traces", "company_weak").search(value)) or (name in _BODY_FIELDS and pattern("traces", "bodies_weak").search(value))
    if not weak or _another_itu(document):
        return None
    return _Trace(item, "weak", 0.6, 0, len(item.value))


def _another_itu(document: Document) -> bool:
    """Tell whether the file speaks of another body that is called ITU."""
    others = pattern("names", "others")
    values = (*(item.value for item in document.metadata), *(block.text[:_OPENING] for block in document.blocks()))
    return any(others.search(value.casefold()) for value in values)


def _custom_names(metadata: tuple[MetadataField, ...]) -> list[_Trace]:
    """Several of the property names that ITU's templates write make one trace."""
    known = words("traces", "property_names")
    named = [item for item in metadata if "custom" in item.group.casefold() and item.name.casefold() in known]
    if len({item.name.casefold() for item in named}) < facts("traces")["property_names_needed"]:
        return []
    every = MetadataField(named[0].group, "custom properties", ", ".join(sorted({item.name for item in named})))
    return [_Trace(every, "template", 0.85, 0, len(every.value))]


def _bounded(match: re.Match[str], item: MetadataField) -> tuple[int, int]:
    start = item.value.find(match.group())
    return (start, start + len(match.group())) if start >= 0 else (0, min(len(item.value), 200))


DETECTOR = Detector(("A09",), _detect)
