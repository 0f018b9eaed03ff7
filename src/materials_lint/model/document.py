"""A document as a reader found it: text with its origin and place, metadata, pictures, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from materials_lint.model.geometry import Box, Unit, around


class Origin(StrEnum):
    """Where a piece of text came from."""

    TEXT_LAYER = "text-layer"
    OCR = "ocr"
    ALT_TEXT = "alt-text"
    COMMENT = "comment"
    TRACKED_CHANGE = "tracked-change"
    HIDDEN = "hidden"
    HEADER = "header"
    FOOTER = "footer"
    NOTE = "note"
    FORM_FIELD = "form-field"
    ANNOTATION = "annotation"
    LINK_TARGET = "link-target"
    METADATA = "metadata"
    PICTURE = "picture"


class Part(StrEnum):
    """Which part of a document a piece of text stands in."""

    BODY = "body"
    HEADER = "header"
    FOOTER = "footer"
    NOTE = "note"
    COMMENT = "comment"
    QUOTED = "quoted"
    MAIL_HEADER = "mail-header"
    FORM = "form"
    ANNOTATION = "annotation"
    MASTER = "master"
    IMAGE = "image"
    METADATA = "metadata"


class Concealment(StrEnum):
    """How a piece of text is kept from a reader's eye."""

    SAME_COLOUR = "same-colour"
    INVISIBLE = "invisible"
    TINY = "tiny"
    OFF_PAGE = "off-page"
    COVERED = "covered"
    HIDDEN_LAYER = "hidden-layer"
    HIDDEN_FORMAT = "hidden-format"
    HIDDEN_SHEET = "hidden-sheet"
    REPLACED = "replaced"
    SOURCE_COMMENT = "source-comment"


@dataclass(frozen=True, slots=True)
class Span:
    """The box of the characters [start, end) of a block's text, usually one word."""

    start: int
    end: int
    box: Box


@dataclass(frozen=True, slots=True)
class TextBlock:
    """One paragraph, cell, header field, link target or property, with where it came from.

    `text` keeps the line breaks of the source. `label` names the thing (the anchor's words of a link, the name of a form
    field or mail header, the author of a comment, the key of a property); `context` is the paragraph it stands in where that
    is not `text` itself. `size` is the font size in points where known.
    """

    text: str
    origin: Origin = Origin.TEXT_LAYER
    part: Part = Part.BODY
    page: int | None = None
    box: Box | None = None
    spans: tuple[Span, ...] = ()
    label: str = ""
    context: str = ""
    concealment: Concealment | None = None
    confidence: float = 1.0
    size: float | None = None

    def box_of(self, start: int, end: int) -> Box | None:
        """Return the box of the characters [start, end), or the block's own box where single words have none."""
        return around(s.box for s in self.spans if s.start < end and s.end > start) or self.box


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture drawn on a page; its pixels stay in the reader's process."""

    name: str
    page: int | None = None
    box: Box | None = None
    width: int | None = None
    height: int | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Sighting:
    """A reference mark seen on a drawn page or in a picture.

    `mark` is its folder's name, `name` what people call it, `rule` whose mark it is; `box` is in the document's unit;
    `confidence` runs from 0 to 1; `angle` tells by how many degrees the mark is turned; `crop` is the place itself, as a small JPEG picture
    in a data URL (RFC 2397).
    """

    mark: str
    name: str
    rule: str
    confidence: float
    page: int | None = None
    box: Box | None = None
    angle: float = 0.0
    crop: str = ""


@dataclass(frozen=True, slots=True)
class MetadataField:
    """One property of the file, e.g. group "docProps/app.xml", name "Company"."""

    group: str
    name: str
    value: str


class Reason(StrEnum):
    """Why something was not read."""

    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    EMPTY = "empty"
    MISSING = "missing"
    TIMEOUT = "timeout"
    MEMORY = "memory"
    CRASH = "crash"
    TOO_LARGE = "too-large"
    UNSUPPORTED = "unsupported"
    NOT_REGULAR = "not-a-regular-file"
    NO_PERMISSION = "no-permission"
    NO_TEXT = "no-text"
    GARBLED = "garbled-text"
    NO_FILES = "no-files"
    NOT_EXAMINED = "not-examined"


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that was not read, said so that a person knows what to do next."""

    reason: Reason
    message: str
    page: int | None = None
    member: str | None = None


class NotReadError(Exception):
    """Raised by a reader that can tell nothing of a file; becomes a Gap."""

    def __init__(self, reason: Reason, message: str) -> None:
        super().__init__(message)
        self.reason = reason
        self.message = message

    def as_gap(self) -> Gap:
        return Gap(self.reason, self.message)


@dataclass(frozen=True, slots=True)
class Page:
    """One page, slide, sheet or picture. `number` counts from 1; None where the format does not know pages."""

    number: int | None
    blocks: tuple[TextBlock, ...] = ()
    pictures: tuple[Picture, ...] = ()
    width: float | None = None
    height: float | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """What was read of one file, or of one file inside another; an alternative says what its parent says in another form.

    Where it is inside another: `page_in_parent` is the first page that shows it, `also_in_parent` the others in order, and
    `part_in_parent` the part of the parent that it stands in, as far as these are known.
    """

    format: str
    pages: tuple[Page, ...] = ()
    metadata: tuple[MetadataField, ...] = ()
    gaps: tuple[Gap, ...] = ()
    unit: Unit | None = None
    member: str | None = None
    page_in_parent: int | None = None
    page_count: int | None = None
    children: tuple[Document, ...] = field(default=())
    alternative: bool = False
    sightings: tuple[Sighting, ...] = ()
    also_in_parent: tuple[int, ...] = ()
    part_in_parent: Part | None = None

    def blocks(self) -> Iterator[TextBlock]:
        """Yield the text of all pages in reading order."""
        for page in self.pages:
            yield from page.blocks

    def texts(self) -> Iterator[TextBlock]:
        """Yield the text of all pages, then each property as a block of origin metadata."""
        yield from self.blocks()
        for item in self.metadata:
            yield TextBlock(item.value, Origin.METADATA, Part.METADATA, label=item.name, context=item.group)

    def tree(self) -> Iterator[Document]:
        """Yield this document and all inside it, depth first."""
        yield self
        for child in self.children:
            yield from child.tree()
