"""What is looked at, how often, and what is told of it. The eyes here see one thing: patches of pure magenta."""

from __future__ import annotations

import base64
import io
import os
from base64 import b64encode
from dataclasses import replace
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import numpy as np
import pytest
from PIL import Image, ImageDraw
from pptx import Presentation
from pptx.util import Cm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas as Paper
from tests.scenes import reference

from materials_lint import api, extractors
from materials_lint.engine import reading, seeing
from materials_lint.engine.reading import Reader
from materials_lint.engine.seeing import Eyes, distinct, rules_looked_for
from materials_lint.extractors.base import Canvas, Format
from materials_lint.model.document import Document, Gap, Page, Part, Reason, Sighting, TextBlock
from materials_lint.model.geometry import Box
from materials_lint.model.report import DocumentResult
from materials_lint.model.source import Extraction, Limits, Source
from materials_lint.policy.configuration import Check, Configuration
from materials_lint.vision.sight import Seen

MAGENTA = (255, 0, 255)


class Magenta:
    """Sees the emblem in every picture with magenta in it, and counts the looks."""

    def __init__(self) -> None:
        self.looks = 0

    def look(self, pixels: np.ndarray) -> list[Seen]:
        self.looks += 1
        rows, columns = np.nonzero((pixels[..., 0] > 200) & (pixels[..., 1] < 60) & (pixels[..., 2] > 200))
        if not len(rows):
            return []
        box = (float(columns.min()), float(rows.min()), float(columns.max() + 1), float(rows.max() + 1))
        return [Seen(reference("itu-emblem-flat"), box, 0.95)]


@pytest.fixture
def eyes(monkeypatch: pytest.MonkeyPatch) -> Magenta:
    made = Magenta()
    monkeypatch.setattr(seeing, "sight_for", lambda _rules, _own: made)
    return made


