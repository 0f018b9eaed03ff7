"""A command line to call, and a stand-in for the engine."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import materials_lint
from materials_lint import detectors
from materials_lint.cli.main import main
from materials_lint.model.report import Report


@dataclass(frozen=True)
class Outcome:
    """What a call printed, and its exit code."""

    code: int
    out: str
    err: str


Call = Callable[..., Outcome]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    """Run the command line in an empty folder, without a terminal."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str) -> Outcome:
        code = main(arguments)
        printed = capsys.readouterr()
        return Outcome(code, printed.out, printed.err)

    return run


@dataclass
class FakeApi:
    """Answers `check` with a report made by hand, and remembers what it was asked."""

    report: Report | None = None
    error: BaseException | None = None
    asked: list[tuple[Any, dict[str, Any]]] = field(default_factory=list)

    @property
    def configuration(self) -> Any:
        return self.asked[-1][0][1]

    def check(self, *arguments: Any, **more: Any) -> Report:
        self.asked.append((arguments, more))
        if self.error is not None:
            raise self.error
        assert self.report is not None
        return self.report


@pytest.fixture
def api(monkeypatch: pytest.MonkeyPatch) -> FakeApi:
    fake = FakeApi()
    module = ModuleType("materials_lint.api")
    module.check = fake.check  # type: ignore[attr-defined]
    module.rules = detectors.rules  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "materials_lint.api", module)
    monkeypatch.setattr(materials_lint, "api", module, raising=False)
    return fake
