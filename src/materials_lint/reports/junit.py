"""JUnit XML: a test suite a file, a test case a finding or gap."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from materials_lint.model.document import Gap
from materials_lint.model.finding import Finding
from materials_lint.model.report import DocumentResult, Report
from materials_lint.reports import _protection, _settings, _words
from materials_lint.reports.base import ReportFormat, View
from materials_lint.terminal import one_line, visible


def _render(report: Report, view: View) -> str:
    told = {"settings": " ".join(_settings.told(report)), "protection": " ".join(_protection.told(report))}
    suites = [_suite(document, view, told) for document in report.documents]
    root = ET.Element("testsuites", {"name": "materials-lint", **{key: str(sum(int(suite.get(key, 0)) for suite in suites)) for key in ("tests", "failures", "errors")}})
    root.extend(suites)
    ET.indent(root)
    text: str = ET.tostring(root, encoding="us-ascii", xml_declaration=True).decode("ascii")
    return text + "\n"


def _suite(document: DocumentResult, view: View, told: dict[str, str]) -> ET.Element:
    path = visible(document.path)
    cases = [_finding(finding, document, view) for finding in document.findings] + [_gap(gap) for gap in _words.gaps(document)]
    cases = cases or [ET.Element("testcase", {"name": "nothing found"})]
    for case in cases:
        case.set("classname", path)
    counts = {
        "tests": str(len(cases)),
        "failures": str(sum(case.find("failure") is not None for case in cases)),
        "errors": str(sum(case.find("error") is not None for case in cases)),
    }
    suite = ET.Element("testsuite", {"name": path, **counts})
    if any(told.values()):
        properties = ET.SubElement(suite, "properties")
        for name, value in told.items():
            if value:
                ET.SubElement(properties, "property", {"name": name, "value": value})
    suite.extend(cases)
    return suite


def _finding(finding: Finding, document: DocumentResult, view: View) -> ET.Element:
    where = _words.place(finding, document.format)
    case = ET.Element("testcase", {"name": f"{finding.rule} {finding.name}" + (f": {where}" if where else "")})
    kind = "failure" if _words.is_failure(finding, view.fail_on) else "system-out"
    message = one_line(finding.message)
    attributes = {"type": finding.severity.value, "message": message} if kind == "failure" else {}
    ET.SubElement(case, kind, attributes).text = "\n".join(_body(finding, message))
    return case


def _body(finding: Finding, message: str) -> list[str]:
    evidence = finding.evidence
    before, after = _words.neighbours(evidence)
    seen = one_line(f"{before}>>{evidence.text}<<{after}" if evidence.text else evidence.mark or "-")
    return [f"Why: {message}", f"Seen: {seen}", f"To do: {one_line(finding.remedy)}", f"Source: {_words.guidance(finding.guidance)}"]


def _gap(gap: Gap) -> ET.Element:
    where = _words.gap_place(gap)
    case = ET.Element("testcase", {"name": f"not checked: {where}" if where else "not checked"})
    message = one_line(gap.message)
    ET.SubElement(case, "error", {"type": gap.reason.value, "message": message}).text = message
    return case


REPORT = ReportFormat("junit", "JUnit XML, for build servers", _render, machine=True)
