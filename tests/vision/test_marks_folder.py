"""Marks in folders: shipped and own, writing them, and cutting them out of pictures."""

from __future__ import annotations

import io
import tomllib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from tests.vision.mark_pictures import SVG, logo

from materials_lint import api
from materials_lint.policy import settings
from materials_lint.policy.configuration import Configuration, Marks
from materials_lint.vision import own
from materials_lint.vision.drawing import NotDrawnError, draw_svg
from materials_lint.vision.marks import MarkError, all_marks, load_marks, shipped_folder
from materials_lint.vision.own import Form, add_form, slug_of
from materials_lint.vision.trimming import NothingSeenError, has_even_border, need_contrast, trim


def png(picture: Image.Image) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()


def rgba(picture: Image.Image) -> np.ndarray:
    return np.asarray(picture.convert("RGBA"))


FORM = Form(png(logo()), ".png", "logo.png")


# All marks


def test_all_marks_are_the_shipped_and_the_own_by_slug(tmp_path: Path) -> None:
    add_form(tmp_path, "PP-26", "A03", FORM)
    slugs = [mark.slug for mark in all_marks(tmp_path)]
    assert slugs == sorted([*(mark.slug for mark in load_marks(shipped_folder())), "pp-26"])
    assert api.marks(Configuration(marks=Marks(str(tmp_path)))) == all_marks(tmp_path)
    assert api.marks() == all_marks()


def test_an_own_mark_with_a_shipped_slug_is_refused(tmp_path: Path) -> None:
    made = add_form(tmp_path, "PP-26", "A03", FORM)
    made.folder.rename(tmp_path / "itu-flag")
    with pytest.raises(MarkError, match=r"itu-flag has the name of a mark that comes with materials-lint \(ITU flag\)"):
        all_marks(tmp_path)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(MarkError, match=r"`folder` under \[marks\]"):
        all_marks(tmp_path / "none")


def test_the_setting_is_seen_from_the_settings_file(tmp_path: Path) -> None:
    (tmp_path / settings.FILE_NAME).write_text('[marks]\nfolder = "our/marks"\n')
    assert settings.load(tmp_path / settings.FILE_NAME).marks.folder == str(tmp_path / "our" / "marks")
    (tmp_path / settings.FILE_NAME).write_text("[marks]\n")
    assert settings.load(tmp_path / settings.FILE_NAME).marks.folder == ""


# Writing


def test_a_mark_is_written_and_read_back(tmp_path: Path) -> None:
    made = add_form(tmp_path / "deep" / "marks", '  My  "best" é ', None, Form(FORM.data, ".png", "Mon logo.PNG"))
    assert (made.slug, made.name, made.rule, made.forms) == ("my-best-e", 'My "best" é', "A03", ("mon-logo.png",))
    (picture,) = made.pictures(400)
    assert picture.shape == (300, 400, 4)
    assert load_marks(tmp_path / "deep" / "marks") == (made,)


def test_a_second_picture_becomes_a_form_and_what_was_written_stays(tmp_path: Path) -> None:
    made = add_form(tmp_path, "PP-26", "A01", FORM)
    file = made.folder / "mark.toml"
    file.write_text(file.read_text().replace('owner = ""', 'owner = "The host"').replace("smallest_px = 24", "smallest_px = 40"))
    again = add_form(tmp_path, "pp-26", None, Form(png(logo(ground=(0, 0, 0))), ".png", "logo.png"))
    drawn = add_form(tmp_path, "PP 26", "A01", Form(SVG.encode(), ".svg", "logo.svg"))
    assert again.forms == ("logo.png", "logo-2.png")
    assert drawn.forms == ("logo.png", "logo-2.png", "logo.svg")
    assert (drawn.name, drawn.owner, drawn.smallest_px, drawn.rule) == ("PP-26", "The host", 40, "A01")


@pytest.mark.parametrize(
    ("name", "rule", "told"),
    [
        ("PP-26", "A01", "Leave out --rule"),
        ("PP-26", None, "has this picture already"),
        ("ITU flag", None, "comes with materials-lint"),
        ("New", "A05", "There is no rule A05 for marks"),
        (" \x1b[31m ", None, "characters that can't be shown"),
        ("", None, "name is empty"),
        ("taken", None, "is no mark"),
    ],
)
def test_what_is_refused_changes_nothing(tmp_path: Path, name: str, rule: str | None, told: str) -> None:
    add_form(tmp_path, "PP-26", "A03", FORM)
    (tmp_path / "taken").mkdir()
    before = {path: path.read_bytes() if path.is_file() else b"" for path in tmp_path.rglob("*")}
    with pytest.raises(MarkError, match=told):
        add_form(tmp_path, name, rule, FORM)
    assert {path: path.read_bytes() if path.is_file() else b"" for path in tmp_path.rglob("*")} == before


