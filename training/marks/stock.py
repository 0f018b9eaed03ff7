"""What scenes are composed of: the reference marks, icons and logos of others as look-alikes, photographs, fonts.

Icons come from icon collections of the Iconify project's JSON form (CC0, MIT and Apache-2.0 sets), photographs from
scikit-image's sample data, fonts from Debian's packages. None of them is shipped: only weights trained with them are.
"""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import resvg_py
from numpy.typing import NDArray
from PIL import Image, ImageFont

SIDE = 160
_LEFT_OUT = ("itu", "international-telecommunication")
_MOST = {"simple-icons": 1200, "logos": 600, "noto": 500, "mdi": 500, "circle-flags": 100, "tabler": 200}
Pixels = NDArray[np.uint8]


@dataclass(frozen=True)
class Stock:
    """Pictures are RGBA of at most SIDE pixels; photographs RGB."""

    emblems: dict[str, Pixels]
    others: dict[str, Pixels]
    icons: list[Pixels]
    photographs: list[Pixels]
    fonts: list[ImageFont.FreeTypeFont]


def load(marks: Path, icons: Path, photographs: Path, fonts: Path, seed: int = 7) -> Stock:
    rng = np.random.default_rng(seed)
    emblems, others = {}, {}
    for file in sorted(marks.glob("*/*.svg")):
        name = f"{file.parent.name}/{file.stem}"
        picture = _svg(file.read_text(), SIDE)
        if picture is None:
            raise ValueError(f"{file} can't be drawn")
        (emblems if file.parent.name.startswith("itu-emblem") else others)[name] = picture
    return Stock(emblems, others, _icons(icons, rng), _photographs(photographs), _fonts(fonts))


def _svg(text: str, side: int) -> Pixels | None:
    try:
        data = bytes(resvg_py.svg_to_bytes(svg_string=text, width=side, skip_system_fonts=True))
    except ValueError:
        return None
    picture = Image.open(io.BytesIO(data)).convert("RGBA")
    picture.thumbnail((side, side))
    return np.asarray(picture).copy()


def _icons(folder: Path, rng: np.random.Generator) -> list[Pixels]:
    kept = folder / "icons.npz"
    if kept.exists():
        with np.load(kept) as stored:
            return list(stored["icons"])
    found = []
    for file in sorted(folder.glob("*/package/icons.json")):
        told = json.loads(file.read_text())
        width, height = told.get("width", 16), told.get("height", 16)
        names = [name for name in sorted(told["icons"]) if not any(word in name for word in _LEFT_OUT)]
        rng.shuffle(names)
        for name in names[: _MOST.get(told["prefix"], 500)]:
            icon = told["icons"][name]
            size = (icon.get("width", width), icon.get("height", height))
            body = icon["body"].replace("currentColor", "#%02x%02x%02x" % tuple(rng.integers(0, 120, 3)))
            head = f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="{icon.get("left", 0)} {icon.get("top", 0)} {size[0]} {size[1]}">'
            picture = _svg(head + body + "</svg>", 128)
            if picture is not None and (picture[..., 3] > 40).mean() > 0.02:
                found.append(_squared(picture, 128))
    np.savez_compressed(kept, icons=np.stack(found))
    return found


def _squared(picture: Pixels, side: int) -> Pixels:
    canvas = np.zeros((side, side, 4), np.uint8)
    height, width = picture.shape[:2]
    y, x = (side - height) // 2, (side - width) // 2
    canvas[y : y + height, x : x + width] = picture
    return canvas


def _photographs(folder: Path) -> list[Pixels]:
    found = []
    for file in sorted(folder.rglob("*")):
        if file.suffix not in {".png", ".jpg", ".webp"} or "text" in file.name:
            continue
        with Image.open(file) as opened:
            picture = opened.convert("RGB")
        picture.thumbnail((900, 900))
        if min(picture.size) >= 160:
            found.append(np.asarray(picture).copy())
    return found


def _fonts(folder: Path) -> list[ImageFont.FreeTypeFont]:
    files = [file for file in sorted(folder.rglob("*.ttf")) if "Noto" not in file.name or "NotoSans-" in file.name or "NotoSerif-" in file.name]
    return [ImageFont.truetype(str(file), 40) for file in files]


def shrunk(picture: Pixels, side: int) -> Pixels:
    """Return the picture no larger than needed for `side` pixels, so that drawing it small does not alias."""
    while max(picture.shape[:2]) > 1.6 * side:
        picture = cv2.resize(picture, (max(1, picture.shape[1] // 2), max(1, picture.shape[0] // 2)), interpolation=cv2.INTER_AREA)
    return picture
