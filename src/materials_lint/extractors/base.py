"""What a file format offers to the engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from materials_lint.model.document import Gap
from materials_lint.model.geometry import Box
from materials_lint.model.source import Extraction, Limits, Source

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Affine = tuple[float, float, float, float, float, float]
SAME: Affine = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True, eq=False)
class Canvas:
    """A page as people see it, or a picture: RGB or RGBA of shape (height, width, 3 or 4).

    `affine` (a, b, c, d, e, f) takes a pixel (x, y) to (a x + c y + e, b x + d y + f) in the document's unit, origin top left.
    """

    page: int | None
    pixels: NDArray[np.uint8]
    affine: Affine = SAME

    def place(self, box: tuple[float, float, float, float]) -> Box:
        """Return a box of pixels (x0, y0, x1, y1) in the document's unit."""
        a, b, c, d, e, f = self.affine
        corners = [(a * x + c * y + e, b * x + d * y + f) for x in (box[0], box[2]) for y in (box[1], box[3])]
        across, down = zip(*corners, strict=True)
        return Box(float(min(across)), float(min(down)), float(max(across)), float(max(down)))


Draw = Callable[[Source, Limits, tuple[int, int] | None], Iterator[Canvas | Gap]]


@dataclass(frozen=True, slots=True)
class Format:
    """A file format.

    `sniff` looks at the content, never at the name alone, and answers how sure it is, 0.0 (not this) to 1.0; the surest
    format reads. `read` raises NotReadError where nothing at all can be told; whatever it could not read in part is a
    Gap of the document. Formats with many pages can be read in ranges (first page counted from 0, end), so that a bad page
    costs its range only: what belongs to no single page comes with the range that begins the document. `harmless` formats are
    read in plain Python in linear time: small ones need no process of their own. `canvases` draws what can be looked at, all of it
    or the pages of a range; what can't be drawn comes as a Gap, unless reading has told it already.
    """

    name: str
    title: str
    sniff: Callable[[Source], float]
    read: Callable[[Source, Limits], Extraction]
    count_pages: Callable[[Source], int] | None = None
    read_pages: Callable[[Source, Limits, tuple[int, int]], Extraction] | None = None
    harmless: bool = False
    canvases: Draw | None = None
