"""What is painted on a slide, from the ground up: enough to tell text that has the colour of what lies behind it."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from materials_lint.containers import office_colours as colours
from materials_lint.containers.names import child, name, number
from materials_lint.containers.office_colours import UNKNOWN, Colour, Theme
from materials_lint.extractors.slides._frames import covers, overlap
from materials_lint.model.document import Concealment
from materials_lint.model.geometry import Box

_FAINT = 0.5
_INVISIBLE = 0.1
_SMALLEST = 300.0
_MOST_SHAPES = 2000


@dataclass(slots=True)
class Canvas:
    """The ground of a slide and the shapes painted on it so far; `page` is the slide itself, in points."""

    base: Colour
    theme: Theme
    painted: list[tuple[Box, Colour]] = field(default_factory=list)
    page: Box | None = None

    def copy(self) -> Canvas:
        return Canvas(self.base, self.theme, list(self.painted), self.page)

    def behind(self, box: Box | None) -> list[Colour]:
        """Return the colours that may lie behind `box`, topmost first."""
        if box is None or len(self.painted) > _MOST_SHAPES:
            return [UNKNOWN] if self.painted else [self.base]
        found: list[Colour] = []
        for area, colour in reversed(self.painted):
            if overlap(area, box):
                found.append(colour)
                if covers(area, box):
                    return found
        return [*found, self.base]


def fill(properties: etree._Element | None, theme: Theme) -> Colour | None:
    """Return the colour of a `p:spPr` or `a:tcPr`, None for none, UNKNOWN for pictures, gradients and faint colours."""
    for item in properties if properties is not None else ():
        kind = name(item)
        if kind == "a:noFill":
            return None
        if kind == "a:solidFill":
            colour, opacity = colours.drawing_colour(item, theme)
            return colour if colour is not None and opacity >= _FAINT else UNKNOWN
        if kind in {"a:gradFill", "a:blipFill", "a:pattFill", "a:grpFill"}:
            return UNKNOWN
    return None


def shape_fill(shape: etree._Element, theme: Theme) -> Colour | None:
    """Return a shape's own fill, or that of its style."""
    own = fill(child(shape, "p:spPr"), theme)
    if own is not None or child(shape, "p:spPr", "a:noFill") is not None:
        return own
    reference = child(shape, "p:style", "a:fillRef")
    if reference is None or reference.get("idx") in {"0", None}:
        return None
    return colours.drawing_colour(reference, theme)[0] or UNKNOWN


def ground(root: etree._Element, theme: Theme) -> Colour | None:
    """Return the background that a slide, layout or master says itself, None where it says none."""
    background = child(root, "p:cSld", "p:bg")
    if background is None:
        return None
    own = child(background, "p:bgPr")
    if own is not None:
        return fill(own, theme) or UNKNOWN
    reference = child(background, "p:bgRef")
    plain = reference is not None and (number(reference.get("idx")) or 0) in {1001, 0}
    return (colours.drawing_colour(reference, theme)[0] or UNKNOWN) if plain else UNKNOWN


def concealment(properties: list[etree._Element | None], grounds: list[Colour], theme: Theme) -> Concealment | None:
    """Return how a run is kept from the eye; `properties` are its own `a:rPr` and what stands behind them, nearest first."""
    for item in properties:
        holder = child(item, "a:solidFill")
        if child(item, "a:noFill") is not None and child(item, "a:ln", "a:solidFill") is None:
            return Concealment.INVISIBLE
        if holder is None:
            continue
        colour, opacity = colours.drawing_colour(holder, theme)
        if opacity < _INVISIBLE:
            return Concealment.INVISIBLE
        if colour is not None and grounds and all(colours.indistinct(colour, g) for g in grounds):
            return Concealment.SAME_COLOUR
        break
    size = font_size(properties)
    return Concealment.TINY if size is not None and size * 100 < _SMALLEST else None


def font_size(properties: list[etree._Element | None]) -> float | None:
    """Return the font size in points that is said nearest, None for none."""
    said = (number(item.get("sz")) for item in properties if item is not None)
    found = next((size for size in said if size is not None), None)
    return None if found is None else found / 100
