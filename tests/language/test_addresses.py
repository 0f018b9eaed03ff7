from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from materials_lint.language.addresses import Address, AddressKind, find_addresses
from materials_lint.language.mapped import Change

MAIL, URL, PHONE, HANDLE = AddressKind.EMAIL, AddressKind.URL, AddressKind.PHONE, AddressKind.HANDLE


def values(text: str) -> list[tuple[AddressKind, str]]:
    return [(a.kind, a.value) for a in find_addresses(text)]


def one(text: str) -> Address:
    (found,) = find_addresses(text)
    return found


PLAIN_MAILS = [
    "nadia@itu.int",
    "Nadia.Okafor@itu.int",
    "write to nadia@itu.int.",
    "(nadia@itu.int)",
    "<nadia@itu.int>",
    "nadia@itu.int, please",
    "邮箱nadia@itu.int。",
    "邮箱：nadia@itu.int，谢谢",
    "بريدnadia@itu.int؛",
    "mailto:nadia@itu.int?subject=Vote",
    "nadia@itu.int¹",
    "NADIA@ITU.INT",
    "“nadia@itu.int”",
    "«nadia@itu.int»",
    "E-mail:nadia@itu.int",
    "e-mail=nadia@itu.int",
    "nadia@itu.int/office",
    "nadia@itu.int\t+",
]


@pytest.mark.parametrize("text", PLAIN_MAILS)
def test_plain_mail(text: str) -> None:
    found = find_addresses(text)[0]
    assert found.kind is MAIL
    assert found.host == "itu.int"
    assert found.local.startswith("nadia")
    assert not found.changes
    assert text[found.start : found.end].lower() == found.value


DISGUISED_MAILS = [
    "nadia [at] itu [dot] int",
    "nadia[at]itu[dot]int",
    "nadia(at)itu.int",
    "nadia (AT) itu (DOT) int",
    "nadia {at} itu {dot} int",
    "nadia <at> itu <dot> int",
    "nadia AT itu DOT int",
    "nadia at itu dot int",
    "nadia AT itu.int",
    "nadia_at_itu_dot_int",
    "nadia-at-itu-dot-int",
    "nadia[@]itu[.]int",
    "nadia @ itu . int",
    "nadia@ itu.int",
    "nadia@itu .int",
    "nadia@itu. int",
    "nadia@itu dot int",
    "nadia at-sign itu dot int",
    "nadia arobase itu point int",
    "nadia (arobase) itu (point) int",
    "nadia chez itu point int",
    "nadia à itu point int",
    "nadia arroba itu punto int",
    "nadia [arroba] itu [punto] int",
    "nadia собака itu точка int",
    "nadia (собака) itu (точка) int",
    "nadia[собака]itu.int",
    "nadia эт itu точка int",
    "nadia艾特itu点int",
    "nadia 艾特 itu 點 int",
    "nadia（at）itu.int",
    "nadia在itu点int",
    "nadia آت itu نقطة int",
    "nadia عند itu دوت int",
    "nadia (آت) itu (نقطة) int",
    "nadia＠itu．int",
    "nadia@itu。int",
    "nadia@itu·int",
    "nadia@\u200bitu.int",
    "n\u200da\u200ddia@itu.i\u2060nt",
    "nadia@i\u00adtu.int",
    "nаdia@itu.int",
    "nadia@іtu.int",
    "nadia@itυ.int",
    "nadia@ｉｔｕ.int",
    "nadia@𝐢𝐭𝐮.𝐢𝐧𝐭",
    "nadia@itu.lnt",
    "nadia@xn--tu-goc.int",
    "nadia@\nitu.int",
    "nadia\n@itu.int",
    "nadia@itu.\nint",
    "nadia@itu\n.int",
    "nadia%40itu.int",
    "nadia%2540itu%252Eint",
    "nadia&#64;itu&#46;int",
    "nadia&#x40;itu.int",
    "nadia&commat;itu&period;int",
    "nadia=40itu.int",
    "nadia=40itu=2Eint",
    "nadia@NOSPAM.itu.int",
    "nadiaNOSPAM@itu.int",
    "nadia.nospam@itu.int",
    "nadia@itu.removethis.int",
    "\u202etni.uti@aidan\u202c",
    "n a d i a @ i t u . i n t",
]


