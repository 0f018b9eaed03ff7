"""One page or picture of a file, as the commands about marks open it."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any

import docx
import numpy as np
import pikepdf
import pptx
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas as Paper
from tests.containers import metafile_builders as m
from tests.office_files import zipped
from tests.vision.mark_pictures import SVG, logo

from materials_lint.engine.viewing import View, view
from materials_lint.model.document import NotReadError
from materials_lint.model.source import Limits, Source

BLUE, RED = (0, 60, 160), (200, 30, 60)


def saved(picture: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def plain(colour: tuple[int, int, int], size: tuple[int, int] = (60, 40)) -> Image.Image:
    return Image.new("RGB", size, colour)


def several(kind: str) -> bytes:
    return saved(plain(BLUE), kind, save_all=True, append_images=[plain(RED, (60, 40))])


def paper() -> bytes:
    buffer = io.BytesIO()
    canvas = Paper(buffer, pagesize=(144, 72))
    for colour in (BLUE, RED):
        canvas.setFillColorRGB(*(value / 255 for value in colour))
        canvas.rect(0, 0, 144, 72, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def office(made: Any) -> bytes:
    """Save without the preview that the libraries' empty files bring along."""
    buffer = io.BytesIO()
    made.save(buffer)
    with zipfile.ZipFile(buffer) as package:
        return zipped({name: package.read(name) for name in package.namelist() if "thumbnail" not in name})


def word(*pictures: bytes) -> bytes:
    document = docx.Document()
    for picture in pictures:
        document.add_picture(io.BytesIO(picture))
    return office(document)


def slides(*pictures: bytes) -> bytes:
    deck = pptx.Presentation()
    for picture in pictures:
        deck.slides.add_slide(deck.slide_layouts[6]).shapes.add_picture(io.BytesIO(picture), 0, 0)
    return office(deck)


def seen(data: bytes, number: int = 1, limits: Limits | None = None) -> View:
    return view(Source(data, "draft"), limits or Limits(), number)


def middle(shown: View) -> tuple[int, ...]:
    pixels = shown.canvas.pixels
    assert pixels.dtype == np.uint8
    return tuple(int(value) for value in pixels[pixels.shape[0] // 2, pixels.shape[1] // 2, :3])


def why(data: bytes, number: int = 1, limits: Limits | None = None) -> str:
    with pytest.raises(NotReadError) as raised:
        seen(data, number, limits)
    return raised.value.message


@pytest.mark.parametrize(
    "data",
    [several("TIFF"), several("GIF"), paper(), word(saved(plain(BLUE)), saved(plain(RED))), slides(saved(plain(BLUE)), saved(plain(RED)))],
    ids=["tiff", "gif", "pdf", "word", "slides"],
)
def test_any_page_frame_or_picture_inside_can_be_had(data: bytes) -> None:
    assert [middle(seen(data, number)) for number in (1, 2)] == [BLUE, RED]
    assert seen(data).count == 2
    assert "3: the file has 2" in why(data, 3)


def test_a_page_is_drawn_at_150_dpi_and_measured_in_points() -> None:
    shown = seen(paper())
    assert shown.canvas.pixels.shape == (150, 300, 3)
    assert (shown.form, shown.unit, shown.size) == ("pdf", "pt", (144, 72))


def test_a_picture_inside_is_named_and_counted_once() -> None:
    picture = saved(plain(RED))
    shown = seen(slides(picture, picture))
    assert (shown.count, shown.form, shown.source.data == picture) == (1, "image", True)
    assert shown.source.members == ("ppt/media/image1.png",)


def test_the_preview_of_a_document_comes_last() -> None:
    document = docx.Document()
    document.add_picture(io.BytesIO(saved(plain(RED))))
    buffer = io.BytesIO()
    document.save(buffer)
    assert middle(seen(buffer.getvalue())) == RED
    assert seen(buffer.getvalue(), 2).source.name == "docProps/thumbnail.jpeg"


@pytest.mark.parametrize("data", [SVG.encode(), b"\xef\xbb\xbf<?xml version='1.0'?>\n" + SVG.encode(), SVG.encode("utf-16"), zlib.compress(SVG.encode(), wbits=31)])
def test_drawings_in_any_wrapping(data: bytes) -> None:
    shown = seen(data)
    assert (shown.form, shown.size, shown.canvas.pixels.shape) == ("svg", (100, 100), (1600, 1600, 4))
    assert tuple(shown.canvas.pixels[160, 800]) == (0, 128, 128, 255)


def test_a_high_drawing_has_its_own_shape() -> None:
    shown = seen(SVG.replace('viewBox="0 0 100 100"', 'viewBox="0 0 100 200"').encode())
    assert (shown.size, shown.canvas.pixels.shape) == ((100, 200), (1600, 800, 4))


def test_a_vector_picture_is_drawn_and_what_is_left_out_is_told() -> None:
    square = m.fill(m.RED), m.poly(86, m.square(0, 0, 100, 100))
    assert (middle(seen(m.emf(*square))), seen(m.emf(*square)).told) == ((255, 0, 0), ())
    (told,) = seen(m.emf(*square, m.record(86, 1))).told
    assert "was drawn without parts that are damaged" in told


def test_what_is_damaged_and_drawn_all_the_same_is_told() -> None:
    shown = seen(SVG.encode()[:-20] + b"<'")
    assert tuple(shown.canvas.pixels[160, 800]) == (0, 128, 128, 255)
    assert any("damaged" in told for told in shown.told)


def locked() -> bytes:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        buffer = io.BytesIO()
        pdf.save(buffer, encryption=pikepdf.Encryption(user="secret", owner="other"))
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"Dear all, hello", "There is no picture in this file. Use a PNG"),
        (word(), "There is no picture in this file"),
        (bytes(range(256)) * 8, "no picture that can be opened"),
        (b"8BPS" + bytes(40), "(Photoshop) is not read. Save it as PNG"),
        (saved(logo())[:300], "damaged or cut off"),
        (b"%PDF-1.4 nothing", "PDF"),
        (locked(), "locked with a password"),
    ],
)
def test_what_can_not_be_opened_says_why(data: bytes, told: str) -> None:
    assert told in why(data)


def test_limits_are_those_of_a_check() -> None:
    assert "max_picture_mpx = 1 million" in why(saved(plain(RED, (1200, 900))), limits=Limits(max_picture_mpx=1))
    assert "max_page_side_pt = 100" in why(paper(), limits=Limits(max_page_side_pt=100))
