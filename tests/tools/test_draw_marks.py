"""The tool that draws the reference marks: what it writes, and that its net is the globe's."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from tools.draw_marks.__main__ import FOLDER
from tools.draw_marks.globe import Net, clear_of
from tools.draw_marks.marks import MARKS, pages
from tools.draw_marks.rings import segment
from tools.draw_marks.svg import Path as Outline
from tools.draw_marks.svg import box, number
from tools.draw_marks.words import word


@pytest.mark.parametrize("slug", MARKS)
def test_tracked_drawings_are_what_the_tool_writes(slug: str) -> None:
    drawn = {form: str(drawing) for form, drawing in MARKS[slug]().items()}
    tracked = {path.stem: path.read_text(encoding="utf-8") for path in (FOLDER / slug).glob("*.svg")}
    assert tracked == drawn, "run `python -m tools.draw_marks`"


def test_every_drawing_has_a_path_of_its_own_below_its_marks_folder() -> None:
    names = pages()
    assert Path("itu-emblem-flat/blue.svg") in names
    assert len(names) == sum(len(list((FOLDER / slug).glob("*.svg"))) for slug in MARKS)


def test_parallels_lie_at_their_colatitude_from_the_pole() -> None:
    net = Net(pole=(0.3, 0.6))
    pole = (0.3, 0.6, math.sqrt(1 - 0.45))
    for colatitude in (18.0, 50.0, 110.0):
        for t in (0.0, 1.0, 3.0, 5.0):
            point = net.parallel(colatitude).at(t)
            assert math.degrees(math.acos(sum(a * b for a, b in zip(point, pole, strict=True)))) == pytest.approx(colatitude)


def test_meridians_are_great_circles_through_the_pole() -> None:
    circle = Net(pole=(0.3, 0.6)).meridian(59.0)
    points = [circle.at(index * math.tau / 3600) for index in range(3600)]
    assert min(math.hypot(x - 0.3, y - 0.6) for x, y, _ in points) < 0.002
    assert all(math.hypot(*point) == pytest.approx(1.0) for point in points)


def test_a_whole_parallel_is_two_arcs_and_one_over_the_edge_is_one() -> None:
    assert Net(pole=(0.3, 0.6), parallels=(18,)).arcs(lambda _: True).count("A") == 2
    assert Net(pole=(0.3, 0.6), parallels=(90,)).arcs(lambda _: True).count("A") == 1
    assert Net(pole=(0.3, 0.6), parallels=(90,)).arcs(lambda _: False) == ""


def test_lines_stop_short_of_letters() -> None:
    clear = clear_of(box(-0.2, 0.2, 0.2, -0.2).contours, 0.05)
    assert clear((0.0, 0.26))
    assert not clear((0.0, 0.24))
    assert not clear((0.0, 0.0))
    assert clear((0.24, 0.24))


def test_words_reach_exactly_where_they_should() -> None:
    outline = word("Union", 1.0, -0.5, 0.2, 3.0)
    xs = [x for contour in outline.contours for x, _ in contour]
    ys = [y for contour in outline.contours for _, y in contour]
    assert [min(xs), max(xs)] == pytest.approx([1.0, 3.0], abs=0.01)
    assert max(ys) == pytest.approx(-0.5 + 0.2 * 760 / 729, abs=0.02)


def test_neighbouring_segments_keep_their_gap() -> None:
    first, second = segment(0, 0.72, 0.06).contours[0], segment(1, 0.72, 0.06).contours[0]
    nearest = min(math.dist(a, b) for a in first for b in second)
    assert nearest == pytest.approx(0.06, abs=0.002)


@pytest.mark.parametrize(("value", "text"), [(1.0, "1"), (-0.001, "0"), (12.346, "12.35"), (-3.5, "-3.5"), (100.0, "100")])
def test_numbers_are_short(value: float, text: str) -> None:
    assert number(value) == text


def test_points_are_written_in_hundredths_with_y_downwards() -> None:
    assert str(Outline().move((0.5, 0.25)).line((1, -1)).close()) == "M50 -25 L100 100 Z"
