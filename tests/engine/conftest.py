"""The engine's tests look with eyes that see nothing, which costs nothing; `tests/engine/test_seeing.py` gives them something to see."""

from __future__ import annotations

import pytest

from materials_lint.engine import seeing


class Blind:
    """Stands in for a Sight."""

    def look(self, _pixels: object) -> list[object]:
        return []


@pytest.fixture(autouse=True)
def blind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seeing, "sight_for", lambda _rules, _own: Blind())
