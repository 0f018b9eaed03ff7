"""Keeping the C libraries' own messages off the terminal, and reading them: libtiff decodes damaged strips without raising."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_DECODING = re.compile(
    r"(?:Fax\dDecode|TIFFFill\w+|TIFFRead\w+|_tiffReadProc|LZW\w*Decode|ZIPDecode|PackBitsDecode|PixarLogDecode|ThunderDecode|JPEGDecode|LogLuvDecode)\w*:\s*"
    r"([^\n]{1,120})",
)


class Heard:
    """What was said while listening."""

    def __init__(self) -> None:
        self.text = ""

    @property
    def damage(self) -> str:
        """The first message that says that pixels could not be decoded, empty for none."""
        match = _DECODING.search(self.text)
        return match[1] if match else ""


@contextmanager
def listening() -> Iterator[Heard]:
    """Take what is written to the error output meanwhile; where that can't be had, let it pass."""
    heard = Heard()
    try:
        reading, writing = os.pipe()
        os.set_blocking(reading, False)
        os.set_blocking(writing, False)  # a full pipe drops messages instead of waiting for ever
        kept = os.dup(2)
    except OSError:
        yield heard
        return
    with suppress(OSError, ValueError, AttributeError):
        sys.stderr.flush()
    os.dup2(writing, 2)
    try:
        yield heard
    finally:
        os.dup2(kept, 2)
        os.close(writing)
        os.close(kept)
        with suppress(OSError):
            heard.text = os.read(reading, 65_536).decode("utf-8", "replace")
        os.close(reading)
