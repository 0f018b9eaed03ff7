"""What goes out with a file beside its pages: comments, tracked changes, speaker's notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from materials_lint.detectors.hidden_content._passages import opening, subject, worth_showing
from materials_lint.model.document import Origin, Part, TextBlock
from materials_lint.model.finding import Finding
from materials_lint.policy.rules import Rule

SPEAKER_NOTES = "speaker notes"
_CASES = {Origin.COMMENT: "comment", Origin.TRACKED_CHANGE: "tracked-change", Origin.ANNOTATION: "comment"}
_MANY = {"comment": "more-comments", "tracked-change": "more-changes", "notes-page": "more-notes"}
_MOST_SINGLE = 5
_LONGEST_NAME = 80
_CHANGE = re.compile(r"(deleted|inserted)(?: by |, )?(.*)", re.DOTALL)


def findings(blocks: Sequence[TextBlock], rule: Rule) -> Iterator[Finding]:
    """Yield the first of each kind one by one, and the rest of them together."""
    kinds: dict[str, list[TextBlock]] = {}
    for block in _first_of_notes(blocks):
        case = "notes-page" if block.origin is Origin.NOTE else _CASES[block.origin]
        kinds.setdefault(case, []).append(block)
    for case, found in kinds.items():
        single = _MOST_SINGLE if len(found) > _MOST_SINGLE + 1 else len(found)
        for block in found[:single]:
            yield rule.at(case, block, span=opening(block.text), subject=subject(block), confidence=0.9, who=_who(block))
        if rest := found[single:]:
            shown = worth_showing(rest)
            yield rule.at(_MANY[case], shown, span=opening(shown.text), subject=subject(shown), confidence=0.9, count=str(len(rest)))


def _first_of_notes(blocks: Sequence[TextBlock]) -> Iterator[TextBlock]:
    """Yield comments and changes, and of each notes page the first passage that is worth showing."""
    notes: dict[object, list[TextBlock]] = {}
    for number, block in enumerate(blocks):
        if block.origin is Origin.NOTE and block.part is Part.NOTE and block.label == SPEAKER_NOTES:
            notes.setdefault(block.page or f"block {number}", []).append(block)
        elif block.origin in _CASES:
            yield block
    yield from (worth_showing(page) for page in notes.values())


def _who(block: TextBlock) -> str:
    """E.g. "A comment by Bo", "Words that Bo deleted"; readers label a change "deleted by Bo", "inserted, Bo" or "deleted"."""
    label = " ".join(block.label.split())
    if block.origin is Origin.TRACKED_CHANGE:
        change = _CHANGE.fullmatch(label)
        done, name = (change[1], change[2]) if change else ("changed", label)
        return f"Words {done} by {_short(name)}" if name else f"{done.capitalize()} words"
    if block.part is Part.ANNOTATION:
        return "A note" if label in {"", "author"} else f"A note ({_short(label)})"
    return f"A comment by {_short(label)}" if label else "A comment without an author's name"


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 3]}..."
