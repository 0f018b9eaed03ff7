"""One page: words, lines, what is concealed, pictures; and whether it can be read by its text at all."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby

import pypdfium2 as pdfium

from materials_lint.extractors.pdf import _actualtext, _pdfium
from materials_lint.extractors.pdf._blocks import block, paragraphs
from materials_lint.extractors.pdf._characters import Characters, Word, characters, size_at, words
from materials_lint.extractors.pdf._drawing import Drawing, area, drawing, overlap
from materials_lint.extractors.pdf._garbled import garbled, lost_letters, plausible
from materials_lint.extractors.pdf._hidden import Clues, veils
from materials_lint.extractors.pdf._lines import Line, lines
from materials_lint.extractors.pdf._pdfium import Frame, frame_of
from materials_lint.extractors.pdf._pictures import Pictures
from materials_lint.extractors.pdf._seen import blank
from materials_lint.model.document import Concealment, Gap, Origin, Part, Picture, Reason, TextBlock
from materials_lint.model.source import Limits

_FEW_LETTERS = 12
_PICTURE_SHARE = 0.15  # of the page: a picture this large on a page without text may hold the text
_OUTLINES = 150  # path segments: a page without text that draws this many may draw its letters
_UNMAPPED = 0.3
_BY_EYE = "Its words can only be read by eye or by text recognition."


@dataclass(slots=True)
class Content:
    """What was read of one page."""

    number: int
    frame: Frame | None = None
    width: float | None = None
    height: float | None = None
    lines: list[Line] = field(default_factory=list)
    sizes: dict[int, float | None] = field(default_factory=dict)
    hidden: list[TextBlock] = field(default_factory=list)
    pictures: tuple[Picture, ...] = ()
    gaps: list[Gap] = field(default_factory=list)
    text: str = ""


def read_page(page: pdfium.PdfPage, number: int, clues: Clues, pictures: Pictures, glyphs: _actualtext.Glyphs | None) -> Content:
    """Read a page that PDFium has loaded. `glyphs` is the same page without ActualText, where it has any."""
    frame = frame_of(page)
    content = Content(number, frame, round(frame.width, 2), round(frame.height, 2))
    shown = page.get_textpage()
    chars, drawn = characters(shown), drawing(page, pictures.limits)
    content.pictures = pictures.of(drawn, frame, number)
    if any(pictures.too_large(p.width, p.height) for p in content.pictures):
        clues = Clues(clues.layers_off, clues.faint, clues.covers, may_draw=False)
    replaced = _actualtext.replacements(page, glyphs.chars) if glyphs is not None else []
    if replaced and glyphs is not None:
        content.hidden = [
            TextBlock(r.text, Origin.HIDDEN, Part.BODY, number, frame.box(*r.rect), context=r.glyphs, concealment=Concealment.REPLACED)
            for r in replaced
            if r.text.strip()
        ]
        page, chars, drawn = glyphs.page, glyphs.chars, drawing(glyphs.page, pictures.limits)
    _place(content, chars, words(chars, frame, veils(page, chars, drawn, frame, clues)))
    _judge(content, chars, drawn, frame)
    _tell_limits(content, drawn, frame, pictures.limits)
    if not content.gaps and clues.may_draw and not _has_letters(content, 1) and not blank(page, frame):
        content.gaps.append(_without_text(number))
    return content


def from_words(found: list[Word], text: str, number: int, width: float, height: float) -> Content:
    """Make a page of words that another library read."""
    content = Content(number, None, width, height, text=text)
    content.lines = lines(found, text)
    if garbled(text):
        content.gaps.append(_garbled(number))
    return content


def _place(content: Content, chars: Characters, found: list[Word]) -> None:
    frame = content.frame
    if frame is None:
        return
    content.text = chars.text
    width, height = frame.width, frame.height
    seen = found
    if any(word.x1 <= 0 or word.y1 <= 0 or word.x0 >= width or word.y0 >= height for word in found):
        seen = [word if word.veil or not _off(word, frame) else word._replace(veil=Concealment.OFF_PAGE) for word in found]
    content.lines = lines([word for word in seen if word.veil is None], chars.text)
    content.sizes = {id(line): _size(line, chars, frame) for line in content.lines}
    concealed = sorted((word for word in seen if word.veil is not None), key=lambda word: (word.veil or "", word.first))
    for veil, group in groupby(concealed, key=lambda word: word.veil):
        for paragraph in paragraphs(lines(list(group), chars.text)):
            hidden = block(paragraph, content.number, size_at(chars, paragraph.lines[0].words[0].first, frame), Part.BODY, veil, chars.text)
            if any(letter.isalnum() for letter in hidden.text):
                content.hidden.append(hidden)


def _size(line: Line, chars: Characters, frame: Frame) -> float | None:
    """The font size of a line; fonts that draw their glyphs in a scale of their own tell none."""
    size = size_at(chars, line.words[0].first, frame)
    return size if size is not None and 0.3 * line.height < size < 4 * line.height else None


def _off(word: Word, frame: Frame) -> bool:
    return word.x1 <= 0 or word.y1 <= 0 or word.x0 >= frame.width or word.y0 >= frame.height


def _judge(content: Content, chars: Characters, drawn: Drawing, frame: Frame) -> None:
    """Say where the page's text is missing, nonsense, or more than could be looked at."""
    number = content.number
    paper = (frame.left, frame.bottom, frame.right, frame.top)
    share = sum(overlap(rect, paper) for _, rect in drawn.pictures) / max(1.0, area(paper))
    if not _has_letters(content, _FEW_LETTERS) and (share >= _PICTURE_SHARE or drawn.segments >= _OUTLINES):
        content.gaps.append(_without_text(number))
    elif garbled(shown := " ".join(line.text for line in content.lines)) or lost_letters(chars.text) or (_unmapped(chars) and not plausible(shown)):
        content.gaps.append(_garbled(number))
    if frame.width <= 0 or frame.height <= 0:
        message = f"Page {number} has no area that is shown; its text was read as far as possible. Print it to a new PDF and check that copy."
        content.gaps.append(Gap(Reason.DAMAGED, message, number))


