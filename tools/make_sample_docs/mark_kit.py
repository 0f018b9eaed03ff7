"""Reference marks for drafts: as pixels, and as vector drawings on a page."""

from __future__ import annotations

import io
import math
import re
from collections.abc import Iterator, Sequence
from typing import Any
from xml.etree import ElementTree

from PIL import Image
from reportlab.lib.colors import HexColor

from materials_lint.vision.drawing import draw_svg
from materials_lint.vision.marks import shipped_folder

Point = tuple[float, float]
Step = tuple[str, tuple[float, ...]]
_TOKEN = re.compile(r"[MLQCAZ]|-?\d+(?:\.\d+)?")
_NUMBERS = {"M": 2, "L": 2, "Q": 4, "C": 6, "A": 7, "Z": 0}


def drawing(form: str) -> str:
    """Return the SVG text of a reference mark, e.g. "itu-emblem-flat/blue"."""
    return (shipped_folder() / f"{form}.svg").read_text(encoding="utf-8")


def pixels(form: str, side: int, ink: str = "") -> Image.Image:
    """Return a mark on transparent ground, its longer side `side` pixels; `ink` draws all of it in one colour."""
    picture = Image.fromarray(draw_svg(drawing(form), 4 * side))
    picture.thumbnail((side, side), Image.Resampling.LANCZOS)
    if ink:
        plain = Image.new("RGBA", picture.size, ink)
        plain.putalpha(picture.getchannel("A"))
        return plain
    return picture


def png(picture: Image.Image) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def paint(canvas: Any, text: str, x: float, top: float, height: float) -> None:
    """Paint an SVG drawing of circles and paths in plain colours as vectors; its left top corner lies at (x, top), from the page's bottom."""
    root = ElementTree.fromstring(text)
    left, upper, _, high = (float(value) for value in root.attrib["viewBox"].split())
    canvas.saveState()
    canvas.translate(x, top)
    canvas.scale(height / high, -height / high)
    canvas.translate(-left, -upper)
    for element in root:
        _paint_element(canvas, element)
    canvas.restoreState()


def _paint_element(canvas: Any, element: ElementTree.Element) -> None:
    kind, told = element.tag.rpartition("}")[2], element.attrib
    if kind == "title":
        return
    fill, stroke = told.get("fill", "#000000"), told.get("stroke", "none")
    if fill != "none":
        canvas.setFillColor(HexColor(fill))
    if stroke != "none":
        canvas.setStrokeColor(HexColor(stroke))
        canvas.setLineWidth(float(told["stroke-width"]))
    how = {"fill": int(fill != "none"), "stroke": int(stroke != "none")}
    if kind == "circle":
        canvas.circle(float(told.get("cx", 0)), float(told.get("cy", 0)), float(told["r"]), **how)
    elif kind == "path":
        canvas.drawPath(_path(canvas, told["d"]), **how, fillMode=0 if told.get("fill-rule") == "evenodd" else 1)
    else:
        raise ValueError(f"no <{kind}> can be painted here")


def _path(canvas: Any, data: str) -> Any:
    path, here = canvas.beginPath(), (0.0, 0.0)
    for kind, n in _steps(data):
        if kind == "Z":
            path.close()
            continue
        if kind == "M":
            path.moveTo(*n)
        elif kind == "L":
            path.lineTo(*n)
        elif kind == "Q":
            path.curveTo(*_third(here, n[:2]), *_third(n[2:], n[:2]), *n[2:])
        elif kind == "C":
            path.curveTo(*n)
        else:
            for curve in _arc(here, n):
                path.curveTo(*curve)
        here = (n[-2], n[-1])
    return path


def _steps(data: str) -> Iterator[Step]:
    tokens = _TOKEN.findall(data)
    at = 0
    while at < len(tokens):
        count = _NUMBERS[tokens[at]]
        yield tokens[at], tuple(float(value) for value in tokens[at + 1 : at + 1 + count])
        at += 1 + count


def _third(end: Sequence[float], control: Sequence[float]) -> Point:
    """Return the control point of the cubic curve that is the quadratic one."""
    return end[0] + (control[0] - end[0]) * 2 / 3, end[1] + (control[1] - end[1]) * 2 / 3


def _arc(start: Point, told: Sequence[float]) -> Iterator[tuple[float, ...]]:
    """Yield the cubic curves of an elliptical arc, a quarter at most each (SVG 1.1, appendix F.6)."""
    rx, ry, tilt, large, sweep, *end = told
    cos, sin = math.cos(math.radians(tilt)), math.sin(math.radians(tilt))
    half = ((start[0] - end[0]) / 2, (start[1] - end[1]) / 2)
    x, y = (cos * half[0] + sin * half[1]) / rx, (cos * half[1] - sin * half[0]) / ry
    grow = max(1.0, math.hypot(x, y))
    rx, ry, x, y = rx * grow, ry * grow, x / grow, y / grow
    off = math.sqrt(max(0.0, 1 / (x * x + y * y) - 1)) * (1 if large != sweep else -1)
    centre = (off * y, -off * x)
    first = math.atan2(y - centre[1], x - centre[0])
    turn = (math.atan2(-y - centre[1], -x - centre[0]) - first) % (2 * math.pi) - (0 if sweep else 2 * math.pi)
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)

    def out(point: Point) -> Point:
        across, down = rx * (point[0] + centre[0]), ry * (point[1] + centre[1])
        return cos * across - sin * down + middle[0], sin * across + cos * down + middle[1]

    pieces = max(1, math.ceil(abs(turn) / (math.pi / 2)))
    step = turn / pieces
    reach = 4 / 3 * math.tan(step / 4)
    for number in range(pieces):
        a, b = first + number * step, first + (number + 1) * step
        near = (math.cos(a) - reach * math.sin(a), math.sin(a) + reach * math.cos(a))
        far = (math.cos(b) + reach * math.sin(b), math.sin(b) - reach * math.cos(b))
        yield *out(near), *out(far), *out((math.cos(b), math.sin(b)))
