"""Looking for reference marks: a file's pages and pictures are drawn and looked at, each picture once. Pixels stay in this process."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from materials_lint.engine.merging import wanted
from materials_lint.extractors.base import Canvas, Format
from materials_lint.model.document import Document, Gap, NotReadError, Reason, Sighting
from materials_lint.model.geometry import Box
from materials_lint.model.source import MIB, Source
from materials_lint.policy.configuration import Configuration

if TYPE_CHECKING:
    from materials_lint.vision.sight import Seen, Sight

SMALLEST = 24
USUAL_SIZE = 16 * MIB  # larger files get more time in proportion
_MARKS = ("A01", "A02", "A03")
_EMBLEM_NEEDED_BY = ("A01", "A04")
_SAME_PLACE = 0.6  # share of the smaller of two marks that lies in the other
_NEARLY_AS_SURE = 0.2
_BY_EYE = "Look at it yourself."
_CROP = 160  # pixels of the longer side of the picture kept as evidence
_MARGIN = 0.12


@dataclass(frozen=True, slots=True)
class Looked:
    """What was seen in one document, and what of it could not be looked at; `whole` tells that pictures in it were drawn along with it."""

    sightings: tuple[Sighting, ...] = ()
    gaps: tuple[Gap, ...] = ()
    whole: bool = False


def rules_looked_for(configuration: Configuration) -> tuple[str, ...]:
    """Return the rules whose marks are looked for; the letterhead's rule needs the emblem."""
    return tuple(code for code in _MARKS if any(wanted(rule, configuration) for rule in (_EMBLEM_NEEDED_BY if code == "A01" else (code,))))


class Eyes:
    """Looks at all that is in one file. When its time is up, it says so once and looks no further."""

    def __init__(self, configuration: Configuration, size: int) -> None:
        """Get ready for a file of `size` bytes; nothing is loaded until there is something to look at."""
        self._configuration = configuration
        self._rules = rules_looked_for(configuration)
        self._known: dict[str, Looked] = {}
        self._seconds = configuration.limits.max_seconds * max(1.0, size / USUAL_SIZE)
        self._spent = 0.0
        self._told = False

    def look(self, form: Format, source: Source, pages: tuple[int, int] | None = None) -> Looked:
        """Draw a file that was read as `form`, or its pages [first, end), and return what is seen in it."""
        if form.canvases is None or not self._rules:
            return Looked()
        key = f"{source.sha256}:{pages}"
        if key not in self._known:
            begun = time.process_time()
            self._known[key] = self._all(form, source, pages)
            self._spent += time.process_time() - begun
        return self._known[key]

    def seen(self, sha256: str) -> tuple[Sighting, ...]:
        """Return what was seen before in a picture with these bytes."""
        looked = self._known.get(f"{sha256}:None")
        return looked.sightings if looked is not None else ()

    def _all(self, form: Format, source: Source, pages: tuple[int, int] | None) -> Looked:
        sightings: list[Sighting] = []
        gaps: list[Gap] = []
        begun = time.process_time()
        try:
            for drawn in form.canvases(source, self._configuration.limits, pages) if form.canvases is not None else ():
                if isinstance(drawn, Gap):
                    gaps.append(drawn)
                elif self._spent + time.process_time() - begun > self._seconds:
                    gaps += self._late()
                    break
                elif min(drawn.pixels.shape[:2]) >= SMALLEST:
                    sightings += seen_on(drawn, sight_for(self._rules, self._configuration.marks.folder))
        except NotReadError as error:
            gaps.append(error.as_gap())
        except MemoryError:
            gaps.append(Gap(Reason.MEMORY, f"Looking for marks takes more memory than max_memory_mib under [limits] allows. {_BY_EYE} Or raise that limit."))
        except Exception as error:  # noqa: BLE001 - what was read must not be lost for want of looking
            gaps.append(Gap(Reason.CRASH, f"Looking for marks failed ({_said(error)}). {_BY_EYE}"))
        return Looked(tuple(sightings), tuple(gaps), whole=not gaps)

    def _late(self) -> list[Gap]:
        if self._told:
            return []
        self._told = True
        limit = f"max_seconds = {self._configuration.limits.max_seconds} under [limits]"
        told = f"Looking for marks took longer than {limit} allows; the pages and pictures from here on were not looked at."
        return [Gap(Reason.TIMEOUT, f"{told} {_BY_EYE} Or raise that limit.")]


