"""The reader of OLE files, on files made by a small writer of OLE."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image

from materials_lint.extractors.legacy_office import FORMAT
from materials_lint.model.document import Concealment, NotReadError, Origin, Part, Reason
from materials_lint.model.source import Extraction, Limits, Role, Source
from tests.office_files import ole, one, plain, properties, read, texts

BODY = 'Write to lina@campaign.example\r\x13 HYPERLINK "https://campaign.example/" \x14my site\x15\runseen\rnon\x1ebreaking\r'
FOOT = "\x02 at the foot\r"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 400


def word_97(*, flags: int = 0x0200, hidden: str = "unseen") -> dict[str, bytes]:
    """A document whose text lies in one piece at 2048, formatted by one page of runs at 1536."""
    text = BODY + FOOT
    fib = bytearray(1536)
    struct.pack_into("<HH", fib, 0, 0xA5EC, 0x00C1)
    struct.pack_into("<H", fib, 10, flags)
    struct.pack_into("<2I", fib, 76, len(BODY), len(FOOT))
    struct.pack_into("<H", fib, 152, 0x5D)
    pieces = struct.pack("<2I", 0, len(text)) + struct.pack("<HIH", 0, 2048 * 2 | 0x40000000, 0)
    clx = b"\x02" + struct.pack("<I", len(pieces)) + pieces
    bins = struct.pack("<3I", 2048, 2048 + len(text), 3)
    strings = b"\xff\xff" + struct.pack("<HH", 2, 0) + b"".join(struct.pack("<H", len(s)) + s.encode("utf-16-le") for s in ("", "Letter.dot"))
    saved = b"\xff\xff" + struct.pack("<HH", 2, 0) + b"".join(struct.pack("<H", len(s)) + s.encode("utf-16-le") for s in ("Ana", "M:\\LETTERS\\a.doc"))
    printer = b"Room 5\0LPT1:\0winspool\0Room 5\0"
    table = b""
    for index, data in [(33, clx), (12, bins), (32, strings), (71, saved), (27, printer)]:
        struct.pack_into("<II", fib, 154 + index * 8, len(table), len(data))
        table += data
    start = 2048 + text.index(hidden)
    page = bytearray(512)
    struct.pack_into("<4I", page, 0, 2048, start, start + len(hidden), 2048 + len(text))
    page[16:19] = bytes([0, 200, 0])
    page[400:404] = bytes([3]) + struct.pack("<HB", 0x083C, 1)
    page[511] = 3
    return {"WordDocument": bytes(fib) + bytes(page) + text.encode("cp1252"), "1Table": table}


def summary(**values: str) -> bytes:
    """A property set with these properties by number ("p4" for the author)."""
    entries, data = b"", b""
    for key, value in values.items():
        encoded = value.encode("cp1252") + b"\0"
        entries += struct.pack("<II", int(key[1:]), 8 + len(values) * 8 + len(data))
        data += struct.pack("<II", 30, len(encoded)) + encoded + b"\0" * (-len(encoded) % 4)
    section = struct.pack("<II", 8 + len(entries) + len(data), len(values)) + entries + data
    return struct.pack("<HHI16xI16xI", 0xFFFE, 0, 0, 1, 48) + section


def test_text_links_notes_and_hidden_words() -> None:
    found = read(FORMAT, ole(word_97())).document
    assert plain(found) == ["Write to lina@campaign.example", "my site", "non\u2011breaking"]
    assert (one(found, "https://campaign.example/").origin, one(found, "https://campaign.example/").label) == (Origin.LINK_TARGET, "my site")
    assert one(found, "unseen").concealment is Concealment.HIDDEN_FORMAT
    assert texts(found, part=Part.NOTE) == [" at the foot"]
    assert found.gaps == ()


def test_traces_of_the_machine() -> None:
    streams = word_97() | {"\x05SummaryInformation": summary(p4="Lina Okafor", p7="Letter.dot"), "\x05DocumentSummaryInformation": summary(p15="Example Ministry")}
    assert {
        ("SummaryInformation", "creator", "Lina Okafor"),
        ("SummaryInformation", "Template", "Letter.dot"),
        ("DocumentSummaryInformation", "Company", "Example Ministry"),
        ("associated strings", "Template", "Letter.dot"),
        ("saved by", "path", "M:\\LETTERS\\a.doc"),
        ("printer", "printer", "Room 5"),
    } <= properties(read(FORMAT, ole(streams)).document)


def test_pictures() -> None:
    record = struct.pack("<HHI", 0x6E0 << 4, 0xF01E, 17 + len(PNG)) + b"\0" * 17 + PNG
    found = read(FORMAT, ole(word_97() | {"Data": b"\0" * 100 + record})).embedded
    assert [(e.name, e.role, e.data) for e in found] == [("picture 1", Role.PICTURE, PNG)]


def blip(kind: int, instance: int, body: bytes, *, packed: bool = True, shown: tuple[int, int] = (3600, 7200)) -> bytes:
    """A metafile's drawing record; `shown` is its size in EMU."""
    head = b"\0" * 16 + struct.pack("<I4i2iIBB", len(body), 0, 0, 10, 20, *shown, len(body), 0 if packed else 0xFE, 0xFE)
    record = head + (zlib.compress(body) if packed else body)
    return struct.pack("<HHI", instance << 4, kind, len(record)) + record


