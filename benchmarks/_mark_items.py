"""The items of a labelled set of marks: their pixels, what they carry, and the counting."""

from __future__ import annotations

import collections
import csv
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks._mark_methods import Found
from materials_lint.engine.viewing import view
from materials_lint.model.source import Limits, Source

_LIMITS = Limits(max_picture_mpx=200)
PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".svg", ".pdf"})
WANTED = {"emblem": {"A01", "A02"}, "event-logo": {"A03"}}
Box = tuple[float, float, float, float]


@dataclass(slots=True)
class Item:
    """A picture or a PDF page (page 0: no PDF) and the labels on it: kind, variant, box in pixels or None."""

    path: Path
    page: int
    source: str
    rows: list[dict[str, str]]
    scale: float = 1.0

    def pixels(self) -> NDArray[np.uint8]:
        canvas = view(Source(self.path.read_bytes(), self.path.name), _LIMITS, self.page or 1).canvas
        self.scale = 1 / max(map(abs, canvas.affine[:2]))
        return canvas.pixels

    @property
    def is_quiet(self) -> bool:
        return all(row["kind"] == "none" for row in self.rows)

    def targets(self, kind: str) -> list[dict[str, str]]:
        return [row for row in self.rows if _counts(row) and (row["kind"] == kind or (kind == "emblem" and _holds_emblem(row)))]

    def box(self, row: dict[str, str]) -> Box | None:
        """The labelled box, grown by a tenth, in the pixels that were looked at."""
        if not row["x0"]:
            return None
        x0, y0, x1, y1 = (float(row[key]) * self.scale for key in ("x0", "y0", "x1", "y1"))
        dx, dy = (x1 - x0) / 10, (y1 - y0) / 10
        return x0 - dx, y0 - dy, x1 + dx, y1 + dy

    def __str__(self) -> str:
        return f"{self.path.name}{f' page {self.page}' if self.page else ''}"


def items(folder: Path, every: int, part: str) -> tuple[list[Item], int]:
    """Return the items of a set that are pictures, and how many others there are."""
    rows: dict[tuple[str, str], list[dict[str, str]]] = collections.defaultdict(list)
    with (folder / "labels.csv").open(newline="", encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            rows[row["file"], row["page"]].append(row)
    keep, parts = (int(number) for number in part.split("/"))
    sources = sorted({group[0]["source"].split(" ")[0] for group in rows.values()})
    mine = {source for place, source in enumerate(sources) if place % parts == keep % parts}
    chosen = [key for key, group in rows.items() if group[0]["source"].split(" ")[0] in mine][::every]
    found = [Item(folder / file, int(page or file.endswith(".pdf")), rows[file, page][0]["source"], rows[file, page]) for file, page in chosen]
    pictures = [item for item in found if item.path.suffix.lower() in PICTURES]
    return pictures, len(found) - len(pictures)


@dataclass(slots=True)
class Scores:
    """Hits and targets by kind, false alarms and quiet items."""

    hits: collections.Counter[str] = field(default_factory=collections.Counter)
    targets: collections.Counter[str] = field(default_factory=collections.Counter)
    alarms: int = 0
    quiet: int = 0
    lines: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, results: list[tuple[Item, list[Found]]], least: float) -> Scores:
        """Count the results whose score is at least `least`."""
        scores = cls()
        for item, found in results:
            scores._add(item, [one for one in found if one.score >= least])
        return scores

    def _add(self, item: Item, found: list[Found]) -> None:
        if item.is_quiet:
            self.quiet += 1
            self.alarms += bool(found)
            self.lines += [f"alarm {item} {found[0].rule} {found[0].slug} {found[0].score:.2f}"] if found else []
            return
        for kind, rules in WANTED.items():
            targets = item.targets(kind)
            if not targets:
                continue
            hit = any(one.rule in rules and inside(one.box, item.box(row)) for one in found for row in targets)
            self.targets[kind] += 1
            self.hits[kind] += hit
            self.lines += [] if hit else [f"missed {item} {kind} {targets[0]['variant']}"]

    def __str__(self) -> str:
        told = [f"{kind} {self.hits[kind]}/{self.targets[kind]} = {self.hits[kind] / max(1, self.targets[kind]):.3f}" for kind in WANTED if self.targets[kind]]
        return ", ".join([*told, f"false alarms {self.alarms}/{self.quiet} = {self.alarms / max(1, self.quiet):.4f}"])


def _counts(row: dict[str, str]) -> bool:
    return "borderline" not in row["note"] and not row["variant"].startswith(("ccitt", "ai4dev"))


def _holds_emblem(row: dict[str, str]) -> bool:
    return row["kind"] == "wordmark" and row["variant"].startswith("historic")


def inside(box: Box, wanted: Box | None) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return wanted is None or (wanted[0] <= x <= wanted[2] and wanted[1] <= y <= wanted[3])
