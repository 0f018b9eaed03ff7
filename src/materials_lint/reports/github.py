"""Workflow commands of GitHub Actions: each finding and gap is an annotation at its file."""

from __future__ import annotations

from collections.abc import Iterator

from materials_lint.model.document import Gap
from materials_lint.model.finding import Finding, Severity
from materials_lint.model.report import DocumentResult, Report
from materials_lint.reports import _settings, _words
from materials_lint.reports.base import ReportFormat, View
from materials_lint.terminal import one_line, shorten, visible

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_LONGEST_EVIDENCE = 200


def _render(report: Report, view: View) -> str:
    lines = [line for document in report.documents for line in _document(document)]
    return "\n".join([*lines, " ".join([_words.totals(report), _words.meaning(report, view.fail_on), *_settings.told(report)])]) + "\n"


def _document(document: DocumentResult) -> Iterator[str]:
    for finding in document.findings:
        title = ", ".join(word for word in (f"{finding.rule} {finding.name}", _words.place(finding, document.format)) if word)
        yield _command(_COMMANDS[finding.severity], document.path, title, _message(finding))
    for gap in _words.gaps(document):
        yield _command("error", document.path, _gap_title(gap), one_line(gap.message))


def _message(finding: Finding) -> str:
    seen = shorten(one_line(finding.evidence.text or finding.evidence.mark or ""), _LONGEST_EVIDENCE)
    words = [one_line(finding.message), f"Seen: {seen}" if seen else "", f"To do: {one_line(finding.remedy)}", f"({_words.guidance(finding.guidance)})"]
    return "\n".join(word for word in words if word)


def _gap_title(gap: Gap) -> str:
    where = _words.gap_place(gap)
    return f"Not checked ({gap.reason})" + (f", {where}" if where else "")


def _command(command: str, path: str, title: str, message: str) -> str:
    return f"::{command} file={_property(visible(path))},title={_property(title)}::{_data(message)}"


def _data(text: str) -> str:
    """Escape as the runner expects in a command's message."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escape as the runner expects in a command's property."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


REPORT = ReportFormat("github", "annotations in GitHub Actions", _render)
