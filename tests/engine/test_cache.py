from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from materials_lint import api
from materials_lint.engine.cache import Cache
from materials_lint.engine.plain import from_plain, to_plain
from materials_lint.model.report import DocumentResult, Report
from materials_lint.policy.configuration import Check, Configuration

WORDS = "Write to me: amara.nwosu@itu.int, and follow the campaign on twitter.com/ITU"


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    folder = tmp_path / "drafts"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(f"{WORDS} {number}")
    (folder / "empty.txt").write_bytes(b"")
    return folder


def check(drafts: Path, cache: Path | None, configuration: Configuration | None = None) -> Report:
    return api.check([str(drafts)], configuration, jobs=1, cache=cache)


def test_the_second_run_reports_the_same_and_reads_nothing(drafts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = check(drafts, tmp_path / "cache")
    assert first == check(drafts, None)
    monkeypatch.setattr("materials_lint.engine.running.do", lambda task: pytest.fail(f"read again: {task.name}") if task.found.name.endswith("0.txt") else None)
    second = api.check([str(drafts / "0.txt")], jobs=0, cache=tmp_path / "cache")
    assert second.documents[0].findings == first.documents[0].findings


def test_changed_files_and_changed_settings_are_read_anew(drafts: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    check(drafts, cache)
    (drafts / "1.txt").write_text("Nothing to see.")
    assert check(drafts, cache) == check(drafts, None)
    strict = Configuration(check=Check(ignore=("A07",)))
    assert check(drafts, cache, strict) == check(drafts, None, strict)


def test_an_entry_holds_no_word_of_the_draft(drafts: Path, tmp_path: Path) -> None:
    check(drafts, tmp_path / "cache")
    entries = [path.read_bytes() for path in (tmp_path / "cache").rglob("*") if path.is_file()]
    assert len(entries) == 3
    assert not any(word.encode() in entry for entry in entries for word in ("nwosu", "itu.int", "A05", "twitter", "txt"))


def test_an_entry_opens_for_the_same_bytes_only(drafts: Path, tmp_path: Path) -> None:
    report = check(drafts, None)
    cache = Cache(tmp_path / "cache", Configuration())
    slot = cache.slot(b"one", "a")
    cache.put(slot, report.documents[0])
    assert cache.get(slot) == report.documents[0]
    other = cache.slot(b"two", "a")
    other.path.parent.mkdir(exist_ok=True)
    other.path.write_bytes(slot.path.read_bytes())
    assert cache.get(other) is None


def test_damaged_entries_are_passed_over(drafts: Path, tmp_path: Path) -> None:
    expected = check(drafts, tmp_path / "cache")
    for path in (tmp_path / "cache").rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[:-3] + b"xyz")
    assert check(drafts, tmp_path / "cache") == expected


def test_results_survive_being_made_plain(drafts: Path) -> None:
    for document in check(drafts, None).documents:
        assert from_plain(DocumentResult, to_plain(document)) == document


def test_unchanged_files_load_nothing_heavy(drafts: Path, tmp_path: Path) -> None:
    """A pre-commit run on unchanged files reads hashes only."""
    check(drafts, tmp_path / "cache")
    (drafts / "empty.txt").unlink()
    code = (
        "import sys; from pathlib import Path; from materials_lint import api; "
        f"r = api.check([{str(drafts)!r}], cache=Path({str(tmp_path / 'cache')!r})); "
        "print(len(r.documents), sorted({'lxml', 'PIL', 'numpy', 'cv2', 'pikepdf', 'pypdfium2', 'pdfplumber', 'multiprocessing'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "3 []"
