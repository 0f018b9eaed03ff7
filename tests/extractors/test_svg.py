"""SVG drawings."""

from __future__ import annotations

import gzip

import pytest

from materials_lint.model.document import Concealment, NotReadError, Origin, Reason
from materials_lint.model.geometry import Unit
from materials_lint.model.source import Limits, Role
from tests.reading import fields, format_of, hidden, links, messages, read, reasons, texts

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="100" height="50">'


def svg(body: str) -> bytes:
    return f"{OPEN}{body}</svg>".encode()


@pytest.mark.parametrize(
    "data",
    [
        svg(""),
        b'<?xml version="1.0"?>\n<!-- made by hand -->\n' + svg(""),
        b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">' + svg(""),
        b'<s:svg xmlns:s="http://www.w3.org/2000/svg"/>',
        svg("").decode().encode("utf-16"),
        gzip.compress(svg("")),
    ],
)
def test_drawings_are_known_by_their_content(data: bytes) -> None:
    assert format_of(data) == "svg"
    assert read(data).document.unit is Unit.PIXEL


def test_words_titles_and_links() -> None:
    found = read(
        svg('<title>Poster</title><text>Vote <tspan>Amara</tspan><tspan x="0" y="20">now</tspan></text><a xlink:href="mailto:a@example.org"><text>write</text></a>')
    )
    assert texts(found) == ["Vote Amara\nnow", "write"]
    assert texts(found, Origin.ALT_TEXT) == ["Poster"]
    assert links(found) == {"mailto:a@example.org": "write"}
    assert found.document.pages[0].pictures == ()


@pytest.mark.parametrize(
    ("markup", "concealment"),
    [
        ('<g display="none"><text>secret</text></g>', Concealment.HIDDEN_FORMAT),
        ('<text class="h">secret</text>', Concealment.HIDDEN_FORMAT),
        ('<text style="opacity:0">secret</text>', Concealment.INVISIBLE),
        ('<text fill-opacity="0">secret</text>', Concealment.INVISIBLE),
        ('<text font-size="0.5">secret</text>', Concealment.TINY),
        ("<defs><text>secret</text></defs>", Concealment.HIDDEN_FORMAT),
        ("<!-- secret -->", Concealment.SOURCE_COMMENT),
    ],
)
def test_hidden_text_is_told_apart(markup: str, concealment: Concealment) -> None:
    found = read(svg(f"<style>.h{{display:none}}</style><text>open</text>{markup}"))
    assert texts(found) == ["open"]
    assert hidden(found) == {"secret": concealment}


def test_pictures_properties_and_html_inside() -> None:
    found = read(
        svg(
            '<metadata><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
            '<w:Work xmlns:w="urn:w"><d:creator xmlns:d="urn:d"><w:Agent><d:title>Ann</d:title></w:Agent></d:creator></w:Work></r:RDF></metadata>'
            '<image xlink:href="data:image/png;base64,iVBORw0KGgo="/><image href="https://vote.example/me.png"/>'
            '<foreignObject><div xmlns="http://www.w3.org/1999/xhtml"><p>One</p><p>Two</p></div></foreignObject>'
        )
    )
    assert fields(found) == {("XMP", "creator"): "Ann"}
    assert [(item.name, item.role) for item in found.embedded] == [("picture-1.png", Role.PICTURE)]
    assert links(found) == {"https://vote.example/me.png": "image source"}
    assert texts(found) == ["One\nTwo"]
    assert reasons(found) == [Reason.NOT_EXAMINED]


def test_a_drawing_with_shapes_counts_as_a_picture() -> None:
    """As a picture, which the engine counts among those that nobody looked into."""
    (picture,) = read(svg('<path d="M0 0"/>')).document.pages[0].pictures
    assert picture.width == 100
    assert read(svg("<text>only words</text>")).document.pages[0].pictures == ()


def test_entities_are_never_expanded() -> None:
    bomb = b'<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>' + svg("<text>open &b;</text>")
    found = read(bomb)
    assert texts(found) == ["open"]
    assert reasons(found) == [Reason.UNSUPPORTED]


def test_namespaces_written_as_entities_do_no_harm() -> None:
    data = b'<!DOCTYPE svg [<!ENTITY ns "http://www.w3.org/2000/svg">]><svg xmlns="&ns;"><text>seen</text></svg>'
    found = read(data)
    assert texts(found) == ["seen"]
    assert reasons(found) == []


def test_limits_and_damage() -> None:
    huge = svg("").replace(b'width="100" height="50"', b'width="1000000" height="1000000"')
    assert "max_picture_mpx = 100" in messages(read(huge))
    with pytest.raises(NotReadError) as deep:
        read(svg("<g>" * 400 + "</g>" * 400))
    assert "max_xml_depth = 256" in deep.value.message
    with pytest.raises(NotReadError) as bomb:
        read(gzip.compress(svg(" " * 3_000_000)), limits=Limits(max_member_mib=1))
    assert bomb.value.reason is Reason.TOO_LARGE
    assert reasons(read(f"{OPEN}<text>cut".encode())) == [Reason.DAMAGED]
