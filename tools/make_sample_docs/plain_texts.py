"""Drafts in plain text, Markdown and RTF."""

from __future__ import annotations

from pathlib import Path

_TEXTS = Path(__file__).with_name("texts")


def _text(name: str) -> str:
    return (_TEXTS / name).read_text(encoding="utf-8")


def appeal_ru() -> bytes:
    """A circular appeal in the Windows code page, with the address broken over two lines and an office telephone."""
    return _text("appeal-ru.txt").replace("\n", "\r\n").encode("cp1251")


def notes_en() -> bytes:
    """Clean notes in UTF-16, full of names that only look like the Union's."""
    return ("\ufeff" + _text("notes-en.txt").replace("\n", "\r\n")).encode("utf-16-le")


def pledge_ar() -> bytes:
    """A clean pledge in UTF-8."""
    return _text("pledge-ar.txt").encode()


def faq_en() -> bytes:
    """Clean questions and answers: references, mail moved to a private account, the Ethics Office."""
    return _text("faq-en.md").encode()


def invitation_fr() -> bytes:
    """An invitation in RTF whose replies go to the Union's building, saved with the Union as its company."""
    body = "\\par\n".join(_rtf(line) for line in _text("invitation-fr.txt").splitlines())
    info = "{\\info{\\title Invitation}{\\author " + _rtf("Solène Mbaki-Tournel") + "}{\\*\\company " + _rtf("Union internationale des télécommunications (UIT)") + "}}"
    return ("{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\froman Garamond;}}\n" + info + "\n\\paperw11906\\paperh16838\\f0\\fs24 " + body + "\\par\n}\n").encode(
        "ascii"
    )


def _rtf(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}")
    return "".join(char if ord(char) < 128 else f"\\u{ord(char)}?" for char in escaped)


DRAFTS = {
    "appeal-ru.txt": appeal_ru,
    "notes-en.txt": notes_en,
    "pledge-ar.txt": pledge_ar,
    "faq-en.md": faq_en,
    "invitation-fr.rtf": invitation_fr,
}
