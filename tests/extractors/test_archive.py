"""Archives."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile

import pytest

from materials_lint.model.document import NotReadError, Reason
from materials_lint.model.source import Limits, Role
from tests.reading import format_of, messages, read, reasons


def zipped(**files: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def tarred(**files: bytes) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return stream.getvalue()


def test_each_member_is_handed_on_and_litter_left_out() -> None:
    data = zipped(**{"docs/vote.txt": b"Vote", "__MACOSX/._vote.txt": b"x", "docs/.DS_Store": b"x", "Thumbs.db": b"x"})
    assert format_of(data) == "archive"
    found = read(data)
    assert [(item.name, item.role, item.data) for item in found.embedded] == [("docs/vote.txt", Role.MEMBER, b"Vote")]
    assert reasons(found) == []


def test_names_that_point_elsewhere_do_no_harm() -> None:
    assert [item.name for item in read(zipped(**{"../../vote.txt": b"x"})).embedded] == ["../../vote.txt"]
    assert [item.name for item in read(tarred(**{"../vote.txt": b"x"})).embedded] == ["../vote.txt"]


def test_names_in_old_code_pages_are_readable() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("ABCDEF.txt", b"x")
    data = stream.getvalue().replace(b"ABCDEF", "Плакат".encode("cp866"))
    assert [item.name for item in read(data).embedded] == ["Плакат.txt"]


def test_bombs_empty_and_too_many_members_are_told() -> None:
    found = read(zipped(bomb=b"0" * 5_000_000, empty=b"", good=b"x"))
    assert [item.name for item in found.embedded] == ["good"]
    assert reasons(found) == [Reason.TOO_LARGE, Reason.EMPTY]
    assert "max_ratio = 200" in messages(found)
    with pytest.raises(NotReadError) as error:
        read(zipped(a=b"x", b=b"x", c=b"x"), limits=Limits(max_members=2))
    assert "max_members = 2" in error.value.message


def test_many_alike_gaps_are_counted_not_listed() -> None:
    found = read(zipped(**{f"{number}.txt": b"" for number in range(50)}))
    assert len(found.document.gaps) == 11
    assert "40 more files" in found.document.gaps[-1].message


@pytest.mark.parametrize(("pack", "name"), [(gzip.compress, "vote.txt.gz"), (bz2.compress, "vote.txt.bz2"), (lzma.compress, "vote.txt.xz")])
def test_packed_files_are_unpacked(pack: object, name: str) -> None:
    assert callable(pack)
    found = read(pack(b"Vote for Amara"), name)
    assert [(item.name, item.data) for item in found.embedded] == [("vote.txt", b"Vote for Amara")]


def test_a_packed_tar_keeps_its_ending() -> None:
    found = read(gzip.compress(tarred(a=b"x")), "drafts.tgz")
    assert found.embedded[0].name == "drafts.tar"
    assert [item.name for item in read(found.embedded[0].data).embedded] == ["a"]


def test_packed_bombs_and_cut_files_are_told() -> None:
    with pytest.raises(NotReadError) as error:
        read(gzip.compress(b"0" * 30_000_000))
    assert error.value.reason is Reason.TOO_LARGE
    cut = read(gzip.compress(bytes(range(256)) * 50)[:-30])
    assert reasons(cut) == [Reason.DAMAGED]
    assert reasons(read(tarred(a=b"x" * 2000)[:1500])) == [Reason.DAMAGED]
    assert "max_members = 2" in messages(read(tarred(a=b"x", b=b"x", c=b"x"), limits=Limits(max_members=2)))


@pytest.mark.parametrize(("magic", "name"), [(b"7z\xbc\xaf\x27\x1c", "7z"), (b"Rar!\x1a\x07\x01\0", "RAR"), (b"MSCF\0\0\0\0", "CAB")])
def test_other_archives_are_named(magic: bytes, name: str) -> None:
    with pytest.raises(NotReadError) as error:
        read(magic + b"\1" * 100)
    assert error.value.reason is Reason.UNSUPPORTED
    assert name in error.value.message


def test_an_empty_archive_is_told() -> None:
    with pytest.raises(NotReadError) as error:
        read(zipped())
    assert error.value.reason is Reason.EMPTY
