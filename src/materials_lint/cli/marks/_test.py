"""`marks test`."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from materials_lint.cli import _options, _output
from materials_lint.cli.marks import _common

if TYPE_CHECKING:
    from materials_lint.cli.marks._looking import Looked, Match
    from materials_lint.terminal import Screen

_FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP"}
_HELP = """Look for all marks in one picture (or page of a PDF file) and show what is found, where, and how surely.

Of a Word or PowerPoint file, one of the pictures in it is taken.

Use it to see whether a mark that you added is found in a poster, and why it is not. The picture itself is never changed.

\b
Examples:
  materials-lint marks test poster.png
  materials-lint marks test brochure.pdf --page 3 --output boxes.png
"""


@click.command("test", help=_HELP, short_help="Look for marks in a picture.")
@click.argument("picture", metavar="PICTURE")
@click.option("--output", metavar="FILE", help="Write a copy of the picture with a box round each mark (.png, .jpg or .webp).")
@click.option("--force", is_flag=True, help="Replace the --output file where it is there already.")
@_common.page_option
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True, help="How the result is printed.")
@_options.config_option
def command(picture: str, output: str | None, force: bool, page: int, form: str, config: str | None) -> int:
    from materials_lint.cli.marks._looking import Looking, look

    configuration = _options.load(_options.configuration_file(config))
    limits = configuration.limits
    copy_as = _copy_format(picture, output, force) if output is not None else ""
    marks = _common.marks_of(configuration)
    task = Looking(_common.source_of(picture, limits), page, limits, marks, copy_as)
    looked = _common.in_worker(look, task, picture, limits)
    if output is not None:
        _write(Path(output), looked.copy)
    if form == "json":
        import json

        _output.show(json.dumps(_as_data(picture, page, looked), indent=2) + "\n")
    else:
        _output.show("\n".join(_lines(picture, page, looked, len(marks), output, _output.screen())) + "\n")
    return 0


def _copy_format(picture: str, output: str, force: bool) -> str:
    """Return the format of the copy. Raises Problem for one that can't be written, or that would replace a file."""
    path = Path(output)
    if path.suffix.lower() not in _FORMATS:
        raise _options.Problem(f'--output {output}: end the name with .png, .jpg or .webp, for example "boxes.png".')
    with contextlib.suppress(OSError):
        if path.samefile(picture):
            raise _options.Problem(f"--output {output} is the picture itself, which is never changed. Choose another name.")
    if path.exists() and not force:
        raise _options.Problem(f"{output} is there already and was left as it is. Choose another name, or replace it with --force.")
    return _FORMATS[path.suffix.lower()]


def _write(path: Path, data: bytes) -> None:
    """Write the whole file or nothing."""
    draft = ""
    try:
        handle, draft = tempfile.mkstemp(prefix=".boxes-", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(draft).chmod(0o644)
        Path(draft).replace(path)
    except OSError as error:
        if draft:
            Path(draft).unlink(missing_ok=True)
        raise _options.Problem(f"{path} could not be written ({error.strerror}). Choose a folder in which you may write.") from error


def _as_data(picture: str, page: int, looked: Looked) -> dict[str, Any]:
    return {
        "picture": picture,
        "page": page,
        "pages": looked.pages,
        "member": looked.member,
        "unit": looked.unit,
        "width": round(looked.width, 2),
        "height": round(looked.height, 2),
        "found": [_match_data(match) for match in looked.found],
        "missed": [{**_match_data(match), "reason": match.reason} for match in looked.missed],
        "told": list(looked.told),
    }


def _match_data(match: Match) -> dict[str, Any]:
    return {
        "mark": match.slug,
        "name": match.name,
        "rule": match.rule,
        "box": [round(value, 1) for value in match.box],
        "confidence": round(match.confidence, 3),
        "angle": round(match.angle, 1),
    }


def _lines(picture: str, page: int, looked: Looked, marks: int, output: str | None, screen: Screen) -> Iterator[str]:
    from materials_lint.terminal import indented, visible

    unit = "points" if looked.unit == "pt" else "pixels"
    yield screen.paint(visible(picture), "bold") + screen.paint(f"{_which(page, looked)} {screen.dot} {looked.width:.0f} x {looked.height:.0f} {unit}", "dim")
    for told in looked.told:
        yield from indented(told, screen.width, "  ")
    if not looked.found:
        yield f"  None of the {marks} marks was found."
    for match in looked.found:
        yield from _match_lines(match, unit, screen, "red")
    if looked.missed:
        yield ""
        yield screen.paint("Nearest misses", "bold")
    for match in looked.missed:
        yield from _match_lines(match, unit, screen, "yellow")
    if output is not None:
        yield ""
        yield f"The picture with boxes: {visible(output)}"


def _which(page: int, looked: Looked) -> str:
    """Say which page, or which of the pictures in the file, this is."""
    from materials_lint.terminal import one_line

    if looked.member is not None:
        return f", picture {page} of {looked.pages} ({one_line(looked.member)})"
    return f", page {page} of {looked.pages}" if looked.pages > 1 else ""


def _match_lines(match: Match, unit: str, screen: Screen, colour: str) -> Iterator[str]:
    from materials_lint.terminal import indented, one_line

    x0, y0, x1, y1 = match.box
    turned = f", turned by {match.angle:.0f} degrees" if abs(match.angle) >= 1 else ""
    yield f"  {screen.paint(match.rule, colour)}  {one_line(match.name)} ({match.slug})"
    place = f"confidence {match.confidence:.2f}, {x1 - x0:.0f} x {y1 - y0:.0f} {unit} at {x0:.0f}, {y0:.0f} from the top left{turned}"
    yield from indented(place, screen.width, "       ")
    if match.reason:
        yield from indented(one_line(match.reason), screen.width, "       ")
