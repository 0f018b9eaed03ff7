"""The elements of a drawing in order, with what hides them handed down."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from materials_lint.containers.data_uris import parse_data_uri
from materials_lint.containers.styles import Look, Sheet, declarations, look_of
from materials_lint.model.document import Concealment, Gap, MetadataField, Origin, Part, Reason, TextBlock
from materials_lint.model.source import Embedded, Limits, Role

_XLINK = "{http://www.w3.org/1999/xlink}"
_TEXTS = frozenset({"text", "flowRoot"})
_HTML_BLOCKS = frozenset({"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "br"})
_PRESENTATION = ("display", "visibility", "opacity", "font-size", "fill", "fill-opacity")
_UNDRAWN = frozenset({"defs", "symbol", "clipPath", "mask", "pattern", "marker", "linearGradient", "radialGradient"})
_SHAPES = frozenset({"path", "polygon", "polyline", "circle", "ellipse", "rect", "line", "use", "mesh"})


class Walk:
    """Gathers what a drawing says, with a list of what is still to do instead of recursion."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._sheet = Sheet([])
        self._elsewhere: list[str] = []
        self.has_shapes = False
        self.blocks: list[TextBlock] = []
        self.metadata: list[MetadataField] = []
        self.embedded: list[Embedded] = []

    def run(self, root: etree._Element) -> None:
        """Walk the whole drawing."""
        self._sheet = Sheet([_words(node) for node in root.iter() if _name(node) == "style"])
        if root.getparent() is None:
            for sibling in root.itersiblings(preceding=True):
                self._comment(sibling)
        waiting: list[tuple[etree._Element, Look]] = [(root, Look(colour=None, background=None))]
        while waiting:
            node, above = waiting.pop()
            if not isinstance(node.tag, str):
                self._comment(node)
                continue
            look = self._look(node, above)
            if self._take(node, look):
                waiting.extend((child, look) for child in reversed(node))

    def gaps(self) -> Iterator[Gap]:
        """Tell what was not looked at."""
        if self._elsewhere:
            shown = ", ".join(self._elsewhere[:3])
            yield Gap(Reason.NOT_EXAMINED, f"Pictures outside the drawing were not looked at: {shown}. Embed them in the drawing and check it again.")

    def _look(self, node: etree._Element, above: Look) -> Look:
        style = {name: str(node.get(name)) for name in _PRESENTATION if node.get(name)}
        style |= self._sheet.declarations(_name(node), (node.get("class") or "").split(), node.get("id") or "")
        style |= declarations(node.get("style") or "")
        if style.get("fill-opacity", "1").strip() in {"0", "0.0", "0%"}:
            style["opacity"] = "0"
        look = look_of({key: value for key, value in style.items() if key != "fill"}, above)
        return replace(look, hidden=look.hidden or (Concealment.HIDDEN_FORMAT if _name(node) in _UNDRAWN else None))

    def _take(self, node: etree._Element, look: Look) -> bool:
        """Take one element in; True where its children are to be walked."""
        name = _name(node)
        if name in _TEXTS:
            self._text(node, look)
            return False
        if name == "metadata":
            self._properties(node)
            return False
        if name in {"style", "script"}:
            return False
        if name in {"title", "desc"}:
            self._add(_words(node), Origin.ALT_TEXT, look, label=name)
            return False
        if name == "a":
            self._link(node, look, " ".join(_words(node).split()))
        elif name in {"image", "feImage"}:
            self._picture(node, look)
        elif name in _SHAPES:
            self.has_shapes = True
        elif name == "foreignObject":
            self._foreign(node, look)
            return False
        return True

    def _text(self, node: etree._Element, look: Look) -> None:
        """Keep a text's words, those of hidden spans apart."""
        runs = self._runs(node, look)
        shown = "".join(text for text, at in runs if at.concealment is None)
        if shown.strip():
            self._add(shown, Origin.TEXT_LAYER, replace(look, hidden=None, invisible=False, size=16.0))
        for concealment in dict.fromkeys(at.concealment for _, at in runs if at.concealment):
            self._add("".join(text for text, at in runs if at.concealment is concealment), Origin.HIDDEN, look, concealment=concealment)
        for child in node.iter():
            if _name(child) == "a":
                self._link(child, look, " ".join(_words(child).split()), _tidy(shown))
            elif _name(child) in {"title", "desc"}:
                self._add(_words(child), Origin.ALT_TEXT, look, label=_name(child))

    def _runs(self, node: etree._Element, look: Look) -> list[tuple[str, Look]]:
        """Return a text's pieces in order, each with how it looks."""
        runs: list[tuple[str, Look]] = []
        waiting: list[tuple[etree._Element | str, Look]] = [(node, look)]
        while waiting:
            item, above = waiting.pop()
            if isinstance(item, str):
                runs.append((item, above))
                continue
            if not isinstance(item.tag, str):
                self._comment(item)
                continue
            inner = self._look(item, above) if item is not node else above
            parts: list[tuple[etree._Element | str, Look]] = [(item.text or "", inner)]
            if item is not node and _starts_line(item):
                parts.insert(0, ("\n", inner))
            for child in item:
                parts += [(child, inner), (child.tail or "", inner)]
            waiting.extend(reversed(parts))
        return runs

    def _foreign(self, node: etree._Element, look: Look) -> None:
        """Keep the words of HTML inside a drawing, a line for each of its blocks."""
        parts: list[str] = []
        for child in node.iter():
            if isinstance(child.tag, str) and _name(child) not in {"style", "script"}:
                parts.append(("\n" if _name(child) in _HTML_BLOCKS else "") + (child.text or ""))
            parts.append(child.tail or "" if child is not node else "")
            if _name(child) == "a":
                self._link(child, look, " ".join(_words(child).split()))
        concealment = look.concealment
        self._add("".join(parts), Origin.HIDDEN if concealment else Origin.TEXT_LAYER, look, concealment=concealment)

    def _link(self, node: etree._Element, look: Look, words: str, context: str = "") -> None:
        target = (node.get("href") or node.get(f"{_XLINK}href") or "").strip()
        if target and not target.startswith("#"):
            label = words or (node.get(f"{_XLINK}title") or "")
            self.blocks.append(TextBlock(target, Origin.LINK_TARGET, Part.BODY, 1, label=label, context=context, concealment=look.concealment))

    def _picture(self, node: etree._Element, look: Look) -> None:
        target = (node.get("href") or node.get(f"{_XLINK}href") or "").strip()
        found = parse_data_uri(target)
        if found is not None and found.data:
            self.embedded.append(Embedded(f"picture-{len(self.embedded) + 1}.{found.ending}", found.data, Role.PICTURE, 1))
        elif target and not target.startswith("#"):
            self._elsewhere.append(target[:80])
            self.blocks.append(TextBlock(target[:2000], Origin.LINK_TARGET, Part.BODY, 1, label="image source", concealment=look.concealment))

    def _properties(self, node: etree._Element) -> None:
        """Keep what RDF in <metadata> says: each element's own text, and the addresses in its attributes."""
        for child in node.iter():
            if not isinstance(child.tag, str):
                continue
            name = _name(child)
            parent = child.getparent()
            label = name if name not in {"li", "Agent", "title"} or parent is None else _property_name(child)
            if child.text and child.text.strip():
                self.metadata.append(MetadataField("XMP", label, child.text.strip()))
            for key, value in child.attrib.items():
                if str(key).endswith(("}resource", "}about")) and str(value).strip():
                    self.metadata.append(MetadataField("XMP", label, str(value).strip()))

    def _comment(self, node: etree._Element) -> None:
        if isinstance(node, etree._Comment) and any(char.isalpha() for char in node.text or ""):
            self.blocks.append(TextBlock((node.text or "").strip(), Origin.HIDDEN, page=1, concealment=Concealment.SOURCE_COMMENT))

    def _add(self, text: str, origin: Origin, look: Look, *, label: str = "", concealment: Concealment | None = None) -> None:
        text = _tidy(text)
        if text:
            seen = concealment or (look.concealment if origin is Origin.ALT_TEXT else None)
            self.blocks.append(TextBlock(text, origin, page=1, label=label, concealment=seen))


def _words(node: etree._Element) -> str:
    return "".join(str(text) for text in node.itertext())


def _name(node: etree._Element) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _property_name(node: etree._Element) -> str:
    """Return the property that a list item or an agent's name belongs to, e.g. "creator"."""
    above: etree._Element | None = node
    while above is not None and _name(above) in {"li", "Bag", "Seq", "Alt", "Agent", "title", "Description"}:
        above = above.getparent()
    name = _name(above) if above is not None else ""
    return name if name not in {"", "RDF", "Work", "metadata"} else _name(node)


def _starts_line(node: etree._Element) -> bool:
    if _name(node) not in {"tspan", "flowPara"}:
        return False
    return _name(node) == "flowPara" or bool(node.get("dy") and node.get("x")) or bool(node.get("y"))


def _tidy(text: str) -> str:
    lines = (re.sub(r"[ \t\r\f]+", " ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
