"""The configuration file: reading it, its schema, and the file that `init` writes."""

from __future__ import annotations

import json
import tomllib
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_type_hints

import jsonschema
import pytest

from materials_lint.policy import settings
from materials_lint.policy.configuration import Candidate, Configuration, ConfigurationError, Person


def load(folder: Path, text: str | bytes) -> Configuration:
    path = folder / settings.FILE_NAME
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return settings.load(path)


def problems(folder: Path, text: str | bytes) -> str:
    with pytest.raises(ConfigurationError) as caught:
        load(folder, text)
    return str(caught.value)


def uncommented(template: str) -> str:
    """Take the # off every setting, as a user would; a comment has a blank behind its #."""
    return "\n".join(line[1:] if line.startswith("#") and line[1:2] not in (" ", "") else line for line in template.splitlines())


def test_a_whole_file(tmp_path: Path) -> None:
    got = load(
        tmp_path,
        """
        [candidate]
        name = "Amara Nwosu"
        telephones = ["amara@example.org"]
        [[other_candidates]]
        name = "Jean Dupré"
        spellings = ["Жан Дюпре", "جان دوبري"]
        [[other_candidates]]
        name = "Li Na"
        [check]
        fail_on = "error"
        min_confidence = 1
        [limits]
        max_pages = 10
        """,
    )
    assert got.candidate == Candidate(name="Amara Nwosu", telephones=("amara@example.org",))
    assert got.other_candidates == (Person("Jean Dupré", ("Жан Дюпре", "جان دوبري")), Person("Li Na"))
    assert got.check.fail_on == "error"
    assert got.min_confidence == 1.0
    assert isinstance(got.check.min_confidence, float)
    assert got.limits.max_pages == 10
    assert got.limits.max_depth == Configuration().limits.max_depth


def test_an_empty_file_is_the_defaults(tmp_path: Path) -> None:
    assert load(tmp_path, "") == Configuration()
    assert load(tmp_path, b"\xef\xbb\xbf# by a Windows editor\r\n") == Configuration()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[candidat]", ['there is no setting "candidat". Did you mean "candidate"?']),
        ("[check]\nfailon = 'error'", ['in [check] there is no setting "failon". Did you mean "fail_on"?']),
        ("[[other_candidates]]\nname = 'x'\nspelling = []", ['in [other_candidates] there is no setting "spelling". Did you mean "spellings"?']),
        ("[zebra]", ['no setting "zebra". Known here: candidate, other_candidates']),
        ("[check]\nfail_on = 'warn'", ['must be one of note, warning, error, not "warn". Did you mean "warning"?']),
        ("[check]\nfail_on = 3", ["fail_on must be text in quotes", "not 3."]),
        ("[candidate]\ntelephones = 'a@b.org'", ["telephones must be a list of texts, e.g. telephones = ["]),
        ("[candidate]\ntelephones = ['a@b.org', 3]", ["telephones must be a list of texts"]),
        ("[limits]\nmax_pages = 'many'", ["max_pages must be a whole number"]),
        ("[limits]\nmax_pages = true", ["max_pages must be a whole number", "not true"]),
        ("[limits]\nmax_pages = 0", ["max_pages must be 1 or more, not 0"]),
        ("[limits]\nmax_pages = 2.5", ["max_pages must be a whole number"]),
        ("[check]\nmin_confidence = 70", ["min_confidence must be between 0 and 1"]),
        ("[check]\nmin_confidence = nan", ["min_confidence must be between 0 and 1"]),
        ("candidate = 'Amara'", ["candidate must be a table: write [candidate] on a line of its own"]),
        ("[other_candidates]\nname = 'x'", ["must be a list of tables: write [[other_candidates]]"]),
        ("[candidate]\nname = 2026-11-23", ["name must be text in quotes", "not 2026-11-23"]),
        ("[candidate]\nname = Amara", ["not valid TOML", "line 2"]),
        (b"name = '\xff'", ["not UTF-8"]),
    ],
)
def test_mistakes_name_the_file_the_key_and_the_mend(tmp_path: Path, text: str | bytes, told: list[str]) -> None:
    message = problems(tmp_path, text)
    assert str(tmp_path / settings.FILE_NAME) in message
    for words in told:
        assert words in message


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    assert len(problems(tmp_path, "[check]\nfailon = 1\nprofile = 'x'\n[limits]\nmax_pages = 0").splitlines()) == 3


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="can't be opened"):
        settings.load(tmp_path / "nothing.toml")
    with pytest.raises(ConfigurationError, match="can't be opened"):
        settings.load(tmp_path)


