"""A letter written as EML, so that a mail inside an Outlook mail is read like any attached mail."""

from __future__ import annotations

import base64
import hashlib
import mimetypes

from materials_lint.extractors.email_._letter import Letter
from materials_lint.model.source import Role


def as_eml(letter: Letter) -> bytes:
    """Return the letter in UTF-8 as multipart/mixed, its files packed in base64."""
    boundary = f"=_{hashlib.sha256(repr(letter.headers).encode('utf-8', 'replace')).hexdigest()[:40]}"
    skipped = {"content-type", "content-transfer-encoding", "mime-version"}
    head = [f"{name}: {_one_line(value)}" for name, value in letter.headers if name.lower() not in skipped]
    head += ["MIME-Version: 1.0", f'Content-Type: multipart/mixed; boundary="{boundary}"', ""]
    parts = [_part("text/plain; charset=utf-8", "", text.encode("utf-8", "replace")) for text in letter.texts]
    for item in letter.embedded:
        kind = mimetypes.guess_type(item.name)[0] or "application/octet-stream"
        if item.role is Role.ALTERNATIVE:
            parts.append(_part(kind, "", item.data))
        else:
            disposition = "inline" if item.role is Role.PICTURE else "attachment"
            parts.append(_part(kind, f"Content-Disposition: {disposition}; filename*=utf-8''{_quoted(item.name)}", item.data))
    lines = ["\n".join(head).encode("utf-8", "replace")]
    lines += [f"--{boundary}\n".encode() + part for part in parts]
    return b"\n".join([*lines, f"--{boundary}--\n".encode()])


def _part(kind: str, disposition: str, data: bytes) -> bytes:
    head = [f"Content-Type: {kind}", "Content-Transfer-Encoding: base64", *([disposition] if disposition else []), "", ""]
    return "\n".join(head).encode("ascii", "replace") + base64.encodebytes(data)


def _one_line(value: str) -> str:
    return " ".join(value.split())


def _quoted(name: str) -> str:
    from urllib.parse import quote

    return quote(name, safe="")
