"""PDF: text that a reader of the page does not see, and ordinary text that must not be taken for it."""

from __future__ import annotations

from typing import Any

import pikepdf
import pytest

from materials_lint.extractors.pdf._hidden import Clues
from materials_lint.model.document import Concealment, Origin
from tests.extractors.pdf_builders import changed, document, drawn, hidden, packed, picture, raw, stream, visible

_PLAIN = "Plain words that everybody reads"


def _with(draw: Any) -> bytes:
    def both(sheet: Any) -> None:
        sheet.drawString(72, 760, _PLAIN)
        draw(sheet)

    return drawn(both)


def _white(sheet: Any) -> None:
    sheet.setFillColorRGB(1, 1, 1)
    sheet.drawString(72, 600, "secret words")


def _blue_on_blue(sheet: Any) -> None:
    sheet.setFillColorRGB(0.1, 0.2, 0.6)
    sheet.rect(50, 580, 300, 60, fill=1, stroke=0)
    sheet.drawString(72, 600, "secret words")


def _on_picture_of_its_colour(sheet: Any) -> None:
    sheet.drawImage(picture((30, 90, 60)), 50, 500, 300, 200)
    sheet.setFillColorRGB(30 / 255, 90 / 255, 60 / 255)
    sheet.drawString(72, 600, "secret words")


def _mode_3(sheet: Any) -> None:
    text = sheet.beginText(72, 600)
    text.setTextRenderMode(3)
    text.textLine("secret words")
    sheet.drawText(text)


def _transparent(sheet: Any) -> None:
    sheet.setFillAlpha(0)
    sheet.drawString(72, 600, "secret words")


def _tiny(sheet: Any) -> None:
    sheet.setFont("Helvetica", 1)
    sheet.drawString(72, 600, "secret words")


def _under_a_box(sheet: Any) -> None:
    sheet.drawString(72, 600, "secret words")
    sheet.setFillColorRGB(0.9, 0.9, 0.9)
    sheet.rect(50, 580, 300, 60, fill=1, stroke=0)


def _under_a_picture(sheet: Any) -> None:
    sheet.drawString(72, 600, "secret words")
    sheet.drawImage(picture(), 50, 500, 200, 200)


def _off_the_page(sheet: Any) -> None:
    sheet.drawString(700, 600, "secret words")


def _clipped_away(sheet: Any) -> None:
    sheet.saveState()
    path = sheet.beginPath()
    path.rect(300, 100, 50, 50)
    sheet.clipPath(path, stroke=0, fill=0)
    sheet.drawString(72, 600, "secret words")
    sheet.restoreState()


@pytest.mark.parametrize(
    ("draw", "how"),
    [
        (_white, Concealment.SAME_COLOUR),
        (_blue_on_blue, Concealment.SAME_COLOUR),
        (_on_picture_of_its_colour, Concealment.SAME_COLOUR),
        (_mode_3, Concealment.INVISIBLE),
        (_transparent, Concealment.INVISIBLE),
        (_tiny, Concealment.TINY),
        (_under_a_box, Concealment.COVERED),
        (_under_a_picture, Concealment.COVERED),
        (_off_the_page, Concealment.OFF_PAGE),
        (_clipped_away, Concealment.INVISIBLE),
    ],
)
def test_finds_what_is_concealed(draw: Any, how: Concealment) -> None:
    found = document(_with(draw))
    assert hidden(found) == {"secret words": how}
    assert visible(found) == [_PLAIN]


def _white_on_blue(sheet: Any) -> None:
    sheet.setFillColorRGB(0.1, 0.2, 0.6)
    sheet.rect(50, 580, 300, 60, fill=1, stroke=0)
    sheet.setFillColorRGB(1, 1, 1)
    sheet.drawString(72, 600, "open words")


def _white_on_a_picture(sheet: Any) -> None:
    sheet.drawImage(picture(), 50, 500, 300, 200)
    sheet.setFillColorRGB(1, 1, 1)
    sheet.drawString(72, 600, "open words")


def _outlined_white(sheet: Any) -> None:
    text = sheet.beginText(72, 600)
    text.setTextRenderMode(2)
    text.setFillColorRGB(1, 1, 1)
    text.setStrokeColorRGB(0, 0, 0)
    text.textLine("open words")
    sheet.drawText(text)


def _under_an_outline(sheet: Any) -> None:
    sheet.drawString(72, 600, "open words")
    sheet.rect(50, 580, 300, 60, fill=0, stroke=1)


def _under_glass(sheet: Any) -> None:
    sheet.drawString(72, 600, "open words")
    sheet.setFillAlpha(0.2)
    sheet.setFillColorRGB(1, 1, 0)
    sheet.rect(50, 580, 300, 60, fill=1, stroke=0)


def _pale_grey(sheet: Any) -> None:
    sheet.setFont("Helvetica", 40)
    sheet.setFillColorRGB(0.88, 0.88, 0.88)
    sheet.drawString(72, 600, "open words")


def _small_by_size_large_by_matrix(sheet: Any) -> None:
    sheet.scale(12, 12)
    sheet.setFont("Helvetica", 1)
    sheet.drawString(6, 50, "open words")


@pytest.mark.parametrize("draw", [_white_on_blue, _white_on_a_picture, _outlined_white, _under_an_outline, _under_glass, _pale_grey, _small_by_size_large_by_matrix])
def test_leaves_alone_what_is_seen(draw: Any) -> None:
    found = document(_with(draw))
    assert hidden(found) == {}
    assert visible(found) == [_PLAIN, "open words"]


