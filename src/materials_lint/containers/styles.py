"""The little of CSS that hides text: inline declarations and simple rules, for HTML and SVG."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from materials_lint.containers.colours import Colour, alike, parse_colour
from materials_lint.model.document import Concealment

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]{1,2000})\{([^{}]{0,20000})\}")
_SIMPLE = re.compile(r"^([a-zA-Z][\w-]*|\*)?((?:[.#][\w-]+)*)$")
_LENGTH = re.compile(r"^(-?\d*\.?\d+)\s*(px|pt|em|rem|%|cm|mm|in|vw|vh|ex|ch)?$")
_PIXELS = {"px": 1.0, "": 1.0, "pt": 4 / 3, "cm": 37.8, "mm": 3.78, "in": 96.0, "vw": 10.0, "vh": 10.0}
_URL = re.compile(r"url\(\s*(\"[^\"]*\"|'[^']*'|[^)\"']*)\s*\)")
_MOST_RULES = 5000
_TINY = 2.0
_FAR = 400.0

Declarations = dict[str, str]


@dataclass(frozen=True, slots=True)
class Look:
    """How text looks at one place: what it inherits. Sizes in pixels; a background of None is the page's own, unknown after a picture."""

    size: float = 16.0
    colour: Colour | None = None
    background: Colour | None = (255, 255, 255)
    hidden: Concealment | None = None
    invisible: bool = False

    @property
    def concealment(self) -> Concealment | None:
        """Why text here is not seen, or None."""
        if self.hidden is not None:
            return self.hidden
        if self.invisible:
            return Concealment.INVISIBLE
        if self.size < _TINY:
            return Concealment.TINY
        if self.colour is not None and self.background is not None and alike(self.colour, self.background):
            return Concealment.SAME_COLOUR
        return None


@dataclass(frozen=True, slots=True)
class Rule:
    """One simple rule: tag, classes and id that an element must have; combined selectors are left out."""

    tag: str
    classes: frozenset[str]
    ids: frozenset[str]
    declarations: Declarations


class Sheet:
    """The simple rules of a page's own style sheets, found by what they ask for first."""

    def __init__(self, texts: list[str]) -> None:
        self._rules: dict[str, list[Rule]] = {}
        for number, rule in enumerate(r for text in texts for r in _rules(text)):
            if number >= _MOST_RULES:
                break
            self._rules.setdefault(_key(rule), []).append(rule)

    def declarations(self, tag: str, classes: list[str], id_: str) -> Declarations:
        """Return the declarations for an element, weaker rules overridden by stronger ones."""
        if not self._rules:
            return {}
        having = frozenset(classes)
        keys = [tag, "*", *(f".{name}" for name in classes), *([f"#{id_}"] if id_ else [])]
        found = [r for key in keys for r in self._rules.get(key, ()) if r.tag in ("", tag) and r.classes <= having and r.ids <= {id_}]
        merged: Declarations = {}
        for rule in sorted(found, key=lambda r: (len(r.ids), len(r.classes), bool(r.tag))):
            merged.update(rule.declarations)
        return merged


def declarations(text: str) -> Declarations:
    """Parse "name: value; ..." into lower-case names and values, without "!important"."""
    found: Declarations = {}
    for item in text.split(";"):
        name, colon, value = item.partition(":")
        if colon:
            found[name.strip().lower()] = value.replace("!important", "").strip().lower()
    return found


def urls(text: str) -> Iterator[str]:
    """Yield what url(...) names in a style."""
    for match in _URL.finditer(text):
        yield match[1].strip().strip("\"'").strip()


def look_of(style: Mapping[str, str], above: Look) -> Look:
    """Return how text looks inside an element with this style, within one that looks like `above`."""
    if not style:
        return above
    size = _font_size(style.get("font-size") or _shorthand_size(style.get("font", "")), above.size)
    visibility = style.get("visibility")
    invisible = above.invisible if visibility is None else visibility in {"hidden", "collapse"}
    return replace(
        above,
        size=size,
        colour=_foreground(style, above.colour),
        background=_background(style, above.background),
        hidden=above.hidden or _hides(style),
        invisible=invisible,
    )


