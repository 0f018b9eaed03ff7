"""An OLE file of Office: which program's it is, its properties, its pictures, and the text where it is Word's."""

from __future__ import annotations

import struct

from materials_lint.containers.harvest import Harvest
from materials_lint.containers.officeart import drawing_group, pictures
from materials_lint.containers.ole import Ole, properties
from materials_lint.extractors.legacy_office import _doc, _ppt
from materials_lint.model.document import Document, Gap, NotReadError, Page, Reason
from materials_lint.model.source import MIB, Extraction, Limits, Role, Source

_LOCKED = "The file is locked with a password. Save a copy without the password and check that."
_PICTURES = ("Data", "WordDocument", "1Table", "0Table", "Pictures", "Workbook", "Book")
_BOOKS = ("Workbook", "Book")
_WHOLE = ("Package", "CONTENTS", "Contents")
_EQUATION = "Equation Native"


def read(source: Source, limits: Limits) -> Extraction:
    """Read an old Office file. Raises NotReadError where it is locked or damaged beyond listing."""
    ole = Ole(source, limits)
    if ole.find("EncryptedPackage") or ole.find("EncryptionInfo"):
        raise NotReadError(Reason.ENCRYPTED, _LOCKED)
    out = Harvest(limits)
    _properties(ole, out)
    name, pages = _text(ole, out)
    _pictures(ole, out, limits)
    _objects(ole, out)
    if any(s.lower().startswith(("macros/", "_vba_project_cur/")) for s in ole.streams):
        out.property("macros", "macros", "present")
    return Extraction(Document(name, pages, tuple(out.metadata), tuple(out.gaps)), tuple(out.embedded))


def _pictures(ole: Ole, out: Harvest, limits: Limits) -> None:
    """Hand back the pictures of all streams, numbered as they are found."""
    unpacked = 0
    for stream in _PICTURES:
        data = _stream(ole, stream, out)
        for found in pictures(drawing_group(data) if stream in _BOOKS else data, limits):
            if isinstance(found, Gap):
                out.gap(found)
                continue
            unpacked += len(found.data)
            if len(out.embedded) >= limits.max_members or unpacked > limits.max_unpacked_mib * MIB:
                out.gap(_too_many(len(out.embedded), limits))
                return
            out.embed(f"picture {len(out.embedded) + 1}", found.data, Role.PICTURE)


def _too_many(count: int, limits: Limits) -> Gap:
    settings = f"max_members = {limits.max_members} or max_unpacked_mib = {limits.max_unpacked_mib} MiB"
    return Gap(Reason.TOO_LARGE, f"Only the first {count} pictures were looked at: the file holds more than {settings} allow. Raise that limit, or split the file.")


def _stream(ole: Ole, name: str, out: Harvest) -> bytes:
    try:
        return ole.read(name)
    except NotReadError as error:
        out.gap(error.as_gap())
        return b""


def _properties(ole: Ole, out: Harvest) -> None:
    try:
        for group, name, value in properties(ole):
            out.property(group, name, value)
    except (NotReadError, struct.error, IndexError, KeyError) as error:
        out.gap(Gap(Reason.DAMAGED, f"The file's properties are damaged ({error}) and were not all read."))


def _text(ole: Ole, out: Harvest) -> tuple[str, tuple[Page, ...]]:
    if ole.find("WordDocument"):
        _doc.read(ole, out)
        return "doc", (Page(None, out.take()),)
    if ole.find("PowerPoint Document"):
        return "ppt", (_ppt.read(ole, out),)
    if ole.find("Workbook") or ole.find("Book"):
        if _locked_workbook(_stream(ole, "Workbook", out) or _stream(ole, "Book", out)):
            raise NotReadError(Reason.ENCRYPTED, _LOCKED)
        out.gap(Gap(Reason.UNSUPPORTED, "Of old Excel files (.xls) only the properties and pictures are read, not the cells. Save it as .xlsx and check that copy."))
        return "xls", ()
    if not any(ole.find(s) for s in (*_WHOLE, _EQUATION, "\x01Ole10Native")):
        out.gap(
            Gap(
                Reason.UNSUPPORTED,
                "This kind of file or inserted object is not read, only its properties. Save it as PDF, or paste the object as a picture, and check that copy.",
            )
        )
    return "ole", ()


def _locked_workbook(stream: bytes) -> bool:
    """A FILEPASS record (0x2F) near the start tells that what follows is encrypted ([MS-XLS] 2.4.117)."""
    position = 0
    for _ in range(20):
        if position + 4 > len(stream):
            return False
        kind, length = struct.unpack_from("<HH", stream, position)
        if kind == 0x2F:
            return True
        position += 4 + length
    return False


def _objects(ole: Ole, out: Harvest) -> None:
    """Hand back files that were inserted as objects, and tell those that are not read."""
    _tell_pool(ole, out)
    for path in ole.streams:
        last = path.rpartition("/")[2]
        if last == "\x01Ole10Native":
            _native(_stream(ole, path, out), path, out)
        elif last in _WHOLE and "WordDocument" not in path:
            data = _stream(ole, path, out)
            if data.startswith((b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff")):
                out.embed(path, data, Role.OBJECT)


def _tell_pool(ole: Ole, out: Harvest) -> None:
    """Objects inserted in an old Word file: those that are no file in a wrapping stay unread."""
    pool: dict[str, set[str]] = {}
    for path in ole.streams:
        parts = path.split("/")
        if parts[0].lower() == "objectpool" and len(parts) > 2:
            pool.setdefault(parts[1], set()).add(parts[2])
    unread = sum(1 for streams in pool.values() if not streams & {"\x01Ole10Native", _EQUATION, *_WHOLE})
    if unread:
        message = f"The document holds {unread} inserted objects whose content is not read. Paste them as pictures, save it as .docx, and check that copy."
        out.gap(Gap(Reason.UNSUPPORTED, message))


def _native(data: bytes, path: str, out: Harvest) -> None:
    """An inserted file with its name and the path it came from ([MS-OLEDS] 2.3.6 and the Packager's own layout)."""
    try:
        names = data[6:].split(b"\0", 2)
        label, origin = names[0].decode("cp1252", "replace"), names[1].decode("cp1252", "replace")
        position = 6 + len(names[0]) + len(names[1]) + 2 + 4
        length = struct.unpack_from("<I", data, position)[0]
        position += 4 + length
        size = struct.unpack_from("<I", data, position)[0]
    except (struct.error, IndexError):
        out.gap(Gap(Reason.DAMAGED, f"An inserted object ({path!r}) could not be read. Open it in its own program and check it there."))
        return
    out.property("objects", "path", origin)
    out.embed(label or path, data[position + 4 : position + 4 + size], Role.OBJECT)
