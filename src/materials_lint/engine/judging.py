"""From what was read of a file to its result."""

from __future__ import annotations

from dataclasses import replace

from materials_lint.detectors.base import Tools
from materials_lint.engine.detecting import detect
from materials_lint.engine.merging import merge
from materials_lint.engine.pictures import unseen_pictures
from materials_lint.language.identify import languages_of
from materials_lint.model.document import Document, Gap
from materials_lint.model.report import Coverage, DocumentResult, Status

_LANGUAGE_SAMPLE = 20_000


def judge(name: str, digest: str | None, document: Document, tools: Tools, *, looked: bool = False) -> DocumentResult:
    """Return the result of one file from what was read of it; `looked` tells whether its pictures were looked at for marks."""
    unseen = unseen_pictures(document, looked=looked)
    if unseen is not None:
        document = replace(document, gaps=(*document.gaps, unseen))
    findings, failures = detect(document, tools)
    gaps = tuple(dict.fromkeys([*(gap for part in document.tree() for gap in part.gaps), *failures]))
    return DocumentResult(
        path=name,
        sha256=digest,
        format=None if digest is None else document.format,
        status=_status(document, gaps),
        pages=document.page_count or len(document.pages),
        coverage=_coverage(document),
        findings=merge(findings, tools.configuration),
        gaps=gaps,
    )


def _status(document: Document, gaps: tuple[Gap, ...]) -> Status:
    if not gaps:
        return Status.CHECKED
    something = any(part.pages or part.metadata for part in document.tree())
    return Status.PARTIAL if something else Status.UNREADABLE


def _coverage(document: Document) -> Coverage:
    parts = list(document.tree())
    sample: list[str] = []
    room = _LANGUAGE_SAMPLE
    for part in parts:
        for block in part.blocks():
            if room <= 0:
                break
            sample.append(block.text[:room])
            room -= len(block.text)
    return Coverage(
        pages_read=len(document.pages),
        languages=languages_of("\n".join(sample)),
    )
