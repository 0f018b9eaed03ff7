from __future__ import annotations

import sys

import pytest

from materials_lint import api
from materials_lint.engine import protection as module


def test_workers_refuse_the_network() -> None:
    assert api.protection().network_refused


@pytest.mark.skipif(sys.platform != "linux", reason="the limit is held on Linux")
def test_workers_have_a_memory_limit_on_linux() -> None:
    assert api.protection().memory_limited


def test_a_protection_that_does_not_hold_is_not_claimed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "refuses_network", lambda: False)
    monkeypatch.setattr(module, "own_network", lambda: False)
    found = api.protection()
    assert (found.network_refused, found.own_network) == (False, False)
