"""Killable worker processes: one task at a time each, under bounds; a process that met trouble is never used again."""

from __future__ import annotations

import contextlib
import faulthandler
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

from materials_lint.engine.bounds import Bounds, bound_cpu, bound_memory
from materials_lint.engine.guard import own_network, refuse_network
from materials_lint.engine.interrupts import interrupts_held_back
from materials_lint.engine.lost import Lost, Trouble

T = TypeVar("T")
R = TypeVar("R")
RENEWED_AFTER = 100


@dataclass(slots=True)
class _Worker(Generic[T]):
    process: BaseProcess
    pipe: Connection
    task: T | None = None
    deadline: float = 0.0
    done: int = 0


class Pool(Generic[T, R]):
    """Up to `jobs` worker processes that do `work` on one task after another. Use as a context: leaving it kills them all."""

    def __init__(self, work: Callable[[T], R], jobs: int, bounds: Callable[[T], Bounds]) -> None:
        # A fork costs milliseconds where a fresh interpreter costs most of a second; this process has one thread, so it is safe.
        self._start: Callable[..., BaseProcess] = get_context("fork").Process if sys.platform == "linux" else get_context("spawn").Process
        self._work = work
        self._jobs = jobs
        self._bounds = bounds
        self._workers: list[_Worker[T]] = []

    def __enter__(self) -> Pool[T, R]:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in list(self._workers):
            self._fire(worker)

    def run(self, take: Callable[[], T | None]) -> Iterator[tuple[T, R | Lost]]:
        """Yield each task with its answer, or how it was lost, as they come, not in order.

        `take` gives the next task, or None while there is none; it is asked again after each answer, which may have brought
        new ones. Ends when there is no task and nobody is at work.
        """
        while True:
            self._hand_out(take)
            busy = [worker for worker in self._workers if worker.task is not None]
            if not busy:
                return
            yield from self._gather(busy)

    def _hand_out(self, take: Callable[[], T | None]) -> None:
        for worker in [worker for worker in self._workers if worker.task is None and not worker.process.is_alive()]:
            self._fire(worker)  # ended from outside between two tasks: no file of ours need suffer
        idle = [worker for worker in self._workers if worker.task is None]
        while idle or len(self._workers) < self._jobs:
            task = take()
            if task is None:
                return
            worker = idle.pop() if idle else self._hire()
            bounds = self._bounds(task)
            worker.task, worker.deadline = task, time.monotonic() + bounds.wall
            with contextlib.suppress(OSError):  # one that has died meanwhile is told by its sentinel
                worker.pipe.send((task, bounds))

    def _gather(self, busy: list[_Worker[T]]) -> Iterator[tuple[T, R | Lost]]:
        """Wait until a worker answers, dies or runs out of time, and yield what came of it."""
        nearest = min(worker.deadline for worker in busy)
        watched = [thing for worker in busy for thing in (worker.pipe, worker.process.sentinel)]
        ready = wait(watched, timeout=max(0.0, nearest - time.monotonic()))
        now = time.monotonic()
        for worker in busy:
            task = worker.task
            if task is None:
                continue
            if worker.pipe in ready:
                yield task, self._answer(worker)
            elif worker.process.sentinel in ready:
                yield task, self._death(worker)
            elif now >= worker.deadline:
                self._fire(worker)
                yield task, Lost(Trouble.TIMEOUT)

    def _answer(self, worker: _Worker[T]) -> R | Lost:
        try:
            answer: R | Lost = worker.pipe.recv()
        except (EOFError, OSError):
            return self._death(worker)
        worker.task = None
        worker.done += 1
        if isinstance(answer, Lost) or worker.done >= RENEWED_AFTER:
            self._fire(worker)
        return answer

    def _death(self, worker: _Worker[T]) -> Lost:
        worker.process.join(1)
        code = worker.process.exitcode or 0
        self._fire(worker)
        if code == -getattr(signal, "SIGXCPU", 0):
            return Lost(Trouble.TIMEOUT)
        return Lost(Trouble.CRASH, signal.Signals(-code).name if -code in set(signal.Signals) else f"exit code {code}")

    def _hire(self) -> _Worker[T]:
        with interrupts_held_back():
            ours, theirs = multiprocessing.Pipe()
            process = self._start(target=_serve, args=(theirs, self._work, os.getpid()), daemon=True)
            process.start()
            theirs.close()
            worker: _Worker[T] = _Worker(process, ours)
            self._workers.append(worker)
        return worker

    def _fire(self, worker: _Worker[T]) -> None:
        self._workers.remove(worker)
        worker.process.kill()
        worker.process.join()
        worker.pipe.close()


def _serve(pipe: Connection, work: Callable[[T], R], parent: int) -> None:
    """A worker's whole life: take a task, answer it, until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _die_with_parent(parent)
    _say_nothing()
    refuse_network()
    own_network()
    bounded = False
    while True:
        try:
            task, bounds = pipe.recv()
        except (EOFError, OSError):
            return
        bounded = bounded or bound_memory(bounds)
        bound_cpu(bounds)
        try:
            answer: R | Lost = work(task)
        except MemoryError:
            answer = Lost(Trouble.MEMORY)
        pipe.send(answer)


def _say_nothing() -> None:
    """Close this process's mouth: what C libraries print must not end up in a report."""
    faulthandler.disable()
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)


def _die_with_parent(parent: int) -> None:
    """Ask Linux to end this process when its parent ends, however that comes about; end it where the parent is gone already."""
    if sys.platform == "linux":
        import ctypes

        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(1, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)
