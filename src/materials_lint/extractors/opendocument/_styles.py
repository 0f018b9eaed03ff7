"""OpenDocument's styles: hidden, coloured, tiny (OpenDocument 1.3 part 3, chapter 16)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lxml import etree

from materials_lint.containers import office_colours as colours
from materials_lint.containers.names import attribute, child, every, name
from materials_lint.containers.office_colours import UNKNOWN, Colour
from materials_lint.model.document import Concealment

_LENGTH = re.compile(r"(-?\d*\.?\d+)\s*(pt|cm|mm|in|inch|pc|px)?$")
_POINTS = {"pt": 1.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "in": 72.0, "inch": 72.0, "pc": 12.0, "px": 0.75, None: 1.0}
_SMALLEST = 3.0


def points(text: str) -> float | None:
    """Return a length such as "2.5cm" in points, None where it is none."""
    found = _LENGTH.match(text.strip())
    return float(found.group(1)) * _POINTS[found.group(2)] if found and len(text) < 40 else None


@dataclass(frozen=True, slots=True)
class Look:
    """What a style comes to; None where nothing is said. `gone` is a hidden sheet, slide or table."""

    hidden: bool = False
    gone: bool = False
    colour: Colour | None = None
    text_ground: Colour | None = None
    ground: Colour | None = None
    size: float | None = None

    def concealment(self, ground: Colour) -> Concealment | None:
        """Return how text of this look is kept from the eye on `ground`."""
        if self.hidden:
            return Concealment.HIDDEN_FORMAT
        if self.size is not None and self.size < _SMALLEST:
            return Concealment.TINY
        if self.colour is not None and colours.indistinct(self.colour, self.text_ground or ground):
            return Concealment.SAME_COLOUR
        return None


class Styles:
    """All styles by family and name, those of the content over those of the document."""

    def __init__(self, *roots: etree._Element | None) -> None:
        self._styles: dict[tuple[str, str], etree._Element] = {}
        self._looks: dict[tuple[str, str], Look] = {}
        for root in roots:
            for style in every(root, "style:style"):
                self._styles[attribute(style, "style:family"), attribute(style, "style:name")] = style
            for style in every(root, "style:default-style"):
                self._styles[attribute(style, "style:family"), ""] = style

    def look(self, family: str, style: str) -> Look:
        """Return the look of a style with all it inherits."""
        key = (family, style)
        if key not in self._looks:
            look = Look()
            for step in self._chain(family, style):
                look = _applied(look, step)
            self._looks[key] = look
        return self._looks[key]

    def over(self, look: Look, style: str) -> Look:
        """Return `look` changed by a text style."""
        for step in self._chain("text", style)[1:] if ("text", "") in self._styles else self._chain("text", style):
            look = _applied(look, step)
        return look

    def _chain(self, family: str, style: str) -> list[etree._Element]:
        found: list[etree._Element] = []
        while style and (family, style) in self._styles and self._styles[family, style] not in found and len(found) < 64:
            found.append(self._styles[family, style])
            style = attribute(found[-1], "style:parent-style-name")
        if (family, "") in self._styles:
            found.append(self._styles[family, ""])
        return found[::-1]


def _applied(look: Look, style: etree._Element) -> Look:
    changed: dict[str, object] = {}
    for item in style:
        kind = name(item)
        background = attribute(item, "fo:background-color") if kind.endswith("-properties") else ""
        if kind == "style:text-properties":
            changed |= _text(item, look)
            if background:
                changed["text_ground"] = colours.from_hex(background)
        elif background:
            changed["ground"] = colours.from_hex(background)
        if kind in {"style:graphic-properties", "style:drawing-page-properties"}:
            changed |= _fill(item)
        if attribute(item, "table:display") == "false" or attribute(item, "presentation:visibility") == "hidden":
            changed["gone"] = True
    return replace(look, **changed) if changed else look  # type: ignore[arg-type]


def _text(item: etree._Element, look: Look) -> dict[str, object]:
    changed: dict[str, object] = {}
    shown = attribute(item, "text:display")
    if shown:
        changed["hidden"] = shown == "none"
    if attribute(item, "fo:color"):
        changed["colour"] = colours.from_hex(attribute(item, "fo:color"))
    if attribute(item, "style:use-window-font-color") == "true":
        changed["colour"] = None
    size = attribute(item, "fo:font-size")
    if size.endswith("%"):
        share = points(size[:-1])
        changed["size"] = look.size * share / 100 if look.size is not None and share is not None else look.size
    elif size:
        changed["size"] = points(size)
    return changed


def _fill(item: etree._Element) -> dict[str, object]:
    kind = attribute(item, "draw:fill")
    if kind == "solid":
        return {"ground": colours.from_hex(attribute(item, "draw:fill-color")) or UNKNOWN}
    return {"ground": UNKNOWN if kind in {"gradient", "bitmap", "hatch"} else None} if kind else {}


def page_size(root: etree._Element | None) -> tuple[float | None, float | None]:
    """Return the first page layout's width and height in points."""
    for layout in every(root, "style:page-layout"):
        said = child(layout, "style:page-layout-properties")
        if said is not None and attribute(said, "fo:page-width"):
            return points(attribute(said, "fo:page-width")), points(attribute(said, "fo:page-height"))
    return None, None
