"""In the worker: which marks are in a stranger's picture, and the picture with their boxes drawn."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from materials_lint.cli.marks._common import Refused

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from materials_lint.extractors.base import Canvas
    from materials_lint.model.source import Limits, Source
    from materials_lint.vision.marks import Mark
    from materials_lint.vision.sight import Seen

Box = tuple[float, float, float, float]
_FOUND, _MISSED = (214, 0, 60), (230, 130, 0)


@dataclass(frozen=True, slots=True)
class Looking:
    """What to look at: a file, the page, how much it may take, and the format of the copy with boxes (empty: none)."""

    source: Source
    page: int
    limits: Limits
    marks: tuple[Mark, ...]
    copy_as: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """A mark that was found, or nearly, and why. The box is in the stored picture's pixels (PDF: points)."""

    slug: str
    name: str
    rule: str
    box: Box
    confidence: float
    angle: float
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found and, of each other mark, what came nearest, best first; `width` and `height` in `unit`, px or pt.

    `pages` counts the pages, frames or pictures of the file, `member` names a picture inside it, `told` says what of it could not be drawn.
    """

    found: tuple[Match, ...]
    missed: tuple[Match, ...]
    unit: str
    width: float
    height: float
    pages: int
    member: str | None
    told: tuple[str, ...]
    copy: bytes = b""


def look(task: Looking) -> Looked | Refused:
    """Look for the marks in a picture. Says why where it can't be opened, or a mark can't be used."""
    from materials_lint.engine.viewing import view
    from materials_lint.model.document import NotReadError
    from materials_lint.vision.marks import MarkError
    from materials_lint.vision.sight import REPORTED, Sight

    try:
        shown = view(task.source, task.limits, task.page)
        seen = Sight(task.marks).explain(shown.canvas.pixels)
    except NotReadError as error:
        return Refused(error.message)
    except MarkError as error:
        return Refused(str(error))
    found = tuple(_match(one) for one in seen if one.confidence >= REPORTED)
    missed = _best_of_each(match for match in (_match(one) for one in seen if one.confidence < REPORTED) if not _is_among(match, found))
    copy = _drawn(shown.canvas.pixels, found, missed, task.copy_as) if task.copy_as else b""
    placed = [tuple(_placed(match, shown.canvas) for match in matches) for matches in (found, missed)]
    return Looked(placed[0], placed[1], str(shown.unit), *shown.size, shown.count, "/".join(shown.source.members) or None, shown.told, copy)


def _match(seen: Seen) -> Match:
    x0, y0, x1, y1 = (float(value) for value in seen.box)
    return Match(seen.mark.slug, seen.mark.name, seen.mark.rule, (x0, y0, x1, y1), float(seen.confidence), float(seen.angle), seen.reason)


def _placed(match: Match, canvas: Canvas) -> Match:
    """Return a match whose box is in the file's unit, as reports tell it."""
    box = canvas.place(match.box)
    return replace(match, box=(box.x0, box.y0, box.x1, box.y1))


def _best_of_each(matches: Iterable[Match]) -> tuple[Match, ...]:
    """Keep the first match of each mark: more only repeat that nothing is there."""
    best: dict[str, Match] = {}
    for match in matches:
        best.setdefault(match.slug, match)
    return tuple(best.values())


def _is_among(match: Match, found: tuple[Match, ...]) -> bool:
    """Tell whether something was found in the middle of this one's box: then it explains nothing that is missing."""
    x, y = (match.box[0] + match.box[2]) / 2, (match.box[1] + match.box[3]) / 2
    return any(other.box[0] <= x <= other.box[2] and other.box[1] <= y <= other.box[3] for other in found)


def _drawn(pixels: NDArray[np.uint8], found: tuple[Match, ...], missed: tuple[Match, ...], form: str) -> bytes:
    from PIL import Image, ImageDraw, ImageFont

    drawn = Image.fromarray(pixels)
    picture = Image.new("RGB", drawn.size, "white")
    picture.paste(drawn, mask=drawn if drawn.mode == "RGBA" else None)
    draw = ImageDraw.Draw(picture)
    size = max(11, round(max(picture.size) / 70))
    font = ImageFont.load_default(size)
    for matches, colour in ((missed, _MISSED), (found, _FOUND)):
        for match in matches:
            draw.rectangle(match.box, outline=colour, width=max(2, size // 6))
            label = f"{match.slug} {match.confidence:.2f}"
            draw.text((max(0, match.box[0]), max(0, match.box[1] - 1.2 * size)), label, fill=colour, font=font, stroke_width=max(1, size // 8), stroke_fill="white")
    buffer = io.BytesIO()
    picture.save(buffer, form)
    return buffer.getvalue()
