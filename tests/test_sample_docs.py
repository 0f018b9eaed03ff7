"""The drafts in sample_docs: what is found in them is held to the letter, and remaking them gives the same drafts."""

from __future__ import annotations

import hashlib
import io
import json
import os
import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "sample_docs"
EXPECTED: dict[str, dict[str, Any]] = json.loads((ROOT / "tests/sample_docs/expected.json").read_text(encoding="utf-8"))
KEYS = ("rule", "severity", "evidence", "page", "part", "origin", "member", "also_on")
LANGUAGES = {"ar", "en", "es", "fr", "ru", "zh"}
SUFFIXES = {".pdf", ".docx", ".pptx", ".odt", ".odp", ".xlsx", ".rtf", ".eml", ".msg", ".html", ".svg", ".txt", ".md", ".zip", ".png", ".jpg", ".webp"}
AT_LEAST = {".pdf": 5, ".docx": 5, ".pptx": 3, ".eml": 3, ".html": 2, ".txt": 2}
RULES = {"A01", "A02", "A03", "A04", "A05", "A06", "A07", "A08", "A09", "D01", "D02"}
PASSWORD = "lighthouse"
LOCKED = {"locked-en.pdf"}
Row = tuple[str, ...]


def rows(findings: list[dict[str, Any]]) -> Counter[Row]:
    """Return findings as a bag of rows, values in JSON so that they print and sort."""
    return Counter(tuple(json.dumps({"also_on": [], **finding}[key], ensure_ascii=False) for key in KEYS) for finding in findings)


@pytest.fixture(scope="module")
def found() -> dict[str, tuple[str, Counter[Row]]]:
    """Status and findings of each draft, as the public API tells them."""
    from materials_lint import api

    before = Path.cwd()
    os.chdir(ROOT)
    try:
        report = api.check([FOLDER.name])
    finally:
        os.chdir(before)
    told = {}
    for document in report.documents:
        findings = [
            {
                "rule": f.rule,
                "severity": f.severity.value,
                "evidence": f.evidence.text if f.evidence.mark is None else f.evidence.mark,
                "page": f.location.page,
                "part": f.location.part.value,
                "origin": f.evidence.origin.value,
                "member": f.location.member,
                "also_on": list(f.location.also_on),
            }
            for f in document.findings
        ]
        told[Path(document.path).name] = (document.status.value, rows(findings))
    return told


def difference(expected: Counter[Row], actual: Counter[Row]) -> list[str]:
    def shown(row: Row) -> str:
        return ", ".join(f"{key} {value}" for key, value in zip(KEYS, row, strict=True))

    return [
        *(f"  missing     {shown(row)}" for row in sorted((expected - actual).elements())),
        *(f"  unexpected  {shown(row)}" for row in sorted((actual - expected).elements())),
    ]


def test_every_draft_is_reported(found: Mapping[str, object]) -> None:
    assert sorted(found) == sorted(EXPECTED)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_findings_to_the_letter(name: str, found: Mapping[str, tuple[str, Counter[Row]]]) -> None:
    status, actual = found[name]
    lines = difference(rows(EXPECTED[name]["findings"]), actual)
    if status != EXPECTED[name]["status"]:
        lines.insert(0, f"  status      expected {EXPECTED[name]['status']}, was {status}")
    assert not lines, "\n".join([f"{name} ({EXPECTED[name]['about']})", *lines])


def make(folder: Path, seed: str) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    subprocess.run([sys.executable, "-m", "tools.make_sample_docs", str(folder)], cwd=ROOT, env=environment, check=True, timeout=120)


