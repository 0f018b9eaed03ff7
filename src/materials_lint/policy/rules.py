"""A rule: one text that the findings, `explain`, the docs and SARIF share."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from materials_lint.model.document import Origin, Part, Sighting, TextBlock
from materials_lint.model.finding import Evidence, Finding, Location, Severity
from materials_lint.model.geometry import Unit
from materials_lint.policy.guidance import Paragraph, paragraphs

SURROUNDINGS = 80


@dataclass(frozen=True, slots=True)
class Case:
    """One way in which a rule is met, with its own severity and words; `{names}` in the words are filled per finding."""

    id: str
    severity: Severity
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule's whole text, read from its TOML file."""

    code: str
    name: str
    severity: Severity
    paragraph: Paragraph
    finds: str
    why: str
    instead: str
    allowed: str
    limits: str
    cases: Mapping[str, Case] = field(default_factory=dict)

    def at(
        self,
        case: str,
        block: TextBlock,
        *,
        span: tuple[int, int] | None = None,
        subject: str,
        confidence: float,
        unit: Unit | None = None,
        severity: Severity | None = None,
        **words: str,
    ) -> Finding:
        """Make a finding at `span` of the block's text (the whole block without one); `words` fill the case's message.

        Raises KeyError for a case or a word that the rule's file does not know, so that a typo fails the tests.
        """
        chosen = self.cases[case]
        start, end = span if span is not None else (0, len(block.text))
        before, after = _surroundings(block, start, end)
        return Finding(
            rule=self.code,
            name=self.name,
            case=case,
            severity=severity or chosen.severity,
            confidence=round(confidence * block.confidence, 3),
            message=chosen.message.format(**words),
            remedy=chosen.remedy.format(**words),
            guidance=self.paragraph.citation(),
            location=Location(block.part, block.page, block.box_of(start, end), unit if block.box else None),
            evidence=Evidence(block.text[start:end], block.origin, None, before, after),
            subject=subject,
        )

    def seen(self, case: str, sighting: Sighting, part: Part) -> Finding:
        """Make a finding of a mark, whose name fills the case's message. Raises KeyError as `at` does."""
        block = TextBlock("", Origin.PICTURE, part, sighting.page, sighting.box)
        finding = self.at(case, block, subject=f"mark:{sighting.mark}", confidence=sighting.confidence, mark=sighting.name)
        return replace(finding, evidence=Evidence(None, Origin.PICTURE, sighting.name, picture=sighting.crop or None))


def _surroundings(block: TextBlock, start: int, end: int) -> tuple[str, str]:
    if start == 0 and end == len(block.text):
        named = ": ".join(dict.fromkeys(part for part in (block.context, block.label) if part))
        return (named[-SURROUNDINGS:] + ": " if named else "", "")
    return block.text[max(0, start - SURROUNDINGS) : start], block.text[end : end + SURROUNDINGS]


def load_rule(path: Path) -> Rule:
    """Read a rule from its TOML file. Raises KeyError or ValueError where the file is not whole."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    cases = {c["id"]: Case(c["id"], Severity(c["severity"]), c["message"], c["remedy"]) for c in data["case"]}
    return Rule(
        code=data["code"],
        name=data["name"],
        severity=Severity(data["severity"]),
        paragraph=paragraphs()[data["paragraph"]],
        finds=data["finds"],
        why=data["why"],
        instead=data["instead"],
        allowed=data["allowed"],
        limits=data["limits"],
        cases=cases,
    )
