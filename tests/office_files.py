"""Small Office files made of strings, so that a test shows the very XML it is about."""

from __future__ import annotations

import io
import struct
import zipfile
from typing import Any

from materials_lint.extractors.base import Format
from materials_lint.model.document import Document, Origin, TextBlock
from materials_lint.model.source import Extraction, Limits, Source

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
)
P = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
ODF = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{rest}:1.0"'
    for prefix, rest in [
        ("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"), ("presentation", "presentation"), ("style", "style"),
        ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"), ("meta", "meta"),
    ]
) + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'  # fmt: skip
CONTENT_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>{}</Types>'
_MAIN = {
    "word/document.xml": "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "ppt/presentation.xml": "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
    "xl/workbook.xml": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
}


def zipped(members: dict[str, str | bytes]) -> bytes:
    """Return a ZIP of these members in order."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def relationships(*rows: tuple[str, str, str]) -> str:
    """Return a relationships part; each row is (id, type's last word, target). Targets with a colon are external."""
    items = "".join(
        f'<Relationship Id="{i}" Type="{OFFICE}/{kind}" Target="{target}"{" TargetMode=" + chr(34) + "External" + chr(34) if ":" in target else ""}/>'
        for i, kind, target in rows
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{items}</Relationships>'


def package(main: str, content: str, *, rels: tuple[tuple[str, str, str], ...] = (), **parts: str | bytes) -> bytes:
    """Return an OOXML package; keys of `parts` write "/" as "__" and "." as "___", or pass them as **{"word/x.xml": ...}."""
    folder, _, name = main.rpartition("/")
    return zipped(
        {
            "[Content_Types].xml": CONTENT_TYPES.format(f'<Override PartName="/{main}" ContentType="{_MAIN[main]}"/>'),
            "_rels/.rels": relationships(("rId1", "officeDocument", main)),
            main: content,
            f"{folder}/_rels/{name}.rels": relationships(*rels),
            **parts,
        }
    )


def word(body: str, *, rels: tuple[tuple[str, str, str], ...] = (), **parts: str | bytes) -> bytes:
    """Return a DOCX whose body is this XML."""
    return package("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>", rels=rels, **parts)


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def run(text: str, properties: str = "") -> str:
    """Return a run of Word with this text and these properties."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def read(form: Format, data: bytes, limits: Limits | None = None) -> Extraction:
    """Read `data` with this format, which must know it by its content."""
    source = Source(data, "no-name")
    assert form.sniff(source) >= 0.4
    return form.read(source, limits or Limits())


def texts(document: Document, **wanted: Any) -> list[str]:
    """Return the texts of the blocks whose attributes have these values."""
    return [b.text for b in document.blocks() if all(getattr(b, key) == value for key, value in wanted.items())]


def plain(document: Document) -> list[str]:
    """Return what a reader sees of the body."""
    return texts(document, origin=Origin.TEXT_LAYER)


def one(document: Document, text: str) -> TextBlock:
    """Return the only block with this text."""
    found = [b for b in document.blocks() if b.text == text]
    assert len(found) == 1, [b.text for b in document.blocks()]
    return found[0]


def properties(document: Document) -> set[tuple[str, str, str]]:
    return {(f.group, f.name, f.value) for f in document.metadata}


def ole(streams: dict[str, bytes]) -> bytes:
    """Return an OLE file ([MS-CFB] version 3) of these top streams, each filled up to 4096 bytes or more."""
    sector, end, free = 512, 0xFFFFFFFE, 0xFFFFFFFF
    fat: list[int] = [0xFFFFFFFD]
    body = b""
    entries = [_entry("Root Entry", 5, end, 0, child=1)]
    for index, (name, data) in enumerate(streams.items(), 1):
        padded = data.ljust(max(4096, -(-len(data) // sector) * sector), b"\0")
        first, count = len(fat), len(padded) // sector
        fat += [*range(first + 1, first + count), end]
        body += padded
        entries.append(_entry(name, 2, first, len(padded), right=index + 1 if index < len(streams) else free))
    entries += [b"\0" * 128] * (-len(entries) % 4)
    directory = b"".join(entries)
    start = len(fat)
    fat += [*range(start + 1, start + len(directory) // sector), end]
    assert len(fat) <= 128
    fat += [free] * (128 - len(fat))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<IIIIIIIII", 0, 1, start, 0, 4096, end, 0, end, 0) + struct.pack("<109I", 0, *[free] * 108)
    return header + struct.pack("<128I", *fat) + body + directory


def _entry(name: str, kind: int, start: int, size: int, *, child: int = 0xFFFFFFFF, right: int = 0xFFFFFFFF) -> bytes:
    encoded = (name + "\0").encode("utf-16-le")
    return encoded.ljust(64, b"\0") + struct.pack("<HBBIII16xI16xIQ", len(encoded), kind, 1, 0xFFFFFFFF, right, child, 0, start, size)
