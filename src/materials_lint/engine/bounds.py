"""How much a worker process may take, as far as the platform can hold it to that."""

from __future__ import annotations

import sys
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bounds:
    """Memory in bytes of address space, CPU and wall time in seconds for one task."""

    memory: int
    cpu: float
    wall: float


def bound_memory(bounds: Bounds) -> bool:
    """Limit this process's address space and forbid core dumps; tell whether the platform holds it (not on Windows)."""
    if sys.platform == "win32":
        return False
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "darwin":
        return False  # the limit is accepted there, and not kept
    resource.setrlimit(resource.RLIMIT_AS, (bounds.memory, bounds.memory))
    return True


def bound_cpu(bounds: Bounds) -> None:
    """Let this process use `bounds.cpu` more seconds; past that the system ends it. On Windows the wall time alone holds."""
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime + bounds.cpu) + 1
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))