def picture(side: int = 60, colour: tuple[int, int, int] = MAGENTA) -> bytes:
    image = Image.new("RGB", (side * 2, side * 2), "white")
    ImageDraw.Draw(image).rectangle((side // 2, side // 2, side // 2 + side - 1, side // 2 + side - 1), fill=colour)
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


def check(path: Path, data: bytes, configuration: Configuration | None = None) -> DocumentResult:
    path.write_bytes(data)
    (result,) = api.check([str(path)], configuration, jobs=0).documents
    return result


def marks(result: DocumentResult) -> list[tuple[object, ...]]:
    return [(f.rule, f.case, f.location.page, f.location.also_on, f.location.part) for f in result.findings if f.rule == "A01"]


def pdf(*pages: str) -> bytes:
    buffer = io.BytesIO()
    paper = Paper(buffer, pagesize=(400, 500), invariant=1)
    for kind in pages:
        paper.drawString(50, 450, "Vote for Ines Halloran")
        if kind in {"drawn", "moved"}:
            paper.setFillColorRGB(1, 0, 1)
            paper.rect(100, 100 if kind == "drawn" else 200, 60, 60, stroke=0, fill=1)
        if kind == "pasted":
            paper.drawImage(ImageReader(io.BytesIO(picture())), 100, 300, 80, 80)
        paper.showPage()
    paper.save()
    return buffer.getvalue()


def test_a_drawn_mark_on_a_page_has_its_place_in_points(tmp_path: Path, eyes: Magenta) -> None:
    result = check(tmp_path / "a.pdf", pdf("plain", "drawn"))
    (finding,) = [f for f in result.findings if f.rule == "A01"]
    assert (finding.case, finding.location.page, finding.location.part, finding.evidence.mark) == ("page", 2, Part.BODY, "ITU emblem, flat")
    assert finding.location.box is not None
    assert finding.location.box.as_list() == pytest.approx([100, 340, 160, 400], abs=1)
    assert finding.location.unit == "pt"
    assert eyes.looks == 2


def test_one_picture_on_several_pages_is_one_finding(tmp_path: Path, eyes: Magenta) -> None:
    assert marks(check(tmp_path / "a.pdf", pdf("pasted", "plain", "pasted", "pasted"))) == [("A01", "page", 1, (3, 4), Part.BODY)]


def test_a_mark_drawn_in_the_same_place_of_several_pages_is_one_finding(tmp_path: Path, eyes: Magenta) -> None:
    assert [row[2:4] for row in marks(check(tmp_path / "a.pdf", pdf("drawn", "plain", "drawn", "drawn")))] == [(1, (3, 4))]


def test_marks_drawn_in_different_places_are_told_for_each(tmp_path: Path, eyes: Magenta) -> None:
    assert [row[2:4] for row in marks(check(tmp_path / "a.pdf", pdf("drawn", "moved")))] == [(1, ()), (2, ())]


def test_the_place_itself_is_kept_as_a_small_picture(tmp_path: Path, eyes: Magenta) -> None:
    (finding,) = [f for f in check(tmp_path / "a.pdf", pdf("drawn")).findings if f.rule == "A01"]
    kind, _, packed = (finding.evidence.picture or "").partition(",")
    assert kind == "data:image/jpeg;base64"
    with Image.open(io.BytesIO(base64.b64decode(packed))) as crop:
        assert max(crop.size) <= 160
        middle = np.asarray(crop.convert("RGB"))[crop.height // 2, crop.width // 2]
    assert np.abs(middle.astype(int) - (255, 0, 255)).max() < 15


def test_a_long_file_is_looked_at_in_ranges_and_told_in_order(tmp_path: Path, eyes: Magenta) -> None:
    pages = ["plain"] * 20
    pages[3] = pages[18] = "drawn"
    result = check(tmp_path / "a.pdf", pdf(*pages))
    assert [row[2:4] for row in marks(result)] == [(4, (19,))]
    assert result.pages == eyes.looks == 20


def test_a_picture_file_is_told_in_its_own_pixels(tmp_path: Path, eyes: Magenta) -> None:
    (finding,) = [f for f in check(tmp_path / "a.png", picture()).findings if f.rule == "A01"]
    assert (finding.case, finding.location.page, finding.location.part, finding.location.unit) == ("picture", 1, Part.IMAGE, "px")
    assert finding.location.box == Box(30, 30, 90, 90)


def deck(*, on_master: bool) -> bytes:
    made = Presentation()
    layout = made.slide_layouts[6]
    slides = [made.slides.add_slide(layout) for _ in range(3)]
    if on_master:
        part, number = made.slide_master.part.get_or_add_image_part(io.BytesIO(picture()))
        assert part is not None
        assert number
    else:
        for slide in (slides[0], slides[2]):
            slide.shapes.add_picture(io.BytesIO(picture()), Cm(1), Cm(1))
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def test_a_picture_on_two_slides_is_looked_at_once_and_names_both(tmp_path: Path, eyes: Magenta) -> None:
    assert marks(check(tmp_path / "a.pptx", deck(on_master=False))) == [("A01", "picture", 1, (3,), Part.IMAGE)]
    assert eyes.looks <= 2  # the picture, and the thumbnail that the library's template brings


def test_a_picture_in_the_master_is_one_finding_that_names_the_slides(tmp_path: Path, eyes: Magenta) -> None:
    assert marks(check(tmp_path / "a.pptx", deck(on_master=True))) == [("A01", "running", 1, (2, 3), Part.MASTER)]


def test_a_picture_in_a_header_of_a_letter_is_told_as_running(tmp_path: Path, eyes: Magenta) -> None:
    letter = docx.Document()
    letter.add_paragraph("Dear delegates")
    letter.sections[0].header.paragraphs[0].add_run().add_picture(io.BytesIO(picture()))
    buffer = io.BytesIO()
    letter.save(buffer)
    assert marks(check(tmp_path / "a.docx", buffer.getvalue())) == [("A01", "running", None, (), Part.HEADER)]


def test_nothing_is_looked_at_where_no_rule_asks_for_it(tmp_path: Path, eyes: Magenta) -> None:
    result = check(tmp_path / "a.png", picture(), Configuration(check=Check(ignore=("A",))))
    assert eyes.looks == 0
    assert "was not looked at" in result.gaps[0].message
    result = check(tmp_path / "a.png", picture())
    assert "The words in 1 picture were not read: this version looks for marks" in result.gaps[0].message


@pytest.mark.parametrize(("select", "rules"), [(("A02",), ("A02",)), (("A04",), ("A01",)), (("A",), ("A01", "A02", "A03")), (("A05", "D"), ())])
def test_the_rules_asked_for_say_whose_marks_are_looked_for(select: tuple[str, ...], rules: tuple[str, ...]) -> None:
    assert rules_looked_for(Configuration(check=Check(select=select))) == rules


def test_what_goes_wrong_in_looking_does_not_lose_the_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        def look(self, _pixels: object) -> list[Seen]:
            raise ZeroDivisionError

    monkeypatch.setattr(seeing, "sight_for", lambda _rules, _own: Broken())
    result = check(tmp_path / "a.pdf", pdf("plain"))
    assert [gap.reason for gap in result.gaps] == [Reason.CRASH]
    assert "Looking for marks failed (ZeroDivisionError" in result.gaps[0].message
    assert result.coverage.pages_read == 1


def test_looking_stops_when_its_time_is_up_and_says_so_once(eyes: Magenta) -> None:
    form = next(f for f in extractors.formats() if f.name == "image")
    limits = replace(Limits(), max_seconds=0)
    looking = Eyes(replace(Configuration(), limits=limits), 1000)
    first = looking.look(form, Source(picture(), "a.png"))
    second = looking.look(form, Source(picture(80), "b.png"))
    assert [gap.reason for gap in (*first.gaps, *second.gaps)] == [Reason.TIMEOUT]
    assert "max_seconds = 0" in first.gaps[0].message
    assert eyes.looks == 0


def _read(_source: Source, _limits: Limits) -> Extraction:
    return Extraction(Document("image", (Page(1, (TextBlock("Write to me: a@itu.int", page=1),)),)))


def _abort(_source: Source, _limits: Limits, _pages: object) -> list[Canvas | Gap]:
    os.abort()


@pytest.mark.skipif(os.name == "nt", reason="workers there do not inherit the made-up format")
def test_a_file_whose_drawing_crashes_is_read_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    formats = extractors.formats()
    fragile = Format("image", "made up", lambda s: 1.0 if s.data == b"fragile" else 0.0, _read, canvases=_abort)  # type: ignore[arg-type]
    monkeypatch.setattr(reading, "formats", lambda: (*formats, fragile))
    (tmp_path / "a.fragile").write_bytes(b"fragile")
    (result,) = api.check([str(tmp_path / "a.fragile")], jobs=1).documents
    assert [f.rule for f in result.findings if f.rule == "A05"] == ["A05"]
    assert [gap.reason for gap in result.gaps] == [Reason.CRASH]
    assert "could not be looked at for marks" in result.gaps[0].message


def seen(mark: str, confidence: float, *box: float) -> Sighting:
    return Sighting(mark, mark, "A01", confidence, 1, Box(*box))


def test_one_mark_a_place() -> None:
    emblem, lockup, elsewhere = seen("emblem", 0.95, 0, 0, 50, 50), seen("lockup", 0.85, 0, 0, 150, 50), seen("emblem", 0.9, 300, 300, 350, 350)
    assert [(s.mark, s.confidence) for s in distinct([lockup, emblem, elsewhere])] == [("lockup", 0.95), ("emblem", 0.9)]
    assert [s.mark for s in distinct([emblem, replace(lockup, confidence=0.5)])] == ["emblem"]


def test_a_picture_in_two_attachments_is_told_for_both(eyes: Magenta) -> None:
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name in ("a.html", "b.html"):
            archive.writestr(name, f"<!DOCTYPE html><html><body><p>{name}</p><img src='data:image/png;base64,{b64encode(picture()).decode()}'></body></html>")
    document = Reader(Limits(), Eyes(Configuration(), 1000)).read(Source(buffer.getvalue(), "a.zip"))
    shown = [part.member for part in document.tree() if part.sightings]
    assert len(shown) == 2
    assert {str(member).split("/")[0] for member in shown} == {"a.html", "b.html"}
    assert eyes.looks == 1
