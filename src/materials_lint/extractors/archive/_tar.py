"""TAR archives, read member by member; nothing is written, so names that point elsewhere do no harm."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Iterator

from materials_lint.extractors.archive._members import extraction, is_litter
from materials_lint.model.document import Gap, Reason
from materials_lint.model.source import MIB, Embedded, Extraction, Limits, Role

_DAMAGE = (tarfile.TarError, OSError, ValueError, EOFError, OverflowError, RecursionError, KeyError, IndexError)


def read(data: bytes, limits: Limits) -> Extraction:
    """Take out every regular file under the limits. Raises NotReadError where there is none."""
    gaps: list[Gap] = []
    return extraction("tar", list(_members(data, limits, gaps)), gaps)


def _members(data: bytes, limits: Limits, gaps: list[Gap]) -> Iterator[Embedded]:
    left = limits.max_unpacked_mib * MIB
    try:
        archive = tarfile.open(fileobj=io.BytesIO(data), mode="r:")  # noqa: SIM115 - the bytes are in memory
        for number, info in enumerate(archive):
            if number >= limits.max_members:
                gaps.append(Gap(Reason.TOO_LARGE, f"The archive has more than max_members = {limits.max_members} entries; the rest was not read."))
                return
            if not info.isfile() or is_litter(info.name):
                continue
            if info.size > min(left, limits.max_member_mib * MIB):
                told = (
                    f"{info.name!r} is larger than max_member_mib = {limits.max_member_mib} MiB, or all together than max_unpacked_mib = {limits.max_unpacked_mib} MiB."
                )
                gaps.append(Gap(Reason.TOO_LARGE, told))
                continue
            stream = archive.extractfile(info)
            content = stream.read(info.size) if stream else b""
            left -= len(content)
            if content:
                yield Embedded(info.name, content, Role.MEMBER)
            else:
                gaps.append(Gap(Reason.EMPTY, f"The file {info.name!r} inside is empty (0 bytes)."))
    except _DAMAGE as error:
        gaps.append(Gap(Reason.DAMAGED, f"The archive is damaged or breaks off ({error}). Pack it again."))
