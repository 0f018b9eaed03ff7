"""`marks list`, `marks add` and `marks test`."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
import numpy as np
import pikepdf
import pytest
from PIL import Image

from materials_lint.cli.marks import _common, _looking
from materials_lint.engine.lost import Lost, Trouble
from materials_lint.engine.workers import Pool
from materials_lint.model.source import Limits, Source
from materials_lint.policy import settings
from materials_lint.vision import sight
from materials_lint.vision.marks import Mark, load_marks, shipped_folder
from materials_lint.vision.sight import Seen
from tests.vision.mark_pictures import SVG, logo, poster

from .conftest import Call, Outcome


@pytest.fixture
def home(tmp_path: Path) -> Path:
    logo().save(tmp_path / "logo.png")
    return tmp_path


def refused(got: Outcome, words: str) -> None:
    assert got.code == 2
    assert words in got.err
    assert got.out == ""


def settings_file(home: Path, folder: str = "my-marks") -> None:
    (home / settings.FILE_NAME).write_text(f'[marks]\nfolder = "{folder}"\n')


# add


def test_one_picture_is_enough(call: Call, home: Path) -> None:
    got = call("marks", "add", "logo.png", "--name", "PP-26", "--rule", "a03")
    assert got.code == 0
    assert str(Path("my-marks", "pp-26", "logo.png")) in got.out
    (mark,) = load_marks(home / "my-marks")
    assert (mark.slug, mark.name, mark.rule, mark.forms) == ("pp-26", "PP-26", "A03", ("logo.png",))
    with Image.open(mark.folder / "logo.png") as cut:
        assert cut.size == (168, 188)
        assert cut.getpixel((84, 94)) == logo().getpixel((100 - 4 + 84, 60 - 4 + 94))


def test_it_says_which_line_the_settings_need_and_the_line_works(call: Call, home: Path) -> None:
    got = call("marks", "add", "logo.png", "--name", "PP-26", "--folder", "kept/here")
    lines = [line.strip() for line in got.out.splitlines()]
    start = lines.index("[marks]")
    (home / settings.FILE_NAME).write_text("\n".join(lines[start : start + 2]))
    listed = json.loads(call("marks", "list", "--format", "json").out)["marks"]
    assert [mark["slug"] for mark in listed if mark["own"]] == ["pp-26"]
    assert "So that it is looked for" not in call("marks", "add", "logo.png", "--name", "Other").out


def test_the_folder_of_the_settings_is_used_from_anywhere(call: Call, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings_file(home)
    (home / "sub").mkdir()
    monkeypatch.chdir(home / "sub")
    got = call("marks", "add", "../logo.png", "--name", "PP-26", "--config", "../materials-lint.toml")
    assert (got.code, "[marks]" in got.out) == (0, False)
    assert (home / "my-marks" / "pp-26" / "mark.toml").is_file()
    told = call("marks", "add", "../logo.png", "--name", "Other", "--config", "../materials-lint.toml", "--folder", "here").out
    assert "It is not looked for yet" in told
    assert 'folder = "sub/here"' in told


def test_jpeg_svg_and_pdf_become_forms_of_one_mark(call: Call, home: Path) -> None:
    logo().save(home / "logo.jpg", quality=50)
    (home / "drawn.svg").write_text(SVG)
    logo((900, 1200)).save(home / "page.pdf", save_all=True, append_images=[logo((900, 1200), (10, 20, 60))])
    for arguments in (["logo.png"], ["logo.jpg"], ["drawn.svg"], ["page.pdf", "--page", "2"]):
        got = call("marks", "add", *arguments, "--name", "PP-26")
        assert got.code == 0, got.err
    (mark,) = load_marks(home / "my-marks")
    assert mark.forms == ("logo.png", "logo-2.png", "drawn.svg", "page.png")
    assert (mark.folder / "drawn.svg").read_text() == SVG
    with Image.open(mark.folder / "page.png") as cut:
        assert max(abs(seen - sent) for seen, sent in zip(np.asarray(cut.convert("RGB"))[2, 2].tolist(), (10, 20, 60), strict=True)) <= 3
        assert cut.width / cut.height == pytest.approx(168 / 188, abs=0.03)


def test_a_drawing_with_a_wide_border_is_drawn_and_cut(call: Call, home: Path) -> None:
    (home / "far.svg").write_text(SVG.replace('viewBox="0 0 100 100"', 'viewBox="0 0 300 300"').replace("</svg>", "<text>PP</text></svg>"))
    got = call("marks", "add", "far.svg", "--name", "Far")
    assert "Turn them into outlines" in got.out
    (mark,) = load_marks(home / "my-marks")
    assert mark.forms == ("far.png",)


def test_the_border_stays_when_asked(call: Call, home: Path) -> None:
    call("marks", "add", "logo.png", "--name", "Tile", "--keep-border")
    with Image.open(home / "my-marks" / "tile" / "logo.png") as kept:
        assert kept.size == (400, 300)


@pytest.mark.parametrize(
    ("picture", "words"),
    [
        ("one.png", "one colour only"),
        ("small.png", "only 20 x 22 pixels"),
        ("cut.png", "damaged or cut off"),
        ("letter.txt", "There is no picture in this file. Use a PNG"),
        ("noise.bin", "no picture that can be opened"),
        ("locked.pdf", "locked with a password"),
        ("none.png", "there is no such file"),
        (".", "it is a folder"),
        ("empty.png", "empty"),
    ],
)
def test_wrong_pictures(call: Call, home: Path, picture: str, words: str) -> None:
    Image.new("RGB", (300, 200), "navy").save(home / "one.png")
    logo().crop((100, 60, 260, 240)).resize((20, 22)).save(home / "small.png")
    (home / "cut.png").write_bytes((home / "logo.png").read_bytes()[:400])
    (home / "letter.txt").write_text("Dear all")
    (home / "noise.bin").write_bytes(bytes(range(256)) * 8)
    (home / "empty.png").write_bytes(b"")
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(home / "locked.pdf", encryption=pikepdf.Encryption(user="secret", owner="other"))
    refused(call("marks", "add", picture, "--name", "PP-26"), words)
    assert not (home / "my-marks").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--name", "PP-26", "--rule", "A99"], "There is no rule A99 for marks"),
        (["--name", "ITU flag"], "comes with materials-lint"),
        (["--name", " "], "name is empty"),
        (["--name", "PP-26", "--page", "2"], "There is no page or frame 2: the file has 1"),
        (["--name", "PP-26", "--folder", " "], "--folder is empty"),
        (["--name", "PP-26", "--folder", "logo.png"], "could not be written"),
        ([], "--name"),
    ],
)
def test_wrong_calls(call: Call, home: Path, arguments: list[str], words: str) -> None:
    refused(call("marks", "add", "logo.png", *arguments), words)
    assert sorted(path.name for path in home.iterdir()) == ["logo.png"]


def test_limits_are_told_by_their_settings(call: Call, home: Path) -> None:
    logo((1300, 900)).save(home / "large.png")
    (home / settings.FILE_NAME).write_text("[limits]\nmax_picture_mpx = 1\n")
    refused(call("marks", "add", "large.png", "--name", "PP-26"), "max_picture_mpx = 1 million")


def test_a_worker_that_is_lost_is_told(call: Call, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for trouble, words in ((Trouble.TIMEOUT, "max_seconds = 60"), (Trouble.MEMORY, "max_memory_mib = 3584"), (Trouble.CRASH, "broke down over it")):
        lost = [(None, Lost(trouble, "SIGSEGV"))]
        monkeypatch.setattr(Pool, "run", lambda _self, _take, lost=lost: iter(lost))
        refused(call("marks", "add", "logo.png", "--name", "PP-26"), words)


# list


def test_the_shipped_marks_are_listed(call: Call) -> None:
    got = call("marks", "list")
    assert got.code == 0
    told = " ".join(got.out.split())
    for mark in load_marks(shipped_folder()):
        assert f"{mark.rule} {mark.slug} {mark.name}" in told
    assert "None yet. To add one" in got.out


def test_the_list_as_json(call: Call, home: Path) -> None:
    settings_file(home)
    call("marks", "add", "logo.png", "--name", "PP-26")
    listed = {mark["slug"]: mark for mark in json.loads(call("marks", "list", "--format", "json").out)["marks"]}
    assert listed["pp-26"] == {
        "slug": "pp-26",
        "name": "PP-26",
        "rule": "A03",
        "forms": ["logo.png"],
        "owner": "",
        "generation": "",
        "smallest_px": 24,
        "own": True,
        "folder": str(home / "my-marks" / "pp-26"),
        "note": "",
    }
    assert listed["itu-flag"]["rule"] == "A02"
    assert not listed["itu-flag"]["own"]


def test_a_folder_that_can_not_be_used_is_told(call: Call, home: Path) -> None:
    settings_file(home, "nowhere")
    refused(call("marks", "list"), "nowhere, which `folder` under [marks] names, is not there")
    settings_file(home)
    call("marks", "add", "logo.png", "--name", "PP-26")
    (home / "my-marks" / "pp-26").rename(home / "my-marks" / "itu-flag")
    refused(call("marks", "list"), "Give its folder another name")
    refused(call("marks", "test", "logo.png"), "Give its folder another name")


# test


@dataclass
class FakeSight:
    """Sees the mark that is the user's own, at one place."""

    marks: tuple[Mark, ...]
    box = (140.0, 80.0, 300.0, 260.0)

    def explain(self, pixels: np.ndarray) -> list[Seen]:
        assert pixels.dtype == np.uint8
        return [Seen(mark, self.box, 0.934, 7.4) for mark in self.marks if mark.slug == "pp-26"]


