"""`check`, with an engine made by hand."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from materials_lint import detectors, reports
from materials_lint.cli.check import _FORMATS
from materials_lint.model.finding import Severity
from materials_lint.policy.configuration import PROFILES
from materials_lint.reports.base import View
from tests import report_builders as builders

from .conftest import Call, FakeApi

NOTE = builders.report(builders.document("a.pdf", builders.finding(severity=Severity.NOTE)))
WARNING = builders.report(builders.document("a.pdf", builders.finding(severity=Severity.WARNING)))


@pytest.mark.parametrize(
    ("report", "options", "code"),
    [
        (builders.clean(), [], 0),
        (NOTE, [], 0),
        (NOTE, ["--fail-on", "note"], 1),
        (WARNING, [], 1),
        (WARNING, ["--fail-on", "error"], 0),
        (builders.mixed(), [], 2),
        (builders.report(builders.unread()), [], 2),
        (builders.report(), [], 2),
    ],
)
def test_exit_codes(call: Call, api: FakeApi, report: object, options: list[str], code: int) -> None:
    api.report = report  # type: ignore[assignment]
    assert call("check", "a.pdf", *options).code == code


@pytest.mark.parametrize("form", _FORMATS)
def test_every_format_is_printed_and_written_the_same(call: Call, api: FakeApi, form: str, tmp_path: Path) -> None:
    api.report = builders.mixed()
    got = call("check", "a.pdf", "--format", form, "--output", f"{form}=report.out")
    assert (tmp_path / "report.out").read_text(encoding="utf-8") == got.out
    assert got.out == reports.report_format(form).render(builders.mixed(), builders_view())
    assert (got.err == "") is (not reports.report_format(form).machine)


def builders_view() -> View:
    return View(detectors.rules())


def test_formats_and_profiles_are_those_that_are_there() -> None:
    assert reports.names() == _FORMATS
    assert PROFILES == ("candidate", "reviewer")


def test_several_outputs(call: Call, api: FakeApi, tmp_path: Path) -> None:
    api.report = builders.clean()
    assert call("check", "a.pdf", "--output", "json=a.json", "--output", "sarif=b=c.sarif").code == 0
    assert json.loads((tmp_path / "a.json").read_bytes())["schema_version"] == 1
    assert json.loads((tmp_path / "b=c.sarif").read_bytes())["version"] == "2.1.0"


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("report.json", "for example json=report.json"),
        ("jsno=a", 'Did you mean "json"?'),
        ("json=", "for example json=report.json"),
        ("json=no/such/folder/a", "there is no folder"),
        ("json=-", "write: --format json"),
        ("json=.", "is a folder"),
        (f"json={'x' * 300}", "could not be written"),
    ],
)
def test_an_output_that_can_not_be_written_is_told(call: Call, api: FakeApi, value: str, told: str) -> None:
    api.report = builders.clean()
    got = call("check", "a.pdf", "--output", value)
    assert got.code == 2
    assert told in got.err


def test_drafts_are_never_overwritten(call: Call, api: FakeApi, tmp_path: Path) -> None:
    api.report = builders.clean()
    folder = tmp_path / "drafts"
    folder.mkdir()
    draft = folder / "brochure.pdf"
    draft.write_bytes(b"%PDF-1.4 draft")
    for path in ("drafts", "drafts/brochure.pdf", "."):
        got = call("check", path, "--output", "json=drafts/brochure.pdf")
        assert got.code == 2
        assert "would overwrite" in got.err
    assert draft.read_bytes() == b"%PDF-1.4 draft"
    assert api.asked == []
    assert [call("check", "drafts", "--output", "json=drafts/report.json").code for _ in range(2)] == [0, 0]


def test_two_reports_never_share_a_file(call: Call, api: FakeApi) -> None:
    api.report = builders.clean()
    assert "same file" in call("check", "a", "--output", "json=x", "--output", "sarif=x").err


def test_options_reach_the_engine(call: Call, api: FakeApi) -> None:
    api.report = builders.clean()
    call(
        "check",
        "a.pdf",
        "b.pdf",
        "--profile",
        "reviewer",
        "--select",
        "A05, a06",
        "--select",
        "D",
        "--ignore",
        "hidden-content",
        "--min-confidence",
        "0.3",
        "--fail-on",
        "error",
    )
    (paths, configuration), more = api.asked[-1]
    assert tuple(paths) == ("a.pdf", "b.pdf")
    check = configuration.check
    assert (check.profile, check.select, check.ignore, check.min_confidence, check.fail_on) == ("reviewer", ("A05", "A06", "D"), ("D02",), 0.3, "error")
    assert more["stdin"] is None


@pytest.mark.parametrize(
    ("code", "told"), [("A5", 'no rule "A5". Did you mean "A05"?'), ("itu-mail", 'Did you mean "itu-email"?'), ("zzz", '"materials-lint rules" lists them all')]
)
def test_unknown_rules_are_errors(call: Call, api: FakeApi, code: str, told: str) -> None:
    for option in ("--select", "--ignore"):
        got = call("check", "a.pdf", option, code)
        assert got.code == 2
        assert told in got.err
    assert api.asked == []


def test_the_configuration_of_the_start_folder_is_used(call: Call, api: FakeApi, tmp_path: Path) -> None:
    api.report = WARNING
    (tmp_path / "materials-lint.toml").write_text('[check]\nfail_on = "error"\nselect = ["A05"]\n')
    assert call("check", "a.pdf").code == 0
    assert api.configuration.check.select == ("A05",)
    assert call("check", "a.pdf", "--fail-on", "warning").code == 1
    other = tmp_path / "other.toml"
    other.write_text("[check]\nprofile = 'reviewer'\n")
    assert call("check", "a.pdf", "--config", "other.toml").code == 1
    assert api.configuration.check.profile == "reviewer"
    assert api.asked[-1][1]["leave_out"] == [Path("other.toml")]


def test_a_configuration_beside_the_drafts_is_never_used(call: Call, api: FakeApi, tmp_path: Path) -> None:
    api.report = WARNING
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "materials-lint.toml").write_text('[check]\nfail_on = "error"\n')
    assert call("check", "drafts").code == 1


@pytest.mark.parametrize(
    ("text", "told"), [("[check]\nfail_onn = 1", 'Did you mean "fail_on"?'), ("[check", "not valid TOML"), ("[check]\nselect = ['A5']", 'Did you mean "A05"?')]
)
def test_a_wrong_configuration(call: Call, api: FakeApi, tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "materials-lint.toml").write_text(text)
    got = call("check", "a.pdf")
    assert got.code == 2
    assert told in got.err
    assert "Traceback" not in got.err


def test_a_missing_configuration(call: Call, api: FakeApi) -> None:
    got = call("check", "a.pdf", "--config", "nothing.toml")
    assert got.code == 2
    assert "nothing.toml" in got.err
    assert "can't be opened" in got.err


def test_confidence_is_a_share(call: Call, api: FakeApi) -> None:
    got = call("check", "a.pdf", "--min-confidence", "70")
    assert got.code == 2
    assert "70 is not between 0 and 1" in got.err


def test_no_path(call: Call, api: FakeApi) -> None:
    got = call("check")
    assert got.code == 2
    assert "materials-lint check brochure.pdf" in got.err


def test_standard_input(call: Call, api: FakeApi, monkeypatch: pytest.MonkeyPatch) -> None:
    api.report = builders.clean()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xff\x00draft")))
    assert call("check", "-", "--stdin-filename", "letter.docx").code == 0
    assert (api.asked[-1][1]["stdin"], api.asked[-1][1]["stdin_name"]) == (b"\xff\x00draft", "letter.docx")


def test_machine_formats_tell_the_outcome_on_standard_error(call: Call, api: FakeApi) -> None:
    api.report = builders.mixed()
    assert "4 files, 9 pages" in call("check", "a.pdf", "--format", "json").err
    assert call("check", "a.pdf", "--format", "json", "--quiet").err == ""


def test_there_is_no_progress_without_a_terminal(call: Call, api: FakeApi) -> None:
    api.report = builders.clean()
    assert call("check", "a.pdf").err == ""
    assert call("check", "a.pdf").out.startswith("brochure.pdf")


@pytest.mark.parametrize("command", ["check", "text"])
def test_an_empty_path_is_told(call: Call, command: str) -> None:
    got = call(command, "a.pdf", "")
    assert got.code == 2
    assert "One of the paths is empty" in got.err


@pytest.mark.parametrize(("folder", "told"), [("", "the folder's name is empty"), ("a.pdf/x", "can't be kept in")])
def test_a_cache_that_can_not_be_kept_is_told(call: Call, api: FakeApi, tmp_path: Path, folder: str, told: str) -> None:
    (tmp_path / "a.pdf").write_bytes(b"x")
    got = call("check", "a.pdf", "--cache", folder)
    assert got.code == 2
    assert told in got.err
    assert api.asked == []


def test_the_origin_of_the_settings_reaches_the_engine(call: Call, api: FakeApi, tmp_path: Path) -> None:
    api.report = builders.clean()
    call("check", "a.pdf")
    assert (api.asked[-1][1]["settings_file"], api.asked[-1][1]["options"]) == (None, [])
    (tmp_path / "materials-lint.toml").write_text("")
    call("check", "a.pdf", "--ignore", "A05", "--fail-on", "error")
    assert (api.asked[-1][1]["settings_file"], api.asked[-1][1]["options"]) == (Path("materials-lint.toml"), ["ignore", "fail_on"])
