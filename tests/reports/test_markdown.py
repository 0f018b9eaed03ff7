"""Markdown that a draft can't spoil."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from materials_lint.model.document import Origin
from materials_lint.model.finding import Evidence
from materials_lint.reports import report_format
from materials_lint.reports.base import View
from tests import report_builders as builders

NASTY = st.text(st.sampled_from("`*_[]()<>!|#@:/.\\&~-+=\n aé国"), max_size=40)


def render(report: object) -> str:
    return report_format("markdown").render(report, View())  # type: ignore[arg-type]


def outside_code(markdown: str) -> str:
    """Return the Markdown without its code spans and backslash escapes, as CommonMark reads them."""
    kept: list[str] = []
    at = 0
    while at < len(markdown):
        if markdown[at] == "\\":
            at += 2
            continue
        run = re.match("`+", markdown[at:])
        if run:
            closing = re.search(f"(?<!`){run.group()}(?!`)", markdown[at + len(run.group()) :])
            if closing:
                at += len(run.group()) + closing.end()
                continue
        kept.append(markdown[at])
        at += 1
    return "".join(kept)


def test_a_finding() -> None:
    text = render(builders.report(builders.document("brochure.pdf", builders.finding())))
    assert "## `brochure.pdf`" in text
    assert "- **error** A05 itu-email, page 1, footer\n  - Seen: `Please write to` **`amara.nwosu@itu.int`** `before the conference.`" in text
    assert "  - Why: The campaign can be reached at `amara.nwosu@itu.int`, an address of the Union." in text


def test_a_clean_file_and_the_summary() -> None:
    text = render(builders.clean())
    assert "Nothing was found." in text
    assert "1 file, 3 pages: 0 errors, 0 warnings, 0 notes; everything was checked." in text


def test_brackets_round_a_name_stay_outside_its_code() -> None:
    text = render(builders.report(builders.document("x.pdf", builders.finding(message="Two (ppt/a.png, ppt/b.png) and https://x.example/y_(z)."))))
    assert r"Two \(`ppt/a.png`, `ppt/b.png`\) and `https://x.example/y_(z)`." in text


@pytest.mark.parametrize("injected", ["<script", "](", "@team", "evil.example", "https://", "![", "|a|"])
def test_nothing_of_a_hostile_draft_is_live(injected: str) -> None:
    text = render(builders.hostile())
    assert injected in text
    assert injected not in outside_code(text)


@given(NASTY)
def test_no_text_makes_links_html_headings_or_tables(nasty: str) -> None:
    finding = builders.finding(message=nasty, remedy=nasty, evidence=Evidence(nasty, Origin.TEXT_LAYER, None, nasty, nasty))
    text = render(builders.report(builders.document(f"x{nasty}", finding)))
    live = outside_code(text)
    for mark in ("<", ">", "[", "]", "|", "@", "://"):
        assert mark not in live
    headings = [line for line in live.splitlines() if line.startswith("#")]
    assert len(headings) == 2
