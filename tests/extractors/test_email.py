"""Mail as EML, MHTML, mbox, and what is packed into it."""

from __future__ import annotations

import base64
import struct
from email.message import EmailMessage

import pytest

from materials_lint.model.document import Origin, Part, Reason
from materials_lint.model.source import Limits, Role
from tests.reading import blocks, fields, format_of, hidden, messages, read, reasons, texts


def headers(data: bytes) -> dict[str, str]:
    return {block.label: block.text for block in blocks(read(data), Origin.METADATA, Part.MAIL_HEADER)}


def message() -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "Amara Nwosu <amara@example.org>"
    mail["To"] = "delegates@example.org"
    mail["Reply-To"] = "office@example.org"
    mail["Subject"] = "Голосуйте за меня"
    mail["X-Mailer"] = "Post 1.0"
    mail.set_content("Dear delegates,\n\nplease vote.\n\n-- \nAmara\n\nOn Mon, 3 May 2027 at 10:00, Ben <ben@example.org> wrote:\n> why?\n")
    return mail


def test_headers_and_body_are_told_apart() -> None:
    data = message().as_bytes()
    assert format_of(data) == "email"
    assert headers(data) == {"From": "Amara Nwosu <amara@example.org>", "To": "delegates@example.org", "Reply-To": "office@example.org", "Subject": "Голосуйте за меня"}
    assert fields(read(data)) == {("mail", "X-Mailer"): "Post 1.0"}
    assert texts(read(data), part=Part.BODY) == ["Dear delegates,", "please vote.", "-- \nAmara"]
    assert texts(read(data), part=Part.QUOTED) == ["On Mon, 3 May 2027 at 10:00, Ben <ben@example.org> wrote:\n> why?"]


def test_both_alternatives_are_read() -> None:
    mail = message()
    mail.add_alternative("<p>Dear <b>delégates</b></p>", subtype="html")
    found = read(mail.as_bytes())
    assert "please vote." in texts(found)
    assert [(item.name, item.role) for item in found.embedded] == [("body.html", Role.ALTERNATIVE)]
    assert texts(read(found.embedded[0].data)) == ["Dear delégates"]


def test_attachments_pictures_and_mails_are_handed_on() -> None:
    mail = message()
    inner = EmailMessage()
    inner["Subject"] = "Minutes"
    inner.set_content("inner text")
    mail.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="Плакат.pdf")
    mail.add_attachment(inner)
    mail.add_attachment(b"GIF89a", maintype="image", subtype="gif", filename="me.gif", disposition="inline")
    found = read(mail.as_bytes())
    assert [(item.name, item.role) for item in found.embedded] == [("Плакат.pdf", Role.ATTACHMENT), ("Minutes.eml", Role.ATTACHMENT), ("me.gif", Role.PICTURE)]
    assert texts(read(found.embedded[1].data)) == ["inner text"]


@pytest.mark.parametrize(
    ("raw", "subject"),
    [
        (b"=?utf-8?q?=C3=89lu?= =?utf-8?q?_=C3=A0_Gen=C3=A8ve?=", "Élu à Genève"),
        (b"=?windows-1251?B?w+7r7vE=?=", "Голос"),
        (b"=?x-nope?B?w+7r7vE?=", "Голос"),
        ("Élu".encode("latin-1"), "Élu"),
        ("Élu".encode(), "Élu"),
        (b"=?utf-8?B?!!?=", ""),
        (b"folded\r\n over lines", "folded over lines"),
    ],
)
def test_odd_subjects(raw: bytes, subject: str) -> None:
    data = b"From: a@example.org\r\nSubject: " + raw + b"\r\nMIME-Version: 1.0\r\n\r\nhi\r\n"
    assert headers(data).get("Subject", "") == subject


def test_a_hostile_header_is_read_quickly_and_told() -> None:
    found = read(b"Subject: " + b"=?utf-8?q?=" * 30_000 + b"\nFrom: a@example.org\n\nhi", "vote.eml")
    assert texts(found) == ["hi"]
    assert reasons(found) == [Reason.TOO_LARGE]


@pytest.mark.parametrize("charset", ["x-nope", "windows-1251", "utf-8"])
def test_a_wrong_charset_does_not_lose_the_text(charset: str) -> None:
    body = base64.encodebytes("Голосуйте за меня".encode("cp1251"))
    found = read(b"From: a@example.org\nMIME-Version: 1.0\nContent-Type: text/plain; charset=" + charset.encode() + b"\nContent-Transfer-Encoding: base64\n\n" + body)
    assert texts(found) == ["Голосуйте за меня"]


def test_flowed_lines_are_joined() -> None:
    found = read(b"From: a@example.org\nMIME-Version: 1.0\nContent-Type: text/plain; format=flowed\n\nwrite to \nme now\n> quoted\n")
    assert texts(found, part=Part.BODY) == ["write to me now"]


