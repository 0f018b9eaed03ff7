"""From the paths on the command line to the files that are checked."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from materials_lint.model.document import Gap, Reason

SKIPPED_FOLDERS = frozenset({".git", ".hg", ".svn"})
SKIPPED_FILES = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
STDIN = "-"
Key = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """A file to check, under the name it was given or walked by; with a gap, one that can't be."""

    name: str
    path: Path | None = None
    gap: Gap | None = None


def discover(paths: Sequence[str], exclude: Sequence[str] = (), leave_out: Sequence[Path] = (), excluded: set[Key] | None = None) -> Iterator[Found]:
    """Yield the files in the order named, folders walked in the order of their names; each file once.

    `exclude` are patterns as in .gitignore, held against paths relative to each folder named. `leave_out` are
    files that are no drafts: the configuration in use, reports of this run. A path that does not exist, a folder without files, and what is not a
    regular file come with a gap. `excluded` is filled with the files that the patterns keep out; none of them is opened.
    """
    no_drafts = {key for other in leave_out if (key := _key(other)) is not None}
    seen: set[Key] = set()
    kept_out: set[Key] = set()
    for name in paths:
        for found in _walk(name, _Matcher(tuple(exclude), kept_out)) if name != STDIN else (Found(STDIN),):
            if found.path is not None and found.gap is None:
                key = _key(found.path)
                if key is not None and (key in seen or key in no_drafts):
                    continue
                seen |= {key} if key is not None else set()
            yield found
    if excluded is not None:
        excluded |= kept_out - seen - no_drafts


def _key(path: Path) -> Key | None:
    """Return what tells a file from others whatever its name, None where it can't be asked."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return (status.st_dev, status.st_ino)


def _walk(name: str, ignored: _Matcher) -> Iterator[Found]:
    path = Path(name)
    try:
        status = os.stat(name)  # noqa: PTH116 - Path("") would be the folder we are in
    except (FileNotFoundError, ValueError):
        yield Found(name, path, Gap(Reason.MISSING, "There is no such file or folder. Check the spelling of the path."))
    except OSError as error:
        yield Found(name, path, Gap(Reason.NO_PERMISSION, f"It can't be opened ({error.strerror}). Check that you may read it."))
    else:
        if stat.S_ISDIR(status.st_mode):
            yield from _walk_folder(name, path, ignored)
        else:
            yield _regular(name, path, status)


def _regular(name: str, path: Path, status: os.stat_result) -> Found:
    if stat.S_ISREG(status.st_mode):
        return Found(name, path)
    return Found(name, path, Gap(Reason.NOT_REGULAR, "This is not a regular file (a pipe, socket or device) and was not opened. Name a document file."))


def _walk_folder(name: str, root: Path, ignored: _Matcher) -> Iterator[Found]:
    real_root = os.path.realpath(root)
    any_file = False
    failures: list[OSError] = []
    for folder, subfolders, files in os.walk(name, onerror=failures.append):
        relative = os.path.relpath(folder, name)
        inner = "" if relative == os.curdir else relative + os.sep
        links = [f for f in subfolders if Path(folder, f).is_symlink()]
        subfolders[:] = sorted(f for f in subfolders if f not in SKIPPED_FOLDERS and f not in links and not ignored.folder(folder, inner, f))
        for file in sorted(f for f in [*files, *links] if not _is_litter(f)):
            if ignored.file(folder, inner, file):
                continue
            found = _entry(os.path.join(folder, file), real_root)  # noqa: PTH118 - keeps a leading "./" as given
            if found is not None:
                any_file = True
                yield found
    for failure in failures:
        any_file = True
        yield Found(str(failure.filename), None, Gap(Reason.NO_PERMISSION, f"This folder can't be opened ({failure.strerror}). Check that you may read it."))
    if not any_file:
        yield Found(name, root, Gap(Reason.NO_FILES, "This folder holds no file to check. Name the folder that holds the drafts, or look at [files] exclude."))


def _entry(name: str, real_root: str) -> Found | None:
    path = Path(name)
    try:
        if path.is_symlink():
            target = os.path.realpath(path)
            if os.path.commonpath((target, real_root)) == real_root and Path(target).exists():
                return None  # its target is walked by its own name
            return Found(name, path, Gap(Reason.NOT_REGULAR, "This link points out of the folder, or nowhere, and was not followed. Name its target to have it checked."))
        return _regular(name, path, path.stat())
    except OSError as error:
        return Found(name, path, Gap(Reason.NO_PERMISSION, f"It can't be opened ({error.strerror}). Check that you may read it."))


def _is_litter(file: str) -> bool:
    """Tell whether a file is one that systems and editors leave about."""
    return file in SKIPPED_FILES or file.startswith("~$")


class _Matcher:
    """Tells whether a path is excluded, and notes the files that are; loads the pattern library only where there are patterns."""

    def __init__(self, patterns: tuple[str, ...], kept_out: set[Key]) -> None:
        self._spec = None
        self._kept_out = kept_out
        if patterns:
            from pathspec import GitIgnoreSpec

            self._spec = GitIgnoreSpec.from_lines(patterns)

    def file(self, folder: str, inner: str, name: str) -> bool:
        """Tell whether a file is excluded. `folder` is where it lies, `inner` the same within the folder that was named."""
        matched = self._matches(inner + name)
        if matched:
            self._note(folder, name)
        return matched

    def folder(self, folder: str, inner: str, name: str) -> bool:
        """Tell whether a folder is excluded with all that it holds."""
        matched = self._matches(f"{inner}{name}/")
        if matched:
            for below, subfolders, files in os.walk(os.path.join(folder, name)):  # noqa: PTH118 - as everywhere here
                subfolders[:] = [f for f in subfolders if f not in SKIPPED_FOLDERS]
                for file in files:
                    if not _is_litter(file):
                        self._note(below, file)
        return matched

    def _matches(self, relative: str) -> bool:
        return self._spec is not None and self._spec.match_file(relative.replace(os.sep, "/"))

    def _note(self, folder: str, name: str) -> None:
        with contextlib.suppress(OSError):
            status = os.lstat(os.path.join(folder, name))  # noqa: PTH118 - no link is followed
            self._kept_out.add((status.st_dev, status.st_ino))
