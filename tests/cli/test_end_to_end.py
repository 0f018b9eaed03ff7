"""The whole way, from files to exit code, with nothing made by hand."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import jsonschema
import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

import materials_lint.reports
from materials_lint.cli._samples import samples

from .conftest import Call

SCHEMA = json.loads(Path(materials_lint.reports.__file__).with_name("schemas").joinpath("report.schema.json").read_text(encoding="utf-8"))
SAMPLES = {sample.name: sample.data for sample in samples()}


def locked_pdf() -> bytes:
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(SAMPLES["sample.pdf"])) as pdf:
        pdf.save(buffer, encryption=pikepdf.Encryption(user="secret", owner="secret"))
    return buffer.getvalue()


def test_a_clean_draft(call: Call, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("My vision is trust. Write to amara@nwosu.example.\n")
    got = call("check", "a.txt")
    assert got.code == 0, got.out
    assert "Nothing was found" in got.out


@pytest.mark.parametrize("form", ["text", "json"])
def test_an_office_address(call: Call, tmp_path: Path, form: str) -> None:
    (tmp_path / "a.txt").write_text("Support my candidature! Write to me at amara.nwosu@itu.int.\n")
    got = call("check", "a.txt", "--format", form)
    assert got.code == 1
    assert "amara.nwosu@itu.int" in got.out
    if form == "json":
        report: Any = json.loads(got.out)
        jsonschema.Draft202012Validator(SCHEMA).validate(report)
        assert [finding["rule"] for finding in report["documents"][0]["findings"]] == ["A05"]


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("empty.pdf", b"", "empty"),
        ("locked.pdf", locked_pdf(), "password"),
        ("cut.docx", SAMPLES["sample.docx"][:400], "damaged"),
        ("odd.bin", bytes(range(256)) * 20, "neither text nor a file type"),
    ],
)
def test_what_can_not_be_checked_never_looks_clean(call: Call, tmp_path: Path, name: str, data: bytes, told: str) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "found.txt").write_text("Write to me at amara.nwosu@itu.int.\n")
    for paths in ((name,), (name, "found.txt")):
        got = call("check", *paths)
        assert got.code == 2
        assert told in " ".join(got.out.lower().split())
        assert "Not everything could be checked" in got.out


def test_a_missing_path_and_a_folder_without_files(call: Call, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    missing, empty = call("check", "nothing.pdf"), call("check", "empty")
    assert (missing.code, empty.code) == (2, 2)
    assert "no such file or folder" in missing.out
    assert "holds no file to check" in empty.out


def test_a_truncated_zip_still_named_docx(call: Call, tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "x" * 100)
    (tmp_path / "a.docx").write_bytes(buffer.getvalue())
    assert call("check", "a.docx").code == 2


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github", "junit", "markdown"])
def test_runs_are_byte_identical(call: Call, tmp_path: Path, form: str) -> None:
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text("Write to amara.nwosu@itu.int.\n")
    first, second = (call("check", ".", "--format", form) for _ in range(2))
    assert first == second
    assert first.out.index("a.txt") < first.out.index("b.txt")
    assert str(tmp_path) not in first.out


def test_the_configuration_in_use_is_no_draft(call: Call, tmp_path: Path) -> None:
    call("init")
    (tmp_path / "a.txt").write_text("My vision is trust.\n")
    got = call("check", ".")
    assert got.code == 0, got.out
    assert "1 file," in got.out
    assert "\nSettings: materials-lint.toml.\n" in got.out


def test_a_folder_can_not_excuse_itself(call: Call, tmp_path: Path) -> None:
    (tmp_path / "materials-lint.toml").write_text('[check]\nignore = ["A05"]\n[files]\nexclude = ["*.txt"]\n')
    (tmp_path / "a.txt").write_text("Write to amara.nwosu@itu.int.\n")
    (tmp_path / "b.html").write_text("<p>Write to amara.nwosu@itu.int.</p>")
    got = call("check", ".")
    assert got.code == 0
    assert "Left out by materials-lint.toml: rule A05; 1 file (*.txt)." in got.out
    assert "These settings lie among the checked files: make sure that they are yours." in got.out
    assert "everything was checked" not in got.out
    machine = call("check", ".", "--format", "json", "--ignore", "A05")
    report = json.loads(machine.out)
    jsonschema.Draft202012Validator(SCHEMA).validate(report)
    assert (report["settings"]["options"], report["settings"]["excluded_files"]) == (["ignore"], 1)
    assert "Left out by the command's options: rule A05." in machine.err


def test_a_footer_on_all_pages_names_them(call: Call, tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"))
    for number in ("one", "two", "three", "four"):
        canvas.drawString(72, 700, f"What I stand for, part {number} of my programme")
        canvas.drawString(72, 30, "Write to amara.nwosu@itu.int")
        canvas.showPage()
    canvas.save()
    assert "A05 itu-email · page 1, also on 2-4, footer" in call("check", "a.pdf").out
