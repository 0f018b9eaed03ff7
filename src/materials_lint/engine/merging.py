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
    joined = [finding for group in groups.values() for finding in _join(group)]
    order = {id(f): n for n, f in enumerate(kept)}
    joined.sort(key=lambda f: (f.location.member or "", f.location.page or 0, order.get(id(f), 0)))
    return tuple(_fingerprinted(joined))


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


def _join(group: list[Finding]) -> list[Finding]:
    """Keep one finding for a thing seen in its words and again behind them (as link target, say), at the graver reading."""
    visible = [f for f in group if f.evidence.origin not in _BEHIND]
    behind = [f for f in group if f.evidence.origin in _BEHIND]
    gravest = max(group, key=lambda f: (f.severity.rank, f.confidence))
    if not visible:
        return [gravest]
    distinct = list({(f.case, f.evidence.text, f.evidence.before, f.evidence.after): f for f in reversed(visible)}.values())[::-1]
    if any(f.location.part in _REPEATED_PARTS for f in visible):
        distinct = distinct[:1]
    if behind and gravest.evidence.origin in _BEHIND and all(f.severity.rank < gravest.severity.rank for f in visible):
        first = distinct[0]
        distinct[0] = replace(
            first,
            case=gravest.case,
            severity=gravest.severity,
            confidence=max(first.confidence, gravest.confidence),
            message=gravest.message,
            remedy=gravest.remedy,
            guidance=gravest.guidance,
        )
    return distinct


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
