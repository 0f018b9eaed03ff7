"""The words that the reports share: places, counts, and what a run means."""

from __future__ import annotations

from collections.abc import Sequence

from materials_lint.model.document import Gap, Origin, Part, Reason
from materials_lint.model.finding import Citation, Evidence, Finding, Severity
from materials_lint.model.report import DocumentResult, Report, Status
from materials_lint.policy.rules import SURROUNDINGS
from materials_lint.terminal import one_line

_PARTS = {
    Part.BODY: "",
    Part.HEADER: "header",
    Part.FOOTER: "footer",
    Part.NOTE: "note",
    Part.COMMENT: "comment",
    Part.QUOTED: "quoted text",
    Part.MAIL_HEADER: "mail header",
    Part.FORM: "form",
    Part.ANNOTATION: "annotation",
    Part.MASTER: "slide master",
    Part.IMAGE: "picture",
    Part.METADATA: "file properties",
}
_ORIGINS = {
    Origin.OCR: "read from a picture",
    Origin.ALT_TEXT: "description of a picture",
    Origin.TRACKED_CHANGE: "tracked change",
    Origin.HIDDEN: "hidden text",
    Origin.LINK_TARGET: "link target",
    Origin.FORM_FIELD: "form field",
}
NOT_CHECKED = "D01"
_MOST_RANGES = 8
_PAGES = {"slides": "slide", "sheets": "sheet"}


def guidance(citation: Citation) -> str:
    """E.g. "Guidance Note 17-01, section A, example 3", or "Good practice of this tool; the Note does not speak of it" (section "-")."""
    if citation.section == "-":
        return f"{citation.paragraph.capitalize()} of this tool; the Note does not speak of it"
    if len(citation.section) > 1:
        return f"Guidance Note {citation.note}, {citation.section} {citation.paragraph}"
    return f"Guidance Note {citation.note}, section {citation.section}, {citation.paragraph}"


def place(finding: Finding, format_: str | None = None) -> str:
    """E.g. "page 2, also on 4-6, footer, in letter.docx", escaped; empty where nothing more is known."""
    location = finding.location
    page = _PAGES.get(format_ or "", "page") if location.member is None else "page"
    words = [
        f"{page} {location.page}" if location.page is not None else "",
        f"also on {_ranges(location.also_on)}" if location.also_on else "",
        _PARTS[location.part],
        _ORIGINS.get(finding.evidence.origin, ""),
        f"in {one_line(location.member)}" if location.member else "",
    ]
    return ", ".join(word for word in words if word)


def _ranges(pages: tuple[int, ...]) -> str:
    """E.g. "2-4 and 7"; of very many the first ones, and how many more."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    words = [str(first) if first == last else f"{first}-{last}" for first, last in runs]
    if len(words) > _MOST_RANGES:
        rest = sum(last - first + 1 for first, last in runs[_MOST_RANGES:])
        words = [*words[:_MOST_RANGES], f"{rest} more"]
    return listed(words)


def listed(words: Sequence[str]) -> str:
    """E.g. "a", "a and b", "a, b and c"."""
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)


def gaps(document: DocumentResult) -> tuple[Gap, ...]:
    """Return the gaps that no finding of the document tells already, so that each is shown once.

    Where a document was not fully checked and nothing tells why, a gap is made that says so.
    """
    if document.status is not Status.CHECKED and not document.gaps:
        return (Gap(Reason.UNSUPPORTED, "This file was not fully checked, and the reason is not known. Save it as PDF and check that copy."),)
    told = [finding for finding in document.findings if finding.rule == NOT_CHECKED]
    return tuple(gap for gap in document.gaps if not _told(gap, told))


def _told(gap: Gap, told: list[Finding]) -> bool:
    for finding in told:
        if gap.message in finding.message and finding.location.member == gap.member:
            told.remove(finding)
            return True
    return False


def gap_place(gap: Gap) -> str:
    """Where a gap is, escaped; empty where it is the whole file."""
    words = [f"page {gap.page}" if gap.page is not None else "", f"in {one_line(gap.member)}" if gap.member else ""]
    return ", ".join(word for word in words if word)


def neighbours(evidence: Evidence, ellipsis: str = "…") -> tuple[str, str]:
    """Return what stands before and after the words found: no word cut in two, an ellipsis where there was more."""
    before, after = evidence.before, evidence.after
    if len(before) >= SURROUNDINGS:
        before = f"{ellipsis} " + before.partition(" ")[2] if " " in before.strip() else ellipsis + before
    if len(after) >= SURROUNDINGS:
        after = after.rpartition(" ")[0] + f" {ellipsis}" if " " in after.strip() else after + ellipsis
    first, last = one_line(before), one_line(after)
    return first + " " * (first != "" and before[-1:].isspace()), " " * (last != "" and after[:1].isspace()) + last


def count(number: int, one: str, many: str | None = None) -> str:
    """E.g. "1 page", "2 pages"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def severities(report: Report) -> str:
    """E.g. "2 errors, 1 warning, 0 notes"."""
    found = report.findings_by_severity()
    return ", ".join(count(found[s], s.value) for s in sorted(Severity, key=lambda s: -s.rank))


def totals(report: Report) -> str:
    """Files, pages, findings by severity, gaps, in one line."""
    gaps = report.gap_count()
    whole = "what was not left out was checked" if report.settings.narrowed else "everything was checked"
    unread = f"{count(gaps, 'part')} not checked" if gaps else whole if report.fully_checked() else "not everything was checked"
    return f"{count(len(report.documents), 'file')}, {count(report.page_count(), 'page')}: {severities(report)}; {unread}."


def meaning(report: Report, fail_on: Severity) -> str:
    """Return one plain sentence of what the run means."""
    failing = sum(is_failure(f, fail_on) for d in report.documents for f in d.findings if f.rule != NOT_CHECKED)
    if not report.documents:
        return "Nothing was checked, so this says nothing about your materials."
    if not report.fully_checked() or report.gap_count():
        also = f", and {count(failing, 'place')} should be changed" if failing else ""
        return f"Not everything could be checked{also}: follow the advice above, then check again."
    if failing:
        return f"{count(failing, 'place does', 'places do')} not sit well with the guidance: change what is marked, or ask the Ethics Office, before this goes out."
    if sum(report.findings_by_severity().values()):
        return "Nothing has to be changed, but read the findings above and decide for yourself."
    return "Nothing was found that does not sit well with the guidance; when in doubt, ask the Ethics Office."


def is_failure(finding: Finding, fail_on: Severity) -> bool:
    return finding.severity.rank >= fail_on.rank


def confidence(value: float) -> str:
    """E.g. "0.95"."""
    return f"{value:.2f}"
