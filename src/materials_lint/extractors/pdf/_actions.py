"""What happens on a click, on opening, on printing: the targets of a PDF's actions (ISO 32000-1, 12.6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf

from materials_lint.extractors.pdf._objects import elements, entry, items, text_of

_MOST_CHAINED = 50


@dataclass(frozen=True, slots=True)
class Target:
    """Where an action leads: an address or file, or (`script`) a JavaScript text; `sends` where a form is sent there."""

    text: str
    script: bool = False
    sends: bool = False


def targets(action: Any) -> Iterator[Target]:
    """Yield the targets of an action and of those chained to it."""
    waiting, seen = [action], 0
    while waiting and seen < _MOST_CHAINED:
        current = waiting.pop(0)
        seen += 1
        if not isinstance(current, pikepdf.Dictionary):
            continue
        yield from _own(current)
        waiting.extend(elements(entry(current, "/Next"), _MOST_CHAINED))


def _own(action: Any) -> Iterator[Target]:
    kind = text_of(entry(action, "/S"))
    if kind == "URI":
        yield from _if_text(text_of(entry(action, "/URI")))
    elif kind in {"Launch", "GoToR", "GoToE", "SubmitForm", "ImportData", "Thread"}:
        yield from _if_text(_file(entry(action, "/F")), sends=kind == "SubmitForm")
        for system in ("/Win", "/Unix", "/Mac"):
            yield from _if_text(" ".join(filter(None, (_file(entry(entry(action, system), "/F")), text_of(entry(entry(action, system), "/P"))))))
    if (script := text_of(entry(action, "/JS")).strip()) != "":
        yield Target(script, script=True)


def _if_text(text: str, *, sends: bool = False) -> Iterator[Target]:
    if text.strip():
        yield Target(text.strip(), sends=sends)


def _file(value: Any) -> str:
    """A file specification: a string, or a dictionary with one."""
    return text_of(value) or next((text for key in ("/UF", "/F", "/Unix", "/DOS", "/Mac") if (text := text_of(entry(value, key)))), "")


def additional(holder: Any) -> Iterator[Target]:
    """Yield the targets of the actions that other events than a click set off."""
    for _, action in items(entry(holder, "/AA")):
        yield from targets(action)
