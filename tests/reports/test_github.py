"""Workflow commands."""

from __future__ import annotations

from materials_lint.reports import report_format
from materials_lint.reports.base import View
from tests import report_builders as builders


def test_findings_and_gaps_are_annotations() -> None:
    lines = report_format("github").render(builders.mixed(), View()).splitlines()
    assert [line.split(" ")[0] for line in lines[:-1]] == ["::error", "::error", "::warning", "::notice", "::error", "::error"]
    assert lines[0] == (
        "::error file=brochure.pdf,title=A05 itu-email%2C page 1%2C footer::The campaign can be reached at amara.nwosu@itu.int, an address of the Union."
        "%0ASeen: amara.nwosu@itu.int%0ATo do: Give a private address instead.%0A(Guidance Note 17-01, section A, example 3)"
    )
    assert lines[-1].startswith("4 files, 9 pages")


def test_a_draft_cannot_start_a_command_of_its_own() -> None:
    """Of a line a runner reads the first `::`; properties must not hold `,` or `:` but as escapes."""
    lines = report_format("github").render(builders.hostile(), View()).splitlines()
    assert len(lines) == 3
    for line in lines[:2]:
        head, _, message = line.removeprefix("::error ").partition("::")
        assert head.count(",") == 1
        assert ":" not in head
        assert "%250A" in head
        assert "%0A [go]" not in message
    assert "%250A [go]" in lines[0]
