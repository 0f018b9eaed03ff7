"""One folder a rule family: the detector, and its rules' texts and examples as TOML beside it.

A folder with a `DETECTOR` and at least one rule file is found by being there.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from materials_lint.detectors.base import Detector
from materials_lint.plugins import members
from materials_lint.policy.rules import Rule, load_rule


@lru_cache(maxsize=1)
def detectors() -> tuple[Detector, ...]:
    """Return every detector, sorted by its first rule."""
    found = [module.DETECTOR for module in members(__name__) if hasattr(module, "DETECTOR")]
    return tuple(sorted(found, key=lambda d: d.rules))


@lru_cache(maxsize=1)
def rules() -> dict[str, Rule]:
    """Return every rule by its code, sorted; reads the rule files only, no detector is imported."""
    found = [load_rule(path) for path in rule_files()]
    return {rule.code: rule for rule in sorted(found, key=lambda r: r.code)}


def rule_files() -> list[Path]:
    """Return the rule files, e.g. `itu_email/A05.toml`; examples lie beside them in `A05.examples.toml`."""
    return sorted(p for p in Path(__file__).parent.glob("*/*.toml") if not p.name.endswith(".examples.toml"))
