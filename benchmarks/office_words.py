"""Which words of an Office file does the reader lose? Compares it with every text node of every part, and with python-docx.

Usage: PYTHONPATH=src python benchmarks/office_words.py FILE... [--show 20]
Prints one line a file (words in the raw XML, words lost, words python-docx has and we have not), then the words lost.
Numbers of charts, field codes without words and placeholders of unused layouts are not words of the author: see `_EXCUSED`.
"""

from __future__ import annotations

import argparse
import io
import re
import sys
import zipfile
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

from materials_lint.extractors import formats
from materials_lint.model.document import Document, NotReadError
from materials_lint.model.source import Limits, Source

_TEXT_NODES = {"t", "delText", "instrText", "delInstrText", "v", "text", "oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"}
_NO_TEXT = re.compile(
    r"(styles|settings|fontTable|numbering|webSettings|theme\d*|slideLayout\d+|slideMaster\d+|notesMaster\d+|handoutMaster\d+|presProps|viewProps|tableStyles|stylesWithEffects)\.xml$|glossary/|\.rels$|docProps/|customXml/"
)
_EXCUSED = re.compile(
    r"^(PAGE|NUMPAGES|REF|PAGEREF|NOTEREF|TOC|SEQ|STYLEREF|HYPERLINK|FORMTEXT|DATE|TIME|SYMBOL|EQ|ADDIN|INCLUDEPICTURE|MERGEFORMAT|MERGEFORMATINET|CHARFORMAT|DOCPROPERTY|FILENAME|AUTHOR|TITLE|ARABIC|ROMAN|SAVEDATE|EMBED|_?Ref\d+|_?Toc\d+|\d[\d.,Ee+-]*|[a-z]|\W+)$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+", re.UNICODE)


def words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text))


def raw_words(data: bytes) -> Counter[str]:
    """All text nodes of all parts of a ZIP package, paragraphs joined. ODF: all character data."""
    found: Counter[str] = Counter()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        odf = "mimetype" in archive.namelist()
        for name in archive.namelist():
            if not name.endswith(".xml") or (_NO_TEXT.search(name) and not odf):
                continue
            if odf and name not in {"content.xml", "styles.xml", "meta.xml"}:
                continue
            try:
                root = ET.fromstring(archive.read(name))
            except (ET.ParseError, zipfile.BadZipFile, RuntimeError) as error:
                print(f"  raw walk: {name}: {error}", file=sys.stderr)
                continue
            found += _paragraphs(root, odf)
    return found


def _paragraphs(root: ET.Element, odf: bool) -> Counter[str]:
    """One string a paragraph: words split over runs are whole."""
    found: Counter[str] = Counter()
    pending: list[str] = []

    def visit(element: ET.Element) -> None:
        local = element.tag.rpartition("}")[2]
        if local in {"p", "si", "cell", "h", "is", "c", "txbxContent", "Choice", "Fallback"}:
            found.update(words("".join(pending)))
            pending.clear()
        if odf or local in _TEXT_NODES:
            pending.append(element.text or "")
        if local in {"tab", "br", "cr", "noBreakHyphen", "s", "line-break", "softHyphen", "fldChar"}:
            pending.append(" ")
        for inner in element:
            visit(inner)
            if odf:
                pending.append(inner.tail or "")
        if local in {"p", "si", "h", "is", "c", "v", "text", "instrText", "txbxContent"}:
            found.update(words("".join(pending)))
            pending.clear()

    visit(root)
    found.update(words("".join(pending)))
    return found


def docx_words(data: bytes) -> Counter[str] | None:
    import docx

    try:
        opened = docx.Document(io.BytesIO(data))
        texts = [p.text for p in opened.paragraphs]
        texts += [c.text for t in opened.tables for row in t.rows for c in row.cells]
        texts += [p.text for s in opened.sections for part in (s.header, s.footer, s.first_page_header) for p in part.paragraphs]
    except Exception:  # noqa: BLE001 - whatever python-docx raises, it has no words then
        return None
    return Counter(set(words("\n".join(texts))))


def our_words(document: Document) -> Counter[str]:
    return words("\n".join(b.text for b in document.texts()))


def compare(path: Path, show: int) -> int:
    data = path.read_bytes()
    source = Source(data, path.name)
    reader = max(formats(), key=lambda f: f.sniff(source))
    try:
        document = reader.read(source, Limits()).document
    except NotReadError as error:
        print(f"{path.name}: not read: {error.reason}: {error.message}")
        return 0
    ours = our_words(document)
    raw = raw_words(data) if data.startswith(b"PK") else Counter()
    lost = {w: n for w, n in raw.items() if w not in ours and not _EXCUSED.match(w)}
    fewer = sum(max(0, n - ours[w]) for w, n in raw.items() if not _EXCUSED.match(w))
    theirs = docx_words(data) if reader.name == "word" else None
    missed = sorted(w for w in theirs or () if w not in ours)
    blocks = sum(len(p.blocks) for p in document.pages)
    print(f"{path.name}: {reader.name}, {blocks} blocks, {len(document.gaps)} gaps, raw {sum(raw.values())} words ({len(raw)} different)", end="")
    print(f", lost {len(lost)}, said less often {fewer}", end="")
    print(f", python-docx only {len(missed)}" if theirs is not None else "")
    for word, count in sorted(lost.items(), key=lambda item: -item[1])[:show]:
        print(f"    lost {count}x {word!r}")
    if missed:
        print(f"    python-docx only: {missed[:show]}")
    return len(lost)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--show", type=int, default=20)
    arguments = parser.parse_args()
    total = sum(compare(path, arguments.show) for path in arguments.files)
    print(f"{len(arguments.files)} files, {total} words lost")


if __name__ == "__main__":
    main()
