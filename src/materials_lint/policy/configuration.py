"""The user's configuration, `materials-lint.toml`, as frozen dataclasses.

Each field carries its help text in its metadata: the settings' reader, the JSON Schema, the file that `init` writes and
the docs are all made from these classes (see `settings`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from materials_lint.model.finding import Severity
from materials_lint.model.source import Limits

PROFILES = ("candidate", "reviewer")


class ConfigurationError(Exception):
    """The configuration can't be used; the message tells the file, the key and the mend."""


def _setting(default: Any, help_: str, **more: Any) -> Any:
    return field(default=default, metadata={"help": help_, **more})


@dataclass(frozen=True, slots=True)
class Person:
    """A candidate by name, with the spellings under which materials speak of them."""

    name: str = _setting("", "the person's name")
    spellings: tuple[str, ...] = _setting((), "other spellings, in any script")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Whose materials these are. Own addresses and numbers are no findings, unless they are ITU's: those are always reported."""

    name: str = _setting("", "the candidate's name (for rules to come)")
    spellings: tuple[str, ...] = _setting((), "other spellings of the name, in any script (for rules to come)")
    member_state: str = _setting("", "the Member State that presents the candidature (for rules to come)")
    telephones: tuple[str, ...] = _setting((), "the campaign's own telephone numbers, with country code; only numbers that are surely ITU's are reported all the same")
    accounts: tuple[str, ...] = _setting((), "the campaign's own social media accounts, by address; only those that are surely ITU's are reported all the same")


@dataclass(frozen=True, slots=True)
class Event:
    """The event around which the campaign takes place."""

    name: str = _setting("", 'the event\'s name, e.g. "PP-26" (for rules to come)')
    venue: str = _setting("", "the event's venue (for rules to come)")


@dataclass(frozen=True, slots=True)
class Check:
    """What is checked and shown."""

    profile: str = _setting("candidate", "candidate: few false alarms; reviewer: everything, with evidence", choices=PROFILES)
    fail_on: str = _setting("warning", "the lowest severity that makes the exit code 1", choices=tuple(Severity))
    select: tuple[str, ...] = _setting((), 'only these rules, by code or first letter ("A", "A05"); empty for all')
    ignore: tuple[str, ...] = _setting((), "leave out these rules, by code or first letter")
    min_confidence: float = _setting(-1.0, "show findings from this confidence on, 0 to 1; -1: as the profile says")


@dataclass(frozen=True, slots=True)
class Files:
    """Which files of a folder are checked."""

    exclude: tuple[str, ...] = _setting((), "patterns as in .gitignore, relative to the folder named on the command line")


@dataclass(frozen=True, slots=True)
class Marks:
    """The user's own marks. Once read from a file, `folder` is the whole path, from the folder of that file on."""

    folder: str = _setting("", 'where your own marks live, seen from this file, e.g. "my-marks"; "materials-lint marks add" puts them there')


@dataclass(frozen=True, slots=True)
class Configuration:
    """All settings together."""

    candidate: Candidate = _setting(Candidate(), "whose materials these are")
    other_candidates: tuple[Person, ...] = _setting((), "the other candidates, one [[other_candidates]] each (for rules to come)", item=Person)
    event: Event = _setting(Event(), "the event around which the campaign takes place")
    check: Check = _setting(Check(), "what is checked and shown")
    files: Files = _setting(Files(), "which files of a folder are checked")
    marks: Marks = _setting(Marks(), "emblems and logos to look for besides those of the Union")
    limits: Limits = _setting(Limits(), "how much a reader may take before it stops and says so")

    @property
    def min_confidence(self) -> float:
        """The confidence from which on findings are shown: the setting, or what the profile says."""
        if self.check.min_confidence >= 0:
            return self.check.min_confidence
        return 0.5 if self.check.profile == "candidate" else 0.0
