"""Colours of office formats: themes, tints, and whether a reader can tell a text from its ground."""

from __future__ import annotations

import colorsys
from collections.abc import Iterable, Mapping

from lxml import etree

from materials_lint.containers.names import child, name, number

Colour = tuple[int, int, int]

WHITE: Colour = (255, 255, 255)
BLACK: Colour = (0, 0, 0)
UNKNOWN: Colour = (-1, -1, -1)
_LOWEST_CONTRAST = 1.2
_LARGEST_STEP = 40
_NAMED = {
    "black": BLACK,
    "white": WHITE,
    "red": (255, 0, 0),
    "yellow": (255, 255, 0),
    "blue": (0, 0, 255),
    "green": (0, 255, 0),
    "cyan": (0, 255, 255),
    "magenta": (255, 0, 255),
}
_ALIASES = {
    "text1": "dk1", "tx1": "dk1", "dark1": "dk1", "background1": "lt1", "bg1": "lt1", "light1": "lt1",
    "text2": "dk2", "tx2": "dk2", "dark2": "dk2", "background2": "lt2", "bg2": "lt2", "light2": "lt2",
    "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip

Theme = Mapping[str, Colour]


def from_hex(text: str | None) -> Colour | None:
    """Return the colour of "RRGGBB", "#RRGGBB" or "AARRGGBB", None for "auto" and what is no colour."""
    digits = (text or "").strip().lstrip("#")
    if len(digits) == 3:
        digits = "".join(d * 2 for d in digits)
    try:
        packed = bytes.fromhex(digits[-6:]) if len(digits) in {6, 8} else b""
    except ValueError:
        return None
    return (packed[0], packed[1], packed[2]) if len(packed) == 3 else None


def named(text: str | None) -> Colour | None:
    """Return the colour of a hexadecimal value or of a plain English name."""
    word = (text or "").split(" ")[0].lower()
    return _NAMED.get(word) or from_hex(word)


def read_theme(root: etree._Element | None) -> dict[str, Colour]:
    """Return a theme part's colours by slot: dk1, lt1, dk2, lt2, accent1 to accent6, hlink, folHlink."""
    found: dict[str, Colour] = {"dk1": BLACK, "lt1": WHITE}
    scheme = child(root, "a:themeElements", "a:clrScheme")
    for holder in scheme if scheme is not None else ():
        for value in holder if isinstance(holder.tag, str) else ():
            colour = from_hex(value.get("lastClr") or value.get("val")) if isinstance(value.tag, str) else None
            if colour is not None:
                found[name(holder).partition(":")[2]] = colour
    return found


def slot(theme: Theme, word: str) -> Colour | None:
    """Return a theme's colour by any of its names ("bg1", "background1", "lt1"), None where it has none."""
    return theme.get(word) or theme.get(_ALIASES.get(word, word))


def shade(colour: Colour, share: float) -> Colour:
    """Darken towards black: `share` of the colour is kept."""
    return _clip(c * share for c in colour)


def tint(colour: Colour, share: float) -> Colour:
    """Lighten towards white: `share` of the colour is kept."""
    return _clip(255 - (255 - c) * share for c in colour)


def luminance(colour: Colour, factor: float, offset: float) -> Colour:
    """Scale and shift the lightness of HLS, as DrawingML's lumMod and lumOff do; both 0 to 1."""
    hue, light, saturation = colorsys.rgb_to_hls(*(c / 255 for c in colour))
    return _clip(255 * c for c in colorsys.hls_to_rgb(hue, min(1.0, max(0.0, light * factor + offset)), saturation))


def drawing_colour(holder: etree._Element | None, theme: Theme) -> tuple[Colour | None, float]:
    """Return the colour and opacity (0 to 1) of a DrawingML colour choice such as `a:solidFill`, None where it is unknown."""
    choice = next((c for c in holder if isinstance(c.tag, str)), None) if holder is not None else None
    if choice is None:
        return None, 1.0
    kind = name(choice).partition(":")[2]
    said = _value(choice, "val")
    if kind == "schemeClr":
        return _changed(slot(theme, said), choice)
    if kind in {"srgbClr", "sysClr"}:
        return _changed(from_hex(choice.get("lastClr") or said), choice)
    return _changed(_NAMED.get(said.lower()) if kind == "prstClr" else None, choice)


def _value(element: etree._Element, key: str) -> str:
    return next((str(v) for k, v in element.attrib.items() if str(k).rpartition("}")[2] == key), "")


def _changed(colour: Colour | None, choice: etree._Element) -> tuple[Colour | None, float]:
    factor, offset, opacity = 1.0, 0.0, 1.0
    for change in choice:
        kind = name(change).partition(":")[2]
        amount = (number(_value(change, "val")) or 0.0) / 100_000
        if kind == "lumMod":
            factor = amount
        elif kind == "lumOff":
            offset = amount
        elif kind == "alpha":
            # w14 counts transparency, DrawingML opacity.
            opacity = 1 - amount if name(change).startswith("w14") else amount
        elif colour is not None and kind in {"tint", "shade"}:
            colour = tint(colour, amount) if kind == "tint" else shade(colour, amount)
    if colour is not None and (factor, offset) != (1.0, 0.0):
        colour = luminance(colour, factor, offset)
    return colour, opacity


def _clip(values: Iterable[float]) -> Colour:
    red, green, blue = (min(255, max(0, round(v))) for v in values)
    return red, green, blue


def indistinct(text: Colour, ground: Colour) -> bool:
    """Return whether text can't be told from its ground: WCAG 2 contrast below 1.2 and hardly a step in any channel.

    On an UNKNOWN ground nothing is indistinct.
    """
    if UNKNOWN in {text, ground} or max(abs(a - b) for a, b in zip(text, ground, strict=True)) >= _LARGEST_STEP:
        return False
    bright, dark = sorted((_relative(text), _relative(ground)), reverse=True)
    return (bright + 0.05) / (dark + 0.05) < _LOWEST_CONTRAST


def _relative(colour: Colour) -> float:
    red, green, blue = (c / 255 / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