@pytest.mark.parametrize("text", DISGUISED_MAILS)
def test_disguised_mail(text: str) -> None:
    found = one(text)
    assert (found.kind, found.value, bool(found.changes)) == (MAIL, "nadia@itu.int", True)
    assert (found.start, found.end) == (0, len(text.rstrip("\u202c"))) or text[found.start : found.end].strip("\u202e\u202c") in text


@pytest.mark.parametrize("text", DISGUISED_MAILS)
def test_disguised_mail_inside_prose(text: str) -> None:
    found = [a for a in find_addresses(f"Please write\nto: {text}\nbefore Monday.") if a.kind is MAIL]
    assert [a.value for a in found] == ["nadia@itu.int"]


def test_dots_in_words_in_the_mailbox() -> None:
    assert one("nadia dot okafor at itu dot int").value == "nadia.okafor@itu.int"
    assert one("nadia punto okafor arroba itu punto int").value == "nadia.okafor@itu.int"


OTHER_OWNERS = {
    "itu.dk": "itu.dk",
    "itu.edu.tr": "itu.edu.tr",
    "notitu.int": "notitu.int",
    "www.itu.int.evil.example": "www.itu.int.evil.example",
    "https://itu.int@evil.example/x": "evil.example",
    "https://www.itu.int:443@evil.example": "evil.example",
    "https://user:itu.int@evil.example/": "evil.example",
    "https://evil.example/itu.int": "evil.example",
    "https://evil.example\\@itu.int": "evil.example",
    "https://evil.example#@itu.int": "evil.example",
    "https://evil.example?itu.int": "evil.example",
    "https://itu-int.example": "itu-int.example",
    "http://itu.int.co": "itu.int.co",
    "itu.int.zone": "itu.int.zone",
    "www.insitu.int.example": "www.insitu.int.example",
}


@pytest.mark.parametrize(("text", "host"), OTHER_OWNERS.items())
def test_hosts_that_only_look_like_itu(text: str, host: str) -> None:
    assert one(text).host == host


def test_mailboxes_that_only_look_like_itu() -> None:
    assert [a.host for a in find_addresses("itu.int@gmail.com, itu@evil.example, x@itu.int.example")] == ["gmail.com", "evil.example", "itu.int.example"]


URLS = {
    "https://www.itu.int": "www.itu.int",
    "http://itu.int/": "itu.int",
    "HTTPS://WWW.ITU.INT/En/Ethics": "www.itu.int/En/Ethics",
    "www.itu.int/en": "www.itu.int/en",
    "itu.int": "itu.int",
    "ITU.int": "itu.int",
    "pp.itu.int/2026": "pp.itu.int/2026",
    "https://pp22.itu.int:8443/x": "pp22.itu.int/x",
    "(see www.itu.int/a_(b))": "www.itu.int/a_(b)",
    "(www.itu.int/a)": "www.itu.int/a",
    "www.itu.int/a.": "www.itu.int/a",
    "www.itu.int/a…": "www.itu.int/a",
    "请访问www.itu.int。ITU的网站": "www.itu.int",
    "请访问https://www.itu.int/pp26查看": "www.itu.int/pp26",
    "网址：www.itu.int/zh，谢谢": "www.itu.int/zh",
    "（https://www.itu.int/x）": "www.itu.int/x",
    "الموقعwww.itu.int؛": "www.itu.int",
    "بitu.int": "itu.int",
    "на itu.int.Спасибо": "itu.int",
    "Find it on itu.int.Please read": "itu.int",
    "hxxps://www[.]itu[.]int/x": "www.itu.int/x",
    "https[:]//itu.int": "itu.int",
    "itu[.]int": "itu.int",
    "itu (dot) int": "itu.int",
    "itu dot int": "itu.int",
    "www dot itu dot int": "www.itu.int",
    "itu . int": "itu.int",
    "www. itu. int": "www.itu.int",
    "www.itu.\nint/x": "www.itu.int/x",
    "https://\nwww.itu.int": "www.itu.int",
    "https://www.itu.int/en/\npages/x.aspx": "www.itu.int/en/pages/x.aspx",
    "https://www%2Eitu%2Eint/x": "www.itu.int/x",
    "іtu.іnt": "itu.int",
    "ｗｗｗ．ｉｔｕ．ｉｎｔ": "www.itu.int",
    "ltu.int": "itu.int",
    "https://пример.рф/": "пример.рф",
    "http://192.0.2.7/x": "192.0.2.7/x",
    "twitter.com/ITU": "twitter.com/ITU",
    "t.me/ITU": "t.me/ITU",
    "x.com/ITU": "x.com/ITU",
    "https://medium.com/@itu/post": "medium.com/@itu/post",
}