def _tell_limits(content: Content, drawn: Drawing, frame: Frame, limits: Limits) -> None:
    number = content.number
    if drawn.cut_short:
        most = f"more than max_page_objects = {limits.max_page_objects} objects"
        content.gaps.append(Gap(Reason.TOO_LARGE, f"Page {number} draws {most}; hidden text was not looked for behind the rest. Look at the page yourself.", number))
    if max(frame.width, frame.height) > limits.max_page_side_pt:
        size = f"{frame.width:.0f} x {frame.height:.0f} points, more than max_page_side_pt = {limits.max_page_side_pt}"
        content.gaps.append(Gap(Reason.TOO_LARGE, f"Page {number} measures {size}: too large to look for marks. Look at it yourself.", number))


def _has_letters(content: Content, count: int) -> bool:
    """Tell whether at least `count` letters or figures are there to be seen."""
    for line in content.lines:
        for word in line.words:
            count -= sum(map(str.isalnum, word.text))
            if count <= 0:
                return True
    return False


def _without_text(number: int) -> Gap:
    return Gap(Reason.NO_TEXT, f"Page {number} is drawn without text: letters may be part of a picture or of its lines and curves. {_BY_EYE}", number)


def _garbled(number: int) -> Gap:
    return Gap(Reason.GARBLED, f"The fonts of page {number} hand out wrong letters, so that its text can't be trusted. {_BY_EYE}", number)


def _unmapped(chars: Characters) -> bool:
    """Tell whether the fonts give no letters for many of the glyphs; every fourth character is asked."""
    asked = [at for at in range(0, len(chars.text), 4) if not chars.text[at].isspace()]
    return len(asked) >= 8 and sum(_pdfium.map_error(chars.handle, at) == 1 for at in asked) > _UNMAPPED * len(asked)
