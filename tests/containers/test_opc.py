"""Parts and relationships of OOXML packages."""

from __future__ import annotations

import pytest

from materials_lint.containers.opc import Opc, resolve
from materials_lint.containers.package import Package
from materials_lint.model.document import NotReadError
from materials_lint.model.source import Limits, Source
from tests.office_files import relationships, zipped

TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="XML" ContentType="Text/Plain"/></Types>'


def opc(**members: str) -> Opc:
    return Opc(Package(Source(zipped({"[Content_Types].xml": TYPES, **members}), "x"), Limits()), Limits())


@pytest.mark.parametrize(
    ("folder", "target", "meant"),
    [
        ("word", "media/a.png", "word/media/a.png"),
        ("word", "/word/a.xml", "word/a.xml"),
        ("ppt/slides", "../media/a%20b.png", "ppt/media/a b.png"),
        ("word", "..\\..\\..\\x.xml", "x.xml"),
        ("", "#bookmark", "#bookmark"),
    ],
)
def test_targets(folder: str, target: str, meant: str) -> None:
    assert resolve(folder, target) == meant


def test_names_compare_without_case_and_slash() -> None:
    found = opc(**{"Word\\Document.xml": "<x>words</x>"})
    root = found.xml("/word/document.xml")
    assert root is not None
    assert root.text == "words"


def test_missing_parts_are_told_once_and_lost_pictures_are_not() -> None:
    found = opc(
        **{
            "word/document.xml": "<x/>",
            "word/_rels/document.xml.rels": relationships(("1", "image", "gone.png"), ("2", "image", "NULL"), ("3", "image", "https://example.org/x.png")),
        }
    )
    assert found.related("word/document.xml", "image") == []
    assert found.related("word/document.xml", "image") == []
    assert [g.message for g in found.gaps] == [
        "The part word/document.xml points to word/gone.png (image), which is missing. Open the file in its own program, save it again and check that copy."
    ]


def test_main_part() -> None:
    assert opc(**{"_rels/.rels": relationships(("1", "officeDocument", "doc/main.xml")), "doc/main.xml": "<x/>"}).main_part("word/document.xml", "word") == "doc/main.xml"
    assert opc(**{"word/document.xml": "<x/>"}).main_part("word/document.xml", "word") == "word/document.xml"
    with pytest.raises(NotReadError, match=r"word/document\.xml"):
        opc().main_part("word/document.xml", "word")


def test_relationships_in_a_circle() -> None:
    found = opc(**{"a.xml": "<x/>", "_rels/a.xml.rels": relationships(("1", "header", "a.xml"))})
    assert found.related("a.xml", "header") == ["a.xml"]
