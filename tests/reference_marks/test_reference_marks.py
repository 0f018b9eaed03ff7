"""The marks that ship: each folder says what it is, and each of its drawings shows something."""

from __future__ import annotations

import io
import re
import tomllib
from pathlib import Path

import numpy as np
import pytest
import resvg_py
from lxml import etree
from PIL import Image

FOLDER = Path(__file__).resolve().parents[2] / "reference_marks"
MARKS = sorted(path.parent.name for path in FOLDER.glob("*/mark.toml"))
DRAWINGS = sorted(str(path.relative_to(FOLDER)) for path in FOLDER.glob("*/*.svg"))
REQUIRED = {"name": str, "rule": str, "owner": str, "generation": str, "smallest_px": int, "source": str, "forms": list, "note": str}


def settings(slug: str) -> dict[str, object]:
    return tomllib.loads((FOLDER / slug / "mark.toml").read_text(encoding="utf-8"))


def drawn(name: str, width: int = 400) -> np.ndarray:
    data = bytes(resvg_py.svg_to_bytes(svg_string=(FOLDER / name).read_text(encoding="utf-8"), width=width, skip_system_fonts=True))
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGBA"))


def on_white(name: str, width: int) -> np.ndarray:
    pixels = drawn(name, width).astype(float)
    alpha = pixels[..., 3:] / 255
    return pixels[..., :3] * alpha + 255 * (1 - alpha)


def test_every_folder_is_a_mark() -> None:
    assert {path.name for path in FOLDER.iterdir() if path.is_dir()} == set(MARKS)
    assert len(MARKS) == 12


@pytest.mark.parametrize("slug", MARKS)
def test_mark_says_what_it_is(slug: str) -> None:
    found = settings(slug)
    assert {key: type(found.get(key)) for key in REQUIRED} == REQUIRED
    assert set(found) - set(REQUIRED) <= {"core", "threshold"}
    assert found["rule"] in {"A01", "A02", "A03"}
    assert all(found[key] for key in REQUIRED)


@pytest.mark.parametrize("slug", MARKS)
def test_forms_are_the_drawings_of_the_folder(slug: str) -> None:
    assert settings(slug)["forms"] == sorted(path.name for path in (FOLDER / slug).glob("*.svg"))


@pytest.mark.parametrize("name", DRAWINGS)
def test_drawing_shows_something_and_fills_its_canvas(name: str) -> None:
    alpha = drawn(name)[..., 3] > 60
    rows, columns = np.flatnonzero(alpha.any(axis=1)), np.flatnonzero(alpha.any(axis=0))
    height, width = alpha.shape
    assert 0.08 < alpha.mean() < 1.0
    assert rows[-1] - rows[0] > 0.88 * height
    assert columns[-1] - columns[0] > 0.88 * width
    assert not alpha[0].any()
    assert not alpha[:, 0].any()


@pytest.mark.parametrize("name", DRAWINGS)
def test_drawing_needs_no_font_and_nothing_from_outside(name: str) -> None:
    root = etree.fromstring((FOLDER / name).read_bytes())
    tags = {etree.QName(element).localname for element in root.iter()}
    assert tags <= {"svg", "title", "defs", "path", "circle", "linearGradient", "radialGradient", "stop"}
    assert not any("href" in key for element in root.iter() for key in element.attrib)


@pytest.mark.parametrize("name", DRAWINGS)
def test_drawing_has_short_numbers(name: str) -> None:
    assert not re.search(r"\d\.\d{3}", (FOLDER / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["itu-emblem-mono/black.svg", "itu-emblem-flat/blue.svg"])
def test_one_colour_emblems_have_one_colour_on_transparent_ground(name: str) -> None:
    pixels = drawn(name, 400)
    assert len(np.unique(pixels[pixels[..., 3] == 255][:, :3], axis=0)) == 1
    assert (pixels[..., 3] == 0).mean() > 0.4


def test_emblems_are_of_the_measured_shape() -> None:
    for name, ratio in (("itu-emblem-mono/black.svg", 0.926), ("itu-emblem-colour/sans.svg", 0.891), ("itu-emblem-flat/blue.svg", 0.907)):
        alpha = drawn(name, 600)[..., 3] > 60
        rows, columns = np.flatnonzero(alpha.any(axis=1)), np.flatnonzero(alpha.any(axis=0))
        assert (columns[-1] - columns[0]) / (rows[-1] - rows[0]) == pytest.approx(ratio, abs=0.02), name


def test_flag_is_two_by_three_in_united_nations_blue() -> None:
    for form in ("flat", "serif"):
        picture = on_white(f"itu-flag/{form}.svg", 690)
        assert tuple(picture[40, 40].astype(int)) == (0, 158, 219)
        assert (picture[60:-60, 60:-60].min(axis=2) > 250).mean() > 0.02
        height, width = (size - 6 for size in picture.shape[:2])
        assert width / height == pytest.approx(1.5, abs=0.02)


@pytest.mark.parametrize("name", ["wsis-sdg-ring/ring.svg", "ai-for-good/ring.svg"])
def test_rings_have_seventeen_segments(name: str) -> None:
    picture = on_white(name, 412)
    angles = np.linspace(0, 2 * np.pi, 3600, endpoint=False)
    ring = picture[(206 - 172 * np.sin(angles)).astype(int), (206 + 172 * np.cos(angles)).astype(int)]
    inked = ring.min(axis=1) < 235
    assert int((inked & ~np.roll(inked, 1)).sum()) == 17


def test_lockups_put_the_name_left_in_arabic_and_right_elsewhere() -> None:
    for language, side in (("ar", "left"), ("en", "right"), ("es", "right"), ("fr", "right"), ("ru", "right")):
        picture = on_white(f"itu-lockup/{language}.svg", 600)
        red = (picture[..., 0] > 180) & (picture[..., 1] < 60)
        centre = np.flatnonzero(red.any(axis=0)).mean() / 600
        assert (centre > 0.7) if side == "left" else (centre < 0.45), language
