"""Pictures made ready for looking at: upright, of 8 bits, no larger than needed; of an animation the frames that differ."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageFilter, ImageOps

from materials_lint.extractors.base import Affine, Canvas
from materials_lint.extractors.image._quiet import listening
from materials_lint.extractors.image._raster import DAMAGE, opened
from materials_lint.model.document import Gap, NotReadError, Reason
from materials_lint.model.source import Limits, Source

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PIL import ImageFile

_LONGEST = 3000  # pixels of the longer side: more tells no more
_PAGED = frozenset({"TIFF", "MPO"})
_MOST_DISTINCT = 6
_GLANCE = 64
_UNLIKE = 40  # of 255, in the place where two frames differ most
_ORIENTATION = 0x0112
# EXIF 2.32, 4.6.4: where (0, 0), one to the right and one down of the upright picture lie in the stored one, in sides of it.
_STORED: dict[int, tuple[int, int, int, int, int, int]] = {
    1: (1, 0, 0, 1, 0, 0),
    2: (-1, 0, 0, 1, 1, 0),
    3: (-1, 0, 0, -1, 1, 1),
    4: (1, 0, 0, -1, 0, 1),
    5: (0, 1, 1, 0, 0, 0),
    6: (0, -1, 1, 0, 0, 1),
    7: (0, -1, -1, 0, 1, 1),
    8: (0, 1, -1, 0, 1, 0),
}


def canvases(source: Source, limits: Limits, kind: str, pages: tuple[int, int] | None = None) -> Iterator[Canvas | Gap]:
    """Yield every page of a TIFF, the frames of an animation that differ clearly, or the one picture; or the `pages` [first, end) that are asked for.

    What is damaged, reading has told.
    """
    with warnings.catch_warnings(), listening():
        warnings.simplefilter("ignore")
        try:
            image = opened(source, kind)
            count = min(max(1, int(getattr(image, "n_frames", 1))), limits.max_frames)
        except (NotReadError, *DAMAGE):
            return
        chosen, told = _chosen(image, kind, count, limits) if pages is None else (range(pages[0], min(pages[1], count)), ())
        yield from told
        for index in chosen:
            try:
                canvas = _frame(image, index, count, limits)
            except DAMAGE:
                continue
            if canvas is not None:
                yield canvas


def _chosen(image: ImageFile.ImageFile, kind: str, count: int, limits: Limits) -> tuple[Sequence[int], tuple[Gap, ...]]:
    return (range(count), ()) if kind in _PAGED or count == 1 else _distinct(image, count, limits)


def _seek(image: ImageFile.ImageFile, index: int, count: int, limits: Limits) -> bool:
    """Go to a frame; tell whether it is within max_picture_mpx."""
    if count > 1:
        image.seek(index)
    return 0 < image.width * image.height <= limits.max_picture_mpx * 1_000_000


def _frame(image: ImageFile.ImageFile, index: int, count: int, limits: Limits) -> Canvas | None:
    if not _seek(image, index, count, limits):
        return None
    stored = image.size
    if max(stored) > _LONGEST:
        share = _LONGEST / max(stored)
        image.draft(None, (max(1, round(stored[0] * share)), max(1, round(stored[1] * share))))
    image.load()
    orientation = image.getexif().get(_ORIENTATION, 1)
    if image.format == "TIFF":
        stored = image.size  # Pillow turns these upright itself, and tells the size so
    small = _eight_bits(image)
    small.thumbnail((_LONGEST, _LONGEST), Image.Resampling.BOX)
    upright = _upright(small, orientation)
    pixels = np.asarray(upright)
    return Canvas(index + 1, pixels, _affine(orientation, upright.size, stored))


def _upright(picture: Image.Image, orientation: object) -> Image.Image:
    turns = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_270,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_90,
    }
    turn = turns.get(orientation) if isinstance(orientation, int) else None
    return picture if turn is None else picture.transpose(turn)


def _affine(orientation: object, upright: tuple[int, int], stored: tuple[int, int]) -> Affine:
    """Return what takes pixels of the upright, reduced picture to those of the stored one."""
    a, b, c, d, e, f = _STORED.get(orientation if isinstance(orientation, int) else 1, _STORED[1])
    wide, high = upright
    across, down = stored
    return (a * across / wide, b * down / wide, c * across / high, d * down / high, float(e * across), float(f * down))


def _eight_bits(image: Image.Image) -> Image.Image:
    """Return the picture as RGB or, where it is transparent, RGBA; a deeper grey is stretched to its own range."""
    if image.mode.startswith(("I", "F")):
        return Image.fromarray(_stretched(np.asarray(image).astype(np.float32))).convert("RGB")
    mode = "RGBA" if image.has_transparency_data else "RGB"
    return image.copy() if image.mode == mode else image.convert(mode)


def _stretched(values: NDArray[np.float32]) -> NDArray[np.uint8]:
    known = np.nan_to_num(values, nan=0.0, posinf=0.0, neginf=0.0)
    least, most = float(known.min()), float(known.max())
    return ((known - least) * (255.0 / (most - least if most > least else 1.0))).astype(np.uint8)


def _distinct(image: ImageFile.ImageFile, count: int, limits: Limits) -> tuple[Sequence[int], tuple[Gap, ...]]:
    """Choose frames far apart: the first, then again and again the one that is least like those chosen."""
    glances: dict[int, NDArray[np.int16]] = {}
    for index in range(count):
        try:
            if _seek(image, index, count, limits):
                glance = ImageOps.fit(image.convert("RGB"), (_GLANCE, _GLANCE), Image.Resampling.BOX).filter(ImageFilter.BoxBlur(1))
                glances[index] = np.asarray(glance).astype(np.int16)
        except DAMAGE:
            break
    chosen: list[int] = []
    apart = dict.fromkeys(glances, 256)
    while glances and max(apart.values()) > _UNLIKE and len(chosen) < _MOST_DISTINCT:
        best = max(apart, key=lambda index: (apart[index], -index))
        chosen.append(best)
        apart = {index: min(least, int(np.abs(glances[index] - glances[best]).max())) for index, least in apart.items()}
    if not glances or max(apart.values()) <= _UNLIKE:
        return sorted(chosen), ()
    told = f"The picture moves: {len(chosen)} of its {count} frames were looked at for marks, those least like one another. Watch it yourself."
    return sorted(chosen), (Gap(Reason.NOT_EXAMINED, told),)
