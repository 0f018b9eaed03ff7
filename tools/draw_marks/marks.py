"""Every mark this package draws: its folder under `reference_marks/`, and its forms by file name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from tools.draw_marks import ai_for_good, ccitt, emblem_colour, emblem_flat, emblem_mono, flag, itu_news, lockup, telecom_world, wsis
from tools.draw_marks.svg import Drawing

Forms = Mapping[str, Drawing]

MARKS: dict[str, Callable[[], Forms]] = {
    "ai-for-good": lambda: {"ring": ai_for_good.draw()},
    "ccitt": lambda: {"mark": ccitt.draw()},
    "itu-emblem-colour": emblem_colour.forms,
    "itu-emblem-flat": lambda: {"blue": emblem_flat.draw()},
    "itu-emblem-mono": emblem_mono.forms,
    "itu-flag": flag.forms,
    "itu-lockup": lockup.forms,
    "itu-news-2016": lambda: {"blocks": itu_news.blocks()},
    "itu-news-2017": lambda: {"roundel": itu_news.roundel()},
    "itu-telecom-world-13": lambda: {"squares": telecom_world.draw()},
    "wsis-forum": lambda: {"logo": wsis.forum()},
    "wsis-sdg-ring": lambda: {"ring": wsis.sdg_ring()},
}


def pages() -> dict[Path, str]:
    """Every SVG file by its path below `reference_marks/`."""
    return {Path(slug) / f"{form}.svg": str(drawing) for slug, forms in MARKS.items() for form, drawing in forms().items()}
