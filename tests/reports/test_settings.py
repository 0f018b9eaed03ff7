"""What settings left out is told by every format."""

from __future__ import annotations

import html
import unicodedata
from typing import Any

import pytest

from materials_lint import reports
from materials_lint.model.document import Part
from materials_lint.model.finding import Location, Severity
from materials_lint.model.report import Report
from materials_lint.reports import _words
from materials_lint.reports._settings import told
from materials_lint.reports.base import View
from materials_lint.terminal import Screen
from tests import report_builders as builders

YOURS = "These settings lie among the checked files: make sure that they are yours."


def plain(name: str, report: Report) -> str:
    """Return a report without the format's own marks and line breaks."""
    text = reports.report_format(name).render(report, View(screen=Screen(width=200)))
    return " ".join(html.unescape(text).replace("`", "").replace("\\", "").split())


@pytest.mark.parametrize("name", [name for name in reports.names() if name != "json"])
def test_every_format_for_people_says_what_was_left_out_and_by_which_file(name: str) -> None:
    text = plain(name, builders.narrowed())
    assert "Left out by materials-lint.toml: rules A, D; 3 files (*.pdf)." in text
    assert YOURS in text
    assert "Left out" not in plain(name, builders.clean())


def test_the_line_on_standard_error_says_it_too() -> None:
    assert "Left out by materials-lint.toml" in reports.summary(builders.narrowed(), Severity.WARNING)


def test_a_run_that_left_something_out_does_not_say_everything() -> None:
    assert "everything was checked" in _words.totals(builders.clean())
    assert "; what was not left out was checked." in _words.totals(builders.narrowed())


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({}, ["Left out by materials-lint.toml: rules A, D; 3 files (*.pdf).", YOURS]),
        ({"among_checked": False}, ["Left out by materials-lint.toml: rules A, D; 3 files (*.pdf)."]),
        ({"ignore": (), "excluded_files": 0}, ["Settings: materials-lint.toml."]),
        ({"ignore": ("A05",), "excluded_files": 1}, ["Left out by materials-lint.toml: rule A05; 1 file (*.pdf).", YOURS]),
        ({"file": None, "among_checked": False, "ignore": (), "excluded_files": 0}, []),
        ({"ignore": (), "excluded_files": 0, "select": ("A05", "A06", "D")}, ["Left out by materials-lint.toml: all rules but A05, A06 and D.", YOURS]),
        ({"ignore": (), "excluded_files": 0, "min_confidence": 0.9}, ["Left out by materials-lint.toml: findings below confidence 0.90.", YOURS]),
        ({"ignore": (), "excluded_files": 0, "fail_on": "error"}, ["Settings: materials-lint.toml.", "Warnings do not count as failures (fail_on = error).", YOURS]),
        ({"options": ("ignore",), "excluded_files": 0}, ["Settings: materials-lint.toml.", "Left out by the command's options: rules A, D."]),
        (
            {"file": None, "among_checked": False, "options": ("ignore", "fail_on"), "excluded_files": 0, "fail_on": "error"},
            ["Left out by the command's options: rules A, D."],
        ),
        ({"file": None, "among_checked": False}, ["Left out by the settings: rules A, D; 3 files (*.pdf)."]),
    ],
)
def test_the_sentences(settings: dict[str, Any], expected: list[str]) -> None:
    assert told(builders.narrowed(**settings)) == expected


def test_many_or_long_or_hostile_patterns_stay_one_harmless_line() -> None:
    (line, _) = told(builders.narrowed(exclude=("\x1b[31m\u202e" + "x" * 500, *(f"*.{number}" for number in range(20)))))
    assert "and 16 more)" in line
    assert len(line) < 300
    assert not [char for char in line if unicodedata.category(char) in ("Cc", "Cf")]


@pytest.mark.parametrize(
    ("pages", "words"),
    [
        (tuple(range(2, 13)), "page 1, also on 2-12, footer"),
        ((4,), "page 1, also on 4, footer"),
        ((2, 3, 4, 7, 9, 10), "page 1, also on 2-4, 7 and 9-10, footer"),
        (tuple(range(3, 301, 2)), "page 1, also on 3, 5, 7, 9, 11, 13, 15, 17 and 141 more, footer"),
    ],
)
def test_the_other_pages_of_a_footer_in_words(pages: tuple[int, ...], words: str) -> None:
    finding = builders.finding(location=Location(Part.FOOTER, 1, also_on=pages))
    assert _words.place(finding) == words
    report = builders.report(builders.document("a.pdf", finding))
    for name in ("text", "markdown", "junit"):
        assert words in plain(name, report)