@pytest.mark.parametrize(("text", "value"), URLS.items())
def test_url(text: str, value: str) -> None:
    assert values(text) == [(URL, value)]


def test_an_address_inside_anothers_query_is_found_too() -> None:
    text = "https://tracker.example/?u=https%3A%2F%2Fwww.itu.int%2Fvote"
    assert [a.host for a in find_addresses(text)] == ["tracker.example", "www.itu.int"]
    assert [a.value for a in find_addresses("mailto:a@b.example?cc=nadia@itu.int")] == ["a@b.example", "nadia@itu.int"]
    assert [a.host for a in find_addresses("https://web.archive.example/2020/http://itu.int/x")] == ["web.archive.example", "itu.int"]


NOTHING = [
    "e.g. this, i.e. that, etc.",
    "The soil was tested in situ. Int is a type.",
    "itu. International Telecommunication Union",
    "the ITU. Its members",
    "version v1.2.int",
    "Read report.pdf, main.py and README.md.",
    "We won.It is over. He came.In time.",
    "Meet me at 5 o'clock at the ITU.",
    "constituent. interest",
    "and/or 24/7",
    "9-27 November 2026, 2018-2022, 09.11.2026, 2026-11-09",
    "Resolution 71 (Rev. Bucharest, 2022), Document C17/130-E",
    "1 000 000 000 people and 2,6 billion",
    "ISBN 978-92-61-00000-0",
    "The dot com years, at that point int was",
    "т.е. и т.д. в т.ч.",
    "第3.5条，2026年11月9日",
    "القرار 71 (دبي، 2018)",
    "Madrid, 3.4.2019. Ref. 12/345",
    "@ home, 5 @ 3.20",
    "a.b.c and x.y",
    "100%40 50% 3=40",
    "Microsoft .NET and Node.js",
    "taking a toll. pictures",
]


@pytest.mark.parametrize("text", NOTHING)
def test_prose_holds_no_address(text: str) -> None:
    assert values(text) == []


def test_at_in_prose_makes_no_mailbox() -> None:
    assert values("Look at itu.int and see.") == [(URL, "itu.int")]
    assert values("Contact me at itu dot int") == [(URL, "itu.int")]
    assert values("I work at itu.int") == [(URL, "itu.int")]
    assert values("Regardez sur itu point int") == [(URL, "itu.int")]


def test_the_domain_alone_is_a_mail_address_without_mailbox() -> None:
    found = one("not from my @itu.int account")
    assert (found.kind, found.value, found.local, found.host) == (MAIL, "@itu.int", "", "itu.int")


