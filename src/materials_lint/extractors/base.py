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
    Gap of the document.
    """

    name: str
    title: str
    sniff: Callable[[Source], float]
    read: Callable[[Source, Limits], Extraction]
