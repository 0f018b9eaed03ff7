"""The tree of a mail's parts, split one level at a time: depth is counted and no parser recurses into hostile nesting."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32

from materials_lint.extractors.email_._headers import decode_words, split_head


@dataclass(frozen=True, slots=True)
class MailPart:
    """One part: its parsed header, its raw body and its whole bytes."""

    header: Message
    body: bytes
    whole: bytes

    @property
    def kind(self) -> str:
        """The content type in lower case, without parameters."""
        return self.header.get_content_type()

    @property
    def is_attachment(self) -> bool:
        return _parameter(self.header, "content-disposition").startswith("attachment")

    @property
    def charset(self) -> str | None:
        value = self._param("charset")
        return value or None

    @property
    def content_id(self) -> str:
        return str(self.header.get("content-id", "")).strip(" <>\t")

    @property
    def location(self) -> str:
        return "".join(str(self.header.get("content-location", "")).split())

    def boundary(self) -> bytes | None:
        """Return the boundary between the parts inside, None where there is none."""
        value = self._param("boundary").rstrip()
        return value.encode("utf-8", "surrogateescape") if value else None

    def smime_type(self) -> str:
        return self._param("smime-type").lower()

    def is_flowed(self) -> bool:
        """Tell whether soft line breaks are marked by a space at the line's end (RFC 3676)."""
        return self._param("format").lower() == "flowed"

    def name(self, number: int) -> str:
        """Return the file name as declared, or one made from the part's number and type."""
        try:
            declared = self.header.get_filename() or ""
        except (LookupError, ValueError, TypeError, AttributeError):
            declared = ""
        name = decode_words(str(declared).encode("utf-8", "replace").decode("utf-8"))
        name = re.sub(r"[\s/\\]+", " ", name).strip(" .")[:200]
        return name or f"part-{number}{mimetypes.guess_extension(self.kind) or '.bin'}"

    def payload(self) -> bytes:
        """Return the body with its transfer encoding (base64, quoted-printable, uuencode) undone."""
        leaf = Message(policy=compat32)
        leaf["Content-Transfer-Encoding"] = str(self.header.get("content-transfer-encoding", "7bit")).strip().rstrip(";").strip()
        leaf.set_payload(self.body.decode("ascii", "surrogateescape"))
        try:
            data = leaf.get_payload(decode=True)
        except (ValueError, LookupError, TypeError):
            return self.body
        return data if isinstance(data, bytes) else self.body

    def _param(self, name: str) -> str:
        try:
            value = self.header.get_param(name, "")
        except (LookupError, ValueError, TypeError, AttributeError):
            return ""
        if isinstance(value, tuple):
            value = value[2]
        return str(value or "").strip().strip("\"'")


def parse_part(data: bytes, default: str = "text/plain") -> MailPart:
    """Parse one part's header; its body stays unparsed. Never raises."""
    head, body = split_head(data)
    if len(head) > 2_000_000:
        head = head[:2_000_000]
    header = BytesParser(policy=compat32).parsebytes(_content_fields(head) + b"\n\n", headersonly=True)
    header.set_default_type(default)
    return MailPart(header, body, data)


def split_parts(body: bytes, boundary: bytes) -> tuple[bytes, list[bytes], bytes]:
    """Return what stands before the first boundary, the parts, and what stands after the last one."""
    marker = re.compile(rb"(?:^|\r?\n|\r)--" + re.escape(boundary) + rb"(--)?[ \t]*(?=\r|\n|$)")
    marks = list(marker.finditer(body))
    if not marks:
        return body, [], b""
    closing = next((number for number, mark in enumerate(marks) if mark[1]), None)
    last = len(marks) - 1 if closing is None else closing
    parts: list[bytes] = []
    for number in range(last + (closing is None)):
        end = marks[number + 1].start() if number + 1 < len(marks) else len(body)
        start = _line_end(body, marks[number].end())
        parts.append(body[start : max(start, end)])
    after = b"" if closing is None else body[marks[closing].end() :]
    return body[: marks[0].start()], parts, after


def unflow(text: str) -> str:
    """Join the soft line breaks of format=flowed text, keeping quotation marks and the signature line."""
    return "\n".join(_unflowed(text.replace("\r\n", "\n").split("\n")))


def _unflowed(lines: list[str]) -> Iterator[str]:
    held = ""
    for line in lines:
        soft = line.endswith(" ") and line != "-- " and not line.startswith(">")
        held += line
        if not soft:
            yield held
            held = ""
    if held:
        yield held


def _line_end(body: bytes, position: int) -> int:
    if body.startswith(b"\r\n", position):
        return position + 2
    return min(position + 1, len(body))


def _parameter(header: Message, name: str) -> str:
    return str(header.get(name, "")).strip().lower()


def _content_fields(head: bytes) -> bytes:
    """Keep the fields that say what the part is, each cut to a sane length; the others are read elsewhere."""
    kept: list[bytes] = []
    keep = False
    for line in head.splitlines():
        if line[:1] not in (b" ", b"\t"):
            keep = line[:8].lower() == b"content-"
        if keep:
            kept.append(line[:5000].replace(b"\0", b""))
    return b"\n".join(kept[:200])
