"""A spreadsheet draft, written as the package's XML itself."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from tools.make_sample_docs.zips import packed

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
Rows = Sequence[Sequence[str]]


def _sheet(rows: Rows) -> str:
    lines = []
    for number, row in enumerate(rows, 1):
        cells = "".join(f'<c r="{chr(65 + column)}{number}" t="inlineStr"><is><t>{escape(value)}</t></is></c>' for column, value in enumerate(row))
        lines.append(f'<row r="{number}">{cells}</row>')
    return f'{_HEAD}<worksheet xmlns="{_MAIN}"><cols><col min="1" max="3" width="34" customWidth="1"/></cols><sheetData>{"".join(lines)}</sheetData></worksheet>'


def _workbook(sheets: Sequence[tuple[str, bool, Rows]], author: str, title: str) -> bytes:
    numbers = range(1, len(sheets) + 1)
    listed = "".join(
        f'<sheet name="{escape(name)}" sheetId="{n}"{" state=" + chr(34) + "hidden" + chr(34) if hidden else ""} r:id="rId{n}"/>'
        for n, (name, hidden, _) in zip(numbers, sheets, strict=True)
    )
    links = "".join(f'<Relationship Id="rId{n}" Type="{_LINKS}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in numbers)
    parts = "".join(f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_TYPE}.worksheet+xml"/>' for n in numbers)
    members = {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>{parts}'
        '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
        "_rels/.rels": f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_LINKS}/officeDocument" Target="xl/workbook.xml"/>'
        f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
        "xl/workbook.xml": f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_LINKS}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>',
        "docProps/core.xml": f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(author)}</dc:creator></cp:coreProperties>",
    }
    members.update({f"xl/worksheets/sheet{n}.xml": _sheet(rows) for n, (_, _, rows) in zip(numbers, sheets, strict=True)})
    return packed(dict(members))


def contacts_es() -> bytes:
    """A contact list with an office number, and a hidden sheet that gives an office address."""
    contacts = (
        ("Contactos de la campaña", "Función", "Teléfono o correo"),
        ("Lucía Arrieta Montalvo", "candidata", "lucia@arrieta2026.example"),
        ("Mateo Quiroga", "jefe de campaña", "mateo@arrieta2026.example"),
        ("Centralita de la campaña", "de 9 a 18 h", "+41 22 730 57 85"),
        ("Ministerio de Comunicaciones de Costalba", "protocolo", "protocolo@comunicaciones.gob.example"),
    )
    inside = (("Las confirmaciones, a lucia.arrieta@itu.int",),)
    return _workbook((("Contactos", False, contacts), ("Interno", True, inside)), "Mateo Quiroga", "Contactos de la campaña")


DRAFTS = {"contacts-es.xlsx": contacts_es}
