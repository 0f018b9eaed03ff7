"""Every rule's examples: those that must flag do, those that must pass do, and together they cover the rule's text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from string import Formatter

import pytest
from tests.scenes import drawn

from materials_lint import api
from materials_lint.detectors import detectors
from materials_lint.detectors.base import Tools
from materials_lint.model.document import TextBlock
from materials_lint.model.finding import Finding, Severity
from materials_lint.policy.configuration import Configuration
from materials_lint.policy.examples import Example
from materials_lint.policy.rules import Case, Rule

# Rules over pictures, file properties and gaps: what they look at is in no language.
WITHOUT_LANGUAGE = {"A01", "A02", "A03", "A09", "D01"}
LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
CODES = tuple(api.rules())
SCRIPTS = {"ru": "[\u0400-\u04ff]", "zh": "[\u4e00-\u9fff]", "ar": "[\u0600-\u06ff]"}


def _all() -> Iterator[object]:
    for code in CODES:
        seen: Counter[str] = Counter()
        for example in api.examples(code):
            kind = f"{code}-{example.lang}-{'flag' if example.flags else 'pass'}"
            seen[kind] += 1
            yield pytest.param(code, example, id=f"{kind}-{seen[kind]}")


def _findings(code: str, example: Example) -> list[Finding]:
    detector = next(d for d in detectors() if code in d.rules)
    tools = Tools(Configuration(), api.rules())
    document = drawn(example) if example.is_picture else example.document()
    return [f for f in detector.detect(document, tools) if f.rule == code]


def _told(example: Example, findings: list[Finding]) -> str:
    what = {
        "text": example.text,
        "scene": dict(example.scene),
        "label": example.label,
        "context": example.context,
        "metadata": dict(example.metadata),
        "gap": example.gap,
    }
    lines = [f"{k}: {v!r}" for k, v in what.items() if v]
    lines += [f"origin {example.origin}, part {example.part}, concealment {example.concealment}"]
    lines += [f"  -> {f.case}, {f.severity}, confidence {f.confidence}: {f.evidence.text!r}" for f in findings] or ["  -> nothing found"]
    return "\n".join(lines)


@pytest.mark.parametrize(("code", "example"), list(_all()))
def test_an_example_flags_or_passes(code: str, example: Example) -> None:
    findings = _findings(code, example)
    highest = max((f.severity.rank for f in findings), default=-1)
    if example.flags:
        assert highest >= Severity(example.severity).rank, f"{code} must find this, at {example.severity} or above\n{_told(example, findings)}"
    else:
        assert highest < Severity.WARNING.rank, f"{code} must not find this, or as a note only\n{_told(example, findings)}"


@pytest.mark.parametrize("code", CODES)
def test_a_rule_has_examples_of_both_kinds_in_each_language(code: str) -> None:
    kinds = Counter((example.lang, example.flags) for example in api.examples(code))
    assert {lang for lang, _ in kinds} <= set(LANGUAGES)
    if code in WITHOUT_LANGUAGE:
        for flags in (True, False):
            assert sum(n for (_, f), n in kinds.items() if f is flags) >= 8
    else:
        few = {(lang, "flag" if flags else "pass") for lang in LANGUAGES for flags in (True, False) if kinds[lang, flags] < 3}
        assert not few, f"fewer than three examples: {few}"


@pytest.mark.parametrize("lang", SCRIPTS)
@pytest.mark.parametrize("code", CODES)
def test_most_examples_are_written_in_their_own_script(code: str, lang: str) -> None:
    words = [" ".join((e.text, e.label, e.context, *e.metadata.values())) for e in api.examples(code) if e.lang == lang and (e.text or code not in WITHOUT_LANGUAGE)]
    own = [text for text in words if re.search(SCRIPTS[lang], text)]
    assert 2 * len(own) > len(words) or not words, [text for text in words if text not in own]


def test_no_two_examples_are_the_same() -> None:
    seen: dict[str, str] = {}
    for code in CODES:
        for example in api.examples(code):
            key = f"{code} {example.document()!r} {sorted(example.scene.items())} {example.lang if example.gap else ''}"
            assert key not in seen, f"{code}: {example.text or example.metadata!r} stands twice, in {seen[key]} and {example.lang}"
            seen[key] = example.lang


@pytest.mark.parametrize("code", CODES)
def test_a_severity_is_one_that_the_rule_can_give(code: str) -> None:
    given = {case.severity for case in api.explain(code).cases.values()}
    for example in api.examples(code):
        assert not example.flags or max(given, key=lambda s: s.rank).rank >= Severity(example.severity).rank, example


@pytest.mark.parametrize("code", CODES)
def test_a_rule_file_is_whole(code: str) -> None:
    rule = api.explain(code)
    assert rule.code == code
    assert re.fullmatch("[a-z]+(-[a-z]+)+", rule.name)
    assert rule.cases
    texts = {key: getattr(rule, key) for key in ("finds", "why", "instead", "allowed", "limits")}
    texts |= {f"{case.id}.{key}": getattr(case, key) for case in rule.cases.values() for key in ("message", "remedy")}
    assert not [key for key, text in texts.items() if not text.strip()]
    unfinished = [key for key, text in texts.items() if not text.rstrip().endswith((".", "!", "?", "}"))]
    assert not unfinished, f"no full stop: {unfinished}"


def _placeholders(case: Case) -> set[str]:
    return {name for text in (case.message, case.remedy) for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.fixture
def filled(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[dict[str, str]]]:
    """The words that detectors gave for each case, by case id, while the test ran them."""
    words: dict[str, list[dict[str, str]]] = {}
    at = Rule.at

    def recording(self: Rule, case: str, block: TextBlock, **given: object) -> Finding:
        words.setdefault(case, []).append({key: value for key, value in given.items() if isinstance(value, str) and key != "subject"})
        return at(self, case, block, **given)  # type: ignore[arg-type]

    monkeypatch.setattr(Rule, "at", recording)
    return words


@pytest.mark.parametrize("code", CODES)
def test_every_case_is_reached_and_its_words_are_filled(code: str, filled: dict[str, list[dict[str, str]]]) -> None:
    for example in api.examples(code):
        for finding in _findings(code, example):
            assert not re.search(r"\{\w*\}", finding.message + finding.remedy), finding
    cases = api.explain(code).cases
    assert set(cases) == set(filled), "cases of the rule file that no example reaches"
    for case in cases.values():
        for words in filled[case.id]:
            blank = {name for name in _placeholders(case) if not words.get(name, "").strip()}
            assert not blank, f"{code} {case.id}: {blank} left blank"
