"""Passages counted and worded: which one to show, and how to tell of the others."""

from __future__ import annotations

from collections.abc import Sequence

from materials_lint.language.addresses import find_addresses
from materials_lint.language.normalise import normalise
from materials_lint.model.document import TextBlock
from materials_lint.policy.ownership import is_itu_host

_MOST_SHOWN = 160
_FEWEST_LETTERS = 4
_PAGES = {"slides": "slide", "sheets": "sheet"}


def opening(text: str) -> tuple[int, int]:
    """Return the span of a text's beginning that a finding shows."""
    return 0, min(len(text), _MOST_SHOWN)


def subject(block: TextBlock) -> str:
    """Return a passage in the one form by which two sightings of it are known."""
    return " ".join(normalise(block.text[:400]).text.casefold().split())


def worth_showing(blocks: Sequence[TextBlock]) -> TextBlock:
    """Return the first passage that has words, not only numbers or signs; the first of all where none has."""
    return next((block for block in blocks if sum(map(str.isalpha, block.text)) >= _FEWEST_LETTERS), blocks[0])


def these_words(format_: str, blocks: Sequence[TextBlock]) -> str:
    """E.g. "These words", or "These words, and 89 more passages on this sheet,"."""
    more = len(blocks) - 1
    where = f"on this {_PAGES.get(format_, 'page')}" if blocks[0].page is not None else "in this document"
    return f"These words, and {more} more passage{'s' if more > 1 else ''} {where}," if more else "These words"


def names_itu(text: str) -> bool:
    """Tell whether a text holds a mail or web address of ITU's."""
    return any(is_itu_host(address.host) for address in find_addresses(text))
