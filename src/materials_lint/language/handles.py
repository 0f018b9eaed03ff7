"""Names of accounts: "@name", "Twitter: name"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from materials_lint.language.lazy import Pattern
from materials_lint.language.sighting import AddressKind, Sighting

_PLATFORMS = {
    "twitter": "twitter твиттер 推特 تويتر x",
    "facebook": "facebook fb фейсбук 脸书 فيسبوك",
    "instagram": "instagram insta инстаграм 照片墙 إنستغرام انستغرام إنستجرام",
    "linkedin": "linkedin 领英 линкедин لينكدإن",
    "youtube": "youtube ютуб 油管 يوتيوب",
    "telegram": "telegram телеграм телеграмм 电报 تلغرام تيليجرام",
    "wechat": "wechat weixin 微信 微信号 微信公众号 公众号",
    "weibo": "weibo 微博 新浪微博",
    "tiktok": "tiktok 抖音 تيك_توك",
    "threads": "threads",
    "bluesky": "bluesky",
    "mastodon": "mastodon",
    "flickr": "flickr",
    "vk": "vk вконтакте вк",
    "skype": "skype скайп",
    "signal": "signal",
    "snapchat": "snapchat",
}
_PLATFORM_OF = {name.replace("_", " "): platform for platform, names in _PLATFORMS.items() for name in names.split()}
_NAMES = "|".join(sorted(map(re.escape, _PLATFORM_OF), key=len, reverse=True))
_LABELLED = Pattern(
    rf"(?<![\w@./])({_NAMES})(?:\s?[:=|/–—-]\s?@?|\s?\(?\s?@)([\w.-]{{2,40}})(?=\s*(?:[,;|·•)\]。，；\n/]|$|\s[-–—|&]|\s(?:and|et|y|и|和|و)\s))", re.IGNORECASE
)
_BARE = Pattern(r"(?<![0-9A-Za-z_\u00c0-\u04ff@./])@([^\W_][\w.]{1,29})(?!\w)(@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})?")
_words = str.split
_NO_NAMES = frozenset(_words("follow yes no coming soon soon none na page profile account group channel here me us our see link https http www search 关注"))


def find_handles(text: str) -> Iterator[Sighting]:
    """Yield account names; those that a platform's name announces are "platform:name", others "@name"."""
    after = 0
    for found in sorted([*_LABELLED.finditer(text), *_BARE.finditer(text)], key=lambda m: m.start()):
        if found.start() < after:
            continue
        made = _labelled(found) if found.re is _LABELLED.compiled else _bare(found)
        if made:
            after = made.end
            yield made


def _labelled(found: re.Match[str]) -> Sighting | None:
    name = found.group(2).rstrip(".-_")
    platform = _PLATFORM_OF[found.group(1).lower()]
    signed = "@" in found.group()
    if not name or name.lower() in _NO_NAMES or (not signed and (found.group(1).lower() == "x" or "." in name or name.isdecimal())):
        return None
    end = found.start(2) + len(name)
    start = found.start(2) - (1 if signed else 0)
    return Sighting(AddressKind.HANDLE, f"{platform}:{name.lower()}", platform, name.lower(), start, end)


def _bare(found: re.Match[str]) -> Sighting | None:
    name = found.group(1).rstrip("._")
    if len(name) < 2:
        return None
    if found.group(2):
        server = found.group(2)[1:].rstrip("-").lower()
        return Sighting(AddressKind.HANDLE, f"@{name.lower()}@{server}", server, name.lower(), found.start(), found.end())
    return Sighting(AddressKind.HANDLE, f"@{name.lower()}", "", name.lower(), found.start(), found.start(1) + len(name))
