"""A page nested too deep for the parser, read by its tags alone: all text and links, without telling what is hidden."""

from __future__ import annotations

import html
import re

from materials_lint.containers.paragraphs import paragraphs
from materials_lint.model.document import Document, Gap, Origin, Page, Reason, TextBlock
from materials_lint.model.source import Extraction, Limits

_BLOCK = frozenset(
    {"address", "article", "aside", "blockquote", "body", "br", "center", "dd", "div", "dl", "dt", "form", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li"}
    | {"main", "ol", "p", "pre", "section", "table", "td", "th", "title", "tr", "ul"},
)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})|<!")
_TARGET = re.compile(r"(?:href|src|action)\s*=\s*(?:\"([^\"<>]{1,2000})\"|'([^'<>]{1,2000})'|([^\s\"'<>]{1,2000}))", re.IGNORECASE)


def read(text: str, gaps: tuple[Gap, ...], limits: Limits) -> Extraction:
    """Return the page's bare text with a gap that names the limit."""
    bare, targets = _strip(text)
    blocks = [TextBlock(paragraph) for paragraph in paragraphs(html.unescape(bare))]
    blocks += [TextBlock(html.unescape(target), Origin.LINK_TARGET) for target in targets]
    told = (
        f"The page is nested deeper than max_xml_depth = {limits.max_xml_depth}, so only its bare text and links were read; "
        "what is hidden in it could not be told apart. "
        "Save it from a browser as PDF and check that."
    )
    return Extraction(Document("html", (Page(None, tuple(blocks)),), gaps=(*gaps, Gap(Reason.TOO_LARGE, told))))


def _strip(text: str) -> tuple[str, list[str]]:
    kept: list[str] = []
    targets: list[str] = []
    position = 0
    while match := _TAG.search(text, position):
        kept.append(text[position : match.start()])
        position = _tag_end(text, match)
        name = (match[2] or "").lower()
        if name in _BLOCK:
            kept.append("\n\n" if name != "br" else "\n")
        targets.extend(next(filter(None, found), "") for found in _TARGET.findall(text[match.end() : position][:10_000]))
        if name in {"script", "style"} and not match[1]:
            closing = text.lower().find(f"</{name}", position) if len(text) - position < 1_000_000 else text.find(f"</{name}", position)
            position = len(text) if closing < 0 else closing
    kept.append(text[position:])
    return "".join(kept), targets


def _tag_end(text: str, match: re.Match[str]) -> int:
    closing = text.find("-->" if text.startswith("<!--", match.start()) else ">", match.end())
    if closing < 0:
        return match.end()
    return closing + (3 if text.startswith("-->", closing) and text.startswith("<!--", match.start()) else 1)
