"""OpenDocument drafts, written as the package's XML itself."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from tools.make_sample_docs.zips import packed

_SPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in (
        ("office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
        ("text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"),
        ("style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"),
        ("fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"),
        ("draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"),
        ("svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"),
        ("presentation", "urn:oasis:names:tc:opendocument:xmlns:presentation:1.0"),
        ("meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"),
        ("dc", "http://purl.org/dc/elements/1.1/"),
        ("xlink", "http://www.w3.org/1999/xlink"),
    )
)
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_TEXT = "application/vnd.oasis.opendocument.text"
_SLIDES = "application/vnd.oasis.opendocument.presentation"
_LAYOUT = (
    '<office:automatic-styles><style:page-layout style:name="page"><style:page-layout-properties fo:page-width="{width}" fo:page-height="{height}" fo:margin="2cm"/>'
    '</style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page"/></office:master-styles>'
)


def _package(kind: str, styles: str, body: str, meta: str, size: tuple[str, str]) -> bytes:
    listed = "".join(f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>' for name in ("content.xml", "styles.xml", "meta.xml"))
    manifest = (
        f'{_HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">'
        f'<manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="{kind}"/>{listed}</manifest:manifest>'
    )
    return packed(
        {
            "mimetype": kind,
            "META-INF/manifest.xml": manifest,
            "meta.xml": f'{_HEAD}<office:document-meta {_SPACES} office:version="1.2"><office:meta>{meta}</office:meta></office:document-meta>',
            "styles.xml": f'{_HEAD}<office:document-styles {_SPACES} office:version="1.2">{_LAYOUT.format(width=size[0], height=size[1])}</office:document-styles>',
            "content.xml": f'{_HEAD}<office:document-content {_SPACES} office:version="1.2">'
            f"<office:automatic-styles>{styles}</office:automatic-styles><office:body>{body}</office:body></office:document-content>",
        },
        first="mimetype",
    )


def _meta(author: str, title: str, language: str, extra: str = "") -> str:
    return (
        f"<meta:generator>LibreOffice/7.4</meta:generator><dc:title>{escape(title)}</dc:title><meta:initial-creator>{escape(author)}</meta:initial-creator>"
        f"<dc:creator>{escape(author)}</dc:creator><dc:date>2026-03-02T09:00:00</dc:date><dc:language>{language}</dc:language>{extra}"
    )


def _template(target: str) -> str:
    return f'<meta:template xlink:type="simple" xlink:actuate="onRequest" xlink:title="QPUBE" xlink:href={quoteattr(target)}/>'


def manifesto_es() -> bytes:
    """A clean manifesto: the square in Geneva as a place, in situ, a post once held at the Union."""
    paragraphs = (
        ("T", "Manifiesto de una ingeniera de provincias"),
        ("P", "Lucía Arrieta Montalvo, candidata de la República de Costalba"),
        ("P", "Empecé midiendo señales in situ, con una antena atada al techo de un autobús. Sé lo que cuesta el último kilómetro."),
        ("P", "Entre 2009 y 2016 trabajé en la Oficina de Desarrollo de la UIT. Aprendí que un buen proyecto cabe en una página."),
        ("P", "Aún recuerdo el día en que cruzamos la Plaza de las Naciones, en Ginebra, con cien maestros que pedían conexión para sus escuelas."),
        ("P", "Reformaré lo que dependa de mí: menos trámites, plazos públicos y una respuesta para cada carta."),
        ("P", "Hablemos: lucia@arrieta2026.example"),
    )
    styles = (
        '<style:style style:name="T" style:family="paragraph"><style:text-properties fo:font-size="20pt" fo:font-weight="bold" fo:color="#0b6e4f"/></style:style>'
        '<style:style style:name="P" style:family="paragraph"><style:text-properties fo:font-size="11pt"/></style:style>'
    )
    body = "".join(f'<text:p text:style-name="{style}">{escape(words)}</text:p>' for style, words in paragraphs)
    return _package(_TEXT, styles, f"<office:text>{body}</office:text>", _meta("Lucía Arrieta Montalvo", "Manifiesto", "es-ES"), ("21cm", "29.7cm"))


def slides_zh() -> bytes:
    """Slides with a spelt-out address, the Union's account as the channel, speaker's notes, and an office template."""
    pages = (
        ("林婉清", ["电信标准化局主任候选人", "澜海共和国推荐"], "开场先停顿三秒，再讲个人经历。"),
        ("我的三项承诺", ["标准文本更简明", "发展中国家专家更多参与", "会议材料提前两周公布"], ""),
        ("与我联系", ["邮箱：lin.wanqing（at）itu（dot）int", "竞选动态请关注 https://www.facebook.com/ITU"], ""),
    )
    styles = (
        '<style:style style:name="H" style:family="paragraph"><style:text-properties fo:font-size="32pt" fo:font-weight="bold" fo:color="#8a1c1c"/></style:style>'
        '<style:style style:name="P" style:family="paragraph"><style:text-properties fo:font-size="20pt" fo:color="#222222"/></style:style>'
    )
    body = "".join(_page(number, *page) for number, page in enumerate(pages, 1))
    target = "file:///M:/EDITION/Templates/QPUBE.dotm"
    return _package(_SLIDES, styles, f"<office:presentation>{body}</office:presentation>", _meta("林婉清", "竞选演示", "zh-CN", _template(target)), ("28cm", "15.75cm"))


def _page(number: int, heading: str, points: list[str], notes: str) -> str:
    frames = [_frame(heading, "H", 1.5), *(_frame(point, "P", 5 + 2.2 * place) for place, point in enumerate(points))]
    said = f"<presentation:notes>{_frame(notes, 'P', 15, 'notes')}</presentation:notes>" if notes else ""
    return f'<draw:page draw:name="page{number}" draw:master-page-name="Standard">{"".join(frames)}{said}</draw:page>'


def _frame(words: str, style: str, top: float, kind: str = "outline") -> str:
    return (
        f'<draw:frame presentation:class="{kind}" svg:x="2cm" svg:y="{top:g}cm" svg:width="24cm" svg:height="2cm">'
        f'<draw:text-box><text:p text:style-name="{style}">{escape(words)}</text:p></draw:text-box></draw:frame>'
    )


DRAFTS = {"manifesto-es.odt": manifesto_es, "slides-zh.odp": slides_zh}
