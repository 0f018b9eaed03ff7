"""The report for programs. Its shape is `schemas/report.schema.json`; a new shape gets a new `schema_version`."""

from __future__ import annotations

import json
from typing import Any

from materials_lint.model.document import Gap
from materials_lint.model.finding import Evidence, Finding, Location, Severity
from materials_lint.model.report import DocumentResult, Report
from materials_lint.reports import _protection, _settings
from materials_lint.reports.base import ReportFormat, View

SCHEMA_VERSION = 1


def _render(report: Report, _view: View) -> str:
    return json.dumps(as_data(report), indent=2) + "\n"


def as_data(report: Report) -> dict[str, Any]:
    """Return the report as plain data, ready for JSON."""
    found = report.findings_by_severity()
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "materials-lint", "version": report.version},
        "profile": report.profile,
        "settings": _settings.as_data(report.settings),
        "protection": _protection.as_data(report.protection),
        "documents": [_document(document) for document in report.documents],
        "summary": {
            "documents": len(report.documents),
            "findings": {severity.value: found[severity] for severity in sorted(Severity, key=lambda s: -s.rank)},
            "gaps": report.gap_count(),
        },
    }


def _document(document: DocumentResult) -> dict[str, Any]:
    coverage = document.coverage
    return {
        "path": document.path,
        "sha256": document.sha256,
        "format": document.format,
        "status": document.status.value,
        "pages": document.pages,
        "coverage": {"pages_read": coverage.pages_read, "pages_ocr": coverage.pages_ocr, "languages": list(coverage.languages)},
        "findings": [_finding(finding) for finding in document.findings],
        "gaps": [_gap(gap) for gap in document.gaps],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "name": finding.name,
        "case": finding.case,
        "severity": finding.severity.value,
        "confidence": finding.confidence,
        "message": finding.message,
        "remedy": finding.remedy,
        "guidance": {"note": finding.guidance.note, "section": finding.guidance.section, "paragraph": finding.guidance.paragraph},
        "location": _location(finding.location),
        "evidence": _evidence(finding.evidence),
        "fingerprint": finding.fingerprint,
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "text": evidence.text,
        "before": evidence.before,
        "after": evidence.after,
        "mark": evidence.mark,
        "picture": evidence.picture,
        "origin": evidence.origin.value,
    }


def _location(location: Location) -> dict[str, Any]:
    return {
        "page": location.page,
        "also_on_pages": list(location.also_on),
        "box": location.box.as_list() if location.box else None,
        "unit": location.unit.value if location.unit else None,
        "part": location.part.value,
        "member": location.member,
    }


def _gap(gap: Gap) -> dict[str, Any]:
    return {"reason": gap.reason.value, "page": gap.page, "member": gap.member, "message": gap.message}


REPORT = ReportFormat("json", "for programs: everything, in a stable shape", _render, machine=True)
