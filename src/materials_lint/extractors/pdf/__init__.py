"""PDF: text with its places, what is hidden, links, forms, annotations, properties and the files inside."""

from __future__ import annotations

from collections.abc import Iterator

from materials_lint.extractors.base import Canvas, Format
from materials_lint.model.document import Gap
from materials_lint.model.source import Extraction, Limits, Source

_USUAL_PREFIX = 1024  # ISO 32000-1, annex H.3.4.1: readers accept the header within the first 1024 bytes
_FURTHEST_PREFIX = 65536


def _sniff(source: Source) -> float:
    place = source.data.find(b"%PDF-", 0, _FURTHEST_PREFIX)
    if 0 <= place < _USUAL_PREFIX:
        return 1.0 if place == 0 else 0.9
    looks_inside = b"endobj" in source.data and (b"startxref" in source.data or b"trailer" in source.data)
    if source.head.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")) or not looks_inside:
        return 0.0
    return 0.6 if place >= 0 else 0.5


def _read(source: Source, limits: Limits) -> Extraction:
    from materials_lint.extractors.pdf._reader import read

    return read(source, limits)


def _count_pages(source: Source) -> int:
    from materials_lint.extractors.pdf._open import count_pages

    return count_pages(source.data)


def _read_pages(source: Source, limits: Limits, pages: tuple[int, int]) -> Extraction:
    from materials_lint.extractors.pdf._reader import read

    return read(source, limits, pages)


def _canvases(source: Source, limits: Limits, pages: tuple[int, int] | None) -> Iterator[Canvas | Gap]:
    from materials_lint.extractors.pdf._canvases import canvases

    return canvases(source, limits, pages)


FORMAT = Format("pdf", "PDF", _sniff, _read, _count_pages, _read_pages, canvases=_canvases)
