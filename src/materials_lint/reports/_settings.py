"""What a run's settings left out, in words: a file of settings may lie among the drafts that it excuses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from materials_lint.model.finding import Severity
from materials_lint.model.report import Report, Settings
from materials_lint.policy.configuration import Check, Configuration
from materials_lint.reports import _words
from materials_lint.terminal import one_line, shorten

_MOST_PATTERNS = 5
_LONGEST_PATTERN = 40
_YOURS = "These settings lie among the checked files: make sure that they are yours."


def told(report: Report) -> list[str]:
    """Return the sentences on the settings, escaped, e.g. "Left out by materials-lint.toml: rules A, D; 3 files (*.pdf).".

    Empty where there is no settings file and nothing was left out.
    """
    settings = report.settings
    by_option = [words for name, words in _left_out(settings) if name in settings.options]
    by_file = [words for name, words in _left_out(settings) if name not in settings.options]
    sentences = []
    if by_file:
        sentences.append(f"Left out by {_name(settings)}: {'; '.join(by_file)}.")
    elif settings.file is not None:
        sentences.append(f"Settings: {_name(settings)}.")
    if by_option:
        sentences.append(f"Left out by the command's options: {'; '.join(by_option)}.")
    lenient = settings.fail_on == Severity.ERROR and "fail_on" not in settings.options
    if lenient:
        sentences.append("Warnings do not count as failures (fail_on = error).")
    if settings.among_checked and (by_file or lenient):
        sentences.append(_YOURS)
    return sentences


def as_data(settings: Settings) -> dict[str, Any]:
    """Return the settings as plain data, as the reports for programs hold them."""
    return {
        "file": settings.file,
        "among_checked": settings.among_checked,
        "options": list(settings.options),
        "profile": settings.profile,
        "fail_on": settings.fail_on,
        "min_confidence": settings.min_confidence,
        "select": list(settings.select),
        "ignore": list(settings.ignore),
        "exclude": list(settings.exclude),
        "excluded_files": settings.excluded_files,
    }


def _name(settings: Settings) -> str:
    return "the settings" if settings.file is None else one_line(settings.file)


def _left_out(settings: Settings) -> Iterator[tuple[str, str]]:
    """Yield each setting that leaves something out, and what."""
    if settings.select:
        yield "select", f"all rules but {_words.listed(settings.select)}"
    if settings.ignore:
        one = len(settings.ignore) == 1 and len(settings.ignore[0]) > 1
        yield "ignore", f"{'rule' if one else 'rules'} {', '.join(settings.ignore)}"
    if settings.excluded_files:
        yield "exclude", f"{_words.count(settings.excluded_files, 'file')} ({_patterns(settings.exclude)})"
    if settings.min_confidence > Configuration(check=Check(profile=settings.profile)).min_confidence:
        yield "min_confidence", f"findings below confidence {_words.confidence(settings.min_confidence)}"


def _patterns(patterns: Sequence[str]) -> str:
    shown = [shorten(one_line(pattern), _LONGEST_PATTERN) for pattern in patterns[:_MOST_PATTERNS]]
    more = len(patterns) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")
