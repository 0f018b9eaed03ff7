"""In the worker: from a stranger's picture to the piece of it that becomes a mark."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from materials_lint.cli.marks._common import Refused

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from materials_lint.engine.viewing import View
    from materials_lint.model.source import Limits, Source

_SMALLEST = 24
_WELL_SEEN = 100
_KEPT_SIDE = 1024
_FULL = 0.85
_WHOLE_PAGE = 0.7
_LARGE_PAGE = 400  # points


@dataclass(frozen=True, slots=True)
class Cutting:
    """What to cut: a file, the page, how much it may take, and whether its border is part of the mark."""

    source: Source
    page: int
    limits: Limits
    keep_border: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A mark's picture as a file, its width and height in pixels, and what the user should know of it."""

    data: bytes
    suffix: str
    size: tuple[int, int]
    notes: tuple[str, ...]


def cut(task: Cutting) -> Piece | Refused:
    """Open a picture, cut it to its ink and return it as a file. Says why where it is no picture of a mark."""
    from materials_lint.engine.viewing import view
    from materials_lint.model.document import NotReadError
    from materials_lint.vision.trimming import NothingSeenError, need_contrast, trim

    try:
        shown = view(task.source, task.limits, task.page)
        whole = _with_opacity(shown.canvas.pixels)
        need_contrast(whole)
        piece = whole if task.keep_border else trim(whole)
    except NotReadError as error:
        return Refused(error.message)
    except NothingSeenError:
        return Refused("it shows one colour only, or nothing that can be seen. Use a picture of the logo on a ground of another colour.")
    height, width = piece.shape[:2]
    if min(width, height) < _SMALLEST:
        return Refused(f"the logo in it is only {width} x {height} pixels. Use a picture in which it is at least {_SMALLEST} pixels wide and high, better 200.")
    return _piece(shown, whole, piece)


def _with_opacity(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    import numpy as np

    if pixels.shape[2] == 4:
        return pixels
    return np.dstack([pixels, np.full(pixels.shape[:2], 255, np.uint8)])


def _piece(shown: View, whole: NDArray[np.uint8], piece: NDArray[np.uint8]) -> Piece:
    notes = tuple(_notes(shown, whole, piece))
    fills = min(piece.shape[0] / whole.shape[0], piece.shape[1] / whole.shape[1])
    drawing = _drawing(shown) if fills >= _FULL else ""
    if drawing:
        return Piece(drawing.encode(), ".svg", (whole.shape[1], whole.shape[0]), notes)
    data, size = _png(piece)
    return Piece(data, ".png", size, notes)


def _drawing(shown: View) -> str:
    """Return the text of an SVG drawing that can be kept as it is: plain UTF-8 that can be drawn from its text alone."""
    from materials_lint.vision.drawing import NotDrawnError, draw_svg

    if shown.form != "svg":
        return ""
    try:
        text = shown.source.data.decode("utf-8-sig")
        draw_svg(text, _SMALLEST)
    except (UnicodeDecodeError, NotDrawnError):
        return ""
    return text


def _notes(shown: View, whole: NDArray[np.uint8], piece: NDArray[np.uint8]) -> list[str]:
    from materials_lint.vision.trimming import has_even_border

    height, width = piece.shape[:2]
    notes = list(shown.told)
    if not has_even_border(whole):
        notes.append("The ground around the logo is not even, so it became part of the mark. A picture of the logo on white or transparent ground is found more surely.")
    if (height, width) != whole.shape[:2]:
        notes.append(f"Its even border was cut off: {width} x {height} pixels are left of {whole.shape[1]} x {whole.shape[0]}.")
    if shown.count > 1:
        notes.append(f"The file has {shown.count} pages, frames or pictures; one was taken (--page).")
    if shown.form == "pdf" and max(shown.size) > _LARGE_PAGE and width > _WHOLE_PAGE * whole.shape[1]:
        notes.append("Almost the whole page became the mark. If the logo is only a part of it, cut it out as a picture and add that; take this one's folder away.")
    if shown.form == "svg" and b"<text" in shown.source.data:
        notes.append("The drawing holds words that need a font; they are not drawn. Turn them into outlines (paths) in your drawing program and add it anew.")
    if min(width, height) < _WELL_SEEN and shown.form != "svg":
        notes.append("It is small: a picture of 200 pixels or more is found more surely.")
    return notes


def _png(piece: NDArray[np.uint8]) -> tuple[bytes, tuple[int, int]]:
    from PIL import Image

    picture = Image.fromarray(piece)
    picture.thumbnail((_KEPT_SIDE, _KEPT_SIDE), Image.Resampling.LANCZOS)
    if piece[..., 3].min() == 255:
        picture = picture.convert("RGB")
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", optimize=True)
    return buffer.getvalue(), picture.size
