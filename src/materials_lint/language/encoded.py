"""Undoing what hides an address from a search but not from a program or a patient reader."""

from __future__ import annotations

import re
from collections.abc import Callable

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


def decoded(text: Normalised) -> Normalised:
    """Decode HTML entities, percent signs, quoted-printable left-overs and "name_at_host_dot_int"."""
    if "&" in text.text:
        text = _rewritten(text, _ENTITY, _entity)
    if "%" in text.text:
        text = _rewritten(text, _PERCENT, lambda m: chr(int(m.group(1), 16)))
    if "=" in text.text:
        text = _unquoted(text)
    edits = [edit for found in _JOINED.finditer(text.text) for edit in _joiners(found)]
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
