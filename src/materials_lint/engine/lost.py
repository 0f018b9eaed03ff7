"""A task that came to grief, and how."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Trouble(StrEnum):
    """How a task came to grief."""

    CRASH = "crash"
    TIMEOUT = "timeout"
    MEMORY = "memory"


@dataclass(frozen=True, slots=True)
class Lost:
    """A task that gave no answer, and why."""

    trouble: Trouble
    detail: str = ""
