"""The command line as a process of its own, and its workers as Linux shows them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import materials_lint

SOURCE = Path(materials_lint.__file__).resolve().parents[1]
PATIENCE = 30.0
_MAIN = "import sys; from materials_lint.cli.main import main; sys.exit(main())"
_SLOW_TO_START = "import os, time; os.register_at_fork(after_in_child=lambda: time.sleep(0.5)); "


def environment(**more: str) -> dict[str, str]:
    """Return our own environment without what changes the output, and with what says where the program lies."""
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS")}
    return {**kept, "PYTHONPATH": str(SOURCE), "PYTHONUTF8": "1", **more}


def command(*arguments: str, slow_workers: bool = False) -> list[str]:
    """Return the command line; with `slow_workers` one whose workers take half a second from their fork to their first own step."""
    start = ["-c", _SLOW_TO_START + _MAIN] if slow_workers else ["-m", "materials_lint"]
    return [sys.executable, *start, *arguments]


def completed(*arguments: str, cwd: Path | None = None, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    """Run the command line to its end."""
    return subprocess.run(command(*arguments), capture_output=True, cwd=cwd, env=dict(env or environment()), timeout=PATIENCE, check=False)


@contextmanager
def running(*arguments: str, slow_workers: bool = False, cwd: Path | None = None, env: Mapping[str, str] | None = None) -> Iterator[subprocess.Popen[str]]:
    """Start the command line as the head of a process group; at the end nothing of the group is left alive."""
    line = command(*arguments, slow_workers=slow_workers)
    process = subprocess.Popen(
        line,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,
        cwd=cwd,
        env=dict(env or environment()),
    )
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def children(pid: int) -> list[int]:
    """Return the child processes of a process."""
    try:
        return [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def is_alive(pid: int) -> bool:
    """Tell whether a process still runs (or is stopped); one that only waits to be buried does not."""
    return _state(pid) not in ("", "Z", "X")


def at_work(pid: int) -> bool:
    """Tell whether a worker has taken up its first task: its memory is limited from then on."""
    try:
        limits = Path(f"/proc/{pid}/limits").read_text().splitlines()
    except OSError:
        return False
    return any(line.startswith("Max address space") and "unlimited" not in line.split()[3] for line in limits)


def wait_for_workers(process: subprocess.Popen[str], count: int) -> list[int]:
    """Wait until the command has `count` workers, and return them."""
    until(lambda: len(children(process.pid)) >= count or process.poll() is not None, "workers")
    return children(process.pid)


def freeze(process: subprocess.Popen[str], count: int) -> list[int]:
    """Stop `count` workers as soon as they are at work, so that the run can't go on, and return them."""
    frozen: list[int] = []

    def all_frozen() -> bool:
        for pid in children(process.pid):
            if pid not in frozen and at_work(pid):
                os.kill(pid, signal.SIGSTOP)
                frozen.append(pid)
        return len(frozen) >= count or process.poll() is not None

    until(all_frozen, "workers at work")
    until(lambda: all(_state(pid) == "T" for pid in frozen), "stopped workers")
    until(lambda: _state(process.pid) == "S" or process.poll() is not None, "the command to wait for its workers")
    assert process.poll() is None, "the run was over before it could be frozen"
    return frozen


def until(holds: Callable[[], bool], what: str, patience: float = PATIENCE) -> None:
    """Wait until `holds()`. Raises AssertionError after `patience` seconds."""
    deadline = time.monotonic() + patience
    while not holds():
        assert time.monotonic() < deadline, f"waited in vain for {what}"
        time.sleep(0.001)


def _state(pid: int) -> str:
    """Return the letter for what a process does (proc(5)), "" for none such."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return ""
