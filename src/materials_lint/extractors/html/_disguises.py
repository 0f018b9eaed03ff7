"""Addresses that a page keeps from robots but shows its readers."""

from __future__ import annotations

import re

_CLICK = re.compile(r"(?:location(?:\.href)?\s*=\s*|(?:window\.open|location\.(?:assign|replace))\s*\(\s*)[\"'`]([^\"'`]{3,2000})[\"'`]")
_PROTECTED = re.compile(r"/cdn-cgi/l/email-protection#([0-9a-fA-F]{4,400})")


def protected_mail(attributes: dict[str, str]) -> str:
    """Return the address that Cloudflare's script would write here: hex digits, each byte XORed with the first."""
    linked = _PROTECTED.search(attributes.get("href", ""))
    coded = attributes.get("data-cfemail") or (linked[1] if linked else "")
    try:
        key, *rest = bytes.fromhex(coded)
    except ValueError:
        return ""
    return bytes(byte ^ key for byte in rest).decode("utf-8", "replace")


def clicked(attributes: dict[str, str]) -> str:
    """Return where a click leads by a script: onclick="location.href='mailto:...'"."""
    found = _CLICK.search(attributes.get("onclick", "")[:5000])
    return found[1] if found else ""


def is_reversed(tag: str, attributes: dict[str, str], style: dict[str, str], *, above: bool) -> bool:
    """Tell whether letters are shown from the last to the first: <bdo dir=rtl>, or the same by style."""
    direction = style.get("direction") or attributes.get("dir", "").lower()
    overridden = tag == "bdo" or style.get("unicode-bidi", "").startswith(("bidi-override", "isolate-override"))
    return direction == "rtl" if overridden else above
