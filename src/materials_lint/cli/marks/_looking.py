"""In the worker: which marks are in a stranger's picture, and the picture with their boxes drawn."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from materials_lint.cli.marks._common import Refused

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from materials_lint.vision.marks import Mark

Box = tuple[float, float, float, float]
_SIDE = 3000
_DPI = 150
_FOUND, _MISSED = (214, 0, 60), (230, 130, 0)


@dataclass(frozen=True, slots=True)
class Looking:
    """What to look at: a file's bytes, the page, the most pixels a picture may have, and the format of the copy with boxes (empty: none)."""

    data: bytes
    page: int
    most_pixels: int
    marks: tuple[Mark, ...]
    copy_as: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """A mark that was found, or nearly: `reason` says why it was not. The box is in the file's pixels (PDF: points)."""

    slug: str
    name: str
    rule: str
    box: Box
    confidence: float
    angle: float
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found and nearly found, best first; `width` and `height` in `unit`, px or pt."""

    found: tuple[Match, ...]
    missed: tuple[Match, ...]
    explained: bool
    unit: str
    width: float
    height: float
    pages: int
    copy: bytes = b""


def look(task: Looking) -> Looked | Refused:
    """Look for the marks in a picture. Says why where it can't be opened, or a mark can't be used."""
    from materials_lint.vision.drawing import NotDrawnError
    from materials_lint.vision.files import show
    from materials_lint.vision.marks import MarkError
    from materials_lint.vision.sight import Sight

    try:
        shown = show(task.data, task.page, _SIDE, task.most_pixels, _DPI)
        sight = Sight(task.marks)
    except (NotDrawnError, MarkError) as error:
        return Refused(str(error))
    found = tuple(_match(seen) for seen in sight.look(shown.pixels))
    explain = getattr(sight, "explain", None)
    missed = tuple(match for match in (_match(seen) for seen in explain(shown.pixels)) if not _is_among(match, found)) if explain else ()
    copy = _drawn(shown.pixels, found, missed, task.copy_as) if task.copy_as else b""
    height, width = (size / shown.scale for size in shown.pixels.shape[:2])
    unit = "pt" if shown.kind == "pdf" else "px"
    scaled = [tuple(_scaled(match, shown.scale) for match in matches) for matches in (found, missed)]
    return Looked(scaled[0], scaled[1], explain is not None, unit, width, height, shown.pages, copy)


def _match(seen: Any) -> Match:
    mark = seen.mark
    x0, y0, x1, y1 = (float(value) for value in seen.box)
    return Match(mark.slug, mark.name, mark.rule, (x0, y0, x1, y1), float(seen.confidence), float(seen.angle), str(getattr(seen, "reason", "")))


def _scaled(match: Match, scale: float) -> Match:
    x0, y0, x1, y1 = (value / scale for value in match.box)
    return replace(match, box=(x0, y0, x1, y1))


def _is_among(match: Match, found: tuple[Match, ...]) -> bool:
    """Tell whether something was found in the middle of this one's box: then it explains nothing that is missing."""
    x, y = (match.box[0] + match.box[2]) / 2, (match.box[1] + match.box[3]) / 2
    return any(other.box[0] <= x <= other.box[2] and other.box[1] <= y <= other.box[3] for other in found)


def _drawn(pixels: NDArray[np.uint8], found: tuple[Match, ...], missed: tuple[Match, ...], form: str) -> bytes:
    from PIL import Image, ImageDraw, ImageFont

    picture = Image.new("RGBA", (pixels.shape[1], pixels.shape[0]), "white")
    picture.alpha_composite(Image.fromarray(pixels))
    picture = picture.convert("RGB")
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
