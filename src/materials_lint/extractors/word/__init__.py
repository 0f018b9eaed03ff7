"""Word files: DOCX, DOCM, DOTX, DOTM, and the same as one flat XML file."""

from __future__ import annotations

from materials_lint.containers.kinds import flat_opc, office_kind
from materials_lint.extractors.base import Format
from materials_lint.model.source import Extraction, Limits, Source


def _sniff(source: Source) -> float:
    if source.data.startswith(b"PK"):
        kind, sure = office_kind(source)
        return sure if kind == "word" else 0.0
    return 0.95 if flat_opc(source) else 0.0


def _read(source: Source, limits: Limits) -> Extraction:
    from materials_lint.extractors.word._reader import read

    return read(source, limits)


FORMAT = Format("word", "Word document (.docx, .docm, .dotx, .dotm, flat XML)", _sniff, _read)
