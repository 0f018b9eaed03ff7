"""Outlook's MSG: the item's properties become a letter; an item inside it is handed on as EML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from materials_lint.containers.charsets import codec_named, decode
from materials_lint.extractors.email_ import _headers
from materials_lint.extractors.email_._as_eml import as_eml
from materials_lint.extractors.email_._letter import Letter
from materials_lint.extractors.email_._lzfu import decompress
from materials_lint.extractors.email_._ole import Properties, Store, below
from materials_lint.model.document import Gap, NotReadError, Reason
from materials_lint.model.source import MIB, Embedded, Extraction, Limits, Role, Source

_ATTACHMENT, _RECIPIENT = "__attach_version1.0_", "__recip_version1.0_"
_INNER = "__substg1.0_3701000D"
_TRANSPORT, _BODY, _HTML, _RTF = 0x007D, 0x1000, 0x1013, 0x1009
_PEOPLE = (
    ("From", (0x0C1A, 0x5D01, 0x0C1F)),
    ("From", (0x0042, 0x5D02, 0x0065)),
    ("Last-Modified-By", (0x3FFA,)),
    ("Created-By", (0x3FF8,)),
    ("Received-By", (0x0040, 0x5D07, 0x0076)),
    ("Reply-To", (0x0050,)),
    ("Subject", (0x0037, 0x0E1D, 0x0070)),
    ("Message-ID", (0x1035,)),
    ("Message-Class", (0x001A,)),
)
_LISTS = {1: "To", 2: "Cc", 3: "Bcc"}
_BY_REFERENCE = frozenset({2, 3, 4, 7})
_AGAIN = "Open it in Outlook, save it again and check that copy."
_ENCRYPTED = "This mail is encrypted ({what}). Open it in Outlook with the key, save it without encryption and check that copy."


def read(source: Source, limits: Limits) -> Extraction:
    """Read one item. Raises NotReadError where the OLE file can't be opened or holds no item."""
    store = Store(source.data)
    letter = _Item(store, (), limits).letter()
    if store.damaged:
        letter.gaps.append(Gap(Reason.DAMAGED, f"{len(store.damaged)} parts of the Outlook mail are damaged and were not read. {_AGAIN}"))
    if not letter.headers and not letter.texts and not letter.embedded and not letter.gaps:
        raise NotReadError(Reason.EMPTY, "The Outlook file holds no sender, subject, text or attachment. Open it in Outlook and save it again.")
    return letter.extraction(limits)


