"""What the finders of the several kinds of address hand to `addresses`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class AddressKind(StrEnum):
    """The kinds of address that are told apart."""

    EMAIL = "email"
    URL = "url"
    PHONE = "phone"
    HANDLE = "handle"


@dataclass(frozen=True, slots=True)
class Sighting:
    """An address at [start, end) of the text that the finder was given; the fields are those of `addresses.Address`."""

    kind: AddressKind
    value: str
    host: str
    local: str
    start: int
    end: int
