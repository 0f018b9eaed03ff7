"""The outcome of a run."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from materials_lint.model.document import Gap
from materials_lint.model.finding import Finding, Severity


class Status(StrEnum):
    """How much of a document was read."""

    CHECKED = "checked"
    PARTIAL = "partial"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was read of a document: pages, pages read by OCR, languages seen."""

    pages_read: int = 0
    pages_ocr: int = 0
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentResult:
    """One file of the run. `path` is as given on the command line, escaped where it holds odd characters."""

    path: str
    sha256: str | None
    format: str | None
    status: Status
    pages: int
    coverage: Coverage
    findings: tuple[Finding, ...] = ()
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a run that decide what a report tells, so that nobody takes what was left out for clean.

    `file` is the settings file as shown, None for none; `among_checked` tells whether it lies in a checked folder or beside a
    checked file, where whoever sent the drafts may have put it. `options` names the settings that were given with the command
    and so override the file: "ignore", "min_confidence", ... `excluded_files` counts what `exclude` kept from being opened.
    """

    file: str | None = None
    among_checked: bool = False
    options: tuple[str, ...] = ()
    profile: str = "candidate"
    fail_on: str = "warning"
    min_confidence: float = 0.5
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    excluded_files: int = 0

    @property
    def narrowed(self) -> bool:
        """Whether rules or files were left out, by whomever."""
        return bool(self.select or self.ignore or self.excluded_files)


@dataclass(frozen=True, slots=True)
class Protection:
    """What holds in a worker process on this machine.

    Network calls are refused; the process has an empty network of its own; a task that takes too much memory is ended.
    """

    network_refused: bool = False
    own_network: bool = False
    memory_limited: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """All files of a run, in the order they were named or walked."""

    version: str
    profile: str
    documents: tuple[DocumentResult, ...]
    settings: Settings = Settings()
    protection: Protection = Protection()

    def findings_by_severity(self) -> Counter[Severity]:
        return Counter(f.severity for d in self.documents for f in d.findings)

    def gap_count(self) -> int:
        return sum(len(d.gaps) for d in self.documents)

    def page_count(self) -> int:
        return sum(d.coverage.pages_read for d in self.documents)

    def fully_checked(self) -> bool:
        return bool(self.documents) and all(d.status is Status.CHECKED for d in self.documents)
