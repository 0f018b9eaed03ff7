"""Marks in pictures: ours against plain template matching and SIFT, on the same pixels, one thread each.

    python -m benchmarks.marks SET [--every 1] [--methods ours,plain,sift] [--part 0/1] [--misses]
    python -m benchmarks.marks --cpu-pages 8      processor time on A4 pages made here
    python -m benchmarks.marks --own [SET]        marks added from one picture; with SET, false alarms on its items too

SET holds labels.csv (file,page,kind,variant,x0,y0,x1,y1,source,note) and the files; counted as its own scoring script counts: emblems by A01 and A02,
event logos by A03, a hit being one whose middle lies in a labelled box; a false alarm is any hit on an item without a mark. Pages of PDF files are
drawn at 150 dpi, their drawing timed apart. Items that are no pictures (DOCX, DOC) are left out and counted. `--part 1/3` takes every third source,
beginning with the second, so that sources can be kept apart while tuning.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable
from pathlib import Path

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "ORT_NUM_THREADS"):
    os.environ[_name] = "1"

import cv2  # noqa: E402 - the threads must be set before

from benchmarks._mark_items import Item, Scores, items  # noqa: E402
from benchmarks._mark_methods import METHODS, Found, Method  # noqa: E402
from materials_lint.vision.marks import load_marks, shipped_folder  # noqa: E402

LEAST = (0.55, 0.65, 0.75, 0.85)


def main() -> None:
    cv2.setNumThreads(1)
    options = arguments()
    if options.cpu_pages:
        from benchmarks._mark_pages import measure

        measure(options.cpu_pages)
    elif options.own:
        from benchmarks._mark_own import measure as measure_own

        measure_own(options.set, options.every)
    else:
        compare(options)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("set", nargs="?", type=Path)
    parser.add_argument("--every", type=int, default=1, help="take every so manieth item")
    parser.add_argument("--part", default="0/1", help="K/N: the sources whose place in the sorted list of sources is K modulo N")
    parser.add_argument("--methods", default="ours,plain,sift")
    parser.add_argument("--misses", action="store_true", help="name what each method missed and invented")
    parser.add_argument("--cpu-pages", type=int)
    parser.add_argument("--own", action="store_true")
    options = parser.parse_args()
    if options.set is None and not (options.cpu_pages or options.own):
        parser.error("name a SET, or --cpu-pages, or --own")
    return options


def compare(options: argparse.Namespace) -> None:
    marks = load_marks(shipped_folder())
    methods = {name: METHODS[name](marks) for name in options.methods.split(",")}
    chosen, left_out = items(options.set, options.every, options.part)
    print(f"{len(chosen)} items, {left_out} left out (no pictures); {len(marks)} marks, {sum(len(mark.forms) for mark in marks)} forms")
    results: dict[str, list[tuple[Item, list[Found]]]] = {name: [] for name in methods}
    seconds = dict.fromkeys(methods, 0.0)
    drawing = pages = pixels = 0.0
    for item in chosen:
        started = time.process_time()
        shown = item.pixels()
        if item.page:
            drawing, pages = drawing + time.process_time() - started, pages + 1
        pixels += shown.shape[0] * shown.shape[1] / 1e6
        for name, method in methods.items():
            found, spent = timed(method, shown)
            results[name].append((item, found))
            seconds[name] += spent
    print(
        f"{pixels / max(1, len(chosen)):.2f} megapixels an item; drawing {int(pages)} PDF pages at 150 dpi: {drawing:.1f} s CPU, {drawing / max(1, pages):.3f} s a page"
    )
    for name in methods:
        report(name, results[name], seconds[name], options.misses)


def timed(method: Method, shown: object) -> tuple[list[Found], float]:
    look: Callable[[object], list[Found]] = method.look  # type: ignore[assignment]
    started = time.process_time()
    found = look(shown)
    return found, time.process_time() - started


def report(name: str, results: list[tuple[Item, list[Found]]], seconds: float, misses: bool) -> None:
    print(f"\n{name}: {seconds:.1f} s CPU, {seconds / max(1, len(results)):.3f} s an item")
    for least in LEAST if name == "plain" else (0.0,):
        scores = Scores.of(results, least)
        print(f"  {f'from {least:.2f} on: ' if least else ''}{scores}")
        if misses and least in (0.0, LEAST[1]):
            print("\n".join(f"    {line}" for line in scores.lines))


if __name__ == "__main__":
    main()
