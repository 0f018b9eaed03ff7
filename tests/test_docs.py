"""The docs say what the code does, all of it."""

from __future__ import annotations

from pathlib import Path

import click
from tools.make_docs import DOCS, pages

from materials_lint import api
from materials_lint.cli.main import cli

ROOT = Path(__file__).resolve().parent.parent


def test_made_pages_are_up_to_date() -> None:
    stale = [name for name, text in pages().items() if (DOCS / name).read_text(encoding="utf-8") != text]
    assert stale == [], "run `python -m tools.make_docs`"


def test_every_rule_and_command_is_documented() -> None:
    rules = (DOCS / "rules.md").read_text(encoding="utf-8")
    assert [code for code in api.rules() if f"## {code} " not in rules] == []
    commands = (DOCS / "commands.md").read_text(encoding="utf-8")
    assert [name for name in cli.list_commands(click.Context(cli)) if f"## {name}\n" not in commands] == []


def test_the_readme_names_the_commands_and_its_links_lead_somewhere() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "pip install . && materials-lint check sample_docs" in readme
    targets = [part.split(")")[0] for part in readme.split("](")[1:]]
    assert [t for t in targets if not t.startswith("http") and not (ROOT / t.split("#")[0]).exists()] == []


def test_the_changelog_names_this_version() -> None:
    from materials_lint import __version__

    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
