"""Pictures."""

from __future__ import annotations

import io
import struct
import zlib
from contextlib import suppress
from typing import Any

import pillow_heif
import pytest
from PIL import Image, PngImagePlugin

from materials_lint.model.document import NotReadError, Reason
from materials_lint.model.geometry import Unit
from materials_lint.model.source import Limits
from tests.reading import fields, format_of, messages, read, reasons, texts

pillow_heif.register_heif_opener()

XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    b'<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"'
    b' xmlns:p="http://ns.adobe.com/photoshop/1.0/" xmlns:i="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" p:Credit="Union/B. Okoro">'
    b'<dc:creator><rdf:Seq><rdf:li>Ben Okoro</rdf:li></rdf:Seq></dc:creator><i:CreatorContactInfo i:CiEmailWork="ben@example.org"/></rdf:Description>'
    b"</rdf:RDF></x:xmpmeta>"
)


def saved(kind: str, size: tuple[int, int] = (40, 30), **more: Any) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", size, "white").save(stream, kind, **more)
    return stream.getvalue()


def exif() -> Image.Exif:
    found = Image.Exif()
    found[0x013B] = "Ben Okoro"
    found[0x8298] = "(c) Union"
    found[0x9C9D] = "Выборы".encode("utf-16-le") + b"\0\0"
    found.get_ifd(0x8769)[0x9286] = b"UNICODE\0" + "комментарий".encode("utf-16-le")
    found.get_ifd(0x8825)[1] = "N"
    return found


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "TIFF", "WEBP", "AVIF", "HEIF", "BMP"])
def test_each_kind_is_known_and_measured(kind: str) -> None:
    data = saved(kind)
    assert format_of(data) == "image"
    found = read(data, "me.pic")
    page = found.document.pages[0]
    assert (page.number, page.width, page.height, found.document.unit) == (1, 40, 30, Unit.PIXEL)
    assert (page.pictures[0].width, page.pictures[0].height) == (40, 30)
    assert reasons(found) == []


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "AVIF", "HEIF"])
def test_exif_is_read(kind: str) -> None:
    found = fields(read(saved(kind, exif=exif())))
    assert found["EXIF", "Artist"] == "Ben Okoro"
    assert found["EXIF", "XPAuthor"] == "Выборы"
    assert found["EXIF", "UserComment"] == "комментарий"
    assert found["EXIF", "GPS"] == "present"


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "AVIF", "HEIF"])
def test_xmp_is_read(kind: str) -> None:
    found = fields(read(saved(kind, xmp=XMP)))
    assert found["XMP", "creator"] == "Ben Okoro"
    assert found["XMP", "Credit"] == "Union/B. Okoro"
    assert found["XMP", "CreatorContactInfo.CiEmailWork"] == "ben@example.org"


def test_iptc_is_read() -> None:
    def entry(number: int, value: bytes) -> bytes:
        return b"\x1c\x02" + bytes([number]) + len(value).to_bytes(2, "big") + value

    block = entry(80, b"Ben Okoro") + entry(116, "© Union".encode("latin-1")) + entry(118, b"ben@example.org")
    photoshop = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + len(block).to_bytes(4, "big") + block + b"\0" * (len(block) % 2)
    plain = saved("JPEG")
    data = plain[:2] + b"\xff\xed" + (len(photoshop) + 2).to_bytes(2, "big") + photoshop + plain[2:]
    found = fields(read(data))
    assert found["IPTC", "By-line"] == "Ben Okoro"
    assert found["IPTC", "CopyrightNotice"] == "© Union"
    assert found["IPTC", "Contact"] == "ben@example.org"


def test_comments_and_png_texts_are_read() -> None:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", "Ben Okoro")
    info.add_itxt("Title", "Выборы")
    info.add_text("Comment", "drawn by hand", zip=True)
    found = fields(read(saved("PNG", pnginfo=info)))
    assert found == {("PNG text", "Author"): "Ben Okoro", ("PNG text", "Title"): "Выборы", ("PNG text", "Comment"): "drawn by hand"}
    assert fields(read(saved("JPEG", comment=b"drawn by hand"))) == {("JPEG comment", "comment"): "drawn by hand"}
    assert fields(read(saved("GIF", comment=b"drawn by hand"))) == {("GIF comment", "comment"): "drawn by hand"}


def test_every_frame_is_a_page_up_to_the_limit() -> None:
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "green", "blue")]
    data = saved("TIFF", save_all=True, append_images=frames)
    assert [page.number for page in read(data).document.pages] == [1, 2, 3, 4]
    found = read(data, limits=Limits(max_frames=2))
    assert len(found.document.pages) == 2
    assert found.document.page_count == 4
    assert "max_frames = 2" in messages(found)


def test_a_large_picture_is_refused_before_it_is_decoded() -> None:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)) + chunk(b"IDAT", b"x") + chunk(b"IEND", b"")
    with pytest.raises(NotReadError) as error:
        read(header)
    assert error.value.reason is Reason.TOO_LARGE
    assert "max_picture_mpx = 100" in error.value.message


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF", "BMP"])
def test_a_cut_picture_is_told(kind: str) -> None:
    data = saved(kind, (300, 300))
    with pytest.raises(NotReadError) as error:
        read(data[: len(data) // 2])
    assert error.value.reason is Reason.DAMAGED


def test_other_kinds_of_pictures_are_named() -> None:
    with pytest.raises(NotReadError) as error:
        read(b"8BPS\0\1" + b"\0" * 50)
    assert error.value.reason is Reason.UNSUPPORTED
    assert "Photoshop" in error.value.message


def test_the_words_of_an_emf_are_read() -> None:
    words = "Vote".encode("utf-16-le")
    record = struct.pack("<II", 84, 76 + 8) + b"\0" * 28 + struct.pack("<iiIIIIIIII", 0, 10, 4, 76, 0, 0, 0, 0, 0, 0) + words
    header = struct.pack("<II", 1, 88) + b"\0" * 32 + b" EMF" + b"\0" * 44
    found = read(header + record + struct.pack("<III", 14, 20, 0))
    assert texts(found) == ["Vote"]
    assert reasons(found) == []


def test_the_words_of_a_wmf_are_read() -> None:
    record = struct.pack("<IHH", 8, 0x0521, 4) + b"Vote" + b"\0" * 4
    found = read(b"\xd7\xcd\xc6\x9a" + b"\0" * 18 + b"\1\0\x09\0\0\3" + b"\0" * 12 + record + struct.pack("<IH", 3, 0))
    assert texts(found) == ["Vote"]
    assert reasons(found) == []


def test_nothing_is_printed_by_the_libraries(capfd: pytest.CaptureFixture[str]) -> None:
    data = bytearray(saved("TIFF", (64, 64), compression="tiff_lzw"))
    data[8:40] = b"\xff" * 32
    with suppress(NotReadError):
        read(bytes(data))
    assert capfd.readouterr() == ("", "")