class ExplainingSight(FakeSight):
    """Sees nearly something else there, and elsewhere."""

    def explain(self, pixels: np.ndarray) -> list[Seen]:
        far = (10.0, 10.0, 60.0, 60.0)
        nearly = [Seen(self.marks[0], self.box, 0.32, 0, "hidden by what was found"), Seen(self.marks[0], far, 0.31, 0, "its letters differ")]
        nearly += [Seen(self.marks[0], far, 0.01, 0, "nothing like it")]
        return [*super().explain(pixels), *nearly]


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch, call: Call, home: Path) -> Path:
    """A poster, an own mark that the fake finds in it, and work done in this process so that the fake is used."""

    def here(work: Any, task: Any, picture: str, limits: Any) -> Any:
        answer = work(task)
        assert not isinstance(answer, _common.Refused), answer
        return answer

    settings_file(home)
    call("marks", "add", "logo.png", "--name", "PP-26")
    monkeypatch.setattr(sight, "Sight", FakeSight)
    monkeypatch.setattr(_common, "in_worker", here)
    return poster(home)


def test_what_is_found_is_told(call: Call, seen: Path) -> None:
    got = call("marks", "test", "poster.png")
    assert got.code == 0
    assert "420 x 330 pixels" in got.out
    assert "A03  PP-26 (pp-26)" in got.out
    assert "confidence 0.93, 160 x 180 pixels at 140, 80 from the top left, turned by 7 degrees" in " ".join(got.out.split())
    assert "Nearest" not in got.out


