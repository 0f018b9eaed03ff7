"""Parts of a Word file that python-docx has no call for: links, comments, tracked deletions, hidden text, right-to-left."""

from __future__ import annotations

import io
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

_STAMP = "2026-03-02T09:00:00Z"
_COMMENTS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:comment w:id="0" w:author="{author}" w:date="' + _STAMP + '" w:initials="{initials}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:comment></w:comments>'
)
_AFTER_BIDI = ("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:rPr", "w:sectPr")
_BEFORE_TEMPLATE = {qn(f"w:{name}") for name in ("writeProtection", "view", "zoom", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "proofState")}
_ATTACHED_TEMPLATE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


def new_document(font: str = "Calibri") -> Any:
    """Return an empty A4 document in one font."""
    document = Document()
    style = document.styles["Normal"]
    style.font.name = font
    style.font.size = Pt(11)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    return document


def saved(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def line(holder: Any, text: str, *, bold: bool = False, size: float = 11, colour: str = "", centre: bool = False) -> Any:
    """Add a paragraph to a body, header, footer or cell and return it."""
    paragraph = holder.add_paragraph()
    run = paragraph.add_run(text)
    run.bold = bold
    run.font.size = Pt(size)
    if colour:
        run.font.color.rgb = RGBColor.from_string(colour)
    if centre:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return paragraph


def letterhead(part: Any, lines: list[str], *, colour: str = "1F3B2D") -> None:
    """Write centred lines into a header or footer, the first in bold."""
    first = part.paragraphs[0]
    first.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = first.add_run(lines[0])
    run.bold = True
    run.font.color.rgb = RGBColor.from_string(colour)
    for text in lines[1:]:
        line(part, text, size=9, colour=colour, centre=True)


def link(paragraph: Any, text: str, target: str) -> None:
    """Add a hyperlink run to a paragraph."""
    element = OxmlElement("w:hyperlink")
    element.set(qn("r:id"), paragraph.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = paragraph.add_run(text)
    run.font.underline = True
    run.font.color.rgb = RGBColor.from_string("1155AA")
    element.append(run._r)
    paragraph._p.append(element)


def hide(paragraph: Any) -> None:
    """Set every run of a paragraph in Word's hidden format."""
    for run in paragraph.runs:
        run.font.hidden = True


def strike(paragraph: Any, text: str, author: str) -> None:
    """Add words to a paragraph that were deleted with Track Changes on."""
    deletion = OxmlElement("w:del")
    deletion.set(qn("w:id"), "90")
    deletion.set(qn("w:author"), author)
    deletion.set(qn("w:date"), _STAMP)
    run = OxmlElement("w:r")
    words = OxmlElement("w:delText")
    words.set(qn("xml:space"), "preserve")
    words.text = text
    run.append(words)
    deletion.append(run)
    paragraph._p.append(deletion)


def comment(document: Any, paragraph: Any, text: str, author: str) -> None:
    """Hang the document's one review comment on a paragraph."""
    body = _COMMENTS.format(author=author, initials="".join(word[0] for word in author.split()), text=text).encode()
    part = Part(PackURI("/word/comments.xml"), _COMMENTS_TYPE, body, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.COMMENTS)
    for tag, where in (("w:commentRangeStart", 0), ("w:commentRangeEnd", len(paragraph._p))):
        mark = OxmlElement(tag)
        mark.set(qn("w:id"), "0")
        paragraph._p.insert(where, mark)
    run = OxmlElement("w:r")
    reference = OxmlElement("w:commentReference")
    reference.set(qn("w:id"), "0")
    run.append(reference)
    paragraph._p.append(run)


def right_to_left(document: Any) -> None:
    """Turn every paragraph of the body right to left."""
    for paragraph in document.paragraphs:
        paragraph._p.get_or_add_pPr().insert_element_before(OxmlElement("w:bidi"), *_AFTER_BIDI)
        for run in paragraph.runs:
            run._r.get_or_add_rPr().append(OxmlElement("w:rtl"))


def attach_template(document: Any, target: str) -> None:
    """Name the template the document was made from, as Word keeps it in its settings."""
    settings = document.settings.element
    part = document.part._settings_part
    element = OxmlElement("w:attachedTemplate")
    element.set(qn("r:id"), part.relate_to(target, _ATTACHED_TEMPLATE, is_external=True))
    settings.insert(sum(child.tag in _BEFORE_TEMPLATE for child in settings), element)
