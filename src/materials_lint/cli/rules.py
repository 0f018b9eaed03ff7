"""`rules`: the list of rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from materials_lint.cli import _output

if TYPE_CHECKING:
    from materials_lint.policy.rules import Rule

_HELP = """List the rules: code, name, how much a finding matters, and what it finds.

"materials-lint explain CODE" tells all about one of them.
"""


@click.command("rules", help=_HELP, short_help="List the rules.")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True, help="How the list is printed.")
def command(form: str) -> int:
    from materials_lint import api

    rules = list(api.rules().values())
    if form == "json":
        import json

        _output.show(json.dumps({"rules": [_as_data(rule) for rule in rules]}, indent=2) + "\n")
    else:
        _output.show(_table(rules))
    return 0


COMMAND = command


def _as_data(rule: Rule) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.value,
        "guidance": {"note": rule.paragraph.note, "section": rule.paragraph.section, "paragraph": rule.paragraph.place, "says": rule.paragraph.says},
        "finds": rule.finds,
        "why": rule.why,
        "instead": rule.instead,
        "allowed": rule.allowed,
        "limits": rule.limits,
        "cases": [{"id": case.id, "severity": case.severity.value, "message": case.message, "remedy": case.remedy} for case in rule.cases.values()],
    }


def _table(rules: list[Rule]) -> str:
    from materials_lint.terminal import indented

    screen = _output.screen()
    name_width = max((len(rule.name) for rule in rules), default=0)
    colours = {"error": "red", "warning": "yellow", "note": "cyan"}
    lines: list[str] = []
    for rule in rules:
        lead = f"{rule.code}  {rule.name:{name_width}}  {rule.severity.value:7}  "
        narrow = screen.width < len(lead) + 40
        first, *more = indented(rule.finds, min(screen.width, 110), "     " if narrow else lead)
        head = f"{screen.paint(rule.code, 'bold')}  {rule.name:{name_width}}  {screen.paint(f'{rule.severity.value:7}', colours[rule.severity.value])}"
        lines += [head, first] if narrow else [head + "  " + first[len(lead) :]]
        lines += more
    hint = indented('To read about one of them: materials-lint explain CODE, for example "materials-lint explain A05".', screen.width)
    return "\n".join([*lines, "", *hint]) + "\n"
