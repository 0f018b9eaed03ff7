"""In the worker: from a stranger's picture to the piece of it that becomes a mark."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from materials_lint.cli.marks._common import Refused

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from materials_lint.vision.files import Shown

_SMALLEST = 24
_WELL_SEEN = 100
_DRAWN_SIDE = 3000
_KEPT_SIDE = 1024
_FULL = 0.85
_WHOLE_PAGE = 0.7


@dataclass(frozen=True, slots=True)
class Cutting:
    """What to cut: a file's bytes, the page, the most pixels a picture may have, and whether its border is part of the mark."""

    data: bytes
    page: int
    most_pixels: int
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
    from materials_lint.vision.drawing import NotDrawnError
    from materials_lint.vision.files import show
    from materials_lint.vision.trimming import NothingSeenError, need_contrast, trim

    try:
        shown = show(task.data, task.page, _DRAWN_SIDE, task.most_pixels)
        need_contrast(shown.pixels)
        piece = shown.pixels if task.keep_border else trim(shown.pixels)
    except NotDrawnError as error:
        return Refused(str(error))
    except NothingSeenError:
        return Refused("it shows one colour only, or nothing that can be seen. Use a picture of the logo on a ground of another colour.")
    height, width = piece.shape[:2]
    if min(width, height) < _SMALLEST:
        return Refused(f"the logo in it is only {width} x {height} pixels. Use a picture in which it is at least {_SMALLEST} pixels wide and high, better 200.")
    return _piece(shown, piece)


def _piece(shown: Shown, piece: NDArray[np.uint8]) -> Piece:
    notes = tuple(_notes(shown, piece))
    fills = min(piece.shape[0] / shown.pixels.shape[0], piece.shape[1] / shown.pixels.shape[1])
    if shown.svg and fills >= _FULL:
        return Piece(shown.svg.encode(), ".svg", (shown.pixels.shape[1], shown.pixels.shape[0]), notes)
    data, size = _png(piece)
    return Piece(data, ".png", size, notes)


def _notes(shown: Shown, piece: NDArray[np.uint8]) -> list[str]:
    from materials_lint.vision.trimming import has_even_border

    height, width = piece.shape[:2]
    notes = []
    if not has_even_border(shown.pixels):
        notes.append("The ground around the logo is not even, so it became part of the mark. A picture of the logo on white or transparent ground is found more surely.")
    if (height, width) != shown.pixels.shape[:2]:
        notes.append(f"Its even border was cut off: {width} x {height} pixels are left of {shown.pixels.shape[1]} x {shown.pixels.shape[0]}.")
    if shown.pages > 1:
        notes.append(f"The file has {shown.pages} pages or frames; one was taken (--page).")
    if shown.kind == "pdf" and max(shown.pixels.shape[:2]) / shown.scale > 400 and width > _WHOLE_PAGE * shown.pixels.shape[1]:
        notes.append("Almost the whole page became the mark. If the logo is only a part of it, cut it out as a picture and add that; take this one's folder away.")
    if "<text" in shown.svg:
        notes.append("The drawing holds words that need a font; they are not drawn. Turn them into outlines (paths) in your drawing program and add it anew.")
    if min(width, height) < _WELL_SEEN and shown.kind == "picture":
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
