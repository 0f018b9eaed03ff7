"""SARIF 2.1.0 (OASIS): rules with their whole text, findings with their place and fingerprint, gaps as notifications."""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from materials_lint.model.document import Gap, Reason
from materials_lint.model.finding import Finding, Location
from materials_lint.model.report import DocumentResult, Report
from materials_lint.policy.rules import Rule
from materials_lint.reports import _protection, _settings, _words
from materials_lint.reports.base import ReportFormat, View
from materials_lint.terminal import one_line

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def _render(report: Report, view: View) -> str:
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(report, view)]}, indent=2) + "\n"


def _run(report: Report, view: View) -> dict[str, Any]:
    codes = sorted({*view.rules, *(finding.rule for document in report.documents for finding in document.findings)})
    documents = list(enumerate(report.documents))
    driver = {
        "name": "materials-lint",
        "semanticVersion": report.version,
        "rules": [_rule(code, view.rules.get(code)) for code in codes],
        "notifications": [_gap_kind(reason) for reason in Reason],
    }
    notifications = [_notification(gap, document, index) for index, document in documents for gap in document.gaps or _words.gaps(document)]
    return {
        "tool": {"driver": driver},
        "invocations": [
            {
                "executionSuccessful": report.fully_checked() and not notifications,
                "toolExecutionNotifications": notifications,
                "properties": {"settings": _settings.as_data(report.settings), "leftOut": _settings.told(report), "protection": _protection.as_data(report.protection)},
            }
        ],
        "artifacts": [_artifact(document) for document in report.documents],
        "results": [_result(finding, document, index, codes) for index, document in documents for finding in document.findings],
        "columnKind": "unicodeCodePoints",
        "properties": {"profile": report.profile},
    }


def _rule(code: str, rule: Rule | None) -> dict[str, Any]:
    if rule is None:
        return {"id": code}
    sections = (("Why", rule.why), ("What to do instead", rule.instead), ("When it is allowed", rule.allowed), ("Limits", rule.limits))
    source = f"{_words.guidance(rule.paragraph.citation())}: {rule.paragraph.says}"
    return {
        "id": code,
        "name": rule.name,
        "shortDescription": {"text": rule.finds},
        "fullDescription": {"text": rule.why},
        "help": {
            "text": "\n\n".join([rule.finds, *(f"{title}: {words}" for title, words in sections), source]),
            "markdown": "\n\n".join([rule.finds, *(f"**{title}:** {words}" for title, words in sections), source]),
        },
        "defaultConfiguration": {"level": rule.severity.value},
        "properties": {"tags": ["good-practice" if rule.paragraph.section == "-" else f"section-{rule.paragraph.section}"], "cases": sorted(rule.cases)},
    }


def _gap_kind(reason: Reason) -> dict[str, Any]:
    advice = "Do what the notification says, or look at that part yourself; then check again."
    return {
        "id": reason.value,
        "shortDescription": {"text": f"Not checked: {reason.value}."},
        "fullDescription": {"text": f"A file or a part of one was not checked ({reason.value}), so the results don't cover it."},
        "help": {"text": advice, "markdown": advice},
    }


def _uri(path: str) -> str:
    """Return a path as a URI reference; an absolute one as a file: URI."""
    pure = PurePath(path)
    if pure.is_absolute():
        return pure.as_uri()
    return quote(pure.as_posix(), safe="/", errors="backslashreplace")


def _artifact(document: DocumentResult) -> dict[str, Any]:
    properties = {"status": document.status.value, "pages": document.pages, "pages_read": document.coverage.pages_read}
    if document.format:
        properties["format"] = document.format
    artifact: dict[str, Any] = {"location": {"uri": _uri(document.path)}, "roles": ["analysisTarget"], "properties": properties}
    if document.sha256:
        artifact["hashes"] = {"sha-256": document.sha256}
    return artifact


def _artifact_location(document: DocumentResult, index: int) -> dict[str, Any]:
    return {"uri": _uri(document.path), "index": index}


def _result(finding: Finding, document: DocumentResult, index: int, codes: list[str]) -> dict[str, Any]:
    where = _words.place(finding, document.format)
    told = f"{finding.message} {finding.remedy}" + (f" (At: {where}.)" if where else "")
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": codes.index(finding.rule),
        "level": finding.severity.value,
        "rank": round(finding.confidence * 100, 1),
        "message": {"text": told},
        "locations": [_location(finding, document, index, where)],
        "properties": _properties(finding),
    }
    if finding.fingerprint:
        result["partialFingerprints"] = {"materialsLint/v1": finding.fingerprint}
    if finding.location.box is not None:
        result["attachments"] = [_attachment(finding, finding.location, document, index)]
    return result


def _location(finding: Finding, document: DocumentResult, index: int, where: str) -> dict[str, Any]:
    # Drafts have pages, not lines. GitHub wants a line, so the first one stands for the file; the logical location, the
    # attachment's rectangle and the properties say where it is.
    region: dict[str, Any] = {"startLine": 1}
    if finding.evidence.text:
        region["snippet"] = {"text": finding.evidence.text}
    physical = {"artifactLocation": _artifact_location(document, index), "region": region}
    member = f"{one_line(finding.location.member)}/" if finding.location.member else ""
    page = f"page {finding.location.page}/" if finding.location.page is not None else ""
    return {
        "physicalLocation": physical,
        "logicalLocations": [{"name": where or finding.location.part.value, "fullyQualifiedName": f"{member}{page}{finding.location.part.value}"}],
    }


def _attachment(finding: Finding, location: Location, document: DocumentResult, index: int) -> dict[str, Any]:
    assert location.box is not None  # noqa: S101 - the caller looked
    left, top, right, bottom = location.box.as_list()
    return {
        "description": {"text": f"{finding.name} on page {location.page or 1}"},
        "artifactLocation": _artifact_location(document, index),
        "rectangles": [{"top": top, "left": left, "bottom": bottom, "right": right, "message": {"text": finding.message}}],
    }


def _properties(finding: Finding) -> dict[str, Any]:
    location = finding.location
    properties = {
        "case": finding.case,
        "confidence": finding.confidence,
        "remedy": finding.remedy,
        "guidance": _words.guidance(finding.guidance),
        "page": location.page,
        "also_on_pages": list(location.also_on) or None,
        "part": location.part.value,
        "member": location.member,
        "unit": location.unit.value if location.unit else None,
        "origin": finding.evidence.origin.value,
        "mark": finding.evidence.mark,
        "before": finding.evidence.before or None,
        "after": finding.evidence.after or None,
    }
    return {key: value for key, value in properties.items() if value is not None}


def _notification(gap: Gap, document: DocumentResult, index: int) -> dict[str, Any]:
    where = _words.gap_place(gap)
    return {
        "descriptor": {"id": gap.reason.value, "index": list(Reason).index(gap.reason)},
        "level": "error",
        "message": {"text": f"{where}: {gap.message}" if where else gap.message},
        "locations": [{"physicalLocation": {"artifactLocation": _artifact_location(document, index)}}],
    }


REPORT = ReportFormat("sarif", "SARIF 2.1.0, for code scanning", _render, machine=True)
