"""Markdown for a mail or an issue. Nothing of a draft becomes a link, markup or HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from materials_lint.model.document import Gap
from materials_lint.model.finding import Evidence, Finding
from materials_lint.model.report import DocumentResult, Report
from materials_lint.reports import _protection, _settings, _words
from materials_lint.reports.base import ReportFormat, View
from materials_lint.terminal import one_line, shorten, visible

_LONGEST_EVIDENCE = 400
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_PLAIN = re.compile(r"^[(\"“‘«]*[^\W_]+(?:['’-][^\W_]+)*[)\"”’».,;:!?]*$")
_LINKS_ITSELF = re.compile(r"[@#:/\\]|[^\W_]\.[^\W_]", re.UNICODE)


def _render(report: Report, view: View) -> str:
    lines = ["# Campaign materials: what was found", "", f"{_words.totals(report)} **{_words.meaning(report, view.fail_on)}**", ""]
    settings = [*_settings.told(report), *_protection.told(report)]
    lines += [" ".join(_text(sentence) for sentence in settings), ""] if settings else []
    for document in report.documents:
        lines += _document(document, report.profile)
    lines += [f"Checked by materials-lint {_text(report.version)}, profile {_text(report.profile)}. This is advice, not a ruling."]
    return "\n".join(lines) + "\n"


def _document(document: DocumentResult, profile: str) -> Iterator[str]:
    yield f"## {_code(visible(document.path))}"
    yield ""
    gaps = _words.gaps(document)
    if not document.findings and not gaps:
        yield "Nothing was found."
        yield ""
    for finding in document.findings:
        yield from _finding(finding, document, profile)
    for gap in gaps:
        yield from _gap(gap)


def _finding(finding: Finding, document: DocumentResult, profile: str) -> Iterator[str]:
    sure = f", confidence {_words.confidence(finding.confidence)}" if profile == "reviewer" else ""
    where = _words.place(finding, document.format)
    yield f"- **{finding.severity.value}** {_text(f'{finding.rule} {finding.name}')}{f', {_text(where)}' if where else ''}{sure}"
    seen = _evidence(finding.evidence)
    if seen:
        yield f"  - Seen: {seen}"
    yield f"  - Why: {_text(finding.message)}"
    yield f"  - To do: {_text(finding.remedy)}"
    yield f"  - Source: {_text(_words.guidance(finding.guidance))}"
    yield ""


def _gap(gap: Gap) -> Iterator[str]:
    where = _words.gap_place(gap)
    yield f"- **not checked**{', ' + _text(where) if where else ''} ({gap.reason.value}): {_text(gap.message)}"
    yield ""


def _evidence(evidence: Evidence) -> str:
    if not evidence.text:
        return f"the reference mark {_code(one_line(evidence.mark))}" if evidence.mark else ""
    found = shorten(one_line(evidence.text), _LONGEST_EVIDENCE)
    before, after = (part.strip() for part in _words.neighbours(evidence))
    return " ".join([_code(before)] * bool(before) + [f"**{_code(found)}**"] + [_code(after)] * bool(after))


def _code(text: str) -> str:
    """Put `text` into a code span, where neither links nor mentions nor HTML are read."""
    fence = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    blank = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{blank}{text or ' '}{blank}{fence}"


def _text(text: str) -> str:
    """Escape running text word by word; what a reader's program would make a link or mention becomes code."""
    return " ".join(_word(word) for word in one_line(text).split(" "))


def _word(word: str) -> str:
    if _PLAIN.match(word) or not word:
        return word
    inner = word.lstrip("(")
    bare = inner.rstrip(".,;:!?") if "(" in inner else inner.rstrip(".,;:!?)")
    if _LINKS_ITSELF.search(bare):
        return r"\(" * (len(word) - len(inner)) + _code(bare) + inner[len(bare) :].replace(")", r"\)")
    return _PUNCTUATION.sub(r"\\\1", word)


REPORT = ReportFormat("markdown", "for a mail or an issue", _render)
