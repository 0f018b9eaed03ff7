"""Text from bytes: declared, marked, or guessed."""

from __future__ import annotations

import random

import pytest

from materials_lint.containers.charsets import codec_named, decode, head_text, looks_binary, without_controls
from materials_lint.model.source import Source

SHORT = {
    "fr": ("Chers collègues, je vous écris à propos de la prochaine élection", ["cp1252", "mac-roman", "cp850"]),
    "es": ("Señor Núñez, ¿qué visión tiene usted?", ["cp1252", "mac-roman", "cp850"]),
    "ru": ("Голосуйте за меня", ["cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic"]),
    "ar": ("صوتوا لي في الانتخابات", ["cp1256", "iso8859-6", "cp720"]),
    "zh": ("尊敬的各位代表：请支持我竞选。", ["gb18030", "hz"]),
    "zh-Hant": ("尊敬的各位代表：請支持我競選", ["big5"]),
    "ja": ("選挙の候補者です", ["shift_jis", "euc_jp", "iso2022_jp"]),
}


@pytest.mark.parametrize(("text", "encoding"), [(text, encoding) for text, encodings in SHORT.values() for encoding in encodings])
def test_a_short_sentence_is_read_in_each_of_its_encodings(text: str, encoding: str) -> None:
    found = decode(text.encode(encoding))
    assert found.text == text
    assert not looks_binary(found)


@pytest.mark.parametrize("text", [text for text, _ in SHORT.values()])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le"])
def test_unicode_is_read_with_and_without_a_mark(text: str, encoding: str) -> None:
    assert decode(f"{text}\nline two".encode(encoding)).text.removeprefix("\ufeff") == f"{text}\nline two"


def test_a_declared_encoding_wins_over_the_guess_but_not_over_utf8() -> None:
    assert decode("ÅÄÖ".encode("cp850"), "ibm850").text == "ÅÄÖ"
    assert decode("élection".encode(), "iso-8859-1").text == "élection"


def test_utf8_with_one_bad_byte_stays_utf8_and_says_so() -> None:
    found = decode("Les élections à Genève, déjà".encode() + b"\xff")
    assert "élections à Genève" in found.text
    assert found.damaged == 1


@pytest.mark.parametrize(
    ("name", "codec"),
    [
        ("windows-950", "big5hkscs"),
        ("CP-1251", "cp1251"),
        ("iso-8859-1", "cp1252"),
        ("gb2312", "gb18030"),
        ("x-unknown", None),
        ("base64", None),
        (None, None),
        ('"KOI8-R"', "koi8-r"),
    ],
)
def test_encodings_go_by_many_names(name: str | None, codec: str | None) -> None:
    assert codec_named(name) == codec


def test_random_bytes_are_no_text() -> None:
    dice = random.Random(7)
    assert all(looks_binary(decode(dice.randbytes(3000))) for _ in range(20))


def test_a_stray_nul_does_not_make_a_text_binary() -> None:
    found = decode(b"Vote for me\0 at the conference. I promise an open house.")
    assert not looks_binary(found)
    assert without_controls(found.text).startswith("Vote for me at")


def test_line_ends_become_newlines() -> None:
    assert without_controls("a\r\nb\rc\x0cd") == "a\nb\nc\nd"


def test_the_head_of_utf16_markup_can_be_searched() -> None:
    assert head_text(Source("<html><body>Vote".encode("utf-16-le"), "x")).startswith("<html>")
