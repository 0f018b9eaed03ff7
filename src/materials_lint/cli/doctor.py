"""`doctor`: what is installed, what works, and what that means."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import platform
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from materials_lint import __version__
from materials_lint.cli import _output

if TYPE_CHECKING:
    from materials_lint.cli._samples import Sample
    from materials_lint.model.document import Document

_HELP = """Tell what is installed and whether it works. Every reader is tried on a tiny file made on the spot.

Run this first when something does not work, and send what it prints along when you report a problem: it holds nothing of your files.
"""
_FONTS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts", "/Library/Fonts", "/System/Library/Fonts", "C:/Windows/Fonts")
_PARTS = {
    "language": ("languages", "Addresses and passages are understood in six languages.", "Addresses in other writings may be missed."),
    "ocr": ("text in pictures", "Text in pictures and scans is read.", "Text in pictures and scans is not read: such pages are reported as not checked."),
}


@dataclass(frozen=True, slots=True)
class _Check:
    """One thing that was tried; `ok` is None where it is absent by design."""

    name: str
    ok: bool | None
    told: str


@click.command("doctor", help=_HELP, short_help="Tell what is installed and whether it works.")
def command() -> int:
    checks = [*_readers(), *_parts()]
    _output.show("\n".join(_lines(checks)) + "\n")
    return 2 if any(check.ok is False for check in checks) else 0


COMMAND = command


def _lines(checks: list[_Check]) -> Iterator[str]:
    from materials_lint.terminal import indented, pad

    screen = _output.screen()
    yield screen.paint(f"materials-lint {__version__}", "bold") + f", Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    yield from ("", screen.paint("Libraries", "bold"))
    yield from indented(", ".join(_versions()), min(screen.width, 100), "  ")
    yield from ("", screen.paint("What works", "bold"))
    words = {True: ("works", "green"), False: ("FAILS", "red"), None: ("none", "yellow")}
    wide = max(len(check.name) for check in checks)
    for check in checks:
        word, colour = words[check.ok]
        lead = f"  {pad(check.name, wide)}  {pad(word, 5)}  "
        first, *more = indented(check.told, min(screen.width, 100), lead)
        yield f"  {pad(check.name, wide)}  {screen.paint(pad(word, 5), colour)}  {first[len(lead) :]}".rstrip()
        yield from more
    yield ""
    yield screen.paint(_verdict(checks), "bold")


def _verdict(checks: list[_Check]) -> str:
    failing = [check.name for check in checks if check.ok is False]
    if failing:
        return f"Not all is well: {', '.join(failing)}. Install materials-lint anew, then run this again."
    return "All that is installed works." + (" Mind what is marked none." if any(check.ok is None for check in checks) else "")


def _versions() -> Iterator[str]:
    import re

    try:
        required = importlib.metadata.requires("materials-lint") or []
    except importlib.metadata.PackageNotFoundError:
        yield "materials-lint is not installed as a package here, so the versions of its libraries are not known"
        return
    for line in sorted(line for line in required if "extra ==" not in line):
        name = re.split(r"[^\w.-]", line)[0]
        try:
            yield f"{name} {importlib.metadata.version(name)}"
        except importlib.metadata.PackageNotFoundError:
            yield f"{name} MISSING"


def _readers() -> Iterator[_Check]:
    from materials_lint import api
    from materials_lint.cli._samples import samples

    for sample in samples():
        ((_, document),) = api.read(("-",), stdin=sample.data, stdin_name=sample.name)
        yield _judged(sample, document)


def _judged(sample: Sample, document: Document) -> _Check:
    from materials_lint.model.document import Reason

    parts = list(document.tree())
    text = " ".join(block.text for part in parts for block in part.blocks())
    if sample.word in text and any(part.pages for part in parts):
        return _Check(sample.title, True, "A sample was read.")
    gaps = [gap for part in parts for gap in part.gaps]
    if any(gap.reason is Reason.UNSUPPORTED for gap in gaps):
        return _Check(sample.title, None, "Not read by this version: such files are reported as not checked.")
    return _Check(sample.title, False, f"The sample was not read. {' '.join(gap.message for gap in gaps)}".strip())


def _parts() -> Iterator[_Check]:
    for module, (name, present, absent) in _PARTS.items():
        there = importlib.util.find_spec(f"materials_lint.{module}") is not None
        yield _Check(name, True if there else None, present if there else absent)
    yield _looking()

    from materials_lint import api

    held = api.protection()
    yield _Check(
        "no network",
        held.network_refused,
        ("Readers can't reach the network" + (", and have an empty one of their own." if held.own_network else "."))
        if held.network_refused
        else "Nothing refuses network calls here: read strangers' files on a machine without network.",
    )
    yield _Check(
        "memory limit",
        held.memory_limited or None,
        "A file that takes too much memory is given up." if held.memory_limited else "This system does not limit a reader's memory: time alone does.",
    )

    fonts = any(path.is_file() for folder in _FONTS for path in Path(folder).expanduser().rglob("*.[tToO][tT][fFcC]"))
    yield _Check(
        "fonts",
        fonts or None,
        "Fonts of this computer are there for pages that bring none." if fonts else "Pages that bring no fonts of their own may be drawn without letters.",
    )


def _looking() -> _Check:
    """Draw a mark that is known, and look whether it is seen in that drawing."""
    from materials_lint import api
    from materials_lint.cli._samples import emblem

    name = "looking at pictures"
    (document,) = api.check(("-",), stdin=emblem(), stdin_name="sample.svg").documents
    if any(finding.rule == "A01" for finding in document.findings):
        return _Check(name, True, f"Emblems and logos are looked for on pages and in pictures; {len(api.marks())} marks are known, and a drawn one was seen.")
    return _Check(name, False, f"A drawn emblem was not seen. {' '.join(gap.message for gap in document.gaps)}".strip())
