"""Colours that a reader can't tell apart."""

from __future__ import annotations

import pytest
from lxml import etree

from materials_lint.containers.office_colours import UNKNOWN, drawing_colour, from_hex, indistinct

DRAWING = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


@pytest.mark.parametrize(
    ("text", "ground", "same"),
    [("FFFFFF", "FFFFFF", True), ("F4F4F4", "FFFFFF", True), ("D9D9D9", "FFFFFF", False), ("FFFF00", "FFFFFF", False), ("000000", "101010", True)],
)
def test_indistinct(text: str, ground: str, same: bool) -> None:
    one, two = from_hex(text), from_hex(ground)
    assert one is not None
    assert two is not None
    assert indistinct(one, two) is same
    assert not indistinct(one, UNKNOWN)


def test_hexadecimal_forms() -> None:
    assert from_hex("FF0A0B0C") == from_hex("#0a0b0c") == (10, 11, 12)
    assert from_hex("#fff") == (255, 255, 255)
    assert from_hex("auto") is from_hex("") is from_hex(None) is from_hex("zzzzzz") is None


def test_drawing_colours() -> None:
    theme = {"lt1": (255, 255, 255), "accent1": (0, 0, 200)}
    cases = [
        ('<a:schemeClr val="bg1"/>', (255, 255, 255), 1.0),
        ('<a:schemeClr val="bg1"><a:lumMod val="50000"/></a:schemeClr>', (128, 128, 128), 1.0),
        ('<a:srgbClr val="102030"><a:alpha val="5000"/></a:srgbClr>', (16, 32, 48), 0.05),
        ('<a:sysClr val="window" lastClr="FFFFFF"/>', (255, 255, 255), 1.0),
        ('<a:prstClr val="black"/>', (0, 0, 0), 1.0),
        ('<a:schemeClr val="phClr"/>', None, 1.0),
    ]
    for xml, colour, opacity in cases:
        assert drawing_colour(etree.fromstring(f"<a:solidFill {DRAWING}>{xml}</a:solidFill>"), theme) == (colour, opacity), xml
