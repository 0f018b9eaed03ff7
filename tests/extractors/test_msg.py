"""Outlook's MSG."""

from __future__ import annotations

import struct

import pytest

from materials_lint.extractors.email_._lzfu import decompress
from materials_lint.model.document import NotReadError, Origin, Part, Reason
from materials_lint.model.source import Role
from tests.ole_builder import Tree, ole
from tests.reading import blocks, fields, format_of, messages, read, reasons, texts


def wide(text: str) -> bytes:
    return text.encode("utf-16-le")


def fixed(header: int, **values: int) -> bytes:
    return b"\0" * header + b"".join(struct.pack("<HHIQ", 3, int(tag[1:], 16), 0, value) for tag, value in values.items())


def item(more: Tree | None = None, header: int = 32) -> dict[str, bytes | Tree]:
    tree: dict[str, bytes | Tree] = {
        "__properties_version1.0": fixed(header),
        "__substg1.0_001A001F": wide("IPM.Note"),
        "__substg1.0_0037001F": wide("Голосуйте"),
        "__substg1.0_0C1A001F": wide("Amara Nwosu"),
        "__substg1.0_0C1F001F": wide("amara@example.org"),
        "__substg1.0_1000001F": wide("Dear delegates,\r\n\r\nplease vote.\r\n\r\n-----Original Message-----\r\nold words"),
        "__recip_version1.0_#00000000": {
            "__properties_version1.0": fixed(8, x0C15=2),
            "__substg1.0_3001001F": wide("Ben"),
            "__substg1.0_39FE001F": wide("ben@example.org"),
        },
    }
    return {**tree, **(more or {})}


def test_headers_text_and_recipients() -> None:
    data = ole(item())
    assert format_of(data) == "email"
    found = read(data)
    assert found.document.format == "msg"
    assert {(b.label, b.text) for b in blocks(found, Origin.METADATA)} == {
        ("From", "Amara Nwosu <amara@example.org>"),
        ("Subject", "Голосуйте"),
        ("Cc", "Ben <ben@example.org>"),
    }
    assert texts(found, part=Part.BODY) == ["Dear delegates,", "please vote."]
    assert texts(found, part=Part.QUOTED) == ["-----Original Message-----\nold words"]
    assert fields(found)["mail", "Message-Class"] == "IPM.Note"


def test_eight_bit_strings_follow_the_code_page() -> None:
    tree = item({"__properties_version1.0": fixed(32, x3FFD=1251), "__substg1.0_0037001E": "Выборы".encode("cp1251")})
    del tree["__substg1.0_0037001F"]
    assert "Выборы" in {b.text for b in blocks(read(ole(tree)), Origin.METADATA)}


def test_html_is_handed_on_by_its_code_page() -> None:
    html = "<p>請支持我競選</p>".encode("cp950")
    found = read(ole(item({"__properties_version1.0": fixed(32, x3FDE=950), "__substg1.0_10130102": html})))
    assert [part.name for part in found.embedded] == ["body.html"]
    assert texts(read(found.embedded[0].data)) == ["請支持我競選"]


def test_attachments_pictures_and_inner_mails() -> None:
    attachment: Tree = {"__properties_version1.0": fixed(8), "__substg1.0_3707001F": wide("plan.txt"), "__substg1.0_37010102": b"the plan"}
    picture: Tree = {
        "__substg1.0_3704001F": wide("me.gif"),
        "__substg1.0_37010102": b"GIF89a",
        "__substg1.0_370E001F": wide("image/gif"),
        "__substg1.0_3712001F": wide("cid1"),
    }
    inner: Tree = {"__substg1.0_3001001F": wide("Re: plan"), "__substg1.0_3701000D": item(header=24)}
    found = read(ole(item({"__attach_version1.0_#00000000": attachment, "__attach_version1.0_#00000001": picture, "__attach_version1.0_#00000002": inner})))
    assert [(part.name, part.role) for part in found.embedded] == [("plan.txt", Role.ATTACHMENT), ("me.gif", Role.PICTURE), ("Re: plan.eml", Role.ATTACHMENT)]
    mail = read(found.embedded[2].data)
    assert "please vote." in texts(mail)
    assert "amara@example.org" in " ".join(b.text for b in blocks(mail, Origin.METADATA))


@pytest.mark.parametrize(
    ("attachment", "reason"),
    [
        ({"__properties_version1.0": fixed(8, x3705=2), "__substg1.0_370D001F": wide("R:\\plan.docx")}, Reason.MISSING),
        ({"__substg1.0_3707001F": wide("message.rpmsg"), "__substg1.0_37010102": b"x"}, Reason.ENCRYPTED),
        ({"__substg1.0_3707001F": wide("smime.p7m"), "__substg1.0_37010102": b"\x30\x80"}, Reason.ENCRYPTED),
        ({"__substg1.0_3707001F": wide("drawing"), "__substg1.0_3701000D": {"CONTENTS": b"x"}}, Reason.UNSUPPORTED),
    ],
)
def test_what_cannot_be_read_is_told(attachment: Tree, reason: Reason) -> None:
    assert reasons(read(ole(item({"__attach_version1.0_#00000000": attachment})))) == [reason]


def test_mails_in_mails_are_followed_only_so_deep() -> None:
    tree = item(header=24)
    for _ in range(7):
        tree = item({"__attach_version1.0_#00000000": {"__substg1.0_3001001F": wide("inner"), "__substg1.0_3701000D": tree}}, header=24)
    found = read(ole(tree))
    assert reasons(found) == [Reason.TOO_LARGE]
    assert "max_depth = 4" in messages(found)


def test_a_cut_file_is_refused_with_words() -> None:
    with pytest.raises(NotReadError) as error:
        read(ole(item())[:1400])
    assert error.value.reason is Reason.DAMAGED


def test_compressed_rtf_is_unpacked() -> None:
    raw = b"{\\rtf1 vote}"
    stored = struct.pack("<IIII", len(raw) + 12, len(raw), 0x414C454D, 0) + raw
    assert decompress(stored, 1000) == raw
    # "{\rtf1" is in the primed window from 0 on: one reference of 6 bytes, then literals, then the end mark.
    literal = b" vote}"
    flags = 0b10000001
    packed = bytes([flags]) + struct.pack(">H", (0 << 4) | 4) + literal + struct.pack(">H", ((207 + 12) << 4))
    assert decompress(struct.pack("<IIII", 0, len(raw), 0x75465A4C, 0) + packed, 1000) == raw
    assert decompress(b"nonsense", 1000) is None
    found = read(ole(item({"__substg1.0_10090102": stored})))
    assert [part.name for part in found.embedded] == ["body.rtf"]
