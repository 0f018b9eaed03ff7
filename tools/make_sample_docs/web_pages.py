"""Web pages and a poster in SVG, kept whole as text beside the code."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

_TEXTS = Path(__file__).with_name("texts")


def _page(name: str) -> Callable[[], bytes]:
    return (_TEXTS / name).read_bytes


DRAFTS = {name: _page(name) for name in ("campaign-ar.html", "vision-zh.html", "evening-fr.html", "poster-es.svg")}
