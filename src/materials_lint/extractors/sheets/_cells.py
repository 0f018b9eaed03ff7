"""The cells of one worksheet (ECMA-376 part 1, 18.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from materials_lint.containers.names import child, children, every, name, number, text_of, whole

_REFERENCE = re.compile(r"([A-Za-z]{1,3})(\d{1,7})")
_LITERAL = re.compile(r'"((?:[^"]|"")*)"')
_MANY = 200_000
_MOST_COLUMNS = 1000
_MOST_AREAS = 2000


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text as stored, its formula, and the number of its format."""

    reference: str
    text: str
    formula: str
    style: int
    hidden: bool


class SharedStrings:
    """The workbook's table of strings; `used` remembers which of them a cell shows."""

    def __init__(self, root: etree._Element | None) -> None:
        self.strings = [rich_text(item) for item in children(root, "s:si")]
        self.used: set[int] = set()

    def get(self, index: str) -> str:
        """Return a string by its number, "" for one that is not there."""
        position = whole(index)
        if not 0 <= position < len(self.strings):
            return ""
        self.used.add(position)
        return self.strings[position]

    def unused(self) -> Iterator[str]:
        """Yield the strings that no cell shows: remains of deleted cells."""
        yield from (text for position, text in enumerate(self.strings) if position not in self.used)


def rich_text(item: etree._Element | None) -> str:
    """Return the text of a string item or comment, phonetic hints left out."""
    return "".join(text_of(t) for t in every(item, "s:t") if name(t.getparent()) != "s:rPh")


def rows(sheet: etree._Element, shared: SharedStrings) -> Iterator[list[Cell]]:
    """Yield the rows that hold any text, cells in order."""
    hidden_columns = [_span(c) for c in every(sheet, "s:col") if _on(c, "hidden") or number(c.get("width")) == 0][:_MOST_COLUMNS]
    for line, row in enumerate(every(sheet, "s:row"), 1):
        hidden = _on(row, "hidden") or number(row.get("ht")) == 0
        found = []
        for position, cell in enumerate(children(row, "s:c"), 1):
            reference = cell.get("r") or f"{letters(position)}{row.get('r') or line}"
            column = column_of(reference)
            concealed = hidden or any(low <= column <= high for low, high in hidden_columns)
            found.append(Cell(reference, _text(cell, shared), text_of(child(cell, "s:f")), whole(cell.get("s"), 0), concealed))
        if found:
            yield found


def _text(cell: etree._Element, shared: SharedStrings) -> str:
    kind = cell.get("t") or "n"
    if kind == "inlineStr":
        return rich_text(child(cell, "s:is"))
    said = text_of(child(cell, "s:v"))
    return shared.get(said) if kind == "s" else "" if kind in {"b", "e"} else said


def literals(formula: str) -> list[str]:
    """Return the texts in quotes in a formula."""
    return [found.replace('""', '"') for found in _LITERAL.findall(formula[:_MANY])]


def link_target(formula: str) -> str:
    """Return the address that a formula's HYPERLINK leads to, its literal pieces joined, "" for none."""
    start = formula.upper().find("HYPERLINK(")
    if start < 0:
        return ""
    depth, quoted, end = 0, False, len(formula)
    for position in range(start + len("HYPERLINK("), min(len(formula), start + _MANY)):
        character = formula[position]
        quoted = not quoted if character == '"' else quoted
        if quoted:
            continue
        depth += (character == "(") - (character == ")")
        if depth < 0 or (depth == 0 and character in ",;"):
            end = position
            break
    return "".join(literals(formula[start:end]))


def column_of(reference: str) -> int:
    """Return the number of a cell's column, 1 for A, 0 where the reference is none."""
    found = _REFERENCE.match(reference)
    column = 0
    for letter in found.group(1).upper() if found else "":
        column = column * 26 + ord(letter) - 64
    return column


def letters(column: int) -> str:
    """Return the letters of a column's number."""
    found = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        found = chr(65 + rest) + found
    return found


def areas(references: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """Return (first column, first row, last column, last row) of each "A1:C3" in lists of such references."""
    found = []
    for text in " ".join(references).split()[:_MOST_AREAS]:
        corners = [_REFERENCE.fullmatch(corner.replace("$", "")) for corner in text.split(":")]
        if all(corners):
            first, last = corners[0], corners[-1]
            found.append((column_of(first.group(0)), int(first.group(2)), column_of(last.group(0)), int(last.group(2))))  # type: ignore[union-attr]
    return found


def inside(reference: str, where: list[tuple[int, int, int, int]]) -> bool:
    """Return whether a cell lies in any of these areas."""
    found = _REFERENCE.match(reference)
    if found is None:
        return False
    column, row = column_of(reference), int(found.group(2))
    return any(x0 <= column <= x1 and y0 <= row <= y1 for x0, y0, x1, y1 in where)


def _span(column: etree._Element) -> tuple[float, float]:
    return number(column.get("min")) or 0, number(column.get("max")) or 0


def _on(element: etree._Element, key: str) -> bool:
    return element.get(key) in {"1", "true"}
