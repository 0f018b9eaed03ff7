"""Pages and pictures made ready for looking at: upright, within the limits, with their boxes in the document's unit."""

from __future__ import annotations

import io
import struct
from dataclasses import replace

import numpy as np
import pikepdf
import pytest
from PIL import Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas as Paper

from materials_lint.extractors import formats
from materials_lint.extractors.base import Canvas
from materials_lint.model.document import Gap, Reason
from materials_lint.model.source import Limits, Source
from tests.reading import read

SVG = '<svg xmlns="http://www.w3.org/2000/svg" {}>{}</svg>'


def drawn(data: bytes, limits: Limits | None = None, pages: tuple[int, int] | None = None) -> list[Canvas | Gap]:
    source = Source(data, "draft")
    form = max(formats(), key=lambda form: form.sniff(source))
    assert form.canvases is not None
    return list(form.canvases(source, limits or Limits(), pages))


def red_box(canvas: Canvas | Gap) -> list[float]:
    """Return where the red patch lies, in the document's unit."""
    assert isinstance(canvas, Canvas)
    pixels = canvas.pixels.astype(int)
    rows, columns = np.nonzero((pixels[..., 0] > 150) & (pixels[..., 1] < 100) & (pixels[..., 2] < 100))
    return canvas.place((columns.min(), rows.min(), columns.max() + 1, rows.max() + 1)).as_list()