def length(value: str, whole: float = 16.0) -> float | None:
    """Return a CSS length in pixels (em, ex, ch and % of `whole`), None where it is none."""
    match = _LENGTH.match(value.strip())
    if match is None:
        return None
    number, unit = float(match[1]), match[2] or ""
    if unit == "%":
        return number * whole / 100
    if unit == "rem":
        return number * 16
    return number * _PIXELS[unit] if unit in _PIXELS else number * whole


def _rules(text: str) -> Iterator[Rule]:
    text = _COMMENT.sub(" ", text)
    for match in _RULE.finditer(_without_at_blocks(text)):
        found = declarations(match[2])
        for selector in match[1].split(","):
            simple = _SIMPLE.match(selector.strip())
            if simple and (simple[1] or simple[2]) and found:
                names = re.findall(r"[.#][\w-]+", simple[2])
                tag = "" if simple[1] in (None, "*") and names else (simple[1] or "").lower()
                classes = frozenset(n[1:] for n in names if n[0] == ".")
                yield Rule("" if tag == "*" else tag, classes, frozenset(n[1:] for n in names if n[0] == "#"), found)


def _without_at_blocks(text: str) -> str:
    """Drop @media and the like with what they hold: whether they apply is the screen's matter."""
    kept: list[str] = []
    position = 0
    for match in re.finditer(r"@[a-zA-Z-]+[^{};]*([{;])", text):
        if match.start() < position:
            continue
        kept.append(text[position : match.start()])
        position = match.end() if match[1] == ";" else _block_end(text, match.end())
    kept.append(text[position:])
    return "".join(kept)


def _block_end(text: str, position: int) -> int:
    depth = 1
    for brace in re.compile(r"[{}]").finditer(text, position):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return brace.end()
    return len(text)


def _key(rule: Rule) -> str:
    if rule.ids:
        return f"#{next(iter(rule.ids))}"
    if rule.classes:
        return f".{min(rule.classes)}"
    return rule.tag or "*"


def _hides(style: Mapping[str, str]) -> Concealment | None:
    if style.get("display") == "none":
        return Concealment.HIDDEN_FORMAT
    opacity = length(style.get("opacity", "1"), 1.0)
    if (opacity is not None and opacity <= 0.05) or _is_clipped(style):
        return Concealment.INVISIBLE
    if _is_far_off(style):
        return Concealment.OFF_PAGE
    return None


def _is_clipped(style: Mapping[str, str]) -> bool:
    clip = style.get("clip", "") + style.get("clip-path", "")
    if re.search(r"rect\(\s*(?:0|1px)(?:px)?[\s,]+(?:0|1px)(?:px)?[\s,]+(?:0|1px)|inset\(\s*(?:50|100)%|circle\(\s*0", clip):
        return True
    if style.get("overflow") not in {"hidden", "clip"}:
        return False
    sizes = [length(style[name]) for name in ("height", "width", "max-height", "max-width") if name in style]
    return any(size is not None and size <= 1 for size in sizes)


def _is_far_off(style: Mapping[str, str]) -> bool:
    offsets = ["text-indent"]
    if style.get("position") in {"absolute", "fixed", "relative"}:
        offsets += ["left", "top", "right", "bottom"]
    offsets += ["margin-left", "margin-top"]
    values = [length(style[name]) for name in offsets if name in style]
    return any(value is not None and value <= -_FAR for value in values)


def _font_size(value: str, above: float) -> float:
    if not value:
        return above
    size = length(value, above)
    return size if size is not None else 16.0 if value in {"medium", "large", "x-large", "small", "initial"} else above


def _shorthand_size(font: str) -> str:
    match = re.search(r"(?:^|\s)(\d*\.?\d+(?:px|pt|em|rem|%))(?:/|\s|$)", font)
    return match[1] if match else ""


def _foreground(style: Mapping[str, str], above: Colour | None) -> Colour | None:
    value = style.get("color")
    if value is None or value in {"inherit", "currentcolor"}:
        return above
    return parse_colour(value)


def _background(style: Mapping[str, str], above: Colour | None) -> Colour | None:
    if "background-image" in style and style["background-image"] not in {"none", "initial"}:
        return None
    value = style.get("background-color") or style.get("background")
    if not value or value in {"none", "transparent", "inherit", "initial", "unset"}:
        return above
    if "url(" in value or "gradient" in value or "var(" in value:
        return None
    found = parse_colour(value)
    return found if found is not None else next((c for word in value.split() if (c := parse_colour(word))), above)
