"""The report for people."""

from __future__ import annotations

import re

import pytest

from materials_lint.model.document import Origin
from materials_lint.model.finding import Evidence, Severity
from materials_lint.model.report import Report
from materials_lint.reports import report_format
from materials_lint.reports.base import View
from materials_lint.terminal import Screen, columns
from tests import report_builders as builders


def render(report: Report, **screen: object) -> str:
    return report_format("text").render(report, View(screen=Screen(**screen)))  # type: ignore[arg-type]


def test_a_finding_says_where_what_why_and_what_to_do() -> None:
    text = render(builders.report(builders.document("brochure.pdf", builders.finding())))
    assert text.splitlines()[:8] == [
        "brochure.pdf · pdf · 3 pages",
        "",
        "  error  A05 itu-email · page 1, footer",
        "    │ Please write to >>amara.nwosu@itu.int<< before the conference.",
        "    Why     The campaign can be reached at amara.nwosu@itu.int, an address of the Union.",
        "    To do   Give a private address instead.",
        "    Source  Guidance Note 17-01, section A, example 3",
        "",
    ]


def test_confidence_is_for_reviewers() -> None:
    assert "confidence" not in render(builders.mixed())
    assert "confidence 0.95 · case contact" in render(builders.mixed("reviewer"))


@pytest.mark.parametrize("width", [40, 60, 80, 110])
@pytest.mark.parametrize("make", [builders.mixed, builders.hostile])
def test_lines_fit_the_terminal(width: int, make: object) -> None:
    assert max(columns(line) for line in render(make(), width=width).splitlines()) <= width  # type: ignore[operator]


def test_very_wide_terminals_get_lines_that_can_be_read() -> None:
    report = builders.report(builders.document("a.pdf", builders.finding(message="word " * 200)))
    assert max(columns(line) for line in render(report, width=300).splitlines()) <= 110


def test_colour_marks_the_evidence_without_brackets() -> None:
    text = render(builders.mixed(), colour=True)
    assert "\x1b[1;4;31mamara.nwosu@itu.int\x1b[0m" in text
    assert ">>" not in text


def test_coloured_and_plain_say_the_same() -> None:
    plain = render(builders.mixed()).replace(">>", "").replace("<<", "")
    coloured = re.sub(r"\x1b\[[\d;]*m", "", render(builders.mixed(), colour=True))
    assert coloured.split() == plain.split()


def test_evidence_over_two_lines_stays_marked_on_both() -> None:
    report = builders.report(builders.document("a.pdf", builders.finding("word " * 20 + "end")))
    marked = [line for line in render(report, colour=True, width=60).splitlines() if "\x1b[1;4;31m" in line]
    assert len(marked) > 1
    assert all(line.count("\x1b[0m") == line.count("\x1b[1") + line.count("\x1b[2m") for line in marked)


def test_ascii_terminals_get_ascii_frames() -> None:
    assert render(builders.report(builders.document("a.pdf", builders.finding())), unicode=False).isascii()


def test_arabic_stays_whole_and_in_its_stored_order() -> None:
    lines = [line.strip(" │…") for line in render(builders.mixed(), width=60).splitlines()]
    joined = " ".join(lines)
    assert f"{builders.ARABIC} >>amara.nwosu@itu.int<< {builders.ARABIC}" in joined


def test_long_evidence_is_shortened_in_the_middle() -> None:
    report = builders.report(builders.document("a.pdf", builders.finding("start " + "x" * 3000 + " end")))
    text = render(report)
    assert "start" in text
    assert "end<<" in text
    assert len(text) < 1500


def test_a_mark_is_named() -> None:
    report = builders.report(builders.document("a.png", builders.finding(evidence=Evidence(None, Origin.TEXT_LAYER, "emblem-2019"))))
    assert "looks like the reference mark >>emblem-2019<<" in render(report)


def test_clean_files_are_one_line_each() -> None:
    text = render(builders.report(builders.document("a.pdf"), builders.document("b.pdf")))
    assert text.splitlines()[:2] == ["a.pdf · pdf · 3 pages · nothing found", "b.pdf · pdf · 3 pages · nothing found"]


def test_a_note_alone_is_green() -> None:
    report = builders.report(builders.document("a.pdf", builders.finding(severity=Severity.NOTE)))
    assert render(report, colour=True).splitlines()[-1].startswith("\x1b[1;32mNothing has to be changed")


def test_words_cut_by_the_surroundings_are_left_out() -> None:
    evidence = Evidence("x@itu.int", Origin.TEXT_LAYER, None, ("rust " + "and so on " * 20)[:80], (" then " + "word " * 30)[:80])
    line = next(line for line in render(builders.report(builders.document("a.pdf", builders.finding(evidence=evidence))), width=110).splitlines() if "│" in line)
    assert "│ … and so on" in line
    wide = Evidence("x@itu.int", Origin.TEXT_LAYER, None, "国" * 80, "")
    assert "…国" in render(builders.report(builders.document("a.pdf", builders.finding(evidence=wide))))
