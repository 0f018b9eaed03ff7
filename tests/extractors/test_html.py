"""Web pages."""

from __future__ import annotations

import pytest

from materials_lint.model.document import Concealment, Origin, Part, Reason
from materials_lint.model.source import Limits, Role
from tests.reading import blocks, fields, format_of, hidden, links, messages, read, reasons, texts

HEAD = "<!doctype html><html><head>{}</head><body>{}</body></html>"


def page(body: str, head: str = "") -> bytes:
    return HEAD.format(head, body).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"<!-- saved --><html><p>Vote</p></html>",
        b"\n\n<!DOCTYPE HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'><title>x</title>",
        b"<div><p>Vote</p></div>",
        b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body/></html>",
        "\ufeff<html><p>Vote".encode(),
        "<html><p>Голос</p></html>".encode("utf-16"),
    ],
)
def test_pages_are_known_by_their_content(data: bytes) -> None:
    assert format_of(data) == "html"


def test_inline_text_is_joined_and_blocks_are_parted() -> None:
    found = read(page("<h1>Vote  for\n<b>Ama</b>ra</h1><p>One<br>two</p>tail<ul><li>a<li>b</ul><table><tr><td>E-mail<td>x@example.org</table>"))
    assert texts(found) == ["Vote for Amara", "One\ntwo", "tail", "a", "b", "E-mail\tx@example.org"]


def test_links_carry_their_words_and_their_paragraph() -> None:
    found = read(page("<base href='https://vote.example/a/'><p>Write to <a href='mailto:amara@example.org'>my <i>office</i></a>.</p><a href='join'><div>Card</div></a>"))
    assert links(found) == {"mailto:amara@example.org": "my office", "https://vote.example/a/join": "Card"}
    assert blocks(found, Origin.LINK_TARGET)[0].context == "Write to my office."


def test_the_head_is_read() -> None:
    found = read(
        page(
            "",
            "<title>Vote Amara</title><meta name=author content='Ben Okoro'><meta property='og:url' content='https://vote.example'><meta name=viewport content=width>"
            "<link rel=canonical href='https://vote.example/c'><meta http-equiv=refresh content='0; url=https://vote.example/go'>",
        )
    )
    assert fields(found) == {("html", "title"): "Vote Amara", ("meta", "author"): "Ben Okoro", ("meta", "og:url"): "https://vote.example"}
    assert links(found) == {"https://vote.example/c": "canonical", "https://vote.example/go": "meta refresh"}


def test_forms_tell_where_they_go_and_what_they_ask() -> None:
    found = read(
        page(
            "<form action='https://vote.example/give'><input placeholder='Your e-mail'><input type=hidden name=recipient value='amara@example.org'>"
            "<select><option>Once</option></select><textarea>Dear Amara</textarea><button>Donate <b>now</b></button><input type=submit value=Send></form>"
        )
    )
    assert links(found) == {"https://vote.example/give": "Donate now / Send"}
    shown = {(block.label, block.text) for block in blocks(found, Origin.FORM_FIELD, Part.FORM)}
    assert {("placeholder", "Your e-mail"), ("recipient", "amara@example.org"), ("choice", "Once"), ("textarea", "Dear Amara"), ("button", "Send")} <= shown
    assert "Donate now" in texts(found)[0]


@pytest.mark.parametrize(
    ("markup", "concealment"),
    [
        ("<p hidden>secret</p>", Concealment.HIDDEN_FORMAT),
        ("<p style='display:none'>secret</p>", Concealment.HIDDEN_FORMAT),
        ("<p class=gone>secret</p>", Concealment.HIDDEN_FORMAT),
        ("<p id=away>secret</p>", Concealment.OFF_PAGE),
        ("<div style='visibility:hidden'><p>secret</p></div>", Concealment.INVISIBLE),
        ("<font color=white>secret</font>", Concealment.SAME_COLOUR),
        ("<table bgcolor='#003366'><tr><td><font color='#003366'>secret</font></table>", Concealment.SAME_COLOUR),
        ("<p style='font-size:0'>secret</p>", Concealment.TINY),
        ("<template><p>secret</p></template>", Concealment.HIDDEN_FORMAT),
        ("<!--[if mso]><p>secret</p><![endif]-->", Concealment.SOURCE_COMMENT),
        ("<!-- secret -->", Concealment.SOURCE_COMMENT),
    ],
)
def test_hidden_text_is_told_apart(markup: str, concealment: Concealment) -> None:
    found = read(page(f"<p>open</p>{markup}", "<style>.gone{display:none} #away{position:absolute;left:-9999px}</style>"))
    assert texts(found) == ["open"]
    assert hidden(found) == {"secret": concealment}


@pytest.mark.parametrize(
    "markup",
    [
        "<p aria-hidden=true>seen</p>",
        "<div style='background:#036'><p style='color:#fff'>seen</p></div>",
        "<div style='background:url(x.png)'><p style='color:#fff'>seen</p></div>",
        "<div style='font-size:0'><p style='font-size:12px'>seen</p></div>",
        "<noscript>seen</noscript>",
    ],
)
def test_text_that_is_seen_is_not_called_hidden(markup: str) -> None:
    found = read(page(markup))
    assert "seen" in texts(found)
    assert hidden(found) == {}


