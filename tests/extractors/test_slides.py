"""The PowerPoint reader, on presentations made with raw XML."""

from __future__ import annotations

import pytest

from materials_lint.extractors.slides import FORMAT
from materials_lint.model.document import Concealment, Document, NotReadError, Origin, Part, Reason
from materials_lint.model.source import Limits, Role, Source
from tests.office_files import P, one, package, plain, properties, read, relationships, texts

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40
INCH = 914_400


def shape(text: str, *, at: tuple[float, float, float, float] | None = (1, 1, 2, 1), fill: str = "", run: str = "", own: str = "", mark: str = "") -> str:
    """A shape at (x, y, width, height) in inches."""
    where = ""
    if at is not None:
        x, y, width, height = (int(n * INCH) for n in at)
        where = f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
    body = f"<p:txBody><a:p><a:r><a:rPr>{run}</a:rPr><a:t>{text}</a:t></a:r></a:p></p:txBody>"
    return f'<p:sp><p:nvSpPr><p:cNvPr id="1" name="Shape" {own}/><p:nvPr>{mark}</p:nvPr></p:nvSpPr><p:spPr>{where}{fill}</p:spPr>{body}</p:sp>'


def solid(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def slide(*shapes: str, attributes: str = "", kind: str = "sld") -> str:
    return f"<p:{kind} {P} {attributes}><p:cSld><p:spTree>{''.join(shapes)}</p:spTree></p:cSld></p:{kind}>"


def deck(*slides: str, rels: dict[int, str] | None = None, **parts: str | bytes) -> bytes:
    """A presentation of these slides; `rels` are the relationships of a slide by its number."""
    listed = "".join(f'<p:sldId id="{256 + n}" r:id="s{n}"/>' for n, _ in enumerate(slides, 1))
    main = f'<p:presentation {P}><p:sldIdLst>{listed}</p:sldIdLst><p:sldSz cx="{10 * INCH}" cy="{int(7.5 * INCH)}"/></p:presentation>'
    members = {f"ppt/slides/slide{n}.xml": content for n, content in enumerate(slides, 1)}
    members |= {f"ppt/slides/_rels/slide{n}.xml.rels": content for n, content in (rels or {}).items()}
    return package("ppt/presentation.xml", main, rels=tuple((f"s{n}", "slide", f"slides/slide{n}.xml") for n, _ in enumerate(slides, 1)), **members, **parts)


def document(*slides: str, **more: object) -> Document:
    return read(FORMAT, deck(*slides, **more)).document  # type: ignore[arg-type]


def test_slides_are_pages_and_shapes_have_boxes() -> None:
    found = document(slide(shape("One")), slide(shape("Two", at=(2, 3, 4, 1))))
    assert [(p.number, p.width, p.height) for p in found.pages] == [(1, 720, 540), (2, 720, 540)]
    block = one(found, "Two")
    assert block.page == 2
    assert block.box is not None
    assert block.box.as_list() == [144, 216, 432, 288]


def test_groups_move_and_scale_their_shapes() -> None:
    transform = f'<a:xfrm><a:off x="{INCH}" y="0"/><a:ext cx="{2 * INCH}" cy="{2 * INCH}"/><a:chOff x="0" y="0"/><a:chExt cx="{4 * INCH}" cy="{4 * INCH}"/></a:xfrm>'
    found = document(slide(f"<p:grpSp><p:grpSpPr>{transform}</p:grpSpPr>{shape('inside', at=(2, 2, 2, 1))}</p:grpSp>"))
    box = one(found, "inside").box
    assert box is not None
    assert box.as_list() == [144, 72, 216, 108]


def test_runs_and_breaks_are_joined() -> None:
    body = "<p:sp><p:txBody><a:p><a:r><a:t>lina@</a:t></a:r><a:r><a:t>campaign.example</a:t></a:r><a:br/><a:fld><a:t>7</a:t></a:fld></a:p></p:txBody></p:sp>"
    assert plain(document(slide(body))) == ["lina@campaign.example\n7"]


def test_what_is_hidden_is_told() -> None:
    found = document(
        slide(
            shape("white on white", run=solid("FFFFFF")),
            shape("tiny words", run="").replace("<a:rPr>", '<a:rPr sz="100">'),
            shape("off the slide", at=(11, 1, 2, 1)),
            shape("hidden shape", own='hidden="1"'),
            shape("no fill", run="<a:noFill/>"),
            shape("plain words"),
        ),
        slide(shape("on a hidden slide"), attributes='show="0"'),
    )
    told = {b.text: b.concealment for b in found.blocks()}
    assert told == {
        "white on white": Concealment.SAME_COLOUR,
        "tiny words": Concealment.TINY,
        "off the slide": Concealment.OFF_PAGE,
        "hidden shape": Concealment.HIDDEN_FORMAT,
        "no fill": Concealment.INVISIBLE,
        "plain words": None,
        "on a hidden slide": Concealment.HIDDEN_SHEET,
    }
    assert plain(found) == ["plain words"]


def test_white_text_over_a_dark_shape_or_picture_is_seen() -> None:
    picture = (
        f'<p:pic><p:nvPicPr><p:cNvPr id="2" name="x"/></p:nvPicPr><p:spPr><a:xfrm><a:off x="0" y="{4 * INCH}"/>'
        f'<a:ext cx="{4 * INCH}" cy="{INCH}"/></a:xfrm></p:spPr></p:pic>'
    )
    found = document(
        slide(
            shape("navy", at=(0, 0, 5, 3), fill=solid("000050")),
            shape("over navy", run=solid("FFFFFF")),
            picture,
            shape("over the picture", at=(1, 4.2, 1, 0.5), run=solid("FFFFFF")),
            shape("own fill", at=(6, 6, 1, 1), fill=solid("101010"), run=solid("FFFFFF")),
            shape("beside them", at=(7, 1, 1, 1), run=solid("FFFFFF")),
        )
    )
    assert plain(found) == ["navy", "over navy", "over the picture", "own fill"]
    assert one(found, "beside them").concealment is Concealment.SAME_COLOUR


def test_text_under_an_opaque_shape_is_covered_unless_shapes_move() -> None:
    shapes = shape("beneath", at=(1, 1, 2, 1)) + shape("above", at=(0, 0, 5, 3), fill=solid("000050")) + shape("beside", at=(6, 1, 2, 1))
    found = document(slide(shapes))
    assert (one(found, "beneath").origin, one(found, "beneath").concealment) == (Origin.HIDDEN, Concealment.COVERED)
    assert plain(found) == ["above", "beside"]
    moving = slide(shapes).replace("</p:sld>", "<p:timing/></p:sld>")
    assert plain(document(moving)) == ["beneath", "above", "beside"]


def test_links_and_jumps() -> None:
    jump = '<a:hlinkClick r:id="j" action="ppaction://hlinksldjump"/>'
    found = document(
        slide(shape("my site", run='<a:hlinkClick r:id="l" tooltip="a tip"/>'), shape("next", run=jump)),
        rels={1: relationships(("l", "hyperlink", "https://campaign.example/"), ("j", "slide", "slide2.xml"))},
    )
    assert texts(found, origin=Origin.LINK_TARGET) == ["https://campaign.example/"]
    assert one(found, "https://campaign.example/").label == "my site"
    assert texts(found, origin=Origin.ALT_TEXT) == ["a tip"]


def test_tables_charts_notes_and_comments() -> None:
    table = "<p:graphicFrame><a:tbl><a:tr>{}</a:tr></a:tbl></p:graphicFrame>".format(
        "".join(f"<a:tc><a:txBody><a:p><a:r><a:t>{t}</a:t></a:r></a:p></a:txBody></a:tc>" for t in ("Telephone", "555 0100"))
    )
    chart = '<p:graphicFrame><a:graphic><a:graphicData><c:chart r:id="c"/></a:graphicData></a:graphic></p:graphicFrame>'
    parts = {
        "ppt/charts/chart1.xml": f"<c:chartSpace {P}><a:p><a:r><a:t>Chart title</a:t></a:r></a:p></c:chartSpace>",
        "ppt/notesSlides/notesSlide1.xml": slide(shape("say it slowly"), kind="notes"),
        "ppt/comments/comment1.xml": f'<p:cmLst {P}><p:cm authorId="0"><p:text>old comment</p:text></p:cm></p:cmLst>',
        "ppt/comments/modernComment_1.xml": '<x:cmLst xmlns:x="http://schemas.microsoft.com/office/powerpoint/2018/8/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        '<x:cm authorId="{1}"><x:txBody><a:p><a:r><a:t>new comment</a:t></a:r></a:p></x:txBody></x:cm></x:cmLst>',
    }
    rels = relationships(
        ("c", "chart", "../charts/chart1.xml"),
        ("n", "notesSlide", "../notesSlides/notesSlide1.xml"),
        ("o", "comments", "../comments/comment1.xml"),
        ("m", "comments", "../comments/modernComment_1.xml"),
    )
    found = document(slide(table, chart), rels={1: rels}, **parts)
    assert plain(found) == ["Telephone", "555 0100", "Chart title"]
    assert one(found, "555 0100").context == "Telephone | 555 0100"
    assert (one(found, "say it slowly").origin, one(found, "say it slowly").page) == (Origin.NOTE, 1)
    assert texts(found, origin=Origin.COMMENT) == ["old comment", "new comment"]


def test_masters_in_use_are_read_once_and_give_boxes() -> None:
    placeholder = '<p:ph type="title"/>'
    layout = slide(shape("prompt", at=(3, 3, 4, 1), mark=placeholder), shape("on the layout"), kind="sldLayout")
    parts: dict[str, str | bytes] = {
        "ppt/slideLayouts/slideLayout1.xml": layout,
        "ppt/slideLayouts/slideLayout2.xml": slide(shape("on an unused layout"), kind="sldLayout"),
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels": relationships(("m", "slideMaster", "../slideMasters/slideMaster1.xml")),
        "ppt/slideMasters/slideMaster1.xml": slide(shape("on the master"), kind="sldMaster"),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": relationships(
            ("1", "slideLayout", "../slideLayouts/slideLayout1.xml"), ("2", "slideLayout", "../slideLayouts/slideLayout2.xml")
        ),
    }
    rels = relationships(("l", "slideLayout", "../slideLayouts/slideLayout1.xml"))
    found = document(slide(shape("Title", at=None, mark=placeholder)), slide(shape("Two")), rels={1: rels, 2: rels}, **parts)
    assert texts(found, part=Part.MASTER) == ["prompt", "on the layout", "on the master"]
    assert found.pages[-1].number is None
    box = one(found, "Title").box
    assert box is not None
    assert box.as_list() == [216, 216, 504, 288]


