"""Recall and precision of the address, channel, letterhead and trace rules on snippets by hands that did not see the rules.

    python -m benchmarks.snippets [dev|held|fourth] [--misses] [--lang en]

A snippet is written to a file of its form, checked by the command line in one run, and each expected finding of level "flag" is a
hit where a warning or error of that rule stands in its file. A false alarm is a warning or error of A04 to A09 that is not
expected there at all (neither as "flag" nor as "note": a note's rule flagged loudly counts as a false alarm too).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

RULES = ("A04", "A05", "A06", "A07", "A08", "A09")
HERE = Path(__file__).parent / "snippets"
CLEAN = "My vision: connect every school, listen to every region, and report openly on results."
ENDINGS = {"text": ".txt", "html": ".html", "eml": ".eml", "properties": ".docx", "pdfinfo": ".pdf"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", choices=("dev", "held", "fourth"), default="dev", nargs="?")
    parser.add_argument("--misses", action="store_true", help="print what was missed and what was a false alarm")
    parser.add_argument("--lang", help="only this language")
    parser.add_argument("--folder", type=Path, help="another folder of JSON Lines files")
    options = parser.parse_args()
    folder = options.folder or HERE / options.part
    rows = [json.loads(line) for path in sorted(folder.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    rows = [row for row in rows if options.lang in (None, row["lang"])]
    with tempfile.TemporaryDirectory() as root:
        for row in rows:
            write(Path(root), row)
        documents = check(Path(root))
    hits, total, alarms = score(rows, documents, show=options.misses)
    for rule in RULES:
        print(f"{rule}: recall {ratio(hits[rule], total[rule])}, false alarms {alarms[rule]}")
    found, wanted, wrong = sum(hits.values()), sum(total.values()), sum(alarms.values())
    print(f"{options.part}: {len(rows)} snippets, recall {ratio(found, wanted)}, precision {ratio(found, found + wrong)}")


def ratio(part: int, whole: int) -> str:
    return f"{part}/{whole} = {part / whole:.3f}" if whole else "0/0"


def write(root: Path, row: dict[str, Any]) -> None:
    path = root / (row["id"] + ENDINGS[row["form"]])
    text = row.get("text") or CLEAN
    if row["form"] == "properties":
        write_docx(path, text, row["properties"])
    elif row["form"] == "pdfinfo":
        write_pdf(path, row["properties"])
    else:
        path.write_text(text, encoding="utf-8")


def write_docx(path: Path, text: str, properties: dict[str, Any]) -> None:
    import zipfile
    from xml.sax.saxutils import escape

    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/"
    kinds = "application/vnd.openxmlformats-"
    core = {
        "creator": "dc:creator",
        "title": "dc:title",
        "subject": "dc:subject",
        "description": "dc:description",
        "lastModifiedBy": "cp:lastModifiedBy",
        "keywords": "cp:keywords",
    }
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}content-types"><Default Extension="rels" ContentType="{kinds}package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{kinds}officedocument.wordprocessingml.document.main+xml"/>'
        f'<Override PartName="/docProps/core.xml" ContentType="{kinds}package.core-properties+xml"/><Override PartName="/docProps/app.xml" ContentType="{kinds}officedocument.extended-properties+xml"/>'
        f'<Override PartName="/docProps/custom.xml" ContentType="{kinds}officedocument.custom-properties+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}relationships"><Relationship Id="r1" Type="{office}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="r2" Type="{package}relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="r3" Type="{office}/extended-properties" Target="docProps/app.xml"/>'
        f'<Relationship Id="r4" Type="{office}/custom-properties" Target="docProps/custom.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{word}"><w:body>'
        + "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in text.split("\n"))
        + "</w:body></w:document>",
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{package}metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        + "".join(f"<{core[k]}>{escape(str(v))}</{core[k]}>" for k, v in properties.get("core", {}).items())
        + "</cp:coreProperties>",
        "docProps/app.xml": '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        + "".join(f"<{k}>{escape(str(v))}</{k}>" for k, v in properties.get("app", {}).items())
        + "</Properties>",
        "docProps/custom.xml": '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        + "".join(
            f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{n}" name="{escape(k)}"><vt:lpwstr>{escape(str(v))}</vt:lpwstr></property>'
            for n, (k, v) in enumerate(properties.get("custom", {}).items(), 2)
        )
        + "</Properties>",
    }
    if "attached_template" in properties:
        parts["word/_rels/document.xml.rels"] = (
            f'<Relationships xmlns="{package}relationships"><Relationship Id="r1" Type="{office}/settings" Target="settings.xml"/></Relationships>'
        )
        parts["word/settings.xml"] = f'<w:settings xmlns:w="{word}" xmlns:r="{office}"><w:attachedTemplate r:id="r1"/></w:settings>'
        parts["word/_rels/settings.xml.rels"] = (
            f'<Relationships xmlns="{package}relationships"><Relationship Id="r1" Type="{office}/attachedTemplate" Target="{escape(properties["attached_template"])}" TargetMode="External"/></Relationships>'
        )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def write_pdf(path: Path, properties: dict[str, str]) -> None:
    import io

    import pikepdf
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.drawString(72, 720, CLEAN)
    canvas.save()
    with pikepdf.open(buffer) as pdf:
        del pdf.trailer["/Info"]
        for key, value in properties.items():
            pdf.docinfo[f"/{key}"] = value
        pdf.save(path)


def check(root: Path) -> dict[str, dict[str, Any]]:
    done = subprocess.run([sys.executable, "-m", "materials_lint", "check", ".", "--format", "json"], cwd=root, capture_output=True, check=False)
    report = json.loads(done.stdout)
    return {Path(d["path"]).stem: d for d in report["documents"]}


def score(rows: list[dict[str, Any]], documents: dict[str, dict[str, Any]], *, show: bool) -> tuple[Counter[str], Counter[str], Counter[str]]:
    hits: Counter[str] = Counter()
    total: Counter[str] = Counter()
    alarms: Counter[str] = Counter()
    for row in rows:
        loud = [f for f in documents[row["id"]]["findings"] if f["severity"] != "note" and f["rule"] in RULES]
        expected = Counter(e["rule"] for e in row["expect"] if e["level"] == "flag" and e["rule"] in RULES)
        got = Counter({rule: len({(f["evidence"]["text"] or "").casefold() for f in loud if f["rule"] == rule}) for rule in RULES})
        for rule, count in expected.items():
            total[rule] += count
            hits[rule] += min(count, got[rule])
            if got[rule] < count and show:
                print(
                    "missed",
                    row["id"],
                    rule,
                    [e["evidence"] for e in row["expect"] if e["rule"] == rule],
                    "|",
                    repr((row.get("text") or str(row.get("properties")))[:300]),
                )
        for rule in RULES:
            if got[rule] and not expected[rule]:
                alarms[rule] += 1
                if show:
                    print(
                        "alarm ",
                        row["id"],
                        rule,
                        [f["evidence"]["text"] for f in loud if f["rule"] == rule],
                        row["expect"],
                        "|",
                        repr((row.get("text") or str(row.get("properties")))[:300]),
                    )
    return hits, total, alarms


if __name__ == "__main__":
    main()
