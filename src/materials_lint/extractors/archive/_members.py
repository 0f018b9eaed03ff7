"""What all kinds of archives share: which members count, and what is said of the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from materials_lint.model.document import Document, Gap, NotReadError, Page, Reason
from materials_lint.model.source import Embedded, Extraction

_MOST_ALIKE = 10
_LITTER = frozenset({".ds_store", "thumbs.db", "desktop.ini", "__macosx"})


def is_litter(name: str) -> bool:
    """Tell whether a member is what file managers leave behind, and no document."""
    parts = name.replace("\\", "/").casefold().split("/")
    return parts[-1].startswith("._") or any(part in _LITTER for part in parts)


def extraction(kind: str, members: list[Embedded], gaps: Iterable[Gap]) -> Extraction:
    """Return the archive as a document of no pages. Raises NotReadError where it holds nothing."""
    told = tuple(_few(gaps))
    if not members and not told:
        raise NotReadError(Reason.EMPTY, "The archive holds no files. Pack it again.")
    return Extraction(Document(kind, (Page(None),) if members else (), gaps=told), tuple(members))


def _few(gaps: Iterable[Gap]) -> list[Gap]:
    """Keep the first gaps of a reason by their own words and count the rest."""
    by_reason: dict[Reason, list[Gap]] = defaultdict(list)
    for gap in dict.fromkeys(gaps):
        by_reason[gap.reason].append(gap)
    kept: list[Gap] = []
    for reason, alike in by_reason.items():
        kept += alike[:_MOST_ALIKE]
        if len(alike) > _MOST_ALIKE:
            kept.append(Gap(reason, f"{len(alike) - _MOST_ALIKE} more files inside were not read for the same reason."))
    return kept
