"""What holds for every report format."""

from __future__ import annotations

import json
import re
import unicodedata
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest

from materials_lint import reports
from materials_lint.model.finding import Severity
from materials_lint.model.report import Report
from materials_lint.reports.base import View
from tests import report_builders as builders

FORMATS = reports.names()


def test_the_formats_are_found_by_being_there() -> None:
    assert set(FORMATS) >= {"text", "json", "sarif", "github", "junit", "markdown"}
    for name in FORMATS:
        assert reports.report_format(name).name == name
    with pytest.raises(KeyError):
        reports.report_format("yaml")


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_report_gives_the_same_bytes_and_no_machine_path(name: str) -> None:
    form = reports.report_format(name)
    first, second = (form.render(builders.mixed(), View()) for _ in range(2))
    assert first == second
    assert first.endswith("\n")
    assert str(Path.cwd()) not in first
    assert not re.search(r"\b20\d\d-\d\d-\d\dT", first)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("make", [builders.clean, builders.mixed, builders.hostile, builders.report])
def test_no_report_steers_a_terminal(name: str, make: object) -> None:
    text = reports.report_format(name).render(make(), View())  # type: ignore[operator]
    bad = [char for char in text if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Cn") and char != "\n"]
    assert bad == []


@pytest.mark.parametrize("name", FORMATS)
def test_machine_formats_are_ascii(name: str) -> None:
    form = reports.report_format(name)
    if form.machine:
        assert form.render(builders.mixed(), View()).isascii()
    else:
        assert builders.ARABIC.split()[0] in form.render(builders.mixed(), View()) or name == "github"


@pytest.mark.parametrize("name", FORMATS)
def test_every_finding_and_gap_is_told(name: str) -> None:
    text = reports.report_format(name).render(builders.mixed(), View())
    for words in ("brochure.pdf", "A01", "A05", "emblem-2019", "amara.nwosu@itu.int", "locked with a password", "It took too long", "inside.zip", "letter.docx/logo.png"):
        assert words in text, words


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_not_fully_checked_never_looks_clean(name: str) -> None:
    """Even one whose gaps were lost on the way."""
    lost = builders.report(replace(builders.unread(), gaps=()))
    said = reports.report_format(name).render(lost, View())
    assert any(words in said.lower() for words in ("not fully checked", '"unreadable"'))


def test_the_summary_has_one_sentence_for_each_outcome() -> None:
    def meaning(report: Report, fail_on: Severity = Severity.WARNING) -> str:
        return reports.summary(report, fail_on)

    note = builders.report(builders.document("a.pdf", builders.finding(severity=Severity.NOTE)))
    assert "Nothing was found" in meaning(builders.clean())
    assert "1 place does not sit well" in meaning(builders.report(builders.document("a.pdf", builders.finding())))
    assert "Nothing has to be changed" in meaning(note)
    assert "1 place does not sit well" in meaning(note, Severity.NOTE)
    assert "Not everything could be checked:" in meaning(builders.report(builders.unread()))
    assert "3 places should be changed" in meaning(builders.mixed())
    assert "Nothing was checked" in meaning(builders.report())


def test_the_summary_counts() -> None:
    assert reports.summary(builders.mixed(), Severity.WARNING).startswith("4 files, 9 pages: 2 errors, 1 warning, 1 note; 2 parts not checked.")


@pytest.mark.parametrize("name", FORMATS)
def test_a_gap_that_a_finding_tells_is_not_told_twice(name: str) -> None:
    gap = builders.unread().gaps[0]
    told = builders.finding("", rule="D01", name="not-checked", message=f"This file was not checked. {gap.message}")
    told = replace(told, location=replace(told.location, member=None))
    text = reports.report_format(name).render(builders.report(replace(builders.unread(), findings=(told,))), View())
    expected = {"json": 2, "sarif": 3, "junit": 2}
    assert " ".join(text.split()).count(gap.message) == expected.get(name, 1)


def test_machine_formats_parse() -> None:
    for make in (builders.mixed, builders.hostile):
        json.loads(reports.report_format("json").render(make(), View()))
        json.loads(reports.report_format("sarif").render(make(), View()))
        ET.fromstring(reports.report_format("junit").render(make(), View()))
