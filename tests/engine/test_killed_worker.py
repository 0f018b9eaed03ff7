"""A worker that is killed from outside in the middle of a run costs one file at most, and that file is named."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.command_process import children, freeze, running

from materials_lint import api
from materials_lint.model.document import Reason
from materials_lint.model.report import Report, Status

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="asks Linux for the workers")

COUNT = 200


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    folder = tmp_path / "drafts"
    folder.mkdir()
    for number in range(COUNT):
        (folder / f"{number:03}.txt").write_text(f"Draft {number}: write to me at amara{number}@itu.int\n")
    return folder


def checked_while(drafts: Path, kill: Callable[[int], None]) -> Report:
    """Check with two workers, and call `kill` with the number of files done so far, before each."""
    return api.check([str(drafts)], jobs=2, progress=lambda done, _total, _name: kill(done))


def assert_all_others_are_whole(report: Report, drafts: Path, most_lost: int) -> None:
    assert [document.path for document in report.documents] == [str(drafts / f"{number:03}.txt") for number in range(COUNT)]
    gaps = [(document.path, [gap.reason for gap in document.gaps]) for document in report.documents if document.gaps]
    assert len(gaps) <= most_lost
    assert all(reasons == [Reason.CRASH] for _, reasons in gaps)
    for number, document in enumerate(report.documents):
        if not document.gaps:
            assert document.status is Status.CHECKED
            assert [f.evidence.text for f in document.findings] == [f"amara{number}@itu.int"]


@pytest.mark.parametrize(("at", "which"), [(1, 0), (60, -1), (120, 0)])
def test_one_worker_killed(drafts: Path, at: int, which: int) -> None:
    killed: list[int] = []

    def kill(done: int) -> None:
        if done >= at and not killed:
            killed.append(children(os.getpid())[which])
            os.kill(killed[0], signal.SIGKILL)

    report = checked_while(drafts, kill)
    assert len(killed) == 1
    assert_all_others_are_whole(report, drafts, most_lost=1)


def test_all_workers_killed_again_and_again(drafts: Path) -> None:
    killed: list[int] = []

    def kill(done: int) -> None:
        if done in (20, 70, 150):
            workers = children(os.getpid())
            killed.extend(workers)
            for worker in workers:
                os.kill(worker, signal.SIGKILL)

    report = checked_while(drafts, kill)
    assert len(killed) >= 3
    assert_all_others_are_whole(report, drafts, most_lost=len(killed))


def test_the_file_of_a_worker_killed_at_work_is_named_in_the_report(drafts: Path) -> None:
    """Both workers are stopped while each has a file in hand; one is killed, the other goes on. Nothing is looked at, so nothing is tried again."""
    with running("check", "drafts", "--jobs", "2", "--format", "json", "--select", "A05,D", cwd=drafts.parent) as process:
        first, second = freeze(process, 2)
        os.kill(first, signal.SIGKILL)
        os.kill(second, signal.SIGCONT)
        out, errors = process.communicate(timeout=30)
    documents: list[dict[str, Any]] = json.loads(out)["documents"]
    assert process.returncode == 2
    assert [document["path"] for document in documents] == [f"drafts/{number:03}.txt" for number in range(COUNT)]
    (bad,) = [document for document in documents if document["gaps"]]
    assert [(gap["reason"], gap["page"]) for gap in bad["gaps"]] == [("crash", None)]
    assert "SIGKILL" in bad["gaps"][0]["message"]
    assert [finding["rule"] for finding in bad["findings"]] == ["D01"]
    assert sum(finding["rule"] == "A05" for document in documents for finding in document["findings"]) == COUNT - 1
    assert "Traceback" not in errors


def test_the_file_of_a_worker_killed_at_work_is_read_once_more_without_looking(drafts: Path) -> None:
    with running("check", "drafts", "--jobs", "2", "--format", "json", cwd=drafts.parent) as process:
        first, second = freeze(process, 2)
        os.kill(first, signal.SIGKILL)
        os.kill(second, signal.SIGCONT)
        out, _ = process.communicate(timeout=30)
    documents: list[dict[str, Any]] = json.loads(out)["documents"]
    assert [document["gaps"] for document in documents] == [[]] * COUNT
    assert sum(finding["rule"] == "A05" for document in documents for finding in document["findings"]) == COUNT


def test_no_worker_is_left_when_all_is_done(drafts: Path) -> None:
    before = set(children(os.getpid()))
    seen: set[int] = set()
    checked_while(drafts, lambda _done: seen.update(children(os.getpid())))
    assert len(seen - before) >= 2
    assert set(children(os.getpid())) == before