def test_the_nearest_misses_are_told(call: Call, seen: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sight, "Sight", ExplainingSight)
    out = call("marks", "test", "poster.png").out
    assert "its letters differ" in out.split("Nearest misses")[1]
    assert "hidden by what was found" not in out
    assert "nothing like it" not in out
    data = json.loads(call("marks", "test", "poster.png", "--format", "json").out)
    assert data["missed"][0]["reason"] == "its letters differ"
    assert data["found"] == [{"mark": "pp-26", "name": "PP-26", "rule": "A03", "box": [140.0, 80.0, 300.0, 260.0], "confidence": 0.934, "angle": 7.4}]


def test_boxes_are_drawn_on_a_copy(call: Call, seen: Path) -> None:
    before = seen.read_bytes()
    assert call("marks", "test", "poster.png", "--output", "boxes.png").code == 0
    with Image.open(seen.with_name("boxes.png")) as boxes, Image.open(seen) as clean:
        assert boxes.size == clean.size
        assert boxes.getpixel((140, 200)) == (214, 0, 60)
        assert boxes.getpixel((200, 260)) == (214, 0, 60)
        assert boxes.getpixel((210, 170)) == clean.getpixel((210, 170))
    assert seen.read_bytes() == before


def test_no_file_is_replaced_unasked(call: Call, seen: Path) -> None:
    before = seen.read_bytes()
    refused(call("marks", "test", "poster.png", "--output", "poster.png", "--force"), "is the picture itself")
    refused(call("marks", "test", "poster.png", "--output", "logo.png"), "--force")
    refused(call("marks", "test", "poster.png", "--output", "boxes.pdf"), ".png, .jpg or .webp")
    refused(call("marks", "test", "poster.png", "--output", "none/boxes.png"), "could not be written")
    assert seen.read_bytes() == before
    assert call("marks", "test", "poster.png", "--output", "logo.png", "--force").code == 0


