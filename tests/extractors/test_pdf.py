"""PDF: sniffing, words with their places, lines, paragraphs, reading order, headers and footers."""

from __future__ import annotations

from typing import Any

import pytest

from materials_lint.extractors.pdf import FORMAT
from materials_lint.extractors.pdf._blocks import keeps_hyphen
from materials_lint.extractors.pdf._pdfium import Frame
from materials_lint.model.document import Part
from materials_lint.model.source import Source
from tests.extractors.pdf_builders import changed, document, drawn, raw, unicode_font, visible


def _hello(sheet: Any) -> None:
    sheet.drawString(72, 742, "Vote for Amara Nwosu")


@pytest.mark.parametrize(
    ("data", "least", "most"),
    [
        (b"%PDF-1.7\n", 1.0, 1.0),
        (b"junk\n%PDF-1.7\n", 0.8, 0.99),
        (b"x" * 2000 + b"%PDF-1.4\n1 0 obj\nendobj\nstartxref", 0.5, 0.7),
        (b"1 0 obj\nendobj\ntrailer\n", 0.4, 0.6),
        (b"PK\x03\x04 %PDF- endobj startxref" + b" " * 2000, 0.0, 0.95),
        (b"A text that speaks of endobj only", 0.0, 0.0),
        (b"", 0.0, 0.0),
    ],
)
def test_sniffs_by_content(data: bytes, least: float, most: float) -> None:
    assert least <= FORMAT.sniff(Source(data, "name.txt")) <= most


def test_words_have_places_from_the_top_left() -> None:
    found = document(drawn(_hello))
    (block,) = found.blocks()
    assert block.text == "Vote for Amara Nwosu"
    assert [block.text[s.start : s.end] for s in block.spans] == ["Vote", "for", "Amara", "Nwosu"]
    box = block.box_of(9, 14)
    assert box is not None
    assert 115 < box.x0 < 122
    assert 88 < box.y0 < 100 < box.y1 < 105
    assert (found.pages[0].width, found.pages[0].height) == (595, 842)
    assert block.size == 12


def test_places_follow_the_crop_box_and_the_rotation() -> None:
    def turn(pdf: Any) -> None:
        pdf.pages[0].obj.CropBox = [50, 700, 250, 800]
        pdf.pages[0].obj.Rotate = 90

    found = document(changed(drawn(_hello), turn))
    (block,) = found.blocks()
    assert block.text == "Vote for Amara Nwosu"
    assert (found.pages[0].width, found.pages[0].height) == (100, 200)
    assert block.box is not None
    assert 38 < block.box.x0 < block.box.x1 < 56
    assert 21 < block.box.y0 < 23
    assert 135 < block.box.y1 < 150


def test_frame_turns_a_box_all_four_ways() -> None:
    placed = [Frame(10, 20, 110, 220, turns).place(20, 40, 30, 70) for turns in range(4)]
    assert placed == [(10, 150, 20, 180), (20, 10, 50, 20), (80, 20, 90, 50), (150, 80, 180, 90)]


def test_user_unit_scales_the_page() -> None:
    def scale(pdf: Any) -> None:
        pdf.pages[0].obj.UserUnit = 2

    page = document(changed(drawn(_hello), scale)).pages[0]
    assert page.blocks[0].box is not None
    assert page.width is not None
    assert page.blocks[0].box.x0 / page.width == pytest.approx(72 / 595, abs=0.01)


def test_lines_make_paragraphs_and_spacing_parts_them() -> None:
    def draw(sheet: Any) -> None:
        for at, line in enumerate(["My vision is a Union that", "connects every village.", None, "Second paragraph starts", "here and ends here."]):
            if line:
                sheet.drawString(72, 700 - 14 * at, line)

    assert visible(document(drawn(draw))) == ["My vision is a Union that\nconnects every village.", "Second paragraph starts\nhere and ends here."]


def test_columns_are_read_one_after_the_other_even_when_drawn_line_by_line() -> None:
    left = ["Connectivity for all is", "what I work for, every", "single day of the year", "and in every region."]
    right = ["Standards that serve", "people come next on my", "list, with open meetings", "and clear documents."]

    def draw(sheet: Any) -> None:
        sheet.drawString(72, 740, "A programme in two columns that runs over the whole width of the page")
        for at, (one, two) in enumerate(zip(left, right, strict=True)):
            sheet.drawString(72, 700 - 14 * at, one)
            sheet.drawString(320, 700 - 14 * at, two)

    assert visible(document(drawn(draw)))[1:] == ["\n".join(left), "\n".join(right)]


def test_a_label_stays_with_what_it_labels() -> None:
    def draw(sheet: Any) -> None:
        for at, (label, value) in enumerate([("E-mail:", "amara@example.org"), ("Telephone:", "+234 1 555 0100")]):
            sheet.drawString(72, 700 - 14 * at, label)
            sheet.drawString(180, 700 - 14 * at, value)

    assert visible(document(drawn(draw))) == ["E-mail:\tamara@example.org\nTelephone:\t+234 1 555 0100"]


def test_cells_of_a_table_row_are_read_together() -> None:
    def draw(sheet: Any) -> None:
        for at, row in enumerate([("Amara", "Lagos", "2026"), ("Jonas", "Oslo", "2027")]):
            for cell, x in zip(row, (72, 200, 330), strict=True):
                sheet.drawString(x, 700 - 40 * at, cell)

    assert visible(document(drawn(draw))) == ["Amara\tLagos\t2026", "Jonas\tOslo\t2027"]


