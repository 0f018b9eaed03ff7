"""D01: what could not be read, so that silence never looks clean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from materials_lint.detectors.base import Detector, Tools
from materials_lint.model.document import Document, Gap, Origin, Part, Reason, TextBlock
from materials_lint.model.finding import Finding

_CASES = {
    Reason.NOT_EXAMINED: "pictures",
    Reason.NO_FILES: "no-files",
    Reason.NOT_REGULAR: "not-a-file",
    Reason.NO_PERMISSION: "no-permission",
}


def _detect(document: Document, tools: Tools) -> Iterator[Finding]:
    rule = tools.rules["D01"]
    for gap in document.gaps:
        block = TextBlock("", Origin.METADATA, Part.BODY, page=gap.page)
        finding = rule.at(_case(gap, document), block, subject=f"{gap.reason}:{gap.page or ''}:{gap.message}", confidence=1.0, why=gap.message)
        yield replace(finding, location=replace(finding.location, member=gap.member))


def _case(gap: Gap, document: Document) -> str:
    something_read = bool(document.pages or document.metadata)
    if gap.reason is Reason.MISSING:
        return "elsewhere" if something_read or gap.member is not None else "missing"
    return _CASES.get(gap.reason) or ("part" if something_read else "whole")


DETECTOR = Detector(("D01",), _detect)
