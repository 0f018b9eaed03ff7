"""Web pages: what a reader sees, what lies behind it (links, forms, properties), and what is hidden."""

from __future__ import annotations

import re

from materials_lint.containers.charsets import head_text
from materials_lint.extractors.base import Format
from materials_lint.model.source import Extraction, Limits, Source

_LEADING = re.compile(r"(?:\s+|<!--.*?-->|<\?.*?\?>|\ufeff|\u00ef\u00bb\u00bf)*", re.DOTALL)
_OPENING = re.compile(r"<!doctype\s+html|<html[\s>]", re.IGNORECASE)
_FRAGMENT = re.compile(
    r"<(?:head|body|div|p|table|span|a|ul|ol|h[1-6]|form|style|script|meta|title|center|font|br|section|article|main|img|b|i|strong|em)\b[^<>]*/?>",
    re.IGNORECASE,
)
_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]{0,12}(?:\s[^<>]{0,2000})?/?>")


def _sniff(source: Source) -> float:
    head = head_text(source)
    if "<" not in head:
        return 0.0
    leading = _LEADING.match(head)
    start = leading.end() if leading else 0
    if _OPENING.match(head, start):
        return 0.9
    if _FRAGMENT.match(head, start):
        return 0.6
    if _OPENING.search(head, start):
        return 0.5
    # A text that merely speaks of a tag or two stays a text; one that is full of known tags is a piece of a page.
    return 0.3 if len(_TAG.findall(head)) >= 6 and len(_FRAGMENT.findall(head)) >= 3 else 0.0


def _read(source: Source, limits: Limits) -> Extraction:
    from materials_lint.extractors.html import _reader

    return _reader.read(source, limits)


FORMAT = Format("html", "web page (HTML)", _sniff, _read)