def test_white_text_proves_nothing_with_an_outside_style_sheet() -> None:
    assert hidden(read(page("<p style='color:#fff'>seen</p>", "<link rel=stylesheet href=x.css>"))) == {}


def test_comments_outside_the_root_are_read() -> None:
    assert set(hidden(read(b"<!-- before --><!doctype html><html><p>x</p></html><!-- after -->"))) == {"before", "after"}


def test_scripts_are_no_text_but_their_addresses_are_kept() -> None:
    found = read(
        page(
            "<p>x</p><script>var a = 'nothing'; document.write(\"write to amara@example.org\");</script>",
            '<script type=\'application/ld+json\'>{"@type":"Person","email":"a@example.org"}</script>',
        )
    )
    assert texts(found) == ["x"]
    assert fields(found) == {("JSON-LD", "email"): "a@example.org", ("script", "text in a script"): "write to amara@example.org"}


def test_pictures_inside_are_handed_on_and_those_elsewhere_are_told() -> None:
    found = read(
        page("<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' alt='the logo'><img src='logo.png'><img src='cid:part1'><img width=1 src='https://t.example/pixel'>")
    )
    assert [(item.name, item.role, item.data[:3]) for item in found.embedded] == [("picture-1.gif", Role.PICTURE, b"GIF")]
    assert texts(found, Origin.ALT_TEXT) == ["the logo"]
    assert reasons(found) == [Reason.NOT_EXAMINED]
    assert "logo.png" in messages(found)
    assert "pixel" not in messages(found)


def test_frames_are_handed_on_or_told() -> None:
    found = read(page("<iframe srcdoc='&lt;p&gt;inner&lt;/p&gt;'></iframe><iframe src='https://other.example'></iframe>"))
    assert [item.name for item in found.embedded] == ["frame-1.html"]
    assert texts(read(found.embedded[0].data)) == ["inner"]
    assert reasons(found) == [Reason.MISSING]


@pytest.mark.parametrize(
    "markup", ["<blockquote type=cite>old</blockquote>", "<div class=gmail_quote>old</div>", "<div class='gmail_quote gmail_quote_container'>old</div>"]
)
def test_quoted_mail_is_told_apart(markup: str) -> None:
    found = read(page(f"<p>new</p>{markup}<blockquote>words of a friend</blockquote>"))
    assert texts(found, part=Part.QUOTED) == ["old"]
    assert texts(found, part=Part.BODY) == ["new", "words of a friend"]


@pytest.mark.parametrize("head", ["<div id=divRplyFwdMsg>From: Ben</div>", "<div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3pt'>From: Ben</div>"])
def test_below_outlooks_line_all_is_quoted(head: str) -> None:
    found = read(page(f"<div><p>new</p>{head}<p>old</p>older</div>"))
    assert texts(found, part=Part.BODY) == ["new"]
    assert texts(found, part=Part.QUOTED) == ["From: Ben", "old", "older"]


@pytest.mark.parametrize(
    ("encoding", "meta"),
    [
        ("cp1251", "<meta charset=windows-1251>"),
        ("koi8-r", ""),
        ("utf-16", ""),
        ("utf-8", "<meta charset=utf-16>"),
        ("gb18030", '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">'),
    ],
)
def test_the_encoding_is_found(encoding: str, meta: str) -> None:
    text = "请支持我竞选" if encoding == "gb18030" else "Голосуйте за меня"
    assert texts(read(f"<html><head>{meta}</head><p>{text}</p></html>".encode(encoding))) == [text]


def test_deep_nesting_is_told_and_its_text_still_read() -> None:
    found = read(b"<div>" * 30_000 + b"deep <a href='mailto:a@example.org'>words</a>" + b"</div>" * 30_000)
    assert texts(found) == ["deep words"]
    assert links(found) == {"mailto:a@example.org": ""}
    assert reasons(found) == [Reason.TOO_LARGE]
    assert "max_xml_depth = 256" in messages(found)


def test_unclosed_paragraphs_and_cells_are_not_deep() -> None:
    found = read(b"<html><body>" + b"<p>word<table><tr><td>cell</table>" * 1000)
    assert reasons(found) == []
    assert len(texts(found)) == 2000


def test_the_text_limit_is_named() -> None:
    found = read(page("<p>word</p>" * 100), limits=Limits(max_text_chars=200))
    assert "max_text_chars = 200" in messages(found)


def test_addresses_kept_from_robots_are_read_as_readers_see_them() -> None:
    key = 0x42
    coded = f"{key:02x}" + "".join(f"{byte ^ key:02x}" for byte in b"amara@example.org")
    protected = f"<p>Write to <a href='/cdn-cgi/l/email-protection' class='__cf_email__' data-cfemail='{coded}'>[email&#160;protected]</a></p>"
    found = read(page(f"{protected}<p><bdo dir=rtl>gro.elpmaxe@neb</bdo></p><p style='unicode-bidi:bidi-override;direction:rtl'>gro.elpmaxe@ana</p>"))
    assert "amara@example.org" in texts(found)[0]
    assert texts(found)[1:] == ["ben@example.org", "ana@example.org"]


def test_where_a_click_leads_by_a_script_is_kept() -> None:
    found = read(
        page("""<button onclick="window.location.href='mailto:amara@example.org'">Write</button><span onclick="window.open('https://vote.example/join')">Join</span>""")
    )
    assert set(links(found)) == {"mailto:amara@example.org", "https://vote.example/join"}
