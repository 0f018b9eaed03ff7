"""`marks add`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from materials_lint.cli import _options, _output
from materials_lint.cli.marks import _common

if TYPE_CHECKING:
    from materials_lint.policy.configuration import Configuration
    from materials_lint.vision.marks import Mark

_FOLDER = "my-marks"
_HELP = """Add a mark of your own from one picture: PNG, JPEG, SVG or a page of a PDF file, the logo alone on an even or transparent ground.

It is cut to the logo and kept in the folder that your settings name (folder under [marks] in materials-lint.toml), else in "my-marks" beside
the settings. A second picture under the same name becomes another form of the same mark.

\b
Examples:
  materials-lint marks add logo.png --name "PP-26" --rule A03
  materials-lint marks add handbook.pdf --page 2 --name "PP-26"
"""


@click.command("add", help=_HELP, short_help="Add a mark of your own.")
@click.argument("picture", metavar="PICTURE")
@click.option("--name", required=True, metavar="NAME", help='What a person calls the mark, e.g. "PP-26".')
@click.option(
    "--rule", metavar="CODE", help="The rule that reports it: A01 (emblem), A02 (flag) or A03 (event logo).  [default: A03, or the rule of the mark that is there]"
)
@click.option("--folder", metavar="FOLDER", help="Keep it in this folder instead.")
@_common.page_option
@click.option("--keep-border", is_flag=True, help="Take the picture as it is, where its even ground is part of the logo.")
@_options.config_option
def command(picture: str, name: str, rule: str | None, folder: str | None, page: int, keep_border: bool, config: str | None) -> int:  # noqa: PLR0917 - one for each option
    from materials_lint.cli.marks._cutting import Cutting, cut
    from materials_lint.vision.marks import MarkError
    from materials_lint.vision.own import Form, add_form

    file = _options.configuration_file(config)
    configuration = _options.load(file)
    limits = configuration.limits
    place = _place(folder, configuration, file)
    task = Cutting(_common.source_of(picture, limits), page, limits, keep_border)
    piece = _common.in_worker(cut, task, picture, limits)
    try:
        mark = add_form(place, name, rule.strip().upper() if rule is not None else None, Form(piece.data, piece.suffix, Path(picture).name))
    except MarkError as error:
        raise _options.Problem(str(error)) from error
    except OSError as error:
        raise _options.Problem(f"The mark could not be written to {place} ({error.strerror}). Nothing was added. Name another folder with --folder.") from error
    lines = [_told(mark, piece.size), *piece.notes, *_setting(place, configuration, file)]
    _output.show("\n".join(lines) + "\n")
    return 0


def _place(folder: str | None, configuration: Configuration, file: Path | None) -> Path:
    if folder is not None:
        if not folder.strip():
            raise _options.Problem("--folder is empty. Name the folder that keeps your marks, or leave it out.")
        return Path(folder)
    if configuration.marks.folder:
        return Path(configuration.marks.folder)
    return (file.parent if file is not None else Path()) / _FOLDER


def _told(mark: Mark, size: tuple[int, int]) -> str:
    from materials_lint.terminal import visible

    forms = len(mark.forms)
    path = visible(_near(mark.folder / mark.forms[-1]))
    if forms == 1:
        return f"{visible(mark.name)} was added under the rule {mark.rule}: {path} ({size[0]} x {size[1]} pixels)."
    return f"{visible(mark.name)} ({mark.rule}) has {forms} pictures now. The new one: {path} ({size[0]} x {size[1]} pixels)."


def _near(path: Path) -> str:
    """Return the path as seen from the folder the user is in, where it lies in that."""
    home = Path.cwd()
    return str(path.relative_to(home)) if path.is_relative_to(home) else str(path)


def _setting(place: Path, configuration: Configuration, file: Path | None) -> Iterator[str]:
    """Say what to write into the settings where they don't name the folder."""
    from materials_lint.policy.settings import FILE_NAME
    from materials_lint.terminal import visible

    named = configuration.marks.folder
    if named and Path(named).resolve() == place.resolve():
        return
    home = file.parent if file is not None else Path()
    line = f"folder = {_quoted(_from(home, place))}"
    yield ""
    if named:
        yield f"It is not looked for yet: {visible(str(file))} names another folder for your marks ({visible(named)}). Use that one, or write under [marks]:"
    elif file is not None:
        yield f"So that it is looked for, write this line into {visible(str(file))}, below [marks] (add that line too where it is missing):"
    else:
        yield f'So that it is looked for, write these two lines into {FILE_NAME} in this folder ("materials-lint init" makes that file):'
    yield from ("", "  [marks]", f"  {line}")


def _from(home: Path, place: Path) -> str:
    try:
        return Path(os.path.relpath(place.resolve(), home.resolve())).as_posix()
    except ValueError:  # another drive on Windows
        return place.resolve().as_posix()


def _quoted(text: str) -> str:
    import json

    return json.dumps(text, ensure_ascii=not text.isprintable())
