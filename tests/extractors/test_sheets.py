"""The Excel reader, on workbooks made with raw XML."""

from __future__ import annotations

from materials_lint.extractors.sheets import FORMAT
from materials_lint.extractors.sheets._cells import link_target
from materials_lint.model.document import Concealment, Document, Origin, Part, Reason
from materials_lint.model.source import Limits
from tests.office_files import S, one, package, plain, properties, read, relationships, texts, zipped

STYLES = (
    f'<styleSheet {S}><numFmts><numFmt numFmtId="170" formatCode=";;;"/></numFmts>'
    '<fonts><font><sz val="11"/></font><font><sz val="11"/><color rgb="FFFFFFFF"/></font><font><sz val="1"/></font></fonts>'
    '<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF000050"/></patternFill></fill></fills>'
    '<cellXfs><xf fontId="0" fillId="0"/><xf fontId="1" fillId="0"/><xf fontId="1" fillId="1"/><xf fontId="2" fillId="0"/>'
    '<xf fontId="0" fillId="0" numFmtId="170"/></cellXfs></styleSheet>'
)


def cell(reference: str, text: str, *, style: int = 0) -> str:
    return f'<c r="{reference}" s="{style}" t="inlineStr"><is><t>{text}</t></is></c>'


def book(*sheets: str, states: tuple[str, ...] = (), rels: str = "", **parts: str | bytes) -> bytes:
    """A workbook; `rels` are the relationships of its first sheet."""
    listed = "".join(f'<sheet name="Sheet {n}" sheetId="{n}" r:id="s{n}" state="{(*states, *["visible"] * 9)[n - 1]}"/>' for n, _ in enumerate(sheets, 1))
    members: dict[str, str | bytes] = {f"xl/worksheets/sheet{n}.xml": f"<worksheet {S}>{content}</worksheet>" for n, content in enumerate(sheets, 1)}
    names = [(f"s{n}", "worksheet", f"worksheets/sheet{n}.xml") for n, _ in enumerate(sheets, 1)]
    names += [("st", "styles", "styles.xml"), ("ss", "sharedStrings", "sharedStrings.xml")]
    members |= {"xl/styles.xml": STYLES, "xl/sharedStrings.xml": f"<sst {S}/>"} | ({"xl/worksheets/_rels/sheet1.xml.rels": rels} if rels else {}) | parts
    return package("xl/workbook.xml", f"<workbook {S}><sheets>{listed}</sheets></workbook>", rels=tuple(names), **members)


def document(*sheets: str, **more: object) -> Document:
    return read(FORMAT, book(*sheets, **more)).document  # type: ignore[arg-type]


def test_cells_of_all_kinds() -> None:
    strings = f"<sst {S}><si><t>shared</t></si><si><r><t>lina@</t></r><r><t>campaign.example</t></r><rPh><t>hint</t></rPh></si><si><t>left over</t></si></sst>"
    rows = (
        '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
        '<row r="2"><c r="A2"><v>5550100123</v></c><c r="B2"><v>7</v></c><c r="C2" t="str"><f>A1</f><v>a result</v></c></row></sheetData>'
    )
    found = document(rows, **{"xl/sharedStrings.xml": strings})
    assert plain(found) == ["Sheet 1", "shared", "lina@campaign.example", "5550100123", "a result"]
    assert (one(found, "shared").label, one(found, "shared").context, one(found, "shared").page) == ("A1", "shared | lina@campaign.example", 1)
    assert one(found, "left over").origin is Origin.HIDDEN


def test_what_is_hidden_is_told() -> None:
    rows = (
        '<cols><col min="6" max="6" hidden="1"/></cols><sheetData><row r="1">'
        + cell("A1", "white", style=1)
        + cell("B1", "on navy", style=2) + cell("C1", "tiny", style=3) + cell("D1", "formatted away", style=4) + cell("F1", "hidden column")
        + f'</row><row r="2" hidden="1">{cell("A2", "hidden row")}</row></sheetData>'
    )  # fmt: skip
    found = document(rows, f"<sheetData><row>{cell('A1', 'secret')}</row></sheetData>", states=("visible", "veryHidden"))
    told = {b.text: b.concealment for b in found.blocks()}
    assert told == {
        "Sheet 1": None,
        "white": Concealment.SAME_COLOUR,
        "on navy": None,
        "tiny": Concealment.TINY,
        "formatted away": Concealment.INVISIBLE,
        "hidden column": Concealment.HIDDEN_FORMAT,
        "hidden row": Concealment.HIDDEN_FORMAT,
        "secret": Concealment.HIDDEN_SHEET,
    }
    assert ("sheets", "hidden sheet", "Sheet 2") in properties(found)


