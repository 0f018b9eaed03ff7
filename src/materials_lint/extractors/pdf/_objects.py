"""Small readings of PDF objects that never fail on odd files."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite
from typing import Any

import pikepdf

from materials_lint.extractors.pdf._filters import TooLongError, decode
from materials_lint.extractors.pdf._gate import PIKEPDF_ERRORS

_MOST_TEXT = 4 * 1024 * 1024
_DEEPEST_TREE = 40


def text_of(value: Any) -> str:
    """Return the text of a string, name or text stream; "" for anything else."""
    try:
        if isinstance(value, pikepdf.String):
            return str(value).strip("\0")
        if isinstance(value, pikepdf.Name):
            return str(value)[1:]
        if isinstance(value, pikepdf.Stream):
            return _decoded_text(decode(value, _MOST_TEXT).data)
    except (*PIKEPDF_ERRORS, TooLongError):
        return ""
    return ""


def _decoded_text(data: bytes) -> str:
    if data.startswith((b"\xfe\xff", b"\xff\xfe")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def entry(holder: Any, key: str) -> Any:
    """Return an entry of a dictionary or stream, None where there is none or it can't be fetched."""
    if not isinstance(holder, pikepdf.Dictionary | pikepdf.Stream):
        return None
    try:
        return holder.get(key)
    except PIKEPDF_ERRORS:
        return None


def items(holder: Any) -> list[tuple[str, Any]]:
    """Return a dictionary's keys and values."""
    if not isinstance(holder, pikepdf.Dictionary | pikepdf.Stream):
        return []
    try:
        return [(str(key), value) for key, value in holder.items()]
    except PIKEPDF_ERRORS:
        return []


def elements(value: Any, most: int | None = None) -> list[Any]:
    """Return an array's elements, the first `most` of them; a lone value counts as an array of one."""
    if value is None:
        return []
    if not isinstance(value, pikepdf.Array):
        return [value]
    try:
        return [value[at] for at in range(len(value) if most is None else min(most, len(value)))]
    except PIKEPDF_ERRORS:
        return []


def rectangle(value: Any) -> tuple[float, float, float, float] | None:
    """Return left, bottom, right, top of a rectangle array."""
    numbers = elements(value, 5)
    if len(numbers) != 4:
        return None
    try:
        x0, y0, x1, y1 = (float(number) for number in numbers)
    except (TypeError, ValueError, ArithmeticError):
        return None
    if not isfinite(x0 + y0 + x1 + y1):
        return None
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def number(value: Any) -> int:
    try:
        return int(value)
    except (TypeError, ValueError, ArithmeticError):
        return 0


def tree(root: Any, leaves: str, most: int) -> Iterator[tuple[Any, Any]]:
    """Yield the keys and values of a name or number tree (ISO 32000-1, 7.9.6), at most `most`."""
    stack, seen, given = [(root, 0)], 0, 0
    while stack and seen < most:
        node, depth = stack.pop()
        seen += 1
        pairs = elements(entry(node, leaves), 2 * most)
        for key, value in zip(pairs[::2], pairs[1::2], strict=False):
            given += 1
            if given > most:
                return
            yield key, value
        if depth < _DEEPEST_TREE:
            stack.extend((kid, depth + 1) for kid in reversed(elements(entry(node, "/Kids"), most)))
