"""`check`: the main job."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from materials_lint import plugins
from materials_lint.cli import _options, _output

if TYPE_CHECKING:
    from materials_lint.model.report import Report
    from materials_lint.policy.configuration import Configuration
    from materials_lint.reports.base import View

_FORMATS = tuple(sorted(name.rstrip("_") for name in plugins.names("materials_lint.reports")))
_HELP = """Check files and folders and tell what does not sit well with the guidance.

PATH is a file, a folder (all files in it are checked), or "-" for standard input.

\b
Examples:
  materials-lint check brochure.pdf
  materials-lint check letter.docx slides.pptx photo.jpg
  materials-lint check my-campaign/ --profile reviewer
  materials-lint check my-campaign/ --output json=report.json
  materials-lint check my-campaign/ --ignore A06,D02

\b
Exit code:
  0  everything was checked, and nothing has to be changed
  1  something was found
  2  something could not be checked, or the command was wrong
"""


def _outputs(_context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]) -> tuple[tuple[str, Path], ...]:
    return tuple(_output_of(value) for value in values)


def _share(_context: click.Context, _parameter: click.Parameter, value: float | None) -> float | None:
    if value is not None and not 0 <= value <= 1:
        raise click.BadParameter(f"{value:g} is not between 0 and 1.")
    return value


def _folder(_context: click.Context, _parameter: click.Parameter, value: str | None) -> Path | None:
    if value == "":
        raise click.BadParameter("the folder's name is empty.")
    return None if value is None else Path(value)


def _output_of(value: str) -> tuple[str, Path]:
    form, equals, file = value.partition("=")
    if not equals or not file:
        raise click.BadParameter(f'"{value}" should be a format, "=" and a file, for example json=report.json.')
    if form not in _FORMATS:
        raise click.BadParameter(f'there is no format "{form}".{_options.nearest(form, _FORMATS)} The formats are: {", ".join(_FORMATS)}.')
    if file == _options.STDIN:
        raise click.BadParameter(f'"-" is no file. To print the report in this format, write: --format {form}')
    return form, Path(file)


@click.command("check", help=_HELP, short_help="Check files and folders.")
@click.argument("paths", metavar="PATH...", nargs=-1)
@click.option("--format", "form", type=click.Choice(_FORMATS), default="text", show_default=True, help="How the report is printed.")
@click.option(
    "--output",
    "outputs",
    multiple=True,
    metavar="FORMAT=FILE",
    callback=_outputs,
    help="Also write the report to a file, for example json=report.json. May be given several times.",
)
@click.option(
    "--profile", type=click.Choice(("candidate", "reviewer")), help="candidate: few false alarms. reviewer: everything, with how sure it is.  [default: candidate]"
)
@click.option("--select", multiple=True, metavar="RULES", help='Only these rules, for example "A05,A06"; "A" stands for all of section A.')
@click.option("--ignore", multiple=True, metavar="RULES", help="Leave out these rules.")
@click.option("--min-confidence", type=float, metavar="0..1", callback=_share, help="Show findings from this confidence on.  [default: candidate 0.5, reviewer 0]")
@click.option("--fail-on", type=click.Choice(("note", "warning", "error")), help="The lowest severity that makes the exit code 1.  [default: warning]")
@_options.config_option
@_options.stdin_option
@_options.jobs_option
@click.option(
    "--cache",
    metavar="FOLDER",
    callback=_folder,
    help="Keep results in this folder, so that unchanged files cost next to nothing the next time. They are sealed: only who has a file can read its result.",
)
@click.option("-q", "--quiet", is_flag=True, help="No progress and no summary on standard error.")
def command(  # noqa: PLR0913, PLR0917 - one for each option
    paths: tuple[str, ...],
    form: str,
    outputs: tuple[tuple[str, Path], ...],
    profile: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    min_confidence: float | None,
    fail_on: str | None,
    config: str | None,
    stdin_filename: str,
    jobs: int | None,
    cache: Path | None,
    quiet: bool,
) -> int:
    _options.need_paths(paths, "check")
    _refuse_overwriting(paths, outputs)
    if cache is not None:
        _make_cache(cache)
    from materials_lint import api

    file = _options.configuration_file(config)
    given = {"profile": profile, "select": _options.codes(select), "ignore": _options.codes(ignore), "min_confidence": min_confidence, "fail_on": fail_on}
    options = [name for name, value in given.items() if value is not None]
    configuration = _options.with_known_rules(_options.with_options(_options.load(file), **given), api.rules())
    progress = _output.Progress(not quiet)
    try:
        report = api.check(
            paths,
            configuration,
            stdin=_options.stdin_bytes(paths),
            stdin_name=stdin_filename,
            leave_out=[*_no_drafts(file, outputs), *_own_marks(configuration)],
            jobs=jobs,
            cache=cache,
            settings_file=file,
            options=options,
            progress=progress,
        )
    finally:
        progress.clear()
    return _deliver(report, configuration.check.fail_on, form, outputs, quiet)


COMMAND = command


def _no_drafts(configuration: Path | None, outputs: tuple[tuple[str, Path], ...]) -> list[Path]:
    """The configuration, and earlier reports of ours that this run writes anew."""
    return [file for file in (configuration, *(file for _, file in outputs)) if file is not None]


def _own_marks(configuration: Configuration) -> list[Path]:
    """The files of the user's own marks, which are no drafts either. Raises Problem where they can't be used: better once than for every file."""
    if not configuration.marks.folder:
        return []
    from materials_lint.cli.marks import _common

    own = [mark for mark in _common.marks_of(configuration) if _common.is_own(mark)]
    return [mark.folder / name for mark in own for name in (*mark.forms, "mark.toml")]


def _deliver(report: Report, fail_on: str, form: str, outputs: tuple[tuple[str, Path], ...], quiet: bool) -> int:
    from materials_lint import api
    from materials_lint.model.finding import Severity
    from materials_lint.reports import report_format, summary
    from materials_lint.reports.base import View

    view = View(api.rules(), Severity(fail_on), _output.screen())
    chosen = report_format(form)
    _output.show(chosen.render(report, view))
    for name, file in outputs:
        _write(name, file, report, view)
    if chosen.machine and not quiet:
        _output.tell(summary(report, view.fail_on))
    return exit_code(report, view.fail_on.rank)


def exit_code(report: Report, fail_rank: int) -> int:
    """Return 2 where something was not checked, else 1 where a finding ranks at least `fail_rank`, else 0."""
    if not report.fully_checked() or report.gap_count():
        return 2
    return int(any(finding.severity.rank >= fail_rank for document in report.documents for finding in document.findings))


def _write(name: str, file: Path, report: Report, view: View) -> None:
    from dataclasses import replace

    from materials_lint.reports import report_format
    from materials_lint.terminal import Screen

    text = report_format(name).render(report, replace(view, screen=Screen()))
    try:
        file.write_bytes(text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise _options.Problem(f"The report could not be written to {file} ({error.strerror}). Choose another file or folder.") from error


def _make_cache(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _options.Problem(f"The cache can't be kept in {folder} ({error.strerror}). Name a folder in which you may write.") from error


def _refuse_overwriting(paths: tuple[str, ...], outputs: tuple[tuple[str, Path], ...]) -> None:
    """Raise Problem, before any work is done, where a report can't go to the file named or would take a draft's place."""
    files = [file for _, file in outputs]
    for file in files:
        if files.count(file) > 1:
            raise _options.Problem(f"Two reports can't go to the same file, {file}. Give each its own.")
        try:
            _refuse(file, paths)
        except OSError as error:
            raise _options.Problem(f"The report could not be written to {file} ({error.strerror}). Choose another file or folder.") from error


def _refuse(file: Path, paths: tuple[str, ...]) -> None:
    if not file.parent.is_dir():
        raise _options.Problem(f"The report could not be written to {file}: there is no folder {file.parent}. Make it first, or choose another.")
    if file.is_dir():
        raise _options.Problem(f"The report could not be written to {file}, which is a folder. Name a file in it, for example {file / 'report.out'}.")
    if file.is_file() and any(_holds(path, file) for path in paths) and not _is_report(file):
        raise _options.Problem(f"The report would overwrite {file}, which is one of the files to check. Choose another file for it.")


def _holds(path: str, file: Path) -> bool:
    if path == _options.STDIN or not os.path.exists(path):  # noqa: PTH110 - Path.exists raises for folders that can't be opened
        return False
    return file.samefile(path) or Path(path).resolve() in file.resolve().parents


def _is_report(file: Path) -> bool:
    """Tell whether a file is a report of an earlier run, which may be written anew."""
    data = file.read_bytes()
    return b"materials-lint" in data[:4096] + data[-4096:]
