"""Mailboxes: several mails in one file, each begun by a "From " line (RFC 4155)."""

from __future__ import annotations

import re

from materials_lint.model.document import Document, Gap, Page, Reason
from materials_lint.model.source import Embedded, Extraction, Limits, Role, Source

_START = re.compile(rb"(?:\A|\r?\n\r?\n)From \S{1,300}[^\r\n]{0,200}\r?\n(?=[!-9;-~]{1,80}[ \t]*:)")


def starts(data: bytes) -> list[int]:
    """Return where each mail's "From " line begins."""
    return [match.start() + len(match[0]) - len(match[0].lstrip(b"\r\n")) for match in _START.finditer(data)]


def read(source: Source, limits: Limits) -> Extraction:
    """Hand each mail on to be read by itself."""
    begins = starts(source.data)
    gaps: tuple[Gap, ...] = ()
    if len(begins) > limits.max_members:
        gaps = (Gap(Reason.TOO_LARGE, f"The mailbox holds {len(begins)} mails; only the first max_members = {limits.max_members} were read."),)
    ends = [*begins[1:], len(source.data)]
    pieces = [source.data[begin:end].partition(b"\n")[2] for begin, end in zip(begins, ends, strict=True)][: limits.max_members]
    mails = tuple(Embedded(f"mail-{number}.eml", piece, Role.MEMBER) for number, piece in enumerate(pieces, start=1))
    return Extraction(Document("mbox", (Page(None),), gaps=gaps), mails)
