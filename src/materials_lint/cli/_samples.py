"""Tiny files made on the spot, one for each kind, by which `doctor` tries the readers. Standard library only."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass

from materials_lint.cli._ole_sample import doc

WORD = "doctor-sample"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument"


@dataclass(frozen=True, slots=True)
class Sample:
    """A small file: what it is, its name, and the word that its reader must find ("" for a picture)."""

    title: str
    name: str
    data: bytes
    word: str = WORD


def samples() -> tuple[Sample, ...]:
    """Make one small file of each kind."""
    return (
        Sample("plain text", "sample.txt", f"{WORD}\n".encode()),
        Sample("PDF", "sample.pdf", _pdf()),
        Sample("Word (.docx)", "sample.docx", _word()),
        Sample("old Word (.doc)", "sample.doc", doc(WORD)),
        Sample("PowerPoint (.pptx)", "sample.pptx", _slides()),
        Sample("Excel (.xlsx)", "sample.xlsx", _sheet()),
        Sample("OpenDocument (.odt)", "sample.odt", _opendocument()),
        Sample("Rich Text (.rtf)", "sample.rtf", rb"{\rtf1\ansi{\fonttbl\f0 Arial;}\f0 " + WORD.encode() + rb"\par}"),
        Sample("e-mail (.eml)", "sample.eml", _mail()),
        Sample("web page (.html)", "sample.html", f"<!DOCTYPE html><html><head><title>t</title></head><body><p>{WORD}</p></body></html>".encode()),
        Sample("drawing (.svg)", "sample.svg", f'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20"><text x="5" y="15">{WORD}</text></svg>'.encode()),
        Sample("picture (.png)", "sample.png", _picture(), ""),
        Sample("archive (.zip)", "sample.zip", _zip({"inside.txt": WORD})),
    )


def emblem() -> bytes:
    """Return a white page with the Union's emblem on it, as the reference mark draws it."""
    from materials_lint.vision.marks import shipped_folder

    mark = (shipped_folder() / "itu-emblem-flat" / "blue.svg").read_text(encoding="utf-8")
    placed = mark[mark.index("<svg") :].replace('width="206.2" height="227"', 'x="300" y="300" width="128" height="128"')
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="800" height="800"><rect width="800" height="800" fill="#FFFFFF"/>{placed}</svg>'.encode()


def _mail() -> bytes:
    return f"From: a@example.org\r\nTo: b@example.org\r\nSubject: t\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{WORD}\r\n".encode()


def _pdf() -> bytes:
    stream = f"BT /F1 12 Tf 20 50 Td ({WORD}) Tj ET".encode()
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
    ]
    data = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(bodies, 1):
        offsets.append(len(data))
        data += b"%d 0 obj%s\nendobj\n" % (number, body)
    table = b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return data + table + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(data)


def _zip(members: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in members.items():
            archive.writestr(zipfile.ZipInfo(name), text)
    return buffer.getvalue()


def _package(main: str, kind: str, text: str, more: dict[str, tuple[str, str]] | None = None) -> bytes:
    """Build an Office package: the main part, its content type, its XML, and parts it relates to (name: (type, XML))."""
    more = more or {}
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{_MAIN}.{t}+xml"/>' for name, t in [(main, kind), *((n, t) for n, (t, _) in more.items())])
    folder, _, file = main.rpartition("/")
    links = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{name.split("/")[-1].rstrip("1.xml")}" Target="{name.removeprefix(folder + "/")}"/>'
        for number, name in enumerate(more, 1)
    )
    members = {
        "[Content_Types].xml": f'<Types xmlns="{_TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="{main}"/></Relationships>',
        main: text,
        f"{folder}/_rels/{file}.rels": f'<Relationships xmlns="{_RELATIONS}">{links}</Relationships>',
        **{name: xml for name, (_, xml) in more.items()},
    }
    return _zip(members)


def _word() -> bytes:
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return _package("word/document.xml", "wordprocessingml.document.main", f"<w:document {names}><w:body><w:p><w:r><w:t>{WORD}</w:t></w:r></w:p></w:body></w:document>")


def _slides() -> bytes:
    names = f'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="{_OFFICE}"'
    head = "<p:nvSpPr><p:cNvPr id='2' name='t'/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
    shape = f"<p:sp>{head}<p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:t>{WORD}</a:t></a:r></a:p></p:txBody></p:sp>"
    tree = f"<p:nvGrpSpPr><p:cNvPr id='1' name=''/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>{shape}"
    slide = f"<p:sld {names}><p:cSld><p:spTree>{tree}</p:spTree></p:cSld></p:sld>"
    show = f'<p:presentation {names}><p:sldIdLst><p:sldId id="256" r:id="r1"/></p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/></p:presentation>'
    return _package("ppt/presentation.xml", "presentationml.presentation.main", show, {"ppt/slides/slide1.xml": ("presentationml.slide", slide)})


def _sheet() -> bytes:
    names = f'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{_OFFICE}"'
    sheet = f'<worksheet {names}><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>{WORD}</t></is></c></row></sheetData></worksheet>'
    book = f'<workbook {names}><sheets><sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>'
    return _package("xl/workbook.xml", "spreadsheetml.sheet.main", book, {"xl/worksheets/worksheet1.xml": ("spreadsheetml.worksheet", sheet)})


def _opendocument() -> bytes:
    office = "urn:oasis:names:tc:opendocument:xmlns"
    names = f'xmlns:office="{office}:office:1.0" xmlns:text="{office}:text:1.0" office:version="1.2"'
    body = f"<office:body><office:text><text:p>{WORD}</text:p></office:text></office:body>"
    text = f"<office:document-content {names}>{body}</office:document-content>"
    kind = "application/vnd.oasis.opendocument.text"
    manifest = f'<manifest:manifest xmlns:manifest="{office}:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>'
    return _zip({"mimetype": kind, "content.xml": text, "META-INF/manifest.xml": manifest})


def _picture() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    size = 32
    rows = (b"\0" + b"\xff" * size) * size
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", size, size, 8, 0, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
