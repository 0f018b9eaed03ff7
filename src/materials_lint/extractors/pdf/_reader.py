"""The PDF reader: opens, lets pass what is within the limits, reads page by page, then what is around the pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import Any

import pypdfium2 as pdfium

from materials_lint.extractors.pdf import _actualtext, _annotations, _attachments, _catalog, _fallback, _margins, _properties
from materials_lint.extractors.pdf._blocks import block, paragraphs
from materials_lint.extractors.pdf._gate import PIKEPDF_ERRORS, Gate, TooHeavyError, Weight, gap_for
from materials_lint.extractors.pdf._hidden import Clues
from materials_lint.extractors.pdf._open import Opened, open_pdf
from materials_lint.extractors.pdf._page import Content, from_words, read_page
from materials_lint.extractors.pdf._pictures import Pictures
from materials_lint.model.document import Document, Gap, MetadataField, NotReadError, Origin, Page, Part, Reason, TextBlock
from materials_lint.model.geometry import Unit
from materials_lint.model.source import MIB, Embedded, Extraction, Limits, Source

_ONE_CURE = "Open it in your PDF program, print it to a new PDF and check that copy."
_PARTS = (Part.HEADER, Part.BODY, Part.FOOTER)


@dataclass(slots=True)
class _Reading:
    """What has been read so far of one file."""

    opened: Opened
    limits: Limits
    gate: Gate
    pictures: Pictures
    layers_off: bool = False
    gaps: list[Gap] = field(default_factory=list)
    contents: list[Content] = field(default_factory=list)
    annotations: list[list[Any]] = field(default_factory=list)
    placed: set[tuple[int, int]] = field(default_factory=set)
    dictionaries: list[Any] = field(default_factory=list)

    def dictionary(self, index: int) -> Any:
        """The page's dictionary, None where pikepdf has none."""
        return self.dictionaries[index] if index < len(self.dictionaries) else None


def read(source: Source, limits: Limits, pages: tuple[int, int] | None = None) -> Extraction:
    """Read a PDF, or only its pages [first, end) counted from 0. Raises NotReadError where nothing at all can be told of it."""
    if not source.data.strip(b"\0 \r\n\t"):
        raise NotReadError(Reason.EMPTY, "The file is empty. Ask for it again.")
    opened = open_pdf(source.data)
    try:
        reading = _Reading(opened, limits, Gate(limits), Pictures(limits), gaps=list(opened.gaps), dictionaries=_dictionaries(opened, limits.max_pages))
        return _read(reading, *(pages or (0, limits.max_pages)))
    finally:
        opened.close()


def _read(reading: _Reading, begin: int, end: int) -> Extraction:
    count = _count(reading)
    root = _root(reading.opened)
    if root is not None:
        reading.layers_off = _catalog.layers_off(root)
    letters = 0
    for index in range(begin, min(count, end, reading.limits.max_pages)):
        content = _page(reading, index)
        reading.contents.append(content)
        letters += len(content.text)
        if letters > reading.limits.max_text_chars:
            reading.gaps.append(Gap(Reason.TOO_LARGE, f"Only the first {index + 1} of {count} pages were read: max_text_chars = {reading.limits.max_text_chars}."))
            break
    if count > reading.limits.max_pages and begin == 0:
        reading.gaps.append(Gap(Reason.TOO_LARGE, f"Only the first {reading.limits.max_pages} of {count} pages were read: max_pages = {reading.limits.max_pages}."))
    pages = list(_pages(reading))
    return _around(reading, root if begin == 0 else None, pages, count)


def _count(reading: _Reading) -> int:
    opened = reading.opened
    if opened.drawn is None and opened.structure is None:
        count = _fallback.page_count(opened.data)
        if not count:
            raise NotReadError(Reason.DAMAGED, f"The file is too damaged to be read as a PDF. {_ONE_CURE} If that fails, ask for the file again.")
        reading.gaps.append(Gap(Reason.DAMAGED, f"The file is badly damaged; only words could be read of it. {_ONE_CURE}"))
        return count
    if not opened.count:
        reading.gaps.append(Gap(Reason.EMPTY, "The file has no pages that can be found. Ask for it again."))
    return opened.count


