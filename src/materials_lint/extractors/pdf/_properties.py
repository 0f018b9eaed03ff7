"""The file's properties: the Info dictionary and the XMP packets."""

from __future__ import annotations

from typing import Any

import pikepdf

from materials_lint.containers.xmp import read_xmp
from materials_lint.extractors.pdf._filters import TooLongError, decode
from materials_lint.extractors.pdf._gate import PIKEPDF_ERRORS
from materials_lint.extractors.pdf._objects import entry, items, text_of
from materials_lint.model.document import Gap, MetadataField, Reason
from materials_lint.model.source import MIB, Limits

_MOST = 20_000


def info(pdf: Any) -> list[MetadataField]:
    """Return the Info dictionary, keys of the writer's own included."""
    try:
        holder = pdf.trailer.get("/Info")
    except PIKEPDF_ERRORS:
        return []
    found = []
    for key, value in items(holder)[:_MOST]:
        text = text_of(value) or (str(value) if isinstance(value, bool | int) else "")
        if text.strip():
            found.append(MetadataField("Info", key[1:], text.strip()))
    return found


def xmp(root: Any, limits: Limits) -> tuple[tuple[MetadataField, ...], tuple[Gap, ...]]:
    """Return the properties of the document's XMP packet (ISO 32000-1, 14.3.2)."""
    stream = entry(root, "/Metadata")
    if not isinstance(stream, pikepdf.Stream):
        return (), ()
    unread = Gap(Reason.DAMAGED, "The XMP properties block could not be unpacked. Look at the document properties in your PDF program.")
    try:
        found = decode(stream, limits.max_member_mib * MIB)
    except (*PIKEPDF_ERRORS, TooLongError):
        return (), (unread,)
    metadata, gaps = read_xmp(found.data, limits)
    return metadata, gaps if found.whole and found.plain else (*gaps, unread)
