"""What a file format offers to the engine."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from materials_lint.model.source import Extraction, Limits, Source


@dataclass(frozen=True, slots=True)
class Format:
    """A file format.

    `sniff` looks at the content, never at the name alone, and answers how sure it is, 0.0 (not this) to 1.0; the surest
    format reads. `read` raises NotReadError where nothing at all can be told; whatever it could not read in part is a
    Gap of the document. Formats with many pages can be read in ranges (first page counted from 0, end), so that a bad page
    costs its range only: what belongs to no single page comes with the range that begins the document. `harmless` formats are
    read in plain Python in linear time: small ones need no process of their own.
    """

    name: str
    title: str
    sniff: Callable[[Source], float]
    read: Callable[[Source, Limits], Extraction]
    count_pages: Callable[[Source], int] | None = None
    read_pages: Callable[[Source, Limits, tuple[int, int]], Extraction] | None = None
    harmless: bool = False
