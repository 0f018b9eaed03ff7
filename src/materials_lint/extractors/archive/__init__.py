"""Archives: ZIP, TAR, and files packed with gzip, bzip2 or xz. Each file inside is handed on to be read by itself."""

from __future__ import annotations

from materials_lint.extractors.base import Format
from materials_lint.model.source import Extraction, Limits, Source

_PACKED = ((b"\x1f\x8b", "gzip"), (b"BZh", "bzip2"), (b"\xfd7zXZ\0", "xz"))
_OTHER = (
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"MSCF", "CAB"),
    (b"\x28\xb5\x2f\xfd", "Zstandard"),
    (b"\x04\x22\x4d\x18", "LZ4"),
    (b"\x60\xea", "ARJ"),
    (b"LZIP", "lzip"),
    (b"ITSF", "compiled help (CHM)"),
    (b"!<arch>", "ar"),
)


def kind_of(data: bytes) -> str | None:
    """Return which kind of archive the bytes are."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08PK\x03\x04")):
        return "zip"
    if data[257:262] == b"ustar":
        return "tar"
    if data[2:5] == b"-lh" and data[6:7] == b"-":
        return "LHA"
    return next((name for magic, name in (*_PACKED, *_OTHER) if data.startswith(magic)), None)


def _sniff(source: Source) -> float:
    kind = kind_of(source.data[:512])
    if kind is None:
        # A self-extracting program, or a ZIP behind other bytes, ends like one all the same.
        return 0.25 if source.data.startswith(b"MZ") and b"PK\x05\x06" in source.data[-65_558:] else 0.0
    # Office files are ZIP, too, and know themselves better.
    return 0.4 if kind == "zip" else 0.8 if kind == "tar" else 0.6


def _read(source: Source, limits: Limits) -> Extraction:
    from materials_lint.extractors.archive import _packed, _tar, _zip

    kind = kind_of(source.data[:512])
    if kind in {"zip", None}:
        return _zip.read(source, limits)
    if kind == "tar":
        return _tar.read(source.data, limits)
    return _packed.read(source, limits, kind or "")


FORMAT = Format("archive", "archive (ZIP, TAR, gzip, bzip2, xz)", _sniff, _read)
