"""The property streams of an Outlook item inside an OLE file (MS-OXMSG)."""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from materials_lint.containers.charsets import decode
from materials_lint.model.document import NotReadError, Reason

_STREAM = re.compile(r"__substg1\.0_([0-9A-F]{4})([0-9A-F]{4})$", re.IGNORECASE)
_PROPERTIES = "__properties_version1.0"
_DAMAGED = "The Outlook mail is damaged ({what}). Open it in Outlook, save it again (as .msg or .eml) and check that copy."
_UNICODE, _EIGHT_BIT, _BINARY = 0x001F, 0x001E, 0x0102
# The code pages of Windows by the language of the item, where the item doesn't say.
_BY_LANGUAGE = {0x19: "cp1251", 0x22: "cp1251", 0x02: "cp1251", 0x01: "cp1256", 0x29: "cp1256", 0x08: "cp1253", 0x1F: "cp1254", 0x0D: "cp1255"}
_BY_LANGUAGE |= {0x11: "cp932", 0x12: "cp949", 0x15: "cp1250", 0x05: "cp1250"}


class Store:
    """An OLE file's streams by path, read once each. Damage in one stream does not hide the others."""

    def __init__(self, data: bytes) -> None:
        """Open the file. Raises NotReadError where its directory can't be read."""
        import olefile

        try:
            self._ole: Any = olefile.OleFileIO(io.BytesIO(data), raise_defects=olefile.DEFECT_FATAL)
            self.paths: list[tuple[str, ...]] = [tuple(path) for path in self._ole.listdir(streams=True, storages=False)]
        except (OSError, ValueError, IndexError, TypeError, KeyError, AttributeError, struct.error, RecursionError, OverflowError) as error:
            raise NotReadError(Reason.DAMAGED, _DAMAGED.format(what=error)) from error
        self.damaged: list[str] = []
        self._read: dict[tuple[str, ...], bytes] = {}
        self._left = 2 * len(data)

    def read(self, path: tuple[str, ...]) -> bytes:
        """Return a stream's bytes, empty where it is damaged (then `damaged` names it)."""
        if path not in self._read:
            self._read[path] = self._stream(path)
        return self._read[path]

    def _stream(self, path: tuple[str, ...]) -> bytes:
        try:
            if self._ole.get_size(list(path)) > self._left:  # more than the file can hold: a loop in its tables
                raise OSError("stream larger than the file")
            data: bytes = self._ole.openstream(list(path)).read()
            self._left -= len(data)
        except (OSError, ValueError, IndexError, TypeError, KeyError, AttributeError, struct.error, RecursionError, OverflowError):
            self.damaged.append("/".join(path))
            return b""
        return data


class Properties:
    """The properties of the item, recipient or attachment stored under one path."""

    def __init__(self, store: Store, prefix: tuple[str, ...], header: int, codepage: str | None = None) -> None:
        """Gather the streams below `prefix`; `header` is the length of what precedes the fixed properties, in bytes."""
        self._store = store
        self._prefix = prefix
        self._streams: dict[tuple[int, int], tuple[str, ...]] = {}
        for path in store.paths:
            if len(path) == len(prefix) + 1 and path[: len(prefix)] == prefix and (match := _STREAM.match(path[-1])):
                self._streams[int(match[1], 16), int(match[2], 16)] = path
        self._fixed = dict(_fixed(store.read((*prefix, _PROPERTIES))[header:])) if (*prefix, _PROPERTIES) in store.paths else {}
        self._given = codepage

    @cached_property
    def codepage(self) -> str | None:
        """The encoding of eight-bit strings, as the item, the one around it, or its language says."""
        if number := self._fixed.get(0x3FFD):
            return f"cp{number & 0xFFFF}"
        if self._given:
            return self._given
        if number := self._fixed.get(0x3FDE):
            return f"cp{number & 0xFFFF}"
        language = self._fixed.get(0x3FF1, 0)
        return {0x0404: "cp950", 0x0804: "cp936"}.get(language & 0xFFFF) or _BY_LANGUAGE.get(language & 0x3FF)

    def number(self, id_: int) -> int | None:
        """Return an integer property."""
        value = self._fixed.get(id_)
        return None if value is None else value & 0xFFFFFFFF

    def text(self, *ids: int) -> str:
        """Return the first of these string properties that is not empty."""
        for id_ in ids:
            for kind in (_UNICODE, _EIGHT_BIT):
                if path := self._streams.get((id_, kind)):
                    value = self._string(self._store.read(path), kind).strip("\0").strip()
                    if value:
                        return value
        return ""

    def binary(self, id_: int) -> bytes:
        """Return a binary property's bytes, empty where there is none."""
        path = self._streams.get((id_, _BINARY))
        return self._store.read(path) if path else b""

    def strings(self) -> Iterator[tuple[int, str]]:
        """Yield number and value of every string property."""
        for id_, kind in sorted(self._streams):
            if kind in (_UNICODE, _EIGHT_BIT):
                yield id_, self.text(id_)

    def _string(self, data: bytes, kind: int) -> str:
        if kind == _UNICODE:
            return data.decode("utf-16-le", "replace")
        return decode(data, self.codepage).text


def below(store: Store, prefix: tuple[str, ...], stem: str) -> list[tuple[str, ...]]:
    """Return the storages right below `prefix` whose name starts with `stem`, in order."""
    found = {path[: len(prefix) + 1] for path in store.paths if len(path) > len(prefix) + 1 and path[: len(prefix)] == prefix and path[len(prefix)].startswith(stem)}
    return sorted(found)


def _fixed(data: bytes) -> Iterator[tuple[int, int]]:
    for position in range(0, len(data) - 15, 16):
        _kind, id_, _flags, value = struct.unpack_from("<HHIQ", data, position)
        yield id_, value