def _said(error: Exception) -> str:
    from materials_lint.vision.marks import MarkError

    return str(error) if isinstance(error, MarkError) else f"{type(error).__name__}; please report it"


@lru_cache(maxsize=2)
def sight_for(rules: tuple[str, ...], own: str) -> Sight:
    """Make ready to look for the marks of these rules, the user's own among them; costs a second, so it is kept. Raises MarkError."""
    import cv2

    from materials_lint.vision.marks import all_marks
    from materials_lint.vision.sight import Sight

    cv2.setNumThreads(1)  # each worker is one of many
    needed = {*rules, "A01"} if "A02" in rules else set(rules)  # the flag is told by the emblem in it
    return Sight([mark for mark in all_marks(Path(own) if own else None) if mark.rule in needed])


def seen_on(canvas: Canvas, sight: Sight) -> list[Sighting]:
    """Return the marks on a canvas, one a place."""
    return distinct([_told(seen, canvas) for seen in sight.look(canvas.pixels)])


def _told(seen: Seen, canvas: Canvas) -> Sighting:
    mark = seen.mark
    sure, turn = round(float(seen.confidence), 3), round(float(seen.angle), 1)
    return Sighting(mark.slug, mark.name, mark.rule, sure, canvas.page, canvas.place(seen.box), turn, _crop(canvas, seen.box))


def _crop(canvas: Canvas, box: tuple[float, float, float, float]) -> str:
    """Return the place with a margin as a small JPEG picture in a data URL."""
    import base64

    import cv2
    import numpy as np

    from materials_lint.vision.grounds import on_grounds

    height, width = canvas.pixels.shape[:2]
    x0, y0, x1, y1 = box
    margin = _MARGIN * max(x1 - x0, y1 - y0)
    part = canvas.pixels[max(0, int(y0 - margin)) : min(height, int(y1 + margin)), max(0, int(x0 - margin)) : min(width, int(x1 + margin))]
    if not part.size:
        return ""
    if part.shape[2] == 4:
        part = next(iter(on_grounds(part)), part[..., :3])
    scale = min(1.0, _CROP / max(part.shape[:2]))
    small = cv2.resize(part, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    _, packed = cv2.imencode(".jpg", cv2.cvtColor(np.ascontiguousarray(small), cv2.COLOR_RGB2BGR), [cv2.IMWRITE_JPEG_QUALITY, 80])
    return "data:image/jpeg;base64," + base64.b64encode(packed.tobytes()).decode("ascii")


def distinct(sightings: Sequence[Sighting]) -> list[Sighting]:
    """Keep one mark a place: the surest, or a larger one around it (a name beside the emblem, a flag) that is nearly as sure."""
    kept: list[Sighting] = []
    for found in sorted(sightings, key=lambda s: -s.confidence):
        rival = next((n for n, other in enumerate(kept) if _same_place(found.box, other.box)), None)
        if rival is None:
            kept.append(found)
        elif _area(found.box) > 1.3 * _area(kept[rival].box) and found.confidence >= kept[rival].confidence - _NEARLY_AS_SURE:
            kept[rival] = replace(found, confidence=kept[rival].confidence)
    return sorted(kept, key=lambda s: (s.page or 0, s.box.y0 if s.box else 0.0, s.box.x0 if s.box else 0.0, s.mark))


def _area(box: Box | None) -> float:
    return max(0.0, box.x1 - box.x0) * max(0.0, box.y1 - box.y0) if box is not None else 0.0


def _same_place(one: Box | None, other: Box | None) -> bool:
    if one is None or other is None:
        return one is other
    shared = max(0.0, min(one.x1, other.x1) - max(one.x0, other.x0)) * max(0.0, min(one.y1, other.y1) - max(one.y0, other.y0))
    return shared > _SAME_PLACE * min(_area(one), _area(other))


def with_looked(document: Document, looked: Looked) -> Document:
    """Return a document with what was seen in it."""
    return replace(document, sightings=looked.sightings, gaps=(*document.gaps, *looked.gaps))
