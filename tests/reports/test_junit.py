"""JUnit XML."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from materials_lint.model.finding import Severity
from materials_lint.model.report import Report
from materials_lint.reports import report_format
from materials_lint.reports.base import View
from tests import report_builders as builders


def root(report: Report, fail_on: Severity = Severity.WARNING) -> ET.Element:
    return ET.fromstring(report_format("junit").render(report, View(fail_on=fail_on)))


def test_a_suite_a_file_with_its_counts() -> None:
    got = root(builders.mixed())
    assert {suite.get("name"): (suite.get("tests"), suite.get("failures"), suite.get("errors")) for suite in got} == {
        "brochure.pdf": ("3", "3", "0"),
        "slides.pptx": ("2", "0", "1"),
        "secret.pdf": ("1", "0", "1"),
        "clean.pdf": ("1", "0", "0"),
    }
    assert (got.get("tests"), got.get("failures"), got.get("errors")) == ("7", "3", "2")


def test_what_fails_is_what_fails_the_run() -> None:
    note = builders.report(builders.document("a.pdf", builders.finding(severity=Severity.NOTE)))
    assert root(note).get("failures") == "0"
    assert root(note).find(".//system-out") is not None
    assert root(note, Severity.NOTE).get("failures") == "1"
    assert root(builders.mixed(), Severity.ERROR).get("failures") == "2"


def test_a_failure_tells_all() -> None:
    failure = root(builders.mixed()).find(".//failure")
    assert failure is not None
    assert failure.text is not None
    for words in ("Please write to >>amara.nwosu@itu.int<< before the conference.", "Give a private address", "Guidance Note 17-01, section A"):
        assert words in failure.text


def test_hostile_text_stays_text() -> None:
    got = root(builders.hostile())
    assert {element.tag for element in got.iter()} == {"testsuites", "testsuite", "testcase", "failure", "error"}
    assert "<script>alert(1)</script>" in (got[0].get("name") or "")
