"""D02: one finding a hidden part, what web pages usually fold away as a note, and messages that read as sentences."""

from __future__ import annotations

import pytest

from materials_lint import api
from materials_lint.detectors import detectors
from materials_lint.detectors.base import Tools
from materials_lint.model.document import Concealment, Document, Origin, Page, Part, TextBlock
from materials_lint.model.finding import Finding, Severity
from materials_lint.policy.configuration import Configuration

NOTE, WARNING = Severity.NOTE, Severity.WARNING


def detect(blocks: list[TextBlock], format_: str = "word") -> list[Finding]:
    detector = next(d for d in detectors() if "D02" in d.rules)
    return list(detector.detect(Document(format_, (Page(None, tuple(blocks)),)), Tools(Configuration(), api.rules())))


def hidden(text: str, how: Concealment = Concealment.HIDDEN_FORMAT, *, page: int | None = None, part: Part = Part.BODY, label: str = "", context: str = "") -> TextBlock:
    return TextBlock(text, Origin.HIDDEN, part, page, label=label, context=context, concealment=how)


def comment(text: str, author: str = "") -> TextBlock:
    return TextBlock(text, Origin.COMMENT, Part.COMMENT, label=author)


def change(text: str, label: str) -> TextBlock:
    return TextBlock(text, Origin.TRACKED_CHANGE, label=label)


def test_a_hidden_sheet_is_one_finding_that_shows_words_and_counts_the_rest() -> None:
    cells = ["2027", "12", *(f"Promise to state {number}" for number in range(88))]
    (finding,) = detect([hidden(cell, Concealment.HIDDEN_SHEET, page=3) for cell in cells], "sheets")
    assert (finding.severity, finding.location.page, finding.evidence.text) == (WARNING, 3, "Promise to state 0")
    assert finding.message.startswith("These words, and 89 more passages on this sheet, stand on a hidden sheet, or in a hidden row or column: a reader")


def test_pages_parts_and_manners_are_told_apart() -> None:
    blocks = [
        hidden("The first of the slide", Concealment.HIDDEN_SHEET, page=1),
        hidden("The second of the slide", Concealment.HIDDEN_SHEET, page=1),
        hidden("Another slide", Concealment.HIDDEN_SHEET, page=2),
        hidden("White on white", Concealment.SAME_COLOUR, page=2),
        hidden("In the footer", Concealment.SAME_COLOUR, page=2, part=Part.FOOTER),
    ]
    found = detect(blocks, "slides")
    assert [f.evidence.text for f in found] == ["The first of the slide", "Another slide", "White on white", "In the footer"]
    assert "and 1 more passage on this slide, stand on a hidden slide:" in found[0].message
    assert found[2].message.startswith("These words have the same colour as their background:")


@pytest.mark.parametrize("how", [Concealment.HIDDEN_FORMAT, Concealment.TINY, None])
def test_where_a_link_leads_is_never_hidden_content(how: Concealment | None) -> None:
    assert not detect([TextBlock("https://i\u200btu.int/", Origin.LINK_TARGET, label="Home", concealment=how)], "html")


def test_what_a_web_page_folds_away_is_one_note() -> None:
    menu = ["Home", "Programme", "We use cookies to remember your choices.", "Reject all"]
    blocks = [hidden(text, part=part) for text in menu for part in (Part.BODY, Part.FORM)]
    (finding,) = detect([*blocks, hidden("Skip to main content", Concealment.OFF_PAGE), hidden("跳转到主要内容", Concealment.TINY)], "html")
    assert (finding.severity, finding.case) == (NOTE, "hidden")
    assert "9 more passages in this document" in finding.message
    assert "as menus, cookie boxes and help for screen readers are:" in finding.message
    assert "menus and cookie boxes may stay" in finding.remedy


def test_an_address_of_itu_that_a_web_page_folds_away_is_a_warning() -> None:
    found = detect([hidden("Home"), hidden("Write to miriam.okonjo-hale@itu.int"), hidden("Close")], "html")
    assert [(f.severity, f.evidence.text) for f in found] == [(NOTE, "Home"), (WARNING, "Write to miriam.okonjo-hale@itu.int")]


@pytest.mark.parametrize("how", [Concealment.SAME_COLOUR, Concealment.TINY, Concealment.OFF_PAGE])
@pytest.mark.parametrize("text", ["Delegates who vote for me will not regret it.", "内部资料：已承诺投票的国家名单"])
def test_whole_sentences_made_unseen_on_a_web_page_stay_a_warning(how: Concealment, text: str) -> None:
    (finding,) = detect([hidden(text, how)], "html")
    assert finding.severity is WARNING