def _root(opened: Opened) -> Any:
    try:
        return opened.structure.Root if opened.structure is not None else None
    except PIKEPDF_ERRORS:
        return None


def _page(reading: _Reading, index: int) -> Content:
    """Read one page within the limits, by the first library that can."""
    number = index + 1
    entry = reading.dictionary(index)
    gaps: list[Gap] = []
    found = _listed(reading, entry, number, gaps) if entry is not None else []
    weight = _weighed(reading, entry, number, gaps) if entry is not None else None
    reading.annotations.append(found)
    reading.placed.update(item.objgen for item in found if hasattr(item, "objgen") and item.is_indirect)
    if entry is not None and weight is None:
        return Content(number, gaps=gaps)
    gaps.extend(_damages(weight, number))
    content = _drawn(reading, index, weight, found)
    content.gaps[:0] = gaps
    return content


def _listed(reading: _Reading, entry: Any, number: int, gaps: list[Gap]) -> list[Any]:
    found, total = _annotations.listed(entry, reading.limits.max_annotations)
    if total > len(found):
        more = f"more than max_annotations = {reading.limits.max_annotations}; the rest were not read. Print it to a new PDF without them."
        gaps.append(Gap(Reason.TOO_LARGE, f"Page {number} has {total} annotations (links, comments, form fields), {more}", number))
    return found


def _weighed(reading: _Reading, entry: Any, number: int, gaps: list[Gap]) -> Weight | None:
    try:
        return reading.gate.weigh(entry)
    except TooHeavyError as error:
        gaps.append(gap_for(number, error))
        return None


def _dictionaries(opened: Opened, most: int) -> list[Any]:
    """Asked one by one, pikepdf counts through all pages for each."""
    try:
        return [page.obj for page in islice(opened.structure.pages, most)] if opened.structure is not None else []
    except PIKEPDF_ERRORS:
        return []


def _damages(weight: Weight | None, number: int) -> Iterator[Gap]:
    if weight is not None and weight.damaged:
        yield Gap(Reason.DAMAGED, f"Page {number} is damaged; parts of it may be missing. Compare what you see on the screen. {_ONE_CURE}", number)
    if weight is not None and weight.calls_itself:
        yield Gap(Reason.DAMAGED, f"Page {number} draws a part that draws itself again, which no program can show in full. {_ONE_CURE}", number)


def _drawn(reading: _Reading, index: int, weight: Weight | None, found: list[Any]) -> Content:
    """Try PDFium on the file, then on the repaired file, then pdfplumber."""
    number, opened = index + 1, reading.opened
    clues = Clues(reading.layers_off and (weight is None or weight.layers), weight is not None and weight.faint, _annotations.covers(found))
    content = _by_pdfium(reading, opened.drawn, index, weight, clues)
    if content is not None:
        return content
    content = _by_pdfium(reading, opened.repair(), index, weight, clues)
    if content is not None:
        content.gaps.append(Gap(Reason.DAMAGED, f"Page {number} was damaged and was repaired for reading. Compare what you see on the screen. {_ONE_CURE}", number))
        return content
    words = _fallback.page_words(opened.data, index)
    if words is None or not words[0]:
        return Content(number, gaps=[Gap(Reason.DAMAGED, f"Page {number} is damaged and could not be read. {_ONE_CURE}", number)])
    content = from_words(words[0], words[1], number, words[2], words[3])
    message = f"Page {number} is damaged: its words were read, but neither its pictures nor whether text is hidden. {_ONE_CURE}"
    content.gaps.append(Gap(Reason.DAMAGED, message, number))
    return content