def word_6_picture(wmf: bytes, *, header: int = 58) -> bytes:
    return struct.pack("<IHHHH", header + len(wmf), header, 8, 500, 1000).ljust(header, b"\0") + wmf


EMF = b"\x01\0\0\0" + b"\0" * 36 + b" EMF" + b"\0" * 60
WMF = struct.pack("<HHHIHIH", 1, 9, 0x300, 12, 0, 3, 0) + struct.pack("<IH", 3, 0)


@pytest.mark.parametrize("packed", [True, False])
def test_metafiles_of_drawing_records_are_unpacked_and_told_their_size(packed: bool) -> None:
    records = b"\0" * 7 + blip(0xF01A, 0x3D4, EMF, packed=packed) + b"\xff" * 5 + blip(0xF01B, 0x216, WMF, packed=packed)
    found = read(FORMAT, ole(word_97() | {"Data": records})).embedded
    assert [(e.name, e.role) for e in found] == [("picture 1", Role.PICTURE), ("picture 2", Role.PICTURE)]
    assert found[0].data == EMF
    assert found[1].data[22:] == WMF
    assert struct.unpack_from("<IHhhhhH", found[1].data, 0) == (0x9AC6CDD7, 0, 0, 0, 10, 20, 2540)


@pytest.mark.parametrize("header", [58, 68])
def test_metafiles_of_older_word_files(header: int) -> None:
    streams = word_97()
    streams["WordDocument"] += word_6_picture(WMF, header=header) + b"\0" * 30 + WMF
    found = read(FORMAT, ole(streams)).embedded
    assert [e.data[22:] for e in found] == [WMF]
    assert struct.unpack_from("<hhhh", found[0].data, 6) == (0, 0, 500, 1000)


def test_a_bitmap_becomes_a_file() -> None:
    dib = struct.pack("<IiiHHIIiiII", 40, 1, 1, 1, 24, 0, 0, 0, 0, 0, 0) + b"\0\0\xff\0"
    record = struct.pack("<HHI", 0x7A8 << 4, 0xF01F, 17 + len(dib)) + b"\0" * 17 + dib
    (found,) = read(FORMAT, ole(word_97() | {"Data": record})).embedded
    assert Image.open(io.BytesIO(found.data)).convert("RGB").getpixel((0, 0)) == (255, 0, 0)


def test_pictures_that_cannot_be_had_are_gaps() -> None:
    broken = bytearray(blip(0xF01A, 0x3D4, EMF))
    broken[60:66] = b"\xff" * 6
    bomb = blip(0xF01A, 0x3D4, b"\0" * (2 << 20))
    data = ole(word_97() | {"Data": bytes(broken) + bomb + blip(0xF01C, 0x542, b"mac")})
    found = FORMAT.read(Source(data, "x.doc"), Limits(max_member_mib=1))
    assert found.embedded == ()
    assert [g.reason for g in found.document.gaps] == [Reason.DAMAGED, Reason.TOO_LARGE, Reason.UNSUPPORTED]
    assert "max_member_mib = 1" in found.document.gaps[1].message


