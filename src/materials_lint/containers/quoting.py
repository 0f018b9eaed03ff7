"""Telling a mail's own words from the older mail quoted below or between them, as mail programs in six languages mark it."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ORIGINAL = re.compile(
    r"^[\s>*_]*-{2,}\s*(?:original message|forwarded message|original appointment|forwarded by\b.{0,80}|reply message|ursprüngliche nachricht|"
    r"message d['’]origine|message original|message transféré|mensaje original|mensaje reenviado|"
    r"исходное сообщение|пересылаемое сообщение|пересланное сообщение|оригинальное сообщение|原始邮件|原始郵件|转发的邮件|转发邮件信息|轉寄的郵件|"
    r"الرسالة الأصلية|رسالة أصلية|رسالة معاد توجيهها)\s*-{2,}\s*$",
    re.IGNORECASE,
)
_FORWARDED = re.compile(
    r"^[\s>*_]*(?:begin forwarded message|début du message (?:réexpédié|transféré)|inicio del mensaje reenviado|начало переадресованного сообщения|"
    r"(?:以下是)?转发的邮件|بدء الرسالة المُ?عاد توجيهها)\s*[:：]\s*$",
    re.IGNORECASE,
)
# Whom somebody wrote to, where it is named by an address.
_TO = r"(?:\s?(?:to|à|a|para|an|на|по|给|إلى|الى)\s.{0,60}[^\s@]@[^\s@].{0,80})?"
_WROTE = re.compile(
    r"^[\s>]*(?:"
    rf"on\b.{{5,300}}(?<!\bi )(?<!\bwe )\bwrote{_TO}|le\b.{{5,300}}\ba écrit{_TO}|el\b.{{5,300}}\bescribió{_TO}|"
    r"em\b.{5,300}\bescreveu|am\b.{5,300}\bschrieb.{0,80}|"
    rf".{{5,300}}(?<!\bя )\b(?:написал\(а\)|написала?|пишет|писала?){_TO}|"
    r".{5,300}(?:写道|寫道)|(?:في|بتاريخ|يوم)\b.{5,300}كتب.{0,120}|.{0,200}كتب.{0,200}|.{5,200}<[^<>\s]{1,100}@[^<>\s]{1,100}>"
    r")\s*[:：]\s*$",
    re.IGNORECASE,
)
# Directly above lines marked with ">" no date is needed.
_WROTE_ABOVE = re.compile(
    rf"^[\s>]*.{{0,300}}(?:\bwrote{_TO}|\ba écrit{_TO}|\bescribió{_TO}|\bescreveu|\bschrieb.{{0,80}}|"
    rf"\b(?:написал\(а\)|написала?|пишет){_TO}|写道|寫道|写信说|كتبت?\b.{{0,120}})\s*[:：]\s*$",
    re.IGNORECASE,
)
_FIELDS = (
    ("from", r"from|de|von|от|отправитель|发件人|寄件者|寄件人|من"),
    ("sent", r"sent|date|envoyé|enviado(?: el)?|fecha|отправлено|дата|发送时间|发送日期|日期|寄件日期|تم الإرسال|تاريخ الإرسال|التاريخ|أُ?رسلت"),
    ("to", r"to|à|a|para|кому|收件人|إلى|الى"),
    ("subject", r"subject|objet|asunto|тема|主题|主旨|الموضوع"),
)
_HEADER = re.compile(r"^[\s>*]*(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _FIELDS) + r")\s*\*?\s*[:：]", re.IGNORECASE)
# Direction marks that mail programs put before lines of Arabic.
_MARKS = re.compile(r"[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]")
_LOOK_AHEAD = 8
_LONGEST_LINE = 1000


def split_quoted(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the paragraphs of a mail's plain text, each with whether it is quoted.

    Below an attribution ("On ... wrote:") that is followed by ">" lines only those are quoted, so that an answer
    written underneath stays the sender's own; below any other separator all is.
    """
    lines = text.split("\n")
    bare = _MARKS.sub("", text).split("\n")
    rest_from = _start_of_rest(bare)
    attributions = set(_attribution_lines(bare[:rest_from]))
    current: list[str] = []
    state = False
    for number, line in enumerate(lines):
        quoted = number >= rest_from or number in attributions or bare[number].lstrip().startswith(">")
        if current and (quoted != state or not line.strip()):
            yield "\n".join(current), state
            current = []
        if line.strip():
            state = quoted
            current.append(line)
    if current:
        yield "\n".join(current), state


def _start_of_rest(lines: list[str]) -> int:
    """Return the line from which on all is quoted, len(lines) for none."""
    own = False
    for number, line in enumerate(lines):
        if not line.strip() or line.lstrip().startswith(">"):
            continue
        if len(line) <= _LONGEST_LINE:
            if _ORIGINAL.match(line) or _FORWARDED.match(line):
                return number
            if own and _is_header_block(lines, number):
                return number
            last = _attribution_ends(lines, number)
            if last is not None and not _then_marked(lines, last):
                return number
        own = True
    return len(lines)


def _attribution_lines(lines: list[str]) -> Iterator[int]:
    for number in range(len(lines)):
        last = _attribution_ends(lines, number)
        if last is not None:
            yield from range(number, last + 1)


def _is_attribution(line: str) -> bool:
    return len(line) <= _LONGEST_LINE and any(char.isdigit() for char in line) and bool(_WROTE.match(line))


def _attribution_ends(lines: list[str], number: int) -> int | None:
    """Return the last line of an attribution that starts here, which may be broken over three lines."""
    joined = ""
    for last in range(number, min(number + 3, len(lines))):
        if not lines[last].strip() or len(lines[last]) > _LONGEST_LINE:
            return None
        joined = f"{joined} {lines[last].strip()}".strip()
        if _is_attribution(joined) or _stands_above_marked(lines, last, joined):
            return last
        if not re.match(r"(?:on|le|el|em|am|في|بتاريخ|يوم|在|\d)", joined, re.IGNORECASE):
            return None
    return None


def _stands_above_marked(lines: list[str], last: int, joined: str) -> bool:
    marked = last + 1 < len(lines) and lines[last + 1].lstrip().startswith(">") and not lines[last].lstrip().startswith(">")
    return marked and len(joined) <= _LONGEST_LINE and bool(_WROTE_ABOVE.match(joined))


def _then_marked(lines: list[str], number: int) -> bool:
    following = next((line for line in lines[number + 1 :] if line.strip()), "")
    return following.lstrip().startswith(">")


def _is_header_block(lines: list[str], number: int) -> bool:
    """Tell whether Outlook's From/Sent/To/Subject block starts here, in any of the languages."""
    first = _HEADER.match(lines[number])
    if first is None or first.lastgroup != "from":
        return False
    seen = {match.lastgroup for line in lines[number : number + _LOOK_AHEAD] if (match := _HEADER.match(line[:_LONGEST_LINE]))}
    return len(seen) >= 3
