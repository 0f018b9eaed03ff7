"""Finding addresses: e-mail, web, telephone, accounts, plain or disguised."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from materials_lint.language.encoded import decoded
from materials_lint.language.handles import find_handles
from materials_lint.language.links import find_bare, find_schemes
from materials_lint.language.mails import find_mails
from materials_lint.language.mapped import Change, Normalised
from materials_lint.language.normalise import fold_letter, normalise
from materials_lint.language.phones import find_phones
from materials_lint.language.sighting import AddressKind, Sighting

__all__ = ["Address", "AddressKind", "find_addresses"]

SEARCHED_ONCE = 1_000_000
_FINDERS: tuple[Callable[[str], Iterable[Sighting]], ...] = (find_schemes, find_mails, find_bare, find_handles, find_phones)


@dataclass(frozen=True, slots=True)
class Address:
    """An address at [start, end) of the text that was searched.

    `value` is canonical: "local@host" for e-mail ("@host" where only the domain is named), "host/path" for the web,
    "+41227305111" for telephones ("0..." or bare digits where no country can be told), "platform:name" or "@name" for
    accounts. `host` is the mail or web host, or the platform; `local` is the mailbox, the path with its query, the
    extension, or the account's name. `changes` tells how an address that is not written as it is
    meant is hidden (WORDS: "at" and "dot" in words or brackets, or letters to be left out).
    """

    kind: AddressKind
    value: str
    host: str
    local: str
    start: int
    end: int
    changes: frozenset[Change]


def find_addresses(text: str) -> tuple[Address, ...]:
    """Return the addresses of a text in their order; none overlaps another."""
    return _cached(text) if len(text) <= SEARCHED_ONCE else _find(text)


@lru_cache(maxsize=256)
def _cached(text: str) -> tuple[Address, ...]:
    return _find(text)


def _find(text: str) -> tuple[Address, ...]:
    reading = decoded(normalise(text))
    rest = _plain_digits(reading.text)
    found: list[Sighting] = []
    for finder in _FINDERS:
        fresh = list(finder(rest))
        rest = _blanked(rest, fresh)
        found.extend(fresh)
    return tuple(_address(text, reading, sighting) for sighting in sorted(found, key=lambda s: s.start))


_DIGITS = {ord(digit): str(value) for digits in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९") for value, digit in enumerate(digits)}


def _plain_digits(text: str) -> str:
    return text if text.isascii() else text.translate(_DIGITS)


def _blanked(text: str, found: list[Sighting]) -> str:
    """Return the text with what was found put out of the other finders' sight; its length stays."""
    pieces: list[str] = []
    at = 0
    for sighting in found:
        pieces += [text[at : sighting.start], "\0" * (sighting.end - sighting.start)]
        at = sighting.end
    return "".join([*pieces, text[at:]])


def _address(text: str, reading: Normalised, sighting: Sighting) -> Address:
    start, end = reading.span(sighting.start, sighting.end)
    disguised = sighting.kind in (AddressKind.EMAIL, AddressKind.URL) and not _is_plain(text[start:end].lower(), sighting)
    changes = _changes(text[start:end], sighting) if disguised else frozenset()
    return Address(sighting.kind, sighting.value, sighting.host, sighting.local, start, end, changes)


def _changes(written: str, sighting: Sighting) -> frozenset[Change]:
    """Return what had to be undone between the address as written and as meant."""
    read = decoded(normalise(written))
    found = set(read.changes)
    if "\n" in read.text:
        found.add(Change.LINE_BREAK)
    if _has_look_alikes(read.text, sighting):
        found.add(Change.HOMOGLYPH)
    if " " in read.text and "." in read.text and ("@" in read.text or sighting.kind is AddressKind.URL):
        found.add(Change.SPACED)
    return frozenset(found or {Change.WORDS})


def _has_look_alikes(written: str, sighting: Sighting) -> bool:
    """Tell whether letters of other scripts stand for the Latin ones of a host name."""
    if not sighting.host.isascii():
        return False
    return "xn--" in written.lower() or any(fold_letter(char) != char and fold_letter(char).isascii() for char in written if char.isalpha() and not char.isascii())


def _is_plain(written: str, sighting: Sighting) -> bool:
    meant = sighting.value.lower() if sighting.kind is AddressKind.EMAIL else sighting.host
    return meant in written
