"""The contract with programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import materials_lint.reports
from materials_lint.model.document import Origin, Part, Reason
from materials_lint.model.finding import Location, Severity
from materials_lint.model.geometry import Unit
from materials_lint.model.report import Status
from materials_lint.reports import report_format
from materials_lint.reports.base import View
from tests import report_builders as builders

SCHEMA: dict[str, Any] = json.loads(Path(materials_lint.reports.__file__).with_name("schemas").joinpath("report.schema.json").read_text(encoding="utf-8"))


def data(make: Any) -> Any:
    return json.loads(report_format("json").render(make(), View()))


@pytest.mark.parametrize("make", [builders.report, builders.clean, builders.mixed, builders.hostile, builders.narrowed])
def test_reports_hold_to_the_schema(make: Any) -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(data(make))


def test_the_schema_is_a_schema_and_explains_every_key() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)

    def walk(node: Any, name: str) -> None:
        for key, value in node.get("properties", {}).items():
            assert value.get("description") or "$ref" in value, f"{name}.{key}"
            walk(value, f"{name}.{key}")

    walk(SCHEMA, "report")
    for name, node in SCHEMA["$defs"].items():
        walk(node, name)


def test_the_schema_knows_all_words_of_the_model() -> None:
    finding = SCHEMA["$defs"]["finding"]["properties"]
    assert finding["location"]["properties"]["part"]["enum"] == list(Part)
    assert finding["location"]["properties"]["unit"]["enum"] == [*Unit, None]
    assert finding["evidence"]["properties"]["origin"]["enum"] == list(Origin)
    assert finding["severity"]["enum"] == list(Severity)
    assert SCHEMA["$defs"]["gap"]["properties"]["reason"]["enum"] == list(Reason)
    assert SCHEMA["$defs"]["document"]["properties"]["status"]["enum"] == list(Status)


def test_the_schema_refuses_what_is_not_in_the_contract() -> None:
    report = data(builders.mixed)
    report["documents"][0]["findings"][0]["extra"] = 1
    assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(report)
    del report["documents"][0]["findings"][0]["extra"], report["documents"][0]["findings"][0]["remedy"]
    assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(report)


def test_the_shape_of_a_finding() -> None:
    assert data(builders.mixed)["documents"][0]["findings"][0] == {
        "rule": "A05",
        "name": "itu-email",
        "case": "contact",
        "severity": "error",
        "confidence": 0.95,
        "message": "The campaign can be reached at amara.nwosu@itu.int, an address of the Union.",
        "remedy": "Give a private address instead.",
        "guidance": {"note": "17-01", "section": "A", "paragraph": "example 3"},
        "location": {"page": 1, "also_on_pages": [], "box": [10.0, 20.0, 110.5, 32.0], "unit": "pt", "part": "footer", "member": None},
        "evidence": {
            "text": "amara.nwosu@itu.int",
            "before": "Please write to ",
            "after": " before the conference.",
            "mark": None,
            "picture": None,
            "origin": "text-layer",
        },
        "fingerprint": "0123456789abcdef0123",
    }


def test_the_text_of_a_draft_comes_through_exactly() -> None:
    """Escaping is JSON's own here: a program gets what stood in the draft, lone surrogates included."""
    finding = data(builders.hostile)["documents"][0]["findings"][0]
    assert finding["evidence"]["text"] == builders.HOSTILE


def test_the_summary() -> None:
    report = data(builders.mixed)
    assert report["schema_version"] == 1
    assert report["tool"] == {"name": "materials-lint", "version": "0.1.0"}
    assert report["summary"] == {"documents": 4, "findings": {"error": 2, "warning": 1, "note": 1}, "gaps": 2}
    assert report["documents"][1]["coverage"] == {"pages_read": 3, "pages_ocr": 0, "languages": ["en"]}
    assert report["documents"][2]["gaps"][0]["reason"] == "encrypted"


def test_the_settings_are_told() -> None:
    assert data(builders.narrowed)["settings"] == {
        "file": "materials-lint.toml",
        "among_checked": True,
        "options": [],
        "profile": "candidate",
        "fail_on": "warning",
        "min_confidence": 0.5,
        "select": [],
        "ignore": ["A", "D"],
        "exclude": ["*.pdf"],
        "excluded_files": 3,
    }


def test_the_other_pages_of_a_footer() -> None:
    report = builders.report(builders.document("a.pdf", builders.finding(location=Location(Part.FOOTER, 1, also_on=(2, 3)))))
    assert data(lambda: report)["documents"][0]["findings"][0]["location"]["also_on_pages"] == [2, 3]
