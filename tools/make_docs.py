"""Write the parts of the docs that come from the code: rules, settings, commands, limits, formats, and the configuration's schema.

    python -m tools.make_docs

`tests/test_docs.py` fails when they are not up to date.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import click

from materials_lint import api
from materials_lint.cli.main import cli
from materials_lint.model.source import Limits
from materials_lint.policy.examples import Example
from materials_lint.policy.rules import Rule
from materials_lint.policy.settings import schema_text, template
from materials_lint.reports import source

DOCS = Path(__file__).resolve().parent.parent / "docs"
SCHEMA = DOCS.parent / "src/materials_lint/policy/configuration.schema.json"
MADE = "<!-- Made by `python -m tools.make_docs` from the code: change it there. -->\n"


def main() -> None:
    for name, text in pages().items():
        (DOCS / name).write_text(text, encoding="utf-8")
    SCHEMA.write_text(schema_text(), encoding="utf-8")


def pages() -> dict[str, str]:
    """Return the made pages by file name."""
    return {"rules.md": rules_page(), "configuration.md": configuration_page(), "commands.md": commands_page(), "formats.md": formats_page()}


def rules_page() -> str:
    parts = [MADE, "# Rules\n", "The guidance is advice, not law: a finding asks for a look, it convicts nobody.\n"]
    parts.append("| Code | Name | Severity | Source |\n|---|---|---|---|")
    parts.extend(f"| [{r.code}](#{r.code.lower()}-{r.name}) | {r.name} | {r.severity} | {source(r.paragraph.citation())} |" for r in api.rules().values())
    parts.extend(line for rule in api.rules().values() for line in _rule(rule))
    return "\n".join(parts) + "\n"


def _rule(rule: Rule) -> Iterator[str]:
    yield f"\n## {rule.code} {rule.name}\n"
    yield f"**Finds.** {rule.finds}\n"
    yield f"**Why.** {rule.why} ({source(rule.paragraph.citation())}: {rule.paragraph.says})\n"
    yield f"**Instead.** {rule.instead}\n"
    yield f"**Allowed.** {rule.allowed}\n"
    yield f"**Limits.** {rule.limits}\n"
    yield "| Case | Severity | What it says |\n|---|---|---|"
    yield from (f"| {case.id} | {case.severity} | {case.message} *{case.remedy}* |" for case in rule.cases.values())
    examples = api.examples(rule.code)
    for title, flags in (("Examples that are found", True), ("Examples that pass", False)):
        yield f"\n**{title}**\n"
        yield from (_example(example) for example in examples if example.flags is flags)


def _example(example: Example) -> str:
    words = " / ".join(line for line in example.text.split("\n") if line.strip())
    if example.metadata:
        words = "; ".join(f"{name} = {value}" for name, value in example.metadata.items())
    if example.gap:
        words = f"a gap: {example.gap}"
    if example.is_picture:
        return f"- {example.about} ({example.lang})"
    about = ", ".join(part for part in (example.lang, str(example.part) if example.part != "body" else "", example.label) if part)
    return f"- `{words.replace('`', ' ')}` ({about})"


def configuration_page() -> str:
    return (
        f"{MADE}# Configuration\n\n`materials-lint.toml` in the folder you start from, or the file named with `--config`. `materials-lint init` writes it:\n\n```toml\n{template()}```\n\n"
        "An unknown key is an error that names the nearest known one. The JSON Schema lies in the package as `materials_lint/policy/configuration.schema.json`.\n"
    )


def commands_page() -> str:
    parts = [MADE, "# Commands\n"]
    context = click.Context(cli, info_name="materials-lint", **cli.context_settings)
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        if command is not None:
            parts.extend(_command(command, name, context, "##"))
    parts.append(
        "## Exit codes\n\n| Code | Meaning |\n|---|---|\n| 0 | all was checked, and nothing at or above `--fail-on` was found |\n| 1 | findings |\n| 2 | not fully checked: a wrong call or configuration, a missing path, an unreadable part |\n"
    )
    return "\n".join(parts)


def _command(command: click.Command, name: str, parent: click.Context, mark: str) -> Iterator[str]:
    with click.Context(command, info_name=name, parent=parent, terminal_width=100) as context:
        yield f"{mark} {name}\n\n```\n{command.get_help(context)}\n```\n"
        if isinstance(command, click.Group):
            for inner in sorted(command.commands):
                yield from _command(command.commands[inner], inner, context, f"{mark}#")


def formats_page() -> str:
    parts = [MADE, "# Formats and limits\n", "A file's kind is told by its content, never by its name.\n", "| Format | What it is |\n|---|---|"]
    parts.extend(f"| {name} | {title} |" for name, title in api.formats())
    parts.append(
        "\n## Limits\n\nEach is a setting under `[limits]`. What a limit leaves out is a gap that names it.\n\n| Setting | Default | What it limits |\n|---|---|---|"
    )
    parts.extend(f"| `{item.name}` | {getattr(Limits(), item.name)} | {item.metadata['help']} |" for item in fields(Limits))
    return "\n".join(parts) + "\n"


if __name__ == "__main__":
    main()
