"""Pictures drawn here, with what cameras and drawing programs write into them."""

from __future__ import annotations

import io
from collections.abc import Mapping
from xml.sax.saxutils import escape

from PIL import Image, ImageDraw, ImageFont
from PIL.ExifTags import Base
from PIL.PngImagePlugin import PngInfo

_XMP = (
    '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"'
    ' xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">'
    '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>{creator}</rdf:li></rdf:Seq></dc:creator>'
    '<xmp:CreatorTool>{tool}</xmp:CreatorTool><Iptc4xmpCore:CreatorContactInfo rdf:parseType="Resource"><Iptc4xmpCore:CiEmailWork>{mail}</Iptc4xmpCore:CiEmailWork>'
    '</Iptc4xmpCore:CreatorContactInfo></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
)


def _xmp(title: str, creator: str, mail: str, tool: str = "Drawing Desk 5") -> bytes:
    return _XMP.format(title=escape(title), creator=escape(creator), mail=escape(mail), tool=escape(tool)).encode()


def _exif(values: Mapping[Base, str]) -> Image.Exif:
    exif = Image.Exif()
    for tag, value in values.items():
        exif[tag] = value
    return exif


def _poster(ground: str, shape: str, lines: list[str]) -> Image.Image:
    picture = Image.new("RGB", (360, 480), ground)
    pen = ImageDraw.Draw(picture)
    pen.ellipse((200, 40, 320, 160), fill=shape)
    pen.polygon([(0, 480), (0, 330), (180, 270), (360, 360), (360, 480)], fill=shape)
    for number, words in enumerate(lines):
        pen.text((30, 190 + 34 * number), words, fill="#222222", font=ImageFont.load_default(24))
    return picture


def poster_zh() -> bytes:
    """A poster saved on one of the Union's computers, with an office address in its properties."""
    exif = _exif({Base.ImageDescription: "Campaign poster, third proof", Base.HostComputer: "ITU50000317", Base.DateTime: "2026:03:02 09:00:00"})
    buffer = io.BytesIO()
    _poster("#FAF3EA", "#C96F4A", ["LIN WANQING", "2027-2030"]).save(buffer, "JPEG", quality=80, exif=exif, xmp=_xmp("竞选海报", "林婉清", "lin.wanqing@itu.int"))
    return buffer.getvalue()


def card_en() -> bytes:
    """A clean card: a private address and a studio's name in its properties."""
    info = PngInfo()
    info.add_itxt("XML:com.adobe.xmp", _xmp("Card", "Studio Larkspur", "team@okaforvale.example").decode())
    info.add_text("Author", "Studio Larkspur")
    buffer = io.BytesIO()
    picture = _poster("#FFF8E7", "#F2C14E", ["Ingrid Okafor-Vale", "Talk to me"])
    picture.save(buffer, "PNG", optimize=True, pnginfo=info, exif=_exif({Base.Artist: "Freya Okafor", Base.Software: "Drawing Desk 5"}))
    return buffer.getvalue()


def leaflet_ru() -> bytes:
    """A clean leaflet: a private address in its properties (the drawing font has Latin letters only)."""
    buffer = io.BytesIO()
    picture = _poster("#EAF1EC", "#5B8C6E", ["ELENA SORINA", "Velmora 2026"])
    picture.save(buffer, "WEBP", lossless=True, exif=_exif({Base.Artist: "Mira Velikova"}), xmp=_xmp("Листовка", "Мира Великова", "elena@sorina2026.example"))
    return buffer.getvalue()


DRAFTS = {"poster-zh.jpg": poster_zh, "card-en.png": card_en, "leaflet-ru.webp": leaflet_ru}
