"""Cell formats: which of them keep a cell from being seen (ECMA-376 part 1, 18.8)."""

from __future__ import annotations

from lxml import etree

from materials_lint.containers import office_colours as colours
from materials_lint.containers.names import child, children, number, whole
from materials_lint.containers.office_colours import UNKNOWN, WHITE, Colour, Theme
from materials_lint.model.document import Concealment

_SLOTS = ("lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink")
_INDEXED = {0: "000000", 1: "FFFFFF", 2: "FF0000", 3: "00FF00", 4: "0000FF", 5: "FFFF00", 6: "FF00FF", 7: "00FFFF", 9: "FFFFFF", 65: "FFFFFF"}
_SMALLEST = 3.0


class Formats:
    """The concealment and font size of each cell format by its number."""

    def __init__(self, styles: etree._Element | None, theme: Theme) -> None:
        self._theme = theme
        fonts = list(children(child(styles, "s:fonts"), "s:font"))
        fills = list(children(child(styles, "s:fills"), "s:fill"))
        hiding = {c.get("numFmtId") for c in children(child(styles, "s:numFmts"), "s:numFmt") if (c.get("formatCode") or "").strip() in {";;;", ";;", ";;;;"}}
        self._found: list[tuple[Concealment | None, float | None, Colour]] = []
        for form in children(child(styles, "s:cellXfs"), "s:xf"):
            font, fill = _at(fonts, form.get("fontId")), _at(fills, form.get("fillId"))
            ground = self._ground(fill)
            size = number((child(font, "s:sz").get("val") if child(font, "s:sz") is not None else None) if font is not None else None)  # type: ignore[union-attr]
            concealment = Concealment.INVISIBLE if form.get("numFmtId") in hiding else self._of_font(font, size, ground)
            self._found.append((concealment, size, ground))

    def _of_font(self, font: etree._Element | None, size: float | None, ground: Colour) -> Concealment | None:
        if size is not None and size < _SMALLEST:
            return Concealment.TINY
        colour = self._colour(child(font, "s:color"))
        return Concealment.SAME_COLOUR if colour is not None and colours.indistinct(colour, ground) else None

    def _ground(self, fill: etree._Element | None) -> Colour:
        pattern = child(fill, "s:patternFill")
        if pattern is None:
            return UNKNOWN if child(fill, "s:gradientFill") is not None else WHITE
        kind = pattern.get("patternType") or "none"
        if kind == "solid":
            return self._colour(child(pattern, "s:fgColor")) or UNKNOWN
        return WHITE if kind == "none" else UNKNOWN

    def _colour(self, element: etree._Element | None) -> Colour | None:
        if element is None or element.get("auto") in {"1", "true"}:
            return None
        themed, indexed = whole(element.get("theme")), whole(element.get("indexed"))
        if 0 <= themed < len(_SLOTS):
            found = self._theme.get(_SLOTS[themed])
        elif indexed >= 0:
            found = colours.from_hex(_INDEXED.get(indexed))
        else:
            found = colours.from_hex(element.get("rgb"))
        change = number(element.get("tint")) or 0.0
        if found is not None and change:
            found = colours.luminance(found, 1 + change, 0) if change < 0 else colours.luminance(found, 1 - change, change)
        return found

    def concealment(self, style: int) -> Concealment | None:
        """Return how a format hides its cell, None where it does not."""
        return self._found[style][0] if 0 <= style < len(self._found) else None

    def size(self, style: int) -> float | None:
        """Return a format's font size in points."""
        return self._found[style][1] if 0 <= style < len(self._found) else None


def _at(items: list[etree._Element], index: str | None) -> etree._Element | None:
    position = whole(index, 0)
    return items[position] if 0 <= position < len(items) else None
