"""The WSIS figure (a hub and five blades), the WSIS Forum logo and the ring of the Sustainable Development Goals round the figure."""

from __future__ import annotations

import math
from dataclasses import dataclass

from tools.draw_marks import rings
from tools.draw_marks.svg import Bounds, Drawing, Path, Point, polygon, rounded_box

_PURPLE, _BLUE, _LIME, _AMBER, _GREY, _TEXT = "#8D4591", "#6A8EC8", "#B8CC37", "#F1A921", "#797A7E", "#646569"
_GOALS = "E5243B DDA63A 4C9F38 C5192D FF3A21 26BDE2 FCC30B A21942 FD6925 DD1367 FD9D24 BF8B2E 3F7E44 0A97D9 56C02B 00689D 19486A"


@dataclass(frozen=True, slots=True)
class Frame:
    """Puts the figure's measures (thousandths, x right, y down, from the hub) into a drawing."""

    hub: Point = (0.0, 0.0)
    size: float = 1.0

    def at(self, x: float, y: float) -> Point:
        """The point of the drawing."""
        return self.hub[0] + x / 1000 * self.size, self.hub[1] - y / 1000 * self.size

    def points(self, *numbers: float) -> list[Point]:
        """Points of the drawing from x, y, x, y ..."""
        return [self.at(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]


def _shape(frame: Frame, start: Point, *steps: tuple[float, ...]) -> Path:
    """A closed path; a step of two numbers is a line, of four a quadratic, of six a cubic."""
    path = Path().move(frame.at(*start))
    for step in steps:
        points = frame.points(*step)
        if len(points) == 1:
            path.line(points[0])
        elif len(points) == 2:
            path.bend(points[0], points[1])
        else:
            path.curve(points[0], points[1], points[2])
    return path.close()


def _purple(frame: Frame) -> Path:
    top = ((-793, -253, -495, -215), (-428, -290), (-405, -320, -368, -320, -340, -285), (-242, -100))
    return _shape(frame, (-1093, -253), *top, (-205, -33, -255, 55, -388, 45), (-768, -13, -1173, -13), (-1330, -20, -1338, -245, -1093, -253))


def _blue(frame: Frame) -> Path:
    tip = ((-493, -675, -430, -675, -393, -668), (-305, -653, -248, -613), (-143, -495, -53, -353), (58, -310))
    return _shape(frame, (-473, -633), *tip, (115, -283, 115, -265, 78, -250), (-23, -213), (-105, -178, -218, -220, -260, -298), (-355, -483, -473, -633))


def _lime(frame: Frame) -> Path:
    top = ((370, -253), (445, -270, 495, -195, 533, -133), (545, -100, 538, -95, 520, -88), (360, -15), (398, 100))
    return _shape(frame, (158, -200), *top, (403, 135, 378, 135, 363, 120), (208, -23), (145, -83, 95, -183, 158, -200))


def _amber(frame: Frame) -> Path:
    right = ((195, 118, 283, 110, 343, 175), (458, 293, 583, 468, 645, 580), (678, 655, 658, 755, 620, 785), (595, 800, 570, 785, 553, 760))
    return _shape(frame, (178, 180), *right, (420, 568, 285, 420), (188, 465), (133, 485, 120, 430, 128, 393))


def _grey(frame: Frame) -> Path:
    right = ((-123, 160), (8, 170, 70, 280, 40, 393), (-30, 605, -130, 830, -233, 1025), (-293, 1143, -443, 1155, -518, 1100))
    return _shape(frame, (-393, 135), *right, (-580, 1043, -588, 980, -550, 905), (-455, 730, -355, 493, -285, 330), (-388, 240), (-438, 193, -430, 135, -393, 135))


def _hub(frame: Frame) -> Path:
    """An ellipse, its long axis 38 degrees down to the right."""
    turn, long, short, reach = math.radians(38), 167.0, 120.0, 0.5523

    def at(along: float, across: float) -> Point:
        x, y = along * long, across * short
        return frame.at(x * math.cos(turn) - y * math.sin(turn), x * math.sin(turn) + y * math.cos(turn))

    path = Path().move(at(1, 0))
    for (a, b), (c, d) in (((1, 0), (0, 1)), ((0, 1), (-1, 0)), ((-1, 0), (0, -1)), ((0, -1), (1, 0))):
        path.curve(at(a + reach * c, b + reach * d), at(c + reach * a, d + reach * b), at(c, d))
    return path.close()


def figure(drawing: Drawing, frame: Frame) -> None:
    """Draw the hub and the five blades."""
    blades = ((_purple, _PURPLE), (_blue, _BLUE), (_lime, _LIME), (_amber, _AMBER), (_grey, _GREY), (_hub, _GREY))
    for shape, colour in blades:
        drawing.fill(shape(frame), colour)


_WSIS_W = (680, -288, 830, -288, 873, 225, 930, -288, 1073, -288, 1130, 225, 1180, -288, 1323, -288, 1220, 443, 1053, 443, 1000, -23, 948, 443, 780, 443)
_WSIS_I = (1705, -288, 1853, -288, 1853, 443, 1705, 443)
_FORUM_F = (790, 498, 925, 498, 925, 558, 858, 558, 858, 633, 918, 633, 918, 693, 858, 693, 858, 838, 790, 838)
_FORUM_M = (1580, 498, 1678, 498, 1713, 720, 1748, 498, 1845, 498, 1845, 838, 1780, 838, 1780, 608, 1740, 838, 1685, 838, 1643, 608, 1643, 838, 1580, 838)


def _letter_s(frame: Frame, left: float) -> Path:
    """The middle line of a narrow S."""
    path = Path().move(frame.at(left + 288, -50)).line(frame.at(left + 288, -145))
    path.curve(*frame.points(left + 288, -253, left + 80, -253, left + 80, -145)).line(frame.at(left + 80, -120))
    path.curve(*frame.points(left + 80, 30, left + 295, 80, left + 295, 243)).line(frame.at(left + 295, 285))
    return path.curve(*frame.points(left + 295, 413, left + 73, 413, left + 73, 285)).line(frame.at(left + 73, 205))


def _letter_r(frame: Frame) -> Path:
    """A narrow R: its outline, then its counter."""
    path = Path().move(frame.at(1160, 498)).line(frame.at(1250, 498))
    path.curve(*frame.points(1350, 498, 1350, 640, 1300, 670)).curve(*frame.points(1345, 700, 1320, 800, 1335, 838))
    path.line(*frame.points(1268, 838, 1262, 800, 1262, 700, 1228, 700, 1228, 838, 1160, 838)).close()
    path.move(frame.at(1228, 555)).line(frame.at(1228, 643)).line(frame.at(1245, 643))
    return path.curve(*frame.points(1270, 643, 1270, 555, 1245, 555)).close()


def _letter_u(frame: Frame) -> Path:
    path = Path().move(frame.at(1368, 498)).line(frame.at(1368, 755))
    path.curve(*frame.points(1368, 873, 1540, 873, 1540, 755)).line(*frame.points(1540, 498, 1473, 498, 1473, 760))
    return path.curve(*frame.points(1473, 790, 1436, 790, 1436, 760)).line(frame.at(1436, 498)).close()


def _boxed(frame: Frame, left: float, top: float, right: float, bottom: float, radius: float) -> Path:
    return rounded_box(*frame.at(left, top), *frame.at(right, bottom), radius)


def forum() -> Drawing:
    """The figure with narrow "WSIS" over "FORUM" at its right."""
    drawing, frame = Drawing("WSIS Forum", Bounds(-1.298, 0.675, 2.248, -1.137)), Frame()
    figure(drawing, frame)
    for corners in (_WSIS_W, _WSIS_I, _FORUM_F, _FORUM_M):
        drawing.fill(polygon(frame.points(*corners)), _TEXT)
    for left in (1313, 1879):
        drawing.stroke(_letter_s(frame, left), _TEXT, 0.143)
    letter_o = _boxed(frame, 950, 493, 1123, 843, 0.13)
    hole = _boxed(frame, 1018, 555, 1055, 780, 0.03)
    letter_o.steps.extend(hole.steps)
    for letter in (letter_o, _letter_r(frame), _letter_u(frame)):
        drawing.fill(letter, _TEXT, hollow=True)
    return drawing


def sdg_ring() -> Drawing:
    """The figure in a ring of 17 segments in the colours of the goals, clockwise from the top."""
    drawing = Drawing("WSIS and the Sustainable Development Goals", Bounds(-1, 1, 1, -1))
    rings.ring(drawing, [f"#{colour}" for colour in _GOALS.split()], 0.72, 0.06)
    figure(drawing, Frame((0.168, 0.117), 0.599))
    return drawing
