"""Small PDF files for the tests, built in memory."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import pikepdf
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

from materials_lint.extractors.pdf import FORMAT
from materials_lint.model.document import Concealment, Document, Gap, Origin, Reason, TextBlock
from materials_lint.model.source import Extraction, Limits, Source

A4 = (595.0, 842.0)
Draw = Callable[[Any], None]


def drawn(*pages: Draw, size: tuple[float, float] = A4, **info: str) -> bytes:
    """A PDF whose pages are drawn by the functions given."""
    out = io.BytesIO()
    sheet = canvas.Canvas(out, pagesize=size, pageCompression=0, invariant=1)
    for name, value in info.items():
        getattr(sheet, f"set{name.capitalize()}")(value)
    for draw in pages:
        sheet.setFont("Helvetica", 12)
        draw(sheet)
        sheet.showPage()
    sheet.save()
    return out.getvalue()


def changed(data: bytes, change: Callable[[pikepdf.Pdf], None], **save: Any) -> bytes:
    """The PDF after `change` has had pikepdf's document."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        out = io.BytesIO()
        pdf.save(out, **save)
        return out.getvalue()


def raw(content: bytes, resources: bytes = b"", page: bytes = b"", *objects: bytes) -> bytes:
    """A one-page PDF from the bytes of its drawing instructions; `objects` are numbered from 6 on; font F1 is Helvetica."""
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>" + resources + b">>" + page + b">>",
        stream(content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        *objects,
    ]
    return assembled(parts)


def assembled(parts: list[bytes]) -> bytes:
    """Number the objects from 1 on, and write the cross-reference table and the trailer after them."""
    data, places = bytearray(b"%PDF-1.7\n"), []
    for number, part in enumerate(parts, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(parts) + 1, start)
    return bytes(data)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<<" + entries + b"/Length %d>>stream\n" % len(data) + data + b"\nendstream"


def packed(data: bytes, entries: bytes = b"") -> bytes:
    return stream(zlib.compress(data, 9), b"/Filter/FlateDecode" + entries)


def picture(colour: tuple[int, int, int] = (30, 90, 60), size: tuple[int, int] = (60, 80), kind: str = "PNG", **save: Any) -> ImageReader:
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, kind, **save)
    out.seek(0)
    return ImageReader(out)


@lru_cache(maxsize=1)
def unicode_font() -> str | None:
    """Register a font that has Arabic and Cyrillic letters; None where the machine has none."""
    for place in (
        "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
        "/usr/share/fonts/dejavu/DejaVuSans.ttf",
        "/Library/Fonts/Arial Unicode.ttf",
        "C:/Windows/Fonts/arial.ttf",
    ):
        if Path(place).exists():
            pdfmetrics.registerFont(TTFont("Wide", place))
            return "Wide"
    return None


def extraction(data: bytes, **limits: int) -> Extraction:
    return FORMAT.read(Source(data, "draft.pdf"), Limits(**limits))


def document(data: bytes, **limits: int) -> Document:
    return extraction(data, **limits).document


def visible(document: Document) -> list[str]:
    """The texts of the page's own visible blocks."""
    return [b.text for b in document.blocks() if b.origin is Origin.TEXT_LAYER]


def hidden(document: Document) -> dict[str, Concealment | None]:
    return {b.text: b.concealment for b in document.blocks() if b.origin is Origin.HIDDEN}


def of_origin(document: Document, origin: Origin) -> list[TextBlock]:
    return [b for b in document.blocks() if b.origin is origin]


def gaps(document: Document, reason: Reason) -> list[Gap]:
    return [gap for gap in document.gaps if gap.reason is reason]
