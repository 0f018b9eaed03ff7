"""Wall time with one and two workers, with a cache, and peak memory, over many files.

    python -m benchmarks.throughput FOLDER... [--files 400]     files repeated until there are so many
    python -m benchmarks.throughput --pages 1000                a long PDF made here
    python -m benchmarks.throughput --small 2000                small text files made here

Peak memory is that of the largest single process (ru_maxrss of the children waited for).
"""

from __future__ import annotations

import argparse
import itertools
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--files", type=int, default=400)
    parser.add_argument("--pages", type=int)
    parser.add_argument("--small", type=int)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as root:
        drafts = Path(root, "drafts")
        drafts.mkdir()
        if options.pages:
            make_pdf(drafts / "long.pdf", options.pages)
        elif options.small:
            make_texts(drafts, options.small)
        else:
            repeat(options.folders, drafts, options.files)
        count = sum(1 for _ in drafts.iterdir())
        one, first = run(drafts, "--jobs", "1")
        two, second = run(drafts, "--jobs", "2")
        assert first == second, "the reports differ"
        cache = str(Path(root, "cache"))
        filling, _ = run(drafts, "--jobs", "2", "--cache", cache)
        cached, third = run(drafts, "--jobs", "2", "--cache", cache)
        assert third == first, "the cached report differs"
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{count} files: 1 worker {one:.2f} s, 2 workers {two:.2f} s, ratio {one / two:.2f}")
    print(f"filling the cache {filling:.2f} s, from the cache {cached:.2f} s, {100 * cached / filling:.1f} % of it")
    print(f"largest process {peak:.0f} MiB")


def run(drafts: Path, *extra: str) -> tuple[float, str]:
    started = time.monotonic()
    done = subprocess.run([sys.executable, "-m", "materials_lint", "check", ".", "--format", "json", *extra], cwd=drafts, capture_output=True, text=True, check=False)
    seconds = time.monotonic() - started
    json.loads(done.stdout)
    return seconds, done.stdout


def repeat(folders: list[Path], drafts: Path, files: int) -> None:
    found = sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())
    for number, path in enumerate(itertools.islice(itertools.cycle(found), files)):
        shutil.copyfile(path, drafts / f"{number:04}{path.suffix}")


def make_pdf(path: Path, pages: int) -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path), invariant=True)
    for page in range(pages):
        for line in range(45):
            canvas.drawString(72, 770 - 16 * line, f"Page {page}, line {line}: my vision is to connect every school and to listen to every region.")
        canvas.showPage()
    canvas.save()


def make_texts(drafts: Path, files: int) -> None:
    for number in range(files):
        (drafts / f"{number:04}.txt").write_text(
            f"Draft {number}\n\nMy vision is to connect every school. Write to team{number}@campaign.example or see www.itu.int/pp.\n"
        )


if __name__ == "__main__":
    main()
