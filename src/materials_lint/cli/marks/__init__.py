"""`marks`: the marks that are looked for, and the user's own."""

from __future__ import annotations

import click

from materials_lint.cli import _output
from materials_lint.cli.marks import _add, _list, _test

_HELP = """Show the emblems and logos that are looked for, add your own, and try them on a picture.

\b
  materials-lint marks list                                    show all marks
  materials-lint marks add logo.png --name "PP-26" --rule A03  add a mark of your own
  materials-lint marks test poster.png --output boxes.png      show what is found in a picture, and where
"""


@click.group("marks", help=_HELP, short_help="Show and add the marks that are looked for.", invoke_without_command=True)
@click.pass_context
def command(context: click.Context) -> int:
    if context.invoked_subcommand is not None:
        return 0
    _output.show(context.get_help() + "\n")
    return 2


for _command in (_add.command, _list.command, _test.command):
    command.add_command(_command)

COMMAND = command
