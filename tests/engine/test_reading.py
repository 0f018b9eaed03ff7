from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from materials_lint.engine import reading
from materials_lint.engine.reading import Reader, from_bytes, load
from materials_lint.extractors.base import Format
from materials_lint.model.document import NotReadError, Reason
from materials_lint.model.source import Extraction, Limits, Source


def zipped(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def test_files_inside_files_are_read_and_named_by_their_chain() -> None:
    inner = zipped({"letter.txt": b"Dear delegates"})
    document = Reader(Limits()).read(Source(zipped({"a/inner.zip": inner}), "outer.zip"))
    assert [part.member for part in document.tree()] == [None, "a/inner.zip", "a/inner.zip/letter.txt"]
    assert [block.text for part in document.tree() for block in part.blocks()] == ["Dear delegates"]


def test_depth_limit_is_a_gap_that_names_the_setting() -> None:
    data = b"the innermost"
    for level in range(6):
        data = zipped({f"{level}.zip" if level else "a.txt": data})
    document = Reader(Limits(max_depth=2)).read(Source(data, "deep.zip"))
    gaps = [gap for part in document.tree() for gap in part.gaps]
    assert [gap.reason for gap in gaps] == [Reason.TOO_LARGE]
    assert "max_depth = 2" in gaps[0].message


def test_files_inside_share_one_budget() -> None:
    document = Reader(Limits(max_unpacked_mib=1)).read(Source(zipped({f"{n}.txt": b"word " * 100_000 for n in range(4)}), "many.zip"))
    assert any("max_unpacked_mib = 1" in gap.message for part in document.tree() for gap in part.gaps)


def test_a_reader_that_fails_is_a_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_source: Source, _limits: Limits) -> Extraction:
        raise ZeroDivisionError

    monkeypatch.setattr(reading, "formats", lambda: (Format("bad", "bad", lambda _: 1.0, fail),))
    document = Reader(Limits()).read(Source(b"x", "x"))
    assert [gap.reason for gap in document.gaps] == [Reason.CRASH]
    assert "ZeroDivisionError" in document.gaps[0].message


def test_empty_and_too_large_files_are_refused(tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").write_bytes(b"")
    with pytest.raises(NotReadError, match="empty") as caught:
        load(tmp_path / "empty.pdf", "empty.pdf", Limits())
    assert caught.value.reason is Reason.EMPTY
    with pytest.raises(NotReadError, match="max_file_mib = 1"):
        from_bytes(b"x" * (1024 * 1024 + 1), "x", Limits(max_file_mib=1))


def test_text_under_the_name_of_a_document_is_told() -> None:
    document = Reader(Limits()).read(Source(b"only words", "brochure.pdf"))
    assert [block.text for block in document.blocks()] == ["only words"]
    assert [gap.reason for gap in document.gaps] == [Reason.DAMAGED]
    assert Reader(Limits()).read(Source(b"only words", "brochure.txt")).gaps == ()
