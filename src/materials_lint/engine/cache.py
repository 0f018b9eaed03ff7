"""Results of files that did not change, in a folder the user names.

An entry holds words of the draft only in sealed form: its key is drawn from the file's own bytes, so that nobody can open an
entry who does not have the very same file. An entry is valid for one version of the program with its rules and facts, and one
configuration.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from materials_lint import __version__
from materials_lint.engine.plain import from_plain, to_plain
from materials_lint.model.document import Reason
from materials_lint.model.report import DocumentResult
from materials_lint.policy.configuration import Configuration
from materials_lint.vision.marks import shipped_folder

_NAME = b"materials-lint cache entry\0"
_SEED = b"materials-lint cache seed\0"
_KEY = b"materials-lint cache key\0"
_NONCE = _TAG = 16
_UNSTABLE = frozenset({Reason.CRASH, Reason.TIMEOUT, Reason.MEMORY, Reason.NO_PERMISSION, Reason.MISSING})


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a file's result lies, and the key that opens it."""

    path: Path
    key: bytes


class Cache:
    """A folder of sealed results. A damaged or foreign entry is passed over, and written anew."""

    def __init__(self, folder: Path, configuration: Configuration) -> None:
        """Open the folder, making it where it is missing. Raises OSError where that can't be."""
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._context = _context(configuration)

    def slot(self, data: bytes, shown: str) -> Slot:
        """Return the place for the result of a file with these bytes, reported under this name."""
        seed = hashlib.sha256(_SEED)  # reports tell the file's plain SHA-256, which must not open its entry
        seed.update(data)
        name = hashlib.sha256(_NAME + self._context + seed.digest() + shown.encode("utf-8", "surrogatepass")).hexdigest()
        key = hashlib.sha256(_KEY + seed.digest()).digest()
        return Slot(self._folder / name[:2] / name[2:], key)

    def get(self, slot: Slot) -> DocumentResult | None:
        """Return the stored result, or None."""
        try:
            result: DocumentResult = from_plain(DocumentResult, json.loads(_unseal(slot.path.read_bytes(), slot.key)))
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return result

    def put(self, slot: Slot, result: DocumentResult) -> None:
        """Store a result, unless it hangs on the moment (a crash, a time-out). A full disk is no reason to stop."""
        if any(gap.reason in _UNSTABLE for gap in result.gaps):
            return
        sealed = _seal(json.dumps(to_plain(result), ensure_ascii=True).encode(), slot.key)
        with contextlib.suppress(OSError):
            slot.path.parent.mkdir(exist_ok=True)
            beside = slot.path.with_name(f"{slot.path.name}.{os.getpid()}")
            beside.write_bytes(sealed)
            beside.replace(slot.path)


def _context(configuration: Configuration) -> bytes:
    """Return a digest of all that a result depends on beside the file: the program's files as they lie, and the settings."""
    digest = hashlib.sha256(__version__.encode())
    digest.update(repr(configuration).encode("utf-8", "surrogatepass"))
    own = (configuration.marks.folder,) if configuration.marks.folder else ()
    for root in (Path(__file__).parent.parent, shipped_folder(), *own):
        _add_files(digest, root)
    return digest.digest()


def _add_files(digest: hashlib._Hash, root: Path | str) -> None:
    for folder, folders, files in os.walk(root):
        folders.sort()
        for file in sorted(files):
            if not file.endswith(".pyc"):
                status = os.stat(os.path.join(folder, file))  # noqa: PTH116, PTH118 - hundreds of files at every start
                digest.update(f"{file}\0{status.st_size}\0{status.st_mtime_ns}\0".encode("utf-8", "surrogatepass"))


def _seal(plain: bytes, key: bytes) -> bytes:
    nonce = secrets.token_bytes(_NONCE)
    veiled = _veil(plain, key, nonce)
    return nonce + _tag(nonce + veiled, key) + veiled


def _unseal(sealed: bytes, key: bytes) -> bytes:
    """Raises ValueError where the entry is damaged, or sealed for another file."""
    nonce, tag, veiled = sealed[:_NONCE], sealed[_NONCE : _NONCE + _TAG], sealed[_NONCE + _TAG :]
    if not hmac.compare_digest(tag, _tag(nonce + veiled, key)):
        raise ValueError("not for this file")
    return _veil(veiled, key, nonce)


def _veil(data: bytes, key: bytes, nonce: bytes) -> bytes:
    """XOR with a key stream of SHAKE-256 (FIPS 202); doing it twice gives the data back."""
    stream = hashlib.shake_256(key + nonce).digest(len(data))
    return (int.from_bytes(data, "big") ^ int.from_bytes(stream, "big")).to_bytes(len(data), "big")


def _tag(data: bytes, key: bytes) -> bytes:
    return hashlib.blake2b(data, key=key, digest_size=_TAG).digest()
