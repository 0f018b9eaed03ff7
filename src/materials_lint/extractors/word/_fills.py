"""What lies behind text in Word's drawings, as far as it can be told; where it can't, nothing is called hidden."""

from __future__ import annotations

from lxml import etree

from materials_lint.containers import office_colours as colours
from materials_lint.containers.drawing import EMU_PER_POINT
from materials_lint.containers.names import attribute, child, every, name, number, text_of
from materials_lint.containers.office_colours import UNKNOWN, Colour, Theme

_PAGE = 22 * 72.0
_WIDE, _HIGH = 300 * EMU_PER_POINT, 100 * EMU_PER_POINT
_FAINT = 0.5


class Backdrop:
    """The floating drawings of one part: any of them may lie behind a text box or a paragraph."""

    def __init__(self, root: etree._Element, theme: Theme) -> None:
        self.behind_text = False
        self.filled = 0
        for anchor in every(root, "wp:anchor"):
            if _is_filled(anchor, theme):
                self.filled += 1
                self.behind_text = self.behind_text or (anchor.get("behindDoc") in {"1", "true"} and _is_large(anchor))
        for shape in every(root, "v:rect", "v:shape", "v:roundrect", "v:oval", "v:group"):
            if _vml_filled(shape):
                self.filled += 1
                self.behind_text = self.behind_text or "z-index:-" in (shape.get("style") or "").replace(" ", "")

    def ground(self, page: Colour) -> Colour:
        """Return the colour behind plain paragraphs."""
        return UNKNOWN if self.behind_text else page

    @staticmethod
    def off_page(anchor: etree._Element) -> bool:
        """Return whether an anchored drawing lies wholly off any page: beyond 22 inches, Word's largest, or left of or above all."""
        extent = child(anchor, "wp:extent")
        for axis, size in (("wp:positionH", "cx"), ("wp:positionV", "cy")):
            offset = number(text_of(child(anchor, axis, "wp:posOffset")).strip())
            length = number(extent.get(size)) if extent is not None else None
            if offset is None:
                continue
            if offset / EMU_PER_POINT > _PAGE or (offset + (length or 0.0)) / EMU_PER_POINT < -_PAGE / 2:
                return True
        return False


def _is_large(anchor: etree._Element) -> bool:
    extent = child(anchor, "wp:extent")
    return extent is not None and (number(extent.get("cx")) or 0) >= _WIDE and (number(extent.get("cy")) or 0) >= _HIGH


def _is_filled(anchor: etree._Element, theme: Theme) -> bool:
    if any(True for _ in every(anchor, "a:blip")):
        return True
    return any(_fill(shape, theme) not in {None, colours.WHITE} for shape in every(anchor, "wps:wsp"))


def _vml_filled(shape: etree._Element) -> bool:
    if any(True for _ in every(shape, "v:imagedata", "v:fill")):
        return True
    return attribute(shape, "filled") not in {"f", "false"} and attribute(shape, "fillcolor").lower() not in {"", "white", "#ffffff", "#fff"}


def _fill(shape: etree._Element, theme: Theme) -> Colour | None:
    """Return a shape's own fill, None for none, UNKNOWN for pictures, patterns, gradients and faint colours."""
    properties = child(shape, "wps:spPr")
    for item in properties if properties is not None else ():
        kind = name(item)
        if kind == "a:noFill":
            return None
        if kind == "a:solidFill":
            colour, opacity = colours.drawing_colour(item, theme)
            return colour if colour is not None and opacity >= _FAINT else UNKNOWN
        if kind in {"a:gradFill", "a:blipFill", "a:pattFill", "a:grpFill"}:
            return UNKNOWN
    reference = child(shape, "wps:style", "a:fillRef")
    if reference is None or reference.get("idx") in {"0", None}:
        return None
    return colours.drawing_colour(reference, theme)[0] or UNKNOWN


def shape_ground(shape: etree._Element, page: Colour, theme: Theme, backdrop: Backdrop) -> Colour:
    """Return the colour behind a shape's text."""
    own = _fill(shape, theme)
    if own is not None:
        return own
    return UNKNOWN if backdrop.filled else page


def vml_ground(shape: etree._Element, page: Colour, backdrop: Backdrop) -> Colour:
    """Return the colour behind the text of a VML shape."""
    if name(shape) not in {"v:shape", "v:rect", "v:roundrect", "v:oval"}:
        return page
    if any(True for _ in every(shape, "v:fill", "v:imagedata")):
        return UNKNOWN
    if attribute(shape, "filled") in {"f", "false"}:
        return UNKNOWN if backdrop.filled else page
    return colours.named(attribute(shape, "fillcolor")) or (colours.WHITE if not attribute(shape, "fillcolor") else UNKNOWN)