def test_white_cells_that_a_condition_may_colour_are_not_called_hidden() -> None:
    rows = f'<sheetData><row r="1">{cell("A1", "white", style=1)}</row></sheetData><conditionalFormatting sqref="A1:B9"/>'
    assert one(document(rows), "white").concealment is None


def test_links_of_cells_and_formulas() -> None:
    rows = (
        f'<sheetData><row r="1">{cell("A1", "my site")}<c r="B1" t="str"><f>HYPERLINK("https://cam"&amp;"paign.example/x","go")</f><v>go</v></c></row></sheetData>'
        '<hyperlinks><hyperlink ref="A1" r:id="l" tooltip="a tip"/></hyperlinks>'
    )
    found = document(rows, rels=relationships(("l", "hyperlink", "mailto:lina@campaign.example")))
    assert texts(found, origin=Origin.LINK_TARGET) == ["https://campaign.example/x", "mailto:lina@campaign.example"]
    assert one(found, "mailto:lina@campaign.example").label == "my site"
    assert texts(found, origin=Origin.ALT_TEXT) == ["a tip"]


def test_link_of_a_formula_stops_at_its_first_argument() -> None:
    assert link_target('=IF(A1,HYPERLINK("a:b,"&"c)","words"),"no")') == "a:b,c)"
    assert link_target("=SUM(A1:A2)") == ""


def test_comments_margins_and_prompts() -> None:
    rows = (
        f'<sheetData><row r="1">{cell("A1", "commented")}</row></sheetData>'
        '<dataValidations><dataValidation sqref="A1" prompt="pick one"><formula1>"first choice,second"</formula1></dataValidation></dataValidations>'
        '<headerFooter><oddHeader>&amp;L&amp;"Arial,Bold"&amp;12Left words&amp;RA &amp;&amp; B</oddHeader><oddFooter>&amp;Cfoot words</oddFooter></headerFooter>'
    )
    parts = {
        "xl/comments1.xml": f"<comments {S}><authors><author>Ana</author><author>tc={{1}}</author></authors><commentList>"
        '<comment ref="A1" authorId="0"><text><t>old comment</t></text></comment><comment ref="A1" authorId="1">'
        "<text><t>for old programs</t></text></comment></commentList></comments>",
        "xl/threadedComments/threadedComment1.xml": '<ThreadedComments xmlns="x"><threadedComment ref="A1" personId="p">'
        "<text>new comment</text></threadedComment></ThreadedComments>",
    }
    rels = relationships(("c", "comments", "../comments1.xml"), ("t", "threadedComment", "../threadedComments/threadedComment1.xml"))
    found = document(rows, rels=rels, **parts)
    assert texts(found, origin=Origin.HEADER) == ["Left words", "A & B"]
    assert texts(found, origin=Origin.FOOTER) == ["foot words"]
    assert texts(found, origin=Origin.COMMENT) == ["old comment", "new comment"]
    assert (one(found, "old comment").label, one(found, "old comment").context) == ("Ana", "commented")
    assert texts(found, part=Part.FORM) == ["pick one", "first choice,second"]


def test_printer_and_names_are_metadata() -> None:
    rels = relationships(("p", "printerSettings", "../printerSettings/printerSettings1.bin"))
    found = document("<sheetData/>", rels=rels, **{"xl/printerSettings/printerSettings1.bin": "\\\\print\\Room 5".encode("utf-16-le").ljust(220, b"\0")})
    assert ("xl/printerSettings/printerSettings1.bin", "device", "\\\\print\\Room 5") in properties(found)


def test_a_binary_workbook_is_a_gap() -> None:
    types = '<Types><Override PartName="/xl/workbook.bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>'
    data = zipped({"[Content_Types].xml": types, "xl/workbook.bin": b"x", "docProps/app.xml": "<Properties><Company>Example</Company></Properties>"})
    found = read(FORMAT, data).document
    assert found.gaps[0].reason is Reason.UNSUPPORTED
    assert ".xlsx" in found.gaps[0].message
    assert ("docProps/app.xml", "Company", "Example") in properties(found)


def test_limit_of_pages_names_its_setting() -> None:
    found = read(FORMAT, book("<sheetData/>", "<sheetData/>"), Limits(max_pages=1)).document
    assert "max_pages = 1" in found.gaps[0].message
    assert [p.number for p in found.pages] == [1]
