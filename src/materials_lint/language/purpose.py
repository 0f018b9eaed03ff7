"""What an address is given for: judged from the words around it, in six languages.

Each cue near the address speaks for one purpose, the less the further away it stands, across other addresses, clauses and
sentences; a denied invitation speaks for MOVED. The purpose with the most weight wins, and the words that weighed most are
given as the reason.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from materials_lint.language.addresses import AddressKind
from materials_lint.language.cues import Match, find_cues
from materials_lint.language.judgement import Judgement, Purpose
from materials_lint.language.passage import OTHER, TARGET, Passage, Token, is_han, read_passage
from materials_lint.language.selfcues import own_evidence

__all__ = ["Judgement", "Purpose", "purpose_of"]


_PURPOSES = {"channel": Purpose.CHANNEL, "reference": Purpose.REFERENCE, "moved": Purpose.MOVED, "ethics": Purpose.ETHICS_OFFICE, "permission": Purpose.PERMISSION}
_LEAST = 0.55
_CLAUSE_ENDS = frozenset({",", ";", ":", "-", OTHER})
_TAKEN_UP, _MAIL_MOVED = 6.0, 3.2
_SPEAKERS = frozenset({"i", "we", "je", "nous", "yo", "я", "мы", "我", "们", "انا", "نحن"})
_NEGATION_REACH = {"zh": 9}
_JOINS = frozenset({",", "/", "(", ")", "|", "or", "and", "ou", "et", "o", "u", "y", "e", "или", "и", "либо", "或", "和", "及", "او", "و", "-", ":", "*"})


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Vote:
    purpose: Purpose
    weight: float
    start: int
    end: int


def purpose_of(text: str, start: int, end: int) -> Judgement:
    """Judge the address at [start, end) of `text` from its sentence, its line and what stands around them."""
    if not 0 <= start < end <= len(text):
        raise ValueError(f"[{start}, {end}) is no part of a text of {len(text)} characters")
    passage = read_passage(text, start, end)
    return _judge(passage)


def _judge(passage: Passage) -> Judgement:
    web = passage.address is not None and passage.address.kind is AddressKind.URL
    matches = find_cues(passage.tokens, _languages(passage.tokens), web=web)
    votes = [*_votes(passage, matches), *_own_votes(passage), *_clause_denial(passage, matches), *_taken_up(passage, matches)]
    return _decide(passage, votes)


def _clause_denial(passage: Passage, matches: Sequence[Match]) -> Iterator[_Vote]:
    """Yield a vote for MOVED where the address's own clause is a denied one, whatever it is about."""
    if passage.address is not None and passage.address.kind is AddressKind.URL:
        return
    tokens, target = passage.tokens, passage.target
    denials = {m.start: m for m in matches if m.cue.kind == "not"}
    breaks = {m.start for m in matches if m.cue.kind == "break"}
    for step in (-1, 1):
        for i in range(target + step, -1 if step < 0 else len(tokens), step):
            token = tokens[i]
            beside = abs(i - target) == 1 and token.text in (",", "(", ")")
            if token.sentence != tokens[target].sentence or (token.text in _CLAUSE_ENDS and not beside) or i in breaks:
                break
            if i in denials:
                denial = denials[i]
                yield _Vote(Purpose.MOVED, 1.5 / (1 + abs(i - target) / 15), tokens[i].start, tokens[denial.end - 1].end)
                break


def _taken_up(passage: Passage, matches: Sequence[Match]) -> Iterator[_Vote]:
    """Yield what later words say of this address ("please do not use that address") or of its mail ("I have moved them")."""
    if passage.address is not None and passage.address.kind is AddressKind.URL:
        return
    tokens, target = passage.tokens, passage.target
    denials = [m for m in matches if m.cue.kind == "not"]
    for match in matches:
        if match.cue.kind not in ("that", "them") or match.start <= target or not _refers(tokens, target, match):
            continue
        start, end = tokens[match.start].start, tokens[match.end - 1].end
        if match.cue.kind == "them":
            yield _Vote(Purpose.MOVED, _MAIL_MOVED, start, end)
        elif any(_denies_use(denial, match, tokens) for denial in denials):
            yield _Vote(Purpose.MOVED, _TAKEN_UP, start, end)
        elif match.cue.weight >= 1 and tokens[match.start - 1].text not in _SPEAKERS and tokens[match.start].sentence - tokens[target].sentence < 2:
            yield _Vote(Purpose.CHANNEL, _TAKEN_UP, start, end)


def _refers(tokens: Sequence[Token], target: int, match: Match) -> bool:
    between = tokens[target + 1 : match.start]
    near = tokens[match.start].sentence - tokens[target].sentence < 3 and tokens[match.start].paragraph - tokens[target].paragraph < 2
    return near and not any(token.text == OTHER for token in between)


