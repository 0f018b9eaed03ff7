"""The texts of an RTF file as they fill up: the body, and each header, note, comment by itself."""

from __future__ import annotations

from dataclasses import dataclass, field

from materials_lint.model.document import Concealment, Origin, Part, TextBlock


@dataclass(frozen=True, slots=True)
class Manner:
    """How a run of text stands in the document."""

    origin: Origin
    part: Part
    concealment: Concealment | None = None
    changed: str = ""


@dataclass
class Link:
    """A field's target, and the words it shows, by their place in the story."""

    target: str
    start: int
    words: str | None = None


@dataclass
class Story:
    """Runs until the next paragraph's end, and the blocks made of those before."""

    label: str = ""
    runs: list[tuple[str, Manner]] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    blocks: list[TextBlock] = field(default_factory=list)

    def add(self, text: str, manner: Manner) -> None:
        """Add text; an empty line in it ends the paragraph."""
        pieces = text.split("\n\n")
        for number, piece in enumerate(pieces):
            if piece:
                self.runs.append((piece, manner))
            if number < len(pieces) - 1:
                self.end()

    def end(self) -> None:
        """Turn the paragraph into blocks: what is seen, then what is hidden, deleted or inserted, then link targets."""
        shown = _tidy("".join(text for text, manner in self.runs if manner.concealment is None and not manner.changed.startswith("deleted")))
        usual = next((manner for text, manner in self.runs if text.strip() and manner.concealment is None and not manner.changed.startswith("deleted")), None)
        if shown and usual is not None:
            self.blocks.append(TextBlock(shown, usual.origin, usual.part, label=self.label))
        for manner in dict.fromkeys(manner for _, manner in self.runs if manner.concealment or manner.changed):
            text = _tidy("".join(text for text, other in self.runs if other == manner))
            if text:
                self.blocks.append(_apart(text, manner, shown, self.label))
        for link in self.links:
            words = link.words if link.words is not None else "".join(text for text, _ in self.runs[link.start :])
            self.blocks.append(TextBlock(link.target, Origin.LINK_TARGET, usual.part if usual else Part.BODY, label=" ".join(words.split()), context=shown))
        self.runs, self.links = [], []

    def open_link(self, target: str) -> None:
        """Begin a link at this place."""
        self.links.append(Link(target, len(self.runs)))

    def close_link(self) -> None:
        """End the innermost open link."""
        for link in reversed(self.links):
            if link.words is None:
                link.words = "".join(text for text, _ in self.runs[link.start :])
                return


def _apart(text: str, manner: Manner, shown: str, label: str) -> TextBlock:
    if manner.changed:
        return TextBlock(text, Origin.TRACKED_CHANGE, manner.part, label=manner.changed, context=shown, concealment=manner.concealment)
    origin = Origin.HIDDEN if manner.origin in {Origin.TEXT_LAYER, Origin.HEADER, Origin.FOOTER} else manner.origin
    return TextBlock(text, origin, manner.part, label=label, context=shown, concealment=manner.concealment)


def _tidy(text: str) -> str:
    return "\n".join(line.strip(" ") for line in text.split("\n")).strip("\n\t ")
