"""Undoing what hides an address from a search but not from a program or a patient reader."""

from __future__ import annotations

import re
from collections.abc import Callable

from materials_lint.language.data import at_dot
from materials_lint.language.lazy import Pattern
from materials_lint.language.mapped import Change, Edit, Normalised

_NAMES = {"commat": "@", "period": ".", "sol": "/", "colon": ":", "amp": "&", "lowbar": "_", "hyphen": "-", "lpar": "(", "rpar": ")", "lbrack": "[", "rbrack": "]"}
_ENTITY = Pattern(rf"&(?:#(\d{{1,7}})(?!\d);?|#[xX]([0-9A-Fa-f]{{1,6}})(?![0-9A-Fa-f]);?|({'|'.join(_NAMES)});)")
_PERCENT = Pattern(r"%(?:25){0,2}(2[BDEFbdef]|3[0-9AaDdFf]|40|[46][1-9A-Fa-f]|5[0-9AaFf]|7[0-9Aa])")
_QUOTED = Pattern(r"(?<=[\w.+-])=40(?=[\w-]{1,63}(?:\.|=2[eE])\w)")
_QUOTED_DOT = Pattern(r"(?<=[\w-])=2[eE](?=\w)")
_QUOTED_BREAK = Pattern(r"=\r?\n(?=[\w.@])")
_JOINED = Pattern(r"(?<![\w.-])[0-9a-z.]{1,64}+([-_|/])at\1[0-9a-z]{1,63}+(?:\1dot\1[0-9a-z]{1,63}+)++(?![0-9a-z])", re.IGNORECASE)
_JOINER = Pattern(r"[-_|/](at|dot)(?=[-_|/])[-_|/]", re.IGNORECASE)

_MARKED = Pattern(r"(?<![\w.+*`\\~/-])[\w.+*`\\~-]{1,90}+@[\w.*`\\~-]{2,120}+")
_MARKUP = Pattern(r"(?<=.)(?:\*{1,3}|`{1,2}|~~|\\(?=[.@_+-]))(?=.)", re.DOTALL)
_UNDERLINED = Pattern(r"(?<=[@.])_{1,2}(?=[^\W_])|(?<=[^\W_])_{1,2}(?=\.|$)")
_LABEL = Pattern(r"(?<=\w\.)(\*{1,2}|_{1,2}|`)([^\W_][A-Za-z0-9-]{0,62})\1(?=[./\s]|$)")
_ESCAPED = Pattern(r"(?<=\w)\\(?=\.\w)")
_SPELT = "|".join(map(re.escape, (*at_dot.AT_SURE, "at", "à", "chez", "en", "на", "在", "في", *at_dot.DOT_SPACED, *at_dot.DOT_UNSPACED)))
_AT_OR_DOT = Pattern(
    rf"(?<=\s)([*_`~]{{1,2}})({_SPELT})\1(?=\s)",
    re.IGNORECASE,
)
_FOLD = Pattern(r"\r?\n[ \t]")


def decoded(text: Normalised) -> Normalised:
    """Decode HTML entities, percent signs, quoted-printable left-overs, folded lines, Markdown marks and "name_at_host_dot_int"."""
    if "BEGIN:V" in text.text and _FOLD.search(text.text):
        text = text.edited([(m.start(), m.end(), "") for m in _FOLD.finditer(text.text)], Change.LINE_BREAK)
    text = _without_markup(text)
    if "&" in text.text:
        text = _rewritten(text, _ENTITY, _entity)
    if "%" in text.text:
        text = _rewritten(text, _PERCENT, lambda m: chr(int(m.group(1), 16)))
    if "=" in text.text:
        text = _unquoted(text)
    edits = [edit for found in _JOINED.finditer(text.text) for edit in _joiners(found)]
    return text.edited(edits, Change.WORDS) if edits else text


def _without_markup(text: Normalised) -> Normalised:
    """Take emphasis and escapes out of addresses: "anna@**itu**.int", "anna *at* itu"."""
    if not any(mark in text.text for mark in "*_`\\~"):
        return text
    text = _rewritten(text, _AT_OR_DOT, lambda m: f"[{m.group(2)}]")
    text = _rewritten(text, _ESCAPED, lambda _: "")
    text = _rewritten(text, _LABEL, lambda m: m.group(2))
    edits: list[Edit] = []
    for found in _MARKED.finditer(text.text):
        host = text.text.index("@", found.start())
        places = [m.span() for m in _MARKUP.finditer(text.text, found.start() + 1, found.end())]
        places += [m.span() for m in _UNDERLINED.finditer(text.text, host, found.end())]
        edits += [(low, high, "") for low, high in sorted(places) if high < found.end()]
    return text.edited(edits, Change.WORDS) if edits else text


def _rewritten(text: Normalised, pattern: Pattern, new: Callable[[re.Match[str]], str]) -> Normalised:
    edits = [(m.start(), m.end(), new(m)) for m in pattern.finditer(text.text)]
    return text.edited(edits, Change.ENCODED) if edits else text


def _entity(found: re.Match[str]) -> str:
    decimal, hexadecimal, name = found.groups()
    if name:
        return _NAMES[name]
    code = int(decimal) if decimal else int(hexadecimal, 16)
    return chr(code) if 32 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " "


def _unquoted(text: Normalised) -> Normalised:
    evidence = "=40" in text.text or "=2E" in text.text or "=3D" in text.text or "=20" in text.text
    if evidence:
        text = _rewritten(text, _QUOTED_BREAK, lambda _: "")
    text = _rewritten(text, _QUOTED, lambda m: "=40" if _in_link(text.text, m.start()) else "@")
    return _rewritten(text, _QUOTED_DOT, lambda m: "=2E" if _in_link(text.text, m.start()) else ".")


def _in_link(text: str, at: int) -> bool:
    run = text[max(0, at - 200) : at].split()[-1:]
    return any("?" in part or "://" in part for part in run)


def _joiners(found: re.Match[str]) -> list[Edit]:
    mark, run = found.group(1), found.group()
    return [
        (found.start() + m.start(), found.start() + m.end(), "@" if m.group(1).lower() == "at" else ".")
        for m in _JOINER.finditer(run)
        if m.group()[0] == m.group()[-1] == mark
    ]
