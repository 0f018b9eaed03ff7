"""pdfplumber, for pages that PDFium can't read even after a repair. Slow, and only words: the last resort."""

from __future__ import annotations

import io
import logging
from typing import Any

from materials_lint.extractors.pdf._characters import ACROSS, Word

# pdfminer's error types are many and share no ancestor; whatever it raises, the page just stays unread.
_LIMIT = 200_000


def page_words(data: bytes, index: int) -> tuple[list[Word], str, float, float] | None:
    """Return words, running text, width and height of a page; None where pdfplumber reads nothing."""
    with _quiet():
        try:
            import pdfplumber

            with pdfplumber.open(io.BytesIO(data)) as pdf:
                if index >= len(pdf.pages):
                    return None
                page = pdf.pages[index]
                found = page.extract_words(x_tolerance_ratio=0.15)[:_LIMIT]
                return (*_as_words(found), float(page.width), float(page.height))
        except Exception:  # noqa: BLE001 (see above)
            return None


def page_count(data: bytes) -> int:
    """Return how many pages pdfplumber finds."""
    with _quiet():
        try:
            import pdfplumber

            with pdfplumber.open(io.BytesIO(data)) as pdf:
                return len(pdf.pages)
        except Exception:  # noqa: BLE001 (see above)
            return 0


def _as_words(found: list[dict[str, Any]]) -> tuple[list[Word], str]:
    words, pieces, at = [], [], 0
    for item in found:
        text = str(item["text"])
        words.append(Word(text, float(item["x0"]), float(item["top"]), float(item["x1"]), float(item["bottom"]), at, at + len(text), False, ACROSS, None))
        pieces.append(text)
        at += len(text) + 1
    return words, " ".join(pieces)


class _quiet:  # noqa: N801 (reads as a statement)
    """pdfminer warns through logging, which would end up on the user's screen."""

    def __enter__(self) -> None:
        self._logger = logging.getLogger("pdfminer")
        self._before = self._logger.level
        self._logger.setLevel(logging.CRITICAL + 1)

    def __exit__(self, *_: object) -> None:
        self._logger.setLevel(self._before)
