"""Character formatting of old Word files: hidden, tiny, inserted, deleted ([MS-DOC] 2.9.33 and 2.6.1)."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from materials_lint.model.document import Concealment

_PAGE = 512
_VANISH, _DELETED, _INSERTED, _SIZE = 0x083C, 0x0800, 0x0801, 0x4A43
_OPERAND = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
_SMALLEST = 3.0


@dataclass(frozen=True, slots=True)
class Run:
    """What is said directly of a run's look."""

    concealment: Concealment | None = None
    change: str = ""
    size: float | None = None


_PLAIN = Run()


class Runs:
    """Runs by the byte offsets of their text."""

    def __init__(self, stream: bytes, bins: bytes) -> None:
        self._starts: list[int] = []
        self._runs: list[Run] = []
        count = (len(bins) - 4) // 8
        for index in range(max(0, count)):
            page = struct.unpack_from("<I", bins, (count + 1) * 4 + index * 4)[0] & 0x3FFFFF
            self._page(stream[page * _PAGE : (page + 1) * _PAGE])

    def _page(self, page: bytes) -> None:
        if len(page) < _PAGE:
            return
        count = page[-1]
        if (count + 1) * 4 + count >= _PAGE:
            return
        offsets = struct.unpack_from(f"<{count + 1}I", page, 0)
        for index in range(count):
            # Pages follow each other in the text's order; one that does not is damaged and left out.
            if self._starts and offsets[index] < self._starts[-1]:
                continue
            at = page[(count + 1) * 4 + index] * 2
            self._starts.append(offsets[index])
            self._runs.append(_run(page[at + 1 : at + 1 + page[at]]) if at else _PLAIN)

    def between(self, first: int, last: int) -> Iterator[tuple[int, int, Run]]:
        """Yield (start, end, run) that fill the bytes [first, last)."""
        position = first
        while position < last:
            index = bisect_right(self._starts, position)
            end = min(last, self._starts[index]) if index < len(self._starts) else last
            # A wide character is never cut in two.
            end = min(last, end + (end - first) % 2) if (last - first) % 2 == 0 and end < last else end
            yield position, end, self._runs[index - 1] if index else _PLAIN
            position = end


def _run(properties: bytes) -> Run:
    hidden, change, size, position = False, "", None, 0
    while position + 2 <= len(properties):
        code = struct.unpack_from("<H", properties, position)[0]
        position += 2
        length = _OPERAND.get(code >> 13) or 1 + (properties[position] if position < len(properties) else 0)
        operand = properties[position : position + length]
        position += length
        if code == _VANISH:
            hidden = operand[:1] == b"\x01"
        elif code == _DELETED and operand[:1] == b"\x01":
            change = "deleted"
        elif code == _INSERTED and operand[:1] == b"\x01" and not change:
            change = "inserted"
        elif code == _SIZE and len(operand) == 2:
            size = struct.unpack("<H", operand)[0] / 2
    concealment = Concealment.HIDDEN_FORMAT if hidden else Concealment.TINY if size is not None and size < _SMALLEST else None
    return Run(concealment, change, size)
