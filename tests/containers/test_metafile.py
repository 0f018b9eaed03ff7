"""Metafiles drawn: each test looks at pixels."""

from __future__ import annotations

import random
import struct
import time

import numpy as np
import pytest
from numpy.typing import NDArray

from materials_lint.containers.metafile import MetafileError, draw
from tests.containers import metafile_builders as m

Pixel = tuple[int, int, int, int]
NOTHING: Pixel = (0, 0, 0, 0)
RED: Pixel = (255, 0, 0, 255)
GREEN: Pixel = (0, 255, 0, 255)
BLUE: Pixel = (0, 0, 255, 255)
BLACK: Pixel = (0, 0, 0, 255)
STAR = [(50, 5), (20, 95), (95, 35), (5, 35), (80, 95)]


def at(pixels: NDArray[np.uint8], x: int, y: int) -> Pixel:
    red, green, blue, opacity = (int(value) for value in pixels[y, x])
    return red, green, blue, opacity


def pixels_of(data: bytes, side: int) -> NDArray[np.uint8]:
    return draw(data, side).pixels


def drawn(*records: bytes) -> NDArray[np.uint8]:
    """An EMF of 100 by 100 units at one pixel each."""
    return pixels_of(m.emf(*records), 100)


def test_the_frame_tells_the_size_and_the_ground_is_transparent() -> None:
    pixels = pixels_of(m.emf(m.fill(m.RED), m.poly(86, m.square(0, 0, 50, 50)), size=(100, 50)), 400)
    assert pixels.shape == (200, 400, 4)
    assert pixels.dtype == np.uint8
    assert (at(pixels, 100, 100), at(pixels, 300, 100)) == (RED, NOTHING)


@pytest.mark.parametrize("kind", [3, 86])
def test_polygons_of_both_widths(kind: int) -> None:
    pixels = drawn(m.fill(m.GREEN), m.poly(kind, m.square(20, 20, 80, 80), short=kind == 86))
    assert (at(pixels, 50, 50), at(pixels, 10, 50)) == (GREEN, NOTHING)


@pytest.mark.parametrize(("mode", "middle"), [(1, NOTHING), (2, RED)])
def test_fill_modes(mode: int, middle: Pixel) -> None:
    pixels = drawn(m.record(19, mode), m.fill(m.RED), m.poly(86, STAR))
    assert at(pixels, 50, 55) == middle
    assert at(pixels, 50, 20) == RED


def test_the_hole_of_several_polygons() -> None:
    pixels = drawn(m.fill(m.BLUE), m.poly_poly(91, m.square(10, 10, 90, 90), m.square(30, 30, 70, 70)))
    assert (at(pixels, 20, 50), at(pixels, 50, 50)) == (BLUE, NOTHING)


def test_a_path_of_curves_is_filled() -> None:
    circle = [(100, 78), (78, 100), (50, 100), (22, 100), (0, 78), (0, 50), (0, 22), (22, 0), (50, 0), (78, 0), (100, 22), (100, 50)]
    path = m.record(59) + m.record(27, 100, 50) + m.poly(88, circle) + m.record(61) + m.record(60)
    pixels = drawn(m.fill(m.RED), path, m.record(62, 0, 0, 0, 0))
    assert (at(pixels, 50, 50), at(pixels, 50, 3), at(pixels, 5, 5)) == (RED, RED, NOTHING)
    assert (pixels[..., 3] > 127).mean() == pytest.approx(np.pi / 4, abs=0.01)


def test_a_path_is_stroked_and_filled_or_stroked_only() -> None:
    path = m.record(59) + m.poly(86, m.square(20, 20, 80, 80)) + m.record(60)
    both = drawn(m.stroke(m.RED, 10), m.record(37, m.BLACK_BRUSH), path, m.record(63, 0, 0, 0, 0))
    assert (at(both, 20, 50), at(both, 50, 50)) == (RED, BLACK)
    only = drawn(m.stroke(m.RED, 10), m.record(37, m.BLACK_BRUSH), path, m.record(64, 0, 0, 0, 0))
    assert (at(only, 20, 50), at(only, 50, 50)) == (RED, NOTHING)


