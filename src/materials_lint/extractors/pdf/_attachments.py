"""Files inside the PDF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pikepdf

from materials_lint.extractors.pdf._filters import TooLongError, decode
from materials_lint.extractors.pdf._gate import PIKEPDF_ERRORS
from materials_lint.extractors.pdf._objects import elements, entry, items, text_of, tree
from materials_lint.model.document import Gap, Origin, Part, Reason, TextBlock
from materials_lint.model.source import MIB, Embedded, Limits, Role


def specifications(root: Any, most: int) -> Iterator[Any]:
    """Yield the document's file specifications (ISO 32000-1, 7.11)."""
    for _, value in tree(entry(entry(root, "/Names"), "/EmbeddedFiles"), "/Names", most):
        yield value
    yield from elements(entry(root, "/AF"), most)


def files(found: Iterable[tuple[Any, int | None]], limits: Limits) -> tuple[list[Embedded], list[TextBlock], list[Gap]]:
    """Return the files of the specifications (each with its page), what is said about them, and which were not read."""
    embedded: list[Embedded] = []
    notes: list[TextBlock] = []
    gaps: list[Gap] = []
    seen: set[tuple[int, int]] = set()
    left = limits.max_unpacked_mib * MIB
    for specification, page in found:
        name = next((text for key in ("/UF", "/F", "/Unix", "/DOS", "/Mac") if (text := text_of(entry(specification, key)))), "attachment")
        note = text_of(entry(specification, "/Desc")).strip()
        stream = next((value for _, value in items(entry(specification, "/EF")) if isinstance(value, pikepdf.Stream)), None)
        if stream is None or stream.objgen in seen:
            continue
        seen.add(stream.objgen)
        if note:
            notes.append(TextBlock(note, Origin.ANNOTATION, Part.ANNOTATION, page, label=name))
        data = _unpacked(stream, name, min(left, limits.max_member_mib * MIB), limits, gaps)
        if data is not None:
            left -= len(data)
            embedded.append(Embedded(name, data, Role.ATTACHMENT, page))
    return embedded, notes, gaps


def _unpacked(stream: Any, name: str, most: int, limits: Limits, gaps: list[Gap]) -> bytes | None:
    try:
        found = decode(stream, most)
    except TooLongError:
        message = f"The attached file {name!r} unpacks to more than max_member_mib = {limits.max_member_mib} MiB. Save it by itself and check that."
        gaps.append(Gap(Reason.TOO_LARGE, message, member=name))
        return None
    except PIKEPDF_ERRORS:
        found = None
    if found is None or not found.whole or not found.plain:
        gaps.append(Gap(Reason.DAMAGED, f"The attached file {name!r} is damaged. Ask for it by itself and check that.", member=name))
    return found.data if found is not None and found.plain else None
