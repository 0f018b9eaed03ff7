"""XMP packets (ISO 16684-1): what a picture, PDF or drawing says of itself, as flat properties."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from materials_lint.containers.xml import parse_xml
from materials_lint.model.document import Gap, MetadataField, NotReadError, Reason
from materials_lint.model.source import Limits

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_STRUCTURE = frozenset({"RDF", "Description", "Bag", "Seq", "Alt", "li", "xmpmeta", "xapmeta", "value"})
# Editing software's own bookkeeping: numbers and curves, never a name or an address.
_DULL = re.compile(r"^(?:ToneCurve|CameraRaw|Version|HasCrop|Crop|HasSettings|Thumbnails?|image|DigestOf|NativeDigest|CompressedBitsPerPixel|TextLayers)", re.IGNORECASE)
_LONGEST = 20_000
_MOST = 2000


def read_xmp(data: bytes, limits: Limits) -> tuple[tuple[MetadataField, ...], tuple[Gap, ...]]:
    """Return the packet's properties in group "XMP", named like "creator" or "History.softwareAgent", and what was not read."""
    start, end = data.find(b"<"), data.rfind(b">")
    if start < 0 or end < start:
        return (), ()
    try:
        root = parse_xml(data[start : end + 1], limits, "The XMP properties block")
    except NotReadError as error:
        return (), (error.as_gap(),)
    found = list(_properties(root))
    gaps = (Gap(Reason.TOO_LARGE, f"Only the first {_MOST} XMP properties were read."),) if len(found) > _MOST else ()
    return tuple(dict.fromkeys(found[:_MOST])), gaps


def _properties(root: etree._Element) -> Iterator[MetadataField]:
    for node in root.iter():
        if not isinstance(node.tag, str):
            continue
        path = _path(node)
        for key, value in node.attrib.items():
            name = str(key).rpartition("}")[2]
            if str(key).startswith(_RDF) and name != "resource":
                continue
            if not str(key).startswith("{http://www.w3.org/XML/"):
                yield from _field(".".join([*path, *([] if name == "resource" else [name])]), str(value))
        if len(node) == 0 or (node.text and node.text.strip()):
            yield from _field(".".join(path), node.text or "")


def _field(name: str, value: str) -> Iterator[MetadataField]:
    value = value.strip()
    if value and name and not _DULL.match(name):
        yield MetadataField("XMP", name, value[:_LONGEST])


def _path(node: etree._Element) -> list[str]:
    """Return the names of the properties around and at a node, the RDF scaffolding left out."""
    names: list[str] = []
    above: etree._Element | None = node
    while above is not None:
        name = above.tag.rpartition("}")[2] if isinstance(above.tag, str) else ""
        if name and name not in _STRUCTURE:
            names.append(name)
        above = above.getparent()
    return names[::-1]