class _Item:
    """One item: the whole file, or one attached to another."""

    def __init__(self, store: Store, prefix: tuple[str, ...], limits: Limits, codepage: str | None = None) -> None:
        self._store = store
        self._prefix = prefix
        self._limits = limits
        self._properties = Properties(store, prefix, 24 if prefix else 32, codepage)
        self._letter = Letter("msg")

    def letter(self) -> Letter:
        self._add_headers()
        self._add_bodies()
        for number, path in enumerate(below(self._store, self._prefix, _ATTACHMENT), start=1):
            self._attach(Properties(self._store, path, 8, self._properties.codepage), path, number)
        return self._letter

    def _add_headers(self) -> None:
        transport = self._properties.text(_TRANSPORT)
        found = list(_headers.fields(transport.encode("utf-8", "replace"))) if transport else []
        seen = " ".join(f"{name}: {value}" for name, value in found).casefold()
        for name, value in (*self._own_headers(), *self._recipients(), *self._other_strings()):
            address = re.search(r"<([^<>]+)>$", value)
            if f"{(address[1] if address else value).casefold()}" not in seen:
                found.append((name, value))
                seen += f" {name}: {value}".casefold()
        self._letter.headers = found

    def _own_headers(self) -> Iterator[tuple[str, str]]:
        for name, ids in _PEOPLE:
            first = self._properties.text(ids[0])
            address = self._properties.text(*ids[1:]) if len(ids) > 1 and name != "Subject" else ""
            if first or address:
                yield name, _person(first, address) if address else first
            elif name == "Subject" and (other := self._properties.text(*ids)):
                yield name, other

    def _recipients(self) -> Iterator[tuple[str, str]]:
        known = False
        for path in below(self._store, self._prefix, _RECIPIENT):
            person = Properties(self._store, path, 8, self._properties.codepage)
            value = _person(person.text(0x3001, 0x5FF6), person.text(0x39FE, 0x3003))
            if value:
                known = True
                yield _LISTS.get((person.number(0x0C15) or 1) & 0xF, "To"), value
        for name, id_ in () if known else (("To", 0x0E04), ("Cc", 0x0E03), ("Bcc", 0x0E02)):
            if shown := self._properties.text(id_):
                yield name, shown

    def _other_strings(self) -> Iterator[tuple[str, str]]:
        """Yield what contacts, appointments and tasks keep in properties of their own: telephones, addresses, places."""
        for id_, value in self._properties.strings():
            if value and (0x3A00 <= id_ <= 0x3AFF or id_ >= 0x8000):
                yield f"X-Outlook-{id_:04X}", value[:2000]

    def _add_bodies(self) -> None:
        properties = self._properties
        if body := properties.text(_BODY):
            self._letter.texts.append(body)
        number = properties.number(0x3FDE)
        if raw := properties.binary(_HTML):
            self._letter.add_html(_html(raw, f"cp{number}" if number else None))
        elif html := properties.text(_HTML):
            self._letter.add_html(html)
        elif packed := properties.binary(_RTF):
            rtf = decompress(packed, self._limits.max_member_mib * MIB)
            if rtf:
                self._letter.add_body("body", "rtf", rtf)
            elif not body:
                self._gap(Reason.DAMAGED, f"The formatted text of this mail is damaged and was not read. {_AGAIN}")

    def _attach(self, attachment: Properties, path: tuple[str, ...], number: int) -> None:
        name = re.sub(r"[\s/\\]+", " ", attachment.text(0x3707, 0x3704, 0x3001)).strip()[:200] or f"attachment-{number}"
        data = attachment.binary(0x3701)
        kind = attachment.text(0x370E).lower()
        if inner := self._inner_prefix(path):
            self._inner(inner, name)
        elif (attachment.number(0x3705) or 0) in _BY_REFERENCE:
            where = attachment.text(0x370D, 0x3707) or name
            self._letter.headers.append(("X-Attached-By-Reference", where))
            self._gap(Reason.MISSING, f"The attachment {name!r} is only a link to a file elsewhere and was not read. Check that file by itself.")
        elif name.lower().endswith(".rpmsg"):
            self._gap(Reason.ENCRYPTED, _ENCRYPTED.format(what="Rights Management"))
        elif "pkcs7" in kind or name.lower().endswith(".p7m"):
            self._smime(data)
        elif data:
            inline = kind.startswith("image/") and bool(attachment.text(0x3712))
            self._letter.embedded.append(Embedded(name, data, Role.PICTURE if inline else Role.ATTACHMENT))

    def _smime(self, data: bytes) -> None:
        """Hand on a signed mail that Outlook stores whole; an enveloped one can't be opened."""
        if data[:1] == b"\x30" or b":" not in data[:200]:
            self._gap(Reason.ENCRYPTED, _ENCRYPTED.format(what="S/MIME"))
        else:
            self._letter.embedded.append(Embedded("signed.eml", data, Role.MEMBER))

    def _inner_prefix(self, path: tuple[str, ...]) -> tuple[str, ...]:
        """Return where the item or object that an attachment holds is stored, empty for none."""
        deeper = (p for p in self._store.paths if len(p) > len(path) + 1 and p[: len(path)] == path)
        return next((p[: len(path) + 1] for p in deeper if p[len(path)].upper() == _INNER.upper()), ())

    def _inner(self, prefix: tuple[str, ...], name: str) -> None:
        if not any(p[: len(prefix)] == prefix and p[-1].startswith("__") for p in self._store.paths):
            self._gap(Reason.UNSUPPORTED, f"The object {name!r} pasted into this mail was not read. Save it as a file of its own and check that.")
            return
        if len(prefix) // 2 > self._limits.max_depth:
            told = f"Mails inside mails are followed max_depth = {self._limits.max_depth} deep; {name!r} lies deeper. Save it by itself and check it."
            self._gap(Reason.TOO_LARGE, told)
            return
        inner = _Item(self._store, prefix, self._limits, self._properties.codepage).letter()
        self._letter.gaps.extend(inner.gaps)
        self._letter.embedded.append(Embedded(f"{name.removesuffix('.msg')}.eml", as_eml(inner), Role.ATTACHMENT))

    def _gap(self, reason: Reason, message: str) -> None:
        self._letter.gaps.append(Gap(reason, message))


def _person(name: str, address: str) -> str:
    if not address or address == name:
        return name or address
    return f"{name} <{address}>" if name else address


def _html(raw: bytes, codepage: str | None) -> str:
    """Decode the HTML body: by its own meta tag where that names an encoding, else by the item's code page."""
    meta = re.search(rb"<meta[^>]{0,200}charset=[\"']?([\w-]{2,30})", raw[:4096], re.IGNORECASE)
    declared = meta[1].decode("ascii", "replace") if meta else None
    return decode(raw, declared if codec_named(declared) else codepage).text
