"""The entry point, and the one place where exceptions become sentences and exit codes."""

from __future__ import annotations

import errno
import gc
import importlib
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from materials_lint import __version__, plugins
from materials_lint.cli import _output
from materials_lint.engine.guard import refuse_network

NOT_CHECKED = 2
INTERRUPTED = 130
_RARELY = 50_000
_NO_ROOM = (errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC))
_PACKAGE = "materials_lint.cli"
_HELP = """Check election-campaign materials against ITU Ethics Office Guidance Note 17-01.

It reads brochures, letters, slides, e-mails, web pages and pictures on this computer, sends nothing anywhere and changes no file.

\b
  materials-lint check brochure.pdf       check one file
  materials-lint check my-campaign/       check all files of a folder
  materials-lint explain A05              tell what a rule means
"""


class _Commands(click.Group):
    """The commands as they lie in this folder; each is imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own signature
        return [name for name in plugins.names(_PACKAGE) if name != "main"]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = importlib.import_module(f"{_PACKAGE}.{cmd_name}").COMMAND
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if not name.startswith("-") and name not in self.list_commands(ctx):
            raise click.UsageError(_unknown(name, self.list_commands(ctx)), ctx)
        return super().resolve_command(ctx, args)


def _unknown(name: str, known: list[str]) -> str:
    import difflib

    if Path(name).exists():
        return f"To check {name}, write: materials-lint check {name}"
    close = difflib.get_close_matches(name, known, n=1)
    meant = f' Did you mean "{close[0]}"?' if close else ""
    return f'There is no command "{name}".{meant} The commands are: {", ".join(known)}.'


@click.group(cls=_Commands, name="materials-lint", help=_HELP, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="materials-lint", message="%(prog)s %(version)s", help="Show the version and exit.")
@click.option("--debug", is_flag=True, help="Show the technical details when something goes wrong.")
@click.pass_context
def cli(context: click.Context, debug: bool) -> int:  # noqa: ARG001 - `main` takes --debug from anywhere in the line
    if context.invoked_subcommand is not None:
        return 0
    _output.show(context.get_help() + "\n")
    return NOT_CHECKED


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code.

    0: all was checked and nothing was found. 1: findings. 2: not fully checked, or the command or the configuration was
    wrong. 130: interrupted.
    """
    gc.set_threshold(_RARELY)  # most of a short run is loading, where collecting garbage finds none
    given = list(sys.argv[1:] if arguments is None else arguments)
    debug = _takes_debug(given)
    _output.prepare()
    refuse_network()
    try:
        code = _run(given)
    except Exception as error:  # noqa: BLE001 - this is the one place that catches all
        code = _explained(error, debug)
    except KeyboardInterrupt:
        code = _interrupted()
    _output.finish()
    return code


def _takes_debug(given: list[str]) -> bool:
    end = given.index("--") if "--" in given else len(given)
    if "--debug" not in given[:end]:
        return False
    given.remove("--debug")
    return True


def _run(given: list[str]) -> int:
    try:
        result = cli.main(given, prog_name="materials-lint", standalone_mode=False)
    except click.Abort:
        return _interrupted()
    except click.ClickException as error:
        return _misused(error)
    return result if isinstance(result, int) else 0


def _interrupted() -> int:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # we are going already
    _output.tell("Stopped before the end: nothing is known about the files that were not reached.")
    return INTERRUPTED


def _misused(error: click.ClickException) -> int:
    _output.tell(error.format_message())
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is not None:
        _output.tell(f"For help: {context.command_path} --help")
    return NOT_CHECKED


def _explained(error: Exception, debug: bool) -> int:
    from materials_lint.policy.configuration import ConfigurationError

    if isinstance(error, ConfigurationError | _output.CanNotWriteError):
        _output.tell(str(error))
    elif isinstance(error, OSError) and error.errno in _NO_ROOM:
        _output.tell(f"There is no room left to write to ({error.strerror}); the work was not finished. Make room, or write to another place.")
    else:
        _output.tell(
            f"Something went wrong inside materials-lint itself ({type(error).__name__}); the work was not finished, and no file was changed. "
            "Run the same command again with --debug and report what it prints. Look it over first: it may hold words of your draft."
        )
    if debug:
        import traceback

        _output.tell("".join(traceback.format_exception(error)))
    return NOT_CHECKED
