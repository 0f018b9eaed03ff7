"""Plain text in paragraphs, under the limit on how much of it is read."""

from __future__ import annotations

from materials_lint.model.document import Gap, Reason
from materials_lint.model.source import Limits


def paragraphs(text: str) -> list[str]:
    """Split at blank lines; the line breaks inside a paragraph stay."""
    found: list[list[str]] = [[]]
    for line in text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n\n").split("\n"):
        if line.strip():
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return ["\n".join(block) for block in found if block]


def within_limit(text: str, limits: Limits, what: str = "The text") -> tuple[str, tuple[Gap, ...]]:
    """Cut text at max_text_chars, with the gap that says so."""
    most = limits.max_text_chars
    if len(text) <= most:
        return text, ()
    message = f"{what} has {len(text)} characters; only the first max_text_chars = {most} were read. Raise the limit or split the file."
    return text[:most], (Gap(Reason.TOO_LARGE, message),)
