from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

import pytest

from materials_lint.engine.discover import Key, discover
from materials_lint.model.document import Reason


def names(root: Path, *paths: str, exclude: tuple[str, ...] = ()) -> list[str]:
    return [os.path.relpath(f.name, root) for f in discover([str(root / p) for p in paths], exclude)]


def reasons(path: Path) -> dict[str, Reason | None]:
    return {Path(f.name).name: f.gap.reason if f.gap else None for f in discover([str(path)])}


def test_walks_folders_in_the_order_of_names_and_each_file_once(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/10.txt", "a.txt", "c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert names(tmp_path, ".", "a.txt") == ["a.txt", "c.txt", "b/10.txt", "b/2.txt"]


def test_excludes_are_like_gitignore(tmp_path: Path) -> None:
    for name in ("keep.txt", "old/a.txt", "old/deep/b.txt", "draft.bak", "x/old.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).write_text("x")
    assert names(tmp_path, ".", exclude=("old/", "*.bak")) == ["keep.txt", "x/old.txt"]


def test_version_control_and_system_files_are_left_out(tmp_path: Path) -> None:
    for name in (".git/config", ".DS_Store", "~$letter.docx", "letter.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert names(tmp_path, ".") == ["letter.txt"]


def test_missing_path_and_empty_folder_are_gaps(tmp_path: Path) -> None:
    assert reasons(tmp_path / "nowhere.pdf") == {"nowhere.pdf": Reason.MISSING}
    (tmp_path / "empty").mkdir()
    assert reasons(tmp_path / "empty") == {"empty": Reason.NO_FILES}


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX special files")
def test_special_files_are_gaps_and_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    (tmp_path / "null.pdf").symlink_to("/dev/null")
    (tmp_path / "x.pdf").mkdir()
    (tmp_path / "x.pdf" / "inner.txt").write_text("x")
    cwd = Path.cwd()
    os.chdir(tmp_path)
    try:
        with socket.socket(socket.AF_UNIX) as server:
            server.bind("sock.pdf")
    finally:
        os.chdir(cwd)
    assert reasons(tmp_path) == {"pipe.pdf": Reason.NOT_REGULAR, "null.pdf": Reason.NOT_REGULAR, "sock.pdf": Reason.NOT_REGULAR, "inner.txt": None}


@pytest.mark.skipif(sys.platform == "win32", reason="needs symbolic links")
def test_links_inside_are_walked_once_and_loops_end(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "real.txt").write_text("x")
    (tmp_path / "a" / "loop").symlink_to(tmp_path / "a", target_is_directory=True)
    (tmp_path / "again.txt").symlink_to(tmp_path / "a" / "real.txt")
    (tmp_path / "self").symlink_to(tmp_path / "self")
    assert reasons(tmp_path) == {"real.txt": None, "self": Reason.NOT_REGULAR}


def test_the_configuration_in_use_is_no_draft(tmp_path: Path) -> None:
    configuration = tmp_path / "materials-lint.toml"
    configuration.write_text("")
    (tmp_path / "a.txt").write_text("x")
    assert [Path(f.name).name for f in discover([str(tmp_path)], (), [configuration])] == ["a.txt"]


def excluded(root: Path, *paths: str, exclude: tuple[str, ...], leave_out: tuple[Path, ...] = ()) -> int:
    count: set[Key] = set()
    list(discover([str(root / p) for p in paths], exclude, leave_out, count))
    return len(count)


def test_excluded_files_are_counted_without_being_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("keep.txt", "a.pdf", "b/c.pdf", "old/d.txt", "old/deep/e.txt", "old/.git/config", "old/.DS_Store", "~$a.pdf"):
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).write_text("x")
    monkeypatch.setattr("builtins.open", lambda *_args: pytest.fail("opened"))
    assert excluded(tmp_path, ".", exclude=("*.pdf", "old/")) == 4
    assert excluded(tmp_path, ".", "b", ".", exclude=("*.pdf",)) == 2
    assert excluded(tmp_path, ".", "a.pdf", exclude=("*.pdf",)) == 1, "a file that is named as well is checked"
    assert excluded(tmp_path, ".", exclude=("*.pdf",), leave_out=(tmp_path / "a.pdf",)) == 1
    assert excluded(tmp_path, ".", exclude=()) == 0


def test_an_empty_path_is_no_folder() -> None:
    assert [found.gap.reason for found in discover([""]) if found.gap] == [Reason.MISSING]


def test_a_path_that_can_not_be_is_a_gap() -> None:
    assert [found.gap is not None for found in discover(["a\0b", "x" * 5000])] == [True, True]
