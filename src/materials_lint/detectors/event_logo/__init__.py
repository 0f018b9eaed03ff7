"""A03: the logo of a conference or event on a page or in a picture."""

from __future__ import annotations

from collections.abc import Iterator

from materials_lint.detectors._marks import mark_findings
from materials_lint.detectors.base import Detector, Tools
from materials_lint.model.document import Document
from materials_lint.model.finding import Finding


def _detect(document: Document, tools: Tools) -> Iterator[Finding]:
    return mark_findings(document, tools, "A03")


DETECTOR = Detector(("A03",), _detect)
