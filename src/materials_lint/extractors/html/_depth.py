"""How deep a page nests, told before it is parsed: the parser's time grows with the square of it."""

from __future__ import annotations

import re

_RAW = re.compile(r"</(script|style|textarea|title|xmp)", re.IGNORECASE)
_RAW_TAGS = frozenset({"script", "style", "textarea", "title", "xmp"})
# Elements without content, and those whose end tag may be left out: unclosed ones don't nest.
_FLAT = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "keygen", "frame", "basefont", "bgsound"}
    | {"p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "option", "optgroup", "rt", "rp", "html", "head", "body"}
)


def depth(text: str) -> int:
    """Return the deepest nesting of open tags, never less than the parsed tree's own depth by much."""
    deepest = level = 0
    position = 0
    simple = re.compile(r"<(!--|/?[a-zA-Z][a-zA-Z0-9:-]{0,30})")
    while match := simple.search(text, position):
        position = match.end()
        word = match[1].lower()
        if word == "!--":
            end = text.find("-->", position)
            position = len(text) if end < 0 else end + 3
        elif word.startswith("/"):
            level -= word[1:] not in _FLAT and level > 0
        elif word in _RAW_TAGS:
            closing = _RAW.search(text, position)
            position = closing.start() if closing else len(text)
            level += 1
        elif word not in _FLAT:
            level += 1
            deepest = max(deepest, level)
    return deepest
