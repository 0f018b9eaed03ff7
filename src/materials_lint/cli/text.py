"""`text`: what the linter reads of a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from materials_lint.cli import _options, _output

if TYPE_CHECKING:
    from materials_lint.model.document import Document, Gap, TextBlock
    from materials_lint.terminal import Screen

_WIDEST = 120
_HELP = """Show what the linter reads of files: every piece of text, where it stands, and where it came from.

Nothing is judged. Use it to see whether a file is read as you expect, hidden text and file properties included.

\b
Examples:
  materials-lint text brochure.pdf
  materials-lint text letter.docx --format json
"""


@click.command("text", help=_HELP, short_help="Show what is read of files.")
@click.argument("paths", metavar="PATH...", nargs=-1)
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True, help="How it is printed.")
@_options.config_option
@_options.stdin_option
@_options.jobs_option
def command(paths: tuple[str, ...], form: str, config: str | None, stdin_filename: str, jobs: int | None) -> int:
    _options.need_paths(paths, "text")
    from materials_lint import api

    file = _options.configuration_file(config)
    leave_out = [file] if file else []
    read = api.read(paths, _options.load(file), stdin=_options.stdin_bytes(paths), stdin_name=stdin_filename, leave_out=leave_out, jobs=jobs)
    if form == "json":
        import json

        _output.show(json.dumps({"documents": [_as_data(path, document) for path, document in read]}, indent=2) + "\n")
    else:
        screen = _output.screen()
        for path, document in read:
            _output.show("\n".join(_lines(path, document, screen)) + "\n\n")
    return 2 if not read or any(part.gaps for _, document in read for part in document.tree()) else 0


COMMAND = command


def _as_data(path: str, document: Document) -> dict[str, Any]:
    parts = list(document.tree())
    return {
        "path": path,
        "format": document.format,
        "blocks": [_block_data(block, part) for part in parts for block in part.blocks()],
        "metadata": [{"group": f.group, "name": f.name, "value": f.value, "member": part.member} for part in parts for f in part.metadata],
        "gaps": [_gap_data(gap, part) for part in parts for gap in part.gaps],
    }


def _block_data(block: TextBlock, part: Document) -> dict[str, Any]:
    return {
        "text": block.text,
        "page": _page(block.page, part),
        "box": block.box.as_list() if block.box else None,
        "unit": part.unit.value if part.unit and block.box else None,
        "origin": block.origin.value,
        "confidence": block.confidence,
        "part": block.part.value,
        "label": block.label,
        "context": block.context,
        "concealment": block.concealment.value if block.concealment else None,
        "member": part.member,
    }


def _gap_data(gap: Gap, part: Document) -> dict[str, Any]:
    return {"reason": gap.reason.value, "page": _page(gap.page, part), "member": gap.member or part.member, "message": gap.message}


def _page(page: int | None, part: Document) -> int | None:
    """A picture on page 3 is read as one page of its own: what counts is the page of the file around it."""
    return part.page_in_parent if part.page_in_parent is not None else page


def _lines(path: str, document: Document, screen: Screen) -> Iterator[str]:
    from materials_lint.terminal import visible

    yield screen.paint(visible(path), "bold") + screen.paint(f" {screen.dot} {document.format}", "dim")
    parts = list(document.tree())
    if not any(block for part in parts for block in part.blocks()):
        yield screen.paint("  no text was found", "dim")
    for part in parts:
        if part.member:
            yield f"\n  {screen.paint('in ' + visible(part.member), 'bold')}" + screen.paint(f" {screen.dot} {part.format}", "dim")
        yield from _page_lines(part, screen)
        yield from _property_lines(part, screen)
        for gap in part.gaps:
            where = f" page {gap.page}:" if gap.page is not None else ""
            yield from _labelled("not read", f"{where} {gap.message}".strip(), screen, "red")


def _page_lines(part: Document, screen: Screen) -> Iterator[str]:
    last: int | None = None
    for block in part.blocks():
        page = _page(block.page, part)
        if page is not None and page != last:
            yield "  " + screen.paint(f"page {page}", "dim")
            last = page
        label = block.label and f"[{block.label}] "
        yield from _labelled(_kind(block), label + block.text, screen)


def _kind(block: TextBlock) -> str:
    """The one word that says most about where a piece of text came from."""
    if block.concealment is not None:
        return f"{block.origin.value}: {block.concealment.value}"
    origin, part = block.origin.value, block.part.value
    said = part if origin in ("text-layer", "metadata") else origin
    return "" if said == "body" else said


def _property_lines(part: Document, screen: Screen) -> Iterator[str]:
    if part.metadata:
        yield "  " + screen.paint("file properties", "dim")
    for item in part.metadata:
        yield from _labelled(item.name, item.value, screen)


def _labelled(label: str, text: str, screen: Screen, colour: str = "cyan") -> Iterator[str]:
    from materials_lint.terminal import columns, indented, one_line, pad

    column = 24 if screen.width >= 80 else 14
    shown = pad(one_line(label), column)
    if columns(shown) > column:
        yield "    " + screen.paint(shown, colour)
        shown = " " * column
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n")):
        lead = "    " + (shown if number == 0 else " " * column) + " "
        first, *more = indented(one_line(line), min(screen.width, _WIDEST), lead) or [lead]
        yield (lead[:4] + screen.paint(lead[4:], colour) + first[len(lead) :]).rstrip()
        yield from more
