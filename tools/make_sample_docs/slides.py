"""PowerPoint drafts."""

from __future__ import annotations

import copy
import io
from dataclasses import dataclass
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import PP_ALIGN
from pptx.util import Cm, Pt

from tools.make_sample_docs.office import describe, finished

_FOOTER = "ftr"


@dataclass(frozen=True)
class _Look:
    """A deck's colours as RRGGBB, and its direction."""

    ground: str
    ink: str
    rtl: bool = False


def _colour(rgb: str) -> Any:
    make: Any = RGBColor
    return make(*bytes.fromhex(rgb))


def _slide(deck: Any, heading: str, points: list[str], look: _Look) -> Any:
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    fill = slide.background.fill
    fill.solid()
    fill.fore_color.rgb = _colour(look.ground)
    _text(slide, heading, top=1.2, size=34, look=look, bold=True)
    for number, point in enumerate(points):
        _text(slide, point, top=5.2 + 2.4 * number, size=20, look=look)
    return slide


def _text(slide: Any, text: str, *, top: float, size: int, look: _Look, bold: bool = False) -> None:
    frame = slide.shapes.add_textbox(Cm(1.8), Cm(top), Cm(21.8), Cm(1.8)).text_frame
    frame.word_wrap = True
    paragraph = frame.paragraphs[0]
    run = paragraph.add_run()
    run.text = text
    run.font.size, run.font.bold = Pt(size), bold
    run.font.color.rgb = _colour(look.ink)
    if look.rtl:
        paragraph.alignment = PP_ALIGN.RIGHT
        paragraph._p.get_or_add_pPr().set("rtl", "1")


def _footer(slide: Any, text: str) -> None:
    """Give the slide the footer placeholder of its layout, filled."""
    for shape in slide.slide_layout.placeholders:
        if shape.element.xpath("./p:nvSpPr/p:nvPr/p:ph/@type") == [_FOOTER]:
            slide.shapes._spTree.append(copy.deepcopy(shape.element))
            slide.shapes[-1].text_frame.text = text


def _saved(deck: Any, company: str = "") -> bytes:
    buffer = io.BytesIO()
    deck.save(buffer)
    return finished(buffer.getvalue(), company=company, template="", application="Microsoft Office PowerPoint")


def pitch_en() -> bytes:
    """A pitch that sends people to the Union's account, with a telephone number in the speaker's notes."""
    deck = Presentation()
    look = _Look("FFF8E7", "3A2A18")
    _slide(deck, "Ingrid Okafor-Vale", ["A listening Secretary-General", "Presented by the Republic of Marevia"], look)
    plans = _slide(deck, "Three plans, one page each", ["Schools first", "Shorter meetings", "Open accounts"], look)
    _slide(deck, "Stay in touch", ["Follow my campaign on @ITU", "team@okaforvale.example"], look)
    plans.notes_slide.notes_text_frame.text = "If asked for details, give the switchboard: +41 22 730 51 11."
    describe(deck.core_properties, author="Marevia campaign team", title="Pitch", language="en-GB")
    return _saved(deck)


def evening_ar() -> bytes:
    """Slides with the office address in the footer of each, saved on one of the Union's computers."""
    deck = Presentation()
    look = _Look("F3EEE6", "5A2A00", rtl=True)
    first = _slide(deck, "سلمى الرحّال", ["مرشحة جمهورية الواحات", "أمسية تعريفية، 6 مايو 2026"], look)
    second = _slide(deck, "ما الذي أعد به؟", ["مدرسة متصلة في كل واحة", "تقرير سنوي يفهمه الجميع", "باب مفتوح لكل وفد"], look)
    for slide in (first, second):
        _footer(slide, "salma.rahhal@itu.int")
    describe(deck.core_properties, author="سلمى الرحّال", title="أمسية تعريفية", language="ar-SA", comments="RAHHAL, 18/03/2026, ITU50000142")
    return _saved(deck)


def vision_ru() -> bytes:
    """A clean deck: posts held at the Union, a Recommendation by number, a private address."""
    deck = Presentation()
    look = _Look("EAF1EC", "1E3D2F")
    _slide(deck, "Елена Сорина", ["Кандидат в члены Радиорегламентарного комитета", "Республика Велмора"], look)
    _slide(
        deck,
        "Мой опыт",
        ["2012–2019: инженер Бюро радиосвязи МСЭ", "Соавтор Рекомендации МСЭ-T K.52", "Преподаю управление спектром, веду измерения in situ"],
        look,
    )
    _slide(
        deck,
        "Моё видение",
        ["Решения, которые понятны с первого чтения", "Упростим процедуры и сократим сроки", "Пишите: elena@sorina2026.example"],
        look,
    )
    describe(deck.core_properties, author="Елена Сорина", title="Видение", language="ru-RU")
    return _saved(deck, company="Министерство связи Республики Велмора")


DRAFTS = {"pitch-en.pptx": pitch_en, "evening-ar.pptx": evening_ar, "vision-ru.pptx": vision_ru}
