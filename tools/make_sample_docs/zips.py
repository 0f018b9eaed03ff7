"""ZIP packages whose bytes depend on their content only."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_EPOCH = (2026, 3, 2, 9, 0, 0)


def packed(members: Mapping[str, bytes | str], first: str | None = None) -> bytes:
    """Return a ZIP of `members`, sorted by name; `first` goes in front and uncompressed, as OpenDocument's `mimetype` must."""
    names = sorted(members)
    if first is not None:
        names.remove(first)
        names.insert(0, first)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            data = members[name]
            info = zipfile.ZipInfo(name, _EPOCH)
            info.create_system = 0
            info.compress_type = zipfile.ZIP_STORED if name == first else zipfile.ZIP_DEFLATED
            archive.writestr(info, data.encode() if isinstance(data, str) else data, compresslevel=9)
    return buffer.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    """Return the members of a ZIP by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
