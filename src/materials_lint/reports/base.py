"""What a report format offers, and what it may know beyond the report."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from materials_lint.model.finding import Severity
from materials_lint.model.report import Report
from materials_lint.policy.rules import Rule
from materials_lint.terminal import Screen


@dataclass(frozen=True, slots=True)
class View:
    """For whom a report is drawn: the rules by code, the severity that counts as a failure, the screen."""

    rules: Mapping[str, Rule] = field(default_factory=dict)
    fail_on: Severity = Severity.WARNING
    screen: Screen = field(default_factory=Screen)


@dataclass(frozen=True, slots=True)
class ReportFormat:
    """A report format. `render` returns the whole report, a line break at its end; the same report gives the same text.

    `machine` formats are pure ASCII, so that no console or shell on the way can spoil them.
    """

    name: str
    title: str
    render: Callable[[Report, View], str]
    machine: bool = False
