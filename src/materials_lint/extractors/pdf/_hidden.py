"""Text that a reader of the page does not see.

What the file says about a piece of text (rendering mode, opacity, size) decides where it can; whatever depends on what
lies around it (colour against its ground, things drawn over it, clipping, layers) only makes it a suspect, and the page
is drawn with and without the suspects to see whether they leave a trace.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium

from materials_lint.extractors.pdf import _pdfium
from materials_lint.extractors.pdf._characters import Characters, size_at
from materials_lint.extractors.pdf._drawing import Drawing, Ground, Rect, area, overlap
from materials_lint.extractors.pdf._pdfium import Cells, Frame
from materials_lint.extractors.pdf._seen import unseen
from materials_lint.model.document import Concealment

_INVISIBLE_MODE = 3  # ISO 32000-1, table 106: neither fill nor stroke
_CLIP_MODE = 7
_STROKING = {1, 2, 5, 6}
_TINY = 2.0  # points
_NEAR = 40  # of 255: colours this close may not be told apart
_WHITE = (255, 255, 255)
_SCAN_SHARE = 0.5  # of the page that pictures cover when it is a scan
_TRACE_OF_TEXT = 0.2  # of a scan's letters that may be drawn visibly (stamps, page numbers)


@dataclass(frozen=True, slots=True)
class Clues:
    """What makes more of a page's text suspect: layers that are off, drawing that is all but transparent, covering annotations."""

    layers_off: bool = False
    faint: bool = False
    covers: tuple[Rect, ...] = ()
    may_draw: bool = True


@dataclass(slots=True)
class Run:
    """Neighbouring characters [first, last) that one text object draws."""

    handle: int
    first: int
    last: int
    rect: Rect
    mode: int
    colour: tuple[int, int, int]
    alpha: int
    order: int


def veils(page: pdfium.PdfPage, chars: Characters, drawn: Drawing, frame: Frame, clues: Clues) -> list[Concealment | None] | None:
    """Return for each character how it is concealed, or None where nothing on the page is."""
    runs = list(_runs(chars, drawn))
    told = {id(run): reason for run in runs if (reason := _told(run, chars, frame)) is not None}
    suspects = {id(run): reason for run in runs if id(run) not in told and (reason := _suspicion(run, drawn, clues)) is not None}
    _forgive_scan(runs, told, suspects, drawn, frame)
    checked = [run for run in runs if id(run) in suspects]
    if checked and clues.may_draw:
        hidden = unseen(page, [(run.handle, run.rect) for run in checked], frame)
        told.update({id(run): suspects[id(run)] for run, trace in zip(checked, hidden, strict=True) if trace})
    if not told:
        return None
    result: list[Concealment | None] = [None] * len(chars.text)
    for run in runs:
        if id(run) in told:
            result[run.first : run.last] = [told[id(run)]] * (run.last - run.first)
    return result


def _runs(chars: Characters, drawn: Drawing) -> Iterator[Run]:
    known: dict[int, tuple[int, tuple[int, int, int], int]] = {}
    cells = Cells(ctypes.c_uint, 4)
    for handle, first, at in _pdfium.text_runs(chars.handle, chars.text):
        if handle not in known:
            known[handle] = _looks(handle, cells)
        mode, colour, alpha = known[handle]
        rect = (min(chars.left[first:at]), min(chars.bottom[first:at]), max(chars.right[first:at]), max(chars.top[first:at]))
        yield Run(handle, first, at, rect, mode, colour, alpha, drawn.text_order.get(handle, -1))


def _looks(handle: int, cells: Cells) -> tuple[int, tuple[int, int, int], int]:
    mode = _pdfium.render_mode(handle)
    if not _pdfium.fill_colour(handle, *cells.at):
        return mode, (0, 0, 0), 255
    red, green, blue, alpha = cells.values()
    return mode, (red, green, blue), alpha


def _told(run: Run, chars: Characters, frame: Frame) -> Concealment | None:
    """What the text object itself says."""
    if run.mode == _INVISIBLE_MODE or (run.alpha == 0 and run.mode not in _STROKING):
        return Concealment.INVISIBLE
    if run.rect[3] - run.rect[1] < 2 * _TINY and _is_tiny(run, chars, frame):
        return Concealment.TINY
    return None


