"""Write the drawings of the reference marks.

    python -m tools.draw_marks

`tests/tools/test_draw_marks.py` fails when the tracked files are not what this writes.
"""

from __future__ import annotations

from pathlib import Path

from tools.draw_marks.marks import pages

FOLDER = Path(__file__).resolve().parents[2] / "reference_marks"


def main() -> None:
    """Write every SVG file that changed."""
    for name, text in pages().items():
        path = FOLDER / name
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        print(f"wrote {name}")


if __name__ == "__main__":
    main()
