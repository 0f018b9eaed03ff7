"""Which protections hold in a worker process on this machine, found out by trying."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from materials_lint.engine.bounds import Bounds
from materials_lint.engine.guard import own_network, refuses_network
from materials_lint.engine.lost import Lost

_GIB = 1024**3
_ROOM = Bounds(2 * _GIB, 20, 20)


@dataclass(frozen=True, slots=True)
class Protection:
    """Network calls are refused; the process has an empty network of its own; a task that takes too much memory is ended."""

    network_refused: bool
    own_network: bool
    memory_limited: bool


def protection() -> Protection:
    """Try each protection in worker processes of its own."""
    from materials_lint.engine.workers import Pool

    tasks = ["refused", "own", *(["eat"] if sys.platform == "linux" else [])]
    answers: dict[str, bool | Lost] = {}
    with Pool(_try, 1, lambda _: _ROOM) as pool:
        answers.update(pool.run(lambda: tasks.pop(0) if tasks else None))
    return Protection(answers["refused"] is True, answers["own"] is True, isinstance(answers.get("eat"), Lost))


def _try(what: str) -> bool:
    if what == "refused":
        return refuses_network()
    if what == "own":
        return own_network()
    return len(bytearray(4 * _GIB)) == 0
