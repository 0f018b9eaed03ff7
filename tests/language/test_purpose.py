from __future__ import annotations

import pytest

from materials_lint.language.addresses import find_addresses
from materials_lint.language.purpose import Purpose, purpose_of
from tests.language import (
    passages_ar,
    passages_en,
    passages_es,
    passages_fifth,
    passages_fourth,
    passages_fr,
    passages_more,
    passages_ru,
    passages_sixth,
    passages_third,
    passages_zh,
)

LETTERS = {"C": Purpose.CHANNEL, "R": Purpose.REFERENCE, "M": Purpose.MOVED, "E": Purpose.ETHICS_OFFICE, "P": Purpose.PERMISSION, "U": Purpose.UNCLEAR}
MODULES = (passages_ar, passages_en, passages_es, passages_fr, passages_ru, passages_zh, passages_more, passages_third, passages_fourth, passages_fifth, passages_sixth)
CASES: list[tuple[str, str]] = [case for module in MODULES for case in module.CASES]


def judged(text: str) -> list[Purpose]:
    return [purpose_of(text, a.start, a.end).purpose for a in find_addresses(text)]


@pytest.mark.parametrize(("text", "letters"), CASES)
def test_each_address_has_its_purpose(text: str, letters: str) -> None:
    found = judged(text)
    assert len(found) == len(letters)
    assert [p for p, letter in zip(found, letters, strict=True) if letter != "."] == [LETTERS[letter] for letter in letters if letter != "."]


def only(text: str, nth: int = 0) -> tuple[Purpose, str, float]:
    address = find_addresses(text)[nth]
    judgement = purpose_of(text, address.start, address.end)
    return judgement.purpose, judgement.cue, judgement.confidence


def test_the_cue_stands_in_the_text() -> None:
    wrong = []
    for text, _ in CASES:
        for address in find_addresses(text):
            judgement = purpose_of(text, address.start, address.end)
            if judgement.cue not in text or (judgement.purpose is not Purpose.UNCLEAR) != bool(judgement.cue):
                wrong.append(text)
    assert not wrong


def test_confidence_is_between_nothing_and_certainty() -> None:
    for text, _ in CASES:
        for address in find_addresses(text):
            assert 0 < purpose_of(text, address.start, address.end).confidence < 1


def test_the_deciding_words_are_named() -> None:
    assert only("Please write to me at nadia.okafor@itu.int.")[1] in ("write to me", "write to", "write to me at")
    assert only("Merci de ne pas écrire à amina@itu.int.")[:2][0] is Purpose.MOVED


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        ("Do not write to nadia@itu.int.", Purpose.MOVED),
        ("Do not hesitate to write to nadia@itu.int.", Purpose.CHANNEL),
        ("Don’t forget to write to nadia@itu.int.", Purpose.CHANNEL),
        ("I cannot wait to hear from you: nadia@itu.int", Purpose.CHANNEL),
        ("N'écrivez pas à nadia@itu.int.", Purpose.MOVED),
        ("N'oubliez pas d'écrire à nadia@itu.int.", Purpose.CHANNEL),
        ("No escriba a nadia@itu.int.", Purpose.MOVED),
        ("No olvide escribir a nadia@itu.int.", Purpose.CHANNEL),
        ("Не пишите на nadia@itu.int.", Purpose.MOVED),
        ("Не забудьте написать на nadia@itu.int.", Purpose.CHANNEL),
        ("请勿发邮件至nadia@itu.int。", Purpose.MOVED),
        ("别忘了发邮件至nadia@itu.int。", Purpose.CHANNEL),
        ("لا تكتبوا إلى nadia@itu.int.", Purpose.MOVED),
        ("لا تنسوا الكتابة إلى nadia@itu.int.", Purpose.CHANNEL),
    ],
)
def test_a_denied_invitation_is_none_but_an_idiom_is(text: str, purpose: Purpose) -> None:
    assert only(text)[0] is purpose


def test_direction_decides() -> None:
    assert judged("Mail to nadia@okafor.example is forwarded to nadia@itu.int.") == [Purpose.MOVED, Purpose.CHANNEL]
    assert judged("Mail to nadia@itu.int is forwarded to nadia@okafor.example.") == [Purpose.MOVED, Purpose.CHANNEL]


def test_languages_mix_in_one_passage() -> None:
    text = "Contact / Контакты / 联系方式 / للتواصل\nnadia@itu.int\n\nSources / Источники\nhttps://www.itu.int/rec/T-REC-E.164"
    assert judged(text) == [Purpose.CHANNEL, Purpose.REFERENCE]


def test_french_and_spanish_are_read_without_their_accents() -> None:
    assert only("Ecrivez-moi a l'adresse nadia@itu.int")[0] is Purpose.CHANNEL
    assert only("Segun las estadisticas de la Union (www.itu.int/statistics)")[0] is Purpose.REFERENCE


def test_a_mark_of_quotation_changes_nothing() -> None:
    assert only("> Write to me at nadia@itu.int.")[0] is Purpose.CHANNEL
    assert only("To: nadia@itu.int")[0] is Purpose.CHANNEL


def test_a_far_sentence_does_not_decide() -> None:
    text = "Write to me. " + "The network grew and the world changed with it. " * 8 + "See Resolution 71, https://www.itu.int/res71."
    assert only(text)[0] is Purpose.REFERENCE


def test_the_neighbour_across_a_blank_line_does_not_decide() -> None:
    assert only("Please write to me.\n\nnadia@itu.int is a mailbox.")[0] is not Purpose.REFERENCE
    assert only("Source: the Union.\n\nPlease call +41 22 730 51 11.")[0] is Purpose.CHANNEL


def test_words_inside_addresses_are_no_cues() -> None:
    assert only("https://www.example.org/contact-me-write-to-me and then https://www.itu.int", 1)[0] is not Purpose.CHANNEL


def test_a_wrapped_line_belongs_to_its_sentence() -> None:
    text = "If you would like to know more about what I have done for the Member States in the past years, please\nwrite to nadia@itu.int."
    assert only(text)[0] is Purpose.CHANNEL


@pytest.mark.parametrize("span", [(-1, 2), (3, 3), (0, 99)])
def test_a_span_outside_the_text_is_refused(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="no part of a text"):
        purpose_of("nadia@itu.int", *span)


def test_a_span_that_is_no_address_is_judged_too() -> None:
    text = "Visit us at Place des Nations, 1211 Geneva 20."
    start = text.index("Place")
    assert purpose_of(text, start, len(text) - 1).purpose in set(Purpose)


def test_a_long_text_costs_no_more_than_its_surroundings() -> None:
    text = "word " * 200_000 + "Write to nadia@itu.int." + " word" * 200_000
    start = text.index("nadia")
    assert purpose_of(text, start, start + 13).purpose is Purpose.CHANNEL
