"""Which kind of office package a file is, told by its members. Light: no XML is parsed."""

from __future__ import annotations

import io
import zipfile
import zlib
from functools import lru_cache

from materials_lint.containers.package import entry_names
from materials_lint.model.source import Source

_CONTENT_TYPES = "[content_types].xml"
_TYPES = {
    "word": (b"wordprocessingml.document.main", b"wordprocessingml.template.main", b"ms-word.document.macroenabled.main", b"ms-word.template.macroenabledtemplate.main"),
    "slides": (b"presentationml.presentation.main", b"presentationml.slideshow.main", b"presentationml.template.main", b"ms-powerpoint."),
    "sheets": (b"spreadsheetml.sheet.main", b"spreadsheetml.template.main", b"ms-excel.sheet.", b"ms-excel.template.", b"ms-excel.addin."),
}
_FOLDERS = {"word": "word/document", "slides": "ppt/presentation", "sheets": "xl/workbook"}
_FIRST = (b"[Content_Types].xml", b"_rels/", b"docProps/", b"word/", b"ppt/", b"xl/", b"customXml/", b"mimetype", b"content.xml", b"META-INF/", b"meta.xml")
_MOST = 1024 * 1024


@lru_cache(maxsize=4)
def office_kind(source: Source) -> tuple[str, float]:
    """Return ("word" | "slides" | "sheets" | "opendocument" | "", how sure, 0 to 1)."""
    names = {name.lower().replace("\\", "/").lstrip("/"): name for name in entry_names(source)}
    if not names:
        return _of_wreck(source)
    if "mimetype" in names and b"application/vnd.oasis.opendocument." in _head(source, names["mimetype"]):
        return "opendocument", 0.97
    if "content.xml" in names and "meta-inf/manifest.xml" in names:
        return "opendocument", 0.8
    said = _head(source, names[_CONTENT_TYPES]).lower() if _CONTENT_TYPES in names else b""
    for kind, types in _TYPES.items():
        if any(name.startswith(_FOLDERS[kind]) for name in names) or any(t in said for t in types):
            return kind, 0.95 if any(t in said for t in types) else 0.85
    return "", 0.0


def flat_opc(source: Source) -> bool:
    """Return whether this is a whole package written as one XML file."""
    return b"http://schemas.microsoft.com/office/2006/xmlPackage" in source.head or _flat_in_utf16(source.head)


def _flat_in_utf16(head: bytes) -> bool:
    return head[:2] in {b"\xff\xfe", b"\xfe\xff"} and "office/2006/xmlPackage" in head.decode("utf-16", errors="replace")


def _of_wreck(source: Source) -> tuple[str, float]:
    """A package cut short has no directory, but its members' own headers still tell what it was."""
    data = source.data
    if not data.startswith(b"PK\x03\x04") or not data[30:64].startswith(_FIRST):
        return "", 0.0
    if b"application/vnd.oasis.opendocument." in source.head:
        return "opendocument", 0.7
    for kind, folder in _FOLDERS.items():
        if folder.partition("/")[0].encode() + b"/" in data:
            return kind, 0.7
    return ("word", 0.4) if b"[Content_Types].xml" in data or b"_rels/.rels" in data else ("", 0.0)


def _head(source: Source, member: str) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive, archive.open(member) as stream:
            return stream.read(_MOST)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError, KeyError):
        return b""