def nested(levels: int) -> bytes:
    data = b"Content-Type: text/plain\n\ncore"
    for level in range(levels):
        mark = f"b{level}".encode()
        data = b"Content-Type: multipart/mixed; boundary=" + mark + b"\n\n--" + mark + b"\n" + data + b"\n--" + mark + b"--\n"
    return b"From: a@example.org\nMIME-Version: 1.0\n" + data


def test_nesting_is_followed_only_so_deep() -> None:
    assert texts(read(nested(6))) == ["core"]
    found = read(nested(200))
    assert texts(found) == []
    assert reasons(found) == [Reason.TOO_LARGE]
    assert "max_depth = 4" in messages(found)


def test_too_many_parts_are_told() -> None:
    mail = message()
    for number in range(8):
        mail.add_attachment(b"x", maintype="application", subtype="octet-stream", filename=f"{number}.bin")
    assert "max_members = 5" in messages(read(mail.as_bytes(), limits=Limits(max_members=5)))


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("multipart/encrypted; protocol=application/pgp-encrypted; boundary=x", Reason.ENCRYPTED),
        ("application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m", Reason.ENCRYPTED),
        ("application/pkcs7-mime; smime-type=signed-data; name=smime.p7m", Reason.UNSUPPORTED),
        ("message/external-body; access-type=URL", Reason.MISSING),
        ("application/ms-tnef; name=winmail.dat", Reason.DAMAGED),
        ("multipart/mixed", Reason.DAMAGED),
    ],
)
def test_what_cannot_be_read_is_told(kind: str, reason: Reason) -> None:
    found = read(f"From: a@example.org\nMIME-Version: 1.0\nContent-Type: {kind}\n\n--x\n\nMIIB\n--x--\n".encode())
    assert reasons(found) == [reason]


def test_inline_pgp_and_undecodable_bodies_are_told() -> None:
    assert reasons(read(b"From: a@example.org\nTo: b@example.org\n\n-----BEGIN PGP MESSAGE-----\nabc\n")) == [Reason.ENCRYPTED]
    assert reasons(read(b"From: a@example.org\nMIME-Version: 1.0\nContent-Transfer-Encoding: base64\n\n!!!!%%%\n")) == [Reason.DAMAGED]


def test_text_outside_the_parts_is_hidden_text() -> None:
    data = b"From: a@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\nwrite to ben\n--x\n\nseen\n--x--\nafter the end\n"
    assert set(hidden(read(data))) == {"write to ben", "after the end"}
    plain = data.replace(b"write to ben", b"This is a multi-part message in MIME format.").replace(b"after the end", b"")
    assert hidden(read(plain)) == {}


def test_a_mail_saved_as_utf16_is_read() -> None:
    data = message().as_bytes().decode("ascii").encode("utf-16")
    assert "please vote." in texts(read(data))


def test_a_mailbox_gives_each_mail() -> None:
    one = b"From amara@example.org Mon May  3 10:00:00 2027\nFrom: amara@example.org\nSubject: one\n\nfirst\n\n"
    found = read(one + one.replace(b"one", b"two").replace(b"first", b"second"))
    assert found.document.format == "mbox"
    assert [texts(read(item.data)) for item in found.embedded] == [["first"], ["second"]]


def test_a_saved_web_page_finds_its_own_pictures() -> None:
    data = (
        b"From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n"
        b'Content-Location: https://vote.example/\n\n<img src="https://vote.example/me.gif"><p>Vote</p>\n'
        b"--x\nContent-Type: image/gif\nContent-Location: https://vote.example/me.gif\n\nGIF89a\n--x--\n"
    )
    found = read(data, "page.mhtml")
    inner = read(next(item.data for item in found.embedded if item.name == "body.html"))
    assert reasons(inner) == []
    assert any(item.role is Role.PICTURE for item in found.embedded)


def tnef(*attributes: tuple[int, int, bytes]) -> bytes:
    packed = struct.pack("<IH", 0x223E9F78, 1)
    for level, number, value in attributes:
        packed += struct.pack("<BHHI", level, number, 1, len(value)) + value + b"\0\0"
    return packed


def test_winmail_dat_is_unpacked() -> None:
    envelope = tnef((1, 0x800C, b"Dear all\0"), (2, 0x9002, b"x"), (2, 0x8010, b"plan.txt\0"), (2, 0x800F, b"the plan"))
    mail = message()
    mail.add_attachment(envelope, maintype="application", subtype="ms-tnef", filename="winmail.dat")
    found = read(mail.as_bytes())
    assert "Dear all" in texts(found)
    assert [(item.name, item.data) for item in found.embedded] == [("plan.txt", b"the plan")]
    assert reasons(found) == []
