"""Bytes on their way into a reader, and how much of them it may take."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property

from materials_lint.model.document import Document, Part
from materials_lint.model.geometry import Box

MIB = 1024 * 1024


@dataclass(frozen=True)
class Source:
    """A file's bytes with its name; `members` is the chain of names from the outer file inwards."""

    data: bytes
    name: str
    members: tuple[str, ...] = ()

    @cached_property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()

    @property
    def head(self) -> bytes:
        """The first 4 KiB, enough to sniff most formats."""
        return self.data[:4096]


class Role(StrEnum):
    """What an embedded file is to the document around it; an alternative says the same in another form (a mail's HTML half)."""

    PICTURE = "picture"
    ATTACHMENT = "attachment"
    OBJECT = "object"
    MEMBER = "member"
    ALTERNATIVE = "alternative"


@dataclass(frozen=True, slots=True)
class Embedded:
    """A file inside another, to be read in its turn; `also_on` are the other pages that show it, in order, `part` the part it stands in."""

    name: str
    data: bytes
    role: Role
    page: int | None = None
    box: Box | None = None
    also_on: tuple[int, ...] = ()
    part: Part | None = None

    def shown_again(self, page: int | None, also_on: Iterable[int] = (), part: Part | None = None) -> Embedded:
        """Return this file as one that other pages show, too; what stands in the body somewhere is of the body."""
        every = sorted({number for number in (self.page, page, *self.also_on, *also_on) if number is not None})
        first = self.page if self.page is not None else next(iter(every), None)
        return replace(self, page=first, also_on=tuple(number for number in every if number != first), part=self.part if part is self.part else None)


@dataclass(frozen=True, slots=True)
class Extraction:
    """What a reader gives back: the document, and the files it found inside."""

    document: Document
    embedded: tuple[Embedded, ...] = ()


def limit(default: float, help_: str) -> int:
    """Declare one limit with the words that the settings and the messages use."""
    value: int = field(default=int(default), metadata={"help": help_})
    return value


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a reader may take before it stops and says so. Each has a setting of the same name under [limits]."""

    max_seconds: int = limit(60, "longest a file of up to 16 MiB may take to read and judge, in seconds; larger ones may take longer in proportion")
    max_memory_mib: int = limit(3584, "most memory a worker process may take, in MiB (held on Linux)")
    max_file_mib: int = limit(256, "largest file, in MiB")
    max_pages: int = limit(2000, "most pages read of one document")
    max_text_chars: int = limit(20_000_000, "most characters read of one document")
    max_members: int = limit(10_000, "most entries of one archive or package")
    max_member_mib: int = limit(64, "largest unpacked entry of an archive or package, in MiB")
    max_unpacked_mib: int = limit(512, "most MiB unpacked from one archive or package")
    max_ratio: int = limit(200, "highest compression ratio of an entry above 1 MiB (XML: 16 MiB)")
    max_depth: int = limit(4, "how deep files inside files are followed")
    max_xml_depth: int = limit(256, "deepest nesting of XML, HTML or RTF")
    max_annotations: int = limit(20_000, "most annotations read of one PDF page")
    max_page_content_mib: int = limit(64, "most MiB of drawing instructions of one PDF page, forms repeated")
    max_page_objects: int = limit(200_000, "most objects of one PDF page looked behind for hidden text")
    max_page_pictures: int = limit(5000, "most pictures looked at on one PDF page")
    max_page_side_pt: int = limit(14_400, "longest side of a PDF page that is drawn, in points")
    max_form_depth: int = limit(32, "deepest nesting of forms, the drawings inside drawings, of a PDF page")
    max_picture_mpx: int = limit(100, "largest picture, in megapixels")
    max_frames: int = limit(200, "most frames or pages read of one picture file")
