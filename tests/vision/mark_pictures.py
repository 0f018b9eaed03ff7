"""Pictures of invented logos for the tests of marks."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><circle cx="50" cy="50" r="48" fill="teal"/><path d="M20 50h60l-30 30z" fill="#fff"/></svg>'


def logo(size: tuple[int, int] = (400, 300), ground: tuple[int, ...] = (255, 255, 255), mode: str = "RGB") -> Image.Image:
    """A triangle, a ring and a bar, 160 x 180 pixels, with its left upper corner at 100, 60."""
    picture = Image.new(mode, size, ground)
    draw = ImageDraw.Draw(picture)
    draw.polygon([(100, 110), (259, 140), (150, 239)], fill=(200, 30, 60))
    draw.ellipse((130, 60, 230, 160), outline=(0, 60, 160), width=12)
    draw.rectangle((200, 180, 240, 230), fill=(20, 120, 60))
    return picture


def poster(folder: Path, name: str = "poster.png") -> Path:
    """A picture of 420 x 330 pixels on which the logo stands at 140, 80, as large as `logo` draws it."""
    picture = Image.new("RGB", (420, 330), (255, 255, 255))
    picture.paste(logo().crop((100, 60, 260, 240)), (140, 80))
    picture.save(folder / name)
    return folder / name
