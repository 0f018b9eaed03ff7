"""PowerPoint files: PPTX, PPTM, PPSX, POTX."""

from __future__ import annotations

from materials_lint.containers.kinds import office_kind
from materials_lint.extractors.base import Format
from materials_lint.model.source import Extraction, Limits, Source


def _sniff(source: Source) -> float:
    kind, sure = office_kind(source) if source.data.startswith(b"PK") else ("", 0.0)
    return sure if kind == "slides" else 0.0


def _read(source: Source, limits: Limits) -> Extraction:
    from materials_lint.extractors.slides._reader import read

    return read(source, limits)


FORMAT = Format("slides", "PowerPoint presentation (.pptx, .pptm, .ppsx, .potx)", _sniff, _read)
