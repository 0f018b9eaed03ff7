"""What a metafile draws, gathered first and drawn in one go by resvg, in bounded work."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from materials_lint.containers.metafile import MetafileError
from materials_lint.containers.metafile._affine import Affine
from materials_lint.containers.metafile._outline import NOWHERE, Box, Extent, Outline

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOST_POINTS = 2_000_000
_MOST_PIXELS = 60_000_000
_MOST_ITEMS = 200_000
_DEEPEST_CLIP = 8
_LONGEST_SECONDS = 12.0
_LEAST_SIDE = 200
# Measured with resvg 0.5 on one core, in seconds for each pixel: filled, passed by an edge, laid over in a layer of its own.
_FILLING, _EDGE, _LAYER = 2.5e-9, 1e-6, 1.3e-7
_DASH = 1e-5  # seconds
_PICTURE, _EACH = 2e-7, 1e-3  # seconds for each pixel of a bitmap, and each bitmap
_SLIMMEST = 50.0
_MOST_DASHES = 20_000
_MOSTLY = 0.5


@dataclass(frozen=True, slots=True)
class Look:
    """How a shape is painted; colours as SVG writes them, None for nothing. Widths are in device units, 0 for the thinnest line."""

    fill: str | None = None
    opacity: float = 1.0
    winding: bool = False
    stroke: str | None = None
    width: float = 0.0
    dashes: tuple[float, ...] = ()
    cap: str = "round"
    join: str = "round"
    miter: float = 10.0
    blend: str = ""


@dataclass(frozen=True, slots=True)
class _Item:
    """A shape by its path data, or a picture by the address of its data and the map of the unit square."""

    data: str
    box: Box
    extent: Extent
    look: Look
    clip: int
    picture: Affine | None = None


@dataclass(frozen=True, slots=True)
class _Clip:
    data: str
    winding: bool
    parent: int
    depth: int
    box: Box | None


class Scene:
    """Shapes and pictures in device space, in the order they are drawn. Adding raises MetafileError where it is too much."""

    def __init__(self) -> None:
        self.page: Box | None = None
        self._items: list[_Item] = []
        self._clips: list[_Clip] = []
        self._left_out: dict[str, None] = {}
        self._points = 0
        self._pixels = 0

    @property
    def left_out(self) -> tuple[str, ...]:
        return tuple(self._left_out)

    @property
    def empty(self) -> bool:
        return not self._items

    def leave_out(self, what: str) -> None:
        self._left_out[what] = None

    def spend(self, points: int) -> None:
        """Count points; raises MetafileError where they are more than can be in earnest."""
        self._points += points
        if self._points > MOST_POINTS:
            raise MetafileError(f"it has more than {MOST_POINTS} points")

    def spend_pixels(self, pixels: int) -> None:
        """Count pixels of bitmaps before they are decoded; raises MetafileError where they are too many."""
        self._pixels += pixels
        if self._pixels > _MOST_PIXELS:
            raise MetafileError(f"its bitmaps have more than {_MOST_PIXELS} pixels")

    def shape(self, outline: Outline, look: Look, clip: int = 0) -> None:
        grown = look.width / 2 * (look.miter if look.join == "miter" else 1.5) if look.stroke else 0.0
        extent = outline.extent()
        left, top, right, bottom = extent.box
        self._add(_Item(outline.data, (left - grown, top - grown, right + grown, bottom + grown), extent, look, clip))

    def picture(self, address: str, matrix: Affine, box: Box, blend: str, clip: int = 0) -> None:
        self._add(_Item(address, box, Extent(box, 0.0, 0.0, 4), Look(blend=blend), clip, matrix))

    def clip(self, outline: Outline, parent: int, *, winding: bool, box: Box | None = None) -> int:
        """Return the number of a clip that lets through what lies in the outline and in the parent's clip (0: everywhere)."""
        depth = self._clips[parent - 1].depth + 1 if parent else 1
        if depth > _DEEPEST_CLIP or len(self._clips) >= _MOST_ITEMS:
            self.leave_out("some clipping, so that more may show than should")
            return parent
        self._clips.append(_Clip(outline.data or "M0 0", winding, parent, depth, box))
        return len(self._clips)

    def pixels(self, side: int) -> NDArray[np.uint8]:
        """Draw on transparent ground, the longer side of the page at most `side`. Raises MetafileError."""
        import numpy as np
        import resvg_py
        from PIL import Image

        page = self._shown()
        longer = max(page[2] - page[0], page[3] - page[1])
        while self._seconds(page, side / longer) > _LONGEST_SECONDS:
            side //= 2
            if side < _LEAST_SIDE:
                raise MetafileError("drawing it would take too long")
        width, height = (max(1, round((page[at + 2] - page[at]) / longer * side)) for at in (0, 1))
        if self.empty:
            return np.zeros((height, width, 4), dtype=np.uint8)
        try:
            drawn = bytes(resvg_py.svg_to_bytes(svg_string=self._svg(page, width, height, longer / side), skip_system_fonts=True))
        except ValueError as error:
            raise MetafileError(f"it could not be drawn ({error})") from error
        return np.asarray(Image.open(io.BytesIO(drawn)).convert("RGBA"))

    def _add(self, item: _Item) -> None:
        if len(self._items) >= _MOST_ITEMS:
            raise MetafileError(f"it draws more than {_MOST_ITEMS} shapes")
        self._items.append(item)

    def _shown(self) -> Box:
        """Return the page, or what is drawn where that lies mostly elsewhere. Raises MetafileError where it has no reasonable size."""
        drawn = NOWHERE
        for item in self._items:
            drawn = _around(drawn, item.box)
        page = self.page if self.page is not None and _share(drawn, self.page) >= _MOSTLY else drawn
        if page == NOWHERE:
            page = self.page or (0.0, 0.0, 1.0, 1.0)
        width, height = page[2] - page[0], page[3] - page[1]
        if not width + height > 0:
            raise MetafileError("it has no size")
        least = max(width, height) / _SLIMMEST
        across, down = max(0.0, least - width) / 2, max(0.0, least - height) / 2
        return (page[0] - across, page[1] - down, page[2] + across, page[3] + down)

    def _seconds(self, page: Box, scale: float) -> float:
        """Estimate how long drawing takes at `scale` pixels a unit."""
        tall = (page[3] - page[1]) * scale
        layer = (page[2] - page[0]) * tall * scale * _LAYER
        total = 0.0
        for item in self._items:
            edges = min(item.extent.climb * scale, item.extent.edges * tall)
            work = _common(item.box, page) * scale * scale * (_PICTURE if item.picture else _FILLING) + edges * _EDGE + (_EACH if item.picture else 0.0)
            total += work * (3 if item.look.stroke else 1) + (layer if item.look.blend else 0.0) + _dashes(item, 1 / scale) * _DASH
        groups = sum(1 for clip, _ in groupby(self._items, self._needed) if clip)
        return total + 2 * layer * groups

    def _needed(self, item: _Item) -> int:
        """Return the item's clip; boxes that hold all of it need no work."""
        clip = item.clip
        while clip:
            box = self._clips[clip - 1].box
            if box is None or _around(box, item.box) != box:
                return clip
            clip = self._clips[clip - 1].parent
        return 0

    def _svg(self, page: Box, width: int, height: int, pixel: float) -> str:
        view = f"{page[0]:.7g} {page[1]:.7g} {page[2] - page[0]:.7g} {page[3] - page[1]:.7g}"
        head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="{view}" preserveAspectRatio="none">'
        return head + "".join(self._elements(pixel)) + "</svg>"

    def _elements(self, pixel: float) -> Iterator[str]:
        known: set[int] = set()
        for clip, items in groupby(self._items, self._needed):
            yield from self._definitions(clip, known)
            if clip:
                yield f'<g clip-path="url(#c{clip})">'
            for item in items:
                yield _picture(item) if item.picture else _path(item, pixel)
            if clip:
                yield "</g>"

    def _definitions(self, clip: int, known: set[int]) -> Iterator[str]:
        while clip and clip not in known:
            known.add(clip)
            one = self._clips[clip - 1]
            inside = f' clip-path="url(#c{one.parent})"' if one.parent else ""
            rule = "nonzero" if one.winding else "evenodd"
            yield f'<clipPath id="c{clip}"{inside}><path d="{one.data}" clip-rule="{rule}"/></clipPath>'
            clip = one.parent


