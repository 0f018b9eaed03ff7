"""What belongs to the document and not to one page: scripts, bookmarks, unplaced form fields, layers, alternative texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from materials_lint.extractors.pdf._actions import Target, additional, targets
from materials_lint.extractors.pdf._annotations import field_blocks, link_block
from materials_lint.extractors.pdf._objects import elements, entry, text_of, tree
from materials_lint.model.document import Concealment, Gap, MetadataField, Origin, Part, Reason, TextBlock

_MOST = 20_000
_MOST_ELEMENTS = 200_000
_XML_TEXT = re.compile(r">([^<]*[^\s<][^<]*)<")


def scripts_and_links(root: Any) -> Iterator[TextBlock]:
    """Yield what the document does on opening and closing, and its named scripts."""
    found = [*targets(entry(root, "/OpenAction")), *additional(root)]
    for _, action in tree(entry(entry(root, "/Names"), "/JavaScript"), "/Names", _MOST):
        found.extend(targets(action))
    base = text_of(entry(entry(root, "/URI"), "/Base"))
    if base:
        found.append(Target(base))
    for target in dict.fromkeys(found):
        yield link_block(target, None, None, "when the file is opened", "")


def bookmarks(root: Any) -> tuple[list[MetadataField], list[TextBlock]]:
    """Return the titles of the bookmarks, and where those lead that leave the document."""
    titles: list[MetadataField] = []
    links: list[TextBlock] = []
    seen: set[tuple[int, int]] = set()
    waiting = [entry(entry(root, "/Outlines"), "/First")]
    while waiting and len(seen) < _MOST:
        item = waiting.pop()
        if not isinstance(item, pikepdf.Dictionary) or item.objgen in seen:
            continue
        seen.add(item.objgen)
        title = text_of(entry(item, "/Title")).strip()
        if title:
            titles.append(MetadataField("Bookmarks", "Title", title))
        links.extend(link_block(target, None, None, title, "bookmark") for target in targets(entry(item, "/A")))
        waiting.extend((entry(item, "/Next"), entry(item, "/First")))
    return titles, links


def form_fields(root: Any, placed: set[tuple[int, int]]) -> Iterator[TextBlock]:
    """Yield the form fields that no page shows; `placed` are the objects of those that were read on their page."""
    waiting, seen = [(field, 0) for field in elements(entry(entry(root, "/AcroForm"), "/Fields"), _MOST)], 0
    while waiting and seen < _MOST:
        field, depth = waiting.pop()
        seen += 1
        if not isinstance(field, pikepdf.Dictionary) or field.objgen in placed:
            continue
        kids = elements(entry(field, "/Kids"), _MOST)
        if kids and depth < 32:
            waiting.extend((kid, depth + 1) for kid in kids)
        elif not kids:
            yield from field_blocks(field, None, None)
            for target in dict.fromkeys([*targets(entry(field, "/A")), *additional(field)]):
                yield link_block(target, None, None, text_of(entry(field, "/T")), "")


def xfa(root: Any) -> tuple[list[TextBlock], list[Gap]]:
    """Return the texts of an XFA form (a form in XML beside the pages) and, where the pages don't show it, say so."""
    packets = entry(entry(root, "/AcroForm"), "/XFA")
    if packets is None:
        return [], []
    parts = [text_of(part) for part in elements(packets, 200) if isinstance(part, pikepdf.Stream)]
    texts = dict.fromkeys(" ".join(found.split()) for part in parts for found in _XML_TEXT.findall(part))
    blocks = [TextBlock(text, Origin.FORM_FIELD, Part.FORM, label="XFA") for text in list(texts)[:_MOST]]
    message = "The file is an XFA form, which only some programs show; what it looks like was not examined. Print it to a new PDF and check that."
    return blocks, [Gap(Reason.UNSUPPORTED, message)] if entry(root, "/NeedsRendering") is True else []


def layers_off(root: Any) -> bool:
    """Tell whether any optional content (ISO 32000-1, 8.11) is off when the file is opened."""
    properties = entry(root, "/OCProperties")
    default = entry(properties, "/D")
    if text_of(entry(default, "/BaseState")) == "OFF" or elements(entry(default, "/OFF"), 1):
        return True
    for group in elements(entry(properties, "/OCGs"), 1000):
        usage = entry(group, "/Usage")
        if any(text_of(entry(entry(usage, kind), f"{kind}State")) == "OFF" for kind in ("/View", "/Print")):
            return True
    return False


def alternative_texts(root: Any, pages: dict[tuple[int, int], int]) -> Iterator[TextBlock]:
    """Yield what the structure tree says of pictures and abbreviations to those who can't see the page."""
    seen: set[tuple[int, int]] = set()
    waiting: list[tuple[Any, int | None]] = [(entry(root, "/StructTreeRoot"), None)]
    while waiting and len(seen) < _MOST_ELEMENTS:
        node, page = waiting.pop()
        if not isinstance(node, pikepdf.Dictionary) or (node.is_indirect and node.objgen in seen):
            continue
        seen.add(node.objgen if node.is_indirect else (0, len(seen)))
        shown_on = entry(node, "/Pg")
        page = pages.get(shown_on.objgen, page) if isinstance(shown_on, pikepdf.Dictionary) else page
        for key, what in (("/Alt", "alternative text"), ("/E", "expansion")):
            text = text_of(entry(node, key)).strip()
            if text:
                yield TextBlock(text, Origin.ALT_TEXT, Part.IMAGE, page, label=what)
        text = text_of(entry(node, "/ActualText")).strip()
        if text:
            yield TextBlock(text, Origin.HIDDEN, Part.BODY, page, label="ActualText", concealment=Concealment.REPLACED)
        waiting.extend((kid, page) for kid in reversed(elements(entry(node, "/K"), _MOST_ELEMENTS)) if isinstance(kid, pikepdf.Dictionary))


def page_labels(root: Any) -> list[MetadataField]:
    """Return the words that page numbers are given, such as "Annex "."""
    found = [text_of(entry(value, "/P")).strip() for _, value in tree(entry(root, "/PageLabels"), "/Nums", _MOST)]
    return [MetadataField("Page labels", "Prefix", label) for label in dict.fromkeys(filter(None, found))]
