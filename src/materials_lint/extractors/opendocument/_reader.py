"""An OpenDocument file: its content, its page styles, what it says of itself."""

from __future__ import annotations

import base64
import binascii
from dataclasses import replace

from lxml import etree

from materials_lint.containers.harvest import Harvest
from materials_lint.containers.names import attribute, child, children, every, local, name, text_of
from materials_lint.containers.office_colours import UNKNOWN
from materials_lint.containers.package import Package
from materials_lint.containers.pieces import Place
from materials_lint.containers.xml import parse_xml
from materials_lint.extractors.opendocument._styles import Styles, page_size
from materials_lint.extractors.opendocument._walk import Walk
from materials_lint.model.document import Concealment, Document, Gap, NotReadError, Origin, Page, Part, Reason
from materials_lint.model.geometry import Box, Unit
from materials_lint.model.source import Extraction, Limits, Role, Source

_RESAVE = "Open the file in its own program, save it again and check that copy."
_MARGINS = {
    "style:header": (Part.HEADER, Origin.HEADER, ""),
    "style:header-left": (Part.HEADER, Origin.HEADER, "even pages"),
    "style:header-first": (Part.HEADER, Origin.HEADER, "first page"),
    "style:footer": (Part.FOOTER, Origin.FOOTER, ""),
    "style:footer-left": (Part.FOOTER, Origin.FOOTER, "even pages"),
    "style:footer-first": (Part.FOOTER, Origin.FOOTER, "first page"),
}
_PICTURES = ("pictures/", "objectreplacements/", "thumbnails/", "media/")


def read(source: Source, limits: Limits) -> Extraction:
    """Read an OpenDocument file. Raises NotReadError where it is encrypted, damaged beyond listing, or has no content."""
    out = Harvest(limits)
    if source.data.startswith(b"PK"):
        package = Package(source, limits, "OpenDocument file")
        _refuse_encrypted(package)
        roots = {part: _parse(package, part, limits, out) for part in ("content.xml", "styles.xml", "meta.xml")}
        if "content.xml" not in package:
            raise NotReadError(Reason.DAMAGED, f"The file's content (content.xml) is missing, so there is no text to check. {_RESAVE}")
        pages = _Reader(roots["content.xml"], roots["styles.xml"], out, limits).pages()
        pages += _objects(package, limits, out)
        _properties(roots["meta.xml"], out)
        _embed(package, out)
        out.all_gaps(package.gaps)
    else:
        root = parse_xml(source.data, limits, "The file", out.gaps)
        pages = _Reader(root, root, out, limits).pages()
        _properties(root, out)
        _inline_pictures(root, out)
    return Extraction(Document("opendocument", tuple(pages), tuple(out.metadata), tuple(out.gaps), Unit.POINT), tuple(out.embedded))


def _refuse_encrypted(package: Package) -> None:
    manifest = package.read("META-INF/manifest.xml") or b""
    if b"encryption-data" in manifest or "encrypted-package" in package:
        raise NotReadError(Reason.ENCRYPTED, "The file is locked with a password. Save a copy without the password and check that.")


def _parse(package: Package, part: str, limits: Limits, out: Harvest) -> etree._Element | None:
    data = package.read(part)
    if data is None:
        return None
    try:
        return parse_xml(data, limits, f"The part {part}", out.gaps)
    except NotReadError as error:
        out.gap(Gap(error.reason, f"{error.message} Its text was not checked. {_RESAVE}"))
        return None


