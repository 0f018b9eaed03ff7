"""The little of CSS that hides text."""

from __future__ import annotations

import pytest

from materials_lint.containers.colours import alike, parse_colour
from materials_lint.containers.styles import Look, Sheet, declarations, length, look_of, urls
from materials_lint.model.document import Concealment


@pytest.mark.parametrize(
    ("style", "concealment"),
    [
        ("display: none", Concealment.HIDDEN_FORMAT),
        ("DISPLAY:NONE !important", Concealment.HIDDEN_FORMAT),
        ("visibility:hidden", Concealment.INVISIBLE),
        ("opacity:0", Concealment.INVISIBLE),
        ("opacity: .01", Concealment.INVISIBLE),
        ("font-size:0", Concealment.TINY),
        ("font: bold 1px/1 Arial", Concealment.TINY),
        ("font-size: 0.05em", Concealment.TINY),
        ("color:#fff", Concealment.SAME_COLOUR),
        ("color: rgb(250, 250, 250)", Concealment.SAME_COLOUR),
        ("color:#036;background:#003366", Concealment.SAME_COLOUR),
        ("position:absolute;left:-9999px", Concealment.OFF_PAGE),
        ("text-indent:-999em", Concealment.OFF_PAGE),
        ("position:absolute;clip:rect(0,0,0,0)", Concealment.INVISIBLE),
        ("max-height:0;overflow:hidden", Concealment.INVISIBLE),
        ("color:#333", None),
        ("color:white;background:#003366", None),
        ("color:white;background:url(sky.jpg)", None),
        ("opacity:0.8", None),
        ("margin-left:-10px", None),
        ("font-size:9px", None),
    ],
)
def test_what_hides_and_what_does_not(style: str, concealment: Concealment | None) -> None:
    assert look_of(declarations(style), Look()).concealment is concealment


def test_a_child_can_be_shown_again_only_where_css_allows_it() -> None:
    invisible = look_of({"visibility": "hidden"}, Look())
    assert look_of({"visibility": "visible"}, invisible).concealment is None
    none = look_of({"display": "none"}, Look())
    assert look_of({"display": "block"}, none).concealment is Concealment.HIDDEN_FORMAT


def test_stronger_rules_win_and_media_blocks_are_left_out() -> None:
    sheet = Sheet(["p{color:red} .a{color:green} #x{color:blue} @media print{p{display:none}} div p{display:none} /* .a{display:none} */"])
    assert sheet.declarations("p", ["a"], "x") == {"color": "blue"}
    assert sheet.declarations("p", ["a"], "") == {"color": "green"}
    assert sheet.declarations("p", [], "") == {"color": "red"}
    assert sheet.declarations("td", [], "") == {}


def test_an_unclosed_sheet_is_read_without_harm() -> None:
    assert Sheet(["@media print {" * 5000, "p{color:red"]).declarations("p", [], "") == {}


@pytest.mark.parametrize(("value", "pixels"), [("12pt", 16.0), ("1em", 16.0), ("50%", 8.0), ("-9999px", -9999.0), ("auto", None), ("", None)])
def test_lengths(value: str, pixels: float | None) -> None:
    assert length(value) == pixels


def test_colours() -> None:
    assert parse_colour("#FfF") == parse_colour("white") == parse_colour("rgb(100%,100%,100%)") == (255, 255, 255)
    assert parse_colour("var(--x)") is None
    assert not alike((255, 255, 255), (230, 230, 230))


def test_addresses_in_styles() -> None:
    assert list(urls("background:url('a.png') , url(b.png)")) == ["a.png", "b.png"]
