"""What the commands share: the configuration from its file and from options, paths, and names that may be misspelt."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from materials_lint.policy.configuration import Configuration
    from materials_lint.policy.rules import Rule

STDIN = "-"
_Function = TypeVar("_Function", bound=Callable[..., Any])


class Problem(click.ClickException):
    """The command can't do what was asked; the message says why and what to do."""

    exit_code = 2


def config_option(function: _Function) -> _Function:
    return click.option("--config", metavar="FILE", help='Read the settings from FILE instead of "materials-lint.toml" in the folder you are in.')(function)


def stdin_option(function: _Function) -> _Function:
    return click.option("--stdin-filename", metavar="NAME", default=STDIN, show_default=False, help='With "-" as path: the name under which the input is reported.')(
        function
    )


def jobs_option(function: _Function) -> _Function:
    return click.option(
        "--jobs",
        type=click.IntRange(0, 256),
        metavar="NUMBER",
        help="How many files are read at once, each in a process of its own.  [default: one a processor; 0: in this process, without limits on time and memory]",
    )(function)


def need_paths(paths: tuple[str, ...], command: str) -> None:
    """Raise UsageError where no path was given, or an empty one."""
    if not paths:
        raise click.UsageError(f"Name at least one file or folder, for example: materials-lint {command} brochure.pdf", click.get_current_context())
    if not all(paths):
        raise click.UsageError('One of the paths is empty (""). Name a file or folder there, or write . for the folder you are in.', click.get_current_context())


def stdin_bytes(paths: tuple[str, ...]) -> bytes | None:
    """Return what standard input holds where "-" is among the paths."""
    if STDIN not in paths:
        return None
    if sys.stdin is None or sys.stdin.isatty():
        raise Problem('"-" reads what another program hands over, and none does. Name a file instead, or write: materials-lint check - < FILE')
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        raise Problem(f'Standard input can\'t be read ({error.strerror}). Name a file or folder instead of "-".') from error


def configuration_file(config: str | None) -> Path | None:
    """Return the file to read: the one named, or materials-lint.toml of the start folder, or none."""
    from materials_lint.policy.settings import find

    return Path(config) if config is not None else find(Path())


def load(file: Path | None) -> Configuration:
    """Read the configuration, or the defaults without a file. Raises ConfigurationError."""
    from materials_lint.policy.configuration import Configuration
    from materials_lint.policy.settings import load as load_file

    return load_file(file) if file is not None else Configuration()


def with_options(configuration: Configuration, **given: Any) -> Configuration:
    """Return the configuration with those settings of [check] that were given on the command line."""
    return replace(configuration, check=replace(configuration.check, **{key: value for key, value in given.items() if value is not None}))


def codes(values: Iterable[str]) -> tuple[str, ...] | None:
    """Split comma lists; None where nothing was given."""
    found = tuple(part.strip() for value in values for part in value.split(",") if part.strip())
    return found or None


def with_known_rules(configuration: Configuration, rules: Mapping[str, Rule]) -> Configuration:
    """Return the configuration with rules by their codes. Raises Problem for a code, letter or name that no rule has."""
    check = configuration.check
    return with_options(configuration, select=tuple(_code(word, rules) for word in check.select), ignore=tuple(_code(word, rules) for word in check.ignore))


def _code(word: str, rules: Mapping[str, Rule]) -> str:
    wanted = word.strip().upper()
    if wanted and any(code.startswith(wanted) for code in rules):
        return wanted
    by_name = {rule.name.upper(): code for code, rule in rules.items()}
    if wanted in by_name:
        return by_name[wanted]
    raise Problem(f'There is no rule "{word}".{nearest(wanted, [*rules, *(rule.name for rule in rules.values())])} "materials-lint rules" lists them all.')


def nearest(word: str, known: Iterable[str]) -> str:
    """Return ` Did you mean "..."?` where one of the known words is like it, else nothing."""
    spelled = {name.upper(): name for name in known}
    close = difflib.get_close_matches(word.upper(), spelled, n=1, cutoff=0.5)
    return f' Did you mean "{spelled[close[0]]}"?' if close else ""
