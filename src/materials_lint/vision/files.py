"""Picture files to pixels: pictures, SVG drawings and pages of PDF files, as a person sees them, under limits.

Meant for files from strangers, but no protection by itself: open them in a worker process with bounds on time and memory.
"""

from __future__ import annotations

import io
import re
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from materials_lint.vision.drawing import NotDrawnError, draw_svg

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PIL import Image

_FORMATS = ("PNG", "JPEG", "MPO", "GIF", "TIFF", "WEBP", "AVIF", "BMP", "HEIF")
_SVG = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?svg[\s>/]")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_LARGEST_SVG = 16 * 1024 * 1024
_SVG_SIDE = 1024
_USE = "Use a PNG, JPEG or SVG picture, or a page of a PDF file."
_POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture as a person sees it: RGBA pixels, and how many of them stand for a pixel (PDF: a point) of the file.

    `kind` is picture, svg or pdf; `pages` counts pages or frames; `svg` is the text of a drawing.
    """

    pixels: NDArray[np.uint8]
    scale: float
    kind: str
    pages: int = 1
    svg: str = ""


def show(data: bytes, page: int, side: int, most_pixels: int, dpi: float | None = None) -> Shown:
    """Open a picture; the longer side of what is returned is at most `side` pixels. Pages and frames count from 1.

    Pages of a PDF file are drawn at `dpi`, or without it as large as `side` allows. A picture of more than `most_pixels`
    is not opened. Raises NotDrawnError, which tells a person why.
    """
    if b"%PDF-" in data[:1024]:
        return _pdf(data, page, side, dpi)
    svg = _svg_text(data)
    if svg:
        return _svg(svg, page, side)
    return _raster(data, page, side, most_pixels)


def _svg_text(data: bytes) -> str:
    if data.startswith(b"\x1f\x8b"):
        try:
            data = zlib.decompressobj(31).decompress(data, _LARGEST_SVG)
        except zlib.error:
            return ""
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        text = data[:_LARGEST_SVG].decode("utf-16" if wide else "utf-8-sig") if wide or _SVG.search(data[:65_536]) else ""
    except UnicodeDecodeError:
        text = data[:_LARGEST_SVG].decode("latin-1")
    return _DECLARATION.sub("", text).lstrip() if _SVG.search(text[:65_536].encode()) else ""


def _svg(text: str, page: int, side: int) -> Shown:
    _need_page(page, 1, "page")
    try:
        pixels = draw_svg(text, min(side, _SVG_SIDE))
    except NotDrawnError as error:
        raise NotDrawnError(f"the drawing can't be rendered ({_said(error)}). Save it as PNG and use that.") from error
    return Shown(pixels, 1.0, "svg", svg=text)


def _pdf(data: bytes, page: int, side: int, dpi: float | None) -> Shown:
    import pypdfium2 as pdfium
    from pypdfium2 import raw

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}:
            raise NotDrawnError("the PDF file is locked with a password. Print it to a new PDF without one and use that.") from error
        raise NotDrawnError(f"the PDF file is damaged and can't be opened. {_USE}") from error
    try:
        _need_page(page, len(document), "page")
        opened = document[page - 1]
        longest = max(opened.get_size())
        if longest <= 0:
            raise NotDrawnError(f"page {page} has no area. {_USE}")
        scale = min(side / longest, dpi / _POINTS_PER_INCH if dpi else side / longest)
        drawn = opened.render(scale=scale).to_pil().convert("RGBA")
        return Shown(_array(drawn), scale, "pdf", len(document))
    except pdfium.PdfiumError as error:
        raise NotDrawnError(f"page {page} of the PDF file can't be drawn. Print it to a new PDF and use that.") from error
    finally:
        document.close()


def _raster(data: bytes, page: int, side: int, most_pixels: int) -> Shown:
    import struct

    from PIL import Image, ImageOps

    if data[4:8] == b"ftyp":
        import pillow_heif

        pillow_heif.register_heif_opener()
    Image.MAX_IMAGE_PIXELS = None  # held against `most_pixels` before any pixel is decoded
    try:
        image = Image.open(io.BytesIO(data), formats=_FORMATS)
    except (OSError, ValueError, SyntaxError, struct.error, zlib.error, LookupError, ArithmeticError) as error:
        raise NotDrawnError(f"this is no picture that can be opened. {_USE}") from error
    try:
        pages = max(1, int(getattr(image, "n_frames", 1)))
        _need_page(page, pages, "page or frame")
        image.seek(page - 1)
        if image.width * image.height > most_pixels:
            raise _too_large(image, most_pixels)
        before = max(image.size)
        image.draft(image.mode, (side, side))
        seen = _rgba(ImageOps.exif_transpose(image))
    except NotDrawnError:
        raise
    except (OSError, ValueError, SyntaxError, TypeError, struct.error, zlib.error, LookupError, ArithmeticError, EOFError, AttributeError) as error:
        raise NotDrawnError(f"the picture is damaged or cut off ({_said(error)}). Save it again as PNG and use that.") from error
    seen.thumbnail((side, side), Image.Resampling.LANCZOS)
    return Shown(_array(seen), max(seen.size) / before, "picture", pages)


def _too_large(image: Image.Image, most_pixels: int) -> NotDrawnError:
    return NotDrawnError(
        f"the picture is {image.width} x {image.height} pixels, more than max_picture_mpx = {most_pixels // 1_000_000} million. Make it smaller, or raise the limit."
    )


def _need_page(page: int, pages: int, word: str) -> None:
    if page > pages:
        raise NotDrawnError(f"there is no {word} {page}: the file has {pages}.")


def _rgba(image: Image.Image) -> Image.Image:
    """Convert to RGBA; Pillow would cut pictures of 16 and 32 bits off at 255 instead of scaling them."""
    if not image.mode.startswith(("I", "F")):
        return image.convert("RGBA")
    import numpy as np
    from PIL import Image as Pictures

    values = np.nan_to_num(np.asarray(image, dtype=np.float64))
    most = float(values.max(initial=0))
    full = 255 if most <= 255 else max(65_535, most)
    return Pictures.fromarray((values.clip(0) * 255 / full).astype(np.uint8)).convert("RGBA")


def _array(image: Image.Image) -> NDArray[np.uint8]:
    import numpy as np

    return np.asarray(image)


def _said(error: BaseException) -> str:
    text: Any = " ".join(str(error).split())
    return "its content is broken" if "BytesIO" in text or not text else text[:120]
