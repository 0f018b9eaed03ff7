"""Pictures of pixels: every frame is decoded to prove that it can be, and the properties are read."""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from materials_lint.extractors.image._properties import properties
from materials_lint.extractors.image._quiet import Heard, listening
from materials_lint.model.document import Document, Gap, NotReadError, Page, Picture, Reason
from materials_lint.model.geometry import Unit
from materials_lint.model.source import Extraction, Limits, Source

if TYPE_CHECKING:
    from PIL import ImageFile

_READ = ("PNG", "JPEG", "MPO", "GIF", "TIFF", "WEBP", "AVIF", "BMP", "HEIF")
# What Pillow and its codecs raise on damaged files; MemoryError is the engine's to tell.
DAMAGE = (OSError, ValueError, SyntaxError, TypeError, LookupError, EOFError, ArithmeticError, AttributeError, AssertionError, RuntimeError, struct.error, zlib.error)
_AGAIN = "Open it in a picture program, save it again as PNG or JPEG and check that copy."


def read(source: Source, limits: Limits, kind: str) -> Extraction:
    """Read a picture. Raises NotReadError where it can't be opened, is larger than max_picture_mpx, or is of a kind that is not read."""
    with warnings.catch_warnings(record=True) as warned, listening() as heard:
        warnings.simplefilter("always")
        image = opened(source, kind)
        extraction = _Frames(image, source, limits).read()
    if extraction.document.gaps:
        return extraction
    told = _damage_told(heard, [str(item.message) for item in warned])
    return replace(extraction, document=replace(extraction.document, gaps=told))


def opened(source: Source, kind: str) -> ImageFile.ImageFile:
    """Open a picture, no pixel decoded yet: its size is to be held against max_picture_mpx first. Raises NotReadError."""
    from PIL import Image

    if kind not in _READ:
        raise NotReadError(Reason.UNSUPPORTED, f"This picture's format ({kind or 'unknown'}) is not read. Save it as PNG or JPEG and check that.")
    if kind == "HEIF":
        import pillow_heif

        pillow_heif.register_heif_opener()
    Image.MAX_IMAGE_PIXELS = None
    try:
        return Image.open(io.BytesIO(source.data), formats=[kind])
    except DAMAGE as error:
        raise _unopened(error) from error


def _damage_told(heard: Heard, warned: list[str]) -> tuple[Gap, ...]:
    """Return the gaps for what the libraries only mumbled while they read on."""
    found = []
    if heard.damage:
        found.append(Gap(Reason.DAMAGED, f"Parts of the picture are damaged and may look wrong ({heard.damage}). {_AGAIN}"))
    if any("corrupt exif" in message.lower() for message in warned):
        found.append(
            Gap(Reason.DAMAGED, "The picture's EXIF properties are damaged and were read only in part. Save the picture without properties and check that copy.")
        )
    return tuple(found)


class _Frames:
    """The frames or pages of one picture file."""

    def __init__(self, image: ImageFile.ImageFile, source: Source, limits: Limits) -> None:
        self._image = image
        self._source = source
        self._limits = limits
        self._gaps: list[Gap] = []

    def read(self) -> Extraction:
        """Decode all frames and gather the properties."""
        self._refuse_size(None)
        count = self._count()
        pages = tuple(self._pages(count))
        fields, gaps = properties(self._image, self._limits)
        if not pages and not fields:
            raise NotReadError(Reason.DAMAGED, self._gaps[0].message if self._gaps else f"The picture holds no pixels. {_AGAIN}")
        every = tuple(dict.fromkeys([*self._gaps, *gaps]))
        document = Document("image", pages, fields, every, Unit.PIXEL, page_count=max(count, len(pages)))
        return Extraction(document)

    def _count(self) -> int:
        try:
            return max(1, int(getattr(self._image, "n_frames", 1)))
        except DAMAGE as error:
            self._gap(Reason.DAMAGED, f"The number of pages or frames can't be told ({_said(error)}); only the first was looked at. {_AGAIN}")
            return 1

    def _pages(self, count: int) -> Iterator[Page]:
        most = self._limits.max_frames
        if count > most:
            self._gap(Reason.TOO_LARGE, f"The picture has {count} pages or frames; only the first max_frames = {most} were looked at. Raise the limit or split the file.")
        for number in range(1, min(count, most) + 1):
            try:
                if count > 1:
                    self._image.seek(number - 1)
                self._refuse_size(number)
                self._image.load()
            except EOFError:
                self._gap(Reason.DAMAGED, f"The picture breaks off after {number - 1} of its {count} pages or frames. {_AGAIN}", number)
                return
            except NotReadError as error:
                self._gap(error.reason, error.message, number)
                continue
            except DAMAGE as error:
                self._gap(Reason.DAMAGED, f"The picture is damaged or cut off and could not be decoded ({_said(error)}). {_AGAIN}", number)
                if count > 1:
                    return
                continue
            width, height = self._image.size
            digest = self._source.sha256 if count == 1 else None
            yield Page(number, (), (Picture(self._source.name, number, None, width, height, digest),), float(width), float(height))

    def _refuse_size(self, number: int | None) -> None:
        width, height = self._image.size
        if width < 1 or height < 1:
            raise NotReadError(Reason.DAMAGED, f"The picture says that it is {width} x {height} pixels. {_AGAIN}")
        if width * height > self._limits.max_picture_mpx * 1_000_000:
            where = f"Page {number} of the picture" if number else "The picture"
            told = f"{where} is {width} x {height} pixels, more than max_picture_mpx = {self._limits.max_picture_mpx} million. Make it smaller or raise the limit."
            raise NotReadError(Reason.TOO_LARGE, told)

    def _gap(self, reason: Reason, message: str, page: int | None = None) -> None:
        self._gaps.append(Gap(reason, message, page))


def _unopened(error: BaseException) -> NotReadError:
    if "too large" in str(error).lower():
        return NotReadError(Reason.TOO_LARGE, f"A text inside the picture file unpacks to an unreasonable size, so the picture was not opened. {_AGAIN}")
    return NotReadError(Reason.DAMAGED, f"The picture is damaged and can't be opened ({_said(error)}). {_AGAIN}")


def _said(error: BaseException) -> str:
    text = " ".join(str(error).split())
    return "unknown kind of content" if "BytesIO" in text or not text else text[:120]
