"""What the commands about marks share: the user's folder, and work on strangers' pictures in a process that can be ended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from materials_lint.cli import _options

if TYPE_CHECKING:
    from materials_lint.engine.lost import Lost
    from materials_lint.model.source import Limits, Source
    from materials_lint.policy.configuration import Configuration
    from materials_lint.vision.marks import Mark

T = TypeVar("T")
R = TypeVar("R")
_Function = TypeVar("_Function", bound=Callable[..., object])


@dataclass(frozen=True, slots=True)
class Refused:
    """What the worker has to say instead of an answer."""

    message: str


def page_option(function: _Function) -> _Function:
    told = "The page of a PDF file, frame of a picture, or picture in a Word or PowerPoint file that is taken.  [default: 1]"
    return click.option("--page", type=click.IntRange(1), default=1, metavar="N", help=told)(function)


def marks_of(configuration: Configuration) -> tuple[Mark, ...]:
    """Return all marks. Raises Problem where the user's own can't be used."""
    from materials_lint import api
    from materials_lint.vision.marks import MarkError

    try:
        return api.marks(configuration)
    except MarkError as error:
        raise _options.Problem(str(error)) from error


def is_own(mark: Mark) -> bool:
    from materials_lint.vision.marks import shipped_folder

    return mark.folder.parent != shipped_folder()


def source_of(picture: str, limits: Limits) -> Source:
    """Load a file. Raises Problem where it can't be read, is too large, or empty."""
    from materials_lint.engine.reading import load
    from materials_lint.model.document import NotReadError

    path = Path(picture)
    if not path.is_file():
        why = "it is a folder. Name one picture in it" if path.is_dir() else "there is no such file. Check its name"
        raise _options.Problem(f"{picture}: {why}.")
    try:
        return load(path, picture, limits)
    except NotReadError as error:
        raise _options.Problem(f"{picture}: {error.message}") from error


def in_worker(work: Callable[[T], R | Refused], task: T, picture: str, limits: Limits) -> R:
    """Do one piece of work in a process of its own, under the limits. Raises Problem where it is refused or lost."""
    from materials_lint.engine.bounds import Bounds
    from materials_lint.engine.lost import Lost
    from materials_lint.engine.workers import Pool
    from materials_lint.model.source import MIB

    bounds = Bounds(limits.max_memory_mib * MIB, limits.max_seconds, limits.max_seconds * 1.5)
    tasks = iter((task,))
    with Pool(work, 1, lambda _: bounds) as pool:
        answer = next(answer for _, answer in pool.run(lambda: next(tasks, None)))
    if isinstance(answer, Lost):
        raise _options.Problem(f"{picture}: {_lost(answer, limits)}")
    if isinstance(answer, Refused):
        raise _options.Problem(f"{picture}: {answer.message}")
    return answer


def _lost(lost: Lost, limits: Limits) -> str:
    from materials_lint.engine.lost import Trouble

    if lost.trouble is Trouble.TIMEOUT:
        return f"opening it takes longer than max_seconds = {limits.max_seconds} under [limits] allows. Use a smaller picture, or raise the limit."
    if lost.trouble is Trouble.MEMORY:
        return f"opening it takes more memory than max_memory_mib = {limits.max_memory_mib} under [limits] allows. Use a smaller picture, or raise the limit."
    return f"the picture library broke down over it ({lost.detail}). Open it in a picture program, save it again as PNG and use that."
