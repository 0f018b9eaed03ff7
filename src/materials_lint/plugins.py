"""Finding the modules of a folder, so that adding one is adding a file."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType


def names(package: str) -> list[str]:
    """Return the names of a package's direct modules, sorted; those that start with "_" and "base" are helpers."""
    path = importlib.import_module(package).__path__
    return sorted(m.name for m in pkgutil.iter_modules(path) if not m.name.startswith("_") and m.name != "base")


def members(package: str) -> Iterator[ModuleType]:
    """Import and yield a package's direct modules, sorted by name."""
    for name in names(package):
        yield importlib.import_module(f"{package}.{name}")
