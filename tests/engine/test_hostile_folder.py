"""A folder made to trip the linter up, through the command line: all is named, nothing is followed, no name breaks out of its line."""

from __future__ import annotations

import json
import os
import re
import socket
import sys
import time
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.command_process import completed, environment

from materials_lint.reports import names as formats

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX special files and names")

FORGED = "::error::forged line"
SPECIAL = ("pipe.pdf", "socket.docx", "endless.txt", "self.pdf", "outside.pdf", "nowhere.pdf")
LONGEST = "n" * 251 + ".txt"
NAMES = {
    f"line\n{FORGED}.txt": f"line\\x0a{FORGED}.txt",
    "return\r# forged heading.txt": "return\\x0d# forged heading.txt",
    "right\u202etxt.exe": "right\\u202etxt.exe",
    "escape\x1b[2J\x1b]0;title\x07.txt": "escape\\x1b[2J\\x1b]0;title\\x07.txt",
    "mark``up<b>&\"'.txt": "mark``up<b>&\"'.txt",
    "-rf.txt": "-rf.txt",
    LONGEST: LONGEST,
}
NOT_UTF8 = (b"caf\xe9.txt", "caf\\xe9.txt")
FINDINGS = {"first.txt": "amara.nwosu@itu.int", "x.pdf/second.txt": "jonas.lindqvist@itu.int"}
STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True)
class Run:
    """One run over the folder: how it ended, how long it took, and the report in every format."""

    code: int
    seconds: float
    reports: dict[str, str]
    errors: str
    not_utf8: bool

    @property
    def documents(self) -> dict[str, Any]:
        return {document["path"].partition("drafts/")[2]: document for document in json.loads(self.reports["json"])["documents"]}


