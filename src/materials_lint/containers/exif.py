"""EXIF and IPTC properties of pictures, by Pillow's reading of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from materials_lint.containers.charsets import decode, without_controls
from materials_lint.model.document import MetadataField

if TYPE_CHECKING:
    from PIL import Image, ImageFile

_EXIF_IFD, _GPS_IFD = 0x8769, 0x8825
# Tags with words in them; numbers about the exposure say nothing here.
_MAIN = {
    0x010D: "DocumentName",
    0x010E: "ImageDescription",
    0x010F: "Make",
    0x0110: "Model",
    0x011D: "PageName",
    0x0131: "Software",
    0x013B: "Artist",
    0x013C: "HostComputer",
    0x0151: "TargetPrinter",
    0x8298: "Copyright",
    0x9C9B: "XPTitle",
    0x9C9C: "XPComment",
    0x9C9D: "XPAuthor",
    0x9C9E: "XPKeywords",
    0x9C9F: "XPSubject",
    0xC614: "UniqueCameraModel",
}
_DETAIL = {0x9286: "UserComment", 0xA430: "CameraOwnerName", 0xA420: "ImageUniqueID", 0x927C: "MakerNote", 0xA436: "Title", 0xA437: "Photographer", 0xA438: "ImageEditor"}
_IPTC = {
    (2, 5): "ObjectName",
    (2, 25): "Keywords",
    (2, 40): "SpecialInstructions",
    (2, 80): "By-line",
    (2, 85): "By-lineTitle",
    (2, 90): "City",
    (2, 92): "Sub-location",
    (2, 101): "Country",
    (2, 105): "Headline",
    (2, 110): "Credit",
    (2, 115): "Source",
    (2, 116): "CopyrightNotice",
    (2, 118): "Contact",
    (2, 120): "Caption",
    (2, 122): "Writer",
}
_USER_COMMENT = {b"ASCII\0\0\0": None, b"UNICODE\0": "utf-16", b"JIS\0\0\0\0\0": "iso2022_jp", b"\0" * 8: None}
_LONGEST = 20_000
# What Pillow raises on damaged EXIF and IPTC blocks.
_DAMAGE = (ValueError, TypeError, KeyError, IndexError, OSError, SyntaxError, ZeroDivisionError, OverflowError, AttributeError, EOFError, RuntimeError)


def exif_fields(image: Image.Image) -> tuple[list[MetadataField], bool]:
    """Return the EXIF properties with words in them, and whether the block could be read."""
    try:
        exif = image.getexif()
        found = list(_named(exif, _MAIN))
        found += _named(exif.get_ifd(_EXIF_IFD), _DETAIL)
        if exif.get_ifd(_GPS_IFD):
            found.append(MetadataField("EXIF", "GPS", "present"))
    except _DAMAGE:
        return [], False
    return found, True


def iptc_fields(image: ImageFile.ImageFile) -> tuple[list[MetadataField], bool]:
    """Return the IPTC properties, and whether the block could be read."""
    from PIL import IptcImagePlugin

    try:
        info: Mapping[Any, Any] = IptcImagePlugin.getiptcinfo(image) or {}
        charset = "utf-8" if info.get((1, 90)) == b"\x1b%G" else None
        found = []
        for key, name in _IPTC.items():
            values = info.get(key, [])
            for value in values if isinstance(values, list) else [values]:
                text = _text(value, charset)
                if text:
                    found.append(MetadataField("IPTC", name, text))
    except _DAMAGE:
        return [], False
    return found, True


def _named(exif: Mapping[int, Any], names: Mapping[int, str]) -> Iterator[MetadataField]:
    for tag, name in names.items():
        value = exif.get(tag)
        if value is None or name == "MakerNote":
            continue
        if name.startswith("XP"):
            text = _wide(value)
        elif name == "UserComment" and isinstance(value, bytes):
            text = _user_comment(value)
        else:
            text = _text(value, None)
        if text:
            yield MetadataField("EXIF", name, text)


def _user_comment(value: bytes) -> str:
    head, body = value[:8], value[8:]
    if head == b"UNICODE\0" and not body.startswith((b"\xff\xfe", b"\xfe\xff")):
        order = "utf-16-le" if body[1::2].count(0) >= body[0::2].count(0) else "utf-16-be"
        return _clean(body.decode(order, "replace"))
    return _text(body if head in _USER_COMMENT else value, _USER_COMMENT.get(head))


def _wide(value: object) -> str:
    data = bytes(value) if isinstance(value, (bytes, tuple, list)) else str(value).encode("utf-16-le")
    return _clean(data.decode("utf-16-le", "replace"))


def _text(value: object, charset: str | None) -> str:
    if isinstance(value, bytes):
        return _clean(decode(value.rstrip(b"\0 "), charset).text)
    if isinstance(value, str):
        # Pillow reads EXIF's bytes as Latin-1 or UTF-8; what writers really put there is told by the letters.
        try:
            return _clean(decode(value.encode("latin-1")).text)
        except UnicodeEncodeError:
            return _clean(value)
    return ""


def _clean(text: str) -> str:
    return without_controls(text).strip()[:_LONGEST]
