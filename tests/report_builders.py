"""Invented reports for the tests of all formats, one of them hostile."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from materials_lint.model.document import Gap, Origin, Part, Reason
from materials_lint.model.finding import Citation, Evidence, Finding, Location, Severity
from materials_lint.model.geometry import Box, Unit
from materials_lint.model.report import Coverage, DocumentResult, Protection, Report, Settings, Status

HOSTILE = "\x1b[31m]]>\x00<script>alert(1)</script>|a|\n::error::x%0A [go](https://evil.example) `x` @team ![i](//e) \u202egnp.exe \ud800\ufffe & \x9b1m"
ARABIC = "للتواصل مع حملتي الانتخابية راسلوني على العنوان"


def finding(text: str | None = "amara.nwosu@itu.int", **more: Any) -> Finding:
    """Return a finding of A05 in the footer of page 1, with other values where given."""
    values: dict[str, Any] = {
        "rule": "A05",
        "name": "itu-email",
        "case": "contact",
        "severity": Severity.ERROR,
        "confidence": 0.95,
        "message": "The campaign can be reached at amara.nwosu@itu.int, an address of the Union.",
        "remedy": "Give a private address instead.",
        "guidance": Citation("17-01", "A", "example 3"),
        "location": Location(Part.FOOTER, 1, Box(10, 20.004, 110.5, 32), Unit.POINT),
        "evidence": Evidence(text, Origin.TEXT_LAYER, None, "Please write to ", " before the conference."),
        "subject": "amara.nwosu@itu.int",
        "fingerprint": "0123456789abcdef0123",
    }
    return Finding(**{**values, **more})


def document(path: str = "brochure.pdf", *findings: Finding, **more: Any) -> DocumentResult:
    """Return a fully checked PDF of three pages, with other values where given."""
    values: dict[str, Any] = {"sha256": "0" * 64, "format": "pdf", "status": Status.CHECKED, "pages": 3, "coverage": Coverage(3, 0, ("en",)), "gaps": ()}
    return DocumentResult(path=path, findings=findings, **{**values, **more})


def report(*documents: DocumentResult, profile: str = "candidate") -> Report:
    return Report("0.1.0", profile, documents, protection=Protection(network_refused=True, own_network=True, memory_limited=True))


def clean() -> Report:
    return report(document())


def narrowed(**more: Any) -> Report:
    """Return a clean report whose settings, lying among the drafts, left out rules and files; with other settings where given."""
    values: dict[str, Any] = {"file": "materials-lint.toml", "among_checked": True, "ignore": ("A", "D"), "exclude": ("*.pdf",), "excluded_files": 3}
    return replace(clean(), settings=Settings(**{**values, **more}))


def unread(path: str = "secret.pdf", **more: Any) -> DocumentResult:
    """Return a PDF that is locked."""
    gap = Gap(Reason.ENCRYPTED, "The file is locked with a password. Save a copy without one and check that.", **more)
    return document(path, status=Status.UNREADABLE, sha256=None, format=None, pages=0, coverage=Coverage(), gaps=(gap,))


def mixed(profile: str = "candidate") -> Report:
    """Return a report with findings of all severities, a picture's mark, an attachment, Arabic, a clean file, and gaps."""
    mark = finding(
        None,
        rule="A01",
        name="itu-emblem",
        case="picture",
        location=Location(Part.IMAGE, 2, Box(5, 5, 50, 50), Unit.PIXEL, "letter.docx/logo.png"),
        evidence=Evidence(None, Origin.TEXT_LAYER, "emblem-2019"),
    )
    arabic = finding(severity=Severity.WARNING, location=Location(Part.BODY, 3), evidence=Evidence("amara.nwosu@itu.int", Origin.OCR, None, ARABIC + " ", " " + ARABIC))
    note = finding(severity=Severity.NOTE, location=Location(Part.BODY, None))
    partial = document("slides.pptx", note, format="slides", status=Status.PARTIAL, gaps=(Gap(Reason.TIMEOUT, "It took too long. Check it alone.", 7, "inside.zip"),))
    return report(document("brochure.pdf", finding(), mark, arabic), partial, unread(), document("clean.pdf"), profile=profile)


def hostile() -> Report:
    """Return a report in which everything that can come from a draft is hostile."""
    nasty = finding(
        HOSTILE,
        message=f"Found {HOSTILE}",
        remedy=f"Remove {HOSTILE}",
        location=Location(Part.BODY, 1, None, None, f"a/{HOSTILE}"),
        evidence=Evidence(HOSTILE, Origin.HIDDEN, None, HOSTILE, HOSTILE),
        subject=HOSTILE,
    )
    return report(document(f"odd {HOSTILE}.pdf", nasty, status=Status.PARTIAL, gaps=(Gap(Reason.DAMAGED, f"Damaged {HOSTILE}", 1, HOSTILE),)))
