"""Element and attribute names of office formats in one short form, "w:p", whatever edition's namespace a file uses.

Sources: ECMA-376 parts 1 (Strict) and 4 (Transitional), [MS-DOCX], [MS-ODRAWXML], [MS-PPTX], [MS-XLSX], and OASIS
OpenDocument 1.3 part 3.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

_OOXML = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
_MS = "http://schemas.microsoft.com/office/"
_ODF = "urn:oasis:names:tc:opendocument:xmlns:"

NAMESPACES: dict[str, tuple[str, ...]] = {
    "w": (f"{_OOXML}wordprocessingml/2006/main", f"{_STRICT}wordprocessingml/main", f"{_MS}word/2003/wordml"),
    "w14": (f"{_MS}word/2010/wordml",),
    "w15": (f"{_MS}word/2012/wordml",),
    "wp": (f"{_OOXML}drawingml/2006/wordprocessingDrawing", f"{_STRICT}drawingml/wordprocessingDrawing"),
    "wp14": (f"{_MS}word/2010/wordprocessingDrawing",),
    "wps": (f"{_MS}word/2010/wordprocessingShape",),
    "a": (f"{_OOXML}drawingml/2006/main", f"{_STRICT}drawingml/main"),
    "a14": (f"{_MS}drawing/2010/main",),
    "pic": (f"{_OOXML}drawingml/2006/picture", f"{_STRICT}drawingml/picture"),
    "c": (f"{_OOXML}drawingml/2006/chart", f"{_STRICT}drawingml/chart"),
    "cx": (f"{_MS}drawing/2014/chartex",),
    "cdr": (f"{_OOXML}drawingml/2006/chartDrawing", f"{_STRICT}drawingml/chartDrawing"),
    "dgm": (f"{_OOXML}drawingml/2006/diagram", f"{_STRICT}drawingml/diagram"),
    "dsp": (f"{_MS}drawing/2008/diagram",),
    "r": (f"{_OOXML}officeDocument/2006/relationships", f"{_STRICT}officeDocument/relationships"),
    "m": (f"{_OOXML}officeDocument/2006/math", f"{_STRICT}officeDocument/math"),
    "mc": (f"{_OOXML}markup-compatibility/2006",),
    "v": ("urn:schemas-microsoft-com:vml",),
    "o": ("urn:schemas-microsoft-com:office:office",),
    "x": ("urn:schemas-microsoft-com:office:excel",),
    "p": (f"{_OOXML}presentationml/2006/main", f"{_STRICT}presentationml/main"),
    "p14": (f"{_MS}powerpoint/2010/main",),
    "p188": (f"{_MS}powerpoint/2018/8/main",),
    "s": (f"{_OOXML}spreadsheetml/2006/main", f"{_STRICT}spreadsheetml/main"),
    "xdr": (f"{_OOXML}drawingml/2006/spreadsheetDrawing", f"{_STRICT}drawingml/spreadsheetDrawing"),
    "xtc": (f"{_MS}spreadsheetml/2018/threadedcomments",),
    "pkg": (f"{_MS}2006/xmlPackage",),
    "rel": (f"{_OOXML}package/2006/relationships",),
    "ct": (f"{_OOXML}package/2006/content-types",),
    "office": (f"{_ODF}office:1.0",),
    "text": (f"{_ODF}text:1.0",),
    "table": (f"{_ODF}table:1.0",),
    "draw": (f"{_ODF}drawing:1.0",),
    "presentation": (f"{_ODF}presentation:1.0",),
    "style": (f"{_ODF}style:1.0",),
    "fo": (f"{_ODF}xsl-fo-compatible:1.0",),
    "svg": (f"{_ODF}svg-compatible:1.0",),
    "meta": (f"{_ODF}meta:1.0",),
    "chart": (f"{_ODF}chart:1.0",),
    "form": (f"{_ODF}form:1.0",),
    "script": (f"{_ODF}script:1.0",),
    "manifest": (f"{_ODF}manifest:1.0",),
    "loext": ("urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",),
    "officeooo": ("http://openoffice.org/2009/office",),
    "xlink": ("http://www.w3.org/1999/xlink",),
    "dc": ("http://purl.org/dc/elements/1.1/",),
    "xml": ("http://www.w3.org/XML/1998/namespace",),
}
_PREFIX_OF = {uri: prefix for prefix, uris in NAMESPACES.items() for uri in uris}


@lru_cache(maxsize=4096)
def _short(tag: str) -> str:
    uri, brace, local = tag.rpartition("}")
    return f"{_PREFIX_OF.get(uri[1:], '?')}:{local}" if brace else tag


def name(element: etree._Element | None) -> str:
    """Return "w:p" for a paragraph of Word in any edition, "?:x" for a foreign namespace, "" for comments, None and the like."""
    return _short(element.tag) if element is not None and isinstance(element.tag, str) else ""


def local(element: etree._Element) -> str:
    """Return an element's name without its namespace, "" for comments and the like."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


@lru_cache(maxsize=1024)
def _full_names(short: str) -> tuple[str, ...]:
    prefix, colon, rest = short.partition(":")
    return tuple(f"{{{uri}}}{rest}" for uri in NAMESPACES[prefix]) if colon else (short,)


def attribute(element: etree._Element, short: str, default: str = "") -> str:
    """Return an attribute by its short name, "w:val" or plain "id"."""
    for full in _full_names(short):
        value = element.get(full)
        if value is not None:
            return value
    return default


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Return the first child of each short name in turn, None where one is missing."""
    for step in path:
        if element is None:
            return None
        element = _first(element, step)
    return element


def _first(element: etree._Element, short: str) -> etree._Element | None:
    for full in _full_names(short):
        found = element.find(full)
        if found is not None:
            return found
    return None


def children(element: etree._Element | None, *shorts: str) -> Iterator[etree._Element]:
    """Yield the direct children of any of these short names."""
    if element is not None:
        yield from element.iterchildren(*(full for short in shorts for full in _full_names(short)))


def every(element: etree._Element | None, *shorts: str) -> Iterator[etree._Element]:
    """Yield all descendants (and the element itself) of any of these short names, in document order."""
    if element is not None:
        yield from element.iter(*(full for short in shorts for full in _full_names(short)))


def value(element: etree._Element | None, *path: str) -> str | None:
    """Return the `w:val` of the child at `path`, "" for a child without one, None where there is no such child."""
    found = child(element, *path)
    return None if found is None else attribute(found, "w:val") or found.get("val") or ""


def text_of(element: etree._Element | None) -> str:
    """Return all character data below an element."""
    if element is None:
        return ""
    return (element.text or "") if len(element) == 0 else "".join(map(str, element.itertext()))


def switched_on(element: etree._Element | None, *path: str) -> bool | None:
    """Return whether an on/off property is on, None where it is not said."""
    said = value(element, *path)
    return None if said is None else said not in {"0", "false", "off", "none"}


def whole(text: str | None, default: int = -1) -> int:
    """Return a whole number from an attribute, `default` where it is none."""
    found = number(text)
    return default if found is None else int(found)


def number(text: str | None) -> float | None:
    """Return a number from an attribute, None where it is none."""
    try:
        found = float(text) if text else None
    except ValueError:
        return None
    return found if found is not None and abs(found) < 1e12 else None
