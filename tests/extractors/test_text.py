"""Plain text and Markdown."""

from __future__ import annotations

import pytest

from materials_lint.model.document import NotReadError, Origin, Reason
from materials_lint.model.source import Limits
from tests.reading import blocks, format_of, links, messages, read, reasons, texts


def test_paragraphs_keep_their_lines() -> None:
    found = read(b"Vote for Amara\nand for open doors.\n\n\nWrite to me.\n")
    assert texts(found) == ["Vote for Amara\nand for open doors.", "Write to me."]
    assert found.document.format == "text"


def test_markdown_links_stand_beside_their_words() -> None:
    found = read(b"See [my page](https://vote.example/a_(b) 'title') or [mail][1], <https://union.example/x>.\n\n![me](me.png)\n\n[1]: mailto:amara@example.org\n")
    assert links(found) == {
        "https://vote.example/a_(b)": "my page",
        "mailto:amara@example.org": "mail",
        "https://union.example/x": "https://union.example/x",
        "me.png": "image source",
    }
    assert blocks(found, Origin.LINK_TARGET)[0].context.startswith("See [my page]")


@pytest.mark.parametrize(
    "data",
    [
        b"From here on we build bridges.\nTogether: yes.\n",
        b"a,b\n1,2\n",
        b'{"name": "Amara"}',
        b"BEGIN:VCARD\nFN:Amara\nEND:VCARD\n",
        b"1 < 2 and <b>",
        b"<note><to>you</to></note>",
    ],
)
def test_what_looks_a_little_like_something_else_is_text(data: bytes) -> None:
    assert format_of(data) == "text"
    assert texts(read(data))


def test_binary_is_refused_and_blanks_are_told() -> None:
    with pytest.raises(NotReadError) as binary:
        read(bytes(range(256)) * 20)
    assert binary.value.reason is Reason.UNSUPPORTED
    with pytest.raises(NotReadError) as empty:
        read(b" \n\t ")
    assert empty.value.reason is Reason.EMPTY


def test_the_limit_is_named() -> None:
    found = read(b"word " * 100, limits=Limits(max_text_chars=50))
    assert reasons(found) == [Reason.TOO_LARGE]
    assert "max_text_chars = 50" in messages(found)
    assert sum(len(text) for text in texts(found)) <= 50


def test_undecodable_bytes_are_told() -> None:
    found = read("Élection à Genève, élan, été, déjà".encode() + b"\xff more words")
    assert reasons(found) == [Reason.GARBLED]


def test_a_very_long_line_is_read_whole() -> None:
    found = read(b"[" * 50_000 + b"word " * 100_000)
    assert len(texts(found)) == 1
