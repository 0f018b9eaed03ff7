"""Which of the six languages of the United Nations a passage is written in."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from materials_lint.language.data.stopwords import ENGLISH, FRENCH, SPANISH
from materials_lint.language.lazy import Pattern
from materials_lint.language.normalise import normalise

__all__ = ["language_of", "languages_of"]

_ARABIC = Pattern("[\u0620-\u064a\u0671-\u06d3]")
_CYRILLIC = Pattern("[\u0400-\u04ff]")
_HAN = Pattern("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_OTHER_EAST_ASIAN = Pattern("[\u3040-\u30ff\uac00-\ud7af]")
_LATIN = Pattern("[A-Za-z\u00c0-\u024f]")
_RUN = Pattern("[!-~]+")
_HOST = Pattern(r"\b[\w-]{1,63}\.[A-Za-z]{2,}\b")
_WORD = Pattern("[A-Za-z\u00c0-\u024f]+")
_PASSAGE = Pattern(r"[^\n.!?。！？؟]+(?:[.!?。！？؟]+|\n|$)")
_STOPS = (("en", ENGLISH), ("fr", FRENCH), ("es", SPANISH))
_MARKS = (
    ("fr", Pattern("[çœæèêâîôûëïùà]|\\b[cdjlmnstCDJLMNST]['’][a-zâéèêh]|\\bqu['’]")),
    ("es", Pattern("[ñ¿¡áíóú]|ción\\b|dad\\b")),
    ("en", Pattern("\\b\\w+ing\\b|\\bth\\w|['’]s\\b")),
)
_LONGEST = 400_000


def language_of(passage: str) -> str | None:
    """Return the language of one passage, or None where it holds too little to tell (names, numbers, addresses)."""
    text = _RUN.sub(_without_address, normalise(passage).text)
    scripts = Counter({"ar": len(_ARABIC.findall(text)), "ru": len(_CYRILLIC.findall(text)), "zh": 2 * len(_HAN.findall(text)), "latin": len(_LATIN.findall(text))})
    if len(_OTHER_EAST_ASIAN.findall(text)) * 2 > scripts["zh"] // 4 + 1:
        scripts["zh"] = 0
    script, count = max(scripts.items(), key=lambda item: item[1])
    for own in ("zh", "ar", "ru"):
        if scripts[own] >= 6 and scripts[own] * 2 > scripts["latin"]:
            return max(("zh", "ar", "ru"), key=lambda s: scripts[s])
    if count < 2:
        return None
    return _latin_language(text) if script == "latin" else script


def _without_address(run: re.Match[str]) -> str:
    word = run.group()
    return " " if "@" in word or "://" in word or "www." in word or _HOST.search(word) else word


def _latin_language(text: str) -> str | None:
    words = [word.lower() for word in _WORD.findall(text)]
    scores: dict[str, float] = {language: float(sum(word in stops for word in words)) for language, stops in _STOPS}
    for language, marks in _MARKS:
        scores[language] += 0.75 * min(len(words), len(marks.findall(text.lower())))
    best, runner_up = sorted(scores, key=lambda k: -scores[k])[:2]
    return best if scores[best] > scores[runner_up] else None


def languages_of(text: str) -> tuple[str, ...]:
    """Return the languages in which the passages of a text are written, the one with the most text first."""
    return _languages_of(text[:_LONGEST])


@lru_cache(maxsize=64)
def _languages_of(text: str) -> tuple[str, ...]:
    weights: Counter[str] = Counter()
    for passage in _PASSAGE.findall(text):
        language = language_of(passage)
        if language:
            weights[language] += len(passage.strip()) * (3 if language == "zh" else 1)
    whole = language_of(text[:20_000]) if not weights else None
    if whole:
        return (whole,)
    total = sum(weights.values())
    return tuple(language for language, weight in weights.most_common() if weight >= min(12, total) or weight * 5 >= total)
