"""The whole run: files in, report out."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from materials_lint import __version__
from materials_lint.engine.discover import STDIN, Key, discover
from materials_lint.engine.names import shown
from materials_lint.engine.protection import held
from materials_lint.engine.running import Outcome, default_jobs, run
from materials_lint.engine.tasks import ReadOnly, Task, is_harmless, source_of
from materials_lint.model.document import Document, NotReadError
from materials_lint.model.report import DocumentResult, Report, Settings
from materials_lint.policy.configuration import Configuration

if TYPE_CHECKING:
    from materials_lint.engine.cache import Cache, Slot

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Input:
    """What a run looks at: paths, the bytes of standard input and the name they go by, files that are no drafts.

    `jobs` is the number of worker processes, None for one a processor, 0 to work in this process alone (no limits on time
    and memory then). `cache` is a folder for the results of files that do not change. `settings_file` is where the configuration
    came from, `options` the names of those settings of [check] that came with the command instead: both only to be told.
    """

    paths: tuple[str, ...]
    stdin: bytes | None = None
    stdin_name: str = STDIN
    leave_out: tuple[Path, ...] = ()
    jobs: int | None = None
    cache: Path | None = None
    settings_file: Path | None = None
    options: tuple[str, ...] = ()


def check(what: Input, configuration: Configuration, progress: Progress | None = None) -> Report:
    """Check every file and return the report."""
    excluded: set[Key] = set()
    tasks = list(_tasks(what, configuration, excluded, read_only=False))
    settings = _settings(what, configuration, len(excluded))
    outcomes = _outcomes(what, configuration, tasks, progress)
    results = tuple(outcome for _, outcome in outcomes if isinstance(outcome, DocumentResult))
    return Report(__version__, configuration.check.profile, results, settings, held())


def read_all(what: Input, configuration: Configuration) -> tuple[tuple[str, Document], ...]:
    """Return each file's shown name and what was read of it."""
    outcomes = _outcomes(what, configuration, list(_tasks(what, configuration, set(), read_only=True)), None)
    return tuple((name, o.document) for name, o in outcomes if isinstance(o, ReadOnly))


def _settings(what: Input, configuration: Configuration, excluded: int) -> Settings:
    """Return the settings as the report tells them."""
    chosen, file = configuration.check, what.settings_file
    return Settings(
        file=None if file is None else shown(str(file)),
        among_checked=file is not None and any(_lies_among(file, path) for path in what.paths),
        options=what.options,
        profile=chosen.profile,
        fail_on=str(chosen.fail_on),
        min_confidence=configuration.min_confidence,
        select=chosen.select,
        ignore=chosen.ignore,
        exclude=configuration.files.exclude,
        excluded_files=excluded,
    )


def _lies_among(file: Path, path: str) -> bool:
    """Tell whether a file lies anywhere in the folder `path`, or in the folder of the file `path`."""
    if path == STDIN or not os.path.exists(path):  # noqa: PTH110 - Path("") would be the folder we are in
        return False
    real, checked = Path(os.path.realpath(file)), Path(os.path.realpath(path))
    return checked in real.parents if checked.is_dir() else checked.parent == real.parent


def _outcomes(what: Input, configuration: Configuration, tasks: list[Task], progress: Progress | None) -> list[tuple[str, Outcome]]:
    """Do all files and return (shown name, outcome) in the order of the walk."""
    outcomes: dict[int, Outcome] = {}
    kept = _Kept(what.cache, configuration)

    def done(number: int, outcome: Outcome) -> None:
        outcomes[number] = outcome
        kept.store(number, outcome)
        if progress is not None:
            progress(len(outcomes), len(tasks), tasks[number].name)

    if progress is not None and tasks:
        progress(0, len(tasks), tasks[0].name)
    fresh = []
    for task in tasks:
        known = kept.look_up(task)
        if known is None:
            fresh.append(task)
        else:
            done(task.number, known)
    run(iter(fresh), _jobs(what, fresh), done)
    return [(task.name, outcomes[task.number]) for task in tasks]


class _Kept:
    """The cache of a run, where the user names one; files are read here once more than without, to know them by their bytes."""

    def __init__(self, folder: Path | None, configuration: Configuration) -> None:
        self._cache: Cache | None = None
        self._slots: dict[int, Slot] = {}
        if folder is not None:
            from materials_lint.engine.cache import Cache

            self._cache = Cache(folder, configuration)

    def look_up(self, task: Task) -> DocumentResult | None:
        """Return the stored result of a file, or None."""
        if self._cache is None:
            return None
        try:
            slot = self._cache.slot(source_of(task).data, task.name)
        except NotReadError:
            return None
        known = self._cache.get(slot)
        if known is None:
            self._slots[task.number] = slot
        return known

    def store(self, number: int, outcome: Outcome) -> None:
        """Store a fresh result."""
        slot = self._slots.pop(number, None)
        if self._cache is not None and slot is not None and isinstance(outcome, DocumentResult):
            self._cache.put(slot, outcome)


def _jobs(what: Input, tasks: list[Task]) -> int:
    """Return the number of workers (hired only as there is work): none for nothing or for a single small text, which can do no harm."""
    if what.jobs == 0 or not tasks or (what.jobs is None and len(tasks) == 1 and is_harmless(tasks[0])):
        return 0
    return what.jobs or default_jobs()


def _tasks(what: Input, configuration: Configuration, excluded: set[Key], *, read_only: bool) -> Iterator[Task]:
    for number, found in enumerate(discover(what.paths, configuration.files.exclude, what.leave_out, excluded)):
        stdin = found.name == STDIN and found.path is None and found.gap is None
        name = shown(what.stdin_name if stdin else found.name)
        yield Task(number, found, name, configuration, what.stdin if stdin else None, read_only=read_only)
