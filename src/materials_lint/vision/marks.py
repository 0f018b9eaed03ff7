"""Reference marks: one folder a mark, with its pictures and `mark.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from materials_lint.vision.drawing import NotDrawnError, draw_svg

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_SIDE = 256
_SMALLEST = 24
_THRESHOLD = 0.62  # likeness at which a place is as likely the mark as not
_MOST = 512 * 512 * 64
RULES = frozenset({"A01", "A02", "A03"})


class MarkError(ValueError):
    """A mark's folder can't be used; the message says which, why, and what to do."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A reference mark. `forms` are the files of its pictures; they are opened when asked for.

    `core` is the part that sets it apart, (x0, y0, x1, y1) in shares of its picture: where what is around it is not the mark's alone, the core must be seen too.
    """

    slug: str
    name: str
    rule: str
    folder: Path
    forms: tuple[str, ...]
    owner: str = ""
    generation: str = ""
    smallest_px: int = _SMALLEST
    threshold: float = _THRESHOLD
    note: str = ""
    core: tuple[float, float, float, float] | None = None

    def pictures(self, side: int = _SIDE) -> list[NDArray[np.uint8]]:
        """Return every form as RGBA, shape (height, width, 4), at most `side` pixels long. Raises MarkError."""
        return [_picture(self.folder / form, side) for form in self.forms]


def load_marks(folder: Path) -> tuple[Mark, ...]:
    """Return the marks whose folders lie in `folder`, by name of the folder; none where there is no such folder. Raises MarkError."""
    return tuple(_mark(file) for file in sorted(folder.glob("*/mark.toml")))


def all_marks(own: Path | None = None) -> tuple[Mark, ...]:
    """Return the shipped marks and those in the user's folder `own`, by slug.

    Raises MarkError where a mark can't be used, where there is no folder `own`, or where a mark in it has the slug of a shipped one.
    """
    marks = {mark.slug: mark for mark in load_marks(shipped_folder())}
    if own is None:
        return tuple(marks[slug] for slug in sorted(marks))
    if not own.is_dir():
        raise MarkError(f"The folder {own}, which `folder` under [marks] names, is not there. Add a mark with `materials-lint marks add`, or mend the setting.")
    for mark in load_marks(own):
        if mark.slug in marks:
            raise MarkError(f"The mark in {mark.folder} has the name of a mark that comes with materials-lint ({marks[mark.slug].name}). Give its folder another name.")
        marks[mark.slug] = mark
    return tuple(marks[slug] for slug in sorted(marks))


def read_mark(file: Path) -> Mark:
    """Return the mark that a `mark.toml` describes. Raises MarkError."""
    return _mark(file)


def shipped_folder() -> Path:
    """Return where the marks lie that come with the program: in the package, or beside the sources of a checkout."""
    package = Path(__file__).parent.parent
    inside = package / "reference_marks"
    return inside if inside.is_dir() else package.parent.parent / "reference_marks"


def _mark(file: Path) -> Mark:
    try:
        told = tomllib.loads(file.read_text(encoding="utf-8"))
        mark = Mark(
            slug=file.parent.name,
            name=str(told["name"]),
            rule=str(told["rule"]),
            folder=file.parent,
            forms=tuple(str(form) for form in told["forms"]),
            owner=str(told.get("owner", "")),
            generation=str(told.get("generation", "")),
            smallest_px=int(told.get("smallest_px", _SMALLEST)),
            threshold=float(told.get("threshold", _THRESHOLD)),
            note=str(told.get("note", "")),
            core=_core(told.get("core")),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise MarkError(f"The mark in {file.parent} can't be used: {error}. Add it anew with `materials-lint marks add`, or take its folder away.") from error
    if mark.rule not in RULES:
        raise MarkError(f"The mark in {file.parent} names the rule {mark.rule}; marks belong to {', '.join(sorted(RULES))}.")
    if not mark.forms or not all((mark.folder / form).is_file() for form in mark.forms):
        raise MarkError(f"The mark in {file.parent} names pictures (forms) that are not there. Add it anew with `materials-lint marks add`.")
    return mark


def _core(told: Any) -> tuple[float, float, float, float] | None:
    if told is None:
        return None
    x0, y0, x1, y1 = (float(share) for share in told)
    if not (0 <= x0 < x1 <= 1 and 0 <= y0 < y1 <= 1):
        raise ValueError("core must be [x0, y0, x1, y1] in shares of the picture, from 0 to 1")
    return x0, y0, x1, y1


def _picture(file: Path, side: int) -> NDArray[np.uint8]:
    import numpy as np
    from PIL import Image, UnidentifiedImageError

    try:
        if file.suffix.lower() == ".svg":
            return draw_svg(file.read_text(encoding="utf-8"), side)
        with Image.open(file) as opened:
            if opened.width * opened.height > _MOST:
                raise MarkError(f"The picture {file} is too large. Use one of at most 4,000 pixels a side.")
            picture = opened.convert("RGBA")
    except (OSError, UnidentifiedImageError, NotDrawnError, ValueError) as error:
        raise MarkError(f"The picture {file} can't be read ({error}). Use PNG, JPEG or SVG.") from error
    picture.thumbnail((side, side), Image.Resampling.LANCZOS)
    return np.asarray(picture)
