"""One module a report format, found by being there: a module with a `REPORT` needs no entry in any list.

A module is named as its format; where that name is a module of the standard library an underscore follows it. This
package stays light: the command line asks it for the formats' names when it shows help.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from materials_lint import plugins

if TYPE_CHECKING:
    from materials_lint.model.finding import Citation, Severity
    from materials_lint.model.report import Report
    from materials_lint.reports.base import ReportFormat


def names() -> tuple[str, ...]:
    """Return the names of all formats, sorted, without importing any."""
    return tuple(sorted(name.rstrip("_") for name in plugins.names(__name__)))


def report_format(name: str) -> ReportFormat:
    """Return one format by its name. Raises KeyError for an unknown one."""
    for module in plugins.names(__name__):
        if module.rstrip("_") == name:
            found: ReportFormat = importlib.import_module(f"{__name__}.{module}").REPORT
            return found
    raise KeyError(name)


def summary(report: Report, fail_on: Severity) -> str:
    """Return the totals, what they mean, and what the settings left out, in a line."""
    from materials_lint.reports import _settings, _words

    return " ".join([_words.totals(report), _words.meaning(report, fail_on), *_settings.told(report)])


def source(citation: Citation) -> str:
    """Return a place in the guidance as the reports name it."""
    from materials_lint.reports import _words

    return _words.guidance(citation)
