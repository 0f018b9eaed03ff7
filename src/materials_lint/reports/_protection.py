"""What protected this computer and the drafts during a run, in words and as data."""

from __future__ import annotations

from materials_lint.model.report import Protection, Report


def told(report: Report) -> list[str]:
    """Return the sentence on protections for a reviewer; for a candidate only where network calls are not refused."""
    protection = report.protection
    if report.profile != "reviewer" and protection.network_refused:
        return []
    kinds = {
        "network calls are refused": protection.network_refused,
        "they have an empty network of their own": protection.own_network,
        "their memory is limited": protection.memory_limited,
    }
    held = [words for words, holds in kinds.items() if holds]
    missing = [words for words, holds in kinds.items() if not holds]
    sentences = [f"Processes that read drafts here: {'; '.join([*held, 'their time is limited'])}."]
    return [*sentences, f"Not held on this system: {'; '.join(missing)}."] if missing else sentences


def as_data(protection: Protection) -> dict[str, bool]:
    """Return the protections as plain data, as the reports for programs hold them."""
    return {
        "network_refused": protection.network_refused,
        "own_network": protection.own_network,
        "memory_limited": protection.memory_limited,
    }
