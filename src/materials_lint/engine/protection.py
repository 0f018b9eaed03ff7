"""Which protections hold in a worker process on this machine."""

from __future__ import annotations

import os
import sys
from functools import lru_cache

from materials_lint.engine.bounds import Bounds, bound_memory
from materials_lint.engine.guard import network_is_refused, own_network, refuse_network, refuses_network
from materials_lint.engine.interrupts import interrupts_held_back
from materials_lint.engine.lost import Lost
from materials_lint.model.report import Protection

_GIB = 1024**3
_ROOM = Bounds(2 * _GIB, 20, 20)
_REFUSED, _OWN, _MEMORY = 1, 2, 4


@lru_cache(maxsize=1)
def held() -> Protection:
    """Return what a worker gets, for the report of a run; asked of a short-lived copy of this process, within a few milliseconds."""
    if sys.platform != "linux":
        return Protection(network_refused=True)  # by the hook that every worker sets before all else; the others are Linux's
    with interrupts_held_back():
        child = os.fork()
        if child == 0:
            try:
                os._exit(_gained())
            finally:
                os._exit(0)
    _, status = os.waitpid(child, 0)
    gained = os.waitstatus_to_exitcode(status)
    return Protection(gained > 0 and bool(gained & _REFUSED), gained > 0 and bool(gained & _OWN), gained > 0 and bool(gained & _MEMORY))


def _gained() -> int:
    """Protect this process as a worker does, and return what was gained as bits."""
    try:
        refuse_network()
        return _REFUSED * network_is_refused() | _OWN * own_network() | _MEMORY * bound_memory(_ROOM)
    except Exception:  # noqa: BLE001 - the copy must end here, whatever happens
        return 0


def protection() -> Protection:
    """Try each protection for good in worker processes of its own: connect, and take more memory than is allowed."""
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