def with_red(size: tuple[int, int], box: tuple[int, int, int, int]) -> Image.Image:
    image = Image.new("RGB", size, "white")
    ImageDraw.Draw(image).rectangle((box[0], box[1], box[2] - 1, box[3] - 1), fill="red")
    return image


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def paper(*sizes: tuple[float, float], turn: int = 0) -> bytes:
    buffer = io.BytesIO()
    pen = Paper(buffer)
    for wide, high in sizes:
        pen.setPageSize((wide, high))
        pen.setFillColorRGB(1, 0, 0)
        pen.rect(20, high - 60, 30, 40, stroke=0, fill=1)
        pen.showPage()
    pen.save()
    with pikepdf.open(buffer) as pdf:
        for page in pdf.pages:
            page.rotate(turn, relative=False)
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_turned_photograph_is_seen_upright_and_told_as_stored(kind: str, orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    (canvas,) = drawn(saved(with_red((200, 100), (24, 8, 56, 32)), kind, exif=exif))
    assert isinstance(canvas, Canvas)
    assert canvas.pixels.shape[:2] == ((200, 100) if orientation >= 5 else (100, 200))
    assert red_box(canvas) == pytest.approx([24, 8, 56, 32], abs=1)


def test_a_large_picture_is_reduced_and_its_boxes_are_not() -> None:
    (canvas,) = drawn(saved(with_red((6000, 1500), (600, 300, 1200, 900)), "JPEG"))
    assert isinstance(canvas, Canvas)
    assert max(canvas.pixels.shape) <= 3000
    assert red_box(canvas) == pytest.approx([600, 300, 1200, 900], abs=6)


def test_transparency_is_kept_and_deep_greys_are_not_cut() -> None:
    (canvas,) = drawn(saved(Image.new("RGBA", (40, 40), (0, 0, 0, 0)), "PNG"))
    assert isinstance(canvas, Canvas)
    assert canvas.pixels.shape == (40, 40, 4)
    deep = Image.fromarray(np.linspace(0, 65535, 1600).reshape(40, 40).astype(np.uint16))
    (canvas,) = drawn(saved(deep, "PNG"))
    assert isinstance(canvas, Canvas)
    assert (canvas.pixels.min(), canvas.pixels.max()) == (0, 255)
    assert len(np.unique(canvas.pixels)) > 200


def test_every_page_of_a_tiff_and_of_an_animation_the_frames_that_differ() -> None:
    same = [Image.new("RGB", (64, 64), (10, 10, 10 + n)) for n in range(4)]
    assert [c.page for c in drawn(saved(same[0], "TIFF", save_all=True, append_images=same[1:])) if isinstance(c, Canvas)] == [1, 2, 3, 4]
    frames = [with_red((64, 64), (8 * (n // 4), 0, 8 * (n // 4) + 16, 16)) for n in range(8)]
    assert [c.page for c in drawn(saved(frames[0], "PNG", save_all=True, append_images=frames[1:])) if isinstance(c, Canvas)] == [1, 5]


def test_an_animation_with_more_than_is_looked_at_says_so() -> None:
    frames = [Image.new("RGB", (32, 32), (n * 12, 0, 255 - n * 12)) for n in range(20)]
    frames += [with_red((32, 32), (4 * n, 0, 4 * n + 8, 32)) for n in range(6)]
    (gap, *canvases) = drawn(saved(frames[0], "PNG", save_all=True, append_images=frames[1:]))
    assert isinstance(gap, Gap)
    assert gap.reason is Reason.NOT_EXAMINED
    assert "of its 26 frames" in gap.message
    assert len(canvases) == 6


def test_pictures_over_the_limit_are_not_drawn() -> None:
    assert drawn(saved(Image.new("L", (1500, 1500)), "PNG"), replace(Limits(), max_picture_mpx=1)) == []


@pytest.mark.parametrize("turn", [0, 90])
def test_pages_are_drawn_at_150_dpi_with_boxes_in_points(turn: int) -> None:
    (canvas,) = drawn(paper((300, 400), turn=turn))
    assert isinstance(canvas, Canvas)
    assert canvas.pixels.shape[:2] == pytest.approx((834, 625) if turn == 0 else (625, 834), abs=1)
    assert red_box(canvas) == pytest.approx([20, 20, 50, 60] if turn == 0 else [340, 20, 380, 50], abs=1)


def test_large_pages_are_drawn_smaller_and_ranges_keep_their_numbers() -> None:
    data = paper((300, 400), (3000, 1000), (300, 400))
    canvas, last = drawn(data, pages=(1, 3))
    assert isinstance(canvas, Canvas)
    assert isinstance(last, Canvas)
    assert max(canvas.pixels.shape) == pytest.approx(3000, abs=1)
    assert red_box(canvas) == pytest.approx([20, 20, 50, 60], abs=2)
    assert (canvas.page, last.page) == (2, 3)


def test_pages_over_a_limit_are_left_to_what_reading_tells() -> None:
    limits = replace(Limits(), max_page_side_pt=500)
    assert drawn(paper((300, 900)), limits) == []
    assert "too large to look for marks" in read(paper((300, 900)), limits=limits).document.gaps[0].message


@pytest.mark.parametrize(
    ("size", "box"),
    [
        ('width="50" height="200"', (10, 100, 30, 150)),
        ('viewBox="0 0 400 200"', (10, 100, 30, 150)),
        ('width="400" height="200" viewBox="0 0 200 100"', (20, 200, 60, 300)),
    ],
)
def test_a_drawing_of_any_shape_keeps_its_places(size: str, box: tuple[int, ...]) -> None:
    top = 50 if "200 100" in size else 100
    data = SVG.format(size, f'<rect x="10" y="{top}" width="20" height="50" fill="red"/>').encode()
    (canvas,) = drawn(data)
    assert isinstance(canvas, Canvas)
    assert max(canvas.pixels.shape) == 1600
    expected = [20, 100, 60, 200] if "200 100" in size else list(box)
    assert red_box(canvas) == pytest.approx(expected, abs=1)


def test_drawings_that_would_hang_or_break_the_library_are_refused() -> None:
    (long,) = drawn(SVG.format('width="9000" height="1"', "<path/>").encode())
    assert isinstance(long, Gap)
    bomb = "".join(f'<g id="a{n + 1}">' + f'<use href="#a{n}"/>' * 10 + "</g>" for n in range(12))
    (refused,) = drawn(SVG.format('width="90" height="90"', f'<rect id="a0" width="1" height="1"/>{bomb}').encode())
    assert isinstance(refused, Gap)
    assert "repeated parts" in refused.message
    assert drawn(SVG.format('width="1000000" height="1000000"', "<path/>").encode()) == []


def test_only_vector_pictures_large_enough_to_show_something_are_told() -> None:
    def emf(side: int) -> bytes:
        return struct.pack("<IIiiii", 1, 88, 0, 0, side, side) + b"\0" * 16 + b" EMF" + b"\0" * 44 + struct.pack("<III", 14, 20, 0)

    *_, gap = drawn(emf(200)[:60])
    assert isinstance(gap, Gap)
    assert gap.reason is Reason.NOT_EXAMINED
    assert "vector picture (EMF)" in gap.message
    assert drawn(emf(10)) == []


def test_a_vector_picture_is_drawn() -> None:
    """A red rectangle from (40, 20) to (120, 80) of 200 x 100: CreateBrushIndirect, SelectObject, a null pen, Rectangle (MS-EMF 2.3)."""
    records = [
        struct.pack("<IIIIII", 39, 24, 1, 0, 0x0000FF, 0),
        struct.pack("<III", 37, 12, 1),
        struct.pack("<III", 37, 12, 0x80000008),
        struct.pack("<IIiiii", 43, 24, 40, 20, 120, 80),
        struct.pack("<IIIII", 14, 20, 0, 0, 20),
    ]
    size = 88 + sum(map(len, records))
    header = (
        struct.pack("<IIiiiiiiii", 1, 88, 0, 0, 199, 99, 0, 0, 5291, 2645) + b" EMF" + struct.pack("<IIIHHIIIiiii", 0x10000, size, 6, 2, 0, 0, 0, 0, 200, 100, 53, 26)
    )
    (canvas,) = drawn(header + b"".join(records))
    assert isinstance(canvas, Canvas)
    high, wide = canvas.pixels.shape[:2]
    middle, corner = canvas.pixels[high // 2, int(wide * 0.4)], canvas.pixels[2, 2]
    assert tuple(middle) == (255, 0, 0, 255)
    assert corner[3] == 0
