"""Plain text and Markdown in any encoding; the fallback for whatever no other format knows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from materials_lint.containers.charsets import decode, head_text, looks_binary, without_controls
from materials_lint.containers.paragraphs import paragraphs, within_limit
from materials_lint.extractors.base import Format
from materials_lint.model.document import Document, Gap, NotReadError, Origin, Page, Reason, TextBlock
from materials_lint.model.source import Extraction, Limits, Source

# [label](target), ![label](target); lengths are bounded so that no line makes the search slow.
_LINK = re.compile(
    r"(!?)\[([^\[\]\n]{0,300})\]\(\s{0,4}<?([^\s()<>]{1,2000}(?:\([^\s()<>]{0,200}\)[^\s()<>]{0,500})?)>?(?:\s{1,4}[\"'(][^\n\"')]{0,300}[\"')])?\s{0,4}\)",
)
_NAMED = re.compile(r"(!?)\[([^\[\]\n]{1,300})\]\[([^\[\]\n]{0,100})\]")
_DEFINITION = re.compile(r"^ {0,3}\[([^\[\]\n]{1,100})\]:\s{1,4}<?(\S{1,2000}?)>?(?:\s|$)", re.MULTILINE)
_AUTOLINK = re.compile(r"<((?:[a-zA-Z][a-zA-Z0-9+.-]{1,20}:[^\s<>]{1,2000})|(?:[^\s<>@]{1,100}@[^\s<>@]{1,200}))>")
_BINARY = "This is neither text nor a file type that is read here. Send it as PDF, Word, PowerPoint, a picture, e-mail, web page or text."


def _sniff(source: Source) -> float:
    if not source.data.strip():
        return 0.01
    return 0.2 if "\0" not in head_text(source) else 0.05


def _read(source: Source, limits: Limits) -> Extraction:
    if not source.data.strip():
        raise NotReadError(Reason.EMPTY, "The file holds nothing but blanks. Save or copy it again.")
    decoded = decode(source.data)
    if looks_binary(decoded):
        raise NotReadError(Reason.UNSUPPORTED, _BINARY)
    text, gaps = within_limit(without_controls(decoded.text.removeprefix("\ufeff")), limits)
    if decoded.damaged:
        gaps += (Gap(Reason.GARBLED, f"{decoded.damaged} characters could not be decoded as {decoded.encoding}. Save the file as UTF-8 and check that copy."),)
    targets = {match[1].casefold(): match[2] for match in _DEFINITION.finditer(text)}
    blocks = tuple(block for paragraph in paragraphs(text) for block in (TextBlock(paragraph), *_links(paragraph, targets)))
    return Extraction(Document("text", (Page(None, blocks),), gaps=gaps))


def _links(paragraph: str, targets: dict[str, str]) -> Iterator[TextBlock]:
    """Yield the targets of Markdown links: the words of a link stand in the paragraph, its target behind them."""
    for match in _LINK.finditer(paragraph):
        yield _target(match[3], "image source" if match[1] else match[2], paragraph)
    for match in _NAMED.finditer(paragraph) if targets else ():
        target = targets.get((match[3] or match[2]).casefold())
        if target:
            yield _target(target, "image source" if match[1] else match[2], paragraph)
    for match in _AUTOLINK.finditer(paragraph):
        yield _target(match[1], match[1], paragraph)


def _target(target: str, label: str, paragraph: str) -> TextBlock:
    return TextBlock(target, Origin.LINK_TARGET, label=label, context=paragraph)


FORMAT = Format("text", "plain text and Markdown", _sniff, _read, harmless=True)
