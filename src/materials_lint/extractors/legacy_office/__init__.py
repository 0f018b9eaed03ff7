"""Office files of before 2007 (.doc, .ppt, .xls), and newer ones locked with a password, which come in the same wrapping."""

from __future__ import annotations

from materials_lint.containers.ole import MAGIC, top_names
from materials_lint.extractors.base import Format
from materials_lint.model.source import Extraction, Limits, Source

_OURS = {"worddocument", "workbook", "book", "powerpoint document", "encryptedpackage", "pp40", "pp97_dualstorage"}
_MAIL = "__properties_version1.0"


def _sniff(source: Source) -> float:
    if not source.data.startswith(MAGIC):
        return 0.0
    names = top_names(source)
    if _MAIL in names:
        return 0.0
    if names & _OURS:
        return 0.95
    return 0.3 if names or "WordDocument".encode("utf-16-le") not in source.data else 0.6


def _read(source: Source, limits: Limits) -> Extraction:
    from materials_lint.extractors.legacy_office._reader import read

    return read(source, limits)


FORMAT = Format("legacy-office", "old Office file (.doc; properties of .xls and .ppt)", _sniff, _read)
