"""PDF: links, comments, form fields, properties, attached files, scripts, pictures."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image
from reportlab.lib.utils import ImageReader

from materials_lint.model.document import Concealment, MetadataField, Origin, Part, Reason
from materials_lint.model.geometry import Unit
from materials_lint.model.source import Role
from tests.extractors.pdf_builders import changed, document, drawn, extraction, gaps, of_origin, picture, raw, stream


def _page(sheet: Any) -> None:
    sheet.drawString(72, 700, "Read my programme on the site of the campaign.")
    sheet.linkURL("https://example.org/amara", (72, 697, 158, 712))


def _annotated(*annotations: Dictionary) -> bytes:
    def add(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(a) for a in annotations])

    return changed(drawn(_page), add)


def test_a_link_has_its_target_the_words_over_it_and_their_paragraph() -> None:
    (link,) = of_origin(document(drawn(_page)), Origin.LINK_TARGET)
    assert link.text == "https://example.org/amara"
    assert link.label == "Read my programme"
    assert link.context == "Read my programme on the site of the campaign."
    assert link.page == 1
    assert link.box is not None
    assert (round(link.box.x0), round(link.box.y0)) == (72, 130)


def test_all_kinds_of_actions_lead_somewhere() -> None:
    def action(**entries: Any) -> Dictionary:
        return Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 10, 10], A=Dictionary(**entries))

    found = document(
        _annotated(
            action(S=Name.Launch, F=String("run.exe")),
            action(S=Name.GoToR, F=Dictionary(UF=String("annex.pdf"))),
            action(S=Name.SubmitForm, F=Dictionary(FS=Name.URL, F=String("https://example.org/vote"))),
            action(S=Name.Named, N=Name.NextPage, Next=Dictionary(S=Name.URI, URI=String("https://example.org/chained"))),
            action(S=Name.JavaScript, JS=String("app.launchURL('https://example.org/script')")),
        )
    )
    assert [b.text for b in of_origin(found, Origin.LINK_TARGET)] == ["run.exe", "annex.pdf", "https://example.org/vote", "https://example.org/chained"]
    (script,) = of_origin(found, Origin.HIDDEN)
    assert script.text == "app.launchURL('https://example.org/script')"
    assert script.concealment is Concealment.HIDDEN_FORMAT


def test_comments_with_their_author() -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[300, 700, 320, 720], Contents=String("Ask the office first"), T=String("Jonas"))
    unseen = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[300, 700, 320, 720], Contents=String("Not for print"), F=2)
    found = document(_annotated(note, unseen))
    (comment,) = of_origin(found, Origin.ANNOTATION)
    assert (comment.text, comment.label, comment.part) == ("Ask the office first", "Jonas", Part.ANNOTATION)
    assert [b.text for b in of_origin(found, Origin.HIDDEN)] == ["Not for print"]


def test_form_fields_with_value_tooltip_and_caption_on_the_page_and_off_it() -> None:
    def add(pdf: pikepdf.Pdf) -> None:
        parent = pdf.make_indirect(Dictionary(T=String("contact"), FT=Name.Tx, V=String("amara@example.org")))
        field = pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Widget, T=String("mail"), Parent=parent, TU=String("Your address"), Rect=[72, 600, 200, 620]))
        button = pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Widget,
                FT=Name.Btn,
                T=String("send"),
                MK=Dictionary(CA=String("Support me")),
                Rect=[72, 500, 200, 520],
                A=Dictionary(S=Name.SubmitForm, F=String("mailto:team@example.org")),
            )
        )
        parent.Kids = Array([field])
        lost = pdf.make_indirect(Dictionary(T=String("lost"), FT=Name.Tx, V=String("nowhere shown")))
        pdf.pages[0].obj.Annots = Array([field, button])
        pdf.Root.AcroForm = Dictionary(Fields=Array([parent, button, lost]))

    found = document(changed(drawn(_page), add))
    fields = {(b.label, b.text): b for b in of_origin(found, Origin.FORM_FIELD)}
    assert set(fields) == {("contact.mail", "amara@example.org"), ("contact.mail", "Your address"), ("send", "Support me"), ("lost", "nowhere shown")}
    assert fields["contact.mail", "amara@example.org"].page == 1
    assert fields["lost", "nowhere shown"].page is None
    assert "mailto:team@example.org" in [b.text for b in of_origin(found, Origin.LINK_TARGET)]


def test_properties_of_info_and_xmp() -> None:
    def add(pdf: pikepdf.Pdf) -> None:
        pdf.docinfo["/Company"] = "Campaign Office"
        creator = "<dc:creator><rdf:Seq><rdf:li>Amara Nwosu</rdf:li></rdf:Seq></dc:creator>"
        names = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        xmp = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF {names}><rdf:Description>{creator}</rdf:Description></rdf:RDF></x:xmpmeta>'
        pdf.Root.Metadata = pdf.make_stream(xmp.encode(), Type=Name.Metadata, Subtype=Name.XML)

    found = document(changed(drawn(_page, author="A. Nwosu"), add)).metadata
    assert MetadataField("Info", "Company", "Campaign Office") in found
    assert MetadataField("Info", "Author", "A. Nwosu") in found
    assert MetadataField("XMP", "creator", "Amara Nwosu") in found


def test_damaged_xmp_is_told() -> None:
    packet = stream(b"\x00nothing packed", b"/Type/Metadata/Subtype/XML/Filter/FlateDecode")
    data = raw(b"BT /F1 12 Tf 72 700 Td (Vote for Amara Nwosu) Tj ET", b"", b"", packet).replace(b"/Type/Catalog", b"/Metadata 6 0 R /Type/Catalog")
    (gap,) = gaps(document(data), Reason.DAMAGED)
    assert "XMP" in gap.message


def test_attached_files_are_handed_on() -> None:
    def add(pdf: pikepdf.Pdf) -> None:
        pdf.attachments["notes.txt"] = pikepdf.AttachedFileSpec(pdf, b"call the office", filename="notes.txt", description="talking points")

    found = extraction(changed(drawn(_page), add))
    (attached,) = found.embedded
    assert (attached.name, attached.data, attached.role) == ("notes.txt", b"call the office", Role.ATTACHMENT)
    assert "talking points" in [b.text for b in of_origin(found.document, Origin.ANNOTATION)]


def test_an_attachment_too_large_is_told() -> None:
    def add(pdf: pikepdf.Pdf) -> None:
        pdf.attachments["zeros.bin"] = pikepdf.AttachedFileSpec(pdf, bytes(3_000_000), filename="zeros.bin")

    found = extraction(changed(drawn(_page), add, compress_streams=True), max_member_mib=2)
    assert not found.embedded
    (gap,) = gaps(found.document, Reason.TOO_LARGE)
    assert "max_member_mib = 2" in gap.message
    assert gap.member == "zeros.bin"


def test_scripts_bookmarks_labels_and_alternative_texts() -> None:
    def add(pdf: pikepdf.Pdf) -> None:
        pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert('hi')"))
        pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(P=String("Annex "))]))
        figure = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Figure, Alt=String("Portrait of the candidate"), Pg=pdf.pages[0].obj))
        pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Array([figure])))
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("Why I stand", 0))

    found = document(changed(drawn(_page), add))
    (alternative,) = of_origin(found, Origin.ALT_TEXT)
    assert (alternative.text, alternative.page) == ("Portrait of the candidate", 1)
    assert "app.alert('hi')" in [b.text for b in of_origin(found, Origin.HIDDEN)]
    assert MetadataField("Bookmarks", "Title", "Why I stand") in found.metadata
    assert MetadataField("Page labels", "Prefix", "Annex") in found.metadata


def test_an_xfa_form_is_read_and_told() -> None:
    def add(pdf: pikepdf.Pdf) -> None:
        packet = pdf.make_stream(b"<template><text>Support Amara</text></template>")
        pdf.Root.AcroForm = Dictionary(Fields=Array([]), XFA=Array([String("template"), packet]))
        pdf.Root.NeedsRendering = True

    found = document(changed(drawn(_page), add))
    assert [b.text for b in of_origin(found, Origin.FORM_FIELD)] == ["Support Amara"]
    assert gaps(found, Reason.UNSUPPORTED)


def test_sound_and_film_are_told() -> None:
    film = Dictionary(Type=Name.Annot, Subtype=Name.RichMedia, Rect=[0, 0, 100, 100])
    assert gaps(document(_annotated(film)), Reason.UNSUPPORTED)


def test_pictures_have_place_size_and_fingerprint() -> None:
    def draw(sheet: Any) -> None:
        _page(sheet)
        sheet.drawImage(picture(size=(60, 80)), 100, 300, 150, 200)

    found = document(drawn(draw))
    (shown,) = found.pages[0].pictures
    assert (shown.width, shown.height, shown.page) == (60, 80, 1)
    assert shown.box is not None
    assert shown.box.as_list() == [100, 342, 250, 542]
    assert shown.sha256 is not None
    assert len(shown.sha256) == 64
    assert found.unit is Unit.POINT


def test_a_photograph_with_notes_is_handed_on_once() -> None:
    exif = Image.Exif()
    exif[0x013B] = "Photographer of the house"
    out = io.BytesIO()
    Image.new("RGB", (40, 40), (200, 10, 10)).save(out, "JPEG", exif=exif)
    photograph = out.getvalue()

    def add(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            image = pikepdf.Stream(
                pdf, photograph, Type=Name.XObject, Subtype=Name.Image, Width=40, Height=40, ColorSpace=Name.DeviceRGB, BitsPerComponent=8, Filter=Name.DCTDecode
            )
            page.obj.Resources.XObject = Dictionary(P=image)
            page.contents_add(b"q 100 0 0 100 72 300 cm /P Do Q")

    found = extraction(changed(drawn(_page, _page), add))
    (handed,) = found.embedded
    assert handed.role is Role.PICTURE
    assert handed.data == photograph
    assert [len(page.pictures) for page in found.document.pages] == [1, 1]


def test_a_picture_without_notes_stays_where_it_is() -> None:
    def draw(sheet: Any) -> None:
        out = io.BytesIO()
        Image.new("RGB", (40, 40)).save(out, "JPEG")
        out.seek(0)
        sheet.drawString(72, 700, "A page with words enough")
        sheet.drawImage(ImageReader(out), 100, 300)

    assert not extraction(drawn(draw)).embedded


def test_a_picture_of_too_many_pixels_is_told() -> None:
    def draw(sheet: Any) -> None:
        _page(sheet)
        sheet.drawImage(picture(size=(1500, 1000)), 100, 300, 150, 200)

    (gap,) = gaps(document(drawn(draw), max_picture_mpx=1), Reason.TOO_LARGE)
    assert "max_picture_mpx = 1" in gap.message
