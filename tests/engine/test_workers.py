"""Tiny misbehaving tasks: each must cost itself only."""

from __future__ import annotations

import importlib
import os
import signal
import socket
import sys
import time
from collections import deque
from pathlib import Path
from types import SimpleNamespace

import pytest

from materials_lint.engine import workers
from materials_lint.engine.bounds import Bounds
from materials_lint.engine.lost import Lost, Trouble
from materials_lint.engine.workers import Pool

GIB = 1024**3
QUICK = Bounds(2 * GIB, 20, 30)


def behave(task: str) -> str:
    """Do what the task's name says."""
    kind, _, detail = task.partition(":")
    if kind == "abort":
        os.abort()
    elif kind == "sleep":
        time.sleep(60)
    elif kind == "spin":
        while True:
            pass
    elif kind == "eat":
        return str(len(bytearray(8 * GIB)))
    elif kind == "connect":
        return connect()
    elif kind == "note":
        Path(detail).write_text(str(os.getpid()))
        time.sleep(60)
    return f"{task} done by {os.getpid()}"


def connect() -> str:
    try:
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as plug:
            plug.settimeout(2)
            plug.connect(("127.0.0.1", 9))
    except PermissionError as error:
        return f"refused: {error}"
    except OSError as error:
        return f"let through: {error}"
    return "let through"


def run(tasks: list[str], jobs: int = 2, bounds: Bounds = QUICK) -> dict[str, str | Lost]:
    waiting = deque(tasks)
    with Pool(behave, jobs, lambda _: bounds) as pool:
        return dict(pool.run(lambda: waiting.popleft() if waiting else None))


def test_every_task_is_answered_by_another_process() -> None:
    answers = run([f"work:{n}" for n in range(8)])
    assert len(answers) == 8
    assert all(isinstance(a, str) and not a.endswith(f" {os.getpid()}") for a in answers.values())


def test_a_crash_costs_that_task_only() -> None:
    answers = run(["work:1", "abort", "work:2", "work:3"], jobs=1)
    lost = answers.pop("abort")
    assert isinstance(lost, Lost)
    assert lost.trouble is Trouble.CRASH
    assert all(isinstance(a, str) for a in answers.values())


def test_a_hanging_task_is_ended() -> None:
    started = time.monotonic()
    answers = run(["sleep", "work:1"], bounds=Bounds(2 * GIB, 20, 3))
    assert answers["sleep"] == Lost(Trouble.TIMEOUT)
    assert isinstance(answers["work:1"], str)
    assert time.monotonic() - started < 25


@pytest.mark.skipif(sys.platform != "linux", reason="the limit is held on Linux")
def test_processor_time_is_limited() -> None:
    assert run(["spin"], bounds=Bounds(2 * GIB, 1, 30)) == {"spin": Lost(Trouble.TIMEOUT)}


@pytest.mark.skipif(sys.platform != "linux", reason="the limit is held on Linux")
def test_memory_is_limited() -> None:
    answers = run(["eat", "work:1"], jobs=1)
    assert answers["eat"] == Lost(Trouble.MEMORY)
    assert isinstance(answers["work:1"], str)


def test_a_worker_that_met_trouble_is_not_used_again() -> None:
    answers = run(["work:1", "abort", "work:2"], jobs=1)
    first, second = str(answers["work:1"]), str(answers["work:2"])
    assert first.rpartition(" ")[2] != second.rpartition(" ")[2]


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
def test_a_worker_killed_from_outside_loses_its_task_only(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    waiting = deque([f"note:{note}", *(f"work:{n}" for n in range(200))])
    answers: dict[str, str | Lost] = {}
    with Pool(behave, 2, lambda _: QUICK) as pool:
        for task, answer in pool.run(lambda: waiting.popleft() if waiting else None):
            answers[task] = answer
            if note.exists() and (pid := note.read_text()):
                note.unlink()
                os.kill(int(pid), signal.SIGKILL)
    lost = [task for task, answer in answers.items() if isinstance(answer, Lost)]
    assert len(answers) == 201
    assert lost == [f"note:{note}"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
def test_leaving_early_ends_all_workers(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    waiting = deque([f"note:{note}", "work:1"])
    with Pool(behave, 2, lambda _: QUICK) as pool:
        next(iter(pool.run(lambda: waiting.popleft() if waiting else None)))
        while not (note.exists() and note.read_text()):
            time.sleep(0.01)
    with pytest.raises(ProcessLookupError):
        os.kill(int(note.read_text()), 0)


def test_workers_reach_no_network() -> None:
    answer = run(["connect"])["connect"]
    assert isinstance(answer, str)
    assert answer.startswith("refused")


def test_workers_can_be_spawned_anew_as_on_windows_and_macos(monkeypatch: pytest.MonkeyPatch) -> None:
    """There a worker imports the program's main module, which must not run it again."""
    importlib.import_module("materials_lint.__main__")
    monkeypatch.setattr(workers, "sys", SimpleNamespace(platform="elsewhere"))
    assert isinstance(run(["work:1"], jobs=1)["work:1"], str)
