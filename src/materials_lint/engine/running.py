"""The agenda of a run: which task comes next, and what becomes of the answers, whoever does them."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from math import ceil

from materials_lint.engine.lost import Lost, Trouble
from materials_lint.engine.tasks import Answer, Long, ReadOnly, Task, bounds, do, joined
from materials_lint.model.document import Document, Gap, Page, Reason
from materials_lint.model.report import DocumentResult

_FINER = 8

Outcome = DocumentResult | ReadOnly


def run(tasks: Iterator[Task], jobs: int, done: Callable[[int, Outcome], None]) -> None:
    """Do all tasks with `jobs` worker processes, 0 for none but this one, and call `done(number, outcome)` as files are finished."""
    agenda = _Agenda(tasks, done)
    if jobs == 0:
        while (task := agenda.take()) is not None:
            agenda.note(task, do(task))
        return
    from materials_lint.engine.workers import Pool  # costs a tenth of a short run to load

    with Pool(do, jobs, bounds) as pool:
        for task, answer in pool.run(agenda.take):
            agenda.note(task, answer)


def default_jobs() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@dataclass(slots=True)
class _Ranges:
    """A long file that is read in ranges: what came back so far, by first page, and how many are still out."""

    whole: Task
    sha256: str
    out: int = 0
    parts: dict[int, Document] = field(default_factory=dict)


class _Agenda:
    def __init__(self, tasks: Iterator[Task], done: Callable[[int, Outcome], None]) -> None:
        self._tasks = tasks
        self._done = done
        self._next: deque[Task] = deque()
        self._long: dict[int, _Ranges] = {}

    def take(self) -> Task | None:
        """Return the next task, steps of begun files first."""
        return self._next.popleft() if self._next else next(self._tasks, None)

    def note(self, task: Task, answer: Answer | Lost) -> None:
        """Take in an answer: a finished file, or steps that follow from it."""
        if isinstance(answer, Long):
            self._split(task, answer)
        elif task.pages is not None:
            self._range_done(task, task.pages, answer)
        elif isinstance(answer, Lost):
            self._lost(task, answer)
        else:
            self._done(task.number, answer)

    def _split(self, task: Task, long: Long) -> None:
        ranges = self._long[task.number] = _Ranges(task, long.sha256)
        ranges_needed = ceil(long.pages / task.pages_at_once(long.pages))
        self._add(ranges, 0, long.pages, ceil(long.pages / ranges_needed))

    def _add(self, ranges: _Ranges, first: int, end: int, step: int) -> None:
        for start in range(first, end, step):
            self._next.append(replace(ranges.whole, pages=(start, min(end, start + step))))
            ranges.out += 1

    def _range_done(self, task: Task, pages: tuple[int, int], answer: Answer | Lost) -> None:
        ranges = self._long[task.number]
        ranges.out -= 1
        first, end = pages
        if isinstance(answer, ReadOnly):
            ranges.parts[first] = answer.document
        elif isinstance(answer, Lost) and end - first > 1:
            self._add(ranges, first, end, max(1, (end - first) // _FINER))
        elif isinstance(answer, Lost) and task.looks:
            self._next.append(_blind(task, answer))
            ranges.out += 1
        elif isinstance(answer, Lost):
            ranges.parts[first] = Document("pdf", (Page(first + 1),), gaps=(_gap(answer, first + 1),))
        if not ranges.out:
            document = joined([part for _, part in sorted(ranges.parts.items())])
            self._next.append(replace(ranges.whole, document=document, sha256=ranges.sha256))

    def _lost(self, task: Task, lost: Lost) -> None:
        """A file that took its reader down is read once more without looking at it; failing that it is judged as one of which nothing was read.

        If even that fails, so is the judging.
        """
        gap = _gap(lost, None)
        if task.looks:
            self._next.append(_blind(task, lost))
        elif task.document is None:
            self._next.append(replace(task, document=Document("unknown", gaps=(gap,))))
        else:
            bare = Document("unknown", gaps=(Gap(gap.reason, f"Judging what was read failed. {gap.message}"),))
            self.note(task, do(replace(task, document=bare)))


def _blind(task: Task, lost: Lost) -> Task:
    """Return the task again, without the looking that may have been the trouble."""
    page = task.pages[0] + 1 if task.pages is not None else None
    what = "The pages and pictures of this file" if page is None else f"Page {page}"
    limit = {Trouble.TIMEOUT: "took longer than max_seconds", Trouble.MEMORY: "took more memory than max_memory_mib"}.get(lost.trouble)
    why = f"{limit} under [limits] in materials-lint.toml allows" if limit else f"broke down ({lost.detail})"
    told = f"{what} could not be looked at for marks: this {why}. Look at {'them' if page is None else 'it'} yourself."
    reason = {Trouble.TIMEOUT: Reason.TIMEOUT, Trouble.MEMORY: Reason.MEMORY}.get(lost.trouble, Reason.CRASH)
    return replace(task, unseen=Gap(reason, told, page))


def _gap(lost: Lost, page: int | None) -> Gap:
    what = "This file" if page is None else f"Page {page}"
    mend = "Open it in its own program, save or print it to a new file, and check that."
    if lost.trouble is Trouble.TIMEOUT:
        return Gap(
            Reason.TIMEOUT,
            f"{what} took longer to read than max_seconds under [limits] in materials-lint.toml allows, and was given up. {mend} Or raise that limit.",
            page,
        )
    if lost.trouble is Trouble.MEMORY:
        return Gap(
            Reason.MEMORY,
            f"{what} needs more memory to read than max_memory_mib under [limits] in materials-lint.toml allows, and was given up. {mend} Or raise that limit.",
            page,
        )
    return Gap(Reason.CRASH, f"{what} made its reader break down ({lost.detail}), and was given up. {mend}", page)
