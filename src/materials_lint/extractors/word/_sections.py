"""Sections: page size, and which headers and footers are shown (ECMA-376 part 1, 17.6 and 17.10)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from materials_lint.containers.names import attribute, child, children, every, name, number, switched_on
from materials_lint.containers.opc import Opc

_LABELS = {"first": "first page", "even": "even pages", "default": ""}
_TWIPS_PER_POINT = 20


@dataclass(frozen=True, slots=True)
class Margin:
    """A header or footer part: where it is shown, and whether it is at all."""

    part: str
    is_header: bool
    label: str
    shown: bool


def margins(opc: Opc, main: str, root: etree._Element, settings: etree._Element | None) -> list[Margin]:
    """Return every header and footer part once, those that sections use in their order, then those left unused."""
    even = bool(switched_on(settings, "w:evenAndOddHeaders"))
    shown: dict[str, bool] = {}
    labels: dict[str, str] = {}
    for part, kind, visible in _used(opc, main, root, even):
        shown[part] = shown.get(part, False) or visible
        labels.setdefault(part, _LABELS.get(kind, kind))
    headers, footers = opc.related(main, "header"), opc.related(main, "footer")
    ordered = [p for p in shown if p in {*headers, *footers}]
    ordered += [p for p in (*headers, *footers) if p not in shown]
    found = [Margin(p, p in headers, labels.get(p, "unused"), shown.get(p, False)) for p in ordered]
    return sorted(found, key=lambda margin: not margin.shown)


def _used(opc: Opc, main: str, root: etree._Element, even: bool) -> Iterator[tuple[str, str, bool]]:
    """Yield (part, type, visible) of each section; a section without its own header has that of the one before."""
    relationships = opc.relationships(main)
    current: dict[tuple[str, str], str] = {}
    for section in every(root, "w:sectPr"):
        if name(section.getparent()) == "w:sectPrChange":
            continue
        for reference in children(section, "w:headerReference", "w:footerReference"):
            rel = relationships.get(attribute(reference, "r:id"))
            if rel is not None and not rel.external:
                current[name(reference), attribute(reference, "w:type", "default")] = opc.find(rel.target) or rel.target
        first = bool(switched_on(section, "w:titlePg"))
        for (_, kind), part in current.items():
            yield part, kind, {"first": first, "even": even}.get(kind, True)


def page_size(root: etree._Element) -> tuple[float | None, float | None]:
    """Return width and height of the first section's pages, in points."""
    size = next((child(s, "w:pgSz") for s in every(root, "w:sectPr") if child(s, "w:pgSz") is not None), None)
    if size is None:
        return None, None
    found = [number(attribute(size, key)) for key in ("w:w", "w:h")]
    width, height = (None if n is None else n / _TWIPS_PER_POINT for n in found)
    return width, height