def _denies_use(denial: Match, match: Match, tokens: Sequence[Token]) -> bool:
    if match.start <= denial.start < match.end:
        return True
    within = tokens[denial.start].sentence == tokens[match.start].sentence and match.start - denial.end < _NEGATION_REACH.get(denial.cue.language, 5)
    return within and denial.start < match.start and not any(t.text in (TARGET, OTHER) for t in tokens[denial.end : match.start])


def _languages(tokens: Sequence[Token]) -> tuple[str, ...]:
    letters = {_script(token.text[0]) for token in tokens}
    return tuple(language for language, script in (("en", "l"), ("fr", "l"), ("es", "l"), ("ru", "c"), ("zh", "h"), ("ar", "a")) if script in letters)


@lru_cache(maxsize=512)
def _script(letter: str) -> str:
    for low, high, name in (("a", "z", "l"), ("\u0400", "\u04ff", "c"), ("\u0620", "\u06d3", "a"), ("\u3400", "\u9fff", "h")):
        if low <= letter <= high:
            return name
    return ""


def _votes(passage: Passage, matches: Sequence[Match]) -> Iterator[_Vote]:
    denials = [m for m in matches if m.cue.kind == "not"]
    breaks = {i for m in matches if m.cue.kind == "break" for i in range(m.start, m.end)}
    breaks |= {i for i, token in enumerate(passage.tokens) if token.text == ";"}
    for match in matches:
        purpose = _PURPOSES.get(match.cue.kind)
        if purpose is None:
            continue
        weight = match.cue.weight * _nearness(match, passage, breaks)
        if weight <= 0:
            continue
        if purpose is Purpose.CHANNEL and any(_denies(d, match, passage.tokens, breaks) for d in denials):
            if _is_later_line(match, passage):
                continue
            purpose, weight = Purpose.MOVED, weight * 1.25
        yield _Vote(purpose, weight, passage.tokens[match.start].start, passage.tokens[match.end - 1].end)


def _is_later_line(match: Match, passage: Passage) -> bool:
    """Tell whether a denied invitation is a statement of its own below the address, which it does not name."""
    cue, address = passage.tokens[match.start], passage.tokens[passage.target]
    return cue.line > address.line and cue.sentence > address.sentence


def _denies(denial: Match, match: Match, tokens: Sequence[Token], breaks: set[int]) -> bool:
    """Tell whether a negation reaches a cue: before it in its clause, a few words away, or around it."""
    if denial.start <= match.start < denial.end or match.start < denial.start < match.end:
        return True
    between = range(denial.end, match.start)
    if not denial.end <= match.start or _sentence_within(tokens, between) or len(between) > _NEGATION_REACH.get(denial.cue.language, 5):
        return False
    return tokens[denial.start].sentence == tokens[match.start].sentence and not any(i in breaks or tokens[i].text in (TARGET, OTHER, ":") for i in between)


def _sentence_within(tokens: Sequence[Token], between: range) -> bool:
    """Tell whether a comma closes a statement of its own: "I have no other account, so write to"."""
    return any(tokens[i].text == "," and sum(tokens[k].is_word for k in range(between.start, i)) > 1 for i in between)


def _nearness(match: Match, passage: Passage, breaks: set[int]) -> float:
    """Return how much a cue counts for the address, 0 to 1, by side, distance and what lies between."""
    tokens, target = passage.tokens, passage.target
    if "@" in match.cue.side:
        return 1.0 if match.start <= target < match.end and not _leaves_link(match, passage) else 0.0
    ahead = match.end <= target
    between = range(match.end, target) if ahead else range(target + 1, match.start)
    if match.cue.side[0] == "h":
        return _heads(match, tokens, target) if ahead else 0.0
    if match.cue.side[0] in "^$":
        return _adjacency(match, tokens, target, between, ahead)
    factor = _side_factor(match, tokens, ahead) * _scope_factor(match, tokens, target, ahead)
    if factor <= 0:
        return 0.0
    words = sum(0.5 if is_han(tokens[i].text[0]) else 1.0 for i in between if tokens[i].is_word)
    crossed = 0.5 if any(i in breaks for i in between) else 1.0
    return factor * crossed * _absorption(tokens, between) / (1 + words / 9)


def _leaves_link(match: Match, passage: Passage) -> bool:
    """Tell whether a denial stands in a sentence of its own below a link: what it denies is something else."""
    below = passage.tokens[match.end - 1].sentence > passage.tokens[passage.target].sentence
    return match.cue.kind == "moved" and below and passage.address is not None and passage.address.kind is AddressKind.URL


def _adjacency(match: Match, tokens: Sequence[Token], target: int, between: range, ahead: bool) -> float:
    if ahead != (match.cue.side[0] == "^"):
        return 0.0
    words = sum(tokens[i].is_word for i in between)
    if any(tokens[i].text == OTHER for i in between):
        joined = all(tokens[i].text in _JOINS or tokens[i].text in (OTHER, ";") for i in between)
        return 0.9 if joined and tokens[match.start].line == tokens[target].line else 0.0
    lines = abs(tokens[target].line - tokens[match.end - 1 if ahead else match.start].line)
    begins = match.start == 0 or not tokens[match.start - 1].is_word or tokens[match.start - 1].line != tokens[match.start].line
    alone = 1.0 if begins or tokens[match.end - 1].is_word else 0.45
    return 0.0 if words > 4 or lines > 1 else alone / (1 + words / 3)


