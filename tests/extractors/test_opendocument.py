"""The OpenDocument reader, on files made with raw XML."""

from __future__ import annotations

import base64

import pytest

from materials_lint.extractors.opendocument import FORMAT
from materials_lint.model.document import Concealment, Document, NotReadError, Origin, Part, Reason
from materials_lint.model.source import Limits, Role, Source
from tests.office_files import ODF, one, plain, properties, read, texts, zipped

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40
STYLES = (
    '<office:automatic-styles><style:style style:name="Gone" style:family="text"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="White" style:family="text"><style:text-properties fo:color="#ffffff"/></style:style>'
    '<style:style style:name="OnNavy" style:family="text"><style:text-properties fo:color="#ffffff" fo:background-color="#000050"/></style:style>'
    '<style:style style:name="Tiny" style:family="paragraph"><style:text-properties fo:font-size="1pt"/></style:style>'
    '<style:style style:name="HiddenTable" style:family="table"><style:table-properties table:display="false"/></style:style>'
    '<style:style style:name="HiddenSlide" style:family="drawing-page"><style:drawing-page-properties presentation:visibility="hidden"/>'
    "</style:style></office:automatic-styles>"
)


def content(body: str, kind: str = "text") -> str:
    return f"<office:document-content {ODF}>{STYLES}<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"


def odf(body: str, kind: str = "text", **parts: str | bytes) -> bytes:
    return zipped({"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": content(body, kind), **parts})


def document(body: str, kind: str = "text", **parts: str | bytes) -> Document:
    return read(FORMAT, odf(body, kind, **parts)).document


def test_paragraphs_are_joined_and_blanks_collapse() -> None:
    body = '<text:h>Title</text:h><text:p>lina@<text:span>campaign</text:span>.example\n   and<text:s text:c="3"/>more<text:tab/>x<text:line-break/>y</text:p>'
    assert plain(document(body)) == ["Title", "lina@campaign.example and   more\tx\ny"]


def test_what_is_hidden_is_told() -> None:
    body = (
        '<text:p>seen <text:span text:style-name="Gone">unseen</text:span><text:span text:style-name="White">white</text:span>'
        '<text:span text:style-name="OnNavy">on navy</text:span><text:hidden-text text:is-hidden="true" text:string-value="by a condition"/></text:p>'
        '<text:p text:style-name="Tiny">tiny</text:p><text:section text:display="none"><text:p>section</text:p></text:section>'
    )
    found = document(body)
    assert plain(found) == ["seen on navy"]
    told = {b.text: b.concealment for b in found.blocks() if b.concealment}
    assert told == {
        "unseen": Concealment.HIDDEN_FORMAT,
        "white": Concealment.SAME_COLOUR,
        "by a condition": Concealment.HIDDEN_FORMAT,
        "tiny": Concealment.TINY,
        "section": Concealment.HIDDEN_FORMAT,
    }


def test_links_notes_comments_and_changes() -> None:
    body = (
        '<text:tracked-changes><text:changed-region text:id="d"><text:deletion><office:change-info>'
        "<dc:creator>Ana</dc:creator></office:change-info><text:p>taken out</text:p></text:deletion></text:changed-region>"
        '<text:changed-region text:id="i"><text:insertion><office:change-info><dc:creator>Ben</dc:creator>'
        "</office:change-info></text:insertion></text:changed-region></text:tracked-changes>"
        '<text:p>See <text:a xlink:href="https://campaign.example/">my site</text:a> '
        '<text:change-start text:change-id="i"/>put in<text:change-end text:change-id="i"/>'
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>at the foot</text:p></text:note-body></text:note>"
        "<office:annotation><dc:creator>Cleo</dc:creator><text:p>please check</text:p></office:annotation></text:p>"
    )
    found = document(body)
    assert plain(found) == ["See my site put in"]
    assert (one(found, "https://campaign.example/").origin, one(found, "https://campaign.example/").label) == (Origin.LINK_TARGET, "my site")
    assert one(found, "taken out").label == "deleted by Ana"
    assert one(found, "put in").label == "inserted by Ben"
    assert one(found, "at the foot").origin is Origin.NOTE
    assert (one(found, "please check").origin, one(found, "please check").label) == (Origin.COMMENT, "Cleo")


