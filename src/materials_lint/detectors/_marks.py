"""Findings of the rules on marks: one for each place, or one for a picture that several pages show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from materials_lint.detectors.base import Tools
from materials_lint.model.document import Document, Part, Sighting
from materials_lint.model.finding import Finding
from materials_lint.model.geometry import Box

SURE = 0.8
_COMPARED = 500
_ASTRAY = 0.1  # of a mark's size
_PICTURES = frozenset({"image", "svg"})
_RUNNING = frozenset({Part.HEADER, Part.FOOTER, Part.MASTER})


def mark_findings(document: Document, tools: Tools, code: str) -> Iterator[Finding]:
    """Yield what was seen of one rule's marks, in the order of the pages."""
    rule = tools.rules[code]
    picture = document.format in _PICTURES
    part = document.part_in_parent or (Part.IMAGE if picture else Part.BODY)
    for sighting, pages in _grouped(document, code):
        told = sighting if not picture or document.member is None or len(document.pages) > 1 else replace(sighting, page=None)
        finding = rule.seen(_case(sighting, part), told, part)
        yield replace(finding, location=replace(finding.location, also_on=document.also_in_parent or pages))


def _case(sighting: Sighting, part: Part) -> str:
    if sighting.confidence < SURE:
        return "unsure"
    if part in _RUNNING:
        return "running"
    return "picture" if part is Part.IMAGE else "page"


def _grouped(document: Document, code: str) -> list[tuple[Sighting, tuple[int, ...]]]:
    """Return each sighting with the other pages on which the very same picture shows it, or the same place of the page; the surest stands for all."""
    shown: dict[object, list[Sighting]] = {}
    pictures = {page.number: [(p.box, p.sha256) for p in page.pictures if p.box is not None and p.sha256] for page in document.pages}
    places: list[Sighting] = []
    for seen in document.sightings:
        if seen.rule != code:
            continue
        digest = next((sha for box, sha in pictures.get(seen.page, ()) if _holds(box, seen.box)), None)
        place = next((n for n, other in enumerate(places[:_COMPARED]) if _same_place(seen, other)), len(places))
        if digest is None and place == len(places):
            places.append(seen)
        shown.setdefault((seen.mark, digest) if digest else place, []).append(seen)
    return [pair for group in shown.values() for pair in _told_once(group)]


def _same_place(one: Sighting, other: Sighting) -> bool:
    """Tell whether a mark stands on two pages in the same place, as one in a header or background does."""
    if one.mark != other.mark or one.page == other.page or one.box is None or other.box is None:
        return False
    apart = max(abs(a - b) for a, b in zip(one.box.as_list(), other.box.as_list(), strict=True))
    return apart <= _ASTRAY * max(one.box.x1 - one.box.x0, one.box.y1 - one.box.y0)


def _told_once(group: list[Sighting]) -> Iterator[tuple[Sighting, tuple[int, ...]]]:
    """Where one picture stands on several pages, tell its first page; what it shows there in several places is told for each."""
    pages = sorted({seen.page for seen in group if seen.page is not None})
    if len(pages) < 2:
        yield from ((seen, ()) for seen in group)
        return
    surest = max(seen.confidence for seen in group)
    yield from ((replace(seen, confidence=surest), tuple(pages[1:])) for seen in group if seen.page == pages[0])


def _holds(outer: Box | None, inner: Box | None) -> bool:
    if outer is None or inner is None:
        return False
    x, y = (inner.x0 + inner.x1) / 2, (inner.y0 + inner.y1) / 2
    return outer.x0 <= x <= outer.x1 and outer.y0 <= y <= outer.y1