def _path(item: _Item, pixel: float) -> str:
    look = item.look
    parts = [f'<path d="{item.data}" fill="{look.fill or "none"}"']
    if look.fill:
        parts.append(f' fill-rule="{"nonzero" if look.winding else "evenodd"}"')
        parts.append(f' fill-opacity="{look.opacity:g}"' if look.opacity < 1 else "")
    if look.stroke:
        width = max(look.width, pixel)
        parts.append(f' stroke="{look.stroke}" stroke-width="{width:.7g}" stroke-linecap="{look.cap}" stroke-linejoin="{look.join}" stroke-miterlimit="{look.miter:g}"')
        parts.append(f' stroke-dasharray="{" ".join(f"{dash * width:.7g}" for dash in look.dashes)}"' if _dashes(item, pixel) else "")
    return "".join(parts) + _blend(item) + "/>"


def _dashes(item: _Item, pixel: float) -> float:
    """How many dashes an outline has; 0 where it is drawn whole, as so many could not be told apart."""
    count = item.extent.travel / (sum(item.look.dashes) * max(item.look.width, pixel)) if item.look.stroke and item.look.dashes else 0.0
    return count if count <= _MOST_DASHES else 0.0


def _picture(item: _Item) -> str:
    matrix = " ".join(f"{value:.9g}" for value in item.picture or ())
    return f'<image width="1" height="1" preserveAspectRatio="none" transform="matrix({matrix})" href="{item.data}"{_blend(item)}/>'


def _blend(item: _Item) -> str:
    return f' style="mix-blend-mode:{item.look.blend}"' if item.look.blend else ""


def _around(one: Box, other: Box) -> Box:
    return (min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3]))


def _common(one: Box, other: Box) -> float:
    width, height = min(one[2], other[2]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[1], other[1])
    return width * height if width > 0 and height > 0 else 0.0


def _share(drawn: Box, page: Box) -> float:
    """How much of what is drawn lies on the page; all of it where nothing is drawn, or only a line."""
    if drawn == NOWHERE:
        return 1.0
    area = (drawn[2] - drawn[0]) * (drawn[3] - drawn[1])
    return _common(drawn, page) / area if area > 0 else 1.0
