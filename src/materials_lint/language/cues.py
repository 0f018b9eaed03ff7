"""Cues: patterns of words that tell what an address is there for, and where they stand in a passage.

A table has one cue a line: `kind weight side pattern`.

kind    what it speaks for, or `not` (denies what follows), `break` (begins a new clause), `skip` (means nothing, and hides what
        its words would mean alone), `that` (use of an address named before), `them` (moving of the mail named before)
side    `<` stands before its address, `>` after it, `=` either, `^` right before it, `$` right after it, `h` as a heading over it;
        `m` added: only mail, telephone and accounts, `u` added: only the web. A pattern that names the judged address as `@`
        has the side `@`, or `@m`.
pattern words; `a|b` alternatives, `a_b` words together, `stem*`, `..4` up to four words of any kind (ten or more reach over a
        semicolon), `word?` may be missing, `#` another address, `&name` a list that a line `&name = a|b|c` defines
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module

from materials_lint.language.data.variants import SIMPLIFIED
from materials_lint.language.lazy import Pattern
from materials_lint.language.passage import OTHER, TARGET, Token, fold, is_han

_INNER = Pattern(r"(?<=\w)[-'’](?=\w)")
_MACRO = Pattern(r"&(\w+)")
_BARRIERS = frozenset({".", "!", "?", "|", TARGET, OTHER})
_APART = frozenset({"not", "break", "that", "them"})
_WIDE = 10
_MOST_KEPT = 20_000
_BEFORE_HAN = "\u303f"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Slot:
    """One place of a pattern: alternatives of one or more words, or a gap of up to `gap` words."""

    alternatives: tuple[tuple[str, ...], ...]
    gap: int
    optional: bool


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Cue:
    """One line of a table.

    Each of `needs` is the first words of a place that must be filled; `reach` is how far the judged address may stand
    from the first word, -1 where the pattern does not name it.
    """

    kind: str
    weight: float
    side: str
    language: str
    slots: tuple[_Slot, ...]
    needs: tuple[frozenset[str], ...]
    reach: int


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Match:
    """A cue found at tokens [start, end); `places` are those that its pattern names, the rest fell into gaps."""

    cue: Cue
    start: int
    end: int
    places: frozenset[int]


class Table:
    """The cues of one language, found by their first word; a line is read when its first word is met."""

    def __init__(self, language: str, source: str) -> None:
        self._language = language
        self._words: dict[str, list[str]] = defaultdict(list)
        self._stems: dict[str, list[str]] = defaultdict(list)
        self._macros: dict[str, str] = {}
        self._cues: dict[str, Cue] = {}
        self._starting: dict[tuple[str, ...], tuple[Cue, ...]] = {}
        for line in _folded(source).splitlines():
            if line[:1] == "&":
                name, _, value = line[1:].partition("=")
                self._macros[name.strip()] = self._expanded(value.strip())
            elif line and line[0] != "%":
                self._add(line)

    def _add(self, line: str) -> None:
        first = line.split(None, 4)[3]
        for alternative in (self._expanded(first) if "&" in first else first).split("|"):
            word = alternative[0] if alternative[0] > _BEFORE_HAN else alternative.partition("_")[0] if "_" in alternative else alternative
            (self._stems if word[-1] == "*" else self._words)[word.rstrip("*")].append(line)

    def _expanded(self, pattern: str) -> str:
        return _MACRO.sub(lambda m: self._macros[m.group(1)], pattern)

    def _cue(self, line: str) -> Cue:
        cue = self._cues.get(line)
        if cue is None:
            kind, weight, side, pattern = line.split(None, 3)
            cue = self._cues[line] = _read_cue(kind, float(weight), side, self._expanded(pattern), self._language)
        return cue

    def starting_with(self, token: Token) -> tuple[Cue, ...]:
        """Return the cues whose first word may be this token."""
        forms = token.forms or (token.text,)
        found = self._starting.get(forms)
        if found is None:
            found = tuple(cue for form in forms for cue in self._starting_with(form))
            if len(self._starting) < _MOST_KEPT:
                self._starting[forms] = found
        return found

    def _starting_with(self, form: str) -> Iterator[Cue]:
        for line in self._words.get(form, ()):
            yield self._cue(line)
        for length in range(1, len(form) + 1):
            for line in self._stems.get(form[:length], ()):
                yield self._cue(line)


def _folded(source: str) -> str:
    return fold(_INNER.sub("_", source.translate(SIMPLIFIED) if any(map(is_han, source[:400])) else source))


@lru_cache(maxsize=8)
def table(language: str) -> Table:
    """Return the cues of one of the six languages."""
    module = import_module(f"materials_lint.language.data.cues_{language}")
    return Table(language, module.TABLE)


def _read_cue(kind: str, weight: float, side: str, pattern: str, language: str) -> Cue:
    slots = tuple(_slot(part) for part in pattern.split())
    needs = tuple(frozenset(words[0] for words in slot.alternatives) for slot in slots[1:] if slot.alternatives and not slot.optional and all(slot.alternatives))
    return Cue(kind, weight, side, language, slots, needs, _reach(slots))


def _reach(slots: tuple[_Slot, ...]) -> int:
    reach = 0
    for slot in slots:
        if (TARGET,) in slot.alternatives:
            return reach
        reach += slot.gap or max(map(len, slot.alternatives))
    return -1


def _slot(part: str) -> _Slot:
    if part.startswith(".."):
        return _Slot((), int(part[2:] or 3), False)
    optional = part.endswith("?") and len(part) > 1
    words = part[:-1] if optional else part
    alternatives = tuple(_words(a) for a in words.split("|"))
    return _Slot(tuple(sorted(alternatives, key=len, reverse=True)), 0, optional)


def _words(alternative: str) -> tuple[str, ...]:
    if alternative.isascii() or not any(map(is_han, alternative)):
        return tuple(w for w in alternative.split("_") if w)
    return tuple("".join(f"_{c}_" if is_han(c) else c for c in alternative).replace("__", "_").strip("_").split("_"))


def find_cues(tokens: Sequence[Token], languages: Sequence[str], *, web: bool) -> list[Match]:
    """Return the cues in a passage about a web address or another one; where two share a word, the one that names more words stands."""
    found: list[Match] = []
    present = _vocabulary(tokens)
    targets = [i for i, token in enumerate(tokens) if token.text == TARGET]
    possible: dict[tuple[str, ...], list[Cue]] = {}
    for start, token in enumerate(tokens):
        forms = token.forms or (token.text,)
        cues = possible.get(forms)
        if cues is None:
            cues = possible[forms] = list(_possible(token, languages, present, "m" if web else "u"))
        for cue in cues:
            if cue.reach >= 0 and not any(start <= i <= start + cue.reach for i in targets):
                continue
            places = _match(cue.slots, 0, tokens, start)
            if places:
                found.append(Match(cue, start, places[-1] + 1, frozenset(places)))
    return _standing(found, tokens)


def _possible(token: Token, languages: Sequence[str], present: set[str], foreign: str) -> Iterator[Cue]:
    """Yield the cues that start with a token and whose further words are all there somewhere."""
    for language in languages:
        for cue in table(language).starting_with(token):
            if cue.side[-1] != foreign and not any(need.isdisjoint(present) for need in cue.needs):
                yield cue


def _vocabulary(tokens: Sequence[Token]) -> set[str]:
    """Return the words of a passage and, each with a star, what they begin with."""
    present: set[str] = set()
    for forms in {token.forms or (token.text,) for token in tokens}:
        for form in forms:
            present |= _beginnings(form)
    return present


@lru_cache(maxsize=8192)
def _beginnings(form: str) -> frozenset[str]:
    return frozenset([form, *(form[:length] + "*" for length in range(1, len(form) + 1))])


def _match(slots: tuple[_Slot, ...], at: int, tokens: Sequence[Token], place: int) -> tuple[int, ...] | None:
    """Return the places of the words that the pattern names from slot `at` on, or None where it does not match at `place`."""
    if at == len(slots):
        return ()
    slot = slots[at]
    if slot.gap:
        return _match_gap(slots, at, tokens, place)
    first = tokens[place] if place < len(tokens) else None
    for words in slot.alternatives:
        if words and (first is None or not _is(first, words[0])):
            continue
        stop = place + len(words)
        if stop <= len(tokens) and all(_is(tokens[place + i], words[i]) for i in range(1, len(words))):
            rest = _match(slots, at + 1, tokens, stop)
            if rest is not None:
                return (*range(place, stop), *rest)
    return _match(slots, at + 1, tokens, place) if slot.optional else None


def _match_gap(slots: tuple[_Slot, ...], at: int, tokens: Sequence[Token], place: int) -> tuple[int, ...] | None:
    gap = slots[at].gap
    for skipped in range(gap + 1):
        found = _match(slots, at + 1, tokens, place + skipped)
        if found is not None:
            return found
        if place + skipped >= len(tokens) or tokens[place + skipped].text in _BARRIERS or (gap < _WIDE and tokens[place + skipped].text == ";"):
            break
    return None


def _is(token: Token, word: str) -> bool:
    if token.text == word:
        return True
    if word[-1] == "*" and len(word) > 1:
        stem = word[:-1]
        if len(token.forms) < 2:
            return token.text.startswith(stem)
        return any(form.startswith(stem) for form in token.forms)
    return word in token.forms


def _standing(found: list[Match], tokens: Sequence[Token]) -> list[Match]:
    """Choose among matches that share words; a denial that is part of an idiom ("do not hesitate to write") denies nothing."""
    taken: set[int] = set()
    kept: list[Match] = []
    free = [m for m in found if m.cue.kind not in _APART and m.cue.side[0] not in "@h"]
    for match in sorted(free, key=lambda m: (-len(m.places), -m.cue.weight, m.start)):
        if not match.places & taken:
            kept.append(match)
            taken |= match.places
    denials = [m for m in found if m.cue.kind in ("not", "break")]
    kept += [m for m in denials if m.start not in taken]
    idle = {place for m in denials if m.start in taken for place in m.places}
    live = {m.start for m in kept if m.cue.kind == "not"}
    breaks = {m.start for m in kept if m.cue.kind == "break"}
    kept += [m for m in found if m.cue.kind in ("that", "them")]
    kept += [m for m in found if m.cue.side[0] in "@h" and _is_meant(m, idle, live, breaks) and not _labelled(m, tokens)]
    return sorted(kept, key=lambda m: m.start)


def _is_meant(match: Match, idle: set[int], live: set[int], breaks: set[int]) -> bool:
    """Tell whether a pattern around the address rests on a true denial, or on none."""
    inside = set(range(match.start, match.end))
    if match.cue.kind == "moved":
        denied = inside & live
        broken = denied and any(i > min(denied) for i in inside & breaks)
        return not broken and (bool(denied) or not inside & idle)
    return not (inside - {match.start}) & live


def _labelled(match: Match, tokens: Sequence[Token]) -> bool:
    """Tell whether a label's colon fell into a gap: "My official address: ..." moves nothing."""
    return match.cue.kind == "moved" and any(tokens[i].text == ":" and i not in match.places for i in range(match.start, match.end))
