"""Rich Text Format."""

from __future__ import annotations

from materials_lint.extractors.base import Format
from materials_lint.model.source import Extraction, Limits, Source


def _sniff(source: Source) -> float:
    head = source.head.lstrip(b"\xef\xbb\xbf \t\r\n\0")
    if head.startswith(b"{\\rtf"):
        return 0.95
    return 0.6 if head.startswith((b"{\\rt", b"{\\urtf", b"{\\*\\rtf")) else 0.0


def _read(source: Source, limits: Limits) -> Extraction:
    from materials_lint.extractors.rtf import _reader

    return _reader.read(source, limits)


FORMAT = Format("rtf", "Rich Text Format (RTF)", _sniff, _read)
