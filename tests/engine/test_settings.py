"""What a report knows of the settings of its run."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from materials_lint import api
from materials_lint.engine.lost import Lost, Trouble
from materials_lint.engine.running import _gap
from materials_lint.policy.configuration import Check, Configuration, Files


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    folder = tmp_path / "drafts"
    (folder / "sub").mkdir(parents=True)
    for name in ("a.txt", "b.pdf", "sub/c.pdf"):
        (folder / name).write_text("My vision is trust.")
    (folder / "sub" / "settings.toml").write_text("")
    (tmp_path / "settings.toml").write_text("")
    return folder


def test_the_settings_of_the_run_are_in_the_report(drafts: Path) -> None:
    configuration = Configuration(check=Check(ignore=("A",), fail_on="error", profile="reviewer"), files=Files(exclude=("*.pdf",)))
    got = api.check([str(drafts)], configuration, jobs=0, settings_file=Path("other\x1b.toml"), options=["ignore"]).settings
    assert (got.file, got.among_checked, got.options) == ("other\\x1b.toml", False, ("ignore",))
    assert (got.profile, got.fail_on, got.min_confidence, got.select, got.ignore) == ("reviewer", "error", 0.0, (), ("A",))
    assert (got.exclude, got.excluded_files) == (("*.pdf",), 2)
    assert got.narrowed


def test_without_a_file_nothing_is_left_out(drafts: Path) -> None:
    got = api.check([str(drafts)], jobs=0).settings
    assert (got.file, got.among_checked, got.excluded_files, got.narrowed) == (None, False, 0, False)


@pytest.mark.parametrize(
    ("settings", "path", "among"),
    [
        ("drafts/sub/settings.toml", "drafts", True),
        ("drafts/sub/settings.toml", "drafts/sub/c.pdf", True),
        ("drafts/sub/settings.toml", "drafts/a.txt", False),
        ("settings.toml", "drafts", False),
        ("settings.toml", "drafts/a.txt", False),
        ("settings.toml", ".", True),
        ("settings.toml", "nowhere.txt", False),
        ("settings.toml", "", False),
        ("settings.toml", "-", False),
    ],
)
def test_settings_among_the_drafts_are_known(drafts: Path, monkeypatch: pytest.MonkeyPatch, settings: str, path: str, among: bool) -> None:
    monkeypatch.chdir(drafts.parent)
    assert api.check([path], jobs=0, stdin=b"x", settings_file=Path(settings)).settings.among_checked is among


@pytest.mark.skipif(os.name == "nt", reason="needs symbolic links")
def test_a_link_does_not_hide_where_the_settings_lie(drafts: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(drafts)
    assert api.check([str(tmp_path / "link")], jobs=0, settings_file=drafts / "sub" / "settings.toml").settings.among_checked


@pytest.mark.parametrize(("trouble", "setting"), [(Trouble.TIMEOUT, "max_seconds"), (Trouble.MEMORY, "max_memory_mib")])
def test_a_limit_that_was_met_says_where_it_is_set(trouble: Trouble, setting: str) -> None:
    assert f"{setting} under [limits] in materials-lint.toml" in _gap(Lost(trouble), 3).message