def _is_tiny(run: Run, chars: Characters, frame: Frame) -> bool:
    size = size_at(chars, run.first, frame)
    if size is None or size >= _TINY:
        return False
    cells = Cells(ctypes.c_double, 4)
    heights = []
    for at in range(run.first, min(run.last, run.first + 40)):
        if _pdfium.tight_box(chars.handle, at, *cells.at):
            left, right, bottom, top = cells.values()
            heights.append(min(top - bottom, right - left) * frame.scale)
    return bool(heights) and max(heights) < _TINY


def _suspicion(run: Run, drawn: Drawing, clues: Clues) -> Concealment | None:
    """Why the run may be hidden by what is around it."""
    if clues.layers_off:
        return Concealment.HIDDEN_LAYER
    if _covered(run, drawn) or any(overlap(run.rect, cover) >= 0.6 * area(run.rect) for cover in clues.covers):
        return Concealment.COVERED
    if clues.faint or run.mode == _CLIP_MODE or _clipped(run):
        return Concealment.INVISIBLE
    if run.mode in _STROKING:
        return None
    ground = _ground(run, drawn)
    colour = ground.colour if ground else _WHITE
    if colour is None or max(abs(a - b) for a, b in zip(colour, run.colour, strict=True)) <= _NEAR:
        return Concealment.SAME_COLOUR
    return None


def _covered(run: Run, drawn: Drawing) -> bool:
    size = area(run.rect)
    for ground in reversed(drawn.grounds):
        if ground.order < run.order:
            return False
        if size and overlap(run.rect, ground.rect) >= 0.6 * size:
            return True
    return False


def _ground(run: Run, drawn: Drawing) -> Ground | None:
    """What the middle of the run stands on; None for bare paper."""
    x, y = (run.rect[0] + run.rect[2]) / 2, (run.rect[1] + run.rect[3]) / 2
    for ground in reversed(drawn.grounds):
        if ground.order < run.order and ground.rect[0] <= x <= ground.rect[2] and ground.rect[1] <= y <= ground.rect[3]:
            return ground
    return None


def _clipped(run: Run) -> bool:
    """Tell whether a rectangular clip leaves nothing of the text object; both are in the object's own space."""
    clip = _pdfium.clip_path(run.handle)
    if not clip or _pdfium.clip_count(clip) < 1:
        return False
    bounds, point = Cells(ctypes.c_float, 4), Cells(ctypes.c_float, 2)
    if not _pdfium.object_bounds(run.handle, *bounds.at):
        return False
    left, bottom, right, top = bounds.values()
    for path in range(min(8, _pdfium.clip_count(clip))):
        count = _pdfium.clip_segments(clip, path)
        if not 3 <= count <= 6:
            continue
        points = [point.values() for at in range(count) if _pdfium.segment_point(_pdfium.clip_segment(clip, path, at), *point.at)]
        if not points:
            continue
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        if right <= min(xs) or left >= max(xs) or top <= min(ys) or bottom >= max(ys):
            return True
    return False


def _forgive_scan(runs: list[Run], told: dict[int, Concealment], suspects: dict[int, Concealment], drawn: Drawing, frame: Frame) -> None:
    """A scan's recognised text lies unseen in front of or behind the picture: that is how scans are made searchable."""
    paper = (frame.left, frame.bottom, frame.right, frame.top)
    covered = sum(overlap(rect, paper) for _, rect in drawn.pictures)
    if covered < _SCAN_SHARE * area(paper):
        return
    behind = [g for g in drawn.grounds if g.picture and overlap(g.rect, paper) >= 0.05 * area(paper)]
    layer = {id(r) for r in runs if told.get(id(r)) is Concealment.INVISIBLE or (suspects.get(id(r)) is Concealment.COVERED and any(g.order > r.order for g in behind))}
    letters = sum(run.last - run.first for run in runs)
    if sum(run.last - run.first for run in runs if id(run) in layer) >= (1 - _TRACE_OF_TEXT) * letters:
        for key in layer:
            told.pop(key, None)
            suspects.pop(key, None)