def test_lines_go_on_from_where_they_were() -> None:
    pixels = drawn(m.stroke(m.RED, 6), m.record(27, 10, 10), m.record(54, 90, 10), m.poly(89, [(90, 90), (10, 90)]))
    assert [at(pixels, *place) for place in ((50, 10), (90, 50), (50, 90), (10, 50))] == [RED, RED, RED, NOTHING]


def test_a_dashed_pen_leaves_gaps() -> None:
    row = drawn(m.stroke(m.RED, 4, style=0x10201), m.poly(87, [(0, 50), (100, 50)]))[50, :, 3]
    assert (row == 255).sum() > 40
    assert (row == 0).sum() > 10


@pytest.mark.parametrize("records", [(m.record(42, 10, 30, 90, 70),), (m.record(44, 10, 30, 90, 70, 80, 40),)])
def test_ellipses_and_corners_so_round(records: tuple[bytes, ...]) -> None:
    pixels = drawn(m.fill(m.BLUE), *records)
    assert (at(pixels, 50, 50), at(pixels, 12, 32)) == (BLUE, NOTHING)
    assert (pixels[..., 3] > 127).sum() == pytest.approx(np.pi * 40 * 20, rel=0.02)


def test_a_rectangle() -> None:
    pixels = drawn(m.fill(m.BLUE), m.record(43, 10, 30, 90, 70))
    assert (pixels[..., 3] > 127).sum() == 80 * 40


@pytest.mark.parametrize(("direction", "upper_right", "others"), [(1, BLUE, NOTHING), (2, NOTHING, BLUE)])
def test_a_pie_turns_against_the_clock_unless_told_otherwise(direction: int, upper_right: Pixel, others: Pixel) -> None:
    """From three o'clock to twelve."""
    pixels = drawn(m.record(57, direction), m.fill(m.BLUE), m.record(47, 0, 0, 100, 100, 100, 50, 50, 0))
    assert (at(pixels, 70, 30), at(pixels, 30, 70)) == (upper_right, others)


def test_chord_and_arc() -> None:
    chord = drawn(m.fill(m.BLUE), m.record(46, 0, 0, 100, 100, 100, 50, 50, 0))
    assert (at(chord, 80, 20), at(chord, 55, 45)) == (BLUE, NOTHING)
    arc = drawn(m.stroke(m.RED, 6), m.record(45, 10, 10, 90, 90, 90, 50, 50, 10))
    assert (at(arc, 78, 22), at(arc, 50, 50), at(arc, 22, 78)) == (RED, NOTHING, NOTHING)


def test_window_and_viewport_scale_and_flip() -> None:
    mapping = m.record(17, 8) + m.record(10, 0, 0) + m.record(9, 10, -10) + m.record(12, 0, 100) + m.record(11, 100, 100)
    pixels = drawn(mapping, m.fill(m.RED), m.record(43, 0, 0, 5, 5))
    assert (at(pixels, 25, 75), at(pixels, 25, 25), at(pixels, 75, 75)) == (RED, NOTHING, NOTHING)


def test_world_transform_comes_before_and_after() -> None:
    moved = m.matrix(35, 1, 0, 0, 1, 50, 0)
    before = drawn(moved, m.matrix(36, 0.5, 0, 0, 0.5, 0, 0, mode=2), m.fill(m.RED), m.record(43, 0, 0, 100, 100))
    assert (at(before, 75, 25), at(before, 25, 25), at(before, 75, 75)) == (RED, NOTHING, NOTHING)
    after = drawn(moved, m.matrix(36, 0.5, 0, 0, 0.5, 0, 0, mode=3), m.fill(m.RED), m.record(43, 0, 0, 100, 100))
    assert (at(after, 50, 25), at(after, 10, 25), at(after, 50, 75)) == (RED, NOTHING, NOTHING)


def test_saved_states_come_back() -> None:
    pixels = drawn(m.fill(m.RED), m.record(33), m.fill(m.GREEN), m.matrix(35, 1, 0, 0, 1, 50, 50), m.record(34, -1), m.record(43, 0, 0, 50, 50))
    assert (at(pixels, 25, 25), at(pixels, 75, 75)) == (RED, NOTHING)


