"""Reading bytes in tests: through the sniffing that the engine does, and short ways to what came out."""

from __future__ import annotations

from materials_lint.extractors import formats
from materials_lint.model.document import Concealment, Origin, Part, Reason, TextBlock
from materials_lint.model.source import Extraction, Limits, Source


def format_of(data: bytes, name: str = "draft") -> str:
    """Return the name of the format that the content is taken for."""
    source = Source(data, name)
    return max(formats(), key=lambda form: form.sniff(source)).name


def read(data: bytes, name: str = "draft", limits: Limits | None = None) -> Extraction:
    """Read bytes with the format that fits them best."""
    source = Source(data, name)
    return max(formats(), key=lambda form: form.sniff(source)).read(source, limits or Limits())


def blocks(extraction: Extraction, origin: Origin | None = None, part: Part | None = None) -> list[TextBlock]:
    """Return the blocks of one origin or part, or all."""
    found = extraction.document.blocks()
    return [block for block in found if (origin is None or block.origin is origin) and (part is None or block.part is part)]


def texts(extraction: Extraction, origin: Origin | None = Origin.TEXT_LAYER, part: Part | None = None) -> list[str]:
    """Return the texts of one origin, the visible ones by default."""
    return [block.text for block in blocks(extraction, origin, part)]


def hidden(extraction: Extraction) -> dict[str, Concealment | None]:
    """Return hidden texts with how they are hidden."""
    return {block.text: block.concealment for block in blocks(extraction, Origin.HIDDEN)}


def links(extraction: Extraction) -> dict[str, str]:
    """Return link targets with their labels."""
    return {block.text: block.label for block in blocks(extraction, Origin.LINK_TARGET)}


def fields(extraction: Extraction) -> dict[tuple[str, str], str]:
    """Return the properties by group and name."""
    return {(item.group, item.name): item.value for item in extraction.document.metadata}


def reasons(extraction: Extraction) -> list[Reason]:
    """Return why something was not read, in order."""
    return [gap.reason for gap in extraction.document.gaps]


def messages(extraction: Extraction) -> str:
    """Return all that the gaps say."""
    return "\n".join(gap.message for gap in extraction.document.gaps)
