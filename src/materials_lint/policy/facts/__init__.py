"""Facts about the Union, each in a data file with its source and date: names, domains, accounts, numbers, places, traces."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def facts(name: str) -> dict[str, Any]:
    """Return the data file `name`.toml. Raises FileNotFoundError for none such."""
    return tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def pattern(name: str, key: str) -> re.Pattern[str]:
    """Return one compiled alternation of the regular expressions under `key` of a data file, case ignored."""
    return re.compile("|".join(f"(?:{p})" for p in facts(name)[key]), re.IGNORECASE)


def may_hold(name: str, key: str, text: str) -> bool:
    """Tell, without any regular expression, whether a lower-case text may match `key`: one of its `key_hints` stands in it."""
    return any(hint in text for hint in facts(name)[f"{key}_hints"])


@cache
def words(name: str, key: str) -> frozenset[str]:
    """Return the strings under `key` of a data file, case folded."""
    return frozenset(word.casefold() for word in facts(name)[key])
