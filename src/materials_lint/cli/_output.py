"""Writing to the terminal: results on standard output, all else on standard error. Never fails for a character or a closed pipe."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from typing import TextIO

from materials_lint.terminal import Screen, columns, pad, shorten, visible

_PLAIN_WIDTH = 100


class CanNotWriteError(Exception):
    """Standard output takes nothing; the message says why and what to do."""


def prepare() -> None:
    """Make both streams write what their encoding does not know as escapes instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError, OSError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]


def finish() -> None:
    """Flush, quietly where the reader of a pipe has gone."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            _discard(stream)


def show(text: str) -> None:
    """Write a result to standard output. Raises CanNotWriteError where it takes nothing (a full disk, a closed stream)."""
    if sys.stdout is None:
        raise CanNotWriteError("Standard output is closed, so the result can't be shown. Run the command without closing it.")
    try:
        _write(sys.stdout, text)
    except OSError as error:
        _discard(sys.stdout)
        raise CanNotWriteError(f"The result could not be written to standard output ({error.strerror}). Send it to another place, with room for it.") from error


def tell(message: str) -> None:
    """Write a message to standard error, each of its lines escaped; where that takes nothing, nobody can be told."""
    if sys.stderr is None:
        return
    try:
        _write(sys.stderr, "".join(visible(line) + "\n" for line in message.splitlines()))
    except OSError:
        _discard(sys.stderr)


def _write(stream: TextIO, text: str) -> None:
    try:
        if os.name == "nt" and stream.isatty():
            import click

            click.echo(text, file=stream, nl=False)
        else:
            stream.write(text)
            stream.flush()
    except BrokenPipeError:
        _discard(stream)


def _discard(stream: TextIO) -> None:
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def screen() -> Screen:
    """Describe standard output: its width, and whether it shows colours (NO_COLOR, FORCE_COLOR) and more than ASCII."""
    terminal = _is_terminal(sys.stdout)
    width = shutil.get_terminal_size((_PLAIN_WIDTH, 24)).columns if terminal else _PLAIN_WIDTH
    return Screen(width, _colour(terminal), _unicode())


def _is_terminal(stream: TextIO) -> bool:
    try:
        return stream.isatty()
    except (AttributeError, ValueError):  # None where the stream is closed
        return False


def _colour(terminal: bool) -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    forced = os.environ.get("FORCE_COLOR")
    if forced is not None and forced != "":
        return forced != "0"
    return terminal and os.environ.get("TERM") != "dumb"


def _unicode() -> bool:
    try:
        "·…│─".encode(sys.stdout.encoding or "ascii")
    except (AttributeError, UnicodeEncodeError, LookupError):
        return False
    return True


class Progress:
    """One line on standard error that tells which file is being read; nothing where that is no terminal."""

    def __init__(self, wanted: bool) -> None:
        self._on = wanted and _is_terminal(sys.stderr)
        self._drawn = 0

    def __call__(self, done: int, total: int, name: str) -> None:
        if not self._on:
            return
        if done >= total:
            self.clear()
            return
        room = max(20, shutil.get_terminal_size().columns - 1)
        count = f"{done + 1}/{total} "
        line = count + shorten(visible(name), room - len(count))
        with contextlib.suppress(OSError):
            _write(sys.stderr, "\r" + pad(line, self._drawn))
        self._drawn = columns(line)

    def clear(self) -> None:
        """Wipe the line."""
        if self._on and self._drawn:
            with contextlib.suppress(OSError):
                _write(sys.stderr, "\r" + " " * self._drawn + "\r")
        self._drawn = 0
