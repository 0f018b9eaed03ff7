"""`rules`, `explain`, `init` and `doctor`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from materials_lint.cli._samples import samples
from materials_lint.detectors import rules
from materials_lint.policy import settings
from materials_lint.policy.configuration import Configuration

from .conftest import Call


def test_rules_lists_every_rule(call: Call) -> None:
    got = call("rules")
    assert got.code == 0
    for rule in rules().values():
        assert f"{rule.code}  {rule.name}" in got.out
        assert " ".join(rule.finds.split())[:30] in got.out


def test_rules_as_json(call: Call) -> None:
    listed = json.loads(call("rules", "--format", "json").out)["rules"]
    assert [rule["code"] for rule in listed] == list(rules())
    assert listed[0]["guidance"]["section"] == "A"
    assert all(rule["cases"] for rule in listed)


@pytest.mark.parametrize("code", rules())
def test_explain_tells_the_whole_rule(call: Call, code: str) -> None:
    got = call("explain", code.lower())
    rule = rules()[code]
    assert got.code == 0
    told = " ".join(got.out.split())
    for words in (rule.finds, rule.why, rule.paragraph.says, rule.instead, rule.allowed, rule.limits):
        assert " ".join(words.split()) in told
    assert all(case.id in told for case in rule.cases.values())
    assert "Examples that are found" in told
    assert "Examples that pass" in told


def test_explain_by_name_and_all_examples(call: Call) -> None:
    assert call("explain", "itu-email").out == call("explain", "A05").out
    assert len(call("explain", "A05", "--all").out) > len(call("explain", "A05").out)


def test_explain_of_an_unknown_rule(call: Call) -> None:
    got = call("explain", "itu-emial")
    assert got.code == 2
    assert 'Did you mean "itu-email"?' in got.err
    assert call("explain").code == 2


def test_init_writes_a_file_that_can_be_read(call: Call, tmp_path: Path) -> None:
    assert call("init").code == 0
    path = tmp_path / settings.FILE_NAME
    assert settings.load(path) == Configuration()
    path.write_text("[check]\n")
    refused = call("init")
    assert refused.code == 2
    assert "--force" in refused.err
    assert path.read_text() == "[check]\n"
    assert call("init", "--force").code == 0
    assert path.read_text(encoding="utf-8") == settings.template()


def test_doctor_tries_every_sample(call: Call) -> None:
    got = call("doctor")
    assert got.code == 0, got.out
    for sample in samples():
        assert f"{sample.title} " in got.out
    assert "FAILS" not in got.out
    assert "All that is installed works." in got.out


def test_doctor_has_a_sample_for_every_reader() -> None:
    from materials_lint import api
    from materials_lint.engine.reading import sniff
    from materials_lint.model.source import Source

    read = {sniff(Source(sample.data, sample.name)).name for sample in samples()}
    assert read >= {name for name, _ in api.formats()}


def test_init_does_not_promise_that_addresses_of_itu_pass(call: Call, tmp_path: Path) -> None:
    told = " ".join(call("init", "--help").out.split())
    assert "never reported" not in told
    assert "they are reported all the same" in told
    call("init")
    assert "surely ITU's are reported all the same" in (tmp_path / "materials-lint.toml").read_text(encoding="utf-8")
