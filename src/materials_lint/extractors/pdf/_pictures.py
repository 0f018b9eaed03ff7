"""Pictures on a page: place, size in pixels, fingerprint; photographs that carry notes of their own are handed on."""

from __future__ import annotations

import ctypes
import hashlib
from dataclasses import dataclass, field

from materials_lint.extractors.pdf import _pdfium
from materials_lint.extractors.pdf._drawing import Drawing
from materials_lint.extractors.pdf._pdfium import Cells, Frame
from materials_lint.model.document import Gap, Picture, Reason
from materials_lint.model.source import MIB, Embedded, Limits, Role

_MOST_HASHED = 512 * MIB
_NOTES = (b"Exif\0", b"http://ns.adobe.com/xap", b"Photoshop 3.0")
_HEADER = 131072
_JPEG = b"DCTDecode"


@dataclass(slots=True)
class Pictures:
    """Collects the pictures of a document; each is fingerprinted and handed on once."""

    limits: Limits
    embedded: list[Embedded] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    _hashed: int = 0
    _handed: int = 0
    _seen: set[str] = field(default_factory=set)

    def of(self, drawn: Drawing, frame: Frame, page: int) -> tuple[Picture, ...]:
        """Return the pictures of one page, in drawing order."""
        found = []
        most = self.limits.max_page_pictures
        for number, (handle, rect) in enumerate(drawn.pictures[:most], 1):
            cells = Cells(ctypes.c_uint, 2)
            width, height = cells.values() if _pdfium.image_size(handle, *cells.at) else (None, None)
            picture = Picture(f"picture {number} on page {page}", page, frame.box(*rect), width, height, self._fingerprint(handle, page, number))
            found.append(picture)
            if self.too_large(width, height):
                size = f"{width} x {height} pixels, more than max_picture_mpx = {self.limits.max_picture_mpx} allows"
                message = f"A picture on page {page} has {size}. Make it smaller, or look at it yourself."
                self.gaps.append(Gap(Reason.TOO_LARGE, message, page))
        if len(drawn.pictures) > most:
            message = f"Page {page} draws {len(drawn.pictures)} pictures; the first max_page_pictures = {most} were looked at. Look at the page yourself."
            self.gaps.append(Gap(Reason.TOO_LARGE, message, page))
        return tuple(found)

    def too_large(self, width: int | None, height: int | None) -> bool:
        return (width or 0) * (height or 0) > self.limits.max_picture_mpx * 1_000_000

    def _fingerprint(self, handle: int, page: int, number: int) -> str | None:
        size = _pdfium.image_data(handle, None, 0)
        if not size or self._hashed + size > _MOST_HASHED:
            return None
        self._hashed += size
        buffer = ctypes.create_string_buffer(size)
        _pdfium.image_data(handle, ctypes.addressof(buffer), size)
        data = buffer.raw
        digest = hashlib.sha256(data).hexdigest()
        if digest not in self._seen:
            self._seen.add(digest)
            self._hand_on(handle, data, page, number)
        return digest

    def _hand_on(self, handle: int, data: bytes, page: int, number: int) -> None:
        """A JPEG is stored as the file it was: its camera, author and history may still be inside."""
        if not data.startswith(b"\xff\xd8") or not any(note in data[:_HEADER] for note in _NOTES) or not _is_jpeg(handle):
            return
        if self._handed + len(data) > self.limits.max_unpacked_mib * MIB or len(data) > self.limits.max_member_mib * MIB:
            self.gaps.append(
                Gap(Reason.TOO_LARGE, f"The notes inside picture {number} on page {page} were not read: max_member_mib = {self.limits.max_member_mib}.", page)
            )
            return
        self._handed += len(data)
        self.embedded.append(Embedded(f"picture-{page}-{number}.jpg", data, Role.PICTURE, page))


def _is_jpeg(handle: int) -> bool:
    if _pdfium.image_filters(handle) != 1:
        return False
    buffer = ctypes.create_string_buffer(32)
    _pdfium.image_filter(handle, 0, ctypes.addressof(buffer), 32)
    return buffer.value == _JPEG
