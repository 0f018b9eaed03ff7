"""OLE files: streams under limits, and the property sets in them ([MS-CFB], [MS-OLEPS])."""

from __future__ import annotations

import codecs
import datetime as dt
import io
import struct
from collections.abc import Iterator

from materials_lint.model.document import NotReadError, Reason
from materials_lint.model.source import MIB, Limits, Source

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MOST_PROPERTIES = 2000
_LONGEST = 2000
_SUMMARY = {
    2: "title", 3: "subject", 4: "creator", 5: "keywords", 6: "description", 7: "Template", 8: "lastModifiedBy", 9: "revision",
    11: "lastPrinted", 12: "created", 13: "modified", 18: "Application",
}  # fmt: skip
_DOCUMENT = {2: "category", 3: "PresentationFormat", 14: "Manager", 15: "Company", 26: "contentType", 27: "contentStatus", 28: "language", 29: "version"}
_SETS = (("\x05SummaryInformation", "SummaryInformation", _SUMMARY), ("\x05DocumentSummaryInformation", "DocumentSummaryInformation", _DOCUMENT))


class Ole:
    """An OLE file's streams by path ("ObjectPool/_1/Contents")."""

    def __init__(self, source: Source, limits: Limits) -> None:
        """Open the file. Raises NotReadError where its directory is damaged."""
        import olefile

        self._limits = limits
        self._left = limits.max_unpacked_mib * MIB
        try:
            self._file = olefile.OleFileIO(io.BytesIO(source.data))
            self.streams = ["/".join(path) for path in self._file.listdir(streams=True, storages=False)]
        except (OSError, ValueError, IndexError, KeyError, struct.error, RecursionError, MemoryError, TypeError, AttributeError) as error:
            raise NotReadError(Reason.DAMAGED, f"The file is damaged ({error}). Open it in its own program, save it again and check that copy.") from error
        if len(self.streams) > limits.max_members:
            raise NotReadError(Reason.TOO_LARGE, f"The file has {len(self.streams)} streams, more than max_members = {limits.max_members} allows.")

    def find(self, name: str) -> str | None:
        """Return a top stream's real name, names compare without case."""
        return next((s for s in self.streams if s.lower() == name.lower()), None)

    def read(self, stream: str) -> bytes:
        """Return a stream's bytes, b"" where it is absent. Raises NotReadError where it is damaged or too large."""
        real = self.find(stream)
        if real is None:
            return b""
        try:
            size = self._file.get_size(real)
            self._left -= size
            if size > self._limits.max_file_mib * MIB or self._left < 0:
                raise NotReadError(Reason.TOO_LARGE, f"The stream {real!r} is larger than max_unpacked_mib = {self._limits.max_unpacked_mib} MiB allows.")
            data: bytes = self._file.openstream(real).read()
        except (OSError, ValueError, IndexError, KeyError, struct.error, TypeError, AttributeError) as error:
            raise NotReadError(
                Reason.DAMAGED, f"The stream {real!r} is damaged ({error}). Open the file in its own program, save it again and check that copy."
            ) from error
        return data


def top_names(source: Source) -> frozenset[str]:
    """Return the names of the top streams and storages in lower case, empty where the file can't be opened."""
    if not source.data.startswith(MAGIC):
        return frozenset()
    import olefile

    try:
        return frozenset(path[0].lower() for path in olefile.OleFileIO(io.BytesIO(source.data)).listdir(streams=True, storages=True))
    except (OSError, ValueError, IndexError, KeyError, struct.error, RecursionError, MemoryError, TypeError, AttributeError):
        return frozenset()


def properties(ole: Ole) -> Iterator[tuple[str, str, str]]:
    """Yield (group, name, value) of the summary, the document summary and custom properties, named as OOXML names them."""
    for stream, group, names in _SETS:
        if ole.find(stream) is not None:
            yield from property_sets(ole.read(stream), group, names)


def property_sets(data: bytes, group: str, names: dict[int, str]) -> Iterator[tuple[str, str, str]]:
    """Parse a property set stream; its second set holds custom properties under names of their own."""
    try:
        count = struct.unpack_from("<I", data, 24)[0]
        for index in range(min(count, 2)):
            offset = struct.unpack_from("<I", data, 28 + index * 20 + 16)[0]
            yield from _one_set(data[offset:], "custom" if index else group, {} if index else names)
    except struct.error:
        return


def _one_set(data: bytes, group: str, names: dict[int, str]) -> Iterator[tuple[str, str, str]]:
    count = min(struct.unpack_from("<I", data, 4)[0], _MOST_PROPERTIES)
    places = dict(struct.unpack_from("<II", data, 8 + index * 8) for index in range(count) if 16 + index * 8 <= len(data))
    page = struct.unpack_from("<H", data, places[1] + 4)[0] if 1 in places and places[1] + 6 <= len(data) else 1252
    if 0 in places and group == "custom":
        names = _dictionary(data, places[0], page)
    for number, offset in places.items():
        value = _value(data, offset, page)
        if number in names and value:
            yield group, names[number], value


def _dictionary(data: bytes, offset: int, page: int) -> dict[int, str]:
    names: dict[int, str] = {}
    count = min(struct.unpack_from("<I", data, offset)[0], _MOST_PROPERTIES)
    position = offset + 4
    for _ in range(count):
        if position + 8 > len(data):
            break
        number, length = struct.unpack_from("<II", data, position)
        size = length * 2 if page == 1200 else length
        names[number] = _decoded(data[position + 8 : position + 8 + size], page)
        position += 8 + (size + 3) // 4 * 4 if page == 1200 else 8 + size
    return names


def _value(data: bytes, offset: int, page: int) -> str:
    if offset + 8 > len(data):
        return ""
    kind = struct.unpack_from("<I", data, offset)[0]
    if kind in {30, 31}:
        length = struct.unpack_from("<I", data, offset + 4)[0]
        size = length * 2 if kind == 31 else length
        return _decoded(data[offset + 8 : offset + 8 + min(size, _LONGEST)], 1200 if kind == 31 else page)
    if kind == 3:
        return str(struct.unpack_from("<i", data, offset + 4)[0])
    if kind == 64 and offset + 12 <= len(data):
        return _date(struct.unpack_from("<Q", data, offset + 4)[0])
    return ""


def _date(ticks: int) -> str:
    """A FILETIME counts 100 ns since 1601. Spans (the editing time) fall before any date of a document."""
    if ticks < 10**17:
        return ""
    try:
        return (dt.datetime(1601, 1, 1, tzinfo=dt.UTC) + dt.timedelta(microseconds=ticks // 10)).strftime("%Y-%m-%dT%H:%M:%SZ")
    except OverflowError:
        return ""


def _decoded(data: bytes, page: int) -> str:
    encoding = {1200: "utf-16-le", 65001: "utf-8", 10000: "mac-roman"}.get(page, f"cp{page}")
    try:
        codecs.lookup(encoding)
    except LookupError:
        encoding = "cp1252"
    return data.decode(encoding, errors="replace").partition("\0")[0].strip()
