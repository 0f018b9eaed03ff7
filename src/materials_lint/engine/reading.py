"""From bytes to a document with the files inside it."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from materials_lint.engine.seeing import Eyes, Looked, with_looked
from materials_lint.extractors import formats
from materials_lint.extractors.base import Format
from materials_lint.model.document import Document, Gap, NotReadError, Reason
from materials_lint.model.geometry import Unit
from materials_lint.model.source import MIB, Embedded, Extraction, Limits, Role, Source

UNKNOWN = "unknown"
_NEVER_TEXT = frozenset(
    [
        "pdf",
        "docx",
        "docm",
        "dotx",
        "pptx",
        "pptm",
        "ppsx",
        "xlsx",
        "xlsm",
        "odt",
        "ods",
        "odp",
        "msg",
        "doc",
        "ppt",
        "xls",
        "zip",
        "png",
        "jpg",
        "jpeg",
        "gif",
        "tif",
        "tiff",
        "webp",
        "bmp",
        "avif",
        "heic",
        "heif",
        "ppm",
    ]
)
_MEMORY = "Reading it takes more memory than max_memory_mib under [limits] in materials-lint.toml allows. Save a smaller file, or raise the limit."


def load(path: Path, name: str, limits: Limits) -> Source:
    """Read a regular file's bytes. Raises NotReadError where it can't be, or is too large or empty."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise NotReadError(Reason.NOT_REGULAR, "This is not a regular file and was not opened. Name a document file.")
            data = file.read(limits.max_file_mib * MIB + 1)
    except OSError as error:
        raise NotReadError(Reason.NO_PERMISSION, f"It can't be opened ({error.strerror}). Check that you may read it.") from error
    return from_bytes(data, name, limits)


def from_bytes(data: bytes, name: str, limits: Limits) -> Source:
    """Wrap bytes. Raises NotReadError where there are too many or none."""
    if len(data) > limits.max_file_mib * MIB:
        raise NotReadError(Reason.TOO_LARGE, f"The file is larger than max_file_mib = {limits.max_file_mib} MiB. Raise the limit or send a smaller file.")
    if not data:
        raise NotReadError(Reason.EMPTY, "The file is empty (0 bytes). Save or copy it again.")
    return Source(data, name)


def not_read(error: NotReadError, member: str | None = None) -> Document:
    """Return the document of a file of which nothing could be read."""
    return Document(UNKNOWN, gaps=(replace(error.as_gap(), member=member),), member=member)