def test_a_clip_hides_and_ends_with_the_state() -> None:
    path = m.record(59) + m.poly(86, [(0, 0), (100, 0), (0, 100)]) + m.record(60)
    clipped = m.record(33) + path + m.record(67, 1) + m.fill(m.RED) + m.record(43, 0, 0, 100, 100) + m.record(34, -1)
    pixels = drawn(clipped, m.fill(m.GREEN), m.record(43, 90, 90, 100, 100))
    assert [at(pixels, *place) for place in ((20, 20), (80, 60), (95, 95))] == [RED, NOTHING, GREEN]
    boxed = drawn(m.record(30, 0, 0, 50, 100), m.record(30, 0, 0, 100, 50), m.fill(m.RED), m.record(43, 0, 0, 100, 100))
    assert [at(boxed, *place) for place in ((25, 25), (75, 25), (25, 75))] == [RED, NOTHING, NOTHING]


def test_a_bitmap_upright_and_a_part_of_it() -> None:
    bitmap = m.dib([[m.RED, m.GREEN], [m.BLUE, m.BLACK]])
    pixels = drawn(m.stretch_bits(bitmap, (0, 0, 100, 100), (0, 0, 2, 2)))
    assert [at(pixels, *place) for place in ((5, 5), (95, 5), (5, 95), (95, 95))] == [RED, GREEN, BLUE, BLACK]
    part = drawn(m.stretch_bits(bitmap, (0, 0, 100, 100), (1, 1, 1, 1)))
    assert at(part, 50, 50) == GREEN


def test_a_sprite_of_mask_and_colours_stays_transparent_around() -> None:
    white = 0xFFFFFF
    mask, colours = m.dib([[m.BLACK, white]]), m.dib([[m.RED, m.BLACK]])
    pixels = drawn(m.stretch_bits(mask, (0, 0, 100, 100), (0, 0, 2, 1), m.AND), m.stretch_bits(colours, (0, 0, 100, 100), (0, 0, 2, 1), m.OR))
    assert (at(pixels, 5, 50), at(pixels, 95, 50)) == (RED, NOTHING)


def test_a_bitmap_that_is_cut_off_is_told_and_the_rest_drawn() -> None:
    header, bits = m.dib([[m.RED] * 20] * 20)
    found = draw(m.emf(m.stretch_bits((header, bits[:50]), (0, 0, 50, 50), (0, 0, 20, 20)), m.fill(m.BLUE), m.record(43, 50, 50, 100, 100)), 100)
    assert at(found.pixels, 75, 75) == BLUE
    assert len(found.left_out) == 1
    assert "can't be decoded" in found.left_out[0]


def plus_comment(flags: int) -> bytes:
    head = struct.pack("<HHIIIIII", 0x4001, flags, 28, 16, 0xDBC01002, 0, 96, 96)
    ellipse = struct.pack("<HHIII", 0x400E, 0x8000, 16, 4, 0xFF0000FF)
    body = b"EMF+" + head + ellipse
    return m.record(70, len(body), tail=body)


def test_instructions_of_both_kinds_are_drawn_by_the_older() -> None:
    found = draw(m.emf(plus_comment(1), m.fill(m.RED), m.record(43, 0, 0, 100, 100)), 100)
    assert (at(found.pixels, 50, 50), found.left_out) == (RED, ())


def test_the_newer_kind_alone_is_refused_or_told() -> None:
    with pytest.raises(MetafileError, match=r"EMF\+"):
        pixels_of(m.emf(plus_comment(0)), 100)
    found = draw(m.emf(plus_comment(0), m.fill(m.RED), m.record(43, 0, 0, 100, 100)), 100)
    assert "EMF+" in found.left_out[0]


def test_what_lies_off_the_frame_is_shown() -> None:
    pixels = pixels_of(m.emf(m.fill(m.RED), m.record(43, 5000, 5000, 5200, 5100)), 100)
    assert pixels.shape == (50, 100, 4)
    assert at(pixels, 50, 25) == RED


