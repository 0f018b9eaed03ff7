from __future__ import annotations

import os
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from materials_lint import api, extractors
from materials_lint.engine import reading
from materials_lint.extractors.base import Format
from materials_lint.model.document import Document, Page, Reason, TextBlock
from materials_lint.model.report import Status
from materials_lint.model.source import Extraction, Limits, Source
from materials_lint.policy.configuration import Configuration


def _page(number: int) -> Page:
    return Page(number + 1, (TextBlock(f"Write to me: {number}@itu.int", page=number + 1),))


def _read_pages(source: Source, _limits: Limits, pages: tuple[int, int]) -> Extraction:
    bad = int(source.data.split(b":")[1])
    if pages[0] <= bad < pages[1]:
        os.abort()
    return Extraction(Document("booklet", tuple(_page(n) for n in range(*pages)), page_count=200))


def _read(source: Source, limits: Limits) -> Extraction:
    return _read_pages(source, limits, (0, 200))


BOOKLET = Format("booklet", "a made-up format", lambda s: 1.0 if s.data.startswith(b"booklet:") else 0.0, _read, lambda _: 200, _read_pages)


@pytest.fixture
def with_booklets(monkeypatch: pytest.MonkeyPatch) -> None:
    formats = extractors.formats()
    monkeypatch.setattr(reading, "formats", lambda: (*formats, BOOKLET))


@pytest.mark.usefixtures("with_booklets")
@pytest.mark.skipif(os.name == "nt", reason="workers there do not inherit the made-up format")
def test_a_bad_page_of_a_long_document_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.booklet").write_bytes(b"booklet:77")
    (result,) = api.check([str(tmp_path / "a.booklet")], jobs=2).documents
    assert result.status is Status.PARTIAL
    assert [(gap.reason, gap.page) for gap in result.gaps] == [(Reason.CRASH, 78)]
    assert len([f for f in result.findings if f.rule == "A05"]) == 199
    assert result.pages == 200


@pytest.mark.skipif(os.name == "nt", reason="workers there do not inherit the made-up format")
def test_a_file_that_crashes_its_reader_is_lost_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(_source: Source, _limits: Limits) -> Extraction:
        os.abort()

    formats = extractors.formats()
    bad = Format("bad", "crashes", lambda s: 1.0 if s.data == b"bad" else 0.0, crash)
    monkeypatch.setattr(reading, "formats", lambda: (*formats, bad))
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text("Write to me: a@itu.int" if number != 3 else "bad")
    documents = api.check([str(tmp_path)], jobs=2).documents
    assert [d.status for d in documents] == [Status.UNREADABLE if n == 3 else Status.CHECKED for n in range(6)]
    assert [gap.reason for gap in documents[3].gaps] == [Reason.CRASH]
    assert [f.rule for f in documents[3].findings] == ["D01"]


def test_the_report_is_the_same_for_any_number_of_jobs(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "long.pdf"), invariant=True)
    for number in range(150):
        canvas.drawString(72, 700, f"Page {number}: write to me at page{number}@itu.int")
        canvas.drawString(72, 30, "Campaign of A. Nwosu, +41 22 730 51 11")
        canvas.showPage()
    canvas.save()
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(f"Follow me: twitter.com/ITU, {number}")
    reports = [api.check([str(tmp_path)], jobs=jobs) for jobs in (0, 1, 3)]
    assert reports[0] == reports[1] == reports[2]
    long = next(d for d in reports[0].documents if d.path.endswith("long.pdf"))
    assert long.pages == 150
    assert len({f.subject for f in long.findings if f.rule == "A05"}) == 150
    assert [f.location.page for f in long.findings if f.rule == "A08"] == [1]


def test_progress_counts_to_the_end(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text("words")
    seen: list[tuple[int, int]] = []
    api.check([str(tmp_path)], Configuration(), jobs=2, progress=lambda done, total, _: seen.append((done, total)))
    assert seen == [(0, 3), (1, 3), (2, 3), (3, 3)]
