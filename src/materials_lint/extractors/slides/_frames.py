"""Where shapes stand on a slide, in points (ECMA-376 part 1, 20.1.7)."""

from __future__ import annotations

import math
from dataclasses import dataclass

from lxml import etree

from materials_lint.containers.drawing import EMU_PER_POINT
from materials_lint.containers.names import child, name, number
from materials_lint.model.geometry import Box


@dataclass(frozen=True, slots=True)
class Frame:
    """A coordinate system: point = origin + scale * EMU."""

    scale_x: float = 1 / EMU_PER_POINT
    scale_y: float = 1 / EMU_PER_POINT
    left: float = 0.0
    top: float = 0.0

    def box(self, transform: etree._Element | None) -> Box | None:
        """Return the box around a rotated `a:xfrm`, None where it does not say offset and extent."""
        found = _numbers(transform, "a:off", "x", "y"), _numbers(transform, "a:ext", "cx", "cy")
        if found[0] is None or found[1] is None:
            return None
        x0, y0 = self.left + found[0][0] * self.scale_x, self.top + found[0][1] * self.scale_y
        width, height = abs(found[1][0] * self.scale_x), abs(found[1][1] * self.scale_y)
        turn = math.radians((number(transform.get("rot")) or 0.0) / 60_000) if transform is not None else 0.0
        wide = abs(width * math.cos(turn)) + abs(height * math.sin(turn))
        high = abs(width * math.sin(turn)) + abs(height * math.cos(turn))
        middle_x, middle_y = x0 + width / 2, y0 + height / 2
        return Box(middle_x - wide / 2, middle_y - high / 2, middle_x + wide / 2, middle_y + high / 2)

    def inside(self, transform: etree._Element | None) -> Frame:
        """Return the coordinate system inside a group with this `a:xfrm`."""
        offset, extent = _numbers(transform, "a:off", "x", "y"), _numbers(transform, "a:ext", "cx", "cy")
        inner, inner_extent = _numbers(transform, "a:chOff", "x", "y"), _numbers(transform, "a:chExt", "cx", "cy")
        if offset is None or extent is None or inner is None or inner_extent is None:
            return self
        by_x = extent[0] / inner_extent[0] if inner_extent[0] else 1.0
        by_y = extent[1] / inner_extent[1] if inner_extent[1] else 1.0
        return Frame(
            self.scale_x * by_x,
            self.scale_y * by_y,
            self.left + (offset[0] - inner[0] * by_x) * self.scale_x,
            self.top + (offset[1] - inner[1] * by_y) * self.scale_y,
        )


def transform_of(shape: etree._Element) -> etree._Element | None:
    """Return the `a:xfrm` of a shape, picture, group or graphic frame."""
    for item in shape:
        kind = name(item)
        if kind == "p:xfrm":
            return item
        if kind in {"p:spPr", "p:grpSpPr"}:
            return child(item, "a:xfrm")
    return None


def _numbers(transform: etree._Element | None, kind: str, first: str, second: str) -> tuple[float, float] | None:
    found = child(transform, kind)
    if found is None:
        return None
    one, two = number(found.get(first)), number(found.get(second))
    return (one, two) if one is not None and two is not None else None


def overlap(one: Box, two: Box) -> bool:
    """Return whether two boxes share any area."""
    return one.x0 < two.x1 and two.x0 < one.x1 and one.y0 < two.y1 and two.y0 < one.y1


def covers(outer: Box, inner: Box, slack: float = 1.0) -> bool:
    """Return whether `outer` holds `inner` but for `slack` points."""
    return outer.x0 <= inner.x0 + slack and outer.y0 <= inner.y0 + slack and outer.x1 >= inner.x1 - slack and outer.y1 >= inner.y1 - slack