def test_headers_pictures_and_properties() -> None:
    styles = (
        f"<office:document-styles {ODF}><office:master-styles><style:master-page><style:header>"
        f"<text:p>at the head</text:p></style:header></style:master-page></office:master-styles></office:document-styles>"
    )
    meta = (
        f"<office:document-meta {ODF}><office:meta><meta:initial-creator>Lina Okafor</meta:initial-creator>"
        f'<meta:template xlink:href="file:///M:/Letter.ott"/><meta:user-defined meta:name="Docnum">T-17</meta:user-defined></office:meta></office:document-meta>'
    )
    body = '<text:p><draw:frame draw:name="crest"><draw:image xlink:href="Pictures/1.png"/><svg:desc>the crest</svg:desc></draw:frame></text:p>'
    parts: dict[str, str | bytes] = {"styles.xml": styles, "meta.xml": meta, "Pictures/1.png": PNG}
    found = read(FORMAT, odf(body, "text", **parts))
    assert one(found.document, "at the head").part is Part.HEADER
    assert one(found.document, "the crest").origin is Origin.ALT_TEXT
    assert {("meta.xml", "initial-creator", "Lina Okafor"), ("meta.xml", "Docnum", "T-17"), ("meta.xml", "template href", "file:///M:/Letter.ott")} <= properties(
        found.document
    )
    assert [(e.name, e.role) for e in found.embedded] == [("Pictures/1.png", Role.PICTURE)]


@pytest.mark.parametrize("wrapper", ["text:span", "text:p", "text:section"])
def test_deep_nesting_does_no_harm(wrapper: str) -> None:
    deep = f"{f'<{wrapper}>' * 240}<text:p>deep</text:p>{f'</{wrapper}>' * 240}"
    assert "deep" in texts(document(deep if wrapper == "text:section" else f"<text:p>{deep}</text:p>"))


def test_slides_have_pages_boxes_and_notes() -> None:
    body = (
        '<draw:page><draw:frame svg:x="1in" svg:y="1in" svg:width="2in" svg:height="0.5in"><draw:text-box><text:p>One</text:p></draw:text-box></draw:frame>'
        "<presentation:notes><draw:frame><draw:text-box><text:p>say it slowly</text:p></draw:text-box></draw:frame></presentation:notes></draw:page>"
        '<draw:page draw:style-name="HiddenSlide"><draw:custom-shape><text:p>Two</text:p></draw:custom-shape></draw:page>'
    )
    found = document(body, "presentation")
    box = one(found, "One").box
    assert box is not None
    assert box.as_list() == [72, 72, 216, 108]
    assert (one(found, "say it slowly").origin, one(found, "say it slowly").page) == (Origin.NOTE, 1)
    assert (one(found, "Two").page, one(found, "Two").concealment) == (2, Concealment.HIDDEN_SHEET)


def test_sheets() -> None:
    row, collapsed = "<table:table-row{}>{}</table:table-row>", ' table:visibility="collapse"'
    cells = "".join(f"<table:table-cell><text:p>{t}</text:p></table:table-cell>" for t in ("Telephone", "555 0100"))
    body = (
        f'<table:table table:name="Contacts">{row.format("", cells)}{row.format(collapsed, cells.replace("555", "556"))}</table:table>'
        f'<table:table table:name="Secret" table:style-name="HiddenTable">{row.format("", cells.replace("555", "557"))}</table:table>'
    )
    found = document(body, "spreadsheet")
    assert (one(found, "555 0100").page, one(found, "555 0100").context) == (1, "Telephone | 555 0100")
    assert one(found, "556 0100").concealment is Concealment.HIDDEN_FORMAT
    assert (one(found, "557 0100").page, one(found, "557 0100").concealment) == (2, Concealment.HIDDEN_SHEET)


def test_a_flat_file_with_its_picture() -> None:
    picture = f"<draw:frame><draw:image><office:binary-data>{base64.b64encode(PNG).decode()}</office:binary-data></draw:image></draw:frame>"
    data = f'<?xml version="1.0"?><office:document {ODF}><office:body><office:text><text:p>flat words{picture}</text:p></office:text></office:body></office:document>'
    found = read(FORMAT, data.encode())
    assert plain(found.document) == ["flat words"]
    assert found.embedded[0].data == PNG


def test_locked_and_damaged_files_say_why() -> None:
    locked = odf("", "text", **{"META-INF/manifest.xml": "<manifest><encryption-data/></manifest>"})
    whole = odf("<text:p>words</text:p>", "text", **{"Pictures/1.bin": bytes(range(256)) * 8})
    for data, reason in [(locked, Reason.ENCRYPTED), (whole[:-300], Reason.DAMAGED)]:
        with pytest.raises(NotReadError) as told:
            FORMAT.read(Source(data, "x"), Limits())
        assert told.value.reason is reason
    partly = zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content("<text:p>kept</text:p>"), "styles.xml": "no xml"})
    found = read(FORMAT, partly).document
    assert texts(found) == ["kept"]
    assert "styles.xml" in found.gaps[0].message