class _Reader:
    def __init__(self, content: etree._Element | None, styles: etree._Element | None, out: Harvest, limits: Limits) -> None:
        self._content, self._style_root, self._out, self._limits = content, styles, out, limits
        self._styles = Styles(styles, content) if styles is not content else Styles(content)
        self._size = page_size(styles)

    def pages(self) -> list[Page]:
        """Return one page a slide or sheet; a text document is one page without a number."""
        body = child(self._content, "office:body")
        inner = next((c for c in body if isinstance(c.tag, str)), None) if body is not None else None
        kind = name(inner) if inner is not None else ""
        self._script_properties()
        if inner is not None and kind in {"office:presentation", "office:drawing"}:
            return self._numbered(inner, "draw:page")
        if inner is not None and kind == "office:spreadsheet":
            return self._numbered(inner, "table:table")
        self._margins(header=True)
        if inner is not None:
            Walk(self._styles, self._out).blocks(inner, Place(ground=self._ground()))
        self._margins(header=False)
        return [Page(None, self._out.take(), (), *self._size)]

    def _ground(self) -> tuple[int, int, int]:
        """White, unless a page style has a colour or picture of its own."""
        for item in every(self._style_root, "style:page-layout-properties"):
            if attribute(item, "fo:background-color", "transparent") != "transparent" or attribute(item, "draw:fill", "none") != "none":
                return UNKNOWN
        return (255, 255, 255)

    def _numbered(self, body: etree._Element, kind: str) -> list[Page]:
        slides = kind == "draw:page"
        found = list(children(body, kind))
        if len(found) > self._limits.max_pages:
            self._out.gap(Gap(Reason.TOO_LARGE, f"Only the first max_pages = {self._limits.max_pages} of {len(found)} pages were read."))
        width, height = self._size
        box = Box(0, 0, width, height) if slides and width and height else None
        pages = []
        for page, element in enumerate(found[: self._limits.max_pages], 1):
            place = Place(page=page, ground=UNKNOWN if slides else (255, 255, 255))
            if slides and self._styles.look("drawing-page", attribute(element, "draw:style-name")).gone:
                place = replace(place, concealment=Concealment.HIDDEN_SHEET)
            self._name(element, place)
            walk = Walk(self._styles, self._out, box)
            walk.blocks(element, place) if slides else walk.sheet(element, place)
            pages.append(Page(page, self._out.take(), (), width if slides else None, height if slides else None))
        rest = Walk(self._styles, self._out)
        for element in body:
            if name(element) not in {kind, ""}:
                rest.loose(element, Place(ground=UNKNOWN))
        self._margins(header=True)
        self._margins(header=False)
        self._masters()
        blocks = self._out.take()
        return [*pages, Page(None, blocks)] if blocks or not pages else pages

    def _name(self, element: etree._Element, place: Place) -> None:
        said = attribute(element, "table:name") or attribute(element, "draw:name")
        if place.concealment or self._styles.look("table", attribute(element, "table:style-name")).gone:
            self._out.property("pages", "hidden page", said)
        else:
            self._out.add(place.block(said, label="page name"))

    def _margins(self, *, header: bool) -> None:
        for master in every(self._style_root, "style:master-page"):
            for item in master:
                if name(item) in _MARGINS and (_MARGINS[name(item)][0] is Part.HEADER) is header:
                    part, origin, label = _MARGINS[name(item)]
                    place = Place(part, origin, label=label)
                    if attribute(item, "style:display") == "false":
                        place = replace(place, concealment=Concealment.HIDDEN_FORMAT)
                    Walk(self._styles, self._out).blocks(item, place)

    def _masters(self) -> None:
        for master in every(self._style_root, "style:master-page"):
            place = Place(Part.MASTER, ground=UNKNOWN, label=f"master {attribute(master, 'style:name')}")
            for item in master:
                if name(item).startswith(("draw:", "presentation:")):
                    Walk(self._styles, self._out).loose(item, place)

    def _script_properties(self) -> None:
        for listener in every(self._content, "script:event-listener"):
            self._out.property("macros", "event listener", attribute(listener, "xlink:href"))
        for field in every(self._content, "text:user-field-decl", "text:variable-decl"):
            self._out.property("variables", attribute(field, "text:name"), attribute(field, "office:string-value"))


def _objects(package: Package, limits: Limits, out: Harvest) -> list[Page]:
    """Charts and other documents inside: their text, on a page without a number."""
    for part in package.names:
        if part.endswith("/content.xml") and not part.startswith(("META-INF", "Configurations")):
            root = _parse(package, part, limits, out)
            body = child(root, "office:body")
            if root is not None and body is not None:
                Walk(Styles(root), out).blocks(body, Place(ground=UNKNOWN, label=f"object {part.rpartition('/')[0]}"))
    blocks = out.take()
    return [Page(None, blocks)] if blocks else []


def _properties(root: etree._Element | None, out: Harvest) -> None:
    for meta in every(root, "office:meta"):
        for item in meta:
            kind = name(item)
            if kind == "meta:user-defined":
                out.property("meta.xml", attribute(item, "meta:name"), text_of(item))
            elif kind == "meta:document-statistic":
                continue
            elif kind:
                out.property("meta.xml", local(item), text_of(item))
                for key in ("xlink:href", "xlink:title"):
                    out.property("meta.xml", f"{local(item)} {key.partition(':')[2]}", attribute(item, key))


def _embed(package: Package, out: Harvest) -> None:
    for part in package.names:
        low = part.lower()
        if low.startswith(_PICTURES) or "/pictures/" in low:
            out.embed(part, package.read(part), Role.PICTURE)
        elif low.startswith(("basic/", "scripts/")) and low.endswith((".xml", ".py", ".js", ".bsh")):
            out.property("macros", "member", part)
        elif low.startswith("object") and "/" not in part:
            out.embed(part, package.read(part), Role.OBJECT)


def _inline_pictures(root: etree._Element, out: Harvest) -> None:
    for number, data in enumerate(every(root, "office:binary-data"), 1):
        try:
            decoded = base64.b64decode(text_of(data))
        except (binascii.Error, ValueError):
            out.gap(Gap(Reason.DAMAGED, f"Picture {number} of the file is damaged and was not examined. {_RESAVE}"))
            continue
        holder = data.getparent()
        out.embed(f"binary-data {number}", decoded, Role.PICTURE if name(holder) in {"draw:image", "draw:fill-image", "style:background-image"} else Role.OBJECT)
