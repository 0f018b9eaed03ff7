"""ZIP archives that are no office file."""

from __future__ import annotations

from materials_lint.containers.charsets import decode
from materials_lint.containers.package import Package
from materials_lint.extractors.archive._members import extraction, is_litter
from materials_lint.model.document import Gap, Reason
from materials_lint.model.source import Embedded, Extraction, Limits, Role, Source


def read(source: Source, limits: Limits) -> Extraction:
    """Unpack every member under the limits. Raises NotReadError where the archive can't be listed or is empty."""
    package = Package(source, limits)
    members: list[Embedded] = []
    gaps: list[Gap] = []
    for name in package.names:
        if is_litter(name):
            continue
        data = package.read(name)
        if data:
            members.append(Embedded(_shown(name), data, Role.MEMBER))
        elif data is not None:
            gaps.append(Gap(Reason.EMPTY, f"The file {_shown(name)!r} inside is empty (0 bytes)."))
    return extraction("zip", members, [*package.gaps, *gaps])


def _shown(name: str) -> str:
    """Return a member's name as its maker meant it: names without the UTF-8 mark come as if in code page 437."""
    if name.isascii():
        return name
    try:
        return decode(name.encode("cp437")).text
    except UnicodeEncodeError:
        return name