def _side_factor(match: Match, tokens: Sequence[Token], ahead: bool) -> float:
    side = match.cue.side[0]
    if side == "=" or (side == "<") == ahead:
        return 1.0
    sentence = tokens[match.start].sentence
    beyond = tokens[match.end :] if side == "<" else tokens[: match.start]
    owned = any(t.text == OTHER and t.sentence == sentence for t in beyond)
    return 0.1 if owned else 0.5


def _scope_factor(match: Match, tokens: Sequence[Token], target: int, ahead: bool) -> float:
    cue, address = tokens[match.end - 1 if ahead else match.start], tokens[target]
    apart = abs(cue.sentence - address.sentence)
    if apart == 0:
        return 1.0
    owned = any(t.text == OTHER for t in _stretch(tokens, match.start, lambda t: t.sentence))
    if ahead and apart == 1 and cue.paragraph == address.paragraph and not owned and not any(t.is_word for t in tokens if t.sentence == address.sentence):
        return 0.9
    heading = _heads(match, tokens, target) if ahead else 0.0
    if heading:
        return heading
    if cue.paragraph != address.paragraph or apart > 3:
        return 0.0
    return (0.35, 0.15, 0.1)[apart - 1] * (0.2 if owned else 1.0) * (1.0 if ahead else 0.7)


def _heads(match: Match, tokens: Sequence[Token], target: int) -> float:
    """Return how much a cue counts as a heading over the address's line: short, alone on its line, at most nine lines up."""
    cue, address = tokens[match.start], tokens[target]
    if not 0 < address.line - cue.line < 10:
        return 0.0
    line = _stretch(tokens, match.start, lambda t: t.line)
    words = sum(t.is_word for t in line)
    limit = 14 if is_han(cue.text[0]) else 7
    if any(t.text in (OTHER, TARGET) for t in line) or words > limit:
        return 0.0
    if line[-1].text in (".", "!", "?", ",") and words > 3:
        return 0.0
    leads = line[-1].text == ":" or address.line - cue.line == 1
    closer = {t.line for t in tokens[match.end : target] if cue.line < t.line < address.line and t.paragraph != address.paragraph}
    return 0.0 if len(closer) > 2 else 0.75 if leads else 0.5


def _stretch(tokens: Sequence[Token], at: int, number: Callable[[Token], int]) -> Sequence[Token]:
    """Return the tokens around tokens[at] that share its line, or its sentence."""
    low = high = at
    while low and number(tokens[low - 1]) == number(tokens[at]):
        low -= 1
    while high < len(tokens) and number(tokens[high]) == number(tokens[at]):
        high += 1
    return tokens[low:high]


def _absorption(tokens: Sequence[Token], between: range) -> float:
    """Return what is left of a cue's weight after the addresses between it and the judged one took theirs."""
    others = [i for i in between if tokens[i].text == OTHER]
    if not others:
        return 1.0
    last = others[-1] if between.start <= others[-1] else others[0]
    first = others[0]
    joined = all(not tokens[i].is_word or tokens[i].text in _JOINS for i in range(min(first, last), between.stop))
    return 0.8 if joined else 0.2


def _own_votes(passage: Passage) -> Iterator[_Vote]:
    """Yield what the address itself and the marks around it tell."""
    for kind, weight, start, end in own_evidence(passage):
        yield _Vote(_PURPOSES[kind], weight, start, end)


def _decide(passage: Passage, votes: Sequence[_Vote]) -> Judgement:
    totals: dict[Purpose, list[_Vote]] = defaultdict(list)
    for vote in votes:
        totals[vote.purpose].append(vote)
    scores = {purpose: _sum(found) for purpose, found in totals.items()}
    if not scores or max(scores.values()) < _LEAST:
        return Judgement(Purpose.UNCLEAR, "", round(0.4 + 0.3 * (1 - max(scores.values(), default=0.0)), 2))
    best = max(scores, key=lambda purpose: (scores[purpose], purpose))
    rest = max((score for purpose, score in scores.items() if purpose is not best), default=0.0)
    strongest = max(totals[best], key=lambda vote: vote.weight)
    confidence = scores[best] / (scores[best] + rest + 0.35)
    return Judgement(best, passage.text[strongest.start : strongest.end].strip(), round(min(confidence, 0.98), 2))


def _sum(votes: Sequence[_Vote]) -> float:
    """Add votes so that the second counts half, the third a quarter: many weak words are not one strong sentence."""
    return sum(vote.weight * 0.5**i for i, vote in enumerate(sorted(votes, key=lambda v: -v.weight)[:4]))
