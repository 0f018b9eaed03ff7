"""What a page would cost to draw, told before the drawing library sees it.

Drawing instructions may call forms (ISO 32000-1, 8.10) that call forms: a file of two kilobytes can ask for billions of
instructions. The size of a page is therefore counted as its own instructions plus, for every call, those of the form.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from materials_lint.extractors.pdf._filters import Decoded, TooLongError, decode
from materials_lint.model.document import Gap, Reason
from materials_lint.model.source import MIB, Limits

PIKEPDF_ERRORS = (
    pikepdf.PdfError,
    pikepdf.DataDecodingError,
    RuntimeError,
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    IndexError,
    OverflowError,
    NotImplementedError,
)
_DEEPEST_PAGE = 32
_CALL = re.compile(rb"/([^\s/<>\[\](){}%]+)\s*(Do|gs)\b")
_SHOW = re.compile(rb"T[jJ]\b|['\"]")
_HEAVY_GLYPH = 65536  # bytes of drawing instructions of one glyph that make its repetition count
_LAYER = re.compile(rb"/OC\s*/|/OC\s*<<")
_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_FAINT = 0.1
_FONT_STREAMS = ("/FontFile", "/FontFile2", "/FontFile3")


class TooHeavyError(Exception):
    """The page is more than the limits allow; the message says which."""


@dataclass(slots=True)
class Weight:
    """Bytes of drawing instructions with all calls counted, and what was noticed in them."""

    size: int = 0
    actual_text: bool = False
    layers: bool = False
    faint: bool = False
    damaged: bool = False
    calls_itself: bool = False

    def add(self, other: Weight, times: int = 1) -> None:
        self.size += other.size * times
        self.actual_text |= other.actual_text
        self.layers |= other.layers
        self.faint |= other.faint
        self.damaged |= other.damaged
        self.calls_itself |= other.calls_itself


@dataclass(slots=True)
class Gate:
    """Weighs the pages of one document; forms and fonts are weighed once."""

    limits: Limits
    _known: dict[tuple[int, int], Weight] = field(default_factory=dict)
    _open: set[tuple[int, int]] = field(default_factory=set)

    @property
    def _most(self) -> int:
        return self.limits.max_page_content_mib * MIB

    def weigh(self, page: Any) -> Weight:
        """Weigh a page (pikepdf's dictionary). Raises TooHeavyError where it is over a limit."""
        weight = Weight()
        parts = [self._decoded(stream) for stream in _contents(page)]
        resources = inherited(page, "/Resources")
        # Resources that nothing uses tell of instructions that were lost.
        weight.damaged = any(not part.whole or not part.plain for part in parts) or (not parts and _draws(resources))
        self._add(weight, b"\n".join(part.data for part in parts), resources, 0)
        return weight

    def _add(self, weight: Weight, content: bytes, resources: Any, depth: int) -> None:
        weight.size += len(content)
        weight.actual_text |= b"ActualText" in content or (b"#" in content and b"ActualText" in unescaped(content))
        weight.layers |= _LAYER.search(content) is not None
        self._refuse(weight.size)
        if not isinstance(resources, pikepdf.Dictionary):
            return
        calls = Counter(_CALL.findall(content))
        for (name, operator), times in calls.items():
            found = _resource(resources, "/XObject" if operator == b"Do" else "/ExtGState", name)
            if found is not None:
                self._call(weight, found, resources, depth, times)
        # Patterns and glyphs are weighed by themselves: how often they are drawn is not told by a count of calls.
        for stream in _patterns(resources):
            weight.add(self._form(stream, resources, depth + 1), 0)
        shown = len(_SHOW.findall(content))
        for font in _values(resources.get("/Font")):
            glyphs = self._font(font, resources, depth + 1)
            weight.add(glyphs, shown if glyphs.size > _HEAVY_GLYPH else 0)
        if not weight.actual_text and _properties_have_actual_text(resources):
            weight.actual_text = True
        self._refuse(weight.size)

    def _call(self, weight: Weight, found: Any, resources: Any, depth: int, times: int) -> None:
        if isinstance(found, pikepdf.Stream):
            if "/OC" in found:
                weight.layers = True
            if found.get("/Subtype") == "/Form":
                weight.add(self._form(found, resources, depth + 1), times)
        elif isinstance(found, pikepdf.Dictionary):
            weight.faint |= _alpha(found) <= _FAINT
            mask = found.get("/SMask")
            group = mask.get("/G") if isinstance(mask, pikepdf.Dictionary) else None
            if isinstance(group, pikepdf.Stream):
                weight.add(self._form(group, resources, depth + 1), times)
        self._refuse(weight.size)

    def _form(self, stream: Any, inherited_resources: Any, depth: int) -> Weight:
        key = stream.objgen
        if key in self._open:
            return Weight(calls_itself=True)
        if key not in self._known:
            if depth > self.limits.max_form_depth:
                raise TooHeavyError(f"Its forms are nested more than max_form_depth = {self.limits.max_form_depth} deep.")
            self._open.add(key)
            try:
                weight = Weight()
                part = self._decoded(stream)
                weight.damaged = not part.whole
                self._add(weight, part.data, stream.get("/Resources", inherited_resources), depth)
            finally:
                self._open.discard(key)
            self._known[key] = weight
        return self._known[key]

    def _font(self, font: Any, resources: Any, depth: int) -> Weight:
        """A font's own streams must not unpack without bound; the glyphs of a Type 3 font are drawing instructions."""
        key = font.objgen if isinstance(font, pikepdf.Dictionary) else (0, 0)
        if key == (0, 0) or key in self._known:
            return self._known.get(key, Weight())
        self._known[key] = weight = Weight()
        for stream in _font_streams(font):
            weight.damaged |= not self._decoded(stream).whole
        own = font.get("/Resources", resources)
        for glyph in _values(font.get("/CharProcs")):
            if isinstance(glyph, pikepdf.Stream):
                part = self._form(glyph, own, depth)
                weight.add(part, 0)
                weight.size = max(weight.size, part.size)
        return weight

    def _decoded(self, stream: Any) -> Decoded:
        try:
            return decode(stream, self._most)
        except TooLongError:
            raise TooHeavyError(f"Its drawing instructions or fonts unpack to more than max_page_content_mib = {self.limits.max_page_content_mib} MiB.") from None
        except PIKEPDF_ERRORS:
            return Decoded(b"", whole=False)

    def _refuse(self, size: int) -> None:
        if size > self._most:
            raise TooHeavyError(f"Its drawing instructions, repeated parts counted, come to more than max_page_content_mib = {self.limits.max_page_content_mib} MiB.")


def gap_for(page: int, error: TooHeavyError) -> Gap:
    return Gap(Reason.TOO_LARGE, f"Page {page} was not read: {error} Print it to a new PDF, or look at it yourself.", page)


def inherited(page: Any, name: str) -> Any:
    """Return a page's attribute, or that of the nearest parent that has it."""
    node = page
    for _ in range(_DEEPEST_PAGE):
        if not isinstance(node, pikepdf.Dictionary):
            return None
        value = node.get(name)
        if value is not None:
            return value
        node = node.get("/Parent")
    return None


def unescaped(content: bytes) -> bytes:
    """Resolve "#41" in names: a name may be spelt in many ways."""
    return _ESCAPE.sub(lambda m: bytes([int(m[1], 16)]), content)


def _contents(page: Any) -> Iterator[Any]:
    contents = page.get("/Contents")
    for part in contents if isinstance(contents, pikepdf.Array) else [contents]:
        if isinstance(part, pikepdf.Stream):
            yield part


def _draws(resources: Any) -> bool:
    return any(_values(resources.get(kind)) for kind in ("/Font", "/XObject")) if isinstance(resources, pikepdf.Dictionary) else False


def _resource(resources: Any, kind: str, name: bytes) -> Any:
    group = resources.get(kind)
    if not isinstance(group, pikepdf.Dictionary):
        return None
    key = "/" + (unescaped(name) if b"#" in name else name).decode("utf-8", "surrogateescape")
    try:
        return group.get(key)
    except PIKEPDF_ERRORS:
        return None


def _values(group: Any) -> list[Any]:
    return [value for _, value in group.items()] if isinstance(group, pikepdf.Dictionary) else []


def _patterns(resources: Any) -> Iterator[Any]:
    for pattern in _values(resources.get("/Pattern")):
        if isinstance(pattern, pikepdf.Stream):
            yield pattern


def _properties_have_actual_text(resources: Any) -> bool:
    return any(isinstance(item, pikepdf.Dictionary) and "/ActualText" in item for item in _values(resources.get("/Properties")))


def _alpha(state: Any) -> float:
    value = state.get("/ca", 1)
    try:
        return float(value)
    except (TypeError, ValueError):
        return 1.0


def _font_streams(font: Any) -> Iterator[Any]:
    for holder in (font, *_listed(font.get("/DescendantFonts"))):
        if not isinstance(holder, pikepdf.Dictionary):
            continue
        descriptor = holder.get("/FontDescriptor")
        found = [holder.get("/ToUnicode"), holder.get("/Encoding"), holder.get("/CIDToGIDMap")]
        if isinstance(descriptor, pikepdf.Dictionary):
            found += [descriptor.get(name) for name in _FONT_STREAMS]
        yield from (item for item in found if isinstance(item, pikepdf.Stream))


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, pikepdf.Array) else []
