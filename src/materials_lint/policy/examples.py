"""Examples of a rule: passages and properties that must flag and that must pass, in each language it serves."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from materials_lint.model.document import Concealment, Document, Gap, MetadataField, Origin, Page, Part, Reason, TextBlock


@dataclass(frozen=True, slots=True)
class Example:
    """One example. `flags` tells whether the rule must find it at `severity` or above (a warning where not said).

    An example of a rule on marks is a `scene` to be drawn, told in words by `about`. Keys of a scene: `mark` (a reference mark's
    folder) or `shape` (a look-alike), `place` (page, picture, header, master), `size` in pixels, `turn` in degrees, `ground` and `ink`
    (colours), `opacity` (0 to 1), `sure` (the confidence it is taken to be seen with; without it, it is truly looked for).
    """

    lang: str
    flags: bool
    text: str = ""
    severity: str = "warning"
    origin: Origin = Origin.TEXT_LAYER
    part: Part = Part.BODY
    label: str = ""
    context: str = ""
    concealment: Concealment | None = None
    metadata: Mapping[str, str] = field(default_factory=dict)
    group: str = "docProps/app.xml"
    gap: str = ""
    about: str = ""
    scene: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_picture(self) -> bool:
        """Whether the example is a picture to be drawn and looked at, and not words."""
        return bool(self.scene)

    def document(self) -> Document:
        """Build the small document that the example describes; paragraphs of `text` are parted by blank lines."""
        blocks = tuple(
            TextBlock(part, self.origin, self.part, label=self.label, context=self.context, concealment=self.concealment) for part in self.text.split("\n\n") if part
        )
        fields = tuple(MetadataField(self.group, name, value) for name, value in self.metadata.items())
        gaps = (Gap(Reason(self.gap), "an example"),) if self.gap else ()
        return Document("text", (Page(None, blocks),) if blocks else (), fields, gaps)


def load_examples(path: Path) -> tuple[Example, ...]:
    """Read `[[flag]]` and `[[pass]]` tables. Raises TypeError or ValueError for a key or value that is not known."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return (*(_example(row, flags=True) for row in data.get("flag", ())), *(_example(row, flags=False) for row in data.get("pass", ())))


def _example(row: Mapping[str, Any], *, flags: bool) -> Example:
    values = dict(row)
    for key, kind in (("origin", Origin), ("part", Part), ("concealment", Concealment)):
        if key in values:
            values[key] = kind(values[key])
    if "text" in values:
        values["text"] = values["text"].strip("\n")
    return Example(flags=flags, **values)