def make(folder: Path, outside: Path) -> bool:
    """Fill the folder; tell whether the file system takes names that are not UTF-8."""
    (folder / "x.pdf").mkdir()
    for name, address in FINDINGS.items():
        (folder / name).write_text(f"Support my candidature! Write to me at {address}.\n")
    for name in NAMES:
        (folder / name).write_text("My vision is trust.\n")
    os.mkfifo(folder / "pipe.pdf")
    (folder / "endless.txt").symlink_to("/dev/zero")
    (folder / "self.pdf").symlink_to(folder / "self.pdf")
    (folder / "outside.pdf").symlink_to(outside)
    (folder / "nowhere.pdf").symlink_to(folder / "gone.pdf")
    (folder / "x.pdf" / "up").symlink_to(folder, target_is_directory=True)
    back = os.open(".", os.O_RDONLY)
    os.chdir(folder)  # the path of a socket may be a hundred bytes long at most
    try:
        with socket.socket(socket.AF_UNIX) as server:
            server.bind("socket.docx")
    finally:
        os.fchdir(back)
        os.close(back)
    try:
        with open(os.fsencode(folder) + b"/" + NOT_UTF8[0], "w") as file:  # noqa: PTH123 - a Path holds no bytes
            file.write("My vision is trust.\n")
    except OSError:
        return False
    return True


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Check the folder once, and have every format written; the report for people goes to standard output as well."""
    root = tmp_path_factory.mktemp("hostile")
    (root / "drafts").mkdir()
    (root / "reports").mkdir()
    (root / "secret.txt").write_text("Write to the others at secret.draft@itu.int.\n")
    not_utf8 = make(root / "drafts", root / "secret.txt")
    outputs = [f"--output={form}=reports/{form}" for form in formats()]
    started = time.monotonic()
    done = completed("check", "drafts", "--jobs", "2", *outputs, cwd=root, env=environment(COLUMNS="100"))
    seconds = time.monotonic() - started
    reports = {form: (root / "reports" / form).read_bytes().decode() for form in formats()}
    return Run(done.returncode, seconds, {**reports, "printed": done.stdout.decode()}, done.stderr.decode(), not_utf8)


def test_the_run_ends_soon_and_says_that_not_all_was_checked(run: Run) -> None:
    assert run.code == 2
    assert run.seconds < 15, "something was opened that never ends"
    assert "Traceback" not in run.errors


def test_everything_is_named_once_and_nothing_is_made_up(run: Run) -> None:
    expected = {*SPECIAL, *NAMES.values(), *FINDINGS, *([NOT_UTF8[1]] if run.not_utf8 else [])}
    assert sorted(run.documents) == sorted(expected)
    assert len(json.loads(run.reports["json"])["documents"]) == len(expected)


def test_what_is_no_regular_file_is_a_gap_and_all_else_is_read(run: Run) -> None:
    reasons = {name: [gap["reason"] for gap in document["gaps"]] for name, document in run.documents.items()}
    assert {name: found for name, found in reasons.items() if found} == {name: ["not-a-regular-file"] for name in SPECIAL}
    assert all(run.documents[name]["sha256"] is None for name in SPECIAL)
    assert all(document["status"] == ("unreadable" if name in SPECIAL else "checked") for name, document in run.documents.items())


def test_the_findings_of_the_good_files_are_all_there(run: Run) -> None:
    found = {(name, f["rule"], f["evidence"]["text"]) for name, document in run.documents.items() for f in document["findings"] if f["rule"] != "D01"}
    assert found == {(name, "A05", address) for name, address in FINDINGS.items()}
    for form, report in run.reports.items():
        assert all(address in report for address in FINDINGS.values()), form


def test_a_link_out_of_the_folder_is_not_followed(run: Run) -> None:
    assert not any("secret.draft" in report for report in run.reports.values())


def test_the_same_in_json_printed_by_a_run_in_one_process(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "drafts"
    folder.mkdir()
    make(folder, tmp_path / "nothing")
    done = completed("check", "drafts", "--format", "json", "--jobs", "0", cwd=tmp_path)
    assert done.returncode == 2
    assert json.loads(done.stdout)["documents"] == json.loads(run.reports["json"])["documents"]


@pytest.mark.parametrize("form", [*formats(), "printed"])
def test_no_character_steers_the_screen(run: Run, form: str) -> None:
    assert STEERING.findall(run.reports[form]) == []


@pytest.mark.parametrize("form", [*formats(), "printed"])
def test_no_name_makes_a_line_of_its_own(run: Run, form: str) -> None:
    lines = run.reports[form].splitlines()
    assert [line for line in lines if line.lstrip().startswith((FORGED, "# forged heading"))] == []


@pytest.mark.parametrize("form", ["text", "markdown", "github", "junit", "printed"])
def test_each_file_is_named_in_a_form_that_can_be_seen(run: Run, form: str) -> None:
    """On a screen a long name takes several lines; GitHub names only what has a finding or a gap."""
    report = "".join(line.strip() for line in run.reports[form].splitlines())
    wanted = [*SPECIAL, *FINDINGS] if form in ("github", "junit") else [*SPECIAL, *FINDINGS, *NAMES.values()]
    assert [name for name in wanted if name.replace(" ", "") not in report.replace(" ", "")] == []


def test_junit_holds_a_suite_for_each_file(run: Run) -> None:
    suites = ET.fromstring(run.reports["junit"]).findall("testsuite")
    assert sorted((suite.get("name") or "").partition("drafts/")[2] for suite in suites) == sorted(run.documents)
    told = {
        (suite.get("name") or "").partition("drafts/")[2] for suite in suites if suite.find("testcase/failure") is not None or suite.find("testcase/error") is not None
    }
    assert told == {*SPECIAL, *FINDINGS}


def test_sarif_holds_a_result_for_each_finding_and_gap(run: Run) -> None:
    (only,) = json.loads(run.reports["sarif"])["runs"]
    texts = json.dumps(only)
    assert [name for name in (*SPECIAL, *FINDINGS) if name not in texts] == []


def test_a_hostile_path_that_is_named_itself(run: Run, tmp_path: Path) -> None:
    """Given on the command line, and missing: the name stands in messages too."""
    done = completed("check", "no\x1b[31m\n::error::forged\u202e.pdf", "--format", "github", cwd=tmp_path)
    lines = done.stdout.decode().splitlines()
    assert done.returncode == 2
    assert [line for line in lines if line.startswith("::")] == [line for line in lines if line.startswith("::error file=no\\x1b")]
    assert not STEERING.search(done.stdout.decode() + done.stderr.decode())
