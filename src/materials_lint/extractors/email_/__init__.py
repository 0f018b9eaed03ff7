"""E-mail: EML and MHTML (RFC 5322, MIME), mbox, and Outlook's MSG (MS-OXMSG)."""

from __future__ import annotations

import re

from materials_lint.containers.charsets import head_text
from materials_lint.extractors.base import Format
from materials_lint.model.source import Extraction, Limits, Source

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MSG_STREAM = "__substg1.0_".encode("utf-16-le")
_NAME = re.compile(r"([A-Za-z][A-Za-z0-9_-]{0,60})[ \t]*:")
_MULTIPART = re.compile(r"\s*content-type[ \t]*:[ \t]*multipart/", re.IGNORECASE)
_STRONG = frozenset(
    {"received", "return-path", "message-id", "mime-version", "content-type", "delivered-to", "dkim-signature", "x-mailer", "arc-seal", "content-transfer-encoding"},
)
_KNOWN = _STRONG | {"from", "to", "cc", "bcc", "subject", "date", "reply-to", "sender", "in-reply-to", "references", "user-agent", "organization"}


def is_msg(source: Source) -> bool:
    """Tell whether this is an OLE file with the property streams of an Outlook item."""
    return source.data.startswith(_OLE) and _MSG_STREAM in source.data


def _sniff(source: Source) -> float:
    if source.data.startswith(_OLE):
        return 0.85 if is_msg(source) else 0.0
    names = _field_names(head_text(source))
    known = names & _KNOWN
    if len(known) < 2:
        return 0.7 if known and (source.name.lower().endswith((".eml", ".mht", ".mhtml")) or _MULTIPART.match(head_text(source))) else 0.0
    strong = known & _STRONG
    return 0.95 if len(strong) > 1 or (strong and known & {"from", "to", "date", "subject"}) else 0.6


def _field_names(head: str) -> set[str]:
    """Return the names of the header fields that the text opens with, in lower case; none where it opens otherwise."""
    lines = head.lstrip("\ufeff\r\n \t").split("\n")
    if lines and lines[0].startswith(("From ", ">From ")):
        lines = lines[1:]
    names: set[str] = set()
    for line in lines:
        if not line.strip():
            break
        match = _NAME.match(line)
        if match:
            names.add(match[1].lower())
        elif not (names and line[0] in " \t"):
            break
    return names


def _read(source: Source, limits: Limits) -> Extraction:
    from materials_lint.extractors.email_ import _eml, _mbox, _msg

    if is_msg(source):
        return _msg.read(source, limits)
    if source.data.startswith(b"From ") and len(_mbox.starts(source.data)) > 1:
        return _mbox.read(source, limits)
    return _eml.read(source, limits)


FORMAT = Format("email", "e-mail (EML, MHTML, mbox, Outlook MSG)", _sniff, _read)
