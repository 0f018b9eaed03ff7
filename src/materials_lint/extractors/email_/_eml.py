"""RFC 5322 mail with MIME parts, and web archives (MHTML), which are built the same way."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from materials_lint.containers.charsets import Decoded, decode
from materials_lint.extractors.email_ import _headers, _tnef
from materials_lint.extractors.email_._letter import Letter
from materials_lint.extractors.email_._mime import MailPart, parse_part, split_parts, unflow
from materials_lint.model.document import Gap, Reason
from materials_lint.model.source import Embedded, Extraction, Limits, Role, Source

_LEVELS = 4
_ENCRYPTED = "This mail is encrypted ({what}). Open it in the mail program that has the key, save it without encryption and check that copy."
_SIGNED = (
    "This mail's text lies inside a digital signature (S/MIME) and was not read. Open it in the mail program, copy the text and the attachments out and check those."
)
_ELSEWHERE = "Part of this mail lies elsewhere (an outside body, or a mail sent in pieces). Open it in the mail program, save it whole and check that."
_BROKEN = "A text of this mail is damaged (its base64 or other packing can't be undone). Ask for the mail again, or look at it in the mail program."
_SIGNATURES = frozenset({"application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature", "application/pgp-keys"})
_TEXTS = frozenset({"text/plain", "text/calendar", "message/delivery-status", "message/disposition-notification", "message/feedback-report", "text/rfc822-headers"})
_RICH = {"text/rtf": "rtf", "application/rtf": "rtf"}


def read(source: Source, limits: Limits) -> Extraction:
    """Read one mail. Nothing in it makes this raise."""
    return read_bytes(_single_byte(source), limits).extraction(limits)


def read_bytes(data: bytes, limits: Limits) -> Letter:
    """Parse one mail's bytes."""
    data = data.lstrip(b"\r\n \t") if data[:1].isspace() else data
    if data.startswith((b"From ", b">From ")):
        data = data.partition(b"\n")[2]
    head, body = _headers.split_head(data)
    letter = Letter("eml", list(_headers.fields(head)))
    if _headers.overlong(head):
        letter.gaps.append(Gap(Reason.TOO_LARGE, "The mail's header is longer than any mail program writes; only its first part was read. Look at the header by hand."))
    if not letter.headers and not body.strip():
        letter.gaps.append(Gap(Reason.EMPTY, "The mail holds neither a header nor a text."))
    _Walk(letter, limits).run(parse_part(data))
    return letter


def _single_byte(source: Source) -> bytes:
    """Return the bytes as UTF-8 where the whole mail was saved as UTF-16."""
    data = source.data
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:64]:
        return decode(data).text.encode("utf-8", "replace")
    return data.removeprefix(b"\xef\xbb\xbf")


