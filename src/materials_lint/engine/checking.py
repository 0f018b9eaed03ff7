"""The whole run: files in, report out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from materials_lint import __version__
from materials_lint.detectors import rules
from materials_lint.detectors.base import Tools
from materials_lint.engine.detecting import detect
from materials_lint.engine.discover import STDIN, Found, discover
from materials_lint.engine.merging import merge, wanted
from materials_lint.engine.names import shown
from materials_lint.engine.pictures import unseen_pictures
from materials_lint.engine.reading import Reader, from_bytes, load, not_read
from materials_lint.language.identify import languages_of
from materials_lint.model.document import Document, Gap, NotReadError
from materials_lint.model.report import Coverage, DocumentResult, Report, Status
from materials_lint.model.source import Source
from materials_lint.policy.configuration import Configuration

Progress = Callable[[int, int, str], None]
_LANGUAGE_SAMPLE = 20_000


@dataclass(frozen=True, slots=True)
class Input:
    """What a run looks at: paths, the bytes of standard input and the name they go by, files that are no drafts."""

    paths: tuple[str, ...]
    stdin: bytes | None = None
    stdin_name: str = STDIN
    leave_out: tuple[Path, ...] = ()


def read_all(what: Input, configuration: Configuration, progress: Progress | None = None) -> Iterator[tuple[str, str | None, Document]]:
    """Yield each file's shown name, its SHA-256 (None where it was not opened) and what was read of it."""
    found = list(discover(what.paths, configuration.files.exclude, what.leave_out))
    for number, item in enumerate(found):
        name = shown(what.stdin_name if item.name == STDIN else item.name)
        if progress is not None:
            progress(number, len(found), name)
        try:
            source = _source(item, what, configuration)
        except NotReadError as error:
            yield name, None, not_read(error)
            continue
        yield name, source.sha256, Reader(configuration.limits).read(source)
    if progress is not None:
        progress(len(found), len(found), "")


def check(what: Input, configuration: Configuration, progress: Progress | None = None) -> Report:
    """Check every file and return the report."""
    chosen = {code: rule for code, rule in rules().items() if wanted(code, configuration)}
    tools = Tools(configuration, chosen)
    results = tuple(judge(name, digest, document, tools) for name, digest, document in read_all(what, configuration, progress))
    return Report(__version__, configuration.check.profile, results)


def judge(name: str, digest: str | None, document: Document, tools: Tools) -> DocumentResult:
    """Return the result of one file from what was read of it."""
    unseen = unseen_pictures(document)
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


def _source(item: Found, what: Input, configuration: Configuration) -> Source:
    if item.gap is not None:
        raise NotReadError(item.gap.reason, item.gap.message)
    if item.path is None:
        return from_bytes(what.stdin or b"", what.stdin_name, configuration.limits)
    return load(item.path, item.name, configuration.limits)


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
        members_read=sum(1 for part in parts[1:] if part.pages or part.metadata),
        languages=languages_of("\n".join(sample)),
    )
