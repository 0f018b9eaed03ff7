"""Whose an address is: ITU's or somebody else's. Hosts, handles and numbers are matched whole."""

from __future__ import annotations

import re
from enum import StrEnum

from materials_lint.policy.facts import facts, words


class Mailbox(StrEnum):
    """What a mailbox at ITU is for."""

    ETHICS = "ethics"
    PERMISSION = "permission"
    OTHER = "other"


def is_itu_host(host: str) -> bool:
    """Tell whether a host name is ITU's own: one of its domains, a subdomain, or a copy ITU keeps elsewhere."""
    name = host.casefold().rstrip(".").split(":")[0]
    return name in words("domains", "hosted") or any(name == own or name.endswith("." + own) for own in words("domains", "own"))


def is_inside_host(host: str) -> bool:
    """Tell whether a host serves ITU's staff only."""
    name = host.casefold().rstrip(".")
    return any(name == inside or name.endswith("." + inside) for inside in words("domains", "inside"))


def mailbox(local: str) -> Mailbox:
    """Tell what the mailbox with this local part is for."""
    name = local.casefold()
    if name in words("mailboxes", "ethics"):
        return Mailbox.ETHICS
    return Mailbox.PERMISSION if name in words("mailboxes", "permission") else Mailbox.OTHER


def itu_account(host: str, path: str) -> str | None:
    """Return the platform where host and path are one of ITU's own accounts, else None."""
    name = host.casefold().removeprefix("www.")
    segments = [s.lstrip("@") for s in path.casefold().split("?")[0].split("#")[0].split("/") if s]
    for account in facts("accounts")["account"]:
        if name in account["hosts"] and any(segment in account["names"] for segment in segments[:2]):
            return str(account["platform"])
    return None


def may_be_itu_account(host: str, path: str) -> bool:
    """Tell whether a web address is an account, on a platform where ITU's are not known, whose name begins with the Union's."""
    if host.casefold().removeprefix("www.") not in facts("accounts")["unsure_hosts"]:
        return False
    segments = [s.lstrip("@") for s in path.casefold().split("?")[0].split("/") if s]
    return any(re.match(facts("accounts")["unsure_names"], segment) for segment in segments[:2])


def itu_handle(handle: str) -> str | None:
    """Return the platform where a bare handle (`@name`) is one of ITU's own, else None."""
    name = "@" + handle.casefold().lstrip("@")
    for account in facts("accounts")["account"]:
        if name in account["bare"]:
            return str(account["platform"])
    return None


class Telephone(StrEnum):
    """How surely a number is ITU's."""

    KNOWN = "known"
    ETHICS = "ethics"
    RANGE = "range"
    FOREIGN = "foreign"


def digits(number: str) -> str:
    """Return a number without spaces and signs."""
    return "".join(char for char in number if char.isdigit())


def telephone(number: str) -> Telephone:
    """Tell whose a number is, given with its country code (other characters than digits are passed over)."""
    plain = digits(number)
    data = facts("telephones")
    if plain in data["others"]:
        return Telephone.FOREIGN
    if plain in data["ethics"]:
        return Telephone.ETHICS
    if plain in data["known"]:
        return Telephone.KNOWN
    return Telephone.RANGE if any(plain.startswith(r) and len(plain) == 11 for r in data["ranges"]) else Telephone.FOREIGN
