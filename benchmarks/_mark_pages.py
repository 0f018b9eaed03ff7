"""Processor time on A4 pages made here: drawing them at 150 dpi, looking for all shipped marks, plain template matching."""

from __future__ import annotations

import io
import time

import numpy as np
from PIL import Image, ImageFilter

from benchmarks._mark_methods import Ours, Plain
from materials_lint.engine.viewing import view
from materials_lint.model.source import Limits, Source
from materials_lint.vision.drawing import draw_svg
from materials_lint.vision.marks import load_marks, shipped_folder

WORDS = "My vision is to connect every school and to listen to every region. Together we build networks that serve all people. "


def measure(pages: int) -> None:
    data = make_pdf(pages)
    marks = load_marks(shipped_folder())
    started = time.process_time()
    ours, making = Ours(marks), 0.0
    making = time.process_time() - started
    plain = Plain(marks)
    ours.look(view(Source(data, "pages.pdf"), Limits()).canvas.pixels)  # what is loaded once is no cost of a page
    seconds = {"drawing": 0.0, "ours": 0.0, "plain": 0.0}
    seen = 0
    for page in range(1, pages + 1):
        started = time.process_time()
        pixels = view(Source(data, "pages.pdf"), Limits(), page).canvas.pixels
        drawn = time.process_time()
        found = ours.look(pixels)
        looked = time.process_time()
        plain.look(pixels)
        matched = time.process_time()
        seen += any(one.rule == "A01" for one in found)
        for name, spent in (("drawing", drawn - started), ("ours", looked - drawn), ("plain", matched - looked)):
            seconds[name] += spent
    print(f"{pages} A4 pages at 150 dpi (made here), one thread, {len(marks)} marks; our sight takes {making:.2f} s CPU to make, once")
    for name, spent in seconds.items():
        print(f"  {name:8} {spent:7.2f} s CPU, {spent / pages:.3f} s a page")
    print(f"  ours / drawing {seconds['ours'] / seconds['drawing']:.2f} (at most 5), ours / plain {seconds['ours'] / seconds['plain']:.3f} (at most 0.333)")
    print(f"  the emblem was seen on {seen} pages; it is on {pages - pages // 4}")


def make_pdf(pages: int) -> bytes:
    """Pages of text with a chart, a photo-like picture and, but for every fourth, an emblem of 40 to 60 points."""
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    emblem = Image.fromarray(draw_svg((shipped_folder() / "itu-emblem-flat" / "blue.svg").read_text(encoding="utf-8"), 240))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842), invariant=True)
    rng = np.random.default_rng(7)
    for page in range(pages):
        canvas.setFont("Helvetica", 10)
        for line in range(30):
            canvas.drawString(60, 750 - 13 * line, WORDS[(7 * line + page) % 60 :][:90])
        _chart(canvas, rng)
        canvas.drawImage(ImageReader(photo(rng, 600, 400)), 300, 120, 240, 160)
        if page % 4 != 3:
            size = float(rng.uniform(40, 60))
            canvas.drawImage(ImageReader(emblem), float(rng.uniform(40, 500)), float(rng.choice([30, 828 - 1.1 * size])), size, size * 1.1, mask="auto")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def photo(rng: np.random.Generator, width: int, height: int) -> Image.Image:
    """A picture with structure at all sizes, as a photograph has it: noise summed over octaves."""
    total = np.zeros((height, width, 3))
    for octave in range(2, 9):
        cells = (max(2, height >> (9 - octave)), max(2, width >> (9 - octave)), 3)
        noise = Image.fromarray(rng.integers(0, 256, cells, dtype=np.uint8)).resize((width, height), Image.Resampling.BICUBIC)
        total += np.asarray(noise, dtype=float) / 1.7**octave
    total = 255 * (total - total.min()) / (total.max() - total.min())
    return Image.fromarray(total.astype(np.uint8)).filter(ImageFilter.GaussianBlur(0.6))


def _chart(canvas: object, rng: np.random.Generator) -> None:
    draw = canvas
    for bar, height in enumerate(rng.uniform(20, 120, 8)):
        draw.setFillColorRGB(*rng.uniform(0.2, 0.9, 3))  # type: ignore[attr-defined]
        draw.rect(60 + 26 * bar, 130, 18, float(height), stroke=1, fill=1)  # type: ignore[attr-defined]
    draw.setFillColorRGB(0, 0, 0)  # type: ignore[attr-defined]
    for ring in range(4):
        draw.circle(420, 340, 12 + 8 * ring)  # type: ignore[attr-defined]
