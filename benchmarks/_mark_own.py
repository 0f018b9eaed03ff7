"""Marks added from one picture, as `marks add` does it: ten invented logos, each in other forms on other grounds."""

from __future__ import annotations

import collections
import io
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from benchmarks._mark_items import inside, items
from benchmarks._mark_pages import make_pdf, photo
from materials_lint.cli.marks._cutting import Cutting, Piece, cut
from materials_lint.engine.viewing import view
from materials_lint.model.source import Limits, Source
from materials_lint.vision.drawing import draw_svg
from materials_lint.vision.marks import Mark, load_marks, shipped_folder
from materials_lint.vision.own import Form, add_form
from materials_lint.vision.sight import Sight

SIDE = 140
LOGOS = {
    "kestrel": '<path d="M5 60 Q40 5 95 30 Q60 35 55 60 Q40 85 20 95 Q35 70 5 60z" fill="#1b4f9c"/><circle cx="72" cy="30" r="5" fill="#fff"/><path d="M10 90h80v6H10z" fill="#e2a400"/>',
    "harbour": '<path d="M10 70h80l-14 22H24z" fill="#0a6e6e"/><path d="M48 8v56h-6V8z" fill="#333"/><path d="M52 12l34 48H52z" fill="#d8442f"/><path d="M38 22v38H14z" fill="#f0a030"/>',
    "summit": '<path d="M2 90L36 22l20 38 12-20 30 50z" fill="#4a2f82"/><path d="M36 22l9 18-9 6-9-6z" fill="#fff"/><circle cx="78" cy="20" r="11" fill="#f2b705"/>',
    "weave": "".join(f'<path d="M{10 + 20 * i} 5h10v90h-10z" fill="#b3123c"/>' for i in range(4))
    + "".join(f'<path d="M5 {14 + 26 * i}h90v9H5z" fill="#0b3d5c"/>' for i in range(3)),
    "signal": '<path d="M46 50h8v45h-8z" fill="#222"/><circle cx="50" cy="44" r="8" fill="#c8102e"/>'
    + "".join(f'<path d="M{50 - r} {44 - r * 0.6} A{r} {r} 0 0 1 {50 + r} {44 - r * 0.6}" fill="none" stroke="#0057a8" stroke-width="6"/>' for r in (16, 27, 38)),
    "seed": '<path d="M50 96V46" stroke="#2b7a2b" stroke-width="7"/><path d="M50 60Q10 60 12 20 50 20 50 60z" fill="#4fae3a"/><path d="M50 48Q88 48 88 6 50 8 50 48z" fill="#93c83d"/>',
    "gate": '<path d="M8 95V30Q50-14 92 30v65H74V40Q50 14 26 40v55z" fill="#7b1e3a"/><path d="M40 95V58q10-10 20 0v37z" fill="#c99b3f"/>',
    "orbit": '<ellipse cx="50" cy="50" rx="46" ry="17" fill="none" stroke="#0d7fb8" stroke-width="5" transform="rotate(-28 50 50)"/><path d="M50 24l8 18 19 2-14 13 4 19-17-10-17 10 4-19-14-13 19-2z" fill="#e4572e"/>',
    "script-k": '<path d="M14 6h16v36L64 6h22L50 44l40 50H68L39 57l-9 9v28H14z" fill="#14213d"/><path d="M6 80q44-22 88 6" fill="none" stroke="#fca311" stroke-width="6"/>',
    "mosaic": "".join(
        f'<rect x="{6 + 22 * x}" y="{6 + 22 * y}" width="19" height="19" rx="3" fill="{("#005f73", "#ee9b00", "#9b2226", "#94d2bd")[(x * 3 + y * y + x * y) % 4]}"/>'
        for x in range(4)
        for y in range(4)
        if (x, y) not in ((0, 3), (3, 0), (2, 2))
    ),
}


