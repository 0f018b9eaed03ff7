"""Ctrl-C, and being ended from outside: soon, quietly, with nothing that looks like a report, and no process left.

Workers that are stopped in the middle of a file stand for slow files: the run can't end by itself.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.command_process import children, freeze, is_alive, running, until, wait_for_workers

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="asks Linux for the workers")

INTERRUPTED = 130
SOON = 3.0
MESSAGE = "Stopped before the end: nothing is known about the files that were not reached."
LINE = ("check", "drafts", "--jobs", "2")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "drafts").mkdir()
    for number in range(50):
        (tmp_path / "drafts" / f"{number}.txt").write_text(f"Write to me at amara{number}@itu.int\n")
    return tmp_path


def ended(process: subprocess.Popen[str]) -> tuple[str, str, float]:
    """Return what was printed on both streams, and how long the end took."""
    started = time.monotonic()
    out, errors = process.communicate(timeout=30)
    return out, errors, time.monotonic() - started


def assert_none_is_left(workers: list[int]) -> None:
    until(lambda: not any(is_alive(worker) for worker in workers), "the workers to end", patience=SOON)


def assert_stopped_cleanly(process: subprocess.Popen[str], out: str, errors: str) -> None:
    assert process.returncode == INTERRUPTED
    assert out == ""
    assert errors.split() == MESSAGE.split()


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize("terminal", [True, False])
def test_ctrl_c(folder: Path, form: str, terminal: bool) -> None:
    """A terminal interrupts the whole group of processes, `kill -INT` the command only."""
    with running(*LINE, "--format", form, "--output", "json=report.json", cwd=folder) as process:
        workers = freeze(process, 2)
        (os.killpg if terminal else os.kill)(process.pid, signal.SIGINT)
        out, errors, seconds = ended(process)
        assert_none_is_left(workers)
    assert seconds < SOON
    assert_stopped_cleanly(process, out, errors)
    assert not (folder / "report.json").exists()


def test_ctrl_c_ends_workers_that_are_hard_at_work(folder: Path) -> None:
    """Not stopped, but going on with one file after another."""
    for number in range(1000):
        (folder / "drafts" / f"more-{number}.txt").write_text(f"Write to me at amara{number}@itu.int\n" * 50)
    with running(*LINE, cwd=folder) as process:
        workers = freeze(process, 1)
        for worker in workers:
            os.kill(worker, signal.SIGCONT)
        os.killpg(process.pid, signal.SIGINT)
        out, errors, seconds = ended(process)
        assert_none_is_left(workers)
    assert seconds < SOON
    assert_stopped_cleanly(process, out, errors)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL, signal.SIGHUP])
def test_workers_die_with_the_command(folder: Path, number: signal.Signals) -> None:
    with running(*LINE, "--output", "json=report.json", cwd=folder) as process:
        workers = freeze(process, 2)
        os.kill(process.pid, number)
        out, errors, seconds = ended(process)
        assert_none_is_left(workers)
    assert process.returncode == -number
    assert (out, errors) == ("", "")
    assert seconds < SOON
    assert not (folder / "report.json").exists()


def test_a_worker_born_as_the_command_dies_dies_too(folder: Path) -> None:
    """It asks Linux to end it with its parent; where the parent is gone before it can ask, nobody would end it."""
    with running(*LINE, cwd=folder, slow_workers=True) as process:
        workers = wait_for_workers(process, 1)
        process.kill()
        process.wait()
        assert workers
        assert_none_is_left(workers)


def test_ctrl_c_never_reaches_a_worker_not_even_a_newborn_one(folder: Path) -> None:
    """Between its birth and its first own step a worker is a copy of the command, which would answer Ctrl-C with a traceback."""
    with running(*LINE, cwd=folder, slow_workers=True) as process:
        (worker, *_) = wait_for_workers(process, 1)
        for _ in range(10):
            os.kill(worker, signal.SIGINT)
            time.sleep(0.02)
        out, errors, _ = ended(process)
    assert errors == ""
    assert process.returncode == 1
    assert "50 files" in out
    assert "everything was checked" in out


def test_a_reader_of_the_report_that_goes_away_leaves_no_worker(folder: Path) -> None:
    """As in `materials-lint check drafts | head -0`."""
    with running(*LINE, cwd=folder) as process:
        workers = wait_for_workers(process, 1)
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        errors = process.stderr.read()
        process.wait(timeout=30)
        assert_none_is_left(workers)
    assert "Traceback" not in errors
    assert children(process.pid) == []
