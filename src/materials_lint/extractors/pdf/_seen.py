"""Whether pieces of text leave a trace on the drawn page: it is drawn with them and without them, and the two compared."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor, isfinite
from typing import Any

import pypdfium2 as pdfium

from materials_lint.extractors.pdf import _pdfium
from materials_lint.extractors.pdf._drawing import Rect
from materials_lint.extractors.pdf._pdfium import Frame

_LEAST_CONTRAST = 12  # of 255 in any colour: paler than this is not noticed
_LETTER_PIXELS = 14.0  # how tall the smallest suspect is drawn
_MARGIN = 4.0  # points drawn around the suspects
_SCALES = (1.0, 3.0)
_GLANCE = 800.0  # pixels of the longer side of a page that is only looked at for being blank
_MOST_PIXELS = 25_000_000


def unseen(page: pdfium.PdfPage, suspects: Sequence[tuple[int, Rect]], frame: Frame) -> list[bool]:
    """Return for each suspect (address of a text object, its place in user space) whether drawing it changes nothing that can be seen."""
    from PIL import ImageChops

    places = [frame.place(*rect) for _, rect in suspects]
    scale = _scale(places, frame)
    if scale is None:
        return [False] * len(suspects)
    crop = _around(places, frame)
    with_them = _drawn(page, scale, crop)
    handles = {handle for handle, _ in suspects}
    for handle in handles:
        _pdfium.set_active(handle, 0)
    try:
        without = _drawn(page, scale, crop)
    finally:
        for handle in handles:
            _pdfium.set_active(handle, 1)
    if with_them.size != without.size:
        return [False] * len(suspects)
    trace = ImageChops.difference(with_them, without)
    left, top = crop[0] * scale, crop[1] * scale
    return [_flat(trace, [value * scale - shift for value, shift in zip(place, (left, top, left, top), strict=True)]) for place in places]


def blank(page: pdfium.PdfPage, frame: Frame) -> bool:
    """Tell whether the page as drawn shows nothing, or one even colour."""
    longest = max(frame.width, frame.height)
    if longest <= 0 or min(frame.width, frame.height) <= 0:
        return True
    drawn = _drawn(page, min(1.0, _GLANCE / longest))
    return all(most - least < _LEAST_CONTRAST for least, most in drawn.getextrema())


def _scale(places: Sequence[tuple[float, float, float, float]], frame: Frame) -> float | None:
    heights = [min(y1 - y0, x1 - x0) for x0, y0, x1, y1 in places if isfinite(x0 + y0 + x1 + y1) and y1 > y0 and x1 > x0]
    if not heights or frame.width <= 0 or frame.height <= 0:
        return None
    scale = min(_SCALES[1], max(_SCALES[0], _LETTER_PIXELS / max(0.1, min(heights))))
    most = (_MOST_PIXELS / (frame.width * frame.height)) ** 0.5
    return min(scale, most) if most >= 0.3 else None


def _around(places: Sequence[tuple[float, float, float, float]], frame: Frame) -> tuple[float, float, float, float]:
    """The part of the page (left, top, right, bottom in points) that holds all places."""
    known = [place for place in places if all(map(isfinite, place))]
    left, top = max(0.0, min(p[0] for p in known) - _MARGIN), max(0.0, min(p[1] for p in known) - _MARGIN)
    right, bottom = min(frame.width, max(p[2] for p in known) + _MARGIN), min(frame.height, max(p[3] for p in known) + _MARGIN)
    return (left, top, right, bottom) if left < right and top < bottom else (0.0, 0.0, frame.width, frame.height)


def _drawn(page: pdfium.PdfPage, scale: float, part: tuple[float, float, float, float] | None = None) -> Any:
    crop = (0.0, 0.0, 0.0, 0.0)
    if part is not None:
        width, height = page.get_size()
        crop = (part[0], height - part[3], width - part[2], part[1])
    drawn = page.render(scale=scale, crop=crop, may_draw_forms=False).to_pil()
    return drawn if drawn.mode == "RGB" else drawn.convert("RGB")


def _flat(trace: Any, place: Sequence[float]) -> bool:
    """Tell whether the two drawings agree at `place` (pixels); what lies off the page is judged elsewhere."""
    x0, y0, x1, y1 = place
    if not isfinite(x0 + y0 + x1 + y1):
        return False
    left, top = max(0, floor(x0) - 1), max(0, floor(y0) - 1)
    right, bottom = min(trace.width, ceil(x1) + 1), min(trace.height, ceil(y1) + 1)
    if right <= left or bottom <= top:
        return False
    return bool(max(most for _, most in trace.crop((left, top, right, bottom)).getextrema()) < _LEAST_CONTRAST)