@pytest.fixture(scope="module")
def remade(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("remade")
    make(folder, "1")
    return folder


class Pixels:
    """A picture; one is as good as another that differs in the last bits of codecs and renderers only."""

    def __init__(self, data: bytes) -> None:
        from PIL import Image

        with Image.open(io.BytesIO(data)) as opened:
            self.kind, self.picture = opened.format, opened.convert("RGBA")

    def __eq__(self, other: object) -> bool:
        from PIL import ImageChops, ImageStat

        if not isinstance(other, Pixels) or (self.kind, self.picture.size) != (other.kind, other.picture.size):
            return False
        return max(ImageStat.Stat(ImageChops.difference(self.picture, other.picture)).mean) < 2

    __hash__ = None  # type: ignore[assignment]


def content(name: str, data: bytes) -> object:
    """Return what a draft holds, whatever the compression of the libraries that wrote it."""
    suffix = Path(name).suffix
    if suffix == ".png":
        return Pixels(data)
    if suffix == ".pdf":
        return pdf_content(data, PASSWORD if name in LOCKED else "")
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {member: content(member, archive.read(member)) for member in sorted(archive.namelist())}
    return hashlib.sha256(data).hexdigest()


def pdf_content(data: bytes, password: str) -> list[str]:
    """Return a digest of every object of a PDF: streams decoded, dictionaries without the length and filter."""
    import pikepdf

    digests = []
    with pikepdf.open(io.BytesIO(data), password=password) as pdf:
        found: list[Any] = list(pdf.objects)
        for item in found:
            body, held = b"", item
            if isinstance(item, pikepdf.Stream):
                body = item.read_bytes()
                held = {str(key): value for key, value in item.items() if str(key) not in ("/Length", "/Filter", "/DecodeParms")}
            digests.append(hashlib.sha256(repr(held).encode() + body).hexdigest())
    return sorted(digests)


def test_remaking_gives_the_same_set(remade: Path) -> None:
    assert sorted(p.name for p in remade.iterdir()) == sorted(p.name for p in FOLDER.iterdir()) == sorted(EXPECTED)


@pytest.mark.parametrize("name", sorted(n for n in EXPECTED if Path(n).suffix not in {".jpg", ".png", ".webp"}))
def test_remaking_gives_the_same_content(name: str, remade: Path) -> None:
    assert content(name, (remade / name).read_bytes()) == content(name, (FOLDER / name).read_bytes())


@pytest.mark.parametrize("name", sorted(n for n in EXPECTED if Path(n).suffix in {".jpg", ".png", ".webp"}))
def test_remaking_gives_the_same_picture(name: str, remade: Path) -> None:
    """Properties to the letter; pixels nearly, since codecs and font renderers differ in their last bits."""
    from PIL import Image

    with Image.open(remade / name) as new, Image.open(FOLDER / name) as old:
        assert (new.format, new.size, dict(new.getexif())) == (old.format, old.size, dict(old.getexif()))
        assert new.info.get("xmp") == old.info.get("xmp")
        assert new.info.get("XML:com.adobe.xmp") == old.info.get("XML:com.adobe.xmp")
        assert getattr(new, "text", None) == getattr(old, "text", None)
    assert Pixels((remade / name).read_bytes()) == Pixels((FOLDER / name).read_bytes())


def test_two_runs_give_the_same_bytes(remade: Path, tmp_path: Path) -> None:
    make(tmp_path, "2")
    assert [p.name for p in sorted(tmp_path.iterdir()) if p.read_bytes() != (remade / p.name).read_bytes()] == []


def test_only_small_drafts_in_the_folder() -> None:
    assert {path.suffix for path in FOLDER.iterdir()} == SUFFIXES
    assert [p.name for p in FOLDER.iterdir() if not p.is_file() or p.stat().st_size >= 60_000] == []


def test_formats_languages_and_halves() -> None:
    assert len(EXPECTED) >= 24
    suffixes = Counter(Path(name).suffix for name in EXPECTED)
    assert {suffix: suffixes[suffix] for suffix in AT_LEAST if suffixes[suffix] < AT_LEAST[suffix]} == {}
    languages = Counter(row["language"] for row in EXPECTED.values())
    assert set(languages) == LANGUAGES
    assert min(languages.values()) >= 3
    assert sum(row["clean"] for row in EXPECTED.values()) * 2 == len(EXPECTED)


def test_expectations_are_sound() -> None:
    """A clean draft holds notes at the most; the others one to four findings; each rule is met in two drafts or more. D01 apart."""
    met: Counter[str] = Counter()
    for name, row in EXPECTED.items():
        said = [f for f in row["findings"] if f["rule"] != "D01"]
        grave = [f for f in said if f["severity"] != "note"]
        met.update({f["rule"] for f in grave})
        assert {f["rule"] for f in row["findings"]} <= RULES, name
        assert (row["status"] == "checked") == (len(said) == len(row["findings"])), name
        if row["clean"]:
            assert not grave, name
        else:
            assert 1 <= len(said) <= 4 or row["status"] == "unreadable", name
    assert {rule for rule in RULES - {"D01"} if met[rule] < 2} == set()