def test_the_footer_of_a_slide_is_a_footer() -> None:
    found = document(slide(shape("at the foot", mark='<p:ph type="ftr"/>'), shape("words")))
    assert (one(found, "at the foot").part, one(found, "at the foot").origin) == (Part.FOOTER, Origin.FOOTER)
    assert plain(found) == ["words"]


def test_pictures_have_page_and_box() -> None:
    where = f'<a:xfrm><a:off x="{INCH}" y="{INCH}"/><a:ext cx="{INCH}" cy="{INCH}"/></a:xfrm>'
    picture = f'<p:pic><p:nvPicPr><p:cNvPr id="2" name="x" descr="the crest"/></p:nvPicPr><p:blipFill><a:blip r:embed="i"/></p:blipFill><p:spPr>{where}</p:spPr></p:pic>'
    data = deck(slide(shape("One")), slide(picture), rels={2: relationships(("i", "image", "../media/image1.png"))}, **{"ppt/media/image1.png": PNG})
    found = read(FORMAT, data)
    (embedded,) = found.embedded
    assert (embedded.name, embedded.role, embedded.page) == ("ppt/media/image1.png", Role.PICTURE, 2)
    assert embedded.box is not None
    assert embedded.box.as_list() == [72, 72, 144, 144]
    assert one(found.document, "the crest").origin is Origin.ALT_TEXT


