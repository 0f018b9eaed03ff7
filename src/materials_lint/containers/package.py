"""ZIP archives and ZIP-based packages, unpacked under limits that are counted while streaming (declared sizes lie)."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections import Counter
from functools import lru_cache

from materials_lint.model.document import Gap, NotReadError, Reason
from materials_lint.model.source import MIB, Limits, Source

_STEP = 256 * 1024
# Short repeated XML packs very well and is harmless; other members are watched from 1 MiB on.
_RATIO_FLOOR = MIB
_RATIO_FLOOR_XML = 16 * MIB


@lru_cache(maxsize=4)
def entry_names(source: Source) -> frozenset[str]:
    """Return the names in a ZIP's central directory, empty where it is not a readable ZIP."""
    if b"PK\x03\x04" not in source.data[:8192] and not source.data.startswith(b"PK\x05\x06"):
        return frozenset()
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            return frozenset(info.filename for info in archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, UnicodeError, OverflowError):
        return frozenset()


class Package:
    """A ZIP's members by name. What is refused or damaged is remembered in `gaps`, once each."""

    def __init__(self, source: Source, limits: Limits, what: str = "archive") -> None:
        """Open the ZIP. Raises NotReadError where it is damaged beyond listing or has too many entries."""
        self._limits = limits
        self._left = limits.max_unpacked_mib * MIB
        self._cache: dict[str, bytes] = {}
        self.gaps: list[Gap] = []
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(source.data))
            infos = self._zip.infolist()
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, UnicodeError, OverflowError) as error:
            raise NotReadError(Reason.DAMAGED, f"The {what} is damaged ({error}). Open it in its own program, save it again and check that copy.") from error
        if len(infos) > limits.max_members:
            raise NotReadError(Reason.TOO_LARGE, f"The {what} has {len(infos)} entries, more than max_members = {limits.max_members} allows.")
        # The first of two members with one name is what most programs show; the doubles are told.
        self._infos: dict[str, zipfile.ZipInfo] = {}
        for info in infos:
            self._infos.setdefault(info.filename, info)
        doubles = sorted(name for name, count in Counter(i.filename for i in infos).items() if count > 1)
        if doubles:
            self.gaps.append(Gap(Reason.DAMAGED, f"The {what} holds two members named {doubles[0]!r}; only the first was read."))

    @property
    def names(self) -> list[str]:
        """The member names in the order of the directory, folders left out."""
        return [name for name in self._infos if not name.endswith("/")]

    def __contains__(self, name: str) -> bool:
        return name in self._infos

    def read(self, name: str) -> bytes | None:
        """Return a member's bytes, or None where it is absent or could not be unpacked (then `gaps` says why)."""
        if name in self._cache:
            return self._cache[name]
        info = self._infos.get(name)
        if info is None:
            return None
        try:
            data = self._unpack(info)
        except NotReadError as error:
            self.gaps.append(Gap(error.reason, error.message))
            return None
        if len(data) <= MIB:
            self._cache[name] = data
        return data

    def _unpack(self, info: zipfile.ZipInfo) -> bytes:
        if info.flag_bits & 0x1:
            raise NotReadError(Reason.ENCRYPTED, f"{info.filename!r} is locked with a password. Unpack it and check the files themselves.")
        parts: list[bytes] = []
        size = 0
        try:
            with self._zip.open(info) as stream:
                while chunk := stream.read(_STEP):
                    size += len(chunk)
                    self._left -= len(chunk)
                    self._refuse_bombs(info, size)
                    parts.append(chunk)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
            raise NotReadError(Reason.DAMAGED, f"{info.filename!r} inside it is damaged ({error}).") from error
        return b"".join(parts)

    def _refuse_bombs(self, info: zipfile.ZipInfo, size: int) -> None:
        limits = self._limits
        if size > limits.max_member_mib * MIB:
            raise NotReadError(Reason.TOO_LARGE, f"{info.filename!r} unpacks to more than max_member_mib = {limits.max_member_mib} MiB.")
        if self._left < 0:
            raise NotReadError(Reason.TOO_LARGE, f"{info.filename!r} and what came before it unpack to more than max_unpacked_mib = {limits.max_unpacked_mib} MiB.")
        floor = _RATIO_FLOOR_XML if info.filename.lower().endswith(".xml") else _RATIO_FLOOR
        if size > floor and size > limits.max_ratio * max(1, info.compress_size):
            raise NotReadError(Reason.TOO_LARGE, f"{info.filename!r} unpacks to more than max_ratio = {limits.max_ratio} times its packed size.")
