"""A ZIP of two drafts, as teams send them."""

from __future__ import annotations

from pathlib import Path

from tools.make_sample_docs.words import contribution_en
from tools.make_sample_docs.zips import packed

_TEXTS = Path(__file__).with_name("texts")


def drafts_en() -> bytes:
    """One draft dressed as a contribution document, and a clean thank-you note."""
    return packed({"drafts/ten-ideas.docx": contribution_en(), "drafts/thank-you.md": (_TEXTS / "thank-you-en.md").read_bytes()})


DRAFTS = {"drafts-en.zip": drafts_en}
