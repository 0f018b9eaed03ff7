"""The Word reader, on documents made of the XML in question."""

from __future__ import annotations

import io

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE

from materials_lint.extractors.word import FORMAT
from materials_lint.model.document import Concealment, Document, NotReadError, Origin, Part, Reason
from materials_lint.model.source import Limits, Role, Source
from tests.office_files import W, one, package, paragraph, plain, properties, read, relationships, run, texts, word, zipped

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40
WHITE = '<w:color w:val="FFFFFF"/>'


def document(body: str, **more: object) -> Document:
    return read(FORMAT, word(body, **more)).document  # type: ignore[arg-type]


def test_runs_that_split_an_address_are_joined() -> None:
    split = paragraph(run("Write to lina.okafor"), run("@"), run("campaign"), "<w:proofErr/>", run(".example"))
    assert plain(document(split)) == ["Write to lina.okafor@campaign.example"]


def test_special_characters() -> None:
    body = paragraph(
        "<w:r><w:t>ITU</w:t><w:noBreakHyphen/><w:t>T</w:t><w:tab/><w:t>soft</w:t><w:softHyphen/><w:t>ly</w:t><w:br/><w:t>next</w:t></w:r>",
        '<w:r><w:sym w:font="Arial" w:char="F040"/></w:r>',
    )
    assert plain(document(body)) == ["ITU\u2011T\tsoft\u00adly\nnext@"]


def test_space_that_word_does_not_show_does_not_split_an_address() -> None:
    assert plain(document("<w:p><w:r><w:t>lina@campaign</w:t></w:r><w:r><w:t> .example</w:t></w:r></w:p>")) == ["lina@campaign.example"]


def test_an_xml_comment_does_not_cut_text() -> None:
    assert plain(document("<w:p><w:r><w:t>lina@<!-- x -->campaign.example</w:t></w:r></w:p>")) == ["lina@campaign.example"]


def test_wrappers_keep_their_text() -> None:
    body = (
        f"<w:p><w:smartTag>{run('smart ')}</w:smartTag><w:sdt><w:sdtContent>{run('control ')}</w:sdtContent></w:sdt><w:bdo>{run('turned')}</w:bdo></w:p>"
        f"<w:sdt><w:sdtContent>{paragraph(run('block control'))}</w:sdtContent></w:sdt><w:customXml>{paragraph(run('custom'))}</w:customXml>"
    )
    assert plain(document(body)) == ["smart control turned", "block control", "custom"]


def test_python_docx_document_reads_in_order() -> None:
    made = docx.Document()
    made.add_heading("A vision for all", 0)
    made.add_paragraph("First words.")
    table = made.add_table(1, 2)
    table.cell(0, 0).text = "Telephone"
    table.cell(0, 1).text = "+00 555 0100"
    made.add_paragraph("Last words.")
    made.sections[0].header.paragraphs[0].text = "Header words"
    made.sections[0].footer.paragraphs[0].text = "Footer words"
    made.core_properties.author = "Lina Okafor"
    buffer = io.BytesIO()
    made.save(buffer)
    found = read(FORMAT, buffer.getvalue()).document
    assert [b.text for b in found.blocks()] == ["Header words", "A vision for all", "First words.", "Telephone", "+00 555 0100", "Last words.", "Footer words"]
    assert one(found, "Header words").part is Part.HEADER
    assert one(found, "Footer words").origin is Origin.FOOTER
    assert one(found, "+00 555 0100").context == "Telephone | +00 555 0100"
    assert ("docProps/core.xml", "creator", "Lina Okafor") in properties(found)
    assert found.pages[0].width == 612
    assert found.gaps == ()


def test_tracked_changes_are_said_with_their_authors() -> None:
    body = paragraph(
        run("Write to lina"),
        f'<w:del w:id="1" w:author="Ana"><w:r><w:delText>@old.example</w:delText></w:r></w:del><w:ins w:id="2" w:author="Ben">{run("@new.example")}</w:ins>',
    ) + paragraph(f'<w:moveTo w:author="Cleo">{run("moved here")}</w:moveTo>')
    found = document(body)
    assert plain(found) == ["Write to lina@new.example"]
    # Half an address means nothing, so a change is told with the rest of its word.
    deleted, inserted = one(found, "lina@old.example"), one(found, "lina@new.example")
    assert (deleted.origin, deleted.label) == (Origin.TRACKED_CHANGE, "deleted by Ana")
    assert (inserted.origin, inserted.label) == (Origin.TRACKED_CHANGE, "inserted by Ben")
    assert one(found, "moved here").origin is Origin.TRACKED_CHANGE
    assert {("revisions", "author", name) for name in ("Ana", "Ben", "Cleo")} <= properties(found)


