"""The report for people, on a terminal or in a plain text file."""

from __future__ import annotations

from collections.abc import Iterator

from materials_lint.model.document import Gap
from materials_lint.model.finding import Evidence, Finding, Severity
from materials_lint.model.report import DocumentResult, Report
from materials_lint.reports import _protection, _settings, _words
from materials_lint.reports.base import ReportFormat, View
from materials_lint.terminal import Screen, breaks, columns, indented, one_line, pad, shorten, visible

WIDEST = 110
_LONGEST_EVIDENCE = 400
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_LABEL = 8


def _render(report: Report, view: View) -> str:
    screen = Screen(max(40, min(view.screen.width, WIDEST)), view.screen.colour, view.screen.unicode)
    lines: list[str] = []
    for document in report.documents:
        loud = bool(document.findings or document.gaps)
        lines += [""] * (loud and bool(lines) and bool(lines[-1]))
        lines += _document(document, report.profile, screen)
        lines += [""] * loud
    if lines and lines[-1]:
        lines.append("")
    lines += _summary(report, view, screen)
    return "\n".join(lines) + "\n"


def _document(document: DocumentResult, profile: str, screen: Screen) -> Iterator[str]:
    name, *more = indented(visible(document.path), screen.width)
    yield screen.paint(name, "bold") + _facts(document, screen, screen.width - columns(name) if not more else 0)
    yield from (screen.paint(line, "bold") for line in more)
    for finding in document.findings:
        yield ""
        yield from _finding(finding, document, profile, screen)
    for gap in _words.gaps(document):
        yield ""
        yield from _gap(gap, screen)


def _facts(document: DocumentResult, screen: Screen, room: int) -> str:
    words = [document.format or "", _words.count(document.pages, "page") if document.pages else ""]
    clean = not document.findings and not _words.gaps(document)
    facts = "".join(f" {screen.dot} {word}" for word in words if word)
    verdict = f" {screen.dot} nothing found" if clean else ""
    if columns(facts + verdict) > room:
        return ""
    return screen.paint(facts, "dim") + screen.paint(verdict, "green")


def _finding(finding: Finding, document: DocumentResult, profile: str, screen: Screen) -> Iterator[str]:
    colour = _COLOURS[finding.severity]
    words = [f"{finding.rule} {finding.name}", _words.place(finding, document.format)]
    if profile == "reviewer":
        words += [f"confidence {_words.confidence(finding.confidence)}", f"case {finding.case}"]
    yield from _heading(finding.severity.value, f" {screen.dot} ".join(word for word in words if word), colour, screen)
    yield from _passage(finding.evidence, colour, screen)
    yield from _labelled("Why", finding.message, screen)
    yield from _labelled("To do", finding.remedy, screen)
    yield from _labelled("Source", _words.guidance(finding.guidance), screen)


def _gap(gap: Gap, screen: Screen) -> Iterator[str]:
    where = _words.gap_place(gap)
    yield from _heading("not checked", f"{where} {screen.dot} {gap.reason}" if where else gap.reason, "red", screen)
    yield from indented(one_line(gap.message), screen.width, " " * 4)


def _heading(kind: str, words: str, colour: str, screen: Screen) -> Iterator[str]:
    first, *more = indented(words, screen.width, f"  {kind}  ", " " * 4)
    yield "  " + screen.paint(kind, "bold", colour) + "  " + screen.paint(first[len(kind) + 4 :], "bold")
    yield from (screen.paint(line, "bold") for line in more)


def _labelled(label: str, words: str, screen: Screen) -> Iterator[str]:
    lead = " " * 4 + pad(label, _LABEL)
    first, *more = indented(one_line(words) or "-", screen.width, lead)
    yield " " * 4 + screen.paint(pad(label, _LABEL), "dim") + first[len(lead) :]
    yield from more


def _passage(evidence: Evidence, colour: str, screen: Screen) -> Iterator[str]:
    """Draw what was seen: a mark by its name, words among their neighbours."""
    if evidence.mark is not None:
        yield from _set_off("looks like the reference mark ", one_line(evidence.mark), "", colour, screen)
    if evidence.text:
        before, after = _words.neighbours(evidence, screen.ellipsis)
        yield from _set_off(before, shorten(one_line(evidence.text), _LONGEST_EVIDENCE, f" {screen.ellipsis} "), after, colour, screen)


def _set_off(before: str, found: str, after: str, colour: str, screen: Screen) -> Iterator[str]:
    """Draw `found` among its neighbours, set off by colour, or by >> and << where there is none."""
    found = found if screen.colour else f">>{found}<<"
    text = before + found + after
    start, end = len(before), len(before + found)
    for first, last in breaks(text, screen.width - 6):
        parts = (text[first : min(last, start)], text[max(first, start) : min(last, end)], text[max(first, end) : last])
        marked = screen.paint(parts[1], "bold", "underline", colour)
        yield "    " + screen.paint(screen.bar, "dim") + " " + parts[0] + marked + parts[2]


def _summary(report: Report, view: View, screen: Screen) -> Iterator[str]:
    yield screen.paint(screen.rule * min(screen.width, 40), "dim")
    yield from indented(_words.totals(report), screen.width)
    for sentence in (*_settings.told(report), *_protection.told(report)):
        yield from indented(sentence, screen.width)
    if report.gap_count() or not report.fully_checked() or any(_words.is_failure(f, view.fail_on) for d in report.documents for f in d.findings):
        style = "yellow"
    else:
        style = "green"
    yield from (screen.paint(line, "bold", style) for line in indented(_words.meaning(report, view.fail_on), screen.width))


REPORT = ReportFormat("text", "for people, on a terminal or in a file", _render)
