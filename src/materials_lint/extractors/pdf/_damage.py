"""Whether a file whose index had to be rebuilt lost anything.

A broken index alone loses nothing: all objects are found by walking through the file. Something may be lost where the
file ends early, holds several states of itself (the index told which one counts), or refers to objects that are not there.
"""

from __future__ import annotations

import re
from typing import Any

from materials_lint.extractors.pdf._gate import PIKEPDF_ERRORS

_REFERENCE = re.compile(rb"\b(\d{1,10}) (\d{1,5}) R\b")
_MOST_OBJECTS = 5000


def was_rebuilt(pdf: Any) -> bool:
    """Tell whether pikepdf had to rebuild the index. Asking takes the warnings away."""
    return any("econstruct" in str(warning) or "is damaged" in str(warning) for warning in pdf.get_warnings())


def whole_after_rebuilding(pdf: Any, data: bytes) -> bool:
    """Tell whether nothing can have been lost: one state, complete to its end, and every reference leads somewhere."""
    if data.count(b"%%EOF") != 1 or not data.rstrip(b"\0 \r\n\t").endswith(b"%%EOF"):
        return False
    try:
        objects = list(pdf.objects)
        if len(objects) > _MOST_OBJECTS:
            return False
        there = {item.objgen for item in objects}
        wanted = {(int(number), int(generation)) for item in objects for number, generation in _REFERENCE.findall(item.unparse(resolved=True))}
        trailer = pdf.trailer.unparse(resolved=True)
    except PIKEPDF_ERRORS:
        return False
    wanted |= {(int(number), int(generation)) for number, generation in _REFERENCE.findall(trailer)}
    return wanted <= there
