"""Single files packed with gzip, bzip2 or xz, unpacked under limits; other packings are told by name."""

from __future__ import annotations

import bz2
import lzma
import zlib
from collections.abc import Callable
from typing import Any

from materials_lint.extractors.archive._members import extraction
from materials_lint.model.document import Gap, NotReadError, Reason
from materials_lint.model.source import MIB, Embedded, Extraction, Limits, Role, Source

_STEP = 1 * MIB
_BOMB = (
    "The packed file unpacks to more than max_unpacked_mib = {limits.max_unpacked_mib} MiB or max_ratio = {limits.max_ratio} times its size; it was not read. "
    "Unpack it and check it by itself."
)
_NAMES = (("tgz", "tar"), ("tbz2", "tar"), ("txz", "tar"), ("svgz", "svg"), ("emz", "emf"), ("wmz", "wmf"), ("gz", ""), ("bz2", ""), ("xz", ""))


def read(source: Source, limits: Limits, kind: str) -> Extraction:
    """Unpack the one file inside. Raises NotReadError for packings that are not read, and where nothing comes out."""
    makers: dict[str, Callable[[], Any]] = {"gzip": lambda: zlib.decompressobj(31), "bzip2": bz2.BZ2Decompressor, "xz": lambda: lzma.LZMADecompressor(memlimit=256 * MIB)}
    if kind not in makers:
        raise NotReadError(Reason.UNSUPPORTED, f"{kind} archives are not unpacked here. Unpack it and check the files or the folder themselves, or pack it as ZIP.")
    gaps: list[Gap] = []
    data = _unpack(source.data, makers[kind], limits, gaps)
    if not data and not gaps:
        raise NotReadError(Reason.EMPTY, "The packed file is empty.")
    members = [Embedded(_inner_name(source.name), data, Role.MEMBER)] if data else []
    return extraction(kind, members, gaps)


def _unpack(packed: bytes, maker: Callable[[], Any], limits: Limits, gaps: list[Gap]) -> bytes:
    """Unpack stream after stream, counting what comes out."""
    out = bytearray()
    most = limits.max_unpacked_mib * MIB
    try:
        while packed:
            machine = maker()
            chunk = packed
            while not machine.eof:
                piece = machine.decompress(chunk, _STEP)
                out += piece
                if len(out) > most or len(out) > max(_STEP, limits.max_ratio * len(packed) + _STEP):
                    raise NotReadError(Reason.TOO_LARGE, _BOMB.format(limits=limits))
                chunk = getattr(machine, "unconsumed_tail", b"")
                if not piece and not chunk and not machine.eof:
                    raise EOFError("it breaks off")
            packed = machine.unused_data.lstrip(b"\0")
            if packed and out and not packed.startswith((b"\x1f\x8b", b"BZh", b"\xfd7zXZ")):
                break
    except (zlib.error, OSError, EOFError, ValueError, lzma.LZMAError) as error:
        gaps.append(Gap(Reason.DAMAGED, f"The packed file is damaged ({error}). Pack it again."))
    return bytes(out)


def _inner_name(name: str) -> str:
    base = name.rpartition("/")[2]
    for ending, inner in _NAMES:
        if base.lower().endswith(f".{ending}"):
            stem = base[: -len(ending) - 1]
            return f"{stem}.{inner}" if inner else stem
    return f"{base} (unpacked)"
