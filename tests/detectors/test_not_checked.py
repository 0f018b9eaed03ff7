"""D01: each reason for which something was not read gets a remedy that helps."""

from __future__ import annotations

import pytest

from materials_lint import api
from materials_lint.detectors import detectors
from materials_lint.detectors.base import Tools
from materials_lint.model.document import Document, Gap, Page, Reason, TextBlock
from materials_lint.model.finding import Finding, Severity
from materials_lint.policy.configuration import Configuration

READ = (Page(1, (TextBlock("Five priorities"),)),)


def detect(gap: Gap, pages: tuple[Page, ...] = ()) -> Finding:
    detector = next(d for d in detectors() if "D01" in d.rules)
    (finding,) = detector.detect(Document("text", pages, gaps=(gap,)), Tools(Configuration(), api.rules()))
    return finding


@pytest.mark.parametrize(
    ("reason", "pages", "case", "remedy"),
    [
        (Reason.MISSING, (), "missing", "Check the spelling of the name and the folder you are in."),
        (Reason.NO_FILES, (), "no-files", "that the drafts lie in it"),
        (Reason.NOT_REGULAR, (), "not-a-file", "Name the document itself"),
        (Reason.NO_PERMISSION, (), "no-permission", "the right to read it"),
        (Reason.MISSING, READ, "elsewhere", "Ask for that part"),
        (Reason.DAMAGED, (), "whole", "Mend it"),
        (Reason.DAMAGED, READ, "part", "that part with your own eyes"),
        (Reason.NOT_EXAMINED, READ, "pictures", "Look at the pictures yourself"),
    ],
)
def test_each_reason_has_its_own_advice(reason: Reason, pages: tuple[Page, ...], case: str, remedy: str) -> None:
    finding = detect(Gap(reason, "This is why."), pages)
    assert finding.case == case
    assert remedy in finding.remedy
    assert "This is why." in finding.message


@pytest.mark.parametrize("reason", [r for r in Reason if r is not Reason.NOT_EXAMINED])
@pytest.mark.parametrize("pages", [(), READ])
def test_what_was_not_read_is_an_error(reason: Reason, pages: tuple[Page, ...]) -> None:
    assert detect(Gap(reason, "This is why."), pages).severity is Severity.ERROR


def test_place_of_the_gap_is_kept() -> None:
    finding = detect(Gap(Reason.MISSING, "This is why.", page=2, member="annex.pdf"))
    assert (finding.case, finding.location.page, finding.location.member) == ("elsewhere", 2, "annex.pdf")


def test_the_note_is_not_cited() -> None:
    assert detect(Gap(Reason.CRASH, "This is why.")).guidance.section == "-"
    assert "Not a paragraph of the Note" in api.explain("D01").paragraph.says
