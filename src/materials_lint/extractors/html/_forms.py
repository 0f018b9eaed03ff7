"""Forms: where they are sent, and the words in their fields and on their buttons."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from materials_lint.extractors.html._collect import Collector
from materials_lint.model.document import Concealment, Origin, Part, TextBlock

Resolve = Callable[[str], str]
TAGS = frozenset({"form", "input", "button", "select", "textarea"})
_WORDLESS = frozenset({"checkbox", "radio", "password", "range", "color", "file", "image"})


def take(node: Any, attributes: dict[str, str], collector: Collector, resolve: Resolve, concealment: Concealment | None) -> None:
    """Keep one form element. A button's caption is read with the text around it, so only its target is kept here."""
    tag = node.tag
    if tag == "form":
        if attributes.get("action"):
            collector.add_link(resolve(attributes["action"]), _captions(node) or "form", "form", Part.FORM, concealment)
    elif tag == "select":
        for option in node.css("option"):
            _add(collector, option.text(deep=True), attributes.get("name") or "choice", concealment)
    elif tag == "textarea":
        _add(collector, node.text(deep=True), attributes.get("name") or "textarea", concealment)
        _add(collector, attributes.get("placeholder", ""), "placeholder", concealment)
    else:
        _take_control(tag, attributes, collector, resolve, concealment)


def _take_control(tag: str, attributes: dict[str, str], collector: Collector, resolve: Resolve, concealment: Concealment | None) -> None:
    kind = attributes.get("type", "text").lower()
    if attributes.get("formaction"):
        collector.add_link(resolve(attributes["formaction"]), attributes.get("value") or "form", "form", Part.FORM, concealment)
    if tag != "input":
        return
    _add(collector, attributes.get("placeholder", ""), "placeholder", concealment)
    if kind not in _WORDLESS:
        label = "button" if kind in {"submit", "button", "reset"} else attributes.get("name") or kind
        _add(collector, attributes.get("value", ""), label, concealment)


def _captions(form: Any) -> str:
    """Return the words on a form's buttons: what a reader believes the form does."""
    words = [node.text(deep=True, separator=" ", strip=True) for node in form.css("button")]
    words += [node.attributes.get("value") or "" for node in form.css("input[type=submit], input[type=button]")]
    return " / ".join(filter(None, (" ".join(word.split()) for word in words)))[:300]


def _add(collector: Collector, text: str, label: str, concealment: Concealment | None) -> None:
    if text.strip():
        collector.blocks.append(TextBlock(text.strip(), Origin.FORM_FIELD, Part.FORM, label=label, concealment=concealment))
