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


def test_a_run_reports_what_its_workers_get() -> None:
    tried, told = api.protection(), api.check(["-"], stdin=b"Hello.").protection
    assert (told.network_refused, told.own_network) == (tried.network_refused, tried.own_network)
    assert told.memory_limited == (sys.platform == "linux")


@pytest.mark.skipif(sys.platform != "linux", reason="asked of a copy of this process on Linux")
def test_a_run_does_not_report_what_its_workers_do_not_get(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "own_network", lambda: False)
    monkeypatch.setattr(module, "network_is_refused", lambda: False)
    module.held.cache_clear()
    told = module.held()
    module.held.cache_clear()
    assert (told.network_refused, told.own_network, told.memory_limited) == (False, False, True)


def test_a_protection_that_does_not_hold_is_not_claimed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "refuses_network", lambda: False)
    monkeypatch.setattr(module, "own_network", lambda: False)
    found = api.protection()
    assert (found.network_refused, found.own_network) == (False, False)
