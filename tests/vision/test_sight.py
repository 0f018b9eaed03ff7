"""The emblem is found whatever its colour, size and turn; look-alikes are not taken for it."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from tests.scenes import composed, mark_picture

from materials_lint.vision import networks
from materials_lint.vision.grounds import on_grounds
from materials_lint.vision.marks import load_marks, shipped_folder
from materials_lint.vision.matching import Near, Template
from materials_lint.vision.pyramid import Pyramid
from materials_lint.vision.sight import Seen, Sight
from materials_lint.vision.spotting import windows


@cache
def sight() -> Sight:
    return Sight(load_marks(shipped_folder()))


def look(scene: dict[str, Any]) -> list[Seen]:
    return sight().look(np.asarray(composed(scene)))


@pytest.mark.parametrize("slug", ["itu-emblem-flat", "itu-emblem-colour", "itu-emblem-mono"])
@pytest.mark.parametrize(
    "more",
    [
        {"size": 32},
        {"size": 160},
        {"size": 96, "turn": 90},
        {"size": 96, "turn": -15},
        {"size": 120, "opacity": 0.4},
    ],
)
def test_the_emblem_is_found_where_it_is(slug: str, more: dict[str, Any]) -> None:
    found = look({"mark": slug, **more})
    assert [seen.mark.rule for seen in found] == ["A01"]
    x0, y0, x1, y1 = found[0].box
    assert abs((x0 + x1) / 2 - 120) < 0.2 * more["size"]
    assert abs((y0 + y1) / 2 - 100) < 0.2 * more["size"]
    assert 0.6 < max(x1 - x0, y1 - y0) / more["size"] < 1.6


@pytest.mark.parametrize("slug", ["itu-emblem-flat", "itu-emblem-mono"])
def test_the_emblem_is_found_in_white(slug: str) -> None:
    (seen,) = look({"mark": slug, "size": 96, "ink": "#FFFFFF", "ground": "#0B2A4A"})
    assert seen.mark.rule == "A01"


@pytest.mark.parametrize("slug", ["ai-for-good", "wsis-sdg-ring", "wsis-forum"])
def test_event_logos_are_found(slug: str) -> None:
    assert slug in [seen.mark.slug for seen in look({"mark": slug, "size": 150})]


def test_the_flag_is_found() -> None:
    assert [seen.mark.rule for seen in look({"mark": "itu-flag", "size": 192})] == ["A02"]


def test_an_empty_page_and_noise_show_nothing() -> None:
    rng = np.random.default_rng(1)
    assert sight().look(np.full((300, 300, 3), 255, np.uint8)) == []
    assert sight().look(rng.integers(0, 256, (200, 200, 3), dtype=np.uint8)) == []
    assert sight().look(np.zeros((5, 5, 3), np.uint8)) == []


def test_near_misses_are_explained() -> None:
    explained = sight().explain(np.asarray(composed({"mark": "itu-emblem-flat", "size": 128})))
    assert explained[0].confidence > 0.9
    assert re.search(r"likeness to the drawing 0\.\d\d", explained[0].reason)


def test_flat_windows_match_nothing() -> None:
    """OpenCV's normalised correlation gives 1.0 on flat windows."""
    template = Template(np.asarray(mark_picture("itu-emblem-flat", 96).convert("L")))
    near = Near(Pyramid(np.full((200, 200), 128, np.uint8)), (50, 50, 150, 150))
    rough = near.roughly(template)
    assert rough.score < 0.1
    assert near.closely(template, rough).score < 0.1


def test_blank_parts_and_small_letters_are_passed_over() -> None:
    page = np.full((640, 640), 255, np.uint8)
    page[100:104:2, 50:600:7] = 0
    assert windows(page) == []
    page[400:440, 400:440] = np.eye(40, dtype=np.uint8) * 255
    ((x0, y0, x1, y1),) = windows(page)
    assert x0 <= 400 < 440 <= x1
    assert y0 <= 400 < 440 <= y1


def test_transparent_ink_is_seen_on_the_ground_that_shows_it() -> None:
    white = np.zeros((40, 40, 4), np.uint8)
    white[10:30, 10:30] = 255
    (ground,) = on_grounds(white)
    assert ground[0, 0].max() < 60
    assert on_grounds(np.zeros((40, 40, 4), np.uint8)) == []


def test_the_weights_are_those_that_are_told() -> None:
    folder = Path(networks.__file__).parent / "data"
    told = dict(re.findall(r"^\| (\S+\.onnx) .*\| ([0-9a-f]{64}) \|$", (folder / "README.md").read_text(), re.MULTILINE))
    assert told == {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("*.onnx")}


def test_a_ring_of_colours_without_the_figure_is_no_mark_of_the_union() -> None:
    """The wheel of the Sustainable Development Goals is everybody's; WSIS and AI for Good put a figure of theirs into it."""
    ring = np.full((400, 400, 3), 255, np.uint8)
    for number in range(17):
        colour = tuple(int(v) for v in np.random.default_rng(number).integers(40, 220, 3))
        cv2.ellipse(ring, (200, 200), (130, 130), 0, number * 360 / 17 + 2, (number + 1) * 360 / 17 - 2, colour, 30, cv2.LINE_AA)
    assert sight().look(ring) == []
    scene = composed({"mark": "wsis-sdg-ring", "size": 300})
    assert [seen.mark.slug for seen in sight().look(np.asarray(scene))] == ["wsis-sdg-ring"]


@pytest.mark.parametrize(("side", "found"), [(30, True), (16, False)])
def test_what_is_smaller_than_a_mark_may_be_is_left_alone(side: int, found: bool) -> None:
    assert bool(look({"mark": "itu-emblem-flat", "size": side})) is found
