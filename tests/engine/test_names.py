from __future__ import annotations

import pytest

from materials_lint.engine.names import shown


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("plain name.pdf", "plain name.pdf"),
        ("عربي ملف.pdf", "عربي ملف.pdf"),
        ("two\nlines.pdf", "two\\x0alines.pdf"),
        ("invoice\u202efdp.exe", "invoice\\u202efdp.exe"),
        (b"caf\xe9.txt".decode("utf-8", "surrogateescape"), "caf\\xe9.txt"),
        ("\x1b[31mred.txt", "\\x1b[31mred.txt"),
    ],
)
def test_odd_characters_are_written_out(name: str, expected: str) -> None:
    assert shown(name) == expected
