"""Own words and quoted mail, in six languages."""

from __future__ import annotations

import pytest

from materials_lint.containers.quoting import split_quoted


def quoted(text: str) -> list[str]:
    return [paragraph for paragraph, is_quoted in split_quoted(text) if is_quoted]


def own(text: str) -> list[str]:
    return [paragraph for paragraph, is_quoted in split_quoted(text) if not is_quoted]


@pytest.mark.parametrize(
    "line",
    [
        "-----Original Message-----",
        "----- Message d'origine -----",
        "-----Mensaje original-----",
        "-----Исходное сообщение-----",
        "-----原始邮件-----",
        "-----الرسالة الأصلية-----",
        "---------- Forwarded message ---------",
        "Begin forwarded message:",
        "\u200f-------- الرسالة الأصلية --------",
        "On Mon, 3 May 2027 at 10:00, Ana Ruiz <ana@example.org> wrote:",
        "Le 3 mai 2027 à 10:00, Ana <ana@example.org> a écrit :",
        "El lun, 3 may 2027 a las 10:00, Ana escribió:",
        "3 мая 2027 г., 10:00, Ана написал(а):",
        "пн, 3 мая 2027 г. в 10:00, Ана <ana@example.org>:",
        "在 2027年5月3日，Ana 写道：",
        "في 3 مايو 2027، كتب آنا <ana@example.org>:",
    ],
)
def test_a_separator_opens_quoted_mail(line: str) -> None:
    assert own(f"My own words.\n\n{line}\n\nOld words of hers.") == ["My own words."]


@pytest.mark.parametrize("line", ["On the future she wrote:", "--- Programme ---", "My priorities in 2027:", "On 3 May I wrote to him: he agreed."])
def test_ordinary_lines_do_not(line: str) -> None:
    assert quoted(f"Dear all,\n\n{line}\n\nmore") == []


def test_an_answer_below_the_quoted_lines_stays_own() -> None:
    text = "Hello,\n\nOn Mon, 3 May 2027 at 10:00, Ana Ruiz\n<ana@example.org> wrote:\n> old line\n> another\n\nMy answer.\n"
    assert own(text) == ["Hello,", "My answer."]
    assert "ana@example.org" in quoted(text)[0]


@pytest.mark.parametrize(
    "line",
    [
        "On 3 May 2026, Bo Lind wrote to anna@example.org:",
        "On Mon, Bo <bo@example.org> wrote:",
        "Bo Lind (bo@example.org) wrote:",
        "Le 3 mai 2026, Bo a écrit à anna@example.org :",
        "Bo <bo@example.org> a écrit :",
        "El lun, Bo <bo@example.org> escribió:",
        "3 мая 2026 г. Бо написал на anna@example.org:",
        "Бо <bo@example.org> написал(а):",
        "Bo <bo@example.org> 写道：",
        "بو <bo@example.org> كتب:",
    ],
)
def test_the_line_that_names_who_wrote_is_quoted_like_the_marked_lines_below(line: str) -> None:
    assert own(f"Hello.\n{line}\n> old\n\nMy answer.") == ["Hello.", "My answer."]


def test_a_dated_attribution_to_an_address_needs_no_marks() -> None:
    assert own("Hello.\n\nOn 3 May 2026, Bo Lind wrote to anna@example.org:\n\nI vote.") == ["Hello."]
    assert quoted("Hello.\n\nOn 3 May 2026 I wrote to anna@example.org:\n\nI vote.") == []


@pytest.mark.parametrize(
    "block",
    [
        "From: Ana\nSent: Monday, 3 May 2027\nTo: Ben\nSubject: Vote",
        "De : Ana\nEnvoyé : lundi 3 mai 2027\nÀ : Ben\nObjet : Vote",
        "De: Ana\nEnviado el: lunes, 3 de mayo\nPara: Ben\nAsunto: Voto",
        "От: Ана\nОтправлено: 3 мая\nКому: Бен\nТема: Выборы",
        "发件人: 安娜\n发送时间: 2027年5月3日\n收件人: 本\n主题: 选举",
        "من: آنا\nتم الإرسال: 3 مايو\nإلى: بن\nالموضوع: الانتخابات",
    ],
)
def test_outlooks_header_block_opens_quoted_mail(block: str) -> None:
    assert own(f"See below.\n\n{block}\n\nOld words.") == ["See below."]


def test_a_memo_that_starts_with_a_header_block_is_own_text() -> None:
    assert quoted("From: Ana\nTo: All delegates\nSubject: My vision\n\nI stand for open doors.") == []


def test_long_lines_are_told_apart_quickly() -> None:
    assert quoted("On 1 " + "a wrote b " * 200_000) == []
