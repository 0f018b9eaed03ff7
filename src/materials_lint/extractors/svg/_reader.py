"""A drawing's words, links, pictures and properties. Entities are never expanded."""

from __future__ import annotations

import re
import zlib

from materials_lint.containers.charsets import decode
from materials_lint.containers.styles import length
from materials_lint.containers.xml import parse_xml
from materials_lint.extractors.svg._walk import Walk
from materials_lint.model.document import Document, Gap, NotReadError, Page, Picture, Reason
from materials_lint.model.geometry import Unit
from materials_lint.model.source import MIB, Extraction, Limits, Source

_DOCTYPE = re.compile(rb"<!DOCTYPE\s[^>\[]{0,2000}(\[)?", re.IGNORECASE)
_ENTITY = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos|#x?[0-9a-fA-F]+);)[\w.:-]{1,60};")
_SUBSET_END = re.compile(rb"\]\s*>")
_ENTITIES = (
    "The drawing declares entities, which are never expanded, so text made of them is missing. Open it in its own program, save it as plain SVG and check that copy."
)


def read(source: Source, limits: Limits) -> Extraction:
    """Read a drawing. Raises NotReadError where it is no XML at all, or nested deeper than max_xml_depth."""
    data, gaps = cleaned(source, limits)
    damage: list[Gap] = []
    root = parse_xml(data, limits, "The SVG drawing", damage)
    if not str(root.tag).endswith("svg"):
        raise NotReadError(Reason.DAMAGED, "The drawing's first element is not <svg>. Save it again from the program that made it.")
    walk = Walk(limits)
    walk.run(root)
    width, height = size_of({str(key): str(value) for key, value in root.attrib.items()})
    gaps = (*gaps, *damage, *walk.gaps(), *_too_big(width, height, limits))
    picture = (Picture(source.name, 1, None, round(width) if width else None, round(height) if height else None, source.sha256),) if walk.has_shapes else ()
    page = Page(1, tuple(walk.blocks), picture, width, height)
    return Extraction(Document("svg", (page,), tuple(walk.metadata), gaps, Unit.PIXEL), tuple(walk.embedded))


def cleaned(source: Source, limits: Limits) -> tuple[bytes, tuple[Gap, ...]]:
    """Return the drawing unpacked, in UTF-8 and without its document type, and what was lost by that. Raises NotReadError."""
    return _without_doctype(_as_utf8(_unpacked(source, limits)))


def _unpacked(source: Source, limits: Limits) -> bytes:
    if not source.data.startswith(b"\x1f\x8b"):
        return source.data
    most = limits.max_member_mib * MIB
    try:
        data = zlib.decompressobj(31).decompress(source.data, most + 1)
    except zlib.error as error:
        raise NotReadError(Reason.DAMAGED, f"The compressed drawing is damaged ({error}). Save it again.") from error
    if len(data) > most:
        raise NotReadError(Reason.TOO_LARGE, f"The drawing unpacks to more than max_member_mib = {limits.max_member_mib} MiB.")
    return data


def _as_utf8(data: bytes) -> bytes:
    """Turn UTF-16 into UTF-8 so that what is searched for in the bytes is found."""
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data
    return re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", decode(data).text.lstrip("\ufeff")).encode("utf-8", "replace")


def _without_doctype(data: bytes) -> tuple[bytes, tuple[Gap, ...]]:
    """Cut the document type out: drawing programs write it, and only entities in it would matter."""
    match = _DOCTYPE.search(data[:65536])
    if match is None:
        return data, ()
    if match[1] is None:
        end = data.find(b">", match.end())
        return (data[: match.start()] + data[end + 1 :], ()) if end >= 0 else (data, ())
    closing = _SUBSET_END.search(data, match.end())
    if closing is None:
        raise NotReadError(Reason.DAMAGED, "The drawing's document type is damaged. Save it again from the program that made it.")
    subset = data[match.end() : closing.start()]
    rest = data[: match.start()] + data[closing.end() :]
    if b"<!ENTITY" not in subset:
        return rest, ()
    return _namespaces_filled_in(subset, rest)


def _namespaces_filled_in(subset: bytes, rest: bytes) -> tuple[bytes, tuple[Gap, ...]]:
    """Fill in Illustrator's entities, which only stand for namespace addresses; any other entity is told as a gap."""
    plain = dict(re.findall(rb"<!ENTITY\s+([\w.-]{1,60})\s+\"(https?://[^\"&%<>]{1,300})\"\s*>", subset))
    others = len(re.findall(rb"<!ENTITY", subset)) - len(plain)
    for name, value in list(plain.items())[:50]:
        pattern = rb"(xmlns(?::[\w.-]{1,60})?=[\"'])&" + re.escape(name) + rb";"
        rest = re.sub(pattern, rb"\g<1>" + value.replace(b"\\", rb"\\"), rest)
    rest = _ENTITY.sub(b"", rest)
    return rest, (Gap(Reason.UNSUPPORTED, _ENTITIES),) if others else ()


def size_of(attributes: dict[str, str]) -> tuple[float | None, float | None]:
    """Return width and height in pixels: as declared, else the view box's."""
    width, height = length(attributes.get("width", "")), length(attributes.get("height", ""))
    if "%" in attributes.get("width", "") or "%" in attributes.get("height", "") or not width or not height:
        numbers = re.findall(r"-?\d+(?:\.\d+)?", attributes.get("viewBox", ""))
        if len(numbers) != 4:
            return None, None
        width, height = float(numbers[2]), float(numbers[3])
    return (width, height) if width > 0 and height > 0 else (None, None)


def _too_big(width: float | None, height: float | None, limits: Limits) -> tuple[Gap, ...]:
    if not width or not height or width * height <= limits.max_picture_mpx * 1e6:
        return ()
    told = f"The drawing is {width:.0f} x {height:.0f} pixels, more than max_picture_mpx = {limits.max_picture_mpx} million; its shapes were not looked at."
    return (Gap(Reason.TOO_LARGE, told),)