def svg_of(name: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 108 108">{LOGOS[name]}</svg>'


def measure(folder: Path | None, every: int) -> None:
    with tempfile.TemporaryDirectory() as root:
        own = tuple(_added(Path(root), name) for name in LOGOS)
        started = time.process_time()
        sight = Sight((*load_marks(shipped_folder()), *own))
        print(
            f"{len(own)} marks added from one picture each, beside {len(load_marks(shipped_folder()))} shipped; sight made in {time.process_time() - started:.2f} s CPU"
        )
        _recall(sight, own)
        _alarms(sight, {mark.slug for mark in own}, folder, every)


def _added(root: Path, name: str) -> Mark:
    """Add a logo from one flat PNG of 500 x 400 pixels, as the command does."""
    page = Image.new("RGB", (500, 400), "white")
    logo = Image.fromarray(draw_svg(svg_of(name), 300))
    page.paste(logo, (90, 50), logo)
    piece = cut(Cutting(Source(_png(page), f"{name}.png"), 1, Limits(), False))
    assert isinstance(piece, Piece), piece
    return add_form(root, name, "A03", Form(piece.data, piece.suffix, f"{name}.png"))


def _recall(sight: Sight, own: tuple[Mark, ...]) -> None:
    hits: collections.Counter[str] = collections.Counter()
    wrong: collections.Counter[str] = collections.Counter()
    rng = np.random.default_rng(3)
    for mark in own:
        for form, picture, box in _forms(mark.name, rng):
            seen = sight.look(np.asarray(picture.convert("RGB")))
            hits[form] += any(one.mark.slug == mark.slug and inside(one.box, box) for one in seen)
            wrong[form] += any(one.mark.slug != mark.slug for one in seen)
    total = len(own)
    for form in FORMS:
        print(f"  {form:12} recall {hits[form]}/{total}, another mark named on {wrong[form]}/{total}")
    every = total * len(FORMS)
    print(f"  all forms    recall {hits.total()}/{every} = {hits.total() / every:.3f} (at least 0.9), another mark named {wrong.total() / every:.3f}")


def _alarms(sight: Sight, own: set[str], folder: Path | None, every: int) -> None:
    """Look at what carries none of the own marks: our pages, drawings of the shipped marks, and all items of a set."""
    alarms, looked = 0, 0
    for pixels in _others(folder, every):
        looked += 1
        alarms += any(seen.mark.slug in own for seen in sight.look(pixels))
    print(f"  false alarms of the added marks {alarms}/{looked} = {alarms / max(1, looked):.4f} (at most 0.01)")


def _others(folder: Path | None, every: int) -> Iterator[Any]:
    pages = Source(make_pdf(8), "pages.pdf")
    yield from (view(pages, Limits(), page).canvas.pixels for page in range(1, 9))
    rng = np.random.default_rng(5)
    yield from (np.asarray(photo(rng, 700, 500)) for _ in range(8))
    for mark in load_marks(shipped_folder()):
        for form in mark.pictures(200):
            page = Image.new("RGB", (500, 400), "white")
            logo = Image.fromarray(form)
            page.paste(logo, (100, 80), logo)
            yield np.asarray(page)
    if folder is not None:
        yield from (item.pixels() for item in items(folder, every, "0/1")[0])


# The forms


def _forms(name: str, rng: np.random.Generator) -> Iterator[tuple[str, Image.Image, tuple[float, float, float, float]]]:
    drawn = Image.fromarray(draw_svg(svg_of(name), 400))
    for form, make in FORMS.items():
        logo, page = make(drawn, rng)
        x, y = int(rng.integers(10, page.width - logo.width - 10)), int(rng.integers(10, page.height - logo.height - 10))
        page.paste(logo, (x, y), logo)
        if form == "jpeg":
            page = _jpeg(page, 20)
        yield form, page, (float(x), float(y), float(x + logo.width), float(y + logo.height))


Made = tuple[Image.Image, Image.Image]


def _page(colour: str = "white") -> Image.Image:
    return Image.new("RGB", (640, 480), colour)


def _sized(logo: Image.Image, side: int = SIDE) -> Image.Image:
    return logo.resize((side, side), Image.Resampling.LANCZOS)


def _mono(logo: Image.Image, light: bool) -> Image.Image:
    """One colour: what is dark in the logo becomes ink, what is light becomes ground."""
    pixels = np.asarray(logo).astype(float)
    dark = 1 - (pixels[..., :3] @ (0.299, 0.587, 0.114)) / 255
    alpha = pixels[..., 3] * np.clip(dark * 3, 0, 1)
    ink = np.full((*alpha.shape, 3), 255.0 if light else 20.0)
    return Image.fromarray(np.dstack([ink, alpha]).astype(np.uint8))


def _turned(logo: Image.Image, rng: np.random.Generator) -> Image.Image:
    return _sized(logo).rotate(float(rng.uniform(5, 10) * rng.choice([-1, 1])), expand=True, resample=Image.Resampling.BICUBIC)


def _on_photo(logo: Image.Image, rng: np.random.Generator) -> Made:
    page = photo(rng, 640, 480)
    return _sized(logo), Image.blend(page, Image.new("RGB", page.size, "white"), 0.4)


def _faint(logo: Image.Image) -> Image.Image:
    faint = _sized(logo)
    faint.putalpha(faint.getchannel("A").point(lambda value: value * 0.3))
    return faint


FORMS: dict[str, Callable[[Image.Image, np.random.Generator], Made]] = {
    "colour": lambda logo, _: (_sized(logo), _page()),
    "large": lambda logo, _: (_sized(logo, 330), _page()),
    "mono": lambda logo, _: (_sized(_mono(logo, light=False)), _page()),
    "inverted": lambda logo, _: (_sized(_mono(logo, light=True)), _page("#12305c")),
    "small-48": lambda logo, _: (_sized(logo, 48), _page()),
    "small-32": lambda logo, _: (_sized(logo, 32), _page()),
    "jpeg": lambda logo, _: (_sized(logo), _page()),
    "photo": _on_photo,
    "rotated": lambda logo, rng: (_turned(logo, rng), _page()),
    "faint-0.3": lambda logo, _: (_faint(logo), _page()),
}


def _jpeg(page: Image.Image, quality: int) -> Image.Image:
    buffer = io.BytesIO()
    page.save(buffer, "JPEG", quality=quality)
    return Image.open(buffer).convert("RGB")


def _png(page: Image.Image) -> bytes:
    buffer = io.BytesIO()
    page.save(buffer, "PNG")
    return buffer.getvalue()