@pytest.mark.parametrize(
    ("properties_", "concealment"),
    [
        ("<w:vanish/>", Concealment.HIDDEN_FORMAT),
        (WHITE, Concealment.SAME_COLOUR),
        ('<w:color w:val="FDFDFD"/>', Concealment.SAME_COLOUR),
        ('<w:color w:themeColor="background1"/>', Concealment.SAME_COLOUR),
        ('<w:sz w:val="2"/>', Concealment.TINY),
        ("<w14:textFill><w14:noFill/></w14:textFill>", Concealment.INVISIBLE),
        ('<w:rStyle w:val="Ghost"/>', Concealment.HIDDEN_FORMAT),
    ],
)
def test_hidden_text_is_told(properties_: str, concealment: Concealment) -> None:
    styles = f'<w:styles {W}><w:style w:type="character" w:styleId="Ghost"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'
    body = paragraph(run("seen "), run("unseen words", properties_), run(" again"))
    found = document(body, rels=(("s", "styles", "styles.xml"),), **{"word/styles.xml": styles})
    assert plain(found) == ["seen  again"]
    block = one(found, "unseen words")
    assert (block.origin, block.concealment, block.context) == (Origin.HIDDEN, concealment, "seen  again")


@pytest.mark.parametrize(
    "body",
    [
        paragraph(run("white on navy", WHITE + '<w:shd w:val="clear" w:fill="000050"/>')),
        f'<w:p><w:pPr><w:shd w:val="clear" w:fill="000050"/></w:pPr>{run("white on navy", WHITE)}</w:p>',
        f'<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="000050"/></w:tcPr>{paragraph(run("white on navy", WHITE))}</w:tc></w:tr></w:tbl>',
        paragraph(run("white on navy", WHITE + '<w:highlight w:val="darkBlue"/>')),
        paragraph(run("white on navy", '<w:vanish w:val="0"/>')),
    ],
)
def test_white_text_on_a_dark_ground_is_seen(body: str) -> None:
    assert plain(document(body)) == ["white on navy"]


def test_hidden_row() -> None:
    row = f"<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>{paragraph(run('row'))}</w:tc></w:tr></w:tbl>"
    assert one(document(row), "row").concealment is Concealment.HIDDEN_FORMAT


def test_links_with_their_words() -> None:
    body = paragraph(run("See "), f'<w:hyperlink r:id="l" w:tooltip="a tip">{run("my site")}</w:hyperlink>')
    found = document(body, rels=(("l", "hyperlink", "https://campaign.example/"), ("unused", "hyperlink", "https://left.example/")))
    link = one(found, "https://campaign.example/")
    assert (link.origin, link.label, link.context) == (Origin.LINK_TARGET, "my site", "See my site")
    assert texts(found, origin=Origin.ALT_TEXT) == ["a tip"]
    assert one(found, "https://left.example/").label == "link without words"


def test_fields() -> None:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = "<w:r><w:instrText>{}</w:instrText></w:r>"
    body = paragraph(
        mark.format("begin"), code.format(' HYPERLINK "mailto:lina'), code.format('@campaign.example" \\o "a tip" '),
        mark.format("separate"), run("write"), mark.format("end"),
        f'<w:fldSimple w:instr=" PAGE ">{run(" 7")}</w:fldSimple>',
        mark.format("begin"), code.format(' IF 1 = 2 "secret words" "" '), mark.format("separate"), mark.format("end"),
    )  # fmt: skip
    found = document(body)
    assert plain(found) == ["write 7"]
    assert one(found, "mailto:lina@campaign.example").label == "write"
    assert "secret words" in one(found, "IF 1 = 2 secret words ").text
    assert one(found, "IF 1 = 2 secret words ").concealment is Concealment.HIDDEN_FORMAT


def test_an_open_field_does_not_swallow_its_words() -> None:
    body = paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', run("lina@campaign.example")) + paragraph(run("more"))
    found = document(body)
    assert any("lina@campaign.example" in text for text in texts(found, origin=Origin.HIDDEN))


def test_headers_that_no_page_shows_are_hidden() -> None:
    header = f"<w:hdr {W}>{paragraph(run('{}'))}</w:hdr>"
    section = '<w:sectPr><w:headerReference w:type="default" r:id="d"/><w:headerReference w:type="first" r:id="f"/>{}</w:sectPr>'
    parts = {"word/header1.xml": header.format("on all pages"), "word/header2.xml": header.format("on the first")}
    rels = (("d", "header", "header1.xml"), ("f", "header", "header2.xml"))
    found = document(section.format(""), rels=rels, **parts)
    assert one(found, "on all pages").origin is Origin.HEADER
    assert (one(found, "on the first").origin, one(found, "on the first").part) == (Origin.HIDDEN, Part.HEADER)
    shown = document(section.format("<w:titlePg/>"), rels=rels, **parts)
    assert one(shown, "on the first").origin is Origin.HEADER