class _Walk:
    """Goes through the parts in order with a list of what is still to do."""

    def __init__(self, letter: Letter, limits: Limits) -> None:
        self._letter = letter
        self._limits = limits
        self._count = 0
        self._related: list[tuple[str, str]] = []
        self._pages: list[str] = []

    def run(self, top: MailPart) -> None:
        waiting = [(top, 0)]
        while waiting:
            part, depth = waiting.pop()
            self._count += 1
            if self._count > self._limits.max_members:
                self._gap(Reason.TOO_LARGE, f"The mail has more than max_members = {self._limits.max_members} parts; the rest was not read.")
                break
            inner = list(self._inside(part, depth))
            waiting.extend((child, depth + 1) for child in reversed(inner))
        for page in self._pages:
            self._letter.add_html(self._with_inner_pictures(page))

    def _inside(self, part: MailPart, depth: int) -> Iterator[MailPart]:
        """Take a part in, and yield the parts inside it."""
        if not part.kind.startswith("multipart/"):
            self._leaf(part)
            return
        if part.kind == "multipart/encrypted":
            self._gap(Reason.ENCRYPTED, _ENCRYPTED.format(what="PGP"))
            return
        most = _LEVELS * self._limits.max_depth
        if depth >= most:
            told = f"The mail's parts are nested more than {most} deep, which max_depth = {self._limits.max_depth} (times {_LEVELS}) stops."
            self._gap(Reason.TOO_LARGE, f"{told} Save the text and the attachments by themselves.")
            return
        boundary = part.boundary()
        before, parts, after = split_parts(part.body, boundary) if boundary else (part.body, [], b"")
        if not parts:
            self._gap(Reason.DAMAGED, "The mail's parts can't be told apart (the line between them is missing); its raw text was read instead. Save the mail again.")
            self._letter.texts.append(decode(part.body).text)
            return
        self._letter.unshown.extend(decode(text).text for text in (before, after) if text.strip())
        default = "message/rfc822" if part.kind == "multipart/digest" else "text/plain"
        for data in parts:
            yield parse_part(data, default)

    def _leaf(self, part: MailPart) -> None:
        kind = part.kind
        if kind in _SIGNATURES or not part.body.strip():
            return
        if part.location or part.content_id:
            self._related.append((part.location, part.content_id))
        if kind in {"application/pkcs7-mime", "application/x-pkcs7-mime"}:
            self._smime(part)
        elif kind == "message/rfc822":
            self._embed(Embedded(self._message_name(part), self._message_bytes(part), Role.ATTACHMENT))
        elif kind in {"message/external-body", "message/partial"}:
            self._gap(Reason.MISSING, _ELSEWHERE)
        elif kind in {"application/ms-tnef", "application/vnd.ms-tnef"}:
            _tnef.read(part.payload(), self._letter, self._limits)
        elif part.is_attachment or not self._body(part):
            self._attach(part)

    def _body(self, part: MailPart) -> bool:
        """Take a part in as a text of the mail; False where it is a file of its own."""
        named = bool(part.header.get_filename(""))
        if part.kind in _TEXTS and not (named and part.kind == "text/plain" and self._letter.texts):
            text = self._decoded(part).text
            self._letter.texts.append(unflow(text) if part.is_flowed() else text)
            return True
        if part.kind in {"text/html", "application/xhtml+xml"}:
            self._pages.append(self._decoded(part).text)
            return True
        if part.kind in _RICH and not named:
            self._letter.add_body("body", _RICH[part.kind], part.payload())
            return True
        return False

    def _attach(self, part: MailPart) -> None:
        data = part.payload()
        if not data.strip():
            self._gap(Reason.DAMAGED, f"The attachment {part.name(self._count)!r} is empty or damaged. Ask for it again.")
            return
        role = Role.PICTURE if part.kind.startswith("image/") and not part.is_attachment else Role.ATTACHMENT
        self._embed(Embedded(part.name(self._count), data, role))

    def _embed(self, part: Embedded) -> None:
        self._letter.embedded.append(part)

    def _decoded(self, part: MailPart) -> Decoded:
        data = part.payload()
        if not data.strip() and part.body.strip():
            self._gap(Reason.DAMAGED, _BROKEN)
        found = decode(data, part.charset)
        if found.damaged:
            self._gap(Reason.GARBLED, f"{found.damaged} characters of the mail's text could not be decoded as {found.encoding}. Look at the mail itself.")
        return found

    def _smime(self, part: MailPart) -> None:
        if part.smime_type() == "signed-data" or part.name(0).lower().endswith(".p7s"):
            self._gap(Reason.UNSUPPORTED, _SIGNED)
        else:
            self._gap(Reason.ENCRYPTED, _ENCRYPTED.format(what="S/MIME"))

    def _message_bytes(self, part: MailPart) -> bytes:
        return part.payload() if "base64" in str(part.header.get("content-transfer-encoding", "")).lower() else part.body

    def _message_name(self, part: MailPart) -> str:
        name = part.name(self._count)
        if name.startswith("part-"):
            subject = {key.lower(): value for key, value in _headers.fields(_headers.split_head(part.body.lstrip())[0])}.get("subject", "")
            name = f"{subject[:80].replace('/', ' ').strip() or name.partition('.')[0]}.eml"
        return name

    def _with_inner_pictures(self, page: str) -> str:
        """Point pictures of a saved web page at the parts of this file, so that they don't count as missing."""
        for location, _ in self._related:
            if location and location in page:
                page = page.replace(f'src="{location}"', f'src="cid:{quote(location)}"').replace(f"src='{location}'", f"src='cid:{quote(location)}'")
        return page

    def _gap(self, reason: Reason, message: str) -> None:
        self._letter.gaps.append(Gap(reason, message))