def test_boxes_of_a_pdf_page_are_in_points(call: Call, seen: Path) -> None:
    with Image.open(seen) as picture:
        picture.save(seen.with_suffix(".pdf"), resolution=300)
    data = json.loads(call("marks", "test", "poster.pdf", "--format", "json").out)
    assert (data["unit"], data["width"], data["height"]) == ("pt", pytest.approx(100.8, abs=0.6), pytest.approx(79.2, abs=0.6))
    assert data["found"][0]["box"] == pytest.approx([140 * 72 / 150, 80 * 72 / 150, 300 * 72 / 150, 260 * 72 / 150], abs=1)  # the page is 210 pixels and a bit wide


def test_a_picture_in_a_document_is_looked_at_and_named(call: Call, seen: Path) -> None:
    document = docx.Document()
    document.add_picture(str(seen))
    document.save(str(seen.with_name("letter.docx")))
    out = call("marks", "test", "letter.docx").out
    assert "letter.docx, picture 1 of 2 (word/media/image1.png)" in out
    assert "A03  PP-26 (pp-26)" in out
    data = json.loads(call("marks", "test", "letter.docx", "--page", "2", "--format", "json").out)
    assert (data["page"], data["pages"], data["member"]) == (2, 2, "docProps/thumbnail.jpeg")


def test_boxes_of_a_large_picture_are_in_its_own_pixels() -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (4000, 1000), "white").save(buffer, "PNG")
    looked = _looking.look(_looking.Looking(Source(buffer.getvalue(), "wide.png"), 1, Limits(), ()))
    assert isinstance(looked, _looking.Looked)
    assert (looked.width, looked.height) == (4000, 1000)
    assert not looked.found


def test_the_real_sight_in_a_real_worker(call: Call, home: Path) -> None:
    """The logo itself, put on a poster at its own size, is found by whatever matcher there is."""
    settings_file(home)
    call("marks", "add", "logo.png", "--name", "PP-26")
    poster(home)
    data = json.loads(call("marks", "test", "poster.png", "--format", "json").out)
    best = data["found"][0]
    assert best["mark"] == "pp-26"
    assert best["box"] == pytest.approx([140, 80, 300, 260], abs=20)


def test_nothing_found_is_said(call: Call, home: Path) -> None:
    Image.new("RGB", (300, 300), "white").save(home / "blank.png")
    got = call("marks", "test", "blank.png")
    assert got.code == 0
    assert f"None of the {len(load_marks(shipped_folder()))} marks was found." in got.out


def test_marks_alone_shows_the_help(call: Call) -> None:
    got = call("marks")
    assert got.code == 2
    assert "marks add logo.png" in got.out
    refused(call("marks", "ad"), "Did you mean")


# check


def test_the_own_marks_are_no_drafts(call: Call, home: Path) -> None:
    settings_file(home)
    call("marks", "add", "logo.png", "--name", "PP-26")
    (home / "letter.txt").write_text("Dear all, I stand for election.")
    checked = json.loads(call("check", ".", "--format", "json").out)["documents"]
    assert sorted(Path(document["path"]).as_posix() for document in checked) == ["letter.txt", "logo.png"]


def test_marks_that_can_not_be_used_stop_a_check(call: Call, home: Path) -> None:
    settings_file(home, "nowhere")
    refused(call("check", "logo.png"), "nowhere, which `folder` under [marks] names, is not there")
