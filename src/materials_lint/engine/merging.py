"""From all sightings to the findings a person is shown."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from materials_lint.model.document import Origin, Part
from materials_lint.model.finding import Finding
from materials_lint.policy.configuration import Configuration

_REPEATED_PARTS = frozenset({Part.HEADER, Part.FOOTER, Part.MASTER})
_BEHIND = frozenset({Origin.LINK_TARGET, Origin.METADATA, Origin.ALT_TEXT, Origin.FORM_FIELD})


def merge(findings: Iterable[Finding], configuration: Configuration) -> tuple[Finding, ...]:
    """Drop what the configuration leaves out, join sightings of one thing, and put the rest in reading order."""
    kept = [f for f in findings if wanted(f.rule, configuration) and f.confidence >= configuration.min_confidence]
    groups: dict[object, list[Finding]] = defaultdict(list)
    for finding in kept:
        groups[_place(finding)].append(finding)
    order = {id(f): n for n, f in enumerate(kept)}
    joined = [pair for group in groups.values() for pair in _join(group)]
    joined.sort(key=lambda pair: (pair[0].location.member or "", pair[0].location.page or 0, order[id(pair[0])]))
    return tuple(_fingerprinted([finding for _, finding in joined]))


def wanted(code: str, configuration: Configuration) -> bool:
    """Tell whether a rule is asked for: by its code or by the first letters of it."""
    check = configuration.check
    if check.select and not any(code.startswith(prefix) for prefix in check.select):
        return False
    return not any(code.startswith(prefix) for prefix in check.ignore)


def _place(finding: Finding) -> object:
    place = finding.location
    page = None if place.part in _REPEATED_PARTS else place.page
    return (finding.rule, finding.subject, place.member, page, place.part in _REPEATED_PARTS)


def _join(group: list[Finding]) -> list[tuple[Finding, Finding]]:
    """Keep one finding for a thing seen in its words and again behind them (as link target, say), at the graver reading.

    Return pairs: the sighting that stands for the others, and what is told of it.
    """
    visible = [f for f in group if f.evidence.origin not in _BEHIND]
    gravest = max(group, key=lambda f: (f.severity.rank, f.confidence))
    kept = _distinct(visible) if visible else [gravest]
    told = [_with_pages(f, visible or group) for f in kept]
    if gravest.evidence.origin in _BEHIND and visible and all(f.severity.rank < gravest.severity.rank for f in visible):
        told[0] = _raised(told[0], gravest)
    return list(zip(kept, told, strict=True))


def _distinct(visible: list[Finding]) -> list[Finding]:
    """Return one finding for each case and wording; of headers and footers the gravest only, the first of several."""
    if any(f.location.part in _REPEATED_PARTS for f in visible):
        return [max(visible, key=lambda f: f.severity.rank)]
    return list({_shown(f): f for f in reversed(visible)}.values())[::-1]


def _shown(finding: Finding) -> object:
    """Words are told apart by their surroundings, marks by their place."""
    evidence = finding.evidence
    return (finding.case, evidence.text, evidence.before, evidence.after, finding.location.box if evidence.mark is not None else None)


def _with_pages(finding: Finding, group: list[Finding]) -> Finding:
    """Tell the other pages of a header or footer; all else is joined on one page only."""
    place = finding.location
    others = {page for f in group for page in (f.location.page, *f.location.also_on) if page is not None} - {place.page}
    if place.part not in _REPEATED_PARTS or not others:
        return finding
    return replace(finding, location=replace(place, also_on=tuple(sorted(others))))


def _raised(finding: Finding, graver: Finding) -> Finding:
    return replace(
        finding,
        case=graver.case,
        severity=graver.severity,
        confidence=max(finding.confidence, graver.confidence),
        message=graver.message,
        remedy=graver.remedy,
        guidance=graver.guidance,
    )


def _fingerprinted(findings: list[Finding]) -> list[Finding]:
    """Give each finding a name that survives moved pages: the rule, the thing, the member, and which of several it is."""
    count: Counter[tuple[str, ...]] = Counter()
    named = []
    for finding in findings:
        key = (finding.rule, finding.subject, finding.location.member or "", (finding.evidence.text or "").casefold())
        count[key] += 1
        digest = hashlib.sha256("\0".join((*key, str(count[key]))).encode("utf-8", "surrogatepass")).hexdigest()
        named.append(replace(finding, fingerprint=digest[:20]))
    return named
