from __future__ import annotations

from dataclasses import replace

from materials_lint.engine.merging import merge
from materials_lint.model.document import Origin, Part
from materials_lint.model.finding import Citation, Evidence, Finding, Location, Severity
from materials_lint.policy.configuration import Check, Configuration

BASE = Finding(
    "A06",
    "itu-website",
    "reference",
    Severity.NOTE,
    0.8,
    "m",
    "r",
    Citation("17-01", "A", "example 3"),
    Location(Part.BODY, 1),
    Evidence("www.itu.int", Origin.TEXT_LAYER),
    "www.itu.int",
)
BEHIND = replace(BASE, case="channel", severity=Severity.ERROR, confidence=0.9, evidence=Evidence("https://www.itu.int/", Origin.LINK_TARGET))
REVIEWER = Configuration(check=Check(profile="reviewer"))


def test_a_thing_seen_and_linked_is_one_finding_at_the_graver_reading() -> None:
    (only,) = merge([BASE, BEHIND], REVIEWER)
    assert (only.severity, only.case, only.evidence.origin) == (Severity.ERROR, "channel", Origin.TEXT_LAYER)


def test_two_places_with_other_surroundings_stay_two() -> None:
    other = replace(BASE, evidence=replace(BASE.evidence, before="see "))
    assert len(merge([BASE, other], REVIEWER)) == 2


def test_a_footer_on_every_page_is_one_finding() -> None:
    feet = [replace(BASE, location=Location(Part.FOOTER, page)) for page in (1, 2, 3)]
    (only,) = merge(feet, REVIEWER)
    assert (only.location.page, only.location.also_on) == (1, (2, 3))


def test_a_footer_that_is_only_a_link_names_its_other_pages_too() -> None:
    feet = [replace(BEHIND, location=Location(Part.FOOTER, page)) for page in (1, 2, 5, 5)]
    assert [(f.location.page, f.location.also_on) for f in merge(feet, REVIEWER)] == [(1, (2, 5))]


def test_the_gravest_of_several_footers_is_told() -> None:
    feet = [replace(BASE, location=Location(Part.FOOTER, 1)), replace(BASE, severity=Severity.ERROR, location=Location(Part.FOOTER, 2))]
    assert [(f.severity, f.location.page, f.location.also_on) for f in merge(feet, REVIEWER)] == [(Severity.ERROR, 2, (1,))]


def test_what_is_joined_elsewhere_has_no_other_pages() -> None:
    twice = [BASE, replace(BASE, location=Location(Part.BODY, 2)), replace(BASE, location=Location(Part.FOOTER, None))]
    assert [f.location.also_on for f in merge(twice, REVIEWER)] == [(), (), ()]


def test_joined_findings_keep_their_place_in_reading_order() -> None:
    first = replace(BASE, subject="a", evidence=replace(BASE.evidence, text="a"))
    second = replace(BASE, subject="b", evidence=replace(BASE.evidence, text="b"))
    graver = replace(BEHIND, subject="b")
    got = merge([first, second, graver], REVIEWER)
    assert [(f.subject, f.severity) for f in got] == [("a", Severity.NOTE), ("b", Severity.ERROR)]
    assert got == merge([first, second, graver], REVIEWER)


def test_select_ignore_and_confidence() -> None:
    doubtful = replace(BASE, rule="A08", subject="x", confidence=0.3)
    assert [f.rule for f in merge([BASE, doubtful], REVIEWER)] == ["A06", "A08"]
    assert [f.rule for f in merge([BASE, doubtful], Configuration())] == ["A06"]
    assert [f.rule for f in merge([BASE, doubtful], Configuration(check=Check(profile="reviewer", select=("A08",))))] == ["A08"]
    assert merge([BASE], Configuration(check=Check(ignore=("A",)))) == ()


def test_fingerprints_differ_for_repeats_and_survive_moved_pages() -> None:
    other = replace(BASE, evidence=replace(BASE.evidence, before="see "))
    first, second = merge([BASE, other], REVIEWER)
    assert first.fingerprint != second.fingerprint
    (moved,) = merge([replace(BASE, location=Location(Part.BODY, 7))], REVIEWER)
    assert moved.fingerprint == first.fingerprint
