"""ActualText (ISO 32000-1, 14.9.4): text that stands in for the glyphs when a page is copied or read aloud.

PDFium gives the replacement and not what is drawn. Where the two say different things, what the eye reads is the glyphs;
they are had by loading the page once more with the replacements taken out.
"""

from __future__ import annotations

import ctypes
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

import pikepdf
import pypdfium2 as pdfium
from pypdfium2 import raw

from materials_lint.extractors.pdf import _pdfium
from materials_lint.extractors.pdf._characters import Characters, characters
from materials_lint.extractors.pdf._drawing import Rect, moved, objects
from materials_lint.extractors.pdf._filters import TooLongError, decode
from materials_lint.extractors.pdf._pdfium import Cells

_NAME = re.compile(b"/" + b"".join(b"(?:%c|#%02x|#%02X)" % (letter, letter, letter) for letter in b"ActualText") + rb"(?=[\s<(/])")
_OTHER_NAME = b"/ReplacedBy"
_KEY = b"ActualText\0"
_ALIKE = 0.9
_GARBLED = 0.3


@dataclass(frozen=True, slots=True)
class Replacement:
    """What stands in for the glyphs at a place (user space), and what the glyphs say."""

    text: str
    glyphs: str
    rect: Rect


@dataclass(slots=True)
class Glyphs:
    """A page as drawn; `text_page` and `document` keep alive in PDFium what `chars` points to."""

    chars: Characters
    text_page: pdfium.PdfTextPage
    page: pdfium.PdfPage
    document: pdfium.PdfDocument


def without_replacements(pdf: Any, index: int, most: int) -> Glyphs | None:
    """Load page `index` of pikepdf's `pdf` once more, with no ActualText. None where it can't be taken apart."""
    single = pikepdf.new()
    single.pages.append(pdf.pages[index])
    page = single.pages[0].obj
    try:
        contents = page.get("/Contents")
        parts = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
        content = b"\n".join(decode(part, most).data for part in parts if isinstance(part, pikepdf.Stream))
        page.Contents = single.make_stream(_NAME.sub(_OTHER_NAME, content))
        for item in single.objects:
            _strip(item, most)
        data = io.BytesIO()
        single.save(data, fix_metadata_version=False)
        document = pdfium.PdfDocument(data.getvalue())
        loaded = document[0]
        text_page = loaded.get_textpage()
        return Glyphs(characters(text_page), text_page, loaded, document)
    except (pikepdf.PdfError, pdfium.PdfiumError, TooLongError, ValueError, RuntimeError):
        return None


def _strip(item: Any, most: int) -> None:
    if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Form":
        content = decode(item, most)
        if content.plain and _NAME.search(content.data):
            item.write(_NAME.sub(_OTHER_NAME, content.data))
    if isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
        resources = item.get("/Resources")
        groups = [item, item.get("/Properties"), resources.get("/Properties") if isinstance(resources, pikepdf.Dictionary) else None]
        for group in groups:
            for holder in (group, *group.values()) if isinstance(group, pikepdf.Dictionary) else ():
                if isinstance(holder, pikepdf.Dictionary) and "/ActualText" in holder:
                    del holder["/ActualText"]


def replacements(page: pdfium.PdfPage, glyphs: Characters) -> list[Replacement]:
    """Return where the page's ActualText says something else than its glyphs do."""
    found = []
    for text, rect in _marked(page):
        drawn = _inside(glyphs, rect)
        if _differ(text, drawn):
            found.append(Replacement(text, drawn, rect))
    return found


def _marked(page: pdfium.PdfPage) -> Iterator[tuple[str, Rect]]:
    """Yield each ActualText and the place of the text objects it stands for."""
    cells = Cells(ctypes.c_float, 4)
    before: str | None = None
    rect: Rect | None = None
    for handle, kind, matrix in objects(page):
        if kind != raw.FPDF_PAGEOBJ_TEXT:
            continue
        text = _actual_text(handle)
        if text != before or text is None:
            if before is not None and rect is not None:
                yield before, rect
            before, rect = text, None
        if text is not None and _pdfium.object_bounds(handle, *cells.at):
            place = moved(cells.values(), matrix)
            rect = place if rect is None else (min(rect[0], place[0]), min(rect[1], place[1]), max(rect[2], place[2]), max(rect[3], place[3]))
    if before is not None and rect is not None:
        yield before, rect


def _actual_text(handle: int) -> str | None:
    pointer = ctypes.cast(handle, raw.FPDF_PAGEOBJECT)
    for at in range(_pdfium.mark_count(handle)):
        mark = raw.FPDFPageObj_GetMark(pointer, at)
        length = ctypes.c_ulong()
        if not raw.FPDFPageObjMark_GetParamStringValue(mark, _KEY, None, 0, length) or not length.value:
            continue
        buffer = (ctypes.c_ushort * (length.value // 2 + 1))()
        raw.FPDFPageObjMark_GetParamStringValue(mark, _KEY, buffer, length.value, length)
        return bytes(buffer)[: length.value].decode("utf-16-le", "replace").rstrip("\0")
    return None


def _inside(chars: Characters, rect: Rect) -> str:
    left, bottom, right, top = rect
    picked = []
    for at, letter in enumerate(chars.text):
        x, y = (chars.left[at] + chars.right[at]) / 2, (chars.bottom[at] + chars.top[at]) / 2
        if letter.isspace() or (left - 0.5 <= x <= right + 0.5 and bottom - 2 <= y <= top + 2):
            picked.append(" " if letter.isspace() else letter)
    return " ".join("".join(picked).split())


def _differ(text: str, glyphs: str) -> bool:
    said, drawn = _bare(text), _bare(glyphs)
    if said == drawn or Counter(said) == Counter(drawn) or not drawn:
        return False
    odd = sum(unicodedata.category(letter) in {"Co", "Cn", "Cc", "Cs"} or letter == "\ufffd" for letter in glyphs)
    if odd > _GARBLED * len(glyphs):
        return False
    return len(said) > 2000 or SequenceMatcher(None, said, drawn, autojunk=False).ratio() < _ALIKE


def _bare(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKC", text).casefold() if letter.isalnum())
