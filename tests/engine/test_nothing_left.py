"""A run writes nothing but what it was asked to write, and leaves the drafts as they are."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from tests.command_process import completed, environment, freeze, running

SAMPLES = Path(__file__).parents[2] / "sample_docs"
MARKER = "quokkazephyr"
HOMES = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")
TEMPORARY = ("TMPDIR", "TEMP", "TMP")


@dataclass(frozen=True)
class Place:
    """Where a run takes place: the drafts, and three empty folders that stand for all places where a program leaves things."""

    root: Path

    @property
    def drafts(self) -> Path:
        return self.root / "drafts"

    @property
    def environment(self) -> Mapping[str, str]:
        homes = {name: str(self.root / "home") for name in HOMES}
        return environment(**homes, **{name: str(self.root / "temporary") for name in TEMPORARY}, PYTHONDONTWRITEBYTECODE="1")

    def make(self) -> None:
        for name in ("drafts", "home", "temporary", "current"):
            (self.root / name).mkdir()

    def left_behind(self) -> list[str]:
        return [str(path.relative_to(self.root)) for name in ("home", "temporary", "current") for path in (self.root / name).rglob("*")]

    def inputs(self) -> dict[str, tuple[bytes, int, int]]:
        """Return bytes, time of the last change, and mode of all drafts, and of the folder itself."""
        paths = [self.drafts, *self.drafts.rglob("*")]
        return {str(p): (p.read_bytes() if p.is_file() else b"", p.stat().st_mtime_ns, p.stat().st_mode) for p in paths}

    def check(self, *options: str) -> subprocess.CompletedProcess[bytes]:
        return completed("check", str(self.drafts), *options, cwd=self.root / "current", env=self.environment)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    place = Place(tmp_path)
    place.make()
    return place


def hostile() -> dict[str, bytes]:
    """Return files that a careless reader would unpack, follow, or leave half written."""
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("../../home/escaped.txt", "Write to me at amara@itu.int")
        made.writestr("/absolute.txt", "Write to me at amara@itu.int")
        made.writestr("large.txt", "a" * 5_000_000)
    entity = b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>'
    return {
        "escaping.zip": archive.getvalue(),
        "cut.docx": archive.getvalue()[:300],
        "broken.pdf": b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]>>\ntrailer<</Root 1 0 R>>",
        "entity.svg": entity,
        "broken.png": b"\x89PNG\r\n\x1a\n" + bytes(200),
        "broken.doc": bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2000),
        "garbage.bin": bytes(range(256)) * 50,
        "empty.pdf": b"",
    }


def fill(place: Place, samples: bool = True) -> None:
    if samples:
        shutil.copytree(SAMPLES, place.drafts, dirs_exist_ok=True)
    for name, data in hostile().items():
        (place.drafts / name).write_bytes(data)
    for path in place.drafts.iterdir():
        os.utime(path, (1_600_000_000, 1_600_000_000))


@pytest.mark.parametrize("jobs", ["0", "1", "2"])
def test_a_run_leaves_nothing_and_changes_nothing(place: Place, jobs: str) -> None:
    fill(place)
    before = place.inputs()
    done = place.check("--jobs", jobs, "--format", "json")
    assert done.returncode == 2, done.stderr
    assert len(json.loads(done.stdout)["documents"]) == len(list(place.drafts.iterdir()))
    assert place.left_behind() == []
    assert place.inputs() == before


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux for the workers")
@pytest.mark.parametrize("whom", ["worker", "command"])
def test_neither_does_one_that_is_killed(place: Place, whom: str) -> None:
    fill(place)
    before = place.inputs()
    with running("check", str(place.drafts), "--jobs", "2", "--select", "A05,A08,D", cwd=place.root / "current", env=place.environment) as process:
        workers = freeze(process, 2)
        os.kill(process.pid if whom == "command" else workers[0], signal.SIGKILL)
        for worker in workers[1:]:
            os.kill(worker, signal.SIGCONT)
        out, _ = process.communicate(timeout=30)
    assert process.returncode == (-signal.SIGKILL if whom == "command" else 2)
    assert ("SIGKILL" in out) == (whom == "worker")
    assert place.left_behind() == []
    assert place.inputs() == before


def test_a_cache_is_written_where_it_was_named_and_nowhere_else(place: Place) -> None:
    fill(place, samples=False)
    before = place.inputs()
    for _ in range(2):
        place.check("--jobs", "2", "--cache", str(place.root / "cache"))
        assert place.left_behind() == []
        assert place.inputs() == before
    assert {path.name for path in place.root.iterdir()} == {"drafts", "home", "temporary", "current", "cache"}
    assert len(entries(place)) >= 3


def entries(place: Place) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in (place.root / "cache").rglob("*") if path.is_file()}


def unpacked(data: bytes) -> bytes:
    """Return all that any deflate stream in the data holds, with its header, without one, or as gzip."""
    found = b""
    for start in range(len(data)):
        for window in (15, -15, 31):
            try:
                found += zlib.decompressobj(window).decompress(data[start:], 100_000)
            except zlib.error:
                continue
    return found


def traces(data: bytes) -> list[str]:
    """Return how the marker can be read in the data."""
    shapes = {"plain": MARKER.encode(), "utf-16": MARKER.encode("utf-16-le"), "hex": MARKER.encode().hex().encode()}
    places = {"as it lies": data.lower(), "unpacked": unpacked(data).lower()}
    return [f"{shape}, {where}" for where, content in places.items() for shape, word in shapes.items() if word in content]


def test_traces_are_found_where_they_are() -> None:
    """Else the next test would say nothing."""
    assert traces(b"xx" + MARKER.upper().encode()) == ["plain, as it lies"]
    assert traces(b"xx" + zlib.compress(f"write to {MARKER}".encode() * 3)) == ["plain, unpacked"]
    assert traces(b"nothing") == []


def test_no_word_of_a_draft_lies_in_a_cache(place: Place) -> None:
    """The marker stands in an address (so in a finding), in the words around, in the file's name and in a picture's properties."""
    words = f"The {MARKER} plan. Write to {MARKER}@itu.int, and follow twitter.com/ITU, says {MARKER}.\n"
    (place.drafts / "letter.txt").write_text(words)
    (place.drafts / f"{MARKER}.html").write_text(f"<!DOCTYPE html><html><head><title>{MARKER}</title></head><body><p style='display:none'>{words}</p></body></html>")
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(f"{MARKER}/{MARKER}.txt", words)
    (place.drafts / "all.zip").write_bytes(archive.getvalue())
    done = place.check("--jobs", "2", "--format", "json", "--cache", str(place.root / "cache"))
    assert done.returncode in (1, 2)
    assert f"{MARKER}@itu.int".encode() in done.stdout
    stored = entries(place)
    assert len(stored) == 3
    assert {path: traces(data) for path, data in stored.items() if traces(data)} == {}
    assert not any(MARKER in str(path.relative_to(place.root)) for path in stored)
