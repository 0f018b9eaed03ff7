"""What a picture file says of itself: EXIF, IPTC, XMP, comments and PNG texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from materials_lint.containers.charsets import decode, without_controls
from materials_lint.containers.exif import exif_fields, iptc_fields
from materials_lint.containers.xmp import read_xmp
from materials_lint.model.document import Gap, MetadataField, Reason
from materials_lint.model.source import Limits

if TYPE_CHECKING:
    from PIL import Image, ImageFile

_XMP_KEYS = ("xmp", "XML:com.adobe.xmp")
_PROFILE = "Raw profile type "
_LONGEST = 20_000
_MOST_XMP = 16 * 1024 * 1024


def properties(image: ImageFile.ImageFile, limits: Limits) -> tuple[tuple[MetadataField, ...], tuple[Gap, ...]]:
    """Return all properties with words in them, and a gap where a block of them is damaged."""
    gaps: list[Gap] = []
    fields: list[MetadataField] = []
    for name, (found, whole) in (("EXIF", exif_fields(image)), ("IPTC", iptc_fields(image))):
        fields += found
        if not whole:
            gaps.append(Gap(Reason.DAMAGED, f"The picture's {name} properties are damaged and were not read. Save the picture without properties and check that copy."))
    for packet in _packets(image.info):
        found_xmp, more = read_xmp(packet, limits)
        fields += found_xmp
        gaps += more
    fields += _texts(image)
    return tuple(dict.fromkeys(fields)), tuple(gaps)


def _packets(info: Mapping[Any, Any]) -> Iterator[bytes]:
    for key in _XMP_KEYS:
        value = info.get(key)
        if isinstance(value, str):
            value = value.encode("utf-8", "replace")
        if isinstance(value, bytes) and value.strip(b"\0 ") and len(value) <= _MOST_XMP:
            yield value


def _texts(image: Image.Image) -> Iterator[MetadataField]:
    """Yield comments (JPEG, GIF) and PNG texts; those that ImageMagick packs into hexadecimal are unpacked."""
    group = "PNG text" if image.format == "PNG" else f"{image.format or 'picture'} comment"
    for key, value in _comments(image).items():
        if key in _XMP_KEYS:
            continue
        text = _unpacked(str(value)) if key.startswith(_PROFILE) else decode(value).text if isinstance(value, bytes) else str(value)
        if any(char.isalpha() for char in text):
            yield MetadataField(group, key, without_controls(text).strip()[:_LONGEST])


def _comments(image: Image.Image) -> dict[str, Any]:
    if image.format != "PNG":
        return {key: value for key, value in image.info.items() if key == "comment"}
    try:
        texts = dict(getattr(image, "text", {}))
    except (AssertionError, OSError, ValueError, SyntaxError, EOFError):  # the texts behind the pixels can't be reached in a cut file
        texts = {}
    return {key: value for key, value in image.info.items() if isinstance(key, str) and isinstance(value, str)} | texts


def _unpacked(value: str) -> str:
    r"""Unpack "\nexif\\n  123\\n45786966..." and keep the words that can be read in it."""
    digits = "".join(char for char in "".join(value.split("\n")[3:]) if char in "0123456789abcdefABCDEF")
    data = bytes.fromhex(digits[: len(digits) // 2 * 2])
    return " ".join(word.decode("ascii") for word in _ascii_words(data))


def _ascii_words(data: bytes) -> Iterator[bytes]:
    import re

    yield from re.findall(rb"[\x20-\x7e]{5,}", data)
