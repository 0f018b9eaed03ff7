"""The public functions: everything the command line does, for programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from materials_lint import detectors, extractors
from materials_lint.engine import checking
from materials_lint.engine.checking import Input, Progress
from materials_lint.model.document import Document
from materials_lint.model.report import Protection, Report
from materials_lint.policy.configuration import Configuration
from materials_lint.policy.rules import Rule

if TYPE_CHECKING:
    from materials_lint.policy.examples import Example
    from materials_lint.vision.marks import Mark


def check(  # noqa: PLR0913 - keywords, each with a default
    paths: Sequence[str],
    configuration: Configuration | None = None,
    *,
    stdin: bytes | None = None,
    stdin_name: str = "-",
    leave_out: Sequence[Path] = (),
    jobs: int | None = None,
    cache: Path | None = None,
    settings_file: Path | None = None,
    options: Sequence[str] = (),
    progress: Progress | None = None,
) -> Report:
    """Check files and folders and return the report.

    `-` among the paths stands for the bytes `stdin`; `leave_out` are files in the folders that are no drafts (the
    configuration, earlier reports). Files are read in `jobs` worker processes (None: one a processor; 0: in this process,
    without limits on time and memory); the report is the same for any number. `cache` is a folder in which results of files
    that do not change are kept, sealed so that only who has the file can read them. Nothing in a file makes this raise: what could not be read is a gap
    of its document. `progress(done, total, name)` is called before each file and once at the end.

    `Report.settings` tells what the configuration leaves out. `settings_file` is the file it was read from, and `options` names
    those settings of [check] that were given in another way: neither is read here.
    """
    what = Input(tuple(paths), stdin, stdin_name, tuple(leave_out), jobs, cache, settings_file, tuple(options))
    return checking.check(what, configuration or Configuration(), progress)


def read(
    paths: Sequence[str],
    configuration: Configuration | None = None,
    *,
    stdin: bytes | None = None,
    stdin_name: str = "-",
    leave_out: Sequence[Path] = (),
    jobs: int | None = None,
) -> tuple[tuple[str, Document], ...]:
    """Return what the linter reads of each file, with the files inside it, without judging it."""
    what = Input(tuple(paths), stdin, stdin_name, tuple(leave_out), jobs)
    return checking.read_all(what, configuration or Configuration())


def protection() -> Protection:
    """Find out, by trying, which protections hold in the worker processes on this machine."""
    from materials_lint.engine.protection import protection as tried

    return tried()


def marks(configuration: Configuration | None = None) -> tuple[Mark, ...]:
    """Return the marks that are looked for, the shipped ones and the user's own, by slug.

    Raises MarkError (of `vision.marks`) where the user's folder or a mark in it can't be used, or has the slug of a shipped one.
    """
    from materials_lint.vision.marks import all_marks

    own = (configuration or Configuration()).marks.folder
    return all_marks(Path(own) if own else None)


def rules() -> Mapping[str, Rule]:
    """Return every rule by its code."""
    return detectors.rules()


def explain(code: str) -> Rule:
    """Return a rule by its code or its name, whatever the case. Raises KeyError for none such."""
    wanted = code.strip().casefold()
    for rule in rules().values():
        if wanted in (rule.code.casefold(), rule.name.casefold()):
            return rule
    raise KeyError(code)


def examples(code: str) -> tuple[Example, ...]:
    """Return the examples of a rule, those that flag first. Raises KeyError for an unknown code."""
    from materials_lint.policy.examples import load_examples

    rule = explain(code)
    path = next(p for p in detectors.rule_files() if p.stem == rule.code)
    return load_examples(path.with_name(f"{rule.code}.examples.toml"))


def formats() -> tuple[tuple[str, str], ...]:
    """Return the name and title of every file format that is read."""
    return tuple((form.name, form.title) for form in extractors.formats())