def test_a_gradient_goes_from_one_colour_to_the_other() -> None:
    ends = struct.pack("<iiHHHHiiHHHH", 0, 0, 0xFF00, 0, 0, 0, 100, 100, 0, 0, 0xFF00, 0)
    pixels = drawn(m.record(118, 0, 0, 0, 0, 2, 1, 0, tail=ends + struct.pack("<II", 0, 1)))
    assert pixels[50, 5, 0] > 200 > 50 > pixels[50, 95, 0]
    assert pixels[50, 95, 2] > 200


def test_a_windows_metafile_with_and_without_its_header() -> None:
    body = [m.function(0x020B, 0, 0), m.function(0x020C, 100, 200), m.wmf_fill(m.RED), m.wmf_polygon(m.square(0, 0, 100, 100))]
    bare = pixels_of(m.wmf(*body), 200)
    assert bare.shape == (100, 200, 4)
    assert (at(bare, 50, 50), at(bare, 150, 50)) == (RED, NOTHING)
    placed = pixels_of(m.wmf(*body, placed=(0, 0, 500, 500)), 200)
    assert placed.shape == (200, 200, 4)
    assert (at(placed, 50, 100), at(placed, 150, 100)) == (RED, NOTHING)


def test_a_window_that_points_upwards() -> None:
    pixels = pixels_of(m.wmf(m.function(0x020B, 100, 0), m.function(0x020C, -100, 100), m.wmf_fill(m.RED), m.function(0x041B, 0, 50, 50, 0)), 100)
    assert (at(pixels, 25, 75), at(pixels, 25, 25)) == (RED, NOTHING)


def test_shapes_of_a_windows_metafile() -> None:
    window = m.function(0x020B, 0, 0) + m.function(0x020C, 100, 100)
    holes = m.function(0x0538, 2, 4, 4, *[v for p in m.square(0, 0, 100, 100) + m.square(40, 40, 60, 60) for v in p])
    pixels = pixels_of(m.wmf(window, m.wmf_fill(m.GREEN), holes, m.wmf_fill(m.BLUE, 2), m.function(0x0418, 30, 30, 0, 0)), 100)
    assert [at(pixels, *place) for place in ((80, 80), (50, 50), (15, 15), (1, 1))] == [GREEN, NOTHING, BLUE, GREEN]
    pie = pixels_of(m.wmf(window, m.wmf_fill(m.BLUE), m.function(0x081A, 0, 50, 50, 100, 100, 100, 0, 0)), 100)
    assert (at(pie, 70, 30), at(pie, 30, 70)) == (BLUE, NOTHING)


def test_freed_numbers_of_objects_are_given_again() -> None:
    window = m.function(0x020B, 0, 0) + m.function(0x020C, 100, 100)
    again = m.function(0x01F0, 0) + m.function(0x02FC, 0, *m.colour_of(m.BLUE), 0) + m.function(0x012D, 0)
    pixels = pixels_of(m.wmf(window, m.wmf_fill(m.RED), again, m.function(0x041B, 100, 100, 0, 0)), 100)
    assert at(pixels, 50, 50) == BLUE


def test_bitmaps_of_a_windows_metafile() -> None:
    window = m.function(0x020B, 0, 0) + m.function(0x020C, 100, 100)
    bitmap = b"".join(m.dib([[m.RED, m.GREEN], [m.BLUE, m.BLACK]]))
    stretched = m.function(0x0F43, *m.colour_of(m.COPY), 0, 2, 2, 0, 0, 100, 100, 0, 0, tail=bitmap)
    blocked = m.function(0x0B41, *m.colour_of(m.COPY), 2, 2, 0, 0, 100, 100, 0, 0, tail=bitmap)
    for one in (stretched, blocked):
        pixels = pixels_of(m.wmf(window, one), 100)
        assert [at(pixels, *place) for place in ((5, 5), (95, 5), (5, 95), (95, 95))] == [RED, GREEN, BLUE, BLACK]


def test_a_file_that_draws_nothing_is_an_empty_picture() -> None:
    assert not drawn(m.fill(m.RED)).any()


