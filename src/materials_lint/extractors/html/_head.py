"""What a page says about itself: title, meta tags, canonical address, structured data, addresses in scripts."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from materials_lint.extractors.html._collect import Collector
from materials_lint.model.document import Part

Resolve = Callable[[str], str]
_LINKS = {"canonical": "canonical", "alternate": "alternate", "author": "author", "me": "me", "publisher": "publisher", "shortlink": "canonical"}
_DULL = frozenset(
    {"viewport", "charset", "theme-color", "format-detection", "x-ua-compatible", "content-type", "msapplication-tilecolor", "robots", "referrer", "csrf-token"},
)
_LITERAL = re.compile(r"\"((?:[^\"\\\n]|\\.){3,500})\"|'((?:[^'\\\n]|\\.){3,500})'|`((?:[^`\\]|\\.){3,500})`")
_ADDRESS = re.compile(r"[^\s@]@[^\s@]|mailto:|tel:|https?://", re.IGNORECASE)
_MOST_SCRIPT = 2_000_000
_MOST_LITERALS = 500


def take(node: Any, tag: str, attributes: dict[str, str], collector: Collector, resolve: Resolve) -> None:
    """Keep what one element of the head (wherever it stands) says of the page."""
    if tag == "title":
        collector.add_property("html", "title", node.text(deep=True))
    elif tag == "meta":
        _take_meta(attributes, collector, resolve)
    elif tag == "link":
        relations = attributes.get("rel", "").lower().split()
        label = next((_LINKS[name] for name in relations if name in _LINKS), "")
        if label and attributes.get("href"):
            collector.add_link(resolve(attributes["href"]), label, "", Part.METADATA)
    elif tag == "script":
        _take_script(node.text(deep=True), attributes, collector, resolve)


def _take_meta(attributes: dict[str, str], collector: Collector, resolve: Resolve) -> None:
    content = attributes.get("content", "")
    name = attributes.get("name") or attributes.get("property") or attributes.get("itemprop") or attributes.get("http-equiv") or ""
    if attributes.get("http-equiv", "").lower() == "refresh":
        target = re.search(r"url\s*=\s*[\"']?\s*([^\"']+)", content, re.IGNORECASE)
        if target:
            collector.add_link(resolve(target[1].strip()), "meta refresh", "", Part.METADATA)
    elif name and name.lower() not in _DULL:
        collector.add_property("meta", name, content)


def _take_script(text: str, attributes: dict[str, str], collector: Collector, resolve: Resolve) -> None:
    """Keep structured data whole, and of programs only the strings that hold an address: they may write it on the page."""
    if attributes.get("src"):
        collector.add_property("html", "script source", resolve(attributes["src"]))
    text = text[:_MOST_SCRIPT]
    if "json" in attributes.get("type", "").lower():
        for name, value in _json_strings(text):
            collector.add_property("JSON-LD", name, value)
        return
    for number, match in enumerate(m for m in _LITERAL.finditer(text) if _ADDRESS.search(m[0])):
        if number >= _MOST_LITERALS:
            break
        collector.add_property("script", "text in a script", next(filter(None, match.groups())).replace("\\/", "/"))


def _json_strings(text: str) -> Iterator[tuple[str, str]]:
    try:
        top = json.loads(text)
    except (ValueError, RecursionError):
        yield "text", text.strip()
        return
    waiting: list[tuple[str, Any]] = [("", top)]
    while waiting:
        name, value = waiting.pop()
        if isinstance(value, dict):
            waiting.extend((f"{name}.{key}".lstrip("."), inner) for key, inner in reversed(value.items()))
        elif isinstance(value, list):
            waiting.extend((name, inner) for inner in reversed(value))
        elif isinstance(value, str) and not name.startswith("@"):
            yield name or "text", value
