"""A drawing as pixels, drawn by resvg from what reading let pass: no document type, no entity, nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from lxml import etree

from materials_lint.containers.data_uris import parse_data_uri
from materials_lint.containers.xml import parse_xml
from materials_lint.extractors.base import Canvas
from materials_lint.extractors.svg._reader import cleaned, size_of
from materials_lint.model.document import Gap, NotReadError, Reason
from materials_lint.model.source import Limits, Source
from materials_lint.vision.drawing import NotDrawnError, draw_svg

_SIDE = 1600  # pixels of the longer side
_SLIMMEST = 50.0  # times as long as wide
_UNKNOWN = 1000.0
_MOST_DRAWN = 200_000  # elements, those repeated by <use> counted
_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
_CANT = "This drawing could not be drawn ({why}), so it was not looked at for marks. Open it in its own program, save it as PNG and check that too."


def canvases(source: Source, limits: Limits) -> Iterator[Canvas | Gap]:
    """Yield the drawing, its longer side of 1600 pixels, or the gap that says why it can't be drawn."""
    try:
        root = parse_xml(cleaned(source, limits)[0], limits, "The SVG drawing", [])
    except NotReadError:
        return
    known = size_of({str(key): str(value) for key, value in root.attrib.items()})
    width, height = known[0] or _UNKNOWN, known[1] or _UNKNOWN
    if width * height > limits.max_picture_mpx * 1e6:
        return  # told by reading
    why = _refusal(root, width, height)
    if why:
        yield Gap(Reason.TOO_LARGE, _CANT.format(why=why))
        return
    _frame(root, width, height)
    try:
        pixels = draw_svg(etree.tostring(root, encoding="unicode"), _SIDE)
    except NotDrawnError as error:
        yield Gap(Reason.DAMAGED, _CANT.format(why=" ".join(str(error).split())[:120]))
        return
    unit = max(width, height) / _SIDE
    yield Canvas(1, pixels[: ceil(height / unit), : ceil(width / unit)], (unit, 0.0, 0.0, unit, 0.0, 0.0))


def _refusal(root: etree._Element, width: float, height: float) -> str:
    if max(width, height) > _SLIMMEST * min(width, height):
        return "it is extremely long and narrow"
    if _drawn(root) > _MOST_DRAWN:
        return f"its repeated parts come to more than {_MOST_DRAWN} shapes"
    return ""


def _drawn(root: etree._Element) -> int:
    """Count the elements that drawing it touches; what calls itself counts as endless."""
    named = {str(node.get("id")): node for node in root.iter() if node.get("id")}
    known: dict[etree._Element, int] = {}

    def count(node: etree._Element, above: frozenset[str]) -> int:
        total = 0
        for item in node.iter():
            total += 1
            target = _target(item)
            if target in above:
                return _MOST_DRAWN + 1
            if target in named:
                called = named[target]
                if called not in known:
                    known[called] = count(called, above | {target}) if len(above) < 64 else _MOST_DRAWN + 1
                total += known[called]
            if total > _MOST_DRAWN:
                return _MOST_DRAWN + 1
        return total

    return count(root, frozenset())


def _target(node: etree._Element) -> str:
    """Return the id that an element repeats."""
    if not isinstance(node.tag, str) or node.tag.rpartition("}")[2] != "use":
        return ""
    return next((str(node.get(key)).strip().lstrip("#") for key in _HREFS if node.get(key)), "")


def _frame(root: etree._Element, width: float, height: float) -> None:
    """Give the drawing a frame of known shape: at least as wide as it is high, so that its longer side is its width."""
    if not root.get("viewBox"):
        root.set("viewBox", f"0 0 {width:g} {height:g}")
    if height > width:
        root.set("preserveAspectRatio", "xMinYMin meet")
    root.set("width", f"{max(width, height):g}")
    root.set("height", f"{height:g}")
    for node in root.iter():
        _without_outside(node)


def _without_outside(node: etree._Element) -> None:
    """Take addresses of files and sites away before the drawing library sees them."""
    if not isinstance(node.tag, str):
        return
    for key in _HREFS:
        target = (node.get(key) or "").strip()
        if target and not target.startswith("#") and parse_data_uri(target) is None:
            del node.attrib[key]
