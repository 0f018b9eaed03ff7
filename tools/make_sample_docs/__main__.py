"""`python -m tools.make_sample_docs [FOLDER]`, from the repository's root."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from tools.make_sample_docs import archives, brochures, mails, opendocuments, pdfs, pictures, plain_texts, posters, slides, spreadsheets, web_pages, words

LARGEST = 60_000


def makers() -> dict[str, Callable[[], bytes]]:
    """Return the maker of every draft by file name, sorted."""
    found: dict[str, Callable[[], bytes]] = {}
    for room in (archives, brochures, mails, opendocuments, pdfs, pictures, plain_texts, posters, slides, spreadsheets, web_pages, words):
        found.update(room.DRAFTS)
    return dict(sorted(found.items()))


def main(folder: Path) -> int:
    """Write every draft into `folder`; answer 1 where one came out larger than a sample should be."""
    folder.mkdir(parents=True, exist_ok=True)
    large = 0
    for name, make in makers().items():
        data = make()
        (folder / name).write_bytes(data)
        if len(data) > LARGEST:
            large += 1
            sys.stderr.write(f"{name}: {len(data)} bytes, more than {LARGEST}\n")
    return 1 if large else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "sample_docs")))
