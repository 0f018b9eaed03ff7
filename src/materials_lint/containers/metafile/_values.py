"""Pens, brushes and the state of a device context ([MS-EMF] 3.1.1.2, [MS-WMF] 3.1.5)."""

from __future__ import annotations

from dataclasses import dataclass, field

from materials_lint.containers.metafile._affine import SAME, Affine, tame, then

ANISOTROPIC, ISOTROPIC = 8, 7
# Units a device pixel of 96 per inch holds: LoMetric, HiMetric, LoEnglish, HiEnglish, Twips ([MS-WMF] 2.1.1.16).
_PER_PIXEL = {2: 254 / 96, 3: 2540 / 96, 4: 100 / 96, 5: 1000 / 96, 6: 1440 / 96}
# Binary raster operations by the blending that comes nearest ([MS-WMF] 2.1.1.2): AND, OR, XOR.
BLENDS = {9: "multiply", 15: "screen", 7: "difference", 10: "difference"}
PLAIN = {1: "#000000", 16: "#ffffff"}
NO_OPERATION = 11
_DASHES: dict[int, tuple[float, ...]] = {1: (3.0, 1.0), 2: (1.0, 1.0), 3: (3.0, 1.0, 1.0, 1.0), 4: (3.0, 1.0, 1.0, 1.0, 1.0, 1.0), 8: (1.0, 1.0)}
_HIDDEN_PEN = 5
_CAPS = {0x000: "round", 0x100: "square", 0x200: "butt"}
_JOINS = {0x0000: "round", 0x1000: "bevel", 0x2000: "miter"}


@dataclass(frozen=True, slots=True)
class Pen:
    """What draws lines; the width is in logical units, 0 for the thinnest line."""

    colour: str = "#000000"
    width: float = 0.0
    dashes: tuple[float, ...] = ()
    cap: str = "round"
    join: str = "round"
    visible: bool = True


@dataclass(frozen=True, slots=True)
class Brush:
    """What fills; hatches and patterns are told by one colour and how much of the ground they cover."""

    colour: str = "#ffffff"
    opacity: float = 1.0
    visible: bool = True


def pen(style: int, width: float, colour: int) -> Pen:
    """Return a pen by its PenStyle ([MS-WMF] 2.1.1.23, [MS-EMF] 2.1.25)."""
    kind = style & 0xF
    return Pen(
        rgb(colour), max(0.0, min(abs(width), 1e6)), _DASHES.get(kind, ()), _CAPS.get(style & 0xF00, "round"), _JOINS.get(style & 0xF000, "round"), kind != _HIDDEN_PEN
    )


def brush(style: int, colour: int) -> Brush:
    """Return a brush by its BrushStyle ([MS-WMF] 2.1.1.4)."""
    return Brush(rgb(colour), 0.4 if style == 2 else 1.0, style != 1)


def rgb(colour: int) -> str:
    """Return a COLORREF as SVG writes colours."""
    return f"#{colour & 0xFF:02x}{colour >> 8 & 0xFF:02x}{colour >> 16 & 0xFF:02x}"


@dataclass(slots=True)
class State:
    """Everything that SaveDC keeps; it is changed in place, as files change it for nearly every shape."""

    pen: Pen = field(default_factory=Pen)
    brush: Brush = field(default_factory=Brush)
    winding: bool = False
    raster: int = 13
    miter: float = 10.0
    position: tuple[float, float] = (0.0, 0.0)
    mode: int = 1
    window: tuple[float, float] = (0.0, 0.0)
    window_size: tuple[float, float] = (1.0, 1.0)
    view: tuple[float, float] = (0.0, 0.0)
    view_size: tuple[float, float] = (1.0, 1.0)
    world: Affine = SAME
    clockwise: bool = False
    clip: int = 0

    @property
    def matrix(self) -> Affine:
        """What takes logical points to the device."""
        across, down = self._scales()
        page = (across, 0.0, 0.0, down, self.view[0] - self.window[0] * across, self.view[1] - self.window[1] * down)
        return tame(then(self.world, page))

    def _scales(self) -> tuple[float, float]:
        if self.mode in _PER_PIXEL:
            return 1 / _PER_PIXEL[self.mode], -1 / _PER_PIXEL[self.mode]
        if self.mode not in {ISOTROPIC, ANISOTROPIC}:
            return 1.0, 1.0
        across, down = (view / (window or 1.0) for view, window in zip(self.view_size, self.window_size, strict=True))
        if self.mode == ISOTROPIC:
            least = min(abs(across), abs(down))
            return (least if across >= 0 else -least), (least if down >= 0 else -least)
        return across, down
