"""`text`, with the real readers."""

from __future__ import annotations

import json
from pathlib import Path

from .conftest import Call

MAIL = b"From: a@example.org\r\nTo: b@example.org\r\nSubject: My programme\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Hello <a href='https://www.itu.int/x'>there</a></p>\r\n"


def test_json_has_the_shape_that_the_measuring_scripts_read(call: Call, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("First.\n\nВторой.\n", encoding="utf-8")
    got = call("text", "a.txt", "--format", "json")
    assert got.code == 0
    assert got.out.isascii()
    (document,) = json.loads(got.out)["documents"]
    assert document["path"] == "a.txt"
    assert [block["text"] for block in document["blocks"]] == ["First.", "Второй."]
    assert document["blocks"][0] == {
        "text": "First.",
        "page": None,
        "box": None,
        "unit": None,
        "origin": "text-layer",
        "confidence": 1.0,
        "part": "body",
        "label": "",
        "context": "",
        "concealment": None,
        "member": None,
    }
    assert (document["metadata"], document["gaps"]) == ([], [])


def test_text_shows_where_words_came_from(call: Call, tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(MAIL)
    got = call("text", "a.eml")
    assert "My programme" in got.out
    assert "mail-header" in got.out
    assert "link-target" in got.out
    assert "https://www.itu.int/x" in got.out


def test_control_characters_of_a_draft_never_reach_the_terminal(call: Call, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"red \x1b[31m and \xe2\x80\xae back")
    out = call("text", "a.txt").out
    assert "\x1b" not in out
    assert "\\u202e" in out


def test_a_file_without_text_says_so(call: Call, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<!DOCTYPE html><html><body></body></html>")
    assert "no text was found" in call("text", "a.html").out


def test_what_can_not_be_read_is_told(call: Call, tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").write_bytes(b"")
    got = call("text", "empty.pdf", "nothing.pdf")
    assert got.code == 2
    assert got.out.count("not read") == 2
    documents = json.loads(call("text", "empty.pdf", "nothing.pdf", "--format", "json").out)["documents"]
    assert [document["gaps"][0]["reason"] for document in documents] == ["empty", "missing"]


def test_no_path(call: Call) -> None:
    assert call("text").code == 2
