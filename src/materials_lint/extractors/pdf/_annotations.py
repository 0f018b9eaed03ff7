"""What lies over a page: links, comments and marks, form fields, attached files, media."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from materials_lint.extractors.pdf._actions import Target, additional, targets
from materials_lint.extractors.pdf._drawing import Rect
from materials_lint.extractors.pdf._gate import inherited
from materials_lint.extractors.pdf._objects import elements, entry, items, number, rectangle, text_of
from materials_lint.extractors.pdf._pdfium import Frame
from materials_lint.model.document import Concealment, Gap, Origin, Part, Reason, TextBlock
from materials_lint.model.geometry import Box

_HIDDEN_FLAGS = 0b100010  # ISO 32000-1, table 165: hidden, no view
_COVERING = {"FreeText", "Square", "Circle", "Polygon", "Stamp", "Redact"}
_MEDIA = {"Movie", "Sound", "3D", "RichMedia", "Screen"}
_TAG = re.compile(r"<[^>]*>")
_VALUES = (("/V", ""), ("/DV", "default"), ("/TU", "tooltip"), ("/TM", "export name"), ("/RV", "rich text"))
_CAPTIONS = ("/CA", "/RC", "/AC")


def listed(page: Any, most: int) -> tuple[list[Any], int]:
    """Return a page's annotations, the first `most`, and how many there are."""
    array = entry(page, "/Annots")
    found = elements(array, most)
    try:
        return found, len(array) if array is not None and len(found) > 1 else len(found)
    except TypeError:
        return found, len(found)


def covers(found: Sequence[Any]) -> tuple[Rect, ...]:
    """Return the places (user space) of annotations that may hide the text under them."""
    places = (rectangle(entry(item, "/Rect")) for item in found if text_of(entry(item, "/Subtype")) in _COVERING)
    return tuple(place for place in places if place is not None)


def read(found: Sequence[Any], page: int, frame: Frame | None, body: Sequence[TextBlock]) -> tuple[list[TextBlock], list[Gap]]:
    """Return the blocks of a page's annotations. `body` is the page's own text: links are labelled with the words under them."""
    blocks: list[TextBlock] = []
    media = 0
    for item in found:
        rect = rectangle(entry(item, "/Rect"))
        box = frame.box(*rect) if frame is not None and rect is not None else None
        kind = text_of(entry(item, "/Subtype"))
        blocks.extend(_links(item, page, box, body))
        if kind == "Widget" or (not kind and entry(item, "/FT") is not None):
            blocks.extend(field_blocks(item, page, box))
        elif kind not in {"Link", "Popup"}:
            blocks.extend(_comment(item, page, box))
        media += kind in _MEDIA
    gaps = []
    if media:
        gaps.append(Gap(Reason.UNSUPPORTED, f"Page {page} holds sound, film or 3D content, which is not examined. Play it yourself.", page))
    return blocks, gaps


def _links(item: Any, page: int, box: Box | None, body: Sequence[TextBlock]) -> Iterator[TextBlock]:
    found = [*targets(entry(item, "/A")), *targets(entry(item, "/PA")), *additional(item)]
    if not found:
        return
    label, context = _under(box, body) if box is not None else ("", "")
    label = label or text_of(entry(item, "/Contents")) or _caption(item) or _name(item)
    part = Part.FORM if text_of(entry(item, "/Subtype")) == "Widget" else Part.BODY
    for target in dict.fromkeys(found):
        yield link_block(target, page, box, label, context, part)


def _caption(item: Any) -> str:
    """Return what is written on a button."""
    return next((text.strip() for text, what in _field_texts(item) if what == "caption" and text.strip()), "")


def link_block(target: Target, page: int | None, box: Box | None, label: str, context: str, part: Part = Part.BODY) -> TextBlock:
    """A link's target, or a script, which nobody who reads the page sees."""
    if target.script:
        return TextBlock(target.text, Origin.HIDDEN, Part.BODY, page, box, label="JavaScript", context=context, concealment=Concealment.HIDDEN_FORMAT)
    return TextBlock(target.text, Origin.LINK_TARGET, Part.FORM if target.sends else part, page, box, label=label, context=context)


def _under(box: Box, body: Sequence[TextBlock]) -> tuple[str, str]:
    """Return the words whose middle lies in `box`, and the paragraph they stand in."""
    for block in body:
        if block.box is None or block.box.x1 < box.x0 or block.box.x0 > box.x1 or block.box.y1 < box.y0 or block.box.y0 > box.y1:
            continue
        inside = [s for s in block.spans if box.x0 - 1 <= (s.box.x0 + s.box.x1) / 2 <= box.x1 + 1 and box.y0 - 1 <= (s.box.y0 + s.box.y1) / 2 <= box.y1 + 1]
        if inside:
            return " ".join(block.text[inside[0].start : inside[-1].end].split()), block.text
    return "", ""


def _comment(item: Any, page: int, box: Box | None) -> Iterator[TextBlock]:
    author = text_of(entry(item, "/T"))
    hidden = bool(number(entry(item, "/F")) & _HIDDEN_FLAGS)
    contents = text_of(entry(item, "/Contents")).strip()
    texts = [contents, text_of(entry(item, "/Subj")).strip()]
    rich = " ".join(_TAG.sub(" ", text_of(entry(item, "/RC"))).split())
    if rich and "".join(rich.split()) != "".join(contents.split()):
        texts.append(rich)
    for text in filter(None, texts):
        if hidden:
            yield TextBlock(text, Origin.HIDDEN, Part.ANNOTATION, page, box, label=author, concealment=Concealment.HIDDEN_FORMAT)
        else:
            yield TextBlock(text, Origin.ANNOTATION, Part.ANNOTATION, page, box, label=author)
    if author and not any(texts):
        yield TextBlock(author, Origin.ANNOTATION, Part.ANNOTATION, page, box, label="author")


def field_blocks(field: Any, page: int | None, box: Box | None) -> Iterator[TextBlock]:
    """What a form field says: its value, default, tooltip, choices and the captions of its button."""
    name = _name(field)
    hidden = bool(number(entry(field, "/F")) & _HIDDEN_FLAGS)
    seen: set[str] = set()
    for text, what in _field_texts(field):
        clean = text.strip()
        if not clean or clean in seen or clean == "Off":
            continue
        seen.add(clean)
        origin, veil = (Origin.HIDDEN, Concealment.HIDDEN_FORMAT) if hidden else (Origin.FORM_FIELD, None)
        yield TextBlock(clean, origin, Part.FORM, page, box, label=name, context=what, concealment=veil)


def _field_texts(field: Any) -> Iterator[tuple[str, str]]:
    for key, what in _VALUES:
        for value in elements(inherited(field, key), 500):
            text = text_of(value)
            yield (_TAG.sub(" ", text) if key == "/RV" else text), what
    for choice in elements(inherited(field, "/Opt"), 500):
        for text in elements(choice, 2):
            yield text_of(text), "choice"
    for key in _CAPTIONS:
        yield text_of(entry(entry(field, "/MK"), key)), "caption"


def _name(field: Any) -> str:
    """The field's full name, from the outermost parent inwards."""
    names: list[str] = []
    node = field
    for _ in range(32):
        if node is None:
            break
        name = text_of(entry(node, "/T"))
        if name:
            names.append(name)
        node = entry(node, "/Parent")
    return ".".join(reversed(names))


def attached(found: Sequence[Any]) -> Iterator[Any]:
    """Yield the file specifications that annotations hold."""
    for item in found:
        for key in ("/FS", "/Sound"):
            holder = entry(item, key)
            if items(holder) and entry(holder, "/EF") is not None:
                yield holder