PHONES = {
    "+41 22 730 51 11": "+41227305111",
    "+41227305111": "+41227305111",
    "+41-22-730.51.11": "+41227305111",
    "+41 (0)22 730 51 11": "+41227305111",
    "+41 (22) 730 5111": "+41227305111",
    "(+41) 22 730 51 11": "+41227305111",
    "0041 22 730 51 11": "+41227305111",
    "0041 (0)22 730 51 11": "+41227305111",
    "022 730 5111": "+41227305111",
    "022/730 51 11": "+41227305111",
    "(022) 730 51 11": "+41227305111",
    "tel:+41-22-730-51-11": "+41227305111",
    "+٤١ ٢٢ ٧٣٠ ٥١ ١١": "+41227305111",
    "+۴۱ ۲۲ ۷۳۰ ۵۱ ۱۱": "+41227305111",
    "٤١٢٢٧٣٠٥١١١+": "+41227305111",
    "11 51 730 22 41+": "+41227305111",
    "＋41 22 730 51 11": "+41227305111",
    "+41\u00a022\u202f730 51 11": "+41227305111",
    "+41 22 730\u200b 51 11": "+41227305111",
    "+41 22\n730 51 11": "+41227305111",
    "Tel. 730 51 11": "7305111",
    "Тел. 730-51-11": "7305111",
    "电话：730 5111": "7305111",
    "هاتف: 7305111": "7305111",
    "+7 495 123-45-67": "+74951234567",
    "01 42 68 53 00": "0142685300",
}


@pytest.mark.parametrize(("text", "value"), PHONES.items())
def test_phone(text: str, value: str) -> None:
    assert values(text) == [(PHONE, value)]


def test_phone_extension_and_neighbours() -> None:
    assert one("+41 22 730 51 11 ext. 1234").local == "1234"
    assert values("+41 22 730 51 11\n12 May 2026") == [(PHONE, "+41227305111")]
    assert values("+41 22 730 51 11 / +41 22 733 72 56") == [(PHONE, "+41227305111"), (PHONE, "+41227337256")]


HANDLES = {
    "@ITU": "@itu",
    "follow @ITU now": "@itu",
    "Twitter: ITU": "twitter:itu",
    "Twitter: @ITU": "twitter:itu",
    "X: @ITU": "twitter:itu",
    "Facebook - ITU": "facebook:itu",
    "微博：ITU": "weibo:itu",
    "Телеграм: @itu_news": "telegram:itu_news",
    "تويتر: @ITU": "twitter:itu",
    "@itu@social.example": "@itu@social.example",
}


@pytest.mark.parametrize(("text", "value"), HANDLES.items())
def test_handle(text: str, value: str) -> None:
    assert values(text) == [(HANDLE, value)]


def test_a_platform_in_prose_is_no_handle() -> None:
    assert values("Facebook: follow us there, on Twitter and in Telegram groups") == []


def test_order_and_fields() -> None:
    text = "a@itu.int, https://itu.int/x?y=1#z, @ITU and +41 22 730 51 11"
    found = find_addresses(text)
    assert [a.kind for a in found] == [MAIL, URL, HANDLE, PHONE]
    assert [a.local for a in found] == ["a", "/x?y=1#z", "itu", ""]


PIECES = st.sampled_from(
    [
        "nadia",
        "itu",
        "int",
        ".",
        "@",
        " ",
        "\n",
        "[at]",
        "dot",
        " at ",
        "https://",
        "www.",
        "/",
        "+41 ",
        "22 730 51 11",
        "\u200b",
        "\u202e",
        "і",
        "。",
        "点",
        "ة",
        "لا",
        "%40",
        "&#64;",
        "=40",
        "A ",
        "-",
        "\u00ad\n",
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=30).map("".join), st.text(max_size=80))


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_spans_lie_inside_in_order_and_apart(text: str) -> None:
    at = 0
    for found in sorted(find_addresses(text), key=lambda a: a.start):
        assert 0 <= found.start < found.end <= len(text)
        if "\u202e" not in text:
            assert found.start >= at
        at = found.end
        assert found.value
        assert found.value == found.value.strip()


