"""DrawingML: the text of shapes, charts and diagrams, words that describe pictures, and links (ECMA-376 part 1, 20 and 21)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from materials_lint.containers.harvest import Harvest
from materials_lint.containers.names import attribute, child, children, every, name, text_of
from materials_lint.containers.opc import Opc
from materials_lint.model.document import Origin, TextBlock

EMU_PER_POINT = 12_700
_JUMPS = ("ppaction://hlinksldjump", "ppaction://hlinkshowjump", "ppaction://noaction")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one look; `properties` is its `a:rPr`."""

    text: str
    properties: etree._Element | None


def runs(paragraph: etree._Element) -> list[Run]:
    """Return the runs of an `a:p` in order; breaks are runs of one line feed."""
    found: list[Run] = []
    for item in paragraph:
        kind = name(item)
        if kind in {"a:r", "a:fld"}:
            found.append(Run("".join(text_of(t) for t in children(item, "a:t")), child(item, "a:rPr")))
        elif kind == "a:br":
            found.append(Run("\n", None))
        elif kind == "mc:AlternateContent":
            branch = child(item, "mc:Choice") if has_words(child(item, "mc:Choice")) else child(item, "mc:Fallback")
            found.extend(Run(text_of(t), None) for t in every(branch, "a:t", "m:t"))
        elif kind == "a14:m":
            found.extend(Run(text_of(t), None) for t in every(item, "m:t"))
    return found


def paragraph_text(paragraph: etree._Element) -> str:
    """Return the text of an `a:p`."""
    return "".join(run.text for run in runs(paragraph))


def has_words(element: etree._Element | None) -> bool:
    """Return whether there is any text below an element."""
    return any(text_of(t).strip() for t in every(element, "w:t", "a:t", "m:t"))


def alt_texts(properties: etree._Element, model: TextBlock) -> Iterator[TextBlock]:
    """Yield the words that describe a picture or shape (`wp:docPr`, `p:cNvPr`, `xdr:cNvPr`): title and description."""
    label = properties.get("name") or ""
    for key in ("title", "descr"):
        said = properties.get(key) or ""
        if said.strip():
            yield replace(model, text=said, origin=Origin.ALT_TEXT, label=label, concealment=None)


def link_targets(element: etree._Element, opc: Opc, part: str) -> Iterator[tuple[str, str]]:
    """Yield (target, tooltip) of the click and hover links below `element`; jumps inside the document are left out."""
    for link in every(element, "a:hlinkClick", "a:hlinkHover", "a:hlinkMouseOver"):
        rel = opc.relationships(part).get(attribute(link, "r:id"))
        action = link.get("action") or ""
        tooltip = link.get("tooltip") or ""
        if rel is not None and rel.external and not action.startswith(_JUMPS):
            yield rel.target, tooltip
        elif tooltip:
            yield "", tooltip


def link_blocks(target: str, tooltip: str, model: TextBlock) -> Iterator[TextBlock]:
    """Yield a link's target and its tooltip as blocks; the model's label is the anchor's words."""
    yield replace(model, text=target, origin=Origin.LINK_TARGET, concealment=None, size=None)
    yield replace(model, text=tooltip, origin=Origin.ALT_TEXT, concealment=None, size=None)


def graphic_parts(element: etree._Element, opc: Opc, part: str) -> Iterator[str]:
    """Yield the chart and diagram parts that `element` shows."""
    relationships = opc.relationships(part)
    for graphic in every(element, "c:chart", "cx:chart", "dgm:relIds"):
        for key in ("r:id", "r:dm"):
            rel = relationships.get(attribute(graphic, key))
            if rel is not None and not rel.external:
                yield rel.target


def read_graphic(part: str, opc: Opc, out: Harvest, model: TextBlock, seen: set[str]) -> None:
    """Add the words of a chart or diagram part, and of the drawings it leads to, as blocks like `model`."""
    real = opc.find(part)
    if real is None or real in seen:
        return
    seen.add(real)
    root = opc.xml(real)
    said: set[str] = set()
    for text in graphic_texts(root):
        if text not in said:
            said.add(text)
            out.add(replace(model, text=text))
    for target, tooltip in link_targets(root, opc, real) if root is not None else ():
        for block in link_blocks(target, tooltip, model):
            out.add(block)
    for described in every(root, "cdr:cNvPr", "dgm:cNvPr", "dsp:cNvPr"):
        for block in alt_texts(described, model):
            out.add(block)
    for further in opc.related(real, "chartUserShapes"):
        read_graphic(further, opc, out, model, seen)


def graphic_texts(root: etree._Element | None) -> Iterator[str]:
    """Yield the words of a chart or diagram: titles, labels, categories, nodes. Numbers are left out."""
    for element in every(root, "a:p", "c:v", "cx:v", "cx:pt"):
        kind = name(element)
        if kind == "a:p":
            yield paragraph_text(element)
        elif kind == "c:v":
            if _is_string(element):
                yield text_of(element)
        else:
            yield text_of(element)


def _is_string(value: etree._Element) -> bool:
    holder = value.getparent()
    while holder is not None and name(holder) not in {"c:numCache", "c:numLit"}:
        holder = holder.getparent()
    return holder is None
