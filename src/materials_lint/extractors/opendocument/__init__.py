"""OpenDocument files: ODT, ODP, ODS, ODG, their templates, and the same as one flat XML file."""

from __future__ import annotations

from materials_lint.containers.kinds import office_kind
from materials_lint.extractors.base import Format
from materials_lint.model.source import Extraction, Limits, Source

_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"


def _sniff(source: Source) -> float:
    if source.data.startswith(b"PK"):
        kind, sure = office_kind(source)
        return sure if kind == "opendocument" else 0.0
    head = source.head if source.head[:2] not in {b"\xff\xfe", b"\xfe\xff"} else source.head.decode("utf-16", "replace").encode()
    return 0.95 if b"office:document" in head and _OFFICE.encode() in head else 0.0


def _read(source: Source, limits: Limits) -> Extraction:
    from materials_lint.extractors.opendocument._reader import read

    return read(source, limits)


FORMAT = Format("opendocument", "OpenDocument file (.odt, .odp, .ods, .odg, flat XML)", _sniff, _read)