def _by_pdfium(reading: _Reading, document: pdfium.PdfDocument | None, index: int, weight: Weight | None, clues: Clues) -> Content | None:
    if document is None or index >= len(document):
        return None
    glyphs = None
    if weight is not None and weight.actual_text:
        glyphs = _actualtext.without_replacements(reading.opened.structure, index, reading.limits.max_page_content_mib * MIB)
    try:
        page = document[index]
        content = read_page(page, index + 1, clues, reading.pictures, glyphs)
        page.close()
    except pdfium.PdfiumError:
        return None
    finally:
        if glyphs is not None:
            glyphs.document.close()
    return content


def _pages(reading: _Reading) -> Iterator[Page]:
    running = _margins.mark([(content.lines, content.height or 0.0) for content in reading.contents])
    for content, parts, found in zip(reading.contents, running, reading.annotations, strict=True):
        body = [made for part in _PARTS for made in _blocks(content, part, parts)]
        over, gaps = _annotations.read(found, content.number, content.frame, body)
        reading.gaps.extend(chain(content.gaps, gaps))
        yield Page(content.number, (*body, *content.hidden, *over), content.pictures, content.width, content.height)
    reading.gaps.extend(reading.pictures.gaps)


def _blocks(content: Content, part: Part, parts: dict[int, Part]) -> Iterator[TextBlock]:
    lines = [line for line in content.lines if parts.get(id(line), Part.BODY) is part]
    for paragraph in paragraphs(lines):
        made = block(paragraph, content.number, content.sizes.get(id(paragraph.lines[0])), part, None, content.text)
        if made.text.strip():
            yield made


def _around(reading: _Reading, root: Any, pages: list[Page], count: int) -> Extraction:
    """Add what belongs to no single page; blocks without a page go with the first one."""
    metadata: list[MetadataField] = []
    blocks: list[TextBlock] = []
    embedded: list[Embedded] = list(reading.pictures.embedded)
    if root is not None:
        metadata, blocks, files = _document_level(reading, root, pages)
        embedded += files
    first = pages[0] if pages else Page(None)
    if blocks:
        pages[:1] = [Page(first.number, (*first.blocks, *blocks), first.pictures, first.width, first.height)]
    document = Document("pdf", tuple(pages), tuple(metadata), tuple(dict.fromkeys(reading.gaps)), Unit.POINT, page_count=count)
    return Extraction(document, tuple(embedded))


def _document_level(reading: _Reading, root: Any, pages: list[Page]) -> tuple[list[MetadataField], list[TextBlock], list[Embedded]]:
    structure, limits = reading.opened.structure, reading.limits
    metadata = _properties.info(structure)
    packets, gaps = _properties.xmp(root, limits)
    titles, links = _catalog.bookmarks(root)
    xfa, xfa_gaps = _catalog.xfa(root)
    numbers = {entry.objgen: number for number, entry in enumerate(reading.dictionaries, 1)}
    texts = list(_catalog.alternative_texts(root, numbers))
    if any(b.origin is Origin.HIDDEN for b in texts):
        said = _squeezed(" ".join(b.text for page in pages for b in page.blocks))
        texts = [b for b in texts if b.origin is not Origin.HIDDEN or _squeezed(b.text) not in said]
    on_pages = ((item, index + 1) for index, found in enumerate(reading.annotations) for item in _annotations.attached(found))
    listed = ((item, None) for item in _attachments.specifications(root, limits.max_members))
    files, notes, file_gaps = _attachments.files(chain(listed, on_pages), limits)
    reading.gaps.extend(chain(gaps, xfa_gaps, file_gaps))
    blocks = [*_catalog.scripts_and_links(root), *links, *_catalog.form_fields(root, reading.placed), *xfa, *texts, *notes]
    return [*metadata, *packets, *titles, *_catalog.page_labels(root)], blocks, files


def _squeezed(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
