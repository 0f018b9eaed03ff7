"""How fast the PDF reader finds text, and whether it finds the same words as pdfplumber.

    python benchmarks/pdf_text.py                     # a long made-up PDF: CPU seconds of both, and their ratio
    python benchmarks/pdf_text.py FILE.pdf ...        # the same on files of one's own
    python benchmarks/pdf_text.py --words FILE.pdf ...  # bags of words: what differs, page by page

"text" is what both do: words with their places (ours: lines and paragraphs too). "all" adds everything else that the
reader looks for: hidden text, pictures, links, properties, limits. pdfplumber is used as its manual advises for tight
setting: extract_words(x_tolerance_ratio=0.15), each page closed after use. CPU time, both in one process, one after the other.
"""

from __future__ import annotations

import argparse
import io
import logging
import re
import time
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pdfplumber
import pypdfium2 as pdfium

from materials_lint.extractors.pdf import FORMAT
from materials_lint.extractors.pdf._blocks import block, paragraphs
from materials_lint.extractors.pdf._characters import characters, words
from materials_lint.extractors.pdf._lines import lines
from materials_lint.extractors.pdf._pdfium import frame_of
from materials_lint.model.document import Concealment, Origin, TextBlock
from materials_lint.model.source import Limits, Source

_PAGES = 120
_SHOWN = 14


def made_up() -> bytes:
    """A report of 120 pages: headings, paragraphs, tables, a header and a footer."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

    style = getSampleStyleSheet()
    sentence = "The candidate proposes an open programme for connectivity, training and standards that every Member State can follow at its own pace. "
    story: list[object] = []
    for number in range(_PAGES):
        story += [Paragraph(f"Chapter {number + 1}: a programme for all", style["Heading1"])]
        story += [Paragraph(sentence * 5, style["BodyText"]) for _ in range(4)]
        story += [Spacer(1, 8), Table([[f"Region {row}", f"{row * 17} sites", f"{row * 3.5:.1f} %", "planned for 2027"] for row in range(8)]), PageBreak()]
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A4).build(story)
    return out.getvalue()


def our_text(data: bytes) -> list[list[TextBlock]]:
    """Words, lines and paragraphs of every page."""
    document = pdfium.PdfDocument(data)
    found = []
    for index in range(len(document)):
        page = document[index]
        text_page = page.get_textpage()
        chars = characters(text_page)
        grouped = paragraphs(lines(words(chars, frame_of(page)), chars.text))
        found.append([block(paragraph, index + 1, None, text=chars.text) for paragraph in grouped])
        page.close()
    return found


def our_all(data: bytes) -> object:
    return FORMAT.read(Source(data, "draft.pdf"), Limits())


def their_text(data: bytes) -> list[list[str]]:
    found = []
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            found.append([str(word["text"]) for word in page.extract_words(x_tolerance_ratio=0.15)])
            page.close()
    return found


def seconds(work: Callable[[bytes], object], data: bytes) -> float:
    started = time.process_time()
    work(data)
    return time.process_time() - started


def compare_speed(name: str, data: bytes) -> None:
    count = len(pdfium.PdfDocument(data))
    our_all(data)  # imports and first use are not what is measured
    text, everything, theirs = (min(seconds(work, data) for _ in range(rounds)) for work, rounds in ((our_text, 3), (our_all, 3), (their_text, 1)))
    figures = f"text {1000 * text / count:.2f}, all {1000 * everything / count:.2f}, pdfplumber {1000 * theirs / count:.1f} ms a page"
    print(f"{name}: {count} pages; {figures}; pdfplumber / text = {theirs / text:.1f}, pdfplumber / all = {theirs / everything:.1f}")


def bag(texts: list[str]) -> Counter[str]:
    """Words in one form: NFKC, no soft hyphens."""
    joined = unicodedata.normalize("NFKC", " ".join(texts)).replace("\u00ad", "")
    return Counter(re.findall(r"\S+", joined))


def compare_words(path: Path) -> tuple[int, int]:
    """Print the words of each page that only one of both has; return how many words agree, and of how many."""
    data = path.read_bytes()
    document = FORMAT.read(Source(data, path.name), Limits()).document
    same = every = 0
    for page, their_words in zip(document.pages, their_text(data), strict=False):
        own = [b.text for b in page.blocks if b.origin is Origin.TEXT_LAYER or (b.origin is Origin.HIDDEN and b.concealment is not Concealment.REPLACED)]
        ours, theirs = bag(own), bag(their_words)
        same += (ours & theirs).total()
        every += (ours | theirs).total()
        only_ours, only_theirs = ours - theirs, theirs - ours
        if only_ours or only_theirs:
            print(f"  {path.name} page {page.number}: only ours {only_ours.total()} {list(only_ours)[:_SHOWN]}")
            print(f"  {' ' * len(path.name)} only pdfplumber {only_theirs.total()} {list(only_theirs)[:_SHOWN]}")
    return same, every


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--words", action="store_true", help="compare bags of words instead of speed")
    options = parser.parse_args()
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    if not options.words:
        for name, data in [(p.name, p.read_bytes()) for p in options.files] or [("made-up report", made_up())]:
            compare_speed(name, data)
        return
    same = every = 0
    for path in options.files:
        one = compare_words(path)
        print(f"{path.name}: {one[0]} of {one[1]} words agree ({one[0] / max(1, one[1]):.3f})")
        same, every = same + one[0], every + one[1]
    print(f"all: {same} of {every} words agree ({same / max(1, every):.3f})")


if __name__ == "__main__":
    main()
