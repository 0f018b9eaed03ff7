"""Text made fit for a screen."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from materials_lint.terminal import Screen, breaks, columns, indented, one_line, pad, shorten, visible, wrap

ANYTHING = st.text(st.characters(), max_size=80)


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("plain", "plain"),
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("a\x9b1mb", "a\\x9b1mb"),
        ("invoice\u202egnp.exe", "invoice\\u202egnp.exe"),
        ("ama\u200bra@itu.int", "ama\\u200bra@itu.int"),
        ("two\nlines\tand\u00a0more", "two lines and more"),
        ("\udc80\ufffe\ue000", "\\udc80\\ufffe\\ue000"),
        ("\U000e0041", "\\U000e0041"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("i\u200ctu", "i\\u200ctu"),
        ("الاتحاد", "الاتحاد"),
        ("国际电信联盟", "国际电信联盟"),
        ("a\u3164b", "a\\u3164b"),
    ],
)
def test_visible(raw: str, shown: str) -> None:
    assert visible(raw) == shown


def test_only_six_marks_stay_on_one_letter() -> None:
    assert visible("e" + "\u0301" * 9) == "e" + "\u0301" * 6 + "\\u0301" * 3


@given(ANYTHING)
def test_nothing_that_steers_a_terminal_stays(text: str) -> None:
    kept = visible(text)
    assert all(unicodedata.category(char) not in ("Cc", "Cs", "Co", "Cn", "Zl", "Zp") for char in kept)
    assert all(char in "\u200c\u200d" for char in kept if unicodedata.category(char) == "Cf")
    assert visible(kept) == kept


def test_one_line() -> None:
    assert one_line("  a \n\n b\t") == "a b"


def test_columns() -> None:
    assert columns("abc") == 3
    assert columns("国际") == 4
    assert columns("e\u0301") == 1


@given(ANYTHING, st.integers(2, 30))
def test_lines_fit_and_lose_nothing_but_spaces(text: str, width: int) -> None:
    text = one_line(text)
    lines = wrap(text, width)
    assert all(columns(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_lines_break_between_words() -> None:
    assert wrap("one two three", 8) == ["one two", "three"]


def test_a_long_word_is_broken_only_when_it_must() -> None:
    assert wrap("see amara.nwosu@itu.int", 19) == ["see", "amara.nwosu@itu.int"]
    assert wrap("a" * 25, 10) == ["a" * 10, "a" * 10, "a" * 5]


def test_chinese_breaks_between_characters_but_never_before_a_stop() -> None:
    assert wrap("支持我竞选秘书长。谢谢", 16) == ["支持我竞选秘书", "长。谢谢"]


def test_breaks_point_into_the_text() -> None:
    text = "one two three"
    assert [text[a:b] for a, b in breaks(text, 8)] == ["one two", "three"]


def test_indented() -> None:
    assert indented("one two three", 12, "Why ") == ["Why one two", "    three"]
    assert indented("one two three", 12, "Why ", "  ") == ["Why one two", "  three"]


def test_shorten_keeps_both_ends() -> None:
    short = shorten("a" * 50 + "z" * 50, 20)
    assert columns(short) <= 20
    assert short.startswith("aaa")
    assert short.endswith("zzz")
    assert shorten("short", 20) == "short"


def test_pad_counts_columns() -> None:
    assert pad("国", 4) == "国  "


def test_colour_only_where_the_screen_has_it() -> None:
    assert Screen().paint("x", "red") == "x"
    assert Screen(colour=True).paint("x", "bold", "red") == "\x1b[1;31mx\x1b[0m"
