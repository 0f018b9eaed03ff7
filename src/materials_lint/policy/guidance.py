"""The paragraphs of the Guidance Note as data."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from materials_lint.model.finding import Citation


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the Note: its section, its place there, and what it says in our words."""

    note: str
    section: str
    place: str
    says: str

    def citation(self) -> Citation:
        return Citation(self.note, self.section, self.place)


@lru_cache(maxsize=1)
def paragraphs() -> dict[str, Paragraph]:
    """Return every paragraph by its key."""
    data = tomllib.loads(Path(__file__).with_name("guidance.toml").read_text(encoding="utf-8"))
    return {key: Paragraph(data["note"], p["section"], p["place"], p["says"]) for key, p in data["paragraph"].items()}
