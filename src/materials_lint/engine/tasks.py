"""What a worker is asked to do, and its doing: read a file, read a range of its pages, judge what was read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from math import ceil

from materials_lint.detectors import rules
from materials_lint.detectors.base import Tools
from materials_lint.engine.bounds import Bounds
from materials_lint.engine.discover import Found
from materials_lint.engine.judging import judge
from materials_lint.engine.merging import wanted
from materials_lint.engine.reading import Reader, from_bytes, load, not_read, sniff
from materials_lint.engine.seeing import USUAL_SIZE, Eyes, rules_looked_for
from materials_lint.extractors import formats
from materials_lint.model.document import Document, Gap, NotReadError
from materials_lint.model.report import DocumentResult
from materials_lint.model.source import MIB, Source
from materials_lint.policy.configuration import Configuration

PAGES_AT_ONCE = 64
PAGES_LOOKED_AT = 16  # at once, as looking takes far longer than reading
_SMALL = MIB // 4
_RANGES = 32
_ALONE = 0.25  # share of the time that a range of one page gets
_LOOKING_SECONDS = 4.0  # most a page may take to be looked at: ten times what it does take


@dataclass(frozen=True, slots=True)
class Task:
    """One step for one file of the run; `number` is the file's place in the run.

    Without `pages` and `document`: read the file and judge it, or answer `Long`. With `pages` (first, end; counted from 0):
    read these only. With `document`: judge what was read in ranges. `data` is what standard input held. With `unseen`: look at nothing,
    and tell this gap for it.
    """

    number: int
    found: Found
    name: str
    configuration: Configuration
    data: bytes | None = None
    pages: tuple[int, int] | None = None
    document: Document | None = None
    sha256: str | None = None
    read_only: bool = False
    unseen: Gap | None = None

    @property
    def looks(self) -> bool:
        """Whether pages and pictures are looked at, not only read."""
        return self.unseen is None and self.document is None and bool(rules_looked_for(self.configuration))

    def pages_at_once(self, pages: int) -> int:
        """Return how many pages make a range of a file of so many; each range opens the file anew, so that long files get longer ones."""
        return min(PAGES_AT_ONCE, max(PAGES_LOOKED_AT, ceil(pages / _RANGES))) if self.looks else PAGES_AT_ONCE


@dataclass(frozen=True, slots=True)
class Long:
    """The file has so many pages that it is read in ranges."""

    pages: int
    sha256: str


@dataclass(frozen=True, slots=True)
class ReadOnly:
    """What was read of a file, not judged."""

    document: Document
    sha256: str | None


Answer = DocumentResult | Long | ReadOnly


def do(task: Task) -> Answer:
    """Do one task. Never raises for what a file holds."""
    if task.document is not None:
        return _judged(task, task.sha256, task.document)
    try:
        source = source_of(task)
    except NotReadError as error:
        return _judged(task, None, not_read(error))
    reader = Reader(task.configuration.limits, Eyes(task.configuration, len(source.data)) if task.looks else None)
    if task.pages is not None:
        return ReadOnly(_unseen(task, reader.read_pages(source, task.pages)), source.sha256)
    pages = _pages_to_split(source, task)
    if pages:
        return Long(pages, source.sha256)
    return _judged(task, source.sha256, _unseen(task, reader.read(source)))


def _unseen(task: Task, document: Document) -> Document:
    """Return the document with the gap for what was not looked at, where there was something to look at."""
    drawn = {form.name for form in formats() if form.canvases is not None}
    if task.unseen is None or not any(part.format in drawn for part in document.tree()):
        return document
    return replace(document, gaps=(*document.gaps, task.unseen))


def bounds(task: Task) -> Bounds:
    """Return what a task may take: more time for larger files, for ranges by their pages, and for looking besides reading."""
    limits = task.configuration.limits
    seconds: float = limits.max_seconds * max(1.0, _size(task) / USUAL_SIZE)
    if task.pages is not None:
        count = task.pages[1] - task.pages[0]
        seconds = min(seconds, limits.max_seconds * (_ALONE + (1 - _ALONE) * count / PAGES_AT_ONCE))
        looking = min(seconds, _LOOKING_SECONDS * count)
    else:
        looking = seconds
    seconds += looking if task.looks else 0.0
    return Bounds(limits.max_memory_mib * MIB, seconds, seconds * 1.5)


def _size(task: Task) -> int:
    """Return the file's size in bytes, 0 where it can't be told."""
    if task.found.path is None:
        return len(task.data or b"")
    try:
        return task.found.path.stat().st_size
    except OSError:
        return 0


def is_harmless(task: Task) -> bool:
    """Tell whether a file is small, and of a format that can be read without a process of its own."""
    if task.found.path is None or task.found.gap is not None:
        return False
    try:
        if task.found.path.stat().st_size > _SMALL:
            return False
        return sniff(source_of(task)).harmless
    except (NotReadError, OSError):
        return False


def _judged(task: Task, sha256: str | None, document: Document) -> DocumentResult | ReadOnly:
    if task.read_only:
        return ReadOnly(document, sha256)
    return judge(task.name, sha256, document, _tools(task.configuration), looked=bool(rules_looked_for(task.configuration)))


@lru_cache(maxsize=4)
def _tools(configuration: Configuration) -> Tools:
    return Tools(configuration, {code: rule for code, rule in rules().items() if wanted(code, configuration)})


def source_of(task: Task) -> Source:
    """Load the file of a task. Raises NotReadError where it can't be, or is too large or empty."""
    found = task.found
    if found.gap is not None:
        raise NotReadError(found.gap.reason, found.gap.message)
    if found.path is None:
        return from_bytes(task.data or b"", task.name, task.configuration.limits)
    return load(found.path, found.name, task.configuration.limits)


def _pages_to_split(source: Source, task: Task) -> int:
    """Return how many pages to read in ranges, 0 where the file is read in one go."""
    try:
        form = sniff(source)
        pages = form.count_pages(source) if form.count_pages is not None else 0
    except NotReadError:
        return 0
    return min(pages, task.configuration.limits.max_pages) if pages > task.pages_at_once(pages) else 0


def joined(parts: list[Document]) -> Document:
    """Put what was read of the ranges of one file together again, in the order of the pages."""
    first = parts[0]
    return replace(
        first,
        pages=tuple(page for part in parts for page in part.pages),
        gaps=tuple(dict.fromkeys(gap for part in parts for gap in part.gaps)),
        children=tuple(child for part in parts for child in part.children),
        sightings=tuple(seen for part in parts for seen in part.sightings),
        metadata=tuple(dict.fromkeys(item for part in parts for item in part.metadata)),
        page_count=max((part.page_count or 0 for part in parts), default=0),
    )
