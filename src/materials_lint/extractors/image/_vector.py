"""EMF and WMF: the words in their text records (MS-EMF 2.3.5.7-8, MS-WMF 2.3.3.5 and 2.3.3.20). What they draw is looked at."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from materials_lint.containers.charsets import decode, without_controls
from materials_lint.extractors.base import Canvas
from materials_lint.model.document import Document, Gap, Page, Reason, TextBlock
from materials_lint.model.geometry import Unit
from materials_lint.model.source import Extraction, Limits, Source

_TEXT_A, _TEXT_W, _SMALL, _EOF = 83, 84, 108, 14
_WMF_TEXT, _WMF_EXT_TEXT = 0x0521, 0x0A32
_PLACEABLE = b"\xd7\xcd\xc6\x9a"
_SIDE = 1600
_OTHERWISE = "Save it as PNG or PDF and check that too."
_SMALLEST = 24  # pixels: no mark can be made out in less
_SCREEN_PER_INCH = 96


def read(source: Source, limits: Limits, kind: str) -> Extraction:
    """Return the words of a vector picture."""
    texts = _emf_texts(source.data) if kind == "EMF" else _wmf_texts(source.data)
    words = without_controls("\n".join(texts)).strip()[: limits.max_text_chars]
    blocks = (TextBlock(words, page=1),) if words else ()
    return Extraction(Document("image", (Page(1, blocks),), unit=Unit.PIXEL))


def canvases(source: Source, kind: str) -> Iterator[Canvas | Gap]:
    """Yield the drawn picture, and a gap for what of it could not be drawn."""
    if _shortest(source.data, kind) < _SMALLEST:
        return
    from materials_lint.containers.metafile import MetafileError, draw

    try:
        drawing = draw(source.data, _SIDE)
    except MetafileError as error:
        told = f"This vector picture ({kind}) can't be drawn ({error}), so it was not looked at for emblems and logos. {_OTHERWISE}"
        yield Gap(Reason.NOT_EXAMINED, told)
        return
    yield Canvas(1, drawing.pixels, (1.0, 0.0, 0.0, 1.0, 0.0, 0.0))
    if drawing.left_out:
        told = f"This vector picture ({kind}) was drawn without {'; '.join(drawing.left_out)}, and looked at so for emblems and logos. {_OTHERWISE}"
        yield Gap(Reason.NOT_EXAMINED, told)


def _shortest(data: bytes, kind: str) -> float:
    """Return the shorter side in pixels, or the smallest that counts where the file does not tell it (MS-EMF 2.2.9, MS-WMF 2.3.2.3)."""
    if kind == "EMF" and len(data) >= 24:
        left, top, right, bottom = struct.unpack_from("<iiii", data, 8)
        side = float(min(right - left, bottom - top))
    elif data.startswith(_PLACEABLE) and len(data) >= 16:
        left, top, right, bottom, inch = struct.unpack_from("<hhhhH", data, 6)
        side = min(abs(right - left), abs(bottom - top)) * _SCREEN_PER_INCH / (inch or _SCREEN_PER_INCH)
    else:
        side = 0.0
    return side if side > 0 else _SMALLEST


def _emf_texts(data: bytes) -> Iterator[str]:
    """Join the texts of one line: records at the same height follow one another."""
    line: list[str] = []
    height: int | None = None
    for y, text in _emf_records(data):
        if height is not None and abs(y - height) > 2:
            yield "".join(line)
            line = []
        line.append(text)
        height = y
    yield "".join(line)


def _emf_records(data: bytes) -> Iterator[tuple[int, str]]:
    position = 0
    while position + 8 <= len(data):
        kind, size = struct.unpack_from("<II", data, position)
        if size < 8 or kind == _EOF:
            return
        if kind in {_TEXT_A, _TEXT_W} and position + 52 <= len(data):
            _x, y, count, offset = struct.unpack_from("<iiII", data, position + 36)
            width = 2 if kind == _TEXT_W else 1
            raw = data[position + offset : position + offset + width * count] if offset < size else b""
            yield y, raw.decode("utf-16-le", "replace") if width == 2 else decode(raw).text
        elif kind == _SMALL and position + 36 <= len(data):
            _x, y, count, options = struct.unpack_from("<iiII", data, position + 8)
            start = position + (36 if options & 0x100 else 52)
            raw = data[start : start + (count if options & 0x200 else 2 * count)]
            yield y, decode(raw).text if options & 0x200 else raw.decode("utf-16-le", "replace")
        position += size


def _wmf_texts(data: bytes) -> Iterator[str]:
    position = (22 if data.startswith(_PLACEABLE) else 0) + 18
    while position + 6 <= len(data):
        size, kind = struct.unpack_from("<IH", data, position)
        if size < 3 or kind == 0:
            return
        if kind == _WMF_TEXT and position + 8 <= len(data):
            count = struct.unpack_from("<H", data, position + 6)[0]
            yield decode(data[position + 8 : position + 8 + count]).text
        elif kind == _WMF_EXT_TEXT and position + 14 <= len(data):
            count, options = struct.unpack_from("<HH", data, position + 10)
            start = position + (22 if options & 6 else 14)
            yield decode(data[start : start + count]).text
        position += 2 * size
