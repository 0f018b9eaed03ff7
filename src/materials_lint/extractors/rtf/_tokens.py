"""RTF cut into tokens (RTF Specification 1.9.1, "RTF Syntax")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

_TOKEN = re.compile(rb"\\([a-zA-Z]{1,60})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\(\r\n|[^a-zA-Z])|([{}])|[\r\n\0]+|([^\\{}\r\n\0]{1,65536})|\\", re.DOTALL)


class Kind(Enum):
    """What a token is."""

    OPEN = auto()
    CLOSE = auto()
    WORD = auto()
    SYMBOL = auto()
    BYTES = auto()
    BINARY = auto()


@dataclass(slots=True)
class Token:
    """A brace, a control word with its number, a control symbol, text bytes, or binary bytes."""

    kind: Kind
    word: str = ""
    number: int | None = None
    data: bytes = b""


def tokens(data: bytes, start: int = 0) -> Iterator[Token]:
    """Yield the tokens of `data`; what is no RTF at all is passed over."""
    position = start
    while match := _TOKEN.match(data, position):
        position = match.end()
        if match[6] is not None:
            yield Token(Kind.BYTES, data=match[6])
        elif match[1] is not None:
            word = match[1].decode("ascii")
            number = int(match[2]) if match[2] is not None else None
            if word == "bin":
                length = max(0, number or 0)
                yield Token(Kind.BINARY, data=data[position : position + length])
                position += length
            else:
                yield Token(Kind.WORD, word, number)
        elif match[5] is not None:
            yield Token(Kind.OPEN if match[5] == b"{" else Kind.CLOSE)
        elif match[3] is not None:
            yield Token(Kind.BYTES, data=bytes.fromhex(match[3].decode("ascii")))
        elif match[4] is not None:
            yield Token(Kind.SYMBOL, match[4].decode("latin-1"))
