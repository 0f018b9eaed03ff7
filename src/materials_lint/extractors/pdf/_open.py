"""Opening a PDF: as it is, trimmed, repaired in memory; what is done is told."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import Any

import pikepdf
import pypdfium2 as pdfium
from pypdfium2 import raw

from materials_lint.extractors.pdf._damage import was_rebuilt, whole_after_rebuilding
from materials_lint.extractors.pdf._gate import PIKEPDF_ERRORS
from materials_lint.model.document import Gap, NotReadError, Reason

LOCKED = "The file is locked with a password. Open it with the password, print it to a new PDF without one and check that copy."
_ONE_CURE = "Open it in your PDF program, print it to a new PDF and check that copy."


@dataclass(slots=True)
class Opened:
    """One file in two libraries. `structure` (pikepdf) and `drawn` (PDFium) are None where that library can't read it."""

    data: bytes
    structure: Any = None
    drawn: pdfium.PdfDocument | None = None
    repaired: pdfium.PdfDocument | None = None
    gaps: list[Gap] = field(default_factory=list)

    @property
    def count(self) -> int:
        if self.structure is not None:
            return len(self.structure.pages)
        return len(self.drawn) if self.drawn is not None else 0

    def repair(self) -> pdfium.PdfDocument | None:
        """Return the file as pikepdf writes it anew, opened by PDFium."""
        if self.repaired is None and self.structure is not None:
            out = io.BytesIO()
            try:
                self.structure.save(out, fix_metadata_version=False)
                self.repaired = pdfium.PdfDocument(out.getvalue())
            except (pdfium.PdfiumError, *PIKEPDF_ERRORS):
                return None
        return self.repaired

    def close(self) -> None:
        for document in (self.drawn, self.repaired, self.structure):
            if document is not None:
                document.close()


def open_pdf(data: bytes) -> Opened:
    """Open a PDF in both libraries. Raises NotReadError where it is locked with a password."""
    start = data.find(b"%PDF-")
    trimmed = data[start:] if start > 0 else None
    opened = Opened(data)
    locked = _open_structure(opened, trimmed)
    refused = _open_drawn(opened, trimmed)
    if opened.drawn is None and (locked or refused in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}):
        raise NotReadError(Reason.ENCRYPTED, LOCKED)
    if locked:
        message = "Parts of the file (attached files, links or properties) are locked with a password and were not examined. " + _ONE_CURE
        opened.gaps.append(Gap(Reason.ENCRYPTED, message))
    _compare(opened, locked=locked)
    return opened


def count_pages(data: bytes) -> int:
    """Return how many pages PDFium sees, 0 where it can't open the file."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError:
        return 0
    try:
        return len(document)
    finally:
        document.close()


def _open_structure(opened: Opened, trimmed: bytes | None) -> bool:
    """Open with pikepdf; tell whether a password is in the way."""
    for data in (opened.data, trimmed):
        if data is None:
            continue
        try:
            pdf = pikepdf.open(io.BytesIO(data))
            len(pdf.pages)
        except pikepdf.PasswordError:
            return True
        except PIKEPDF_ERRORS:
            continue
        opened.structure, opened.data = pdf, data
        return False
    return False


def _open_drawn(opened: Opened, trimmed: bytes | None) -> int:
    """Open with PDFium; return its error code."""
    code = 0
    for data in (opened.data, trimmed):
        if data is None:
            continue
        try:
            opened.drawn = pdfium.PdfDocument(data)
        except pdfium.PdfiumError as error:
            code = error.err_code or 0
        else:
            return 0
    return code


def _compare(opened: Opened, *, locked: bool) -> None:
    structure = opened.structure
    if structure is None and opened.drawn is not None and not locked:
        message = "The file is damaged: its text was read as far as possible, but not its links, comments, form fields, properties and attached files. " + _ONE_CURE
        opened.gaps.append(Gap(Reason.DAMAGED, message))
    if structure is None:
        return
    if was_rebuilt(structure) and not whole_after_rebuilding(structure, opened.data):
        opened.gaps.append(
            Gap(Reason.DAMAGED, "The file was damaged and was repaired for reading; parts may be missing. Compare what you see on the screen. " + _ONE_CURE)
        )
    told = _told_count(structure)
    if told is not None and told != opened.count:
        message = f"The file says that it has {told} pages, but {opened.count} were found; some may be missing. Compare what you see on the screen. {_ONE_CURE}"
        opened.gaps.append(Gap(Reason.DAMAGED, message))
    if opened.drawn is None or len(opened.drawn) != opened.count:
        opened.drawn = opened.repair()


def _told_count(structure: Any) -> int | None:
    try:
        return int(structure.Root.Pages.Count)
    except (TypeError, ArithmeticError, *PIKEPDF_ERRORS):
        return None
