"""What a reader gathers on its way through a document, under the limit of characters."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from materials_lint.model.document import Gap, MetadataField, Part, Reason, TextBlock
from materials_lint.model.geometry import Box
from materials_lint.model.source import Embedded, Limits, Role


class Harvest:
    """Blocks, properties, gaps and embedded files, each said once."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._left = limits.max_text_chars
        self._seen_files: dict[tuple[str, Role], int] = {}
        self._seen_fields: set[MetadataField] = set()
        self._seen_gaps: set[Gap] = set()
        self.blocks: list[TextBlock] = []
        self.metadata: list[MetadataField] = []
        self.gaps: list[Gap] = []
        self.embedded: list[Embedded] = []

    @property
    def full(self) -> bool:
        """Whether the limit of characters was passed, so that walking on is of no use."""
        return self._left < 0

    def take(self) -> tuple[TextBlock, ...]:
        """Hand over the blocks gathered so far and begin anew."""
        taken, self.blocks = tuple(self.blocks), []
        return taken

    def add(self, block: TextBlock) -> None:
        """Keep a block that has something to read."""
        if self.full or not block.text.strip():
            return
        room = self._left
        self._left -= len(block.text)
        if self.full:
            block = replace(block, text=block.text[:room])
            self.gap(Gap(Reason.TOO_LARGE, f"Only the first max_text_chars = {self._limits.max_text_chars} characters were read. Raise that limit, or split the file."))
        self.blocks.append(block)

    def property(self, group: str, name: str, value: str) -> None:
        """Keep a property that has a value."""
        found = MetadataField(group, name, value.strip())
        if found.value and found not in self._seen_fields:
            self._seen_fields.add(found)
            self.metadata.append(found)

    def gap(self, gap: Gap) -> None:
        if gap not in self._seen_gaps:
            self._seen_gaps.add(gap)
            self.gaps.append(gap)

    def all_gaps(self, gaps: Iterable[Gap]) -> None:
        for gap in gaps:
            self.gap(gap)

    def embed(
        self, name: str, data: bytes | None, role: Role, page: int | None = None, box: Box | None = None, *, part: Part | None = None, also_on: Iterable[int] = ()
    ) -> None:
        """Keep an embedded file; the same bytes once, with all the pages that show them."""
        if not data:
            return
        key = (hashlib.sha256(data).hexdigest(), role)
        if key not in self._seen_files:
            self._seen_files[key] = len(self.embedded)
            self.embedded.append(Embedded(name, data, role, page, box, tuple(also_on), part))
        else:
            at = self._seen_files[key]
            self.embedded[at] = self.embedded[at].shown_again(page, also_on, part)