def test_too_many_pictures_are_told() -> None:
    several = b"".join(blip(0xF01A, 0x3D4, EMF + bytes([number])) for number in range(7))
    found = FORMAT.read(Source(ole(word_97() | {"Data": several}), "x.doc"), Limits(max_members=5))
    assert len(found.embedded) == 5
    assert "max_members = 5" in found.document.gaps[0].message


def test_pictures_of_a_workbook_go_on_in_further_records() -> None:
    record = struct.pack("<HHI", 0x6E0 << 4, 0xF01E, 17 + len(PNG)) + b"\0" * 17 + PNG
    book = struct.pack("<HH", 0xEB, 200) + record[:200] + struct.pack("<HH", 0x3C, len(record) - 200) + record[200:]
    found = FORMAT.read(Source(ole({"Workbook": book}), "x.xls"), Limits())
    assert [e.data for e in found.embedded] == [PNG]


@pytest.mark.parametrize("streams", [{"EncryptedPackage": b"x", "EncryptionInfo": b"x"}, word_97(flags=0x0300), {"Workbook": struct.pack("<HHHH", 0x809, 0, 0x2F, 0)}])
def test_locked_files_say_so(streams: dict[str, bytes]) -> None:
    with pytest.raises(NotReadError) as told:
        read(FORMAT, ole(streams))
    assert told.value.reason is Reason.ENCRYPTED


def test_powerpoint_words_come_with_a_gap() -> None:
    text = "Vote for Lina".encode("utf-16-le")
    atom = struct.pack("<HHI", 0x0F, 1000, 8 + len(text)) + struct.pack("<HHI", 0, 0x0FA0, len(text)) + text
    found = read(FORMAT, ole({"PowerPoint Document": atom})).document
    assert plain(found) == ["Vote for Lina"]
    assert [g.reason for g in found.gaps] == [Reason.UNSUPPORTED]
    assert ".pptx" in found.gaps[0].message


def test_excel_and_unknown_files_are_gaps() -> None:
    found = read(FORMAT, ole({"Workbook": b"x", "\x05SummaryInformation": summary(p4="Lina Okafor")})).document
    assert ".xlsx" in found.gaps[0].message
    assert ("SummaryInformation", "creator", "Lina Okafor") in properties(found)
    unknown = FORMAT.read(Source(ole({"Something": b"x"}), "x"), Limits()).document
    assert unknown.gaps[0].reason is Reason.UNSUPPORTED


def test_an_object_of_a_drawing_program_is_a_gap_and_an_equation_is_not() -> None:
    drawing = read_object({"\x03ObjInfo": b"x", "CdrContainerStream": b"x"}).document
    assert [g.reason for g in drawing.gaps] == [Reason.UNSUPPORTED]
    assert read_object({"\x03ObjInfo": b"x", "Equation Native": b"x"}).document.gaps == ()


def test_inserted_files_are_handed_back() -> None:
    names = b"plan.pdf\0C:\\Users\\ana\\plan.pdf\0"
    data = b"%PDF-1.7 plan"
    native = struct.pack("<IH", 0, 2) + names + struct.pack("<HHI", 0, 3, 4) + b"tmp\0" + struct.pack("<I", len(data)) + data
    found = read_object({"\x01Ole10Native": native})
    assert [(e.name, e.data) for e in found.embedded] == [("plan.pdf", data)]
    assert ("objects", "path", "C:\\Users\\ana\\plan.pdf") in properties(found.document)


def read_object(streams: dict[str, bytes]) -> Extraction:
    return FORMAT.read(Source(ole(streams), "x"), Limits())


def test_mail_and_damaged_files() -> None:
    assert FORMAT.sniff(Source(ole({"__properties_version1.0": b"x"}), "x")) == 0
    whole = ole(word_97())
    with pytest.raises(NotReadError) as told:
        FORMAT.read(Source(whole[:600], "x"), Limits())
    assert told.value.reason is Reason.DAMAGED
    broken = word_97()
    broken["1Table"] = b"\xff" * 64
    with pytest.raises(NotReadError) as told:
        FORMAT.read(Source(ole(broken), "x"), Limits())
    assert told.value.reason is Reason.DAMAGED
