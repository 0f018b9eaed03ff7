"""Pictures for tests, drawn on the spot: reference marks as materials might show them, and shapes that only look a little like them."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFont

from materials_lint.engine.seeing import seen_on, sight_for
from materials_lint.extractors.base import Canvas
from materials_lint.model.document import Document, Page, Part, Sighting
from materials_lint.model.geometry import Box, Unit
from materials_lint.policy.examples import Example
from materials_lint.vision.marks import Mark, load_marks, shipped_folder

RULES = ("A01", "A02", "A03")
WIDE, HIGH = 240, 200
_SUPER = 4
_COLOURS = ("#E5243B", "#DDA63A", "#4C9F38", "#C5192D", "#FF3A21", "#26BDE2", "#FCC30B", "#A21942", "#FD6925", "#DD1367", "#FD9D24", "#BF8B2E", "#3F7E44", "#0A97D9")


def reference(slug: str) -> Mark:
    """Return a mark that comes with the program."""
    return next(mark for mark in load_marks(shipped_folder()) if mark.slug == slug)


def mark_picture(slug: str, size: int, *, ink: str = "", turn: float = 0.0, form: int = 0) -> Image.Image:
    """Return a mark on transparent ground, its longer side of `size` pixels; `ink` draws all of it in one colour."""
    picture = Image.fromarray(reference(slug).pictures(max(size, 64))[form])
    picture.thumbnail((size, size), Image.Resampling.LANCZOS)
    if ink:
        alpha = picture.getchannel("A")
        picture = Image.new("RGBA", picture.size, ink)
        picture.putalpha(alpha)
    return picture.rotate(turn, Image.Resampling.BICUBIC, expand=True) if turn else picture


def composed(scene: dict[str, Any]) -> Image.Image:
    """Return the picture that a scene of an example describes."""
    ground = Image.new("RGB", (WIDE, HIGH), scene.get("ground", "#FFFFFF"))
    size = int(scene.get("size", 128))
    if "mark" in scene:
        thing = mark_picture(scene["mark"], size, ink=scene.get("ink", ""), turn=float(scene.get("turn", 0)))
    else:
        thing = _shape(scene["shape"], size, scene.get("ink", "#1A4E8A"))
    if "opacity" in scene:
        thing.putalpha(ImageChops.multiply(thing.getchannel("A"), Image.new("L", thing.size, round(255 * float(scene["opacity"])))))
    ground.paste(thing, ((WIDE - thing.width) // 2, (HIGH - thing.height) // 2), thing)
    return ground


def drawn(example: Example) -> Document:
    """Return the document of an example that is a picture: with what is truly seen in it, or what it is taken to show."""
    return _document(json.dumps(dict(example.scene), sort_keys=True))


@cache
def _document(told: str) -> Document:
    scene = json.loads(told)
    seen = tuple(_given(scene) if "sure" in scene else seen_on(Canvas(1, np.asarray(composed(scene))), sight_for(RULES, "")))
    page = (Page(1, width=float(WIDE), height=float(HIGH)),)
    place = scene.get("place", "page")
    if place == "page":
        return Document("pdf", page, unit=Unit.POINT, sightings=seen)
    parts = {"header": Part.HEADER, "master": Part.MASTER}
    inside = "word/media/image1.png" if place in parts else None
    return Document("image", page, unit=Unit.PIXEL, member=inside, sightings=seen, part_in_parent=parts.get(place))


def _given(scene: dict[str, Any]) -> list[Sighting]:
    mark = reference(scene["mark"])
    return [Sighting(mark.slug, mark.name, mark.rule, float(scene["sure"]), 1, Box(80, 60, 160, 140), float(scene.get("turn", 0)))]


def _shape(name: str, size: int, ink: str) -> Image.Image:
    """Draw a look-alike of `size` pixels, smooth at its edges."""
    big = Image.new("RGBA", (size * _SUPER, size * _SUPER), (0, 0, 0, 0))
    _SHAPES[name](ImageDraw.Draw(big), size * _SUPER, ink)
    return big.resize((size, size), Image.Resampling.LANCZOS)


def _globe(pen: ImageDraw.ImageDraw, side: int, ink: str) -> None:
    line = side // 50
    for share in (1.0, 0.6, 0.2):
        half = side * share / 2 - line
        pen.ellipse((side / 2 - half, line, side / 2 + half, side - line), outline=ink, width=line)
    for down in (0.25, 0.5, 0.75):
        reach = math.sqrt(0.25 - (down - 0.5) ** 2) * side
        pen.line((side / 2 - reach, side * down, side / 2 + reach, side * down), fill=ink, width=line)


def _bolt(pen: ImageDraw.ImageDraw, side: int, ink: str) -> None:
    points = ((0.6, 0.0), (0.2, 0.55), (0.45, 0.55), (0.35, 1.0), (0.8, 0.4), (0.55, 0.4))
    pen.polygon([(x * side, y * side) for x, y in points], fill=ink)


def _roundel(pen: ImageDraw.ImageDraw, side: int, ink: str) -> None:
    pen.ellipse((0, 0, side - 1, side - 1), fill=ink)
    points = ((0.55, 0.2), (0.3, 0.55), (0.48, 0.55), (0.42, 0.82), (0.7, 0.45), (0.52, 0.45))
    pen.polygon([(x * side, y * side) for x, y in points], fill="#FFFFFF")


def _ring(pen: ImageDraw.ImageDraw, side: int, _ink: str) -> None:
    step = 360 / len(_COLOURS)
    for number, colour in enumerate(_COLOURS):
        pen.arc((0, 0, side - 1, side - 1), number * step + 2, (number + 1) * step - 2, fill=colour, width=side // 6)


def _words(text: str) -> Callable[[ImageDraw.ImageDraw, int, str], None]:
    def draw(pen: ImageDraw.ImageDraw, side: int, ink: str) -> None:
        font = ImageFont.load_default(side / (0.6 * len(text)))
        pen.text((side / 2, side / 2), text, fill=ink, font=font, anchor="mm")

    return draw


def _field(pen: ImageDraw.ImageDraw, side: int, ink: str) -> None:
    pen.rectangle((0, side // 6, side, side * 5 // 6), fill=ink)


def _stripes(pen: ImageDraw.ImageDraw, side: int, ink: str) -> None:
    _field(pen, side, ink)
    pen.rectangle((0, side * 2 // 5, side, side * 3 // 5), fill="#FFFFFF")


def _disc_on_field(pen: ImageDraw.ImageDraw, side: int, ink: str) -> None:
    _field(pen, side, ink)
    pen.ellipse((side * 0.33, side * 0.33, side * 0.67, side * 0.67), fill="#FFFFFF")


def _star(pen: ImageDraw.ImageDraw, side: int, ink: str) -> None:
    pen.regular_polygon((side / 2, side / 2, side * 0.48), 5, fill=ink)


def _star_on_field(pen: ImageDraw.ImageDraw, side: int, ink: str) -> None:
    _field(pen, side, ink)
    pen.regular_polygon((side / 2, side / 2, side * 0.2), 5, fill="#FFFFFF")


def _wreath(pen: ImageDraw.ImageDraw, side: int, ink: str) -> None:
    for number in range(5, 32):
        angle = math.radians(number * 10 - 90 - 90)
        x, y = side / 2 + 0.42 * side * math.cos(angle), side / 2 + 0.42 * side * math.sin(angle)
        pen.ellipse((x - side * 0.05, y - side * 0.03, x + side * 0.05, y + side * 0.03), fill=ink)
    pen.ellipse((side * 0.28, side * 0.28, side * 0.72, side * 0.72), outline=ink, width=side // 40)


def _fan(pen: ImageDraw.ImageDraw, side: int, _ink: str) -> None:
    for number, colour in enumerate(_COLOURS[:6]):
        pen.pieslice((0, 0, side - 1, side - 1), number * 60 + 8, number * 60 + 52, fill=colour)


_SHAPES: dict[str, Callable[[ImageDraw.ImageDraw, int, str], None]] = {
    "globe": _globe,
    "bolt": _bolt,
    "roundel": _roundel,
    "ring": _ring,
    "letters": _words("ITU"),
    "event name": _words("PP-26"),
    "other event": _words("WRC-27"),
    "slogan": _words("Vote!"),
    "field": _field,
    "stripes": _stripes,
    "disc on a field": _disc_on_field,
    "star": _star,
    "star on a field": _star_on_field,
    "wreath": _wreath,
    "fan": _fan,
}