@pytest.mark.parametrize("first", [True, False])
def test_nothing_half_written_stays_when_the_disk_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: bool) -> None:
    folder = tmp_path / "marks"
    if not first:
        add_form(folder, "PP-26", "A03", FORM)
    before = sorted(tmp_path.rglob("*"))

    def full(*_: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(own, "_toml", full)
    with pytest.raises(OSError, match="No space"):
        add_form(folder, "PP-26", "A03", Form(SVG.encode(), ".svg", "logo.svg"))
    assert sorted(tmp_path.rglob("*")) == before


def test_a_mark_toml_with_tables_is_left_alone(tmp_path: Path) -> None:
    file = add_form(tmp_path, "PP-26", "A03", FORM).folder / "mark.toml"
    file.write_text(file.read_text() + '[more]\nkey = "value"\n')
    with pytest.raises(MarkError, match="by hand"):
        add_form(tmp_path, "PP-26", None, Form(SVG.encode(), ".svg", "logo.svg"))
    assert tomllib.loads(file.read_text())["more"] == {"key": "value"}


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("PP-26", "pp-26"),
        ("  WTDC / Бакы 25 ", "mark-wtdc-25-"),
        ("Élan  d'or", "elan-d-or"),
        ("مؤتمر", "mark-"),
        ("CON", "mark-con"),
        ("x" * 200, "mark-" + "x" * 60 + "-"),
        ("../../etc", "etc"),
    ],
)
def test_slugs(name: str, slug: str) -> None:
    assert slug_of(name).startswith(slug)
    assert slug_of(name).replace("-", "").isalnum()
    assert slug_of("PP مؤتمر") != slug_of("PP معرض")


# Cutting


def test_an_even_border_is_cut_off_and_a_rim_stays() -> None:
    piece = trim(rgba(logo()))
    assert piece.shape == (180 + 8, 160 + 8, 4)
    assert (piece[0, 0] == 255).all()


def test_transparency_is_kept_and_holes_are_no_border() -> None:
    picture = Image.new("RGBA", (200, 200), (0, 0, 0, 0))
    picture.paste((255, 255, 255, 255), (40, 50, 140, 150))
    picture.paste((0, 0, 0, 0), (60, 70, 120, 130))
    piece = trim(np.asarray(picture))
    assert piece.shape == (104, 104, 4)
    assert piece[52, 52, 3] == 0
    assert tuple(piece[10, 10]) == (255, 255, 255, 255)


def test_a_tile_on_transparent_ground_stays_a_tile() -> None:
    picture = Image.new("RGBA", (200, 200), (0, 0, 0, 0))
    picture.paste((0, 60, 160, 255), (20, 20, 180, 180))
    picture.paste((255, 255, 255, 255), (80, 80, 120, 120))
    assert trim(np.asarray(picture)).shape == (166, 166, 4)


def test_jpeg_damage_does_not_stop_the_cut() -> None:
    buffer = io.BytesIO()
    logo().save(buffer, "JPEG", quality=20)
    height, width = trim(rgba(Image.open(buffer))).shape[:2]
    assert abs(height - 188) <= 12
    assert abs(width - 168) <= 12


def test_a_faint_mark_is_still_cut_out_and_a_photograph_comes_back_whole() -> None:
    faint = Image.new("RGB", (100, 100), (255, 255, 255))
    faint.paste((235, 235, 235), (30, 30, 70, 70))
    assert trim(rgba(faint)).shape[0] < 50
    noise = np.random.default_rng(1).integers(0, 255, (60, 80, 3), dtype=np.uint8)
    assert trim(rgba(Image.fromarray(noise))).shape == (60, 80, 4)
    assert not has_even_border(rgba(Image.fromarray(noise)))
    assert has_even_border(rgba(logo()))


@pytest.mark.parametrize("picture", [Image.new("RGB", (50, 50), "red"), Image.new("RGBA", (50, 50), (9, 9, 9, 0)), Image.new("RGBA", (50, 50), (9, 9, 9, 90))])
def test_one_colour_is_no_mark(picture: Image.Image) -> None:
    with pytest.raises(NothingSeenError):
        need_contrast(rgba(picture))


# Drawings


LINK = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10"><image width="10" height="10" {}/></svg>'


def test_a_drawing_opens_no_file_of_this_computer(tmp_path: Path) -> None:
    file = tmp_path / "red.png"
    Image.new("RGB", (10, 10), "red").save(file)
    for link in (f'href="{file}"', f"xlink:href = '{file}'", f'href="{str(file).replace("/", "&#47;")}"'):
        assert not draw_svg(LINK.format(link), 10).any(), link
    declared = '<!DOCTYPE svg [<!ENTITY p "{}">]>'
    assert not draw_svg(declared.format(file) + LINK.format('href="&p;"'), 10).any()
    with pytest.raises(NotDrawnError, match="entities"):
        draw_svg(declared.format(f"<image width=&#34;10&#34; height=&#34;10&#34; href=&#34;{file}&#34;/>") + LINK.format('href=""').replace("</svg>", "&p;</svg>"), 10)


def test_a_drawing_shows_what_it_brings_along() -> None:
    import base64

    data = base64.b64encode(png(Image.new("RGB", (10, 10), "red"))).decode()
    assert tuple(draw_svg(LINK.format(f'href="data:image/png;base64,{data}"'), 10)[5, 5]) == (255, 0, 0, 255)