@pytest.mark.parametrize(
    "data",
    [
        m.emf(*[m.record(13, 1, 1)] * 200_001),
        m.emf(m.fill(m.RED), *[m.poly(86, STAR * 3000)] * 140),
        m.emf(*[m.stretch_bits((struct.pack("<IiiHHIIiiII", 40, 20_000, 20_000, 1, 24, 0, 0, 0, 0, 0, 0), b"\0" * 9), (0, 0, 9, 9), (0, 0, 9, 9))] * 2),
        m.emf(m.record(20, 9), m.fill(m.RED), *[m.poly(86, m.square(0, 0, 9000, 9000))] * 5000, size=(9000, 9000)),
    ],
    ids=["records", "points", "pixels", "layers"],
)
def test_too_much_is_refused_with_a_reason(data: bytes) -> None:
    began = time.monotonic()
    with pytest.raises(MetafileError) as told:
        pixels_of(data, 4096)
    assert str(told.value)
    assert time.monotonic() - began < 30


def test_heavy_drawings_come_smaller() -> None:
    pixels = pixels_of(m.emf(m.fill(m.RED), *[m.poly(86, m.square(0, 0, 1000, 1000))] * 2000, size=(1000, 1000)), 4096)
    assert 200 <= pixels.shape[0] < 4096
    assert at(pixels, 100, 100) == RED


def test_the_side_is_bounded() -> None:
    assert max(pixels_of(m.emf(m.fill(m.RED), m.record(43, 0, 0, 9, 9), size=(100, 3)), 10**9).shape) == 4096


def test_damaged_files_end_in_a_picture_or_a_reason() -> None:
    """Bytes are overwritten at random, with those values above all that stand for extremes."""
    bitmap = m.dib([[m.RED, m.GREEN], [m.BLUE, m.BLACK]])
    whole = (
        m.emf(
            *(m.record(17, 8), m.record(9, 100, 100), m.record(11, 100, 100), m.fill(m.RED), m.poly(86, STAR), m.stroke(m.BLUE, 3, style=0x12101)),
            *(m.record(59), m.poly(88, [*STAR, (1, 1)]), m.record(60), m.record(67, 1), m.poly_poly(91, STAR, STAR), m.matrix(35, 1, 2, 3, 4, 5, 6)),
            *(m.record(45, 0, 0, 50, 50, 9, 9, 7, 3), m.stretch_bits(bitmap, (0, 0, 50, 50), (0, 0, 2, 2)), m.record(44, 0, 0, 9, 9, 5, 5), plus_comment(1)),
        ),
        m.wmf(
            *(m.function(0x020C, 100, 100), m.wmf_fill(m.RED), m.wmf_polygon(STAR), m.function(0x0538, 1, 4, *[v for p in m.square(0, 0, 9, 9) for v in p])),
            *(m.function(0x0F43, *m.colour_of(m.COPY), 0, 2, 2, 0, 0, 100, 100, 0, 0, tail=b"".join(bitmap)), m.function(0x0817, 1, 2, 3, 4, 5, 6, 7, 8)),
            placed=(0, 0, 100, 100),
        ),
    )
    chance = random.Random(7)
    outcomes = {"drawn": 0, "refused": 0}
    for turn in range(400):
        data = bytearray(whole[turn % 2])
        for _ in range(chance.randint(1, 12)):
            place = chance.randrange(len(data) - 4)
            data[place : place + 4] = chance.choice([b"\xff\xff\xff\x7f", b"\0\0\0\x80", b"\0\0\0\0", b"\xff\xff\xff\xff", chance.randbytes(4)])
        try:
            pixels = pixels_of(bytes(data[: chance.randint(len(data) // 2, len(data))] if turn % 5 == 0 else data), 64)
            outcomes["drawn"] += 1
            assert pixels.ndim == 3
            assert 1 <= max(pixels.shape[:2]) <= 64
        except MetafileError:
            outcomes["refused"] += 1
    assert outcomes["drawn"] > 200


@pytest.mark.parametrize("data", [b"", b"\x01\0\x09\0", b"\0" * 44, m.emf()[:60]])
def test_stumps_are_empty_pictures(data: bytes) -> None:
    assert not pixels_of(data, 10).any()
