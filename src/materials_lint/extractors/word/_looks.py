"""How a run looks: hidden, coloured, tiny. Resolved through document defaults, styles and direct formatting (ECMA-376 part 1, 17.7.2)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lxml import etree

from materials_lint.containers import office_colours as colours
from materials_lint.containers.names import attribute, child, children, name, number, switched_on, value
from materials_lint.containers.office_colours import UNKNOWN, Colour, Theme
from materials_lint.model.document import Concealment

_SMALLEST = 3.0
_NARROWEST = 10.0
_FAINTEST = 0.1


@dataclass(frozen=True, slots=True)
class Look:
    """What the formatting of a run comes to; None where nothing is said. Sizes in points, scale in per cent."""

    hidden: bool = False
    colour: Colour | None = None
    opacity: float = 1.0
    ground: Colour | None = None
    size: float | None = None
    scale: float = 100.0

    def concealment(self, ground: Colour) -> Concealment | None:
        """Return how a reader is kept from seeing text of this look on `ground`, None where nothing keeps them."""
        if self.hidden:
            return Concealment.HIDDEN_FORMAT
        if self.opacity < _FAINTEST:
            return Concealment.INVISIBLE
        if (self.size is not None and self.size < _SMALLEST) or self.scale < _NARROWEST:
            return Concealment.TINY
        behind = self.ground or ground
        if self.colour is not None and colours.indistinct(self.colour, behind):
            return Concealment.SAME_COLOUR
        return None


class Looks:
    """The styles of a document."""

    def __init__(self, styles: etree._Element | None, theme: Theme) -> None:
        self.theme = theme
        self._styles = {attribute(s, "w:styleId"): s for s in children(styles, "w:style")}
        self._default = self.apply(Look(), child(styles, "w:docDefaults", "w:rPrDefault", "w:rPr"))
        self._paragraph_style = self._standard("paragraph")
        self._of_style: dict[str, Look] = {}

    def _standard(self, kind: str) -> str:
        return next((i for i, s in self._styles.items() if attribute(s, "w:type") == kind and attribute(s, "w:default") in {"1", "true", "on"}), "")

    def _chain(self, style: str) -> list[etree._Element]:
        """A style and those it is based on, the base first; loops end."""
        found: list[etree._Element] = []
        while style in self._styles and self._styles[style] not in found and len(found) < 64:
            found.append(self._styles[style])
            style = value(found[-1], "w:basedOn") or ""
        return found[::-1]

    def paragraph(self, properties: etree._Element | None) -> Look:
        """Return the look that a paragraph gives to its runs."""
        style = value(properties, "w:pStyle") or self._paragraph_style
        if style not in self._of_style:
            look = self._default
            for step in self._chain(style):
                look = self.apply(look, child(step, "w:rPr"))
            self._of_style[style] = look
        return self._of_style[style]

    def run(self, base: Look, properties: etree._Element | None) -> Look:
        """Return the look of a run with these `w:rPr` in a paragraph of look `base`."""
        if properties is None:
            return base
        for step in self._chain(value(properties, "w:rStyle") or ""):
            base = self.apply(base, child(step, "w:rPr"))
        return self.apply(base, properties)

    def paragraph_ground(self, properties: etree._Element | None) -> Colour | None:
        """Return the shading of a paragraph, None for none."""
        found = self.shading(child(properties, "w:shd"))
        for step in reversed(self._chain(value(properties, "w:pStyle") or self._paragraph_style)):
            found = found or self.shading(child(step, "w:pPr", "w:shd"))
        return found

    def table_ground(self, properties: etree._Element | None) -> Colour | None:
        """Return the shading of a table; UNKNOWN where its style shades some of its cells."""
        found = self.shading(child(properties, "w:shd"))
        for step in self._chain(value(properties, "w:tblStyle") or ""):
            if any(self.shading(s) is not None for s in step.iter() if name(s) == "w:shd"):
                return UNKNOWN
        return found

    def shading(self, shd: etree._Element | None) -> Colour | None:
        """Return the colour of a `w:shd`, None for none, UNKNOWN for a pattern."""
        if shd is None:
            return None
        pattern = attribute(shd, "w:val")
        fill = self._themed(shd, "w:fill", "w:themeFill")
        if pattern == "solid":
            return self._themed(shd, "w:color", "w:themeColor") or colours.BLACK
        return fill if pattern in {"clear", "nil", ""} else UNKNOWN

    def _themed(self, element: etree._Element, plain: str, themed: str) -> Colour | None:
        found = colours.slot(self.theme, attribute(element, themed)) if attribute(element, themed) else None
        if found is None:
            return colours.from_hex(attribute(element, plain))
        for key, change in ((f"{themed}Tint", colours.tint), (f"{themed}Shade", colours.shade)):
            digits = attribute(element, key.replace("themeColor", "theme"))
            if len(digits) == 2 and all(d in "0123456789abcdefABCDEF" for d in digits):
                found = change(found, int(digits, 16) / 255)
        return found

    def apply(self, look: Look, properties: etree._Element | None) -> Look:
        """Return `look` changed by what a `w:rPr` says itself."""
        changed: dict[str, object] = {}
        for item in properties if properties is not None else ():
            kind = name(item)
            if kind == "w:vanish":
                changed["hidden"] = bool(switched_on(properties, "w:vanish"))
            elif kind == "w:color":
                changed["colour"] = self._themed(item, "w:val", "w:themeColor")
            elif kind == "w:sz":
                size = number(attribute(item, "w:val"))
                changed["size"] = size / 2 if size is not None else look.size
            elif kind == "w:w":
                changed["scale"] = number(attribute(item, "w:val").rstrip("%")) or 100.0
            elif kind == "w:shd":
                changed["ground"] = self.shading(item) or look.ground
            elif kind == "w:highlight":
                changed["ground"] = _highlight(attribute(item, "w:val")) or look.ground
            elif kind == "w14:textFill":
                changed |= self._text_fill(item)
        return replace(look, **changed) if changed else look  # type: ignore[arg-type]

    def _text_fill(self, fill: etree._Element) -> dict[str, object]:
        choice = next((c for c in fill if isinstance(c.tag, str)), None)
        if choice is None:
            return {}
        if name(choice) == "w14:noFill":
            return {"opacity": 0.0}
        if name(choice) != "w14:solidFill":
            return {"colour": None}
        colour, opacity = colours.drawing_colour(choice, self.theme)
        return {"colour": colour, "opacity": opacity}


def _highlight(word: str) -> Colour | None:
    if word in {"", "none"}:
        return None
    return colours.named(word) or UNKNOWN
