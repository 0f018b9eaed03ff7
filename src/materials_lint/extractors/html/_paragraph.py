"""The paragraph being gathered: visible words in one block, hidden ones in blocks of their own, links with their words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from materials_lint.extractors.html._collect import Collector
from materials_lint.model.document import Concealment, Origin, Part, TextBlock

_BLANKS = re.compile(r"[ \t\n\r\f]+")


@dataclass(slots=True)
class _Link:
    target: str
    part: Part
    concealment: Concealment | None
    words: str
    start: int
    label: str = ""
    open: bool = True


class Paragraph:
    """Runs of inline text until the next block begins; then all goes to the collector in one go."""

    def __init__(self, collector: Collector) -> None:
        self._collector = collector
        self._runs: list[tuple[str, Concealment | None]] = []
        self._links: list[_Link] = []
        self._behind: list[TextBlock] = []
        self._part = Part.BODY

    def add(self, text: str, concealment: Concealment | None, *, pre: bool, part: Part) -> None:
        """Add a run of text as it stands in the source."""
        if not pre:
            text = _BLANKS.sub(" ", text)
        if text:
            self._runs.append((text, concealment))
            if text.strip():
                self._part = part

    def line(self) -> None:
        """A line break inside the paragraph."""
        self._runs.append(("\n", None))

    def cell(self) -> None:
        """The border between two cells of a row."""
        if any(text.strip() for text, _ in self._runs):
            self._runs.append(("\t", None))

    def space(self) -> None:
        """A gap between two controls that stand side by side."""
        self._runs.append((" ", None))

    def behind(self, block: TextBlock) -> None:
        """Keep a text that lies behind the paragraph, such as a picture's description."""
        self._behind.append(block)

    def open_link(self, target: str, part: Part, concealment: Concealment | None, words: str) -> None:
        """Begin a link; its words are what is added until it is closed, `words` where there are none."""
        self._links.append(_Link(target, part, concealment, words, len(self._runs)))

    def close_link(self) -> None:
        """End the innermost open link."""
        for link in reversed(self._links):
            if link.open:
                link.open = False
                link.label = self._words_since(link) or link.words
                return

    def end(self) -> None:
        """Hand over the paragraph: its visible text, what is hidden in it, what lies behind it."""
        shown = _joined("".join(text for text, concealment in self._runs if concealment is None))
        if shown:
            self._collector.blocks.append(TextBlock(shown, part=self._part))
        for concealment in dict.fromkeys(c for _, c in self._runs if c is not None):
            hidden = _joined(" ".join(text for text, c in self._runs if c is concealment))
            if hidden:
                self._collector.blocks.append(TextBlock(hidden, Origin.HIDDEN, self._part, context=shown, concealment=concealment))
        self._flush_links(shown)
        self._collector.blocks.extend(self._behind)
        self._runs, self._behind, self._part = [], [], Part.BODY

    def _flush_links(self, shown: str) -> None:
        still: list[_Link] = []
        for link in self._links:
            if link.open:  # a link around whole blocks: its words go on below
                link.words = " ".join(filter(None, (link.words, self._words_since(link))))[:300]
                link.start = 0
                still.append(link)
            else:
                self._collector.add_link(link.target, link.label, shown, link.part, link.concealment)
        self._links = still

    def _words_since(self, link: _Link) -> str:
        runs = self._runs[link.start :]
        seen = "".join(text for text, concealment in runs if concealment is None)
        return " ".join((seen if seen.strip() else "".join(text for text, _ in runs)).split())


def _joined(text: str) -> str:
    """Join runs: no blanks at line ends, no empty lines at the edges, one blank between words."""
    lines = [re.sub(r"(?<=\S) {2,}", " ", line).strip(" ") for line in text.replace("\u00a0", " ").split("\n")]
    return "\n".join(lines).strip("\n\t ")
