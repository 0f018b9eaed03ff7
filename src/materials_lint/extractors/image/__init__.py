"""Pictures: PNG, JPEG, GIF, TIFF, WebP, AVIF, HEIC and BMP. Vector pictures (EMF, WMF) give their words only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from materials_lint.extractors.base import Canvas, Format
from materials_lint.model.document import Gap
from materials_lint.model.source import Extraction, Limits, Source

_RASTER = (
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"II+\0", "TIFF"),
    (b"MM\0+", "TIFF"),
)
_OTHER = (
    (b"8BPS", "Photoshop"),
    (b"\0\0\0\x0cjP  \r\n\x87\n", "JPEG 2000"),
    (b"\xff\x4f\xff\x51", "JPEG 2000"),
    (b"\0\0\1\0", "icon"),
    (b"\0\0\2\0", "cursor"),
    (b"icns", "Apple icon"),
    (b"DDS ", "DirectDraw"),
    (b"\x01\xda", "SGI"),
    (b"gimp xcf", "GIMP"),
    (b"\x76\x2f\x31\x01", "OpenEXR"),
    (b"qoif", "QOI"),
    (b"FORM", "IFF"),
    (b"BLP1", "BLP"),
    (b"BLP2", "BLP"),
    (b"%!PS-Adobe", "PostScript"),
    (b"\xc5\xd0\xd3\xc6", "PostScript"),
    (b"\xff\x0a", "JPEG XL"),
    (b"\0\0\0\x0cJXL \r\n\x87\n", "JPEG XL"),
    (b"\x49\x49\xbc\x01", "JPEG XR"),
)
_NETPBM = re.compile(rb"P[1-7]\s+(?:#[^\n]*\n)*\s*(?:-?\d+\s+-?\d+|332\b|WIDTH\b)")
_BMP_HEADERS = frozenset({12, 16, 40, 52, 56, 64, 108, 124})
_HEIF = dict.fromkeys((b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"heif"), "HEIF") | dict.fromkeys((b"avif", b"avis"), "AVIF")


def kind_of(data: bytes) -> str | None:
    """Return which picture format the bytes begin like, one that is read or one that is only known by name."""
    tests = {
        "WEBP": data.startswith(b"RIFF") and data[8:12] == b"WEBP",
        "BMP": data.startswith(b"BM") and len(data) >= 26 and data[14] in _BMP_HEADERS and data[15:18] == b"\0\0\0",
        "EMF": data.startswith(b"\x01\0\0\0") and data[40:44] == b" EMF",
        "WMF": data.startswith((b"\xd7\xcd\xc6\x9a", b"\x01\0\x09\0\0", b"\x02\0\x09\0\0")),
        "Netpbm": _NETPBM.match(data) is not None,
    }
    by_magic = next((name for magic, name in (*_RASTER, *_OTHER) if data.startswith(magic)), None)
    if data[4:8] == b"ftyp":
        return _brand(data)
    return by_magic or next((name for name, holds in tests.items() if holds), None)


def _brand(data: bytes) -> str | None:
    length = min(int.from_bytes(data[:4], "big"), 256)
    brands = [data[8:12], *(data[at : at + 4] for at in range(16, length, 4))]
    names = [_HEIF[brand] for brand in brands if brand in _HEIF]
    return "AVIF" if "AVIF" in names else (names[0] if names else None)


def _sniff(source: Source) -> float:
    kind = kind_of(source.data[:512])
    if kind is None:
        return 0.0
    return 0.95 if kind in {"PNG", "JPEG", "GIF", "WEBP", "HEIF", "AVIF", "EMF"} else 0.8 if kind in {"TIFF", "BMP"} else 0.5


def _read(source: Source, limits: Limits) -> Extraction:
    from materials_lint.extractors.image import _raster, _vector

    kind = kind_of(source.data[:512]) or ""
    if kind in {"EMF", "WMF"}:
        return _vector.read(source, limits, kind)
    return _raster.read(source, limits, kind)


def _canvases(source: Source, limits: Limits, pages: tuple[int, int] | None) -> Iterator[Canvas | Gap]:
    kind = kind_of(source.data[:512]) or ""
    if kind in {"EMF", "WMF"}:
        from materials_lint.extractors.image import _vector

        yield from _vector.canvases(source, kind)
        return
    from materials_lint.extractors.image._canvases import canvases

    yield from canvases(source, limits, kind, pages)


FORMAT = Format("image", "picture (PNG, JPEG, GIF, TIFF, WebP, AVIF, HEIC, BMP)", _sniff, _read, canvases=_canvases)
