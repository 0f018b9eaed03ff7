"""From a document to its findings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from materials_lint.detectors import detectors
from materials_lint.detectors.base import Tools
from materials_lint.model.document import Document, Gap, Reason
from materials_lint.model.finding import Finding


def detect(document: Document, tools: Tools) -> tuple[list[Finding], list[Gap]]:
    """Ask every detector about the document and all files inside it; a detector that fails becomes a gap."""
    findings: list[Finding] = []
    gaps: list[Gap] = []
    for part in document.tree():
        told = _told(findings, part) if part.alternative else {}
        for detector in detectors():
            if not any(code in tools.rules for code in detector.rules):
                continue
            try:
                findings.extend(f for f in _placed(detector.detect(part, tools), part) if f.severity.rank > told.get((f.rule, f.subject), -1))
            except Exception as error:  # noqa: BLE001 - one detector's mistake must not hide what the others find
                gaps.append(Gap(Reason.CRASH, f"Rule {'/'.join(detector.rules)} failed on this file ({type(error).__name__}). Please report it.", member=part.member))
    return findings, gaps


def _told(findings: list[Finding], part: Document) -> dict[tuple[str, str], int]:
    """Return what was already found in the mail whose other half this is, with the gravest severity."""
    told: dict[tuple[str, str], int] = {}
    for finding in findings:
        if finding.location.member == part.member:
            key = (finding.rule, finding.subject)
            told[key] = max(told.get(key, -1), finding.severity.rank)
    return told


def _placed(findings: Iterator[Finding], part: Document) -> Iterator[Finding]:
    for finding in findings:
        place = finding.location
        page = part.page_in_parent if part.page_in_parent is not None else place.page
        unit = part.unit if place.box is not None else None
        yield replace(finding, location=replace(place, page=page, member=place.member or part.member, unit=unit))
