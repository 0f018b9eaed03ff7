"""The entry point: help, exit codes, and what it says when things go wrong."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import materials_lint
from materials_lint import __version__, plugins
from materials_lint.policy.configuration import ConfigurationError
from tests import report_builders as builders

from .conftest import Call, FakeApi

SOURCE = str(Path(materials_lint.__file__).parent.parent)
COMMANDS = [name for name in plugins.names("materials_lint.cli") if name != "main"]
HEAVY = {
    "numpy",
    "cv2",
    "PIL",
    "lxml",
    "pypdfium2",
    "pikepdf",
    "pdfplumber",
    "pdfminer",
    "docx",
    "oxmsg",
    "olefile",
    "selectolax",
    "charset_normalizer",
    "pillow_heif",
    "pathspec",
}


def run(*arguments: str, python: tuple[str, ...] = (), **environment: str) -> subprocess.CompletedProcess[bytes]:
    env = {**{k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR")}, "PYTHONPATH": SOURCE, **environment}
    return subprocess.run([sys.executable, *python, "-m", "materials_lint", *arguments], env=env, capture_output=True, timeout=60, check=False)


def test_alone_it_shows_help(call: Call) -> None:
    got = call()
    assert "materials-lint check brochure.pdf" in got.out
    assert got.code == 2


def test_help_lists_every_command(call: Call) -> None:
    got = call("--help")
    assert got.code == 0
    assert set(COMMANDS) >= {"check", "doctor", "explain", "init", "rules", "text"}
    for name in COMMANDS:
        assert re.search(rf"^  {name}  ", got.out, re.MULTILINE)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_explanation_for_every_option(call: Call, name: str) -> None:
    got = call(name, "--help")
    assert got.code == 0
    options = got.out.partition("Options:")[2]
    for line in re.findall(r"^  -.*(?:\n {6,}.*)*", options, re.MULTILINE):
        assert re.search(r"( {2,}|\n +)[A-Z\"a-z]", line.strip()), line


def test_version(call: Call) -> None:
    assert call("--version").out == f"materials-lint {__version__}\n"


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("check", "--help")])
def test_help_imports_nothing_heavy(arguments: tuple[str, ...]) -> None:
    done = run(*arguments, python=("-X", "importtime"))
    assert done.returncode == 0
    imported = {line.rpartition(b"|")[2].strip().decode() for line in done.stderr.splitlines() if line.startswith(b"import time:")}
    assert "materials_lint.cli.main" in imported
    assert {name for name in imported if name.partition(".")[0] in HEAVY} == set()
    ours = {name for name in imported if name.startswith("materials_lint.")}
    assert all(
        name.startswith(("materials_lint.cli", "materials_lint.plugins", "materials_lint.terminal", "materials_lint.reports", "materials_lint.engine.guard"))
        for name in ours - {"materials_lint.__main__", "materials_lint.engine"}
    )


def test_unknown_command(call: Call) -> None:
    got = call("chekc")
    assert got.code == 2
    assert 'Did you mean "check"?' in got.err


def test_a_file_in_the_place_of_a_command(call: Call, tmp_path: Path) -> None:
    (tmp_path / "brochure.pdf").write_bytes(b"x")
    got = call("brochure.pdf")
    assert got.code == 2
    assert "materials-lint check brochure.pdf" in got.err


def test_unknown_option(call: Call) -> None:
    got = call("check", "--formt", "json", "a.pdf")
    assert got.code == 2
    assert "--format" in got.err
    assert "materials-lint check --help" in got.err


def test_a_name_that_steers_the_terminal_is_escaped(call: Call) -> None:
    assert "\x1b" not in call("\x1b[31mx").err
    assert "\x1b" not in call("check", "a", "--select", "\x1b[31mx").err


@pytest.mark.parametrize(
    ("error", "code", "told"), [(ConfigurationError("x.toml: no"), 2, "x.toml: no"), (KeyError("secret words"), 2, "KeyError"), (KeyboardInterrupt(), 130, "Stopped")]
)
def test_exceptions_become_sentences(call: Call, api: FakeApi, error: BaseException, code: int, told: str) -> None:
    api.error = error
    got = call("check", "a.pdf")
    assert got.code == code
    assert told in got.err
    assert "Traceback" not in got.err
    assert "secret words" not in got.err


def test_debug_shows_the_traceback_wherever_it_stands(call: Call, api: FakeApi) -> None:
    api.error = KeyError("x")
    assert "Traceback" in call("--debug", "check", "a.pdf").err
    assert "Traceback" in call("check", "a.pdf", "--debug").err


def test_a_closed_pipe_is_quiet_and_keeps_the_exit_code() -> None:
    env = {**os.environ, "PYTHONPATH": SOURCE}
    process = subprocess.Popen([sys.executable, "-m", "materials_lint", "rules"], env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(60) == 0


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437", "utf-8"])
def test_no_encoding_makes_it_fail(encoding: str, tmp_path: Path) -> None:
    done = run("explain", "A05", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "miriam" in done.stdout.decode(encoding)


@pytest.mark.parametrize(
    ("environment", "colour"), [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "0"}, False), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False)]
)
def test_colour_follows_the_environment(call: Call, api: FakeApi, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], colour: bool) -> None:
    api.report = builders.mixed()
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in call("check", "a.pdf").out) is colour


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("arguments", [("check", "a.txt"), ("rules",), ("check", "--help")])
def test_a_full_disk_is_told_in_a_sentence(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    (tmp_path / "a.txt").write_text("My vision is trust.")
    with Path("/dev/full").open("wb") as full:
        got = subprocess.run(
            [sys.executable, "-m", "materials_lint", *arguments],
            env={**os.environ, "PYTHONPATH": SOURCE},
            cwd=tmp_path,
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    assert got.returncode == 2
    assert b"No space left on device" in got.stderr
    assert b"inside materials-lint" not in got.stderr
    assert b"Traceback" not in got.stderr
    assert b"Exception ignored" not in got.stderr


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
@pytest.mark.parametrize(("closed", "path", "told"), [(">&-", "a.txt", b"Standard output is closed"), ("<&-", "-", b"Name a file instead")])
def test_closed_streams_are_told_in_a_sentence(tmp_path: Path, closed: str, path: str, told: bytes) -> None:
    (tmp_path / "a.txt").write_text("My vision is trust.")
    command = f'"{sys.executable}" -m materials_lint check {path} {closed}'
    got = subprocess.run(["sh", "-c", command], env={**os.environ, "PYTHONPATH": SOURCE}, cwd=tmp_path, stderr=subprocess.PIPE, timeout=60, check=False)
    assert got.returncode == 2
    assert told in got.stderr
    assert b"inside materials-lint" not in got.stderr