def test_a_missing_or_damaged_slide_is_a_gap() -> None:
    good = deck(slide(shape("One")), "no xml")
    found = read(FORMAT, good).document
    assert plain(found) == ["One"]
    assert any(gap.page == 2 for gap in found.gaps)


def test_films_are_gaps_and_tags_are_metadata() -> None:
    rels = relationships(("v", "video", "../media/film.mp4"), ("t", "tags", "../tags/tag1.xml"))
    found = document(
        slide(shape("One")), rels={1: rels}, **{"ppt/media/film.mp4": b"film", "ppt/tags/tag1.xml": f'<p:tagLst {P}><p:tag name="SERVER" val="files"/></p:tagLst>'}
    )
    assert [gap.reason for gap in found.gaps] == [Reason.UNSUPPORTED]
    assert "film.mp4" in found.gaps[0].message
    assert ("ppt/tags/tag1.xml", "SERVER", "files") in properties(found)


def test_limit_of_pages_names_its_setting() -> None:
    found = read(FORMAT, deck(*[slide(shape(f"Slide {n}")) for n in range(3)]), Limits(max_pages=2)).document
    assert plain(found) == ["Slide 0", "Slide 1"]
    assert "max_pages = 2" in found.gaps[0].message
    assert found.page_count == 3


def test_deep_groups_and_odd_numbers_do_no_harm() -> None:
    odd = shape("odd", at=None).replace("<a:p>", '<a:p><a:pPr lvl="\u00b2"/>')
    found = document(slide("<p:grpSp>" * 240 + shape("deep") + "</p:grpSp>" * 240 + odd))
    assert plain(found) == ["deep", "odd"]


def test_a_truncated_file_says_why() -> None:
    data = deck(slide(shape("words " * 200)))
    with pytest.raises(NotReadError) as told:
        FORMAT.read(Source(data[:-200], "x"), Limits())
    assert told.value.reason is Reason.DAMAGED
