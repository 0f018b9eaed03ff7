"""`marks list`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from materials_lint.cli import _options, _output
from materials_lint.cli.marks import _common

if TYPE_CHECKING:
    from materials_lint.terminal import Screen
    from materials_lint.vision.marks import Mark

_HELP = """List the marks that are looked for: those that come with materials-lint, and your own.

The size is the width in pixels from which on a mark is looked for.
"""


@click.command("list", help=_HELP, short_help="List all marks.")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True, help="How the list is printed.")
@_options.config_option
def command(form: str, config: str | None) -> int:
    marks = _common.marks_of(_options.load(_options.configuration_file(config)))
    if form == "json":
        import json

        _output.show(json.dumps({"marks": [_as_data(mark) for mark in marks]}, indent=2) + "\n")
    else:
        _output.show("\n".join(_lines(marks, _output.screen())) + "\n")
    return 0


def _as_data(mark: Mark) -> dict[str, Any]:
    return {
        "slug": mark.slug,
        "name": mark.name,
        "rule": mark.rule,
        "forms": list(mark.forms),
        "owner": mark.owner,
        "generation": mark.generation,
        "smallest_px": mark.smallest_px,
        "own": _common.is_own(mark),
        "folder": str(mark.folder) if _common.is_own(mark) else None,
        "note": mark.note,
    }


def _lines(marks: tuple[Mark, ...], screen: Screen) -> list[str]:
    own = [mark for mark in marks if _common.is_own(mark)]
    lines = _part("Marks that come with materials-lint", [mark for mark in marks if mark not in own], screen)
    lines += ["", *_part("Your own marks", own, screen)]
    if not own:
        from materials_lint.terminal import indented

        lines += indented('None yet. To add one: materials-lint marks add logo.png --name "PP-26" --rule A03', screen.width, "  ")
    return lines


def _part(title: str, marks: list[Mark], screen: Screen) -> list[str]:
    from materials_lint.terminal import indented, one_line, pad

    wide = max((len(mark.slug) for mark in marks), default=0)
    lines = [screen.paint(title, "bold")]
    for mark in marks:
        lead = f"  {mark.rule}  {pad(mark.slug, wide)}  "
        forms = "1 form" if len(mark.forms) == 1 else f"{len(mark.forms)} forms"
        told = f"{one_line(mark.name)}; {one_line(mark.generation) + '; ' if mark.generation else ''}{forms}; from {mark.smallest_px} px"
        first, *more = indented(told, screen.width, lead)
        lines += [f"  {screen.paint(mark.rule, 'bold')}  {first[len(lead) - wide - 2 :]}", *more]
    return lines