class Reader:
    """Reads one file and, under one budget, all the files inside it; with `eyes`, looks at their pages and pictures too."""

    def __init__(self, limits: Limits, eyes: Eyes | None = None) -> None:
        self._limits = limits
        self._eyes = eyes
        self._files_left = limits.max_members
        self._bytes_left = limits.max_unpacked_mib * MIB
        self._pictures_seen: set[str] = set()
        self._looking = True

    def read(self, source: Source) -> Document:
        """Read a source of any format. Never raises for what the source holds: that becomes gaps."""
        return self._guarded(source, lambda form: form.read(source, self._limits), None)

    def read_pages(self, source: Source, pages: tuple[int, int]) -> Document:
        """Read the pages [first, end), counted from 0, of a source whose format can be read in ranges."""
        return self._guarded(source, lambda form: form.read_pages(source, self._limits, pages) if form.read_pages else form.read(source, self._limits), pages)

    def _guarded(self, source: Source, read: Callable[[Format], Extraction], pages: tuple[int, int] | None) -> Document:
        member = "/".join(source.members) or None
        chosen: Format | None = None
        try:
            chosen = sniff(source)
            extraction = read(chosen)
        except NotReadError as error:
            document = not_read(error, member)
            return replace(document, format=chosen.name) if chosen else document
        except MemoryError:
            return not_read(NotReadError(Reason.MEMORY, _MEMORY), member)
        except Exception as error:  # noqa: BLE001 - a reader's own mistake must not end the run
            return not_read(NotReadError(Reason.CRASH, _crash(error)), member)
        looked = self._looked(chosen, source, pages)
        return _told_if_misnamed(self._with_children(extraction, source, member, looked), chosen, source)

    def _looked(self, form: Format, source: Source, pages: tuple[int, int] | None) -> Looked:
        return self._eyes.look(form, source, pages) if self._eyes is not None and self._looking else Looked()

    def _with_children(self, extraction: Extraction, source: Source, member: str | None, looked: Looked) -> Document:
        document = with_looked(extraction.document, looked)
        gaps = [replace(gap, member=gap.member or member) for gap in document.gaps]
        children = tuple(self._children(extraction.embedded, source, gaps, drawn=looked.whole))
        return replace(document, member=member, children=children, gaps=tuple(dict.fromkeys(gaps)))

    def _children(self, embedded: tuple[Embedded, ...], source: Source, gaps: list[Gap], *, drawn: bool) -> Iterator[Document]:
        """Read the files inside; pictures of a page that was `drawn` were looked at with it, and are not looked at again."""
        for part in _each_once(embedded):
            members = (*source.members, part.name)
            member = "/".join(members)
            refusal = self._refusal(part, members)
            if refusal is not None:
                gaps.append(replace(refusal, member=member))
                if refusal.reason is Reason.TOO_LARGE and self._files_left <= 0:
                    return
                continue
            child = Source(part.data, part.name, members)
            if part.role is Role.PICTURE:
                if child.sha256 in self._pictures_seen:
                    yield from self._seen_before(child, part)
                    continue
                self._pictures_seen.add(child.sha256)
            self._files_left -= 1
            self._bytes_left -= len(part.data)
            read = _inside(self._read_child(child, looking=not (drawn and part.role is Role.PICTURE)), part)
            if part.role is Role.ALTERNATIVE:
                read = replace(read, member="/".join(source.members) or None, alternative=True)
            yield read

    def _read_child(self, child: Source, *, looking: bool) -> Document:
        before, self._looking = self._looking, self._looking and looking
        try:
            return self.read(child)
        finally:
            self._looking = before

    def _seen_before(self, child: Source, part: Embedded) -> Iterator[Document]:
        """Tell the marks of a picture that was read elsewhere in the file, and nothing else of it again."""
        sightings = self._eyes.seen(child.sha256) if self._eyes is not None and self._looking else ()
        if sightings:
            yield _inside(Document("image", unit=Unit.PIXEL, member="/".join(child.members), sightings=sightings), part)

    def _refusal(self, part: Embedded, members: tuple[str, ...]) -> Gap | None:
        limits = self._limits
        if not part.data:
            return Gap(Reason.EMPTY, "The file inside is empty (0 bytes).") if part.role is not Role.PICTURE else None
        if len(members) > limits.max_depth:
            return Gap(Reason.TOO_LARGE, f"Files inside files are followed max_depth = {limits.max_depth} deep; this lies deeper. Unpack it and check it by itself.")
        if self._files_left <= 0:
            return Gap(Reason.TOO_LARGE, f"More than max_members = {limits.max_members} files inside; the rest was not read.")
        if len(part.data) > self._bytes_left:
            return Gap(Reason.TOO_LARGE, f"The files inside come to more than max_unpacked_mib = {limits.max_unpacked_mib} MiB; this was not read.")
        return None


def _inside(document: Document, part: Embedded) -> Document:
    return replace(document, page_in_parent=part.page, also_in_parent=part.also_on, part_in_parent=part.part)


def _each_once(embedded: tuple[Embedded, ...]) -> Iterator[Embedded]:
    """Yield each file, a picture that comes several times once with all its pages."""
    kept: dict[object, Embedded] = {}
    for number, part in enumerate(embedded):
        key = hashlib.sha256(part.data).digest() if part.role is Role.PICTURE else number
        kept[key] = kept[key].shown_again(part.page, part.also_on, part.part) if key in kept else part
    yield from kept.values()


def _told_if_misnamed(document: Document, chosen: Format, source: Source) -> Document:
    """A file that is named as a document or picture and holds mere text is damaged, or is not what it says."""
    ending = source.name.rpartition(".")[2].casefold()
    if chosen.name != "text" or ending not in _NEVER_TEXT:
        return document
    gap = Gap(
        Reason.DAMAGED,
        f"The name says .{ending}, but the file holds plain text only, which was read. It may be damaged: open it in its own program.",
        member=document.member,
    )
    return replace(document, gaps=(*document.gaps, gap))


def sniff(source: Source) -> Format:
    """Return the format that fits the content best. Raises NotReadError where none does."""
    scored = [(form.sniff(source), form) for form in formats()]
    score, best = max(scored, key=lambda pair: pair[0])
    if score <= 0:
        raise NotReadError(Reason.UNSUPPORTED, "This kind of file can't be read here. Send it as PDF, Word, PowerPoint, a picture, e-mail, web page or text.")
    return best


def _crash(error: Exception) -> str:
    return f"The reader failed on this file ({type(error).__name__}). Open it in its own program, save it again, and check that copy; please report the failure."
