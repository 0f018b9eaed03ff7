"""Text that a page does not show: one finding a hidden part, however many passages it holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum, auto

from materials_lint.detectors.hidden_content._passages import names_itu, opening, subject, these_words, worth_showing
from materials_lint.model.document import Concealment, Origin, Part, TextBlock
from materials_lint.model.finding import Finding, Severity
from materials_lint.policy.rules import Rule

_WORDS = {
    Concealment.SAME_COLOUR: "have the same colour as their background",
    Concealment.INVISIBLE: "are drawn invisibly",
    Concealment.TINY: "are too small to read",
    Concealment.OFF_PAGE: "lie outside the visible page",
    Concealment.COVERED: "lie behind a picture or a box",
    Concealment.HIDDEN_LAYER: "lie on a hidden layer",
    Concealment.HIDDEN_FORMAT: "are formatted as hidden",
    Concealment.HIDDEN_SHEET: "stand on a hidden slide or sheet, or in a hidden row or column",
}
_USUAL = "are folded away when the web page opens, as menus, cookie boxes and help for screen readers are"
_MISPLACED = "those that do not belong to the page (menus and cookie boxes may stay)"
_SHEETS = {"slides": "stand on a hidden slide", "sheets": "stand on a hidden sheet, or in a hidden row or column"}
# As readers label what no format property hides: headers and footers of single pages, and what stands behind the words shown.
_MARGINS = {
    "even pages": "stand in a {part} for the even pages, which is switched off or hidden",
    "first page": "stand in a {part} for the first page, which is switched off or hidden",
    "unused": "stand in a {part} that no page uses",
}
_BEHIND = (
    ("sheets", "string that no cell shows", "are kept in the workbook, though no cell shows them"),
    ("sheets", "formula of ", "stand in a formula, of which only the result is shown"),
    ("word", "field ", "stand in a field, of which only the result is shown"),
    ("legacy-office", "field ", "stand in a field, of which only the result is shown"),
    ("email", "outside the mail's parts", "stand outside the parts that a mail program shows"),
)
_FEW_WORDS = 4
_MOST_WORDS_TO_SKIP = 7
_IDEOGRAPHS_A_WORD = 3
_SKIPPING = (
    "skip ",
    "jump to ",
    "aller ",
    "passer ",
    "accéder ",
    "saltar ",
    "ir al ",
    "ir a ",
    "перейти ",
    "пропустить ",
    "跳到",
    "跳至",
    "跳转",
    "跳过",
    "انتقل ",
    "تخط",
)


class _Manner(Enum):
    HIDDEN = auto()
    REPLACED = auto()
    SOURCE = auto()
    USUAL = auto()


_Group = tuple[_Manner, *tuple[object, ...]]


def findings(format_: str, blocks: Sequence[TextBlock], rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each way in which a part of a page hides words."""
    groups: dict[_Group, list[TextBlock]] = {}
    for block in blocks:
        if block.concealment is not None and not _said_openly(block, blocks):
            groups.setdefault(_group(format_, block), []).append(block)
    for (manner, *_), group in groups.items():
        shown = worth_showing(group)
        span, seen = opening(shown.text), subject(shown)
        what = these_words(format_, group)
        if manner is _Manner.SOURCE:
            yield rule.at("source-comment", shown, span=span, subject=seen, confidence=0.6, what=_in_the_source(group))
        elif manner is _Manner.REPLACED:
            yield rule.at("replaced", shown, span=span, subject=seen, confidence=0.9, what=what)
        elif manner is _Manner.USUAL:
            yield rule.at("hidden", shown, span=span, subject=seen, confidence=0.6, severity=Severity.NOTE, words=f"{what} {_USUAL}", these=_MISPLACED)
        else:
            yield rule.at("hidden", shown, span=span, subject=seen, confidence=0.9, words=f"{what} {_how(format_, shown)}", these="them")


def _group(format_: str, block: TextBlock) -> _Group:
    """Return what a passage is told together with, the manner of its hiding first."""
    if block.concealment is Concealment.SOURCE_COMMENT:
        return (_Manner.SOURCE,)
    if block.concealment is Concealment.REPLACED:
        return (_Manner.REPLACED, block.page, block.part)
    if format_ != "html":
        return (_Manner.HIDDEN, block.page, block.concealment, block.part, _named(format_, block))
    itu = names_itu(block.text)
    if not itu and (block.concealment is Concealment.HIDDEN_FORMAT or _steers(block.text)):
        return (_Manner.USUAL, block.page)
    return (_Manner.HIDDEN, block.page, block.concealment, block.part, itu)


def _in_the_source(group: Sequence[TextBlock]) -> str:
    more = len(group) - 1
    return f"These words and {more} more passage{'s' if more > 1 else ''} stand in comments" if more else "These words stand in a comment"


def _how(format_: str, block: TextBlock) -> str:
    if block.concealment is Concealment.HIDDEN_SHEET:
        return _SHEETS.get(format_, _WORDS[Concealment.HIDDEN_SHEET])
    return _named(format_, block) or _WORDS[block.concealment or Concealment.HIDDEN_FORMAT]


def _named(format_: str, block: TextBlock) -> str:
    """Return how a text is hidden that the reader's label tells more of than its concealment; empty where it does not."""
    if block.concealment is not Concealment.HIDDEN_FORMAT:
        return ""
    if block.part in {Part.HEADER, Part.FOOTER}:
        return _MARGINS.get(block.label, "").format(part=block.part.value)
    return next((words for kind, label, words in _BEHIND if format_ == kind and block.label.startswith(label)), "")


def _steers(text: str) -> bool:
    """Tell whether a text is so short, or so begins, as the words do that lead a screen reader through a web page."""
    words = len(text.split()) + sum("\u3400" <= c <= "\u9fff" for c in text) // _IDEOGRAPHS_A_WORD
    return words < _FEW_WORDS or (words < _MOST_WORDS_TO_SKIP and text.strip().casefold().startswith(_SKIPPING))


def _said_openly(block: TextBlock, blocks: Sequence[TextBlock]) -> bool:
    """Tell whether what a PDF has a program read aloud (ActualText) stands on the same page for all to see."""
    if block.concealment is not Concealment.REPLACED or block.context:
        return False
    wanted = _squeezed(block.text)
    seen = (other.text for other in blocks if other.concealment is None and other.origin is Origin.TEXT_LAYER and block.page in {None, other.page})
    return wanted in _squeezed("".join(seen))


def _squeezed(text: str) -> str:
    return "".join(text.casefold().split())
