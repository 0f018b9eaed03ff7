"""PowerPoint drafts."""

from __future__ import annotations

import copy
import io
from dataclasses import dataclass
from typing import Any

from PIL import Image, ImageDraw
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import PP_ALIGN
from pptx.oxml.shapes.picture import CT_Picture
from pptx.util import Cm, Pt

from tools.make_sample_docs import mark_kit
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


def _in_master(deck: Any, picture: Image.Image, size: float) -> None:
    """Put a picture into the right upper corner of the slide master, and so on every slide; `size` is its height in cm."""
    master = deck.slide_master
    make: Any = CT_Picture.new_pic
    _, link = master.part.get_or_add_image_part(io.BytesIO(mark_kit.png(picture)))
    width = Cm(size * picture.width / picture.height)
    master.shapes._spTree.append(make(90, "Picture 90", "", link, deck.slide_width - width - Cm(1), Cm(0.8), width, Cm(size)))


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


def deck_fr() -> bytes:
    """Slides with the Union's emblem in the slide master, and its flag as a picture on one of them."""
    deck = Presentation()
    look = _Look("FFFFFF", "4A1E40")
    _in_master(deck, mark_kit.pixels("itu-emblem-colour/sans", 140), 3)
    _slide(deck, "Solène Mbaki-Tournel", ["Relier, former, rendre compte", "Présentée par la République de Sélanie"], look)
    second = _slide(deck, "Pourquoi moi", ["Douze ans de réseaux insulaires", "Une méthode : écouter d’abord"], look)
    flag = mark_kit.png(mark_kit.pixels("itu-flag/flat", 320).convert("RGB").quantize(32))
    second.shapes.add_picture(io.BytesIO(flag), Cm(1.8), Cm(11), height=Cm(5))
    _slide(deck, "Me joindre", ["solene@mbaki2026.example"], look)
    describe(deck.core_properties, author="Solène Mbaki-Tournel", title="Relier, former, rendre compte", language="fr-FR")
    return _saved(deck)


def deck_en() -> bytes:
    """A clean deck with the campaign's own lighthouse in the slide master."""
    deck = Presentation()
    look = _Look("FFF8E7", "3A2A18")
    _in_master(deck, _lighthouse(140), 3)
    _slide(deck, "Ingrid Okafor-Vale", ["A listening Secretary-General", "Presented by the Republic of Marevia"], look)
    _slide(deck, "What the lighthouse stands for", ["It shows the way and takes no toll", "It works when the night is long"], look)
    describe(deck.core_properties, author="Marevia campaign team", title="Lighthouse", language="en-GB")
    return _saved(deck)


def _lighthouse(side: int) -> Image.Image:
    fine = 4 * side
    sign = Image.new("RGBA", (fine, fine), (0, 0, 0, 0))
    pen = ImageDraw.Draw(sign)
    shapes = (("#1F5FA8", (0.0, 0.2, 0.38, 0.26, 0.38, 0.32, 0.0, 0.42)), ("#1F5FA8", (1.0, 0.2, 0.62, 0.26, 0.62, 0.32, 1.0, 0.42)))
    tower = (
        ("#7A3B12", (0.4, 0.42, 0.6, 0.42, 0.7, 1.0, 0.3, 1.0)),
        ("#F2C14E", (0.42, 0.2, 0.58, 0.2, 0.58, 0.38, 0.42, 0.38)),
        ("#7A3B12", (0.38, 0.2, 0.5, 0.06, 0.62, 0.2)),
    )
    for colour, points in (*shapes, *tower):
        pen.polygon([value * fine for value in points], fill=colour)
    return sign.resize((side, side), Image.Resampling.LANCZOS)


DRAFTS = {"deck-en.pptx": deck_en, "deck-fr.pptx": deck_fr, "pitch-en.pptx": pitch_en, "evening-ar.pptx": evening_ar, "vision-ru.pptx": vision_ru}
