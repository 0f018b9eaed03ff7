"""One module or folder a file format: bytes to Document.

A format is found by being there: a module with a `FORMAT` needs no entry in any list. Modules stay light at import
time; what is heavy (PDF engines, lxml, Pillow) is imported inside `read`.
"""

from __future__ import annotations

from functools import lru_cache

from materials_lint.extractors.base import Format
from materials_lint.plugins import members


@lru_cache(maxsize=1)
def formats() -> tuple[Format, ...]:
    """Return every format, sorted by name."""
    found = [module.FORMAT for module in members(__name__) if hasattr(module, "FORMAT")]
    return tuple(sorted(found, key=lambda f: f.name))
