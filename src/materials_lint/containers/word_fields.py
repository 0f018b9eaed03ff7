"""Word's fields: codes that stand behind what is shown (ECMA-376 part 1, 17.16)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_WORD = re.compile(r'"((?:[^"\\]|\\.)*)"|(\S+)', re.DOTALL)
_LINKS = {"HYPERLINK", "INCLUDEPICTURE", "INCLUDETEXT", "LINK", "DDE", "DDEAUTO", "RD", "IMPORT", "INCLUDE"}
# Codes without words of the author's own.
_PLAIN = {
    "PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "TOC", "TOA", "REF", "PAGEREF", "NOTEREF", "SEQ", "STYLEREF", "TITLE", "AUTHOR", "DATE", "TIME",
    "SAVEDATE", "CREATEDATE", "PRINTDATE", "EDITTIME", "FILENAME", "FILESIZE", "DOCPROPERTY", "DOCVARIABLE", "INFO", "SUBJECT", "KEYWORDS", "COMMENTS",
    "LASTSAVEDBY", "NUMCHARS", "NUMWORDS", "REVNUM", "TEMPLATE", "SYMBOL", "INDEX", "LISTNUM", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "FORMTEXT",
    "FORMCHECKBOX", "FORMDROPDOWN", "ADVANCE", "EQ", "BIBLIOGRAPHY", "CITATION", "EMBED", "SHAPE", "MERGEFIELD", "USERNAME", "USERINITIALS",
    "USERADDRESS", "CONTROL", "PRIVATE", "BARCODE", "DISPLAYBARCODE", "ADDIN",
}  # fmt: skip


@dataclass(slots=True)
class Field:
    """One open field: its code so far, whether its result has begun, and that result."""

    code: list[str] = field(default_factory=list)
    in_result: bool = False
    result: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a field's code holds besides what is shown: a link's target and tooltip, or words of its own."""

    name: str
    target: str = ""
    tooltip: str = ""
    words: str = ""


def meaning(code: str) -> Meaning:
    """Parse a field's code."""
    tokens = [_unescape(quoted) if quoted or not bare else bare for quoted, bare in _WORD.findall(code)]
    name = tokens[0].upper() if tokens else ""
    if name in _LINKS:
        return _link(name, tokens[1:])
    if name in _PLAIN or name.startswith("=") or not name:
        return Meaning(name, words=_suspicious(code))
    return Meaning(name, words=" ".join(tokens))


def _link(name: str, tokens: list[str]) -> Meaning:
    target = tooltip = anchor = ""
    rest = iter(tokens)
    for word in rest:
        if word == "\\l":
            anchor = next(rest, "")
        elif word == "\\o":
            tooltip = next(rest, "")
        elif word == "\\t":
            next(rest, "")
        elif not word.startswith("\\") or word.startswith("\\\\"):
            # LINK and DDE name a program first and the file after it.
            target = f"{target} {word}".strip()
    if name == "HYPERLINK" and anchor:
        target = f"{target}#{anchor}" if target else ""
    return Meaning(name, target, tooltip)


def _unescape(text: str) -> str:
    return text.replace('\\"', '"').replace("\\\\", "\\")


def _suspicious(code: str) -> str:
    """An address has no business in a page number's code."""
    return code.strip() if re.search(r"\w@\w|://|\bmailto:", code) else ""
