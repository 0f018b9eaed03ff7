"""SARIF 2.1.0: the required shapes, by hand, since no library that may be shipped carries the OASIS schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest

from materials_lint.detectors import rules
from materials_lint.model.document import Part
from materials_lint.model.finding import Location
from materials_lint.reports import report_format
from materials_lint.reports.base import View
from tests import report_builders as builders


def _object(required: list[str], **properties: Any) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": False, "required": required, "properties": properties}


def _list(items: Any, **more: Any) -> dict[str, Any]:
    return {"type": "array", "items": items, **more}


TEXT = {"type": "string", "minLength": 1}
INDEX = {"type": "integer", "minimum": 0}
MESSAGE = _object(["text"], text=TEXT)
BOTH = _object(["text", "markdown"], text=TEXT, markdown=TEXT)
ARTIFACT = _object(["uri"], uri={"type": "string", "pattern": r"^[A-Za-z0-9\-._~/%:]+$"}, index=INDEX)
REGION = _object(["startLine"], startLine={"type": "integer", "minimum": 1}, snippet=MESSAGE)
LOGICAL = _object(["name", "fullyQualifiedName"], name=TEXT, fullyQualifiedName=TEXT)
LOCATION = _object(
    ["physicalLocation"], physicalLocation=_object(["artifactLocation"], artifactLocation=ARTIFACT, region=REGION), logicalLocations=_list(LOGICAL, minItems=1)
)
LEVEL = {"enum": ["none", "note", "warning", "error"]}
RULE = _object(
    ["id"],
    id=TEXT,
    name=TEXT,
    shortDescription=MESSAGE,
    fullDescription=MESSAGE,
    help=BOTH,
    defaultConfiguration=_object(["level"], level=LEVEL),
    properties={"type": "object"},
)
EDGE = {"type": "number"}
RECTANGLE = _object(["top", "left", "bottom", "right"], top=EDGE, left=EDGE, bottom=EDGE, right=EDGE, message=MESSAGE)
RESULT = _object(
    ["ruleId", "ruleIndex", "level", "message", "locations"],
    ruleId=TEXT,
    ruleIndex=INDEX,
    level=LEVEL,
    rank={"type": "number", "minimum": 0, "maximum": 100},
    message=MESSAGE,
    locations=_list(LOCATION, minItems=1, maxItems=1),
    partialFingerprints={"type": "object", "additionalProperties": TEXT},
    attachments=_list(_object(["artifactLocation"], description=MESSAGE, artifactLocation=ARTIFACT, rectangles=_list(RECTANGLE, uniqueItems=True))),
    properties={"type": "object"},
)
NOTIFICATION = _object(["message", "level"], descriptor=_object(["id"], id=TEXT, index=INDEX), level=LEVEL, message=MESSAGE, locations=_list(LOCATION, uniqueItems=True))
RUN = _object(
    ["tool", "invocations", "artifacts", "results"],
    tool=_object(
        ["driver"], driver=_object(["name", "semanticVersion"], name=TEXT, semanticVersion=TEXT, rules=_list(RULE, uniqueItems=True), notifications=_list(RULE))
    ),
    invocations=_list(
        _object(["executionSuccessful"], executionSuccessful={"type": "boolean"}, toolExecutionNotifications=_list(NOTIFICATION), properties={"type": "object"}),
        minItems=1,
    ),
    artifacts=_list(
        _object(
            ["location"],
            location=ARTIFACT,
            roles=_list({"const": "analysisTarget"}),
            hashes={"type": "object", "additionalProperties": TEXT},
            properties={"type": "object"},
        )
    ),
    results=_list(RESULT),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    properties={"type": "object"},
)
LOG = _object(["version", "runs"], **{"$schema": TEXT, "version": {"const": "2.1.0"}, "runs": _list(RUN, minItems=1, maxItems=1)})


def log(make: Any) -> Any:
    return json.loads(report_format("sarif").render(make(), View(rules())))


def run(make: Any) -> Any:
    return log(make)["runs"][0]


@pytest.mark.parametrize("make", [builders.report, builders.clean, builders.mixed, builders.hostile])
def test_the_required_shapes(make: Any) -> None:
    jsonschema.Draft202012Validator(LOG).validate(log(make))


def test_rules_carry_their_whole_text() -> None:
    rule = next(rule for rule in run(builders.clean)["tool"]["driver"]["rules"] if rule["id"] == "A05")
    source = rules()["A05"]
    assert rule["defaultConfiguration"] == {"level": source.severity.value}
    for words in (source.finds, source.why, source.instead, source.allowed, source.limits, source.paragraph.says):
        assert words in rule["help"]["text"]
        assert words in rule["help"]["markdown"]


def test_every_result_points_at_its_rule_and_artifact() -> None:
    got = run(builders.mixed)
    for result in got["results"]:
        assert got["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        location = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert got["artifacts"][location["index"]]["location"]["uri"] == location["uri"]


def test_a_box_is_an_attachments_rectangle() -> None:
    attachment = run(builders.mixed)["results"][0]["attachments"][0]
    rectangle = attachment["rectangles"][0]
    assert (rectangle["left"], rectangle["top"], rectangle["right"], rectangle["bottom"]) == (10.0, 20.0, 110.5, 32.0)
    assert attachment["artifactLocation"]["uri"] == "brochure.pdf"


def test_words_are_the_regions_snippet() -> None:
    result = run(builders.mixed)["results"][0]
    assert result["locations"][0]["physicalLocation"]["region"]["snippet"] == {"text": "amara.nwosu@itu.int"}
    assert result["partialFingerprints"] == {"materialsLint/v1": "0123456789abcdef0123"}
    assert result["properties"]["page"] == 1


def test_gaps_are_notifications_and_the_run_no_success() -> None:
    invocation = run(builders.mixed)["invocations"][0]
    assert invocation["executionSuccessful"] is False
    assert [n["descriptor"]["id"] for n in invocation["toolExecutionNotifications"]] == ["timeout", "encrypted"]
    assert invocation["toolExecutionNotifications"][0]["message"]["text"].startswith("page 7, in inside.zip: It took too long")
    (clean,) = run(builders.clean)["invocations"]
    assert (clean["executionSuccessful"], clean["toolExecutionNotifications"]) == (True, [])
    assert clean["properties"]["leftOut"] == []


def test_the_settings_are_properties_of_the_invocation() -> None:
    properties = run(builders.narrowed)["invocations"][0]["properties"]
    assert properties["settings"]["ignore"] == ["A", "D"]
    assert properties["settings"]["excluded_files"] == 3
    assert properties["leftOut"][0] == "Left out by materials-lint.toml: rules A, D; 3 files (*.pdf)."


def test_the_other_pages_of_a_footer() -> None:
    finding = builders.finding(location=Location(Part.FOOTER, 1, also_on=(2, 3)))
    (result,) = run(lambda: builders.report(builders.document("a.pdf", finding)))["results"]
    assert result["properties"]["also_on_pages"] == [2, 3]
    assert result["message"]["text"].endswith("(At: page 1, also on 2-3, footer.)")
    assert "also_on_pages" not in run(builders.mixed)["results"][0]["properties"]


def test_addresses_are_percent_encoded() -> None:
    path = "my drafts/brochure #2 الاتحاد 100%.pdf"
    uri = run(lambda: builders.report(builders.document(path)))["artifacts"][0]["location"]["uri"]
    assert uri.startswith("my%20drafts/brochure%20%232%20")
    assert unquote(uri) == path


def test_an_absolute_path_is_a_file_uri() -> None:
    path = Path("/drafts/a b.pdf")
    if path.is_absolute():
        assert run(lambda: builders.report(builders.document(str(path))))["artifacts"][0]["location"]["uri"] == "file:///drafts/a%20b.pdf"
