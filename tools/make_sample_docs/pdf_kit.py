"""Laying out PDF drafts with reportlab, and adding with pikepdf what reportlab has no call for."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pikepdf
from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

CHINESE = "STSong-Light"
_PRODUCER = "PDF Export 3.1"
Paint = Callable[[Any, int], None]


def text(words: str, *, size: float = 11, font: str = "Helvetica", colour: str = "#222222", centre: bool = False, after: float = 8) -> Paragraph:
    """Return one paragraph."""
    style = ParagraphStyle("p", fontName=font, fontSize=size, leading=size * 1.45, textColor=HexColor(colour), spaceAfter=after)
    if centre:
        style.alignment = TA_CENTER
    if font == CHINESE:
        style.wordWrap = "CJK"
    return Paragraph(words, style)


def laid_out(pages: Sequence[Sequence[Paragraph]], *, title: str, author: str, producer: str = _PRODUCER, paint: Paint | None = None, lock: Any = None) -> bytes:
    """Return a PDF of `pages`; `paint(canvas, number)` draws on each page before its text, `lock` encrypts it."""
    pdfmetrics.registerFont(UnicodeCIDFont(CHINESE))
    buffer = io.BytesIO()
    template = SimpleDocTemplate(
        buffer, pagesize=A4, title=title, author=author, producer=producer, creator="Layout 2026", subject="", invariant=1, topMargin=90, encrypt=lock
    )

    def on_page(canvas: Any, document: Any) -> None:
        canvas.saveState()
        if paint is not None:
            paint(canvas, document.page)
        canvas.restoreState()

    story: list[Any] = []
    for page in pages:
        story.extend([*page, PageBreak()])
    template.build(story[:-1], onFirstPage=on_page, onLaterPages=on_page)
    return buffer.getvalue()


def band(canvas: Any, colour: str, height: float = 54) -> None:
    """Paint a coloured band along the top of an A4 page."""
    canvas.setFillColor(HexColor(colour))
    canvas.rect(0, A4[1] - height, A4[0], height, stroke=0, fill=1)


def written(canvas: Any, words: str, x: float, y: float, *, colour: str = "#444444", size: float = 9, font: str = "Helvetica") -> None:
    """Write one line whose left end lies at (x, y) from the bottom left corner."""
    canvas.setFillColor(HexColor(colour))
    canvas.setFont(font, size)
    canvas.drawString(x, y, words)


def with_properties(data: bytes, properties: Mapping[str, str]) -> bytes:
    """Return the PDF with more entries in its Info dictionary, e.g. Company."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for name, value in properties.items():
            pdf.docinfo[f"/{name}"] = value
        return _saved(pdf)


def with_form(data: bytes, field: str, button: str, target: str, *, left: float, bottom: float) -> bytes:
    """Return the PDF with a text field and, below it, a push button that sends the form to `target`."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        look: dict[str, Any] = {"Type": pikepdf.Name.Annot, "Subtype": pikepdf.Name.Widget, "F": 4, "DA": pikepdf.String("/Helv 11 Tf 0 g"), "P": pdf.pages[0].obj}
        font_names = pikepdf.Dictionary(Font=pikepdf.Dictionary(Helv=pdf.make_indirect(font)))
        empty = _drawn(pdf, 240, 22, b"0.6 G 0.5 0.5 239 21 re S", font_names)
        words = f"0.04 0.43 0.31 rg 0 0 160 26 re f BT 1 g /Helv 11 Tf 38 9 Td ({button}) Tj ET".encode("cp1252")
        full = _drawn(pdf, 160, 26, words, font_names)
        entry = pikepdf.Dictionary(**look, FT=pikepdf.Name.Tx, T=pikepdf.String(field), Rect=[left, bottom + 34, left + 240, bottom + 56], AP=empty)
        target_file = pikepdf.Dictionary(FS=pikepdf.Name.URL, F=pikepdf.String(target))
        send = pikepdf.Dictionary(S=pikepdf.Name.SubmitForm, F=target_file, Flags=4)
        face = pikepdf.Dictionary(CA=pikepdf.String(button), BG=[0.04, 0.43, 0.31])
        push = pikepdf.Dictionary(
            **look, FT=pikepdf.Name.Btn, Ff=65536, T=pikepdf.String("enviar"), Rect=[left, bottom, left + 160, bottom + 26], MK=face, A=send, AP=full
        )
        fields = [pdf.make_indirect(entry), pdf.make_indirect(push)]
        pdf.pages[0].obj.Annots = pdf.make_indirect(pikepdf.Array(fields))
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array(fields), DR=font_names, DA=pikepdf.String("/Helv 11 Tf 0 g"))
        return _saved(pdf)


def _drawn(pdf: pikepdf.Pdf, width: int, height: int, content: bytes, resources: pikepdf.Dictionary) -> pikepdf.Dictionary:
    """Return the appearance of a form field as a drawing of its own."""
    drawing = pdf.make_stream(content, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, width, height], Resources=resources)
    return pikepdf.Dictionary(N=pdf.make_indirect(drawing))


def _saved(pdf: pikepdf.Pdf) -> bytes:
    buffer = io.BytesIO()
    pdf.save(buffer, static_id=True, compress_streams=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return buffer.getvalue()
