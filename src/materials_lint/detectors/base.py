"""What a detector is given and what it gives back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from materials_lint.model.document import Document
from materials_lint.model.finding import Finding
from materials_lint.policy.configuration import Configuration
from materials_lint.policy.rules import Rule


@dataclass(frozen=True, slots=True)
class Tools:
    """What every detector may use: the user's configuration and the rules by code."""

    configuration: Configuration
    rules: Mapping[str, Rule]


@dataclass(frozen=True, slots=True)
class Detector:
    """Finds what its rules describe in one document (not in the files inside it: those are asked for by themselves)."""

    rules: tuple[str, ...]
    detect: Callable[[Document, Tools], Iterator[Finding]]
