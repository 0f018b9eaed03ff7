"""XML from strangers."""

from __future__ import annotations

import pytest

from materials_lint.containers.xml import parse_xml
from materials_lint.model.document import Gap, NotReadError, Reason
from materials_lint.model.source import Limits

ENTITIES = '<?xml version="1.0" encoding="{}"?><!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_in_any_encoding(encoding: str) -> None:
    with pytest.raises(NotReadError) as told:
        parse_xml(ENTITIES.format(encoding).encode(encoding), Limits(), "it")
    assert told.value.reason is Reason.UNSUPPORTED


def test_a_bare_document_type_is_harmless() -> None:
    assert parse_xml(b'<!DOCTYPE a PUBLIC "x" "http://example.org/x.dtd"><a>x</a>', Limits(), "it").text == "x"


@pytest.mark.parametrize(("depth", "fine"), [(256, True), (257, False), (5000, False)])
def test_depth_is_bounded(depth: int, fine: bool) -> None:
    data = b"<a>" * depth + b"</a>" * depth
    if fine:
        assert parse_xml(data, Limits(), "it").tag == "a"
        return
    with pytest.raises(NotReadError, match="max_xml_depth = 256"):
        parse_xml(data, Limits(), "it")


def test_what_was_recovered_is_told() -> None:
    damage: list[Gap] = []
    assert parse_xml(b"<a><b>kept</b><c>cut", Limits(), "The part x", damage)[0].text == "kept"
    assert "The part x is damaged" in damage[0].message
    parse_xml(b"<a/>", Limits(), "it", damage)
    assert len(damage) == 1


@pytest.mark.parametrize("data", [b"", b"no xml", b"\xff\xfe\x00"])
def test_what_is_no_xml(data: bytes) -> None:
    with pytest.raises(NotReadError) as told:
        parse_xml(data, Limits(), "it")
    assert told.value.reason is Reason.DAMAGED