def test_cropped_text_is_off_the_page() -> None:
    def crop(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.CropBox = [0, 700, 595, 842]

    found = document(changed(_with(lambda sheet: sheet.drawString(72, 300, "secret words")), crop))
    assert hidden(found) == {"secret words": Concealment.OFF_PAGE}


def test_the_recognised_text_of_a_scan_is_no_hidden_text() -> None:
    def scan(sheet: Any) -> None:
        sheet.drawImage(picture(size=(600, 840)), 0, 0, 595, 842)
        text = sheet.beginText(72, 600)
        text.setTextRenderMode(3)
        text.textLine("The scanned letter of the candidate says this")
        sheet.drawText(text)

    found = document(drawn(scan))
    assert hidden(found) == {}
    assert visible(found) == ["The scanned letter of the candidate says this"]


def test_invisible_text_beside_much_visible_text_is_hidden_even_over_a_picture() -> None:
    def brochure(sheet: Any) -> None:
        sheet.drawImage(picture(size=(600, 840)), 0, 0, 595, 842)
        sheet.setFillColorRGB(1, 1, 1)
        for at in range(10):
            sheet.drawString(72, 700 - 14 * at, "A line of the brochure that is there for everybody to read")
        _mode_3(sheet)

    assert hidden(document(drawn(brochure))) == {"secret words": Concealment.INVISIBLE}


def test_a_layer_that_is_off() -> None:
    content = b"BT /F1 12 Tf 72 700 Td (open words) Tj ET /OC /L1 BDC BT /F1 12 Tf 72 600 Td (secret words) Tj ET EMC"
    data = raw(content, b"/Properties<</L1 6 0 R>>", b"", b"<</Type/OCG/Name(Drafts)>>")

    def switch(off: bool) -> Any:
        def change(pdf: pikepdf.Pdf) -> None:
            group = pdf.pages[0].obj.Resources.Properties.L1
            pdf.Root.OCProperties = pikepdf.Dictionary(OCGs=[group], D=pikepdf.Dictionary(OFF=[group] if off else []))

        return change

    assert hidden(document(changed(data, switch(off=True)))) == {"secret words": Concealment.HIDDEN_LAYER}
    assert hidden(document(changed(data, switch(off=False)))) == {}


def test_actual_text_that_says_something_else_is_shown_beside_the_glyphs() -> None:
    content = b"BT /F1 12 Tf 72 700 Td (Write to ) Tj /Span <</ActualText (nobody at all)>> BDC (amara@itu.int) Tj EMC ( today) Tj ET"
    found = document(raw(content))
    assert visible(found) == ["Write to amara@itu.int today"]
    (block,) = [b for b in found.blocks() if b.origin is Origin.HIDDEN]
    assert (block.text, block.concealment, block.context) == ("nobody at all", Concealment.REPLACED, "amara@itu.int")


@pytest.mark.parametrize("name", [b"/ActualText", b"/Actual#54ext"])
def test_blank_actual_text_does_not_blot_out_the_glyphs(name: bytes) -> None:
    content = b"BT /F1 12 Tf 72 700 Td /Span <<" + name + b" ( )>> BDC (amara@itu.int) Tj EMC ET"
    assert visible(document(raw(content))) == ["amara@itu.int"]


def test_actual_text_in_a_form_and_by_property_list() -> None:
    form = stream(
        b"BT /F1 12 Tf 72 700 Td /Span /P1 BDC (amara@itu.int) Tj EMC ET",
        b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>/Properties<</P1 7 0 R>>>>",
    )
    found = document(raw(b"/X1 Do", b"/XObject<</X1 6 0 R>>", b"", form, b"<</ActualText(nobody at all)>>"))
    assert visible(found) == ["amara@itu.int"]
    assert hidden(found) == {"nobody at all": Concealment.REPLACED}


def test_actual_text_that_says_the_same_is_nothing() -> None:
    content = b"BT /F1 12 Tf 72 700 Td /Span <</ActualText (Amara Nwosu)>> BDC (Amara  Nwosu) Tj EMC ET"
    found = document(raw(content))
    assert hidden(found) == {}
    assert visible(found) == ["Amara Nwosu"]


def test_text_inside_forms_is_judged_where_it_is_drawn() -> None:
    form = packed(b"1 1 1 rg BT /F1 12 Tf 0 0 Td (words in a form) Tj ET", b"/Type/XObject/Subtype/Form/BBox[0 -10 300 30]/Resources<</Font<</F1 5 0 R>>>>")
    blue = raw(b"0 0 1 rg 60 590 300 40 re f q 1 0 0 1 72 600 cm /X1 Do Q", b"/XObject<</X1 6 0 R>>", b"", form)
    bare = raw(b"q 1 0 0 1 72 600 cm /X1 Do Q", b"/XObject<</X1 6 0 R>>", b"", form)
    assert hidden(document(blue)) == {}
    assert hidden(document(bare)) == {"words in a form": Concealment.SAME_COLOUR}


def test_an_annotation_that_covers_text() -> None:
    box = stream(b"0 0 0 rg 0 0 300 60 re f", b"/Type/XObject/Subtype/Form/BBox[0 0 300 60]")
    annotation = b"/Annots[<</Type/Annot/Subtype/Square/Rect[50 580 350 640]/F 4/AP<</N 6 0 R>>>>]"
    found = document(raw(b"BT /F1 12 Tf 72 600 Td (secret words) Tj ET", b"", annotation, box))
    assert hidden(found) == {"secret words": Concealment.COVERED}


def test_clues_default_to_nothing_special() -> None:
    assert Clues() == Clues(layers_off=False, faint=False, covers=(), may_draw=True)