def test_hidden_format_outside_web_pages_is_a_warning() -> None:
    (finding,) = detect([hidden("Menu")], "word")
    assert (finding.severity, finding.message[:37]) == (WARNING, "These words are formatted as hidden: ")
    assert "menus" not in finding.remedy


def test_comments_of_the_source_are_one_note() -> None:
    (finding,) = detect([hidden("<3", Concealment.SOURCE_COMMENT), hidden("old slogan", Concealment.SOURCE_COMMENT, part=Part.FOOTER)], "html")
    assert (finding.severity, finding.evidence.text) == (NOTE, "old slogan")
    assert finding.message == "These words and 1 more passage stand in comments of the page's source."


@pytest.mark.parametrize(("number", "cases"), [(5, ["comment"] * 5), (6, ["comment"] * 6), (7, [*["comment"] * 5, "more-comments"])])
def test_five_comments_one_by_one_and_the_rest_together(number: int, cases: list[str]) -> None:
    found = detect([comment(f"Remark number {n}", "Bo") for n in range(number)])
    assert [f.case for f in found] == cases


def test_the_rest_is_counted() -> None:
    found = detect([*(comment(f"Remark number {n}") for n in range(20)), *(change(f"word {n}", "deleted by Bo") for n in range(9))])
    assert found[5].message == "15 more comments go out with the file."
    assert found[5].evidence.text == "Remark number 5"
    assert found[-1].message == "4 more tracked changes go out with the file."


def test_speaker_notes_are_told_once_a_slide() -> None:
    blocks = [TextBlock(f"{words} of slide {page}", Origin.NOTE, Part.NOTE, page, label="speaker notes") for page in range(1, 9) for words in ("First", "Second")]
    found = detect(blocks, "slides")
    assert [f.evidence.text for f in found] == [f"First of slide {page}" for page in range(1, 7)]
    assert found[-1].message == "3 more slides have speaker's notes that go out with the file."


@pytest.mark.parametrize(
    ("block", "message"),
    [
        (comment("Why?", "Bo"), "A comment by Bo goes out with the file."),
        (comment("Why?"), "A comment without an author's name goes out with the file."),
        (TextBlock("Why?", Origin.ANNOTATION, Part.ANNOTATION, label="Bo"), "A note (Bo) goes out with the file."),
        (change("so", "deleted by Bo"), "Words deleted by Bo go out with the file as a tracked change."),
        (change("so", "inserted, Bo Lee"), "Words inserted by Bo Lee go out with the file as a tracked change."),
        (change("so", "deleted"), "Deleted words go out with the file as a tracked change."),
        (change("so", ""), "Changed words go out with the file as a tracked change."),
        (change("so", "Bo"), "Words changed by Bo go out with the file as a tracked change."),
        (hidden("so", Concealment.REPLACED, context="thus"), "These words are what a program copies or reads aloud here, while the page shows others."),
    ],
)
def test_messages_are_sentences(block: TextBlock, message: str) -> None:
    (finding,) = detect([block])
    assert finding.message == message


@pytest.mark.parametrize(
    ("format_", "part", "label", "words"),
    [
        ("word", Part.HEADER, "even pages", "stand in a header for the even pages, which is switched off or hidden:"),
        ("opendocument", Part.FOOTER, "first page", "stand in a footer for the first page, which is switched off or hidden:"),
        ("word", Part.FOOTER, "unused", "stand in a footer that no page uses:"),
        ("sheets", Part.BODY, "string that no cell shows", "are kept in the workbook, though no cell shows them:"),
        ("sheets", Part.BODY, "formula of B2", "stand in a formula, of which only the result is shown:"),
        ("word", Part.BODY, "field IF", "stand in a field, of which only the result is shown:"),
        ("opendocument", Part.BODY, "field notes", "are formatted as hidden:"),
    ],
)
def test_what_is_not_shown_for_another_reason_is_not_called_formatted_as_hidden(format_: str, part: Part, label: str, words: str) -> None:
    found = detect([hidden("Draft of Monday", part=part, label=label), hidden("Formatted", part=part)], format_)
    assert found[0].message.startswith("These words")
    assert words in found[0].message
    assert len(found) == (1 if "formatted" in words else 2)


def test_words_read_aloud_that_the_page_shows_too_are_not_replaced() -> None:
    shown = TextBlock("A Union\nfor all", page=1)
    aloud = [hidden(text, Concealment.REPLACED, page=1, label="ActualText") for text in ("Union for all", "Union for me")]
    assert [f.evidence.text for f in detect([shown, *aloud], "pdf")] == ["Union for me"]


def test_the_source_is_the_tool_itself() -> None:
    from materials_lint.reports import source

    (finding,) = detect([comment("Why?", "Bo")])
    assert source(finding.guidance) == "Good practice of this tool; the Note does not speak of it"
