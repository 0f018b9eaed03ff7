"""`init`: write a configuration file to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from materials_lint.cli import _options, _output

_HELP = """Write "materials-lint.toml", the file with your settings, into the folder you are in.

It holds every setting with an explanation. Nothing is switched on until you fill it in: whose materials these are, say, or which files of a folder are not
drafts. No setting makes ITU's own addresses, numbers and web sites the candidate's: they are reported all the same.
"""


@click.command("init", help=_HELP, short_help="Write a settings file to fill in.")
@click.option("--force", is_flag=True, help="Replace a settings file that is there already.")
def command(force: bool) -> int:
    from materials_lint.policy.settings import FILE_NAME, template

    path = Path(FILE_NAME)
    try:
        with path.open("w" if force else "x", encoding="utf-8", newline="\n") as file:
            file.write(template())
    except FileExistsError:
        raise _options.Problem(f"{FILE_NAME} is here already and was left as it is. To replace it: materials-lint init --force") from None
    except OSError as error:
        raise _options.Problem(f"{FILE_NAME} could not be written ({error.strerror}). Go to a folder in which you may write.") from error
    _output.show(f"{FILE_NAME} was written. Open it in a text editor, fill in what you know, and run: materials-lint check PATH\n")
    return 0


COMMAND = command
