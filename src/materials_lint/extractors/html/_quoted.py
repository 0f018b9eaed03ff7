"""Quoted mail inside an HTML body, by the marks that mail programs leave."""

from __future__ import annotations

from collections.abc import Mapping

_CLASSES = frozenset(
    {"gmail_quote", "gmail_quote_container", "gmail_attr", "moz-cite-prefix", "moz-forward-container", "yahoo_quoted", "protonmail_quote", "zmail_extra"}
    | {"outlookmessageheader"},
)
_IDS = frozenset({"mail-editor-reference-message-container", "replyblockquote", "isforwardcontent", "qm_quote", "origbody"})
# Outlook marks only the head of the older mail; what follows it belongs to it.
_IDS_BEFORE = frozenset({"divrplyfwdmsg", "appendonsend"})
_RULES = ("solid #e1e1e1", "solid #b5c4df")


def is_quote(tag: str, attributes: Mapping[str, str]) -> bool:
    """Tell whether an element holds quoted mail. A plain <blockquote> on a web page is the page's own text."""
    if tag == "blockquote" and attributes.get("type", "").lower() == "cite":
        return True
    classes = attributes.get("class", "").lower().split()
    if _CLASSES.intersection(classes) or any(name.startswith("yahoo_quoted") for name in classes):
        return True
    return attributes.get("id", "").lower().removeprefix("x_") in _IDS


def begins_quote(tag: str, attributes: Mapping[str, str], style: Mapping[str, str]) -> bool:
    """Tell whether from this element on all is quoted mail, as below Outlook's grey line."""
    if attributes.get("id", "").lower().removeprefix("x_") in _IDS_BEFORE:
        return True
    return tag == "div" and style.get("border-top", "").startswith(_RULES) and style.get("border", "") == "none"
