from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from materials_lint.language.normalise import Change, normalise, skeleton

CASES = [
    ("i\u200bt\u200cu", "itu", Change.ZERO_WIDTH),
    ("\ufeffITU", "ITU", Change.ZERO_WIDTH),
    ("inter\u00adnational", "international", Change.SOFT_HYPHEN),
    ("inter\u00ad\nnational", "international", Change.SOFT_HYPHEN),
    ("inter\ufffenational", "international", Change.SOFT_HYPHEN),
    ("inter\u0002\nnational", "international", Change.SOFT_HYPHEN),
    ("inter-\nnational", "international", Change.LINE_BREAK),
    ("ITU-\nT", "ITU-T", Change.LINE_BREAK),
    ("a\r\nb\rc\u2028d", "a\nb\nc\nd", Change.LINE_BREAK),
    ("ITU\u2011T", "ITU-T", Change.COMPATIBILITY),
    ("ITU\u00a0and\u3000UIT", "ITU and UIT", Change.COMPATIBILITY),
    ("ＩＴＵ", "ITU", Change.COMPATIBILITY),
    ("𝐈𝐓𝐔", "ITU", Change.COMPATIBILITY),
    ("ﬁle", "file", Change.COMPATIBILITY),
    ("e\u0301te\u0301", "été", Change.COMPATIBILITY),
    ("\u200fالاتحاد\u200e", "الاتحاد", Change.BIDI),
    ("\u202etni.uti\u202c", "itu.int", Change.BIDI),
    ("ﺍﻟﻌﺮﺑﻴﺔ", "العربية", Change.COMPATIBILITY),
    ("ﻻ", "لا", Change.COMPATIBILITY),
    ("I N T E R N A T I O N A L", "INTERNATIONAL", Change.SPACED),
    ("I T U", "ITU", Change.SPACED),
    ("М С Э", "МСЭ", Change.SPACED),
    ("S p a c e d", "Spaced", Change.SPACED),
    ("I NTERNATIONAL T ELECOMMUNICATION U NION", "INTERNATIONAL TELECOMMUNICATION UNION", Change.SPACED),
    ("I nternational T elecommunication U nion", "International Telecommunication Union", Change.SPACED),
    ("a l i c e @ i t u . i n t", "alice@itu.int", Change.SPACED),
]


@pytest.mark.parametrize(("text", "meant", "change"), CASES)
def test_what_a_reader_sees(text: str, meant: str, change: Change) -> None:
    found = normalise(text)
    assert found.text == meant
    assert change in found.changes
    assert found.original == text


VISUAL = [
    ("ةغلب ةجمربلا", "البرمجة بلغة"),
    ("ةيلودلا تالاصتالا ةكبش", "شبكة الاتصالات الدولية"),
    ("alice@itu.int :ةلاسرلا ةباتك", "كتابة الرسالة: alice@itu.int"),
    ("ﺔﻴﺑﺮﻌﻟﺍ ﺔﻐﻠﻟﺍ", "اللغة العربية"),
    ("+41 22 730 51 11 :ةرادإلا ةباوب", "بوابة الإدارة: +41 22 730 51 11"),
]


@pytest.mark.parametrize(("drawn", "meant"), VISUAL)
def test_arabic_stored_as_drawn_is_turned_round(drawn: str, meant: str) -> None:
    found = normalise(drawn)
    assert found.text == meant
    assert Change.VISUAL_ORDER in found.changes


ARABIC_PROSE = [
    "الاتحاد الدولي للاتصالات وكالة متخصصة تابعة للأمم المتحدة.",
    "لا تترددوا في مراسلتي على البريد الإلكتروني alice@itu.int",
    "مرحبا",
    "هذه رؤيتي للسنوات الأربع القادمة (2027-2030).",
    "أهلا وسهلا بكم، إلا أن الوقت ضيق",
]


@pytest.mark.parametrize("text", ARABIC_PROSE)
def test_arabic_prose_is_left_alone(text: str) -> None:
    assert normalise(text).text == text


PROSE = [
    "I want a better Union, and so do you.",
    "I WANT A BETTER WORLD",
    "Plan A, B and C: A B C D E",
    "Vitamin C helps. Group A wins.",
    "m² and 5 km³, ½, 1ª, n.º 5, ™, …",
    "a y o e",
    "И в с ней",
    "x = a + b - c",
    "1 2 3 4 5 6",
    "Je l' ai vu à la fin",
    "well-known and up-to-date",
    "国际电联 的 网站",
    "你 好 吗 ？ 很 好",
    "Dr. J. R. R. Smith",
    "naïve café Ñandú œuvre",
    "ё й Ё Й",
    "tab\tand\nline",
]


@pytest.mark.parametrize("text", PROSE)
def test_prose_is_not_damaged(text: str) -> None:
    assert normalise(text).text == text.replace("？", "?")


def test_a_hyphen_in_a_broken_address_stays() -> None:
    assert normalise("https://www.example.org/long-\npath").text == "https://www.example.org/long-\npath"


@pytest.mark.parametrize(
    ("text", "meant"),
    [("АLICE@ІТU.INT", "alice@itu.int"), ("ιτυ", "itu"), ("٤١", "41"), ("۴۱", "41"), ("ITU", "itu"), ("МСЭ-Т", "mcэ-t"), ("İ", "i")],
)
def test_skeleton(text: str, meant: str) -> None:
    assert skeleton(text).text == meant


def test_a_span_leads_back() -> None:
    text = "see i\u200btu\u00ad.int now"
    found = normalise(text)
    start = found.text.index("itu.int")
    low, high = found.span(start, start + len("itu.int"))
    assert text[low:high] == "i\u200btu\u00ad.int"


def test_an_empty_span_is_empty() -> None:
    assert normalise("abc").span(1, 1) == (1, 1)
    assert normalise("").span(0, 0) == (0, 0)


ODD = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.sampled_from(list("abIT @.-\n\r\t\u00ad\u200b\u202e\u202c\u0301ﬁéةلاﻻىﺔＡ𝐀①²½и́")),
    ),
    max_size=60,
)


@given(ODD)
@settings(max_examples=500, deadline=None)
def test_each_character_leads_to_some_of_the_original(text: str) -> None:
    for found in (normalise(text), skeleton(text)):
        assert len(found.starts) == len(found.text) + 1
        assert found.starts[len(found.text)] == len(text)
        for i in range(len(found.text)):
            low, high = found.span(i, i + 1)
            assert 0 <= low < high <= len(text)


@given(ODD)
@settings(max_examples=500, deadline=None)
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = normalise(text).text
    assert normalise(once).text == once


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=126), max_size=80))
@settings(max_examples=200, deadline=None)
def test_ascii_only_loses_spaces_and_line_hyphens(text: str) -> None:
    assert normalise(text).text.replace(" ", "") == text.replace(" ", "")
