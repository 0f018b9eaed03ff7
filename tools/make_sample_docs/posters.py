"""Posters as pictures: one with marks of the Union, one with a globe and a bolt that are not the Union's."""

from __future__ import annotations

import math

from PIL import Image, ImageDraw, ImageFont

from tools.make_sample_docs import mark_kit

_SIZE = (480, 640)
_FINE = 4  # drawn so many times larger, for smooth edges


def _ground(upper: tuple[int, int, int], lower: tuple[int, int, int], ridge: str) -> Image.Image:
    """Return an evening sky over a ridge of hills."""
    picture = Image.new("RGB", _SIZE)
    pen = ImageDraw.Draw(picture)
    width, height = _SIZE
    for row in range(height):
        share = row / height
        pen.line((0, row, width, row), fill=tuple(round(a + (b - a) * share) for a, b in zip(upper, lower, strict=True)))
    hills = [(x, height - 130 - round(45 * math.sin(x / 70) + 25 * math.sin(x / 31))) for x in range(0, width + 1, 8)]
    pen.polygon([(0, height), *hills, (width, height)], fill=ridge)
    return picture


def _written(picture: Image.Image, lines: list[tuple[int, int, str]], ink: str) -> None:
    pen = ImageDraw.Draw(picture)
    for top, size, words in lines:
        pen.text((36, top), words, fill=ink, font=ImageFont.load_default(size))


def poster_en() -> bytes:
    """A poster with the emblem in white on a dark sky, and the logo of a conference on the hills."""
    picture = _ground((16, 24, 58), (96, 58, 84), "#1C2B22")
    emblem = mark_kit.pixels("itu-emblem-mono/black", 150, "#FFFFFF")
    picture.paste(emblem, (36, 40), emblem)
    ring = mark_kit.pixels("ai-for-good/ring", 84)
    picture.paste(ring, (350, 520), ring)
    _written(picture, [(230, 34, "Ingrid Okafor-Vale"), (284, 20, "A listening Secretary-General"), (590, 15, "team@okaforvale.example")], "#FFFFFF")
    return mark_kit.png(picture)


def poster_fr() -> bytes:
    """A clean poster: a globe with meridians and a bolt of lightning across it, of the campaign's own drawing."""
    picture = _ground((252, 243, 226), (238, 205, 186), "#6B2D5C")
    sign = _globe_with_bolt(190)
    picture.paste(sign, (250, 40), sign)
    _written(picture, [(270, 34, "Solène Mbaki-Tournel"), (324, 20, "Un monde sans coupure")], "#3A1730")
    _written(picture, [(590, 15, "solene@mbaki2026.example")], "#FFFFFF")
    return mark_kit.png(picture)


def _globe_with_bolt(side: int) -> Image.Image:
    big = side * _FINE
    sign = Image.new("RGBA", (big, big), (0, 0, 0, 0))
    pen = ImageDraw.Draw(sign)
    line, ink = big // 60, "#B4552D"
    for share in (1.0, 0.62, 0.24):
        half = share * (big / 2 - line)
        pen.ellipse((big / 2 - half, line, big / 2 + half, big - line), outline=ink, width=line)
    for share in (0.26, 0.5, 0.74):
        reach = (big / 2 - line) * math.sqrt(1 - (2 * share - 1) ** 2)
        pen.line((big / 2 - reach, share * big, big / 2 + reach, share * big), fill=ink, width=line)
    bolt = ((0.62, 0.05), (0.26, 0.56), (0.47, 0.56), (0.36, 0.97), (0.76, 0.42), (0.55, 0.42))
    pen.polygon([(x * big, y * big) for x, y in bolt], fill="#F2B705", outline="#FCF3E2", width=line)
    return sign.resize((side, side), Image.Resampling.LANCZOS)


DRAFTS = {"poster-en.png": poster_en, "poster-fr.png": poster_fr}
