"""PDF: damaged, locked, hostile and wordless files; nothing of them passes in silence."""

from __future__ import annotations

import zlib
from typing import Any

import pikepdf
import pytest

from materials_lint.extractors.pdf._filters import TooLongError, _lzw, _run_length, decode
from materials_lint.extractors.pdf._garbled import garbled, lost_letters
from materials_lint.model.document import NotReadError, Reason
from tests.extractors.pdf_builders import assembled, changed, document, drawn, gaps, packed, picture, raw, stream, visible

_WORDS = b"BT /F1 12 Tf 72 700 Td (Vote for Amara Nwosu) Tj ET"


def _hello(sheet: Any) -> None:
    sheet.drawString(72, 742, "Vote for Amara Nwosu")


def _reasons(data: bytes, **limits: int) -> set[Reason]:
    return {gap.reason for gap in document(data, **limits).gaps}


@pytest.mark.parametrize(
    ("data", "reason"), [(b"", Reason.EMPTY), (b"  \n", Reason.EMPTY), (b"%PDF-1.7\nnothing else", Reason.DAMAGED), (b"\x00\x01\x02" * 50, Reason.DAMAGED)]
)
def test_what_is_no_pdf_at_all(data: bytes, reason: Reason) -> None:
    with pytest.raises(NotReadError) as error:
        document(data)
    assert error.value.reason is reason


def test_a_password_to_open_it() -> None:
    locked = changed(drawn(_hello), lambda pdf: None, encryption=pikepdf.Encryption(owner="owner", user="user"))
    with pytest.raises(NotReadError) as error:
        document(locked)
    assert error.value.reason is Reason.ENCRYPTED
    assert "password" in error.value.message


def test_a_password_against_printing_only() -> None:
    guarded = changed(drawn(_hello), lambda pdf: None, encryption=pikepdf.Encryption(owner="owner", user=""))
    assert visible(document(guarded)) == ["Vote for Amara Nwosu"]
    assert not document(guarded).gaps


@pytest.mark.parametrize("length", [10, 2000, 70_000])
def test_junk_before_the_file(length: int) -> None:
    assert visible(document(b"\n" * length + drawn(_hello))) == ["Vote for Amara Nwosu"]


def test_a_wrong_index_alone_loses_nothing() -> None:
    data = raw(_WORDS)
    broken = data.replace(b"startxref\n", b"startxref\n9")
    assert visible(document(broken)) == ["Vote for Amara Nwosu"]
    assert not document(broken).gaps


def test_a_file_that_ends_early_is_told() -> None:
    data = raw(_WORDS)
    cut = data[: data.rfind(b"xref\n0") - 10]
    assert visible(document(cut)) == ["Vote for Amara Nwosu"]
    assert gaps(document(cut), Reason.DAMAGED)


def test_an_object_that_is_not_there_is_told() -> None:
    broken = raw(_WORDS, page=b"/Annots 77 0 R").replace(b"startxref\n", b"startxref\n9")
    assert gaps(document(broken), Reason.DAMAGED)


def test_a_damaged_stream_is_told_for_its_page() -> None:
    good = zlib.compress(_WORDS * 200)
    data = assembled(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            stream(good[:60] + b"\xff\xff\xff" + good[63:], b"/Filter/FlateDecode"),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ]
    )
    (gap,) = gaps(document(data), Reason.DAMAGED)
    assert gap.page == 1


def test_a_stream_without_its_checksum_is_whole() -> None:
    data = assembled(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            stream(zlib.compress(_WORDS)[:-4], b"/Filter/FlateDecode"),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ]
    )
    found = document(data)
    assert visible(found) == ["Vote for Amara Nwosu"]
    assert not found.gaps


def test_a_page_whose_instructions_are_gone_is_told() -> None:
    assert gaps(document(raw(_WORDS).replace(b"/Contents 4 0 R", b"/Cxntents 4 0 R")), Reason.DAMAGED)


def test_a_page_count_that_lies() -> None:
    found = document(raw(_WORDS).replace(b"/Count 1", b"/Count 9"))
    assert len(found.pages) == 1
    assert "9 pages" in gaps(found, Reason.DAMAGED)[0].message


