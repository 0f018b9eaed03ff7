"""Device-independent bitmaps ([MS-WMF] 2.2.2.9) decoded by Pillow, and what their raster operations come to on transparent ground."""

from __future__ import annotations

import base64
import io
import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from materials_lint.containers.dib import FIELDS, JPEG, PNG, RGB, BitmapError, bmp, form, pixels_at

if TYPE_CHECKING:
    from PIL import Image

_LONGEST = 2048
_LEAST_COST = 4000  # pixels whose work a small bitmap costs

COPY, AND, OR, XOR, NOT_COPY, NOTHING = 0x00CC0020, 0x008800C6, 0x00EE0086, 0x00660046, 0x00330008, 0x00AA0029
# Ternary raster operations ([MS-WMF] 2.1.1.31) by the blending that comes nearest.
BLENDS = {AND: "multiply", OR: "screen", XOR: "difference"}


@dataclass(frozen=True, slots=True)
class Crop:
    """The part of a bitmap that is shown, in its pixels."""

    left: int
    top: int
    width: int
    height: int
    from_below: bool = False


def packed(dib: bytes, spend: Callable[[int], None], *, palette_indices: bool = False) -> Image.Image:
    """Decode a header with its colours and pixels behind it. Raises BitmapError."""
    return decode(dib, dib[pixels_at(dib, palette_indices=palette_indices) :], spend, palette_indices=palette_indices)


def decode(header: bytes, bits: bytes, spend: Callable[[int], None], *, palette_indices: bool = False) -> Image.Image:
    """Decode a bitmap by its header (with colours) and its pixels; `spend` is told how many come before they are decoded. Raises BitmapError."""
    from PIL import Image

    width, height, depth, compression = form(header)
    if width <= 0 or height <= 0:
        raise BitmapError("it has no size")
    if palette_indices and depth <= 8:
        raise BitmapError("its colours are those of a screen")
    kind = {JPEG: "JPEG", PNG: "PNG"}.get(compression, "BMP")
    file = bits if kind != "BMP" else bmp(header, bits)
    spend(max(width * height, _LEAST_COST))
    try:
        picture = Image.open(io.BytesIO(file), formats=[kind])
        if picture.size != (width, height):
            spend(picture.width * picture.height)
        picture.load()
    except (OSError, ValueError, SyntaxError, TypeError, LookupError, ArithmeticError, struct.error) as error:
        raise BitmapError(str(error)) from error
    return picture


def with_alpha(header: bytes, bits: bytes) -> Image.Image | None:
    """Return a bitmap of 32 bits whose fourth byte tells how opaque it is, its colours multiplied by that already; None for others."""
    from PIL import Image

    width, height, depth, compression = form(header)
    if depth != 32 or compression not in {RGB, FIELDS} or width <= 0 or len(bits) < width * height * 4:
        return None
    upside = -1 if struct.unpack_from("<i", header, 8)[0] > 0 else 1
    picture = Image.frombytes("RGBa", (width, height), bits[: width * height * 4], "raw", "BGRa", 0, upside)
    return picture.convert("RGBA")


def ready(picture: Image.Image, crop: Crop | None, operation: int, mask: Image.Image | None = None) -> tuple[str, str]:
    """Return the address of the shown part as PNG data, and the blending mode ("" for none)."""
    from PIL import Image, ImageChops

    shown = _cropped(picture, crop)
    shown.thumbnail((_LONGEST, _LONGEST), Image.Resampling.BOX)
    if operation == NOT_COPY:
        shown = ImageChops.invert(shown.convert("RGB"))
    if operation == AND:
        shown = _keyed(ImageChops.invert(shown.convert("L")), shown)
    elif operation in {OR, XOR}:
        shown = _keyed(shown.convert("L"), shown)
    if mask is not None:
        shown = shown.convert("RGBA")
        shown.putalpha(mask.convert("L").resize(shown.size))
    out = io.BytesIO()
    shown.save(out, "PNG", compress_level=1)
    return "data:image/png;base64," + base64.b64encode(out.getvalue()).decode("ascii"), BLENDS.get(operation, "")


def average(picture: Image.Image) -> tuple[int, int, int]:
    """Return the mean colour of a pattern."""
    from PIL import Image

    red, green, blue = picture.convert("RGB").resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))  # type: ignore[misc]
    return int(red), int(green), int(blue)


def _keyed(opacity: Image.Image, shown: Image.Image) -> Image.Image:
    """What leaves the ground as it is becomes transparent: white where the operation is AND, black where it is OR or XOR."""
    keyed = shown.convert("RGBA")
    keyed.putalpha(opacity.point([0, *[255] * 255]))
    return keyed


def _cropped(picture: Image.Image, crop: Crop | None) -> Image.Image:
    mode = picture.mode if picture.mode in {"RGB", "RGBA", "L"} else "RGB"
    whole = picture.convert(mode)
    if crop is None or crop.width == 0 or crop.height == 0:
        return whole
    left, width = max(0, min(crop.left, whole.width - 1)), abs(crop.width)
    top = whole.height - crop.top - abs(crop.height) if crop.from_below else crop.top
    top = max(0, min(top, whole.height - 1))
    return whole.crop((left, top, max(left + 1, min(left + width, whole.width)), max(top + 1, min(top + abs(crop.height), whole.height))))
