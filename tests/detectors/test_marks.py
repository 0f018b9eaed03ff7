"""A01 to A03: cases, places, and the same picture on several pages; A04: the emblem above a letterhead's words."""

from __future__ import annotations

import pytest

from materials_lint import api
from materials_lint.detectors import detectors
from materials_lint.detectors.base import Tools
from materials_lint.model.document import Document, Origin, Page, Part, Picture, Sighting, TextBlock
from materials_lint.model.finding import Finding, Severity
from materials_lint.model.geometry import Box, Unit
from materials_lint.policy.configuration import Configuration

TOP, LOW = Box(50, 40, 110, 100), Box(400, 700, 460, 760)


def detect(code: str, document: Document) -> list[Finding]:
    detector = next(d for d in detectors() if code in d.rules)
    return list(detector.detect(document, Tools(Configuration(), api.rules())))


def seen(page: int = 1, box: Box = TOP, confidence: float = 0.95, rule: str = "A01") -> Sighting:
    return Sighting("itu-emblem-flat", "ITU emblem, flat", rule, confidence, page, box)


def letter(*lines: str, emblem: Box | None = TOP) -> Document:
    blocks = tuple(TextBlock(line, page=1, box=Box(120, 50 + 20 * n, 500, 65 + 20 * n)) for n, line in enumerate(lines))
    return Document("pdf", (Page(1, blocks, width=595, height=842),), unit=Unit.POINT, sightings=(seen(box=emblem),) if emblem else ())


@pytest.mark.parametrize(
    ("document", "case"),
    [
        (Document("pdf", sightings=(seen(),)), "page"),
        (Document("pdf", sightings=(seen(confidence=0.79),)), "unsure"),
        (Document("image", sightings=(seen(),)), "picture"),
        (Document("image", sightings=(seen(),), member="a.png", part_in_parent=Part.MASTER), "running"),
        (Document("image", sightings=(seen(confidence=0.5),), member="a.png", part_in_parent=Part.FOOTER), "unsure"),
    ],
)
def test_the_case_tells_where_it_is_and_how_sure(document: Document, case: str) -> None:
    (finding,) = detect("A01", document)
    assert (finding.case, finding.severity) == (case, Severity.ERROR)
    assert (finding.evidence.text, finding.evidence.mark, finding.evidence.origin) == (None, "ITU emblem, flat", Origin.PICTURE)
    assert ("looks like" in finding.message) == (case == "unsure")
    assert "electoral purposes" in finding.remedy


def test_a_rule_tells_its_own_marks_only() -> None:
    document = Document("pdf", sightings=(seen(), seen(rule="A03", box=LOW)))
    assert [len(detect(code, document)) for code in ("A01", "A02", "A03")] == [1, 0, 1]


def test_the_same_picture_on_several_pages_is_told_once() -> None:
    pages = tuple(Page(n, (), (Picture("p", n, Box(0, 0, 200, 200), sha256="a" * 64),)) for n in (1, 2, 3))
    document = Document("pdf", pages, sightings=(seen(1, confidence=0.85), seen(3, confidence=0.97), seen(2, LOW)))
    first, other = detect("A01", document)
    assert (first.location.page, first.location.also_on, first.confidence) == (1, (3,), 0.97)
    assert (other.location.page, other.location.also_on) == (2, ())


def test_a_picture_inside_names_the_pages_of_its_document() -> None:
    (finding,) = detect("A01", Document("image", (Page(1),), member="image1.png", sightings=(seen(),), page_in_parent=2, also_in_parent=(5, 6)))
    assert (finding.location.page, finding.location.also_on) == (None, (5, 6))


@pytest.mark.parametrize("line", ["International Telecommunication Union", "Telecommunication Standardization Bureau", "TSB Circular 237"])
def test_one_cue_under_the_emblem_is_a_letterhead(line: str) -> None:
    (finding,) = detect("A04", letter(line, "", "My programme for the years to come"))
    assert finding.severity is Severity.ERROR
    assert "the emblem at the top" in finding.message


@pytest.mark.parametrize(
    "document",
    [
        letter("International Telecommunication Union", "", "My programme", emblem=None),
        letter("International Telecommunication Union", "", "My programme", emblem=LOW),
        letter("ITU", "My programme for the years to come"),
        letter("ITU 2027", "Vote for Ines Halloran"),
        letter("MINISTRY OF DIGITAL AFFAIRS", "To: International Telecommunication Union", "Dear Madam,"),
    ],
)
def test_what_is_no_letterhead_even_so(document: Document) -> None:
    assert detect("A04", document) == []


def test_the_emblem_makes_a_letterhead_surer() -> None:
    lines = ("International Telecommunication Union", "General Secretariat", "Geneva, 4 May 2026")
    (without,), (with_it,) = detect("A04", letter(*lines, emblem=None)), detect("A04", letter(*lines))
    assert with_it.confidence > without.confidence


def test_an_emblem_in_a_header_counts_where_pages_are_not_known() -> None:
    text = Page(None, (TextBlock("International Telecommunication Union"), TextBlock("My programme")))
    header = Document("image", sightings=(seen(),), member="word/media/image1.png", part_in_parent=Part.HEADER)
    assert len(detect("A04", Document("word", (text,), children=(header,)))) == 1
    assert detect("A04", Document("word", (text,))) == []