@given(st.from_regex(r"[a-z][a-z0-9]{0,12}(\.[a-z0-9]{1,10})?", fullmatch=True), st.sampled_from(["itu.int", "ties.itu.int", "example.org", "mission.example"]))
@settings(max_examples=150, deadline=None)
def test_any_plain_mail_is_found_where_it_stands(local: str, host: str) -> None:
    text = f"Write: {local}@{host}, or not."
    found = one(text)
    assert (found.value, text[found.start : found.end]) == (f"{local}@{host}", f"{local}@{host}")


ADVERSARIES = [
    "a",
    "@",
    "a@",
    "a.",
    "at ",
    "a at a ",
    "a dot ",
    "( ",
    "[at]",
    " . ",
    " @ ",
    "www.",
    "http://",
    "http://a@",
    "0 ",
    "+1 ",
    "1-",
    "a b ",
    "%40",
    "&#64;",
    "-\n",
    "\u200b",
    "а.",
    "ﺍ",
    "\u202ea",
    "a_at_a",
    "点a",
    "e\u0301",
    "A BC ",
    "itu. ",
    "://",
    "a@itu.int ",
]


@pytest.mark.parametrize("seed", ADVERSARIES)
def test_time_is_linear(seed: str) -> None:
    def cost(size: int) -> float:
        text = (seed * (size // len(seed) + 1))[:size]
        begun = time.process_time()
        find_addresses(text)
        return time.process_time() - begun

    small, large = max(cost(20_000), 0.01), cost(160_000)
    assert large < 40 * small
    assert large < 3


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("nadia [at] itu [dot] int", Change.WORDS),
        ("nadia @ itu . int", Change.SPACED),
        ("nadia@\nitu.int", Change.LINE_BREAK),
        ("nadia%40itu.int", Change.ENCODED),
        ("nadia@i\u200btu.int", Change.ZERO_WIDTH),
        ("nadia@іtu.int", Change.HOMOGLYPH),
        ("nadia@xn--tu-goc.int", Change.HOMOGLYPH),
        ("nadia＠itu．int", Change.COMPATIBILITY),
        ("nadiaNOSPAM@itu.int", Change.WORDS),
    ],
)
def test_how_an_address_was_hidden_is_told_of_itself_alone(text: str, change: Change) -> None:
    plain, hidden = find_addresses(f"See a@example.org\u200b, then {text} now")
    assert plain.changes == frozenset()
    assert hidden.changes == {change}


@pytest.mark.parametrize(
    "text",
    [
        "anna.berg@**itu**.int",
        "anna.berg@_itu_.int",
        "anna.berg@`itu`.int",
        "anna\\.berg\\@itu\\.int",
        "anna.berg *at* itu *dot* int",
        "anna.berg@i-\ntu.int",
        "anna.berg@İTU.İNT",
        "anna.berg@🅸🆃🆄.int",
        "anna.berg@ⓘⓣⓤ.int",
        "anna.berg@🄸🅃🅄.int",
        "anna.berg@i\u0336t\u0336u\u0336.int",
    ],
)
def test_marks_and_drawn_letters_hide_nothing(text: str) -> None:
    (found,) = find_addresses(f"Write to {text} today")
    assert (found.value, bool(found.changes)) == ("anna.berg@itu.int", True)


def test_folded_lines_of_cards_and_calendars_are_joined() -> None:
    (found,) = find_addresses("BEGIN:VCARD\nEMAIL:anna.be\n rg@it\n u.int\nEND:VCARD")
    assert found.value == "anna.berg@itu.int"


def test_emphasis_around_an_address_is_no_disguise() -> None:
    assert [(a.value, bool(a.changes)) for a in find_addresses("**a@itu.int**, `b@itu.int`, _c@itu.int_")] == [(f"{m}@itu.int", False) for m in "abc"]


@pytest.mark.parametrize("text", ["+41 (0)22 730 51 11", "(0)22 730 51 11"])
def test_the_zero_in_brackets_is_not_dialled(text: str) -> None:
    assert [a.value for a in find_addresses(text)] == ["+41227305111"]
