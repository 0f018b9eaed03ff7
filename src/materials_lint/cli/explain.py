"""`explain`: all there is to know about one rule."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from materials_lint.cli import _options, _output

if TYPE_CHECKING:
    from materials_lint.policy.examples import Example
    from materials_lint.policy.rules import Case, Rule
    from materials_lint.terminal import Screen

_HELP = """Tell all about one rule: what it finds, why, what the guidance says, what to do instead, when it is allowed, and examples.

\b
Examples:
  materials-lint explain A05
  materials-lint explain itu-email
"""


@click.command("explain", help=_HELP, short_help="Tell all about one rule.")
@click.argument("rule", metavar="CODE|NAME", required=False)
@click.option("--all", "every", is_flag=True, help="Show all examples, not only one for each language.")
def command(rule: str | None, every: bool) -> int:
    from materials_lint import api

    if rule is None:
        raise click.UsageError("Name a rule, for example: materials-lint explain A05", click.get_current_context())
    try:
        found = api.explain(rule)
    except KeyError:
        known = [word for entry in api.rules().values() for word in (entry.code, entry.name)]
        raise _options.Problem(f'There is no rule "{rule}".{_options.nearest(rule, known)} "materials-lint rules" lists them all.') from None
    _output.show("\n".join(_lines(found, api.examples(found.code), every, _output.screen())) + "\n")
    return 0


COMMAND = command


def _lines(rule: Rule, examples: Sequence[Example], every: bool, screen: Screen) -> Iterator[str]:
    yield screen.paint(f"{rule.code} {rule.name}", "bold") + screen.paint(f" {screen.dot} {rule.severity.value}", "dim")
    from materials_lint.reports import source

    sections = (
        ("What it finds", rule.finds),
        ("Why", rule.why),
        ("What the guidance says", rule.paragraph.says if rule.paragraph.section == "-" else f"{source(rule.paragraph.citation())}: {rule.paragraph.says}"),
        ("What to do instead", rule.instead),
        ("When it is allowed", rule.allowed),
        ("What it can't see", rule.limits),
    )
    for title, words in sections:
        yield from _section(title, [words], screen)
    yield from _section("What it tells", [_case(case, screen) for case in rule.cases.values()], screen)
    yield from _examples("Examples that are found", [e for e in examples if e.flags], every, screen)
    yield from _examples("Examples that pass", [e for e in examples if not e.flags], every, screen)


def _case(case: Case, screen: Screen) -> str:
    words = re.sub(r"\{\w+\}", screen.ellipsis, f"{case.message} {case.remedy}")
    return f"{case.severity.value}, {case.id}: {words}"


def _section(title: str, paragraphs: Sequence[str], screen: Screen) -> Iterator[str]:
    from materials_lint.terminal import indented, one_line

    yield ""
    yield screen.paint(title, "bold")
    for words in paragraphs:
        lead = "  - " if len(paragraphs) > 1 else "  "
        yield from indented(one_line(words), min(screen.width, 100), lead)


def _examples(title: str, examples: list[Example], every: bool, screen: Screen) -> Iterator[str]:
    if not examples:
        return
    chosen = examples if every else list({example.lang: example for example in reversed(examples)}.values())[::-1]
    more = f" ({len(chosen)} of {len(examples)}; --all shows all)" if len(chosen) < len(examples) else ""
    yield from _section(title + more, [f"{example.lang}: {_shown(example)}" for example in chosen], screen)


def _shown(example: Example) -> str:
    properties = "; ".join(f"{name} = {value}" for name, value in example.metadata.items())
    words = [example.text, example.about, f"file properties: {properties}" if properties else "", f"a part that is {example.gap}" if example.gap else ""]
    where = "" if example.origin.value in ("text-layer", "metadata") else f" ({example.origin.value})"
    return " / ".join(word for word in words if word) + where
