"""A mail as both readers understand it, and how it becomes a document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from materials_lint.containers.charsets import without_controls
from materials_lint.containers.paragraphs import within_limit
from materials_lint.containers.quoting import split_quoted
from materials_lint.model.document import Concealment, Document, Gap, MetadataField, Origin, Page, Part, Reason, TextBlock
from materials_lint.model.source import Embedded, Extraction, Limits, Role

_SHOWN = frozenset(
    {"from", "sender", "reply-to", "to", "cc", "bcc", "subject", "organization", "organisation", "return-path", "errors-to", "comments", "keywords", "mail-reply-to"}
    | {"resent-from", "resent-sender", "resent-to", "resent-cc", "resent-reply-to", "disposition-notification-to", "return-receipt-to", "delivered-to", "apparently-to"}
)
_STRUCTURE = frozenset({"content-type", "content-transfer-encoding", "mime-version", "content-disposition", "content-length", "lines", "content-id"})
_PGP = re.compile(r"-----BEGIN PGP MESSAGE-----")
_LOCKED = "Part of this mail is encrypted with PGP. Decrypt it in the mail program, save the plain text and check that."
_BOILERPLATE = re.compile(r"multi-?part|mime|mehrteilig", re.IGNORECASE)


@dataclass
class Letter:
    """One mail: its header fields in order, its plain texts, the files and bodies inside it, what was not read."""

    format: str
    headers: list[tuple[str, str]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    unshown: list[str] = field(default_factory=list)
    embedded: list[Embedded] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)

    def add_html(self, html: str) -> None:
        """Keep an HTML body for the reader of web pages, with a byte order mark so that it needn't guess the encoding again."""
        self.add_body("body", "html", html.encode("utf-8-sig", errors="replace"))

    def add_body(self, stem: str, ending: str, data: bytes) -> None:
        """Keep a body in another format under a name of its own."""
        taken = {part.name for part in self.embedded}
        number = 1
        while (name := f"{stem}.{ending}" if number == 1 else f"{stem}-{number}.{ending}") in taken:
            number += 1
        self.embedded.append(Embedded(name, data, Role.ALTERNATIVE))

    def extraction(self, limits: Limits) -> Extraction:
        """Return the document: header fields, then the text in paragraphs, quoted mail told apart."""
        blocks = tuple(self._blocks(limits))
        files = tuple(item for item in self.embedded if not self._is_locked(item))
        document = Document(self.format, (Page(None, blocks),), tuple(self._metadata()), tuple(dict.fromkeys(self.gaps)))
        return Extraction(document, files)

    def _is_locked(self, item: Embedded) -> bool:
        """Tell whether a file inside is PGP's packing; then the letter has a gap for it."""
        locked = item.name.lower().endswith((".pgp-encrypted", ".pgp", ".gpg")) or b"-----BEGIN PGP MESSAGE-----" in item.data[:200]
        if locked:
            self.gaps.append(Gap(Reason.ENCRYPTED, _LOCKED))
        return locked

    def _blocks(self, limits: Limits) -> Iterator[TextBlock]:
        for name, value in self.headers:
            if value and _is_shown(name):
                yield TextBlock(value, Origin.METADATA, Part.MAIL_HEADER, label=name)
        left = limits.max_text_chars
        for text in self.texts:
            kept, gaps = within_limit(without_controls(text), limits, "The mail's text")
            self.gaps.extend(gaps)
            kept = kept[:left]
            left -= len(kept)
            if _PGP.search(kept):
                self.gaps.append(Gap(Reason.ENCRYPTED, _LOCKED))
            for paragraph, quoted in split_quoted(kept):
                yield TextBlock(paragraph, part=Part.QUOTED if quoted else Part.BODY)
        for text in self.unshown:
            if text.strip() and not (_BOILERPLATE.search(text) and len(text) < 300):
                yield TextBlock(without_controls(text.strip())[:left], Origin.HIDDEN, concealment=Concealment.HIDDEN_FORMAT, label="outside the mail's parts")

    def _metadata(self) -> Iterator[MetadataField]:
        for name, value in self.headers:
            if value and not _is_shown(name) and name.lower() not in _STRUCTURE:
                yield MetadataField("mail", name, value)


def _is_shown(name: str) -> bool:
    low = name.lower()
    return low in _SHOWN or low.startswith("list-")
