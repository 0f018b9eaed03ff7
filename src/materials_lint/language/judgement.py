"""The purposes an address may have, and a judgement of it; light, where judging itself is not."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Purpose(StrEnum):
    """What an address is given for."""

    CHANNEL = "channel"
    REFERENCE = "reference"
    MOVED = "moved"
    ETHICS_OFFICE = "ethics-office"
    PERMISSION = "permission"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A purpose with the words that decided, as they stand in the text, and how sure it is, 0 to 1.

    MOVED is an address that readers are asked not to use, or whose mail went elsewhere.
    """

    purpose: Purpose
    cue: str
    confidence: float
