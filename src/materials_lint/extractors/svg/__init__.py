"""SVG drawings, plain or compressed (.svgz)."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from materials_lint.containers.charsets import head_text
from materials_lint.extractors.base import Canvas, Format
from materials_lint.model.document import Gap
from materials_lint.model.source import Extraction, Limits, Source

_LEADING = re.compile(r"(?:\s+|\ufeff|\u00ef\u00bb\u00bf|<!--.*?-->|<\?.*?\?>|<!DOCTYPE\s[^>\[]*(?:\[.*?\]\s*)?>)*", re.DOTALL)
_ROOT = re.compile(r"<(?:[A-Za-z_][\w.-]*:)?svg[\s>/]")


def _sniff(source: Source) -> float:
    if source.data.startswith(b"\x1f\x8b"):
        try:
            head = zlib.decompressobj(31).decompress(source.data[:4096], 4096)
        except zlib.error:
            return 0.0
        return 0.95 if _is_svg(head.decode("utf-8", "replace")) else 0.0
    return 0.95 if _is_svg(head_text(source)) else 0.0


def _is_svg(head: str) -> bool:
    leading = _LEADING.match(head)
    if leading and _ROOT.match(head, leading.end()):
        return True
    # A doctype with many entities (Illustrator) or a long comment may push the root out of what is looked at.
    if "<!DOCTYPE svg" in head:
        return True
    starts = head.lstrip("\ufeff \t\r\n").startswith(("<?xml", "<!--"))
    return starts and "<svg" in head and 'xmlns="http://www.w3.org/2000/svg"' in head and "<html" not in head.lower()


def _read(source: Source, limits: Limits) -> Extraction:
    from materials_lint.extractors.svg import _reader

    return _reader.read(source, limits)


def _canvases(source: Source, limits: Limits, _pages: tuple[int, int] | None) -> Iterator[Canvas | Gap]:
    from materials_lint.extractors.svg._canvases import canvases

    return canvases(source, limits)


FORMAT = Format("svg", "SVG drawing", _sniff, _read, canvases=_canvases)
