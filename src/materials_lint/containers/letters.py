"""How much a run of characters looks like writing: the yardstick for guessing an encoding."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

_CYRILLIC = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"
_ARABIC = "اليمنرتبوةعدسفهكقحجشصطخذضغزثىءئأإآؤظ"
# The characters that make up about half of running Chinese text, simplified and traditional.
_HAN = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现"
    "实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军"
    "我國會這們為來對時個說發經後過動產種業員學從應開與關體機電聯選舉張選舉區際標準團結領導訊資頻譜無線衛星網路發展請支持投票聯繫信箱郵件"
    "国际电信联盟选举候选支持投票秘书长主任局标准频谱无线卫星网络发展合作宽带数字普惠邮箱联系方式请将先生女士尊敬谢您成员代表大会全权"
)
_LATIN_USUAL = "éèàóçíáñêúüöäôîïùûâëåøæœßãõ¿¡"
_LATIN_CAPITALS = "ÉÈÀÇÁÍÓÚÑÖÄÜÅØÊªº"
_LATIN_OTHER = "ąćęłńśźżčďěňřšťůýžőűăâîșțğışİşĄĆĘŁŃŚŹŻČĎĚŇŘŠŤŮÝŽŐŰĂȘȚĞŞÂÊÎÔÛËÏ"
_TYPOGRAPHY = "«»‘’“”„–—…•°§©®№·\u00a0\u00ad€"
_WORDS_OF_ONE = "ивксоуаяИВКСОУАЯюэوàáéèóåöæøÀÁÉÓÅ"
_WORD = re.compile(r"[^\W\d_]+")


def plausibility(text: str) -> float:
    """Return how well the characters above ASCII fit real writing, about -2.0 (none of it) to 1.0 (all of it)."""
    above = [char for char in text if char > "\x7f"]
    if not above:
        return 1.0
    return sum(_weight(char) for char in above) / len(above) - _odd_words(text)


def _odd_words(text: str) -> float:
    """Return the penalty for words that mix scripts or change to capitals in the middle, as wrong decoding makes them."""
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    if not words:
        return 0.0
    return sum(_oddity(word) for word in words) / len(words)


def _oddity(word: str) -> float:
    scripts = {_script(char) for char in word}
    odd = 0.0 if len(scripts) == 1 or scripts <= {"han", "kana"} else 0.6
    if scripts == {"latin"}:
        share = sum(1 for char in word if char > "\x7f") / len(word)
        odd += 0.8 if share > 0.5 and len(word) > 2 else 0.0
    if scripts <= {"latin", "cyrillic", "greek"} and not word.isupper() and any(a.islower() and b.isupper() for a, b in pairwise(word)):
        odd += 0.6
    if scripts == {"cyrillic"} and len(word) > 3 and not any(char in "аеиоуыэюяёіїєАЕИОУЫЭЮЯЁІЇЄ" for char in word):
        odd += 0.5
    if len(word) == 1 and scripts & {"arabic", "cyrillic", "greek", "latin"} and word not in _WORDS_OF_ONE:
        odd += 0.6
    if scripts == {"arabic"} and any(char in "ةى" for char in word[:-1]):
        odd += 0.5
    return odd


@lru_cache(maxsize=4096)
def _weight(char: str) -> float:
    """Return how welcome one character above ASCII is, -3.0 to 1.0."""
    for usual, step in ((_CYRILLIC, 0.02), (_ARABIC, 0.02), (_LATIN_USUAL, 0.01)):
        place = usual.find(char if usual is _LATIN_USUAL else char.lower())
        if place >= 0:
            return (0.95 if usual is _LATIN_USUAL else 1.0) - step * place
    for usual, weight in ((_TYPOGRAPHY, 0.6), (_LATIN_CAPITALS, 0.75), (_LATIN_OTHER, 0.65)):
        if char in usual:
            return weight
    return _weight_by_block(char)


def _weight_by_block(char: str) -> float:  # noqa: PLR0911 - a table in the form of questions
    code = ord(char)
    if char in _HAN_SET:
        return 1.0
    if 0x3040 <= code <= 0x30FF:
        return 0.9
    if 0xAC00 <= code <= 0xD7A3:
        return 0.5
    if 0x4E00 <= code <= 0x9FFF:
        return 0.45
    if 0x3000 <= code <= 0x303F or 0xFF00 <= code <= 0xFF65:
        return 0.7
    if 0x0370 <= code <= 0x03FF or 0x0590 <= code <= 0x05FF or 0x0900 <= code <= 0x1FFF:
        return 0.5 if unicodedata.category(char)[0] in "LM" else -0.5
    if 0x064B <= code <= 0x065F or 0x060C <= code <= 0x061F or 0x0660 <= code <= 0x066D:
        return 0.6
    category = unicodedata.category(char)
    if category in {"Cn", "Co", "Cc", "Cs"}:
        return -3.0
    if category.startswith("L"):
        return 0.2
    return -0.8 if code < 0x2000 else -0.3


_HAN_SET = frozenset(_HAN)


@lru_cache(maxsize=4096)
def _script(char: str) -> str:  # noqa: PLR0911 - one return a script
    code = ord(char)
    if code < 0x0250 or 0x1E00 <= code <= 0x1EFF:
        return "latin"
    if code < 0x0400:
        return "greek"
    if code < 0x0530:
        return "cyrillic"
    if 0x0600 <= code <= 0x06FF:
        return "arabic"
    if 0x3040 <= code <= 0x30FF:
        return "kana"
    if 0x3400 <= code <= 0x9FFF:
        return "han"
    return "other"