def test_notes_and_comments() -> None:
    body = paragraph(run("Body words"), '<w:r><w:commentReference w:id="0"/></w:r>')
    parts = {
        "word/footnotes.xml": f'<w:footnotes {W}><w:footnote w:id="1">{paragraph(run("at the foot"))}</w:footnote></w:footnotes>',
        "word/comments.xml": f'<w:comments {W}><w:comment w:id="0" w:author="Ana">{paragraph(run("please check"))}</w:comment></w:comments>',
    }
    found = document(body, rels=(("f", "footnotes", "footnotes.xml"), ("c", "comments", "comments.xml")), **parts)
    assert (one(found, "at the foot").origin, one(found, "at the foot").part) == (Origin.NOTE, Part.NOTE)
    comment = one(found, "please check")
    assert (comment.origin, comment.label, comment.context) == (Origin.COMMENT, "Ana", "Body words")


TEXT_BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="1" name="Box 1" descr="said of the box"/><a:graphic><a:graphicData>'
    "<wps:wsp><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def test_a_text_box_is_read_once_and_its_fallback_where_it_differs() -> None:
    same = paragraph(run("in the box"))
    found = document(paragraph(run("around"), TEXT_BOX.format(same, same)))
    assert plain(found) == ["around", "in the box"]
    assert texts(found, origin=Origin.ALT_TEXT) == ["said of the box"]
    other = document(paragraph(TEXT_BOX.format(same, paragraph(run("only in old programs")))))
    assert plain(other) == ["in the box", "only in old programs"]


def test_word_art_chart_and_diagram() -> None:
    body = paragraph(
        '<w:r><w:pict><v:shape alt="said of it"><v:textpath string="Vote Lina"/></v:shape></w:pict></w:r>',
        '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><c:chart r:id="c"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>',
        '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><dgm:relIds r:dm="d"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>',
    )
    chart = (
        f"<c:chartSpace {W}><a:p><a:r><a:t>Chart title</a:t></a:r></a:p><c:strCache><c:pt><c:v>East</c:v>"
        f"</c:pt></c:strCache><c:numCache><c:pt><c:v>17</c:v></c:pt></c:numCache></c:chartSpace>"
    )
    diagram = f"<dgm:dataModel {W}><dgm:pt><dgm:t><a:p><a:r><a:t>Node words</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:dataModel>"
    parts = {"word/charts/chart1.xml": chart, "word/diagrams/data1.xml": diagram}
    found = document(body, rels=(("c", "chart", "charts/chart1.xml"), ("d", "diagramData", "diagrams/data1.xml")), **parts)
    assert plain(found) == ["Vote Lina", "Chart title", "East", "Node words"]


def test_metadata_a_reviewer_asks_for() -> None:
    parts: dict[str, str | bytes] = {
        "docProps/app.xml": "<Properties><Company>Example Ministry</Company><Template>Letter.dotm</Template></Properties>",
        "docProps/custom.xml": '<Properties xmlns:vt="x"><property name="Docnum"><vt:lpwstr>T-17</vt:lpwstr></property></Properties>',
        "word/settings.xml": f'<w:settings {W}><w:docVars><w:docVar w:name="Server" w:val="\\\\files\\letters"/></w:docVars></w:settings>',
        "word/_rels/settings.xml.rels": relationships(("t", "attachedTemplate", "file:///M:\\Templates\\Letter.dotm")),
        "word/people.xml": '<w15:people xmlns:w15="x"><w15:person w15:author="Ana"><w15:presenceInfo w15:userId="S::ana@office.example::1"/></w15:person></w15:people>',
        "word/vbaProject.bin": b"\xd0\xcf",
    }
    rels = (("s", "settings", "settings.xml"), ("p", "people", "people.xml"), ("v", "vbaProject", "vbaProject.bin"))
    found = properties(document("", rels=rels, **parts))
    assert {
        ("docProps/app.xml", "Company", "Example Ministry"),
        ("docProps/app.xml", "Template", "Letter.dotm"),
        ("docProps/custom.xml", "Docnum", "T-17"),
        ("document variables", "Server", "\\\\files\\letters"),
        ("relationships", "attachedTemplate", "file:///M:\\Templates\\Letter.dotm"),
        ("word/people.xml", "userId", "S::ana@office.example::1"),
        ("vbaProject.bin", "macros", "present"),
    } <= found


