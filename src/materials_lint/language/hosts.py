"""Reading a host name from a place in a text, strictly or through what was done to hide it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from materials_lint.language.data import at_dot, tlds
from materials_lint.language.lazy import Pattern
from materials_lint.language.normalise import fold_letter

# Latin with its extensions, Greek, Cyrillic, Armenian, Cherokee and phonetic letters; a script written without spaces ends a name.
LETTERS = (
    "0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0370-\u0373\u0376-\u037d\u037f-\u03ff"
    "\u0400-\u0481\u048a-\u052f\u0531-\u0587\u13a0-\u13ff\u1d00-\u1dbf\u1e00-\u1fff\u2c60-\u2c7f\uab30-\uabbf"
)
LABEL = Pattern(f"[{LETTERS}]++(?:-++[{LETTERS}]++)*+")
_ANY_LABEL = Pattern(r"[^\W_]++(?:-++[^\W_]++)*+")


def _either(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))


_GAP = r"[ \t]{0,3}\n?[ \t]{0,3}"
_BRACKET = rf"\s?[\[({{<【«「]\s?(?:{_either(at_dot.DOT_BRACKETED)})\s?[\])}}>】»」]\s?"
_WORD = rf"\s{{1,3}}(?:{_either(at_dot.DOT_SPACED)})\s{{1,3}}|\s{{0,2}}(?:{_either(at_dot.DOT_UNSPACED)})\s{{0,2}}"
_DOT = Pattern(
    rf"(?P<strict>\.(?=[^\W_]))|(?P<drawn>[。·•・‧∙⋅](?=[{LETTERS}]))|(?P<bracket>{_BRACKET})|(?P<word>{_WORD})|(?P<spaced>{_GAP}\.{_GAP})",
    re.IGNORECASE,
)
DISGUISED_DOT = Pattern(rf"(?:(?P<bracket>{_BRACKET})|{_WORD}|[。·•・‧∙⋅]|(?<=\s)\.[ \t]|[ \t]\.)(?=[{LETTERS}])", re.IGNORECASE)
_VERSION = Pattern(r"v?\d+")


@dataclass(frozen=True, slots=True)
class Host:
    """A host name at [start, end): `name` in lower case and Latin letters where it can be; `clear`: joined by plain dots."""

    name: str
    labels: tuple[str, ...]
    start: int
    end: int
    clear: bool


def read_host(text: str, at: int, *, strong: bool) -> Host | None:
    """Read the host name that starts at `at`; `strong` where a scheme, "www." or "@" announces it."""
    label = (LABEL.match(text, at) or _ANY_LABEL.match(text, at)) if strong else LABEL.match(text, at)
    found: list[re.Match[str]] = []
    kinds: list[str] = []
    while label and len(found) < 16 and len(label.group()) <= 63:
        found.append(label)
        dot = _DOT.match(text, label.end())
        following = _next_label(text, dot, label) if dot else None
        if not dot or not following or not _goes_on(text, found, dot, following, strong):
            break
        kinds.append(str(dot.lastgroup))
        label = following
    return _host(found, kinds)


def _next_label(text: str, dot: re.Match[str], label: re.Match[str]) -> re.Match[str] | None:
    return LABEL.match(text, dot.end()) or (_ANY_LABEL.match(text, dot.end()) if not label.group().isascii() and dot.lastgroup == "strict" else None)


def _goes_on(text: str, found: list[re.Match[str]], dot: re.Match[str], following: re.Match[str], strong: bool) -> bool:
    before, after = found[-1].group(), following.group()
    whole = is_whole([m.group() for m in found])
    if dot.lastgroup == "strict":
        return not (len(found) > 1 and before.lower() in tlds.KNOWN and _starts_sentence(before, after))
    if dot.lastgroup == "drawn":
        return not whole
    if dot.lastgroup in ("bracket", "word"):
        return not whole or _DOT.match(text, following.end()) is None or dot.lastgroup == "bracket"
    titled = after[0].isupper() and not (after.isupper() and before.isupper())
    return not whole and not titled and _may_be_spaced(text, dot, following, strong)


def _starts_sentence(before: str, after: str) -> bool:
    titled = after[0].isupper() and not after.isupper() and not before[0].isupper()
    return titled or (before.isascii() and fold_label(after) is None)


def _may_be_spaced(text: str, dot: re.Match[str], following: re.Match[str], strong: bool) -> bool:
    ending = following.group().lower()
    both = dot.group()[0].isspace()
    if strong or (both and ending in tlds.WATCHED):
        return ending in tlds.SPACED or _goes_to_known(text, following, both or strong)
    return False


def _goes_to_known(text: str, label: re.Match[str], both: bool) -> bool:
    """Tell whether plain dots (or more spaced ones) lead from here to a known ending: "www . itu . int"."""
    at = label.end()
    for _ in range(4):
        dot = _DOT.match(text, at)
        after = LABEL.match(text, dot.end()) if dot and (both or dot.lastgroup == "strict") else None
        if not after:
            return False
        if after.group().lower() in tlds.SPACED:
            return True
        at = after.end()
    return False


def is_whole(labels: list[str]) -> bool:
    """Tell whether these labels already end in a known ending."""
    return len(labels) > 1 and labels[-1].lower() in tlds.KNOWN and labels[-1].lower() not in tlds.WORDLIKE


def _host(found: list[re.Match[str]], kinds: list[str]) -> Host | None:
    labels = [m.group() for m in found]
    while len(labels) > 1 and kinds[len(labels) - 2] != "strict" and ending_of(labels) not in tlds.KNOWN:
        labels.pop()
    if len(labels) < 2 or not _plausible_end(labels[-1]):
        return None
    name = fold_host(labels)
    return Host(name, tuple(labels), found[0].start(), found[len(labels) - 1].end(), all(k == "strict" for k in kinds[: len(labels) - 1]))


def ending_of(labels: list[str]) -> str:
    """Return the last label as it is meant."""
    last = labels[-1].lower()
    return tlds.MISREAD_ENDINGS.get(fold_label(last) or last, fold_label(last) or last)


def _plausible_end(label: str) -> bool:
    return len(label) > 1 and (not any(c.isdigit() for c in label) or label.lower() in tlds.MISREAD_ENDINGS or label.lower().startswith("xn--"))


def fold_label(label: str) -> str | None:
    """Return a label in plain Latin letters, or None where a letter is drawn like none of them."""
    if label.lower().startswith("xn--"):
        label = _from_punycode(label)
    if label.isascii():
        return label.lower()
    folded = "".join(fold_letter(c) for c in label).lower()
    return folded if folded.isascii() else None


def _from_punycode(label: str) -> str:
    try:
        return label[4:].encode("ascii").decode("punycode")
    except (UnicodeError, ValueError):
        return label


def fold_host(labels: list[str]) -> str:
    """Return the host name in lower case; in Latin letters where all of it is drawn so and the ending is a known one."""
    folded = [fold_label(label) for label in labels]
    plain = [f for f in folded if f is not None]
    if len(plain) == len(labels) and (ending_of(plain) in tlds.KNOWN or all(label.isascii() for label in labels)):
        return ".".join(_meant(_without_guards(plain)))
    return ".".join(label.lower() for label in labels)


def _without_guards(labels: list[str]) -> list[str]:
    kept = [label for label in labels if label not in at_dot.SPAM_GUARDS]
    if len(kept) > 1 and kept[-1] == "invalid" and is_whole(kept[:-1]):
        kept.pop()
    return kept if len(kept) > 1 else labels


def _meant(labels: list[str]) -> list[str]:
    labels = [*labels[:-1], tlds.MISREAD_ENDINGS.get(labels[-1], labels[-1])]
    pair = (labels[-2], labels[-1])
    return [*labels[:-2], *tlds.MISREAD_NAMES.get(pair, pair)]


def stands_alone(host: Host, text: str) -> bool:
    """Tell whether a host name without scheme, "www." or "@" is one, and no missing space or file name."""
    labels = [label.lower() for label in host.labels]
    ending = host.name.rpartition(".")[2]
    if ending not in tlds.KNOWN or all(_VERSION.fullmatch(label) for label in labels[:-1]):
        return False
    if len(labels[-2]) < 2 and host.name not in tlds.SHORT:
        return False
    if host.labels[-1][0].isupper() and not host.labels[-1].isupper() and not host.labels[-2][0].isupper():
        return False
    followed = text[host.end : host.end + 1] == "/"
    return ending not in tlds.WORDLIKE or followed or len(labels) > 2 or "-" in labels[-2]
