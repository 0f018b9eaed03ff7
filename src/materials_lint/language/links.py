"""Web addresses: with a scheme, with "www.", and bare host names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from materials_lint.language.data import at_dot, tlds
from materials_lint.language.hosts import DISGUISED_DOT, LETTERS, Host, read_host, stands_alone
from materials_lint.language.lazy import Pattern
from materials_lint.language.sighting import AddressKind, Sighting

_SCHEME = Pattern(r"(?:h[tx]{2}ps?|ftps?|wss?|gemini)\s?[\[(]?:[\])]?\s?[/\\]{2}[ \n]?", re.IGNORECASE)
_USERINFO = Pattern(r"[^\s/\\?#@<>\"'，。、；）]{1,128}+@")
_PORT = Pattern(r":\d{1,5}(?![\d.])")
_TAIL = Pattern(r"[/?#\\][^\s<>\"“”„«»{}|^`，。、；：！？（）《》「」『』【】〈〉،؛؟\x00]{0,4000}+")
_INNER = Pattern(r"https?:[/\\]{1,2}|(?<==)www\.|(?<=[=/])[\w.+-]{1,64}@[\w-]{1,63}\.\w", re.IGNORECASE)
_GLUED = Pattern("(?<=[^/\u4e00-\u9fff])[\u3040-\u30ff\u4e00-\u9fff]|(?<=[0-9A-Za-z])[\u0620-\u06d3]")
_ENDS = ".,;:!?'*_~…\\-"
_NUMBERS = Pattern(r"\d{1,3}(?:\.\d{1,3}){3}(?![\w.])")
_BARE = Pattern(rf"(?<![{LETTERS}_.@/\\-])(?=[{LETTERS}-]{{1,63}}\.[^\W_])")
_WWW = Pattern(rf"(?<![{LETTERS}@-])www\d?\s?(?:[.。·]|[\[(]\s?(?:\.|dot)\s?[\])]|\s(?:dot|point|punto|точка)\s)", re.IGNORECASE)
_IN_NAME = Pattern(f"[{LETTERS}.-]")
_CONTINUES = Pattern(r"\n[ \t]{0,4}(?=[^\s]*[/.\d_=&-])([a-z0-9%._~/?#=&+-]+)(?=\s|$)")


def find_schemes(text: str) -> Iterator[Sighting]:
    """Yield the addresses that begin with a scheme; one inside another's query is yielded by itself."""
    after = 0
    for scheme in _SCHEME.finditer(text):
        if scheme.start() < after:
            continue
        at = _past_userinfo(text, scheme.end())
        host = read_host(text, at, strong=True) or _single(text, at)
        if host:
            found = _link(text, host, scheme.start())
            after = found.end
            yield found


def _past_userinfo(text: str, at: int) -> int:
    """Skip "name:password@": the host is what follows the last at sign before the path."""
    for _ in range(4):
        userinfo = _USERINFO.match(text, at)
        if not userinfo:
            break
        at = userinfo.end()
    return at


def _single(text: str, at: int) -> Host | None:
    """Read a number address: "http://192.0.2.1/"."""
    number = _NUMBERS.match(text, at)
    return Host(number.group(), tuple(number.group().split(".")), at, number.end(), True) if number else None


def find_bare(text: str) -> Iterator[Sighting]:
    """Yield "www." addresses and host names that stand alone, plain or with disguised dots."""
    after = 0
    starts = sorted({m.start(): True for m in _WWW.finditer(text)} | {m.start(): False for m in _BARE.finditer(text)} | _before_disguises(text))
    strong = {m.start() for m in _WWW.finditer(text)}
    for at in starts:
        if at < after:
            continue
        host = read_host(text, at, strong=at in strong)
        if host and (at in strong or _is_host(host, text)):
            found = _link(text, host, at)
            after = found.end
            yield found


def _is_host(host: Host, text: str) -> bool:
    if not stands_alone(host, text) or (not host.clear and host.labels[0].lower() in at_dot.NOT_A_HOST):
        return False
    return host.clear or host.name.rpartition(".")[2] in tlds.WATCHED or "[" in text[host.start : host.end] or len(host.labels) > 2


def _before_disguises(text: str) -> dict[int, bool]:
    """Return where the word before each disguised dot starts."""
    found: dict[int, bool] = {}
    chain = -1
    for dot in DISGUISED_DOT.finditer(text):
        end = dot.start()
        while end > 0 and text[end - 1].isspace() and end > dot.start() - 3:
            end -= 1
        at = end
        while at > 0 and at > end - 63 and _IN_NAME.match(text, at - 1):
            at -= 1
        if chain < at < end:
            found[at] = False
        chain = dot.end()
    return found


def _link(text: str, host: Host, start: int) -> Sighting:
    port = _PORT.match(text, host.end)
    end = port.end() if port else host.end
    tail = _TAIL.match(text, end)
    path = _without_ends(tail.group()) if tail else ""
    end += len(path)
    further = _CONTINUES.match(text, end) if path and path[-1] in "/-_=&?" else None
    if further:
        more = _without_ends(further.group(1))
        path, end = path + more, further.start(1) + len(more)
    shown = "" if path == "/" else path.replace("\\", "/")
    return Sighting(AddressKind.URL, host.name + (shown if shown.startswith("/") else "/" + shown if shown else ""), host.name, shown, start, end)


def _closed(path: str) -> int:
    """Return where a bracket closes that was opened before the address, or the path's end."""
    depth = 0
    for at, char in enumerate(path):
        depth += (char == "(") - (char == ")")
        if depth < 0:
            return at
    return len(path)


def _without_ends(path: str) -> str:
    """Cut a path before an address inside it and before glued prose, and take closing punctuation off."""
    for pattern in (_INNER,) if path.isascii() else (_INNER, _GLUED):
        found = pattern.search(path, 1)
        if found:
            path = path[: found.start()]
    path = path[: _closed(path)]
    while path:
        last = path[-1]
        unbalanced = (last == ")" and path.count("(") < path.count(")")) or (last == "]" and path.count("[") < path.count("]"))
        if last not in _ENDS and not unbalanced:
            break
        path = path[:-1]
    return path
