"""Rich Text Format."""

from __future__ import annotations

import pytest

from materials_lint.model.document import Concealment, NotReadError, Origin, Part, Reason
from materials_lint.model.source import Limits, Role
from tests.reading import blocks, fields, format_of, hidden, links, messages, read, reasons, texts

FONTS = r"{\fonttbl{\f0\fcharset204 Arial;}{\f1\fcharset134 SimSun;}{\f2\fcharset178 Arial;}}"
COLOURS = r"{\colortbl;\red0\green0\blue0;\red255\green255\blue255;\red0\green0\blue128;}"


def rtf(body: str, head: str = "") -> bytes:
    return (r"{\rtf1\ansi\ansicpg1252\deff0" + FONTS + COLOURS + head + body + "}").encode("ascii")


def test_paragraphs_lines_and_cells() -> None:
    found = read(rtf(r"Vote \b for\b0  Amara\par first\line second~\_x\~y\par\trowd a\cell b\cell\row\pard end\bullet\emdash"))
    assert format_of(rtf("x")) == "rtf"
    assert texts(found) == ["Vote for Amara", "first\nsecond~\u2011x\u00a0y", "a\tb", "end\u2022\u2014"]


def test_code_pages_and_unicode() -> None:
    found = read(rtf(r"\f0\'cf\'f0\'e8\'e2\'e5\'f2 {\f1\'b9\'fa\'bc\'ca}\par{\f2\'e3\'d1\'cd\'c8\'c7}\par\u1055?\uc2\u1088??\uc0\u1080\u-10179\u-8704\par"))
    assert texts(found) == ["Привет 国际", "مرحبا", "При😀"]


@pytest.mark.parametrize(
    ("run", "concealment"),
    [
        (r"{\v secret}", Concealment.HIDDEN_FORMAT),
        (r"{\cf2 secret}", Concealment.SAME_COLOUR),
        (r"{\highlight3\cf3 secret}", Concealment.SAME_COLOUR),
        (r"{\fs2 secret}", Concealment.TINY),
    ],
)
def test_hidden_text_is_told_apart(run: str, concealment: Concealment) -> None:
    found = read(rtf(rf"open{run}\par"))
    assert texts(found) == ["open"]
    assert hidden(found) == {"secret": concealment}


@pytest.mark.parametrize("body", [r"{\highlight3\cf2 seen}", r"{\v hid\v0 seen}", r"\trowd\clcbpat3{\cf2 seen}\cell\row"])
def test_text_that_is_seen_is_not_called_hidden(body: str) -> None:
    assert texts(read(rtf(body))) == ["seen"]


def test_stories_beside_the_body() -> None:
    found = read(
        rtf(r"{\header Top\par}{\footerl Foot\par}body{\footnote a note}{\*\atnid A}{\*\atnauthor Ann}{\*\annotation check this}{\shp{\*\shpinst{\shptxt box\par}}}\par")
    )
    assert texts(found) == ["body", "box"]
    assert [(b.text, b.origin, b.part, b.label) for b in blocks(found) if b.origin is not Origin.TEXT_LAYER] == [
        ("Top", Origin.HEADER, Part.HEADER, ""),
        ("Foot", Origin.FOOTER, Part.FOOTER, ""),
        ("a note", Origin.NOTE, Part.NOTE, ""),
        ("check this", Origin.COMMENT, Part.COMMENT, "Ann"),
    ]


def test_tracked_changes_name_their_author() -> None:
    found = read(rtf(r"{\*\revtbl{Unknown;}{Ann B;}}{\deleted\revauthdel1 gone}{\revised\revauth1 new} kept\par"))
    assert texts(found) == ["new kept"]
    assert [(b.text, b.label) for b in blocks(found, Origin.TRACKED_CHANGE)] == [("gone", "deleted, Ann B"), ("new", "inserted, Ann B")]


def test_links_and_their_words() -> None:
    first = r'{\field{\*\fldinst{HYPERLINK "mailto:amara@example.org" \\o "tip"}}{\fldrslt{\ul to me}}}'
    found = read(rtf(f"Write {first} or " + r"{\field{\*\fldinst HYPERLINK https://vote.example/x }{\fldrslt here}}.\par"))
    assert links(found)["mailto:amara@example.org"] == "to me"
    assert links(found)["https://vote.example/x"] == "here"
    assert blocks(found, Origin.LINK_TARGET)[0].context == "Write to me or here."


def test_properties_and_template() -> None:
    head = r"{\info{\title My vision}{\author Ann}{\*\company Union}{\doccomm Saved by PC1}{\creatim\yr2027}}"
    head += r"{\*\template C:\\T\\letter.dotm}{\*\userprops{\propname Docnum}\proptype30{\staticval 17}}"
    assert fields(read(rtf("x", head))) == {
        ("info", "title"): "My vision",
        ("info", "author"): "Ann",
        ("info", "company"): "Union",
        ("info", "doccomm"): "Saved by PC1",
        ("relationships", "attachedTemplate"): "C:\\T\\letter.dotm",
        ("custom", "Docnum"): "17",
    }


def test_pictures_are_handed_on_once() -> None:
    found = read(rtf(r"{\*\shppict{\pict\pngblip 89504e47}}{\nonshppict{\pict\wmetafile8 0102}}{\pict\jpegblip\bin4 abcd}x"))
    assert [(item.name, item.role, item.data) for item in found.embedded] == [("picture-1.png", Role.PICTURE, b"\x89PNG"), ("picture-2.jpg", Role.PICTURE, b"abcd")]


def packaged(name: bytes, data: bytes) -> str:
    def counted(text: bytes) -> bytes:
        return (len(text) + 1).to_bytes(4, "little") + text + b"\0"

    inner = b"\2\0" + name + b"\0C:\\x\0" + b"\0\0\3\0" + counted(b"C:\\x") + len(data).to_bytes(4, "little") + data
    return (b"\1\5\0\0\2\0\0\0" + counted(b"Package") + b"\0" * 8 + len(inner).to_bytes(4, "little") + inner).hex()


def test_objects_are_unpacked_or_told() -> None:
    found = read(rtf(r"{\object\objemb{\*\objdata " + packaged(b"plan.txt", b"the plan") + "}}x"))
    assert [(item.name, item.role, item.data) for item in found.embedded] == [("plan.txt", Role.OBJECT, b"the plan")]
    assert reasons(read(rtf(r"{\object{\*\objdata 0102}}x"))) == [Reason.UNSUPPORTED]


def test_unknown_starred_groups_are_passed_over() -> None:
    assert texts(read(rtf(r"{\*\whatever secret {\b more}}seen"))) == ["seen"]


def test_deep_nesting_is_told_and_its_text_still_read() -> None:
    found = read(b"{\\rtf1 " + b"{" * 50_000 + b"deep" + b"}" * 50_000 + b" end}")
    assert texts(found) == ["deep end"]
    assert reasons(found) == [Reason.TOO_LARGE]
    assert "max_xml_depth = 256" in messages(found)


def test_a_cut_file_and_limits_are_told() -> None:
    assert reasons(read(rb"{\rtf1 {\b half")) == [Reason.DAMAGED]
    assert "max_text_chars = 10" in messages(read(rtf(r"word\par " * 20), limits=Limits(max_text_chars=10)))
    with pytest.raises(NotReadError):
        read(rb"{\rtf1 }")