def test_pictures_and_objects_are_handed_back_once() -> None:
    rels = (("1", "image", "media/image1.png"), ("2", "image", "media/copy.png"), ("3", "oleObject", "embeddings/o.bin"), ("4", "aFChunk", "part.html"))
    parts: dict[str, str | bytes] = {"word/media/image1.png": PNG, "word/media/copy.png": PNG, "word/embeddings/o.bin": b"object", "word/part.html": b"<p>chunk</p>"}
    found = read(FORMAT, word("", rels=rels, **parts)).embedded
    assert [(e.name, e.role) for e in found] == [("word/media/image1.png", Role.PICTURE), ("word/embeddings/o.bin", Role.OBJECT), ("word/part.html", Role.OBJECT)]


def test_strict_namespaces_and_flat_xml() -> None:
    strict = f"<w:document {W}><w:body>{paragraph(run('strict words'))}</w:body></w:document>".replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    assert plain(read(FORMAT, package("word/document.xml", strict)).document) == ["strict words"]
    flat = (
        '<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">'
        f'<pkg:part pkg:name="/_rels/.rels" pkg:contentType="x"><pkg:xmlData>{relationships(("r", "officeDocument", "word/document.xml"))}</pkg:xmlData></pkg:part>'
        f'<pkg:part pkg:name="/word/document.xml" pkg:contentType="x"><pkg:xmlData>{strict}</pkg:xmlData></pkg:part></pkg:package>'
    )
    assert plain(read(FORMAT, flat.encode()).document) == ["strict words"]


def test_damaged_parts_are_gaps_that_name_them() -> None:
    body = paragraph(run("still read"))
    cases: list[tuple[dict[str, str | bytes], str]] = [
        ({"word/header1.xml": b"no xml at all"}, "word/header1.xml"),
        ({}, "word/header1.xml"),
        ({"word/header1.xml": f"<!DOCTYPE x [<!ENTITY e 'x'>]><w:hdr {W}>&e;</w:hdr>"}, "entities"),
        ({"word/header1.xml": f"<w:hdr {W}><w:p><w:r><w:t>cut"}, "recovered"),
    ]
    for parts, told in cases:
        found = document(body, rels=(("h", "header", "header1.xml"),), **parts)
        assert plain(found) == ["still read"]
        assert any(told in gap.message for gap in found.gaps), told


def test_what_cannot_be_read_at_all_says_why() -> None:
    whole = word(paragraph(run("words " * 500)))
    for data, reason in [
        (whole[: len(whole) // 2], Reason.DAMAGED),
        (zipped({"[Content_Types].xml": "<Types/>", "word/other.xml": "<x/>", "word/document.rels": ""}), Reason.DAMAGED),
    ]:
        with pytest.raises(NotReadError) as told:
            FORMAT.read(Source(data, "x"), Limits())
        assert told.value.reason is reason
    assert FORMAT.sniff(Source(whole[: len(whole) // 2], "x")) >= 0.4


@pytest.mark.parametrize("wrapper", ["w:ins", "w:r", "w:smartTag", "w:fldSimple", "w:hyperlink"])
def test_deep_nesting_does_no_harm(wrapper: str) -> None:
    found = document(f"<w:p>{f'<{wrapper}>' * 240}{run('deep')}{f'</{wrapper}>' * 240}</w:p>")
    assert "deep" in texts(found)


def test_thousands_of_open_fields_end_in_time() -> None:
    opened = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    found = document(paragraph((opened + run("x")) * 5000))
    assert plain(found) == ["x" * 5000]


def test_limit_of_characters_names_its_setting() -> None:
    found = read(FORMAT, word(paragraph(run("twelve chars")) * 5), Limits(max_text_chars=30)).document
    assert "max_text_chars = 30" in found.gaps[0].message
    assert sum(len(b.text) for b in found.blocks()) == 30


def test_other_packages_are_not_word() -> None:
    assert FORMAT.sniff(Source(zipped({"readme.txt": "x"}), "x.docx")) == 0
    assert FORMAT.sniff(Source(b"%PDF-1.7", "x.docx")) == 0


def test_hidden_paragraph_style() -> None:
    made = docx.Document()
    style = made.styles.add_style("Unseen", WD_STYLE_TYPE.PARAGRAPH)
    style.font.hidden = True
    made.add_paragraph("by style", style="Unseen")
    buffer = io.BytesIO()
    made.save(buffer)
    assert one(read(FORMAT, buffer.getvalue()).document, "by style").concealment is Concealment.HIDDEN_FORMAT
