from __future__ import annotations

import pytest

from materials_lint.language.cues import Table, find_cues, table
from materials_lint.language.data import cues_ar, cues_en, cues_es, cues_fr, cues_ru, cues_zh
from materials_lint.language.passage import read_passage

MODULES = {"ar": cues_ar, "en": cues_en, "es": cues_es, "fr": cues_fr, "ru": cues_ru, "zh": cues_zh}
KINDS = {"channel", "reference", "moved", "ethics", "permission", "not", "break", "skip", "that", "them"}
SIDES = {"<", "<m", "<u", ">", "=", "^", "^m", "^u", "$", "$m", "h", "@", "@m"}


@pytest.mark.parametrize("language", MODULES)
def test_each_line_of_a_table_is_whole(language: str) -> None:
    names = set()
    for line in MODULES[language].TABLE.strip().splitlines():
        if line.startswith("&"):
            names.add(line[1:].split("=")[0].strip())
        elif line and not line.startswith("%"):
            kind, weight, side, pattern = line.split(None, 3)
            assert kind in KINDS, line
            assert 0 < float(weight) <= 4, line
            used = "@" if "@" in pattern.split() else side.strip("mu") + side[1:]
            assert side in SIDES, line
            assert ("@" in pattern.split()) == side.startswith("@"), line
            assert not {word.strip("?")[1:] for word in pattern.replace("|", " ").split() if word.startswith("&")} - names, (line, used)


@pytest.mark.parametrize("language", MODULES)
def test_each_language_knows_each_purpose(language: str) -> None:
    kinds = {line.split()[0] for line in MODULES[language].TABLE.strip().splitlines() if line and line[0] not in "%&"}
    assert kinds == KINDS
    assert isinstance(table(language), Table)


def cues(text: str, language: str) -> set[str]:
    start = text.index("X")
    passage = read_passage(text, start, start + 1)
    return {text[passage.tokens[m.start].start : passage.tokens[m.end - 1].end] for m in find_cues(passage.tokens, [language], web=False)}


@pytest.mark.parametrize(
    ("text", "language", "cue"),
    [
        ("Please contact me at X", "en", "contact me at"),
        ("CONTACTEZ-MOI X", "fr", "CONTACTEZ-MOI"),
        ("escríbanos a X", "es", "escríbanos"),
        ("обращайтесь ко мне X", "ru", "обращайтесь"),
        ("與我聯繫 X", "zh", "與我聯繫"),
        ("وللتواصل X", "ar", "وللتواصل"),
    ],
)
def test_cues_are_found_in_their_inflected_forms(text: str, language: str, cue: str) -> None:
    assert cue in cues(text, language)