def test_no_pages_at_all() -> None:
    found = document(assembled([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"]))
    assert not found.pages
    assert gaps(found, Reason.EMPTY)


def test_a_page_tree_that_bites_its_tail_is_no_silent_pass() -> None:
    data = assembled([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 3>>"])
    assert gaps(document(data), Reason.DAMAGED)


def test_forms_that_multiply_are_refused_before_they_are_drawn() -> None:
    calls = b" ".join([b"/X Do"] * 10)
    levels = [stream(calls, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>" % (7 + at)) for at in range(9)]
    last = stream(b"0 0 9 9 re f " * 20, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]")
    (gap,) = document(raw(calls, b"/XObject<</X 6 0 R>>", b"", *levels, last)).gaps
    assert gap.reason is Reason.TOO_LARGE
    assert "max_page_content_mib = 64" in gap.message


def test_a_stream_that_unpacks_without_end_is_refused() -> None:
    data = assembled(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
            packed(b" " * 3_000_000),
        ]
    )
    (gap,) = gaps(document(data, max_page_content_mib=2), Reason.TOO_LARGE)
    assert "max_page_content_mib = 2" in gap.message


def test_forms_nested_too_deep_are_refused() -> None:
    levels = [stream(b"/X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>" % (7 + at)) for at in range(40)]
    last = stream(b"0 0 9 9 re f", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]")
    assert _reasons(raw(CALLS, b"/XObject<</X 6 0 R>>", b"", *levels, last)) == {Reason.TOO_LARGE}


def test_a_form_that_draws_itself_is_told() -> None:
    form = stream(b"/X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>")
    found = document(raw(_WORDS + b" /X Do", b"/XObject<</X 6 0 R>>", b"", form))
    assert visible(found) == ["Vote for Amara Nwosu"]
    assert gaps(found, Reason.DAMAGED)


def test_too_many_annotations() -> None:
    link = b"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://example.org)>>>>"
    found = document(raw(_WORDS, page=b"/Annots[" + link * 5 + b"]"), max_annotations=3)
    (gap,) = gaps(found, Reason.TOO_LARGE)
    assert "5 annotations" in gap.message
    assert "max_annotations = 3" in gap.message


def test_too_much_text() -> None:
    found = document(drawn(_hello, _hello, _hello), max_text_chars=15)
    assert len(found.pages) == 1
    assert "max_text_chars = 15" in found.gaps[0].message


def test_a_page_larger_than_pages_can_be() -> None:
    found = document(raw(_WORDS).replace(b"/MediaBox[0 0 595 842]", b"/MediaBox[0 0 20000 20000]"))
    assert visible(found) == ["Vote for Amara Nwosu"]
    assert gaps(found, Reason.TOO_LARGE)


def test_a_page_that_is_a_picture_has_no_text() -> None:
    (gap,) = document(drawn(lambda sheet: sheet.drawImage(picture(size=(600, 800)), 0, 0, 595, 842))).gaps
    assert (gap.reason, gap.page) == (Reason.NO_TEXT, 1)


def test_letters_drawn_as_curves_have_no_text() -> None:
    def draw(sheet: Any) -> None:
        path = sheet.beginPath()
        for at in range(60):
            path.moveTo(72 + 5 * at, 400)
            path.curveTo(74 + 5 * at, 410, 76 + 5 * at, 390, 77 + 5 * at, 400)
        sheet.drawPath(path)

    assert _reasons(drawn(draw)) == {Reason.NO_TEXT}


def test_fonts_that_hand_out_wrong_letters() -> None:
    cmap = b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <20> <7E> <E020> endbfrange endcmap end"
    data = raw(
        b"BT /F2 12 Tf 72 700 Td (Vote for Amara Nwosu and her programme) Tj ET",
        b"",
        b"",
        stream(cmap),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>",
    )
    assert _reasons(data.replace(b"/F1 5 0 R", b"/F2 7 0 R")) == {Reason.GARBLED}


@pytest.mark.parametrize(
    "text",
    [
        "Vote for Amara Nwosu, who serves the Union with an open mind and steady hands. " * 10,
        "Голосуйте за Амару Нвосу: связь для каждого села, честный бюджет, открытые собрания. " * 10,
        "国际电信联盟秘书长候选人的愿景是让每一个村庄都能上网并分享知识与机会。" * 5,
        "رؤيتي للاتحاد الدولي للاتصالات أن تصل الشبكة إلى كل قرية وأن يشارك الجميع " * 5,
        "https://www.example.org/a,b;c=(d)&e='f' " * 10,
        "H = AR A AHT, l = 0, . . . , L - 1 (1) y(1)[k] = q(m)TF(m)tr T W(m)tr H " * 10,
        "PP-26 WRC-23 WTSA-24 WTDC-25 ITU-T SG17 Q.3/17 TD1234 Rev.1 " * 10,
    ],
)
def test_honest_text_is_not_garbled(text: str) -> None:
    assert not garbled(text)


@pytest.mark.parametrize(
    "text",
    [
        "\u4d00\u7500\u6c00\u7400\u6900\u2000" * 10,
        "\ufffd\ufffd\ufffd and so on " * 8,
        "(cid:12)(cid:44)(cid:9) " * 9,
        ")45 4%,%'2!0(37)4#(). '%.%2!,34!4)/.3 3)'.!,,).'#/.$)4)/.3 4/\"%!00,)%$).4(% ).4%2.!4)/.!,4%,%83%26)#%",
        "Wklv lv d vhfuhw phvvdjh wkdw qrrqh fdq uhdg xqohvv wkhb vkliw hdfk ohwwhu edfn wkuhh sodfhv " * 8,
    ],
)
def test_nonsense_is_garbled(text: str) -> None:
    assert garbled(text)


def test_control_characters_in_place_of_letters() -> None:
    assert lost_letters("Vo\x0ce for \x0bm\x0br\x0b")
    assert not lost_letters("telecommuni\x02cation for all\r\n" * 9)


def test_decoding_stops_at_the_limit() -> None:
    with pikepdf.new() as pdf:
        bomb = pikepdf.Stream(pdf, zlib.compress(zlib.compress(bytes(5_000_000))), Filter=pikepdf.Array([pikepdf.Name.FlateDecode, pikepdf.Name.FlateDecode]))
        with pytest.raises(TooLongError):
            decode(bomb, 1_000_000)
        assert len(decode(bomb, 6_000_000).data) == 5_000_000
        for name, data in (("ASCIIHexDecode", b"48 65 6c6C 6f>"), ("ASCII85Decode", b"<~87cURDZ~>"), ("RunLengthDecode", b"\x04Hello\x80")):
            assert decode(pikepdf.Stream(pdf, data, Filter=pikepdf.Name(f"/{name}")), 100).data.startswith(b"Hello")


def test_old_filters_stop_at_the_limit() -> None:
    with pytest.raises(TooLongError):
        _run_length(b"\x81x" * 100, 1000)
    assert _lzw(bytes([0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01]), 100) == (b"-----A---B", True)
    with pytest.raises(TooLongError):
        _lzw(bytes([0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01]), 5)


def test_what_pdfium_refuses_is_read_word_by_word(monkeypatch: pytest.MonkeyPatch) -> None:
    from materials_lint.extractors.pdf import _reader

    monkeypatch.setattr(_reader, "_by_pdfium", lambda *_: None)
    found = document(drawn(_hello))
    assert visible(found) == ["Vote for Amara Nwosu"]
    assert found.pages[0].blocks[0].spans
    assert gaps(found, Reason.DAMAGED)


SQUARE = b"10 10 20 20 re f\n"
PICTURE = stream(b"\0" * 12, b"/Type/XObject/Subtype/Image/Width 2/Height 2/BitsPerComponent 8/ColorSpace/DeviceRGB")
FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 100 100]"
CALLS = b"/X Do"


def form_calling(number: int) -> bytes:
    return stream(CALLS, FORM + b"/Resources<</XObject<</X %d 0 R>>>>" % number)


@pytest.mark.parametrize(
    ("data", "limit", "value"),
    [
        (raw(SQUARE * 30), "max_page_objects", 20),
        (raw(b"/X Do " * 3, b"/XObject<</X 6 0 R>>", b"", PICTURE), "max_page_pictures", 2),
        (raw(b"BT /F1 12 Tf 10 10 Td (Hello, everybody) Tj ET", b"", b"/UserUnit 1"), "max_page_side_pt", 800),
        (raw(CALLS, b"/XObject<</X 6 0 R>>", b"", form_calling(7), form_calling(8), stream(SQUARE, FORM)), "max_form_depth", 2),
    ],
)
def test_limits_of_a_page_name_their_setting(data: bytes, limit: str, value: int) -> None:
    assert gaps(document(data), Reason.TOO_LARGE) == []
    (gap,) = gaps(document(data, **{limit: value}), Reason.TOO_LARGE)
    assert f"{limit} = {value}" in gap.message
    assert gap.page == 1
