"""The properties that an Office package carries about itself: core, app, custom, themes, authors, links to the outside."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from materials_lint.containers.harvest import Harvest
from materials_lint.containers.names import every, local, text_of
from materials_lint.containers.opc import Opc
from materials_lint.model.document import Gap, Part, Reason
from materials_lint.model.geometry import Box
from materials_lint.model.source import Role

_LONGEST = 2000
# What SharePoint's schemas and form templates say of themselves is nobody's data.
_NOT_DATA = {"documentation", "element", "Display", "Edit", "New"}
_SHOWN_ELSEWHERE = {"hyperlink"}
_MAGIC = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\xd0\xcf\x11\xe0", b"RIFF", b"II*\0", b"MM\0*", b"{\\rtf")
_OBJECTS = {"oleObject": Role.OBJECT, "package": Role.OBJECT, "aFChunk": Role.OBJECT, "image": Role.PICTURE, "thumbnail": Role.PICTURE, "hdphoto": Role.PICTURE}


def read_properties(opc: Opc, out: Harvest) -> None:
    """Gather what the package says of itself; each property's group is the part it stands in."""
    for _part, rel in opc.all_relationships():
        if rel.external:
            if rel.type not in _SHOWN_ELSEWHERE:
                out.property("relationships", rel.type, rel.target)
        elif rel.type in _READERS:
            _READERS[rel.type](opc, rel.target, out)
    _usual_places(opc, out)


def _macros(_opc: Opc, part: str, out: Harvest) -> None:
    out.property(part.rpartition("/")[2], "macros", "present")


def _media(opc: Opc, part: str, out: Harvest) -> None:
    if opc.find(part):
        out.gap(Gap(Reason.UNSUPPORTED, f"A film or sound ({part}) was not examined. Play it and check it yourself."))


def _usual_places(opc: Opc, out: Harvest) -> None:
    """Properties stay in the file even where nothing points to them."""
    for part in opc.parts:
        low = part.lower()
        if low in {"docprops/core.xml", "docprops/app.xml"}:
            _leaves(opc, part, out)
        elif low == "docprops/custom.xml":
            _custom(opc, part, out)
        elif low.rpartition("/")[2] == "vbaproject.bin":
            _macros(opc, part, out)


def _group(part: str) -> str:
    return part.lstrip("/")


def _leaves(opc: Opc, part: str, out: Harvest) -> None:
    """One property a child; lists of strings (the titles of parts, say) one an entry."""
    root = opc.xml(part)
    for item in root if root is not None else ():
        if not isinstance(item.tag, str):
            continue
        leaves = [leaf for leaf in item.iter() if isinstance(leaf.tag, str) and len(leaf) == 0]
        for leaf in leaves:
            out.property(_group(part), local(item), (leaf.text or "")[:_LONGEST])


def _custom(opc: Opc, part: str, out: Harvest) -> None:
    root = opc.xml(part)
    for item in root if root is not None else ():
        if local(item) == "property":
            out.property(_group(part), item.get("name") or "", text_of(item)[:_LONGEST])


def _theme(opc: Opc, part: str, out: Harvest) -> None:
    root = opc.xml(part)
    if root is not None:
        out.property(_group(part), "name", root.get("name") or "")


def _custom_xml(opc: Opc, part: str, out: Harvest) -> None:
    """Data beside the document (SharePoint's content type, cover pages' addresses), as leaves of its XML."""
    for element in every_element(opc.xml(part)):
        for key, said in element.attrib.items():
            if str(key).rpartition("}")[2].lower() == "contenttypeid":
                out.property("customXml", "ContentTypeId", str(said))
        if len(element) == 0 and (element.text or "").strip() and local(element) not in _NOT_DATA:
            out.property("customXml", local(element), (element.text or "")[:_LONGEST])


def every_element(root: etree._Element | None) -> list[etree._Element]:
    """Return all elements below a root, comments and the like left out."""
    return [] if root is None else [e for e in root.iter() if isinstance(e.tag, str)]


def _printer(opc: Opc, part: str, out: Harvest) -> None:
    """A DEVMODE structure begins with the printer's name: 32 UTF-16 units, ended by a zero ([MS-RPRN] 2.2.2.1)."""
    head = (opc.data(part) or b"")[:64]
    device = head.decode("utf-16-le", errors="replace").partition("\0")[0]
    if device and device.isprintable():
        out.property(_group(part), "device", device)


def _tags(opc: Opc, part: str, out: Harvest) -> None:
    for tag in every(opc.xml(part), "p:tag"):
        out.property(_group(part), tag.get("name") or "tag", (tag.get("val") or "")[:_LONGEST])


def _people(opc: Opc, part: str, out: Harvest) -> None:
    """Authors of comments and revisions, with the account they signed in with."""
    for element in every_element(opc.xml(part)):
        for key, said in element.attrib.items():
            if str(key).rpartition("}")[2] in {"author", "name", "displayName", "userId"}:
                out.property(_group(part), str(key).rpartition("}")[2], str(said))


_READERS: dict[str, Callable[[Opc, str, Harvest], None]] = {
    "core-properties": _leaves,
    "extended-properties": _leaves,
    "extendedProperties": _leaves,
    "custom-properties": _custom,
    "customProperties": _custom,
    "theme": _theme,
    "customXml": _custom_xml,
    "printerSettings": _printer,
    "tags": _tags,
    "vbaProject": _macros,
    "person": _people,
    "people": _people,
    "commentAuthors": _people,
    "authors": _people,
    "video": _media,
    "audio": _media,
    "media": _media,
}


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where the parts of a package show up, all names in lower case.

    `pages` tells the pages that show a part, `kinds` what it is of the document (a header, a master), `boxes` the place of a
    picture by that part and its own name, `skip` the parts whose pictures are left out.
    """

    pages: Mapping[str, Sequence[int]] = field(default_factory=dict)
    kinds: Mapping[str, Part] = field(default_factory=dict)
    boxes: Mapping[tuple[str, str], Box] = field(default_factory=dict)
    skip: Container[str] = ()


def embed_files(opc: Opc, out: Harvest, where: Whereabouts | None = None) -> None:
    """Hand back pictures, objects and inserted documents, each once, with the pages that show it."""
    where = where or Whereabouts()
    every_one = list(opc.all_relationships())
    for part, rel in sorted(every_one, key=lambda item: _first_page(item[0], where)):
        role = _OBJECTS.get(rel.type)
        if role is None or rel.external or part.lower() in where.skip:
            continue
        real = opc.find(rel.target)
        if real is None:
            opc.related(part, rel.type)
        else:
            first, *others = where.pages.get(part.lower()) or (None,)
            box = where.boxes.get((part.lower(), real.lower()))
            out.embed(real, opc.data(real), role, first, box, part=where.kinds.get(part.lower()), also_on=[page for page in others if page is not None])
    _orphans(opc, out, {rel.target.lower() for _, rel in every_one})


def _first_page(part: str, where: Whereabouts) -> tuple[bool, int]:
    """Parts of the body come first, by their pages, so that what they share with a master is told of them."""
    return part.lower() in where.kinds, min(where.pages.get(part.lower()) or (1 << 30,))


def _orphans(opc: Opc, out: Harvest, pointed: set[str]) -> None:
    """Members that nothing points to still go out with the file."""
    for part in opc.parts:
        if part.lower().lstrip("/") in pointed or re.search(r"\.(xml|rels|vml|bin|psmdcp)$", part.lower()):
            continue
        data = opc.data(part)
        if data and data.startswith(_MAGIC):
            out.embed(part, data, Role.OBJECT)
