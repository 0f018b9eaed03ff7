"""EMF and WMF, the vector pictures of old Windows programs, drawn into pixels ([MS-EMF], [MS-WMF])."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LARGEST_SIDE = 4096


class MetafileError(ValueError):
    """Tells in a sentence why a metafile can't be drawn."""


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """A drawn metafile: RGBA of shape (height, width, 4) on transparent ground, and in plain words what of it was left out."""

    pixels: NDArray[np.uint8]
    left_out: tuple[str, ...] = ()


def draw(data: bytes, side: int) -> Drawing:
    """Draw an EMF or WMF, its longer side of at most `side` pixels. Words are not drawn. Raises MetafileError."""
    from materials_lint.containers.metafile._emf import play_emf
    from materials_lint.containers.metafile._wmf import play_wmf

    scene = play_emf(data) if data[40:44] == b" EMF" else play_wmf(data)
    return Drawing(scene.pixels(max(1, min(side, LARGEST_SIDE))), scene.left_out)
