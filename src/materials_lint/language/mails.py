"""E-mail addresses, plain and disguised."""

from __future__ import annotations

import re
from collections.abc import Iterator

from materials_lint.language.data import at_dot
from materials_lint.language.hosts import LETTERS, Host, fold_label, read_host
from materials_lint.language.lazy import Pattern
from materials_lint.language.sighting import AddressKind, Sighting

_LONGEST = 64
_NEAR = 90


def _either(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))


_AT = Pattern(
    rf"(?P<bracket>[\[({{<【«「]\s?(?:{_either(at_dot.AT_BRACKETED)})\s?[\])}}>】»」])|(?P<sign>@)"
    rf"|(?P<sure>(?<=\s)(?:{_either(at_dot.AT_SURE)})(?=\s)|{_either(at_dot.AT_SURE_UNSPACED)})"
    rf"|(?P<doubtful>(?<=\s)(?:{_either(at_dot.AT_DOUBTFUL)})(?=\s{{1,3}}[{LETTERS}]{{1,63}}+(?:[.\s\[(]))|(?:{_either(at_dot.AT_DOUBTFUL_UNSPACED)})(?=\s{{0,3}}[A-Za-z]))",
    re.IGNORECASE,
)
_MAILBOX = Pattern(rf"[{LETTERS}_.%+'~&*!-]")
_TRIMMED = "._-'~&*!%+"
_DOT_IN_MAILBOX = Pattern(
    rf"\s?[\[({{<]\s?(?:{_either(at_dot.DOT_BRACKETED)})\s?[\])}}>]\s?"
    rf"|\s(?:{_either(at_dot.DOT_SPACED)})\s|\s?(?:{_either(at_dot.DOT_UNSPACED)})\s?|\s\.\s",
    re.IGNORECASE,
)
_DOT_BEFORE = Pattern(f"(?:{_DOT_IN_MAILBOX.source})$", re.IGNORECASE)
_GUARD = Pattern(rf"(?:^|[._+-])(?:{_either(at_dot.SPAM_GUARDS[:-1])})(?:[._+-]|$)", re.IGNORECASE)
_SHOUTED_GUARD = Pattern("(?<=[a-z0-9])(?:NOSPAM|NO-SPAM|REMOVETHIS|REMOVEME)|(?:NOSPAM|NO-SPAM|REMOVETHIS|REMOVEME)(?=[a-z0-9])")


def find_mails(text: str) -> Iterator[Sighting]:
    """Yield the e-mail addresses of a decoded text; "an @itu.int account" gives one without a mailbox."""
    after = 0
    for at in _AT.finditer(text):
        if at.start() < after:
            continue
        found = _mail(text, at, after)
        if found:
            after = found.end
            yield found


def _mail(text: str, at: re.Match[str], after: int) -> Sighting | None:
    start = _skip_space(text, at.end())
    if start >= len(text) or (at.lastgroup == "sign" and text[at.end()] == "@"):
        return None
    host = read_host(text, start, strong=at.lastgroup != "doubtful")
    if host is None or (at.lastgroup == "bracket" and not host.clear and not _has_ending(host)):
        return None
    low, high = _mailbox(text, at, max(after, at.start() - _NEAR))
    mailbox = text[low:high]
    if low and text[low - 1] == "@":
        return None
    if at.lastgroup == "doubtful" and not _is_clear(at, mailbox, host):
        return None
    if at.lastgroup == "sign" and not _belongs(text, at, (low, high), start):
        low, mailbox = at.start(), ""
    if at.lastgroup != "sign" and (not mailbox.strip(_TRIMMED) or mailbox.lower() in at_dot.NOT_A_MAILBOX):
        return None
    return _sighting(mailbox, host, low)


def _has_ending(host: Host) -> bool:
    return host.name.rpartition(".")[2].isalpha()


def _sighting(mailbox: str, host: Host, start: int) -> Sighting:
    local = _fold_mailbox(mailbox)
    return Sighting(AddressKind.EMAIL, f"{local}@{host.name}", host.name, local, start, host.end)


def _skip_space(text: str, at: int) -> int:
    """Skip a dozen spaces with at most one line break among them."""
    stop = at
    while stop < len(text) and stop < at + 12 and text[stop].isspace() and text.count("\n", at, stop + 1) <= 1:
        stop += 1
    return stop


def _mailbox(text: str, at: re.Match[str], lowest: int) -> tuple[int, int]:
    """Return where the mailbox before an at sign stands, through dots in words and spaced dots."""
    high = at.start()
    while high > lowest and high > at.start() - 4 and text[high - 1].isspace() and text.count("\n", high - 1, at.start()) <= 1:
        high -= 1
    low = _run_start(text, high, lowest)
    for _ in range(4):
        dot = _DOT_BEFORE.search(text, max(lowest, low - 14), low)
        if dot is None or low == high:
            break
        further = _run_start(text, dot.start(), lowest)
        if further == dot.start() or text[further : dot.start()].lower() in at_dot.NOT_A_MAILBOX:
            break
        low = further
    while low < high and text[low] in _TRIMMED:
        low += 1
    return low, high


def _run_start(text: str, high: int, lowest: int) -> int:
    low = high
    while low > lowest and low > high - _LONGEST and _MAILBOX.match(text, low - 1):
        low -= 1
    return low


def _is_clear(at: re.Match[str], mailbox: str, host: Host) -> bool:
    """Tell "alice at itu dot int" from "look at itu.int"."""
    if mailbox.lower() in at_dot.NOT_A_MAILBOX or not mailbox or not _has_ending(host):
        return False
    shouted = at.group().isupper() and not mailbox.isupper() and len(at.group()) > 1
    return not host.clear or shouted or bool(re.search(r"[a-z0-9][._][a-z0-9]", mailbox, re.IGNORECASE))


def _belongs(text: str, at: re.Match[str], mailbox_at: tuple[int, int], host_at: int) -> bool:
    """Tell whether the word before a spaced at sign is the mailbox: not in "my @itu.int account"."""
    low, high = mailbox_at
    mailbox = text[low:high]
    if not mailbox or high == at.start():
        return bool(mailbox)
    if mailbox.lower() in at_dot.NOT_A_MAILBOX:
        return False
    labelled = text[max(0, low - 4) : low].rstrip(" ").endswith((":", "<", "(", "|")) or "\n" in text[high : at.start()] or low == 0
    return host_at > at.end() or labelled or bool(re.search(r"[._\d-]", mailbox))


def _fold_mailbox(mailbox: str) -> str:
    local = _SHOUTED_GUARD.sub("", mailbox)
    local = _GUARD.sub("", local)
    local = _DOT_IN_MAILBOX.sub(".", local)
    folded = fold_label(local)
    mixed = any(c.isascii() and c.isalpha() for c in local)
    return folded if folded is not None and (mixed or local.isascii()) else local.lower()