def test_a_word_broken_by_a_hyphen_is_put_together_and_keeps_both_places() -> None:
    def draw(sheet: Any) -> None:
        sheet.drawString(72, 700, "We need telecommuni-")
        sheet.drawString(72, 686, "cation for all, says the ITU-")
        sheet.drawString(72, 672, "T series.")

    (block,) = document(drawn(draw)).blocks()
    assert block.text == "We need telecommunication\nfor all, says the ITU-T\nseries."
    boxes = [s.box for s in block.spans if block.text[s.start : s.end] in {"telecommuni", "cation"}]
    assert len(boxes) == 2
    assert boxes[0].y1 <= boxes[1].y1 - 10


@pytest.mark.parametrize(
    ("before", "after", "kept"),
    [
        ("telecommuni", "cation", False),
        ("ITU", "T", True),
        ("C17", "130", True),
        ("amara-nwosu@mail", "box.org", True),
        ("УПРАВЛЕ", "ние", True),
        ("co", "operation", False),
    ],
)
def test_hyphens_that_belong_to_the_word_stay(before: str, after: str, kept: bool) -> None:
    assert keeps_hyphen(before, after) is kept


def test_a_tight_space_that_pdfium_overlooks_still_parts_words() -> None:
    tight, spaced = b"[(proposals) -155 (for)] TJ", b"2 Tc (proposals) Tj"
    assert visible(document(raw(b"BT /F1 12 Tf 72 700 Td " + tight + b" ET"))) == ["proposals for"]
    assert "proposals" in visible(document(raw(b"BT /F1 12 Tf 72 700 Td " + spaced + b" ET")))[0].replace(" ", "")


def test_running_headers_and_footers_and_the_outer_margin() -> None:
    def page(number: int) -> Any:
        def draw(sheet: Any) -> None:
            sheet.drawString(72, 780, "Amara Nwosu for Secretary-General")
            sheet.drawString(72, 500, f"Body text number {number} of the brochure")
            sheet.drawString(72, 90, f"Page {number} of 3")
            if number == 1:
                sheet.drawString(400, 15, "printed at home")

        return draw

    found = document(drawn(page(1), page(2), page(3)))
    parts = {b.text: b.part for b in found.blocks()}
    assert parts["Amara Nwosu for Secretary-General"] is Part.HEADER
    assert parts["Page 2 of 3"] is Part.FOOTER
    assert parts["printed at home"] is Part.FOOTER
    assert parts["Body text number 1 of the brochure"] is Part.BODY


def test_one_page_alone_has_no_running_header() -> None:
    def draw(sheet: Any) -> None:
        sheet.drawString(72, 770, "INTERNATIONAL TELECOMMUNICATION UNION")
        sheet.drawString(72, 500, "Body")

    assert {b.part for b in document(drawn(draw)).blocks()} == {Part.BODY}


def test_text_that_runs_up_or_down_the_page() -> None:
    content = b"BT /F1 12 Tf 0 1 -1 0 100 300 Tm (up the page) Tj ET BT /F1 12 Tf 0 -1 1 0 300 500 Tm (down the page) Tj ET BT /F1 12 Tf 72 700 Td (across) Tj ET"
    blocks = {b.text: b for b in document(raw(content)).blocks()}
    assert set(blocks) == {"up the page", "down the page", "across"}
    box = blocks["up the page"].box
    assert box is not None
    assert box.y1 - box.y0 > 3 * (box.x1 - box.x0)


def test_ideographs_have_a_place_each() -> None:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))

    def draw(sheet: Any) -> None:
        sheet.setFont("STSong-Light", 12)
        sheet.drawString(72, 700, "国际电信联盟 ITU")

    (block,) = document(drawn(draw)).blocks()
    assert block.text == "国际电信联盟 ITU"
    assert len(block.spans) == 7


@pytest.mark.skipif(unicode_font() is None, reason="no font with Arabic letters on this machine")
def test_an_address_inside_an_arabic_line() -> None:
    def draw(sheet: Any) -> None:
        sheet.setFont(unicode_font(), 12)
        x = 500.0
        for word in ["راسلني", "على", "amara.nwosu@example.org", "قبل", "المؤتمر"]:
            shown = word if word.isascii() else word[::-1]
            x -= sheet.stringWidth(shown, unicode_font(), 12)
            sheet.drawString(x, 700, shown)
            x -= 4

    assert visible(document(drawn(draw))) == ["راسلني على amara.nwosu@example.org قبل المؤتمر"]


@pytest.mark.skipif(unicode_font() is None, reason="no font with Arabic letters on this machine")
def test_figures_in_an_arabic_line_stay_as_they_stand() -> None:
    def draw(sheet: Any) -> None:
        sheet.setFont(unicode_font(), 12)
        sheet.drawString(100, 700, "E.104-E.119 " + "السلسلة"[::-1])

    assert visible(document(drawn(draw))) == ["السلسلة E.104-E.119"]


def test_lam_alef_is_put_in_the_order_of_writing() -> None:
    from materials_lint.extractors.pdf._characters import _mend_lam_alef

    # PDFium hands the ligature out as alef, lam with one box for both; an article (alef, lam side by side) stays.
    ligature, article = "اإلنتاجية", "الاسم"
    left = [10.0, 8.0, 8.0, 6.0, 5.0, 4.0, 3.0, 2.0, 1.0]
    assert _mend_lam_alef(ligature, left, left) == "الإنتاجية"
    assert _mend_lam_alef(article, [5.0, 4.0, 3.0, 2.0, 1.0], [6.0, 5.0, 4.0, 3.0, 2.0]) == article


def test_pages_beyond_the_limit_are_told() -> None:
    found = document(drawn(_hello, _hello, _hello), max_pages=2)
    assert len(found.pages) == 2
    assert found.page_count == 3
    assert "max_pages = 2" in found.gaps[0].message


def test_an_empty_white_page_is_no_gap() -> None:
    found = document(drawn(_hello, lambda sheet: None))
    assert len(found.pages) == 2
    assert not found.gaps
