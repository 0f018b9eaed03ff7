"""Writing a user's own marks: a folder for each, all of it or nothing."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import shutil
import tempfile
import tomllib
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from materials_lint.vision.marks import RULES, Mark, MarkError, load_marks, read_mark, shipped_folder

DEFAULT_RULE = "A03"
_FILE = "mark.toml"
_LONGEST = 60
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)$")  # names that Windows keeps for itself


@dataclass(frozen=True, slots=True)
class Form:
    """One picture of a mark: the bytes of a PNG or SVG file, and the name it came under."""

    data: bytes
    suffix: str
    came_from: str


def slug_of(name: str) -> str:
    """Return the folder's name for a mark: Latin letters and digits, joined by hyphens; what other letters would tell is a number."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST].rstrip("-")
    if not slug or sum(map(str.isalnum, slug)) < sum(map(str.isalnum, name)):
        slug = "-".join(part for part in ("mark", slug, hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:8]) if part)
    return f"mark-{slug}" if _RESERVED.match(slug) else slug


def add_form(folder: Path, name: str, rule: str | None, form: Form) -> Mark:
    """Add a picture to the mark `name` in `folder`, which is made where it is not there; a new mark is of `rule`, or A03.

    Raises MarkError where the name is a shipped mark's, the mark is there under another rule, or has this picture already;
    OSError where nothing can be written. Nothing half-written stays behind.
    """
    name = " ".join(name.split())
    if not name or not name.isprintable():
        raise MarkError("The mark's name is empty or holds characters that can't be shown. Give it a plain name, e.g. --name PP-26.")
    if rule is not None and rule not in RULES:
        raise MarkError(f"There is no rule {rule} for marks. Choose A01 (emblem), A02 (flag) or A03 (event logo).")
    slug = slug_of(name)
    if slug in {mark.slug for mark in load_marks(shipped_folder())}:
        raise MarkError(f'"{name}" is the name of a mark that comes with materials-lint. Choose another name.')
    place = folder / slug
    if place.exists() or place.is_symlink():
        return _added(place, rule, form)
    return _made(place, name, rule or DEFAULT_RULE, form)


def _made(place: Path, name: str, rule: str, form: Form) -> Mark:
    file = _form_name(form, ())
    told = {"name": name, "rule": rule, "owner": "", "generation": "", "smallest_px": 24, "source": f"Added from {_shown(form.came_from)}.", "forms": [file], "note": ""}
    new = [folder for folder in (place.parent, *place.parent.parents) if not folder.exists()]
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=".adding-", dir=place.parent))
        try:
            (draft / file).write_bytes(form.data)
            (draft / _FILE).write_text(_toml(told), encoding="utf-8", newline="\n")
            draft.chmod(0o755)
            draft.rename(place)
        except OSError:
            shutil.rmtree(draft, ignore_errors=True)
            raise
    except OSError:
        for folder in new:
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise
    return read_mark(place / _FILE)


def _added(place: Path, rule: str | None, form: Form) -> Mark:
    if not (place / _FILE).is_file():
        raise MarkError(f"{place} is there already and is no mark. Choose another name, or take it away.")
    mark = read_mark(place / _FILE)
    if rule not in (None, mark.rule):
        raise MarkError(f'The mark "{mark.name}" is there already, under the rule {mark.rule}. Leave out --rule to add a picture to it, or choose another name.')
    if any((place / known).read_bytes() == form.data for known in mark.forms):
        raise MarkError(f'The mark "{mark.name}" has this picture already. Nothing was changed.')
    told: dict[str, Any] = tomllib.loads((place / _FILE).read_text(encoding="utf-8"))
    file = _form_name(form, [entry.name for entry in place.iterdir()])
    told["forms"] = [*mark.forms, file]
    if any(not isinstance(value, str | int | float | list) for value in told.values()):
        raise MarkError(f"{place / _FILE} holds more than materials-lint writes itself. Copy the picture into that folder and add its name to `forms` by hand.")
    try:
        _write(place / file, form.data)
        _write(place / _FILE, _toml(told).encode())
    except OSError:
        with contextlib.suppress(OSError):
            (place / file).unlink()
        raise
    return read_mark(place / _FILE)


def _write(path: Path, data: bytes) -> None:
    handle, draft = tempfile.mkstemp(prefix=".adding-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(draft).chmod(0o644)
        Path(draft).replace(path)
    except OSError:
        Path(draft).unlink(missing_ok=True)
        raise


def _form_name(form: Form, taken: list[str] | tuple[()]) -> str:
    stem = slug_of(Path(form.came_from).stem) or "form"
    known = {name.lower() for name in taken}
    names = (f"{stem}{number}{form.suffix}" for number in ("", *(f"-{n}" for n in range(2, len(known) + 3))))
    return next(name for name in names if name not in known)


def _shown(text: str) -> str:
    return "".join(char if char.isprintable() else "?" for char in text)


def _toml(told: dict[str, Any]) -> str:
    return "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in told.items())
