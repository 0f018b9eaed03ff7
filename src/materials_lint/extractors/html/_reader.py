"""From a page's bytes to a document: decode, refuse what is nested too deep, walk the tree."""

from __future__ import annotations

import re

from materials_lint.containers.charsets import Decoded, codec_named, decode, without_controls
from materials_lint.containers.paragraphs import within_limit
from materials_lint.extractors.html import _flat
from materials_lint.extractors.html._collect import Collector
from materials_lint.extractors.html._depth import depth
from materials_lint.extractors.html._walk import Walk
from materials_lint.model.document import Document, Gap, NotReadError, Page, Reason
from materials_lint.model.source import Extraction, Limits, Source

_META = re.compile(rb"<meta[^>]{0,500}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})|<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w:.-]{2,40})", re.IGNORECASE)


def read(source: Source, limits: Limits) -> Extraction:
    """Read a page. Raises NotReadError where there is nothing in it."""
    if not source.data.strip():
        raise NotReadError(Reason.EMPTY, "The web page is empty. Save it again.")
    decoded = _decoded(source.data)
    text, gaps = within_limit(without_controls(decoded.text.removeprefix("\ufeff")), limits, "The web page")
    if decoded.damaged:
        gaps += (Gap(Reason.GARBLED, f"{decoded.damaged} characters could not be decoded as {decoded.encoding}. Save the page as UTF-8 and check that copy."),)
    deepest = depth(text)
    if deepest > limits.max_xml_depth:
        return _flat.read(text, gaps, limits)
    collector = Collector()
    Walk(text, collector, limits).run()
    document = Document("html", (Page(None, tuple(collector.blocks)),), tuple(collector.metadata), (*gaps, *collector.gaps()))
    return Extraction(document, tuple(collector.embedded))


def _decoded(data: bytes) -> Decoded:
    """Decode as browsers do: the byte order mark, then the meta tag; where that is wrong, by what the bytes are."""
    match = _META.search(data[:8192])
    declared = (match[1] or match[2]).decode("ascii", "replace") if match else None
    if (codec_named(declared) or "").startswith("utf-16"):
        declared = "utf-8"  # a meta tag that can be read as ASCII can't stand in UTF-16
    return decode(data, declared)
