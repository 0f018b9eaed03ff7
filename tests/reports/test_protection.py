"""Which protections held is told by the reports: always to a reviewer, to a candidate where the network was not refused."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from materials_lint.model.report import Protection, Report
from materials_lint.policy.rules import Rule
from materials_lint.reports import report_format
from materials_lint.reports._protection import told
from materials_lint.reports.base import View
from tests import report_builders as builders

ALL = Protection(network_refused=True, own_network=True, memory_limited=True)
RULES: dict[str, Rule] = {}


def with_protection(protection: Protection, profile: str = "reviewer") -> Report:
    return replace(builders.mixed(profile), protection=protection)


def test_a_reviewer_is_told_what_held() -> None:
    (sentence,) = told(with_protection(ALL))
    assert all(words in sentence for words in ("network calls are refused", "empty network", "memory is limited", "time is limited"))


def test_what_did_not_hold_is_told() -> None:
    held, missing = told(with_protection(Protection(network_refused=True)))
    assert "refused" in held
    assert "empty network" in missing
    assert "memory" in missing


def test_a_candidate_is_spared_it_unless_the_network_is_open() -> None:
    assert told(with_protection(ALL, "candidate")) == []
    assert "network calls are refused" in told(with_protection(Protection(), "candidate"))[1]


@pytest.mark.parametrize("form", ["text", "markdown", "junit"])
def test_reports_for_people_hold_the_sentence(form: str) -> None:
    written = report_format(form).render(with_protection(ALL), View(RULES))
    assert "network calls are refused" in " ".join(written.replace("\\", "").split())


def test_reports_for_programs_hold_the_data() -> None:
    expected = {"network_refused": True, "own_network": False, "memory_limited": False}
    report = with_protection(Protection(network_refused=True))
    assert json.loads(report_format("json").render(report, View(RULES)))["protection"] == expected
    sarif = json.loads(report_format("sarif").render(report, View(RULES)))
    assert sarif["runs"][0]["invocations"][0]["properties"]["protection"] == expected