def test_find_looks_only_in_the_folder_itself(tmp_path: Path) -> None:
    (tmp_path / settings.FILE_NAME).write_text("")
    inner = tmp_path / "inner"
    inner.mkdir()
    assert settings.find(tmp_path) == tmp_path / settings.FILE_NAME
    assert settings.find(inner) is None


def test_the_template_is_valid_as_it_is_and_changes_nothing(tmp_path: Path) -> None:
    assert load(tmp_path, settings.template()) == Configuration()


def test_the_template_uncommented_holds_every_setting_at_its_default(tmp_path: Path) -> None:
    text = uncommented(settings.template())
    data = tomllib.loads(text)
    hints = get_type_hints(Configuration)
    for item in fields(Configuration):
        kind = item.metadata.get("item") or hints[item.name]
        table = data[item.name][0] if "item" in item.metadata else data[item.name]
        assert set(table) == {f.name for f in fields(kind)}
    del data["other_candidates"]
    got = load(tmp_path, text)
    assert got.other_candidates == (Person(),)
    assert (got.candidate, got.check, got.limits) == (Configuration().candidate, Configuration().check, Configuration().limits)


def test_one_setting_of_the_template_uncommented_works_alone(tmp_path: Path) -> None:
    text = settings.template().replace('#profile = "candidate"', 'profile = "reviewer"')
    assert load(tmp_path, text).check.profile == "reviewer"


def test_the_template_explains_every_setting() -> None:
    template = settings.template()
    for kind in (Configuration, Candidate, Person):
        for item in fields(kind):
            assert item.metadata["help"].lower() in template.lower()


def test_the_schema_file_is_up_to_date() -> None:
    """Mend with: python -c "from materials_lint.policy import settings; print(settings.schema_text(), end='')" > src/materials_lint/policy/configuration.schema.json."""
    path = Path(settings.__file__).with_name("configuration.schema.json")
    assert path.read_text(encoding="utf-8") == settings.schema_text()


def test_the_schema_and_the_reader_agree(tmp_path: Path) -> None:
    schema = settings.json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    good: list[Any] = [
        {},
        {"check": {"fail_on": "note"}},
        {"check": {"min_confidence": 0.3}},
        {"other_candidates": [{"name": "x"}]},
        tomllib.loads(uncommented(settings.template())),
    ]
    bad: list[Any] = [{"x": 1}, {"check": {"fail_on": "warn"}}, {"limits": {"max_pages": 0}}, {"check": {"min_confidence": 2}}, {"candidate": {"telephones": "a"}}]
    assert all(validator.is_valid(data) for data in good)
    assert not any(validator.is_valid(data) for data in bad)
    for data in bad:
        with pytest.raises(ConfigurationError):
            load(
                tmp_path,
                "\n".join(
                    f"[{table}]\n" + "\n".join(f"{k} = {json.dumps(v)}" for k, v in rows.items()) if isinstance(rows, dict) else f"{table} = {rows}"
                    for table, rows in data.items()
                ),
            )


def test_every_setting_has_its_help_in_the_schema() -> None:
    def walk(kind: Any, schema: dict[str, Any]) -> None:
        hints = get_type_hints(kind)
        for item in fields(kind):
            entry = schema["properties"][item.name]
            assert entry["description"] == item.metadata["help"]
            if is_dataclass(hints[item.name]):
                walk(hints[item.name], entry)

    walk(Configuration, settings.json_schema())
