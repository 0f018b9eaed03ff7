"""Comments on slides, the old kind and the threaded one ([MS-PPTX] 2.6.3)."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from materials_lint.containers.drawing import paragraph_text
from materials_lint.containers.harvest import Harvest
from materials_lint.containers.names import children, every, local, text_of
from materials_lint.containers.opc import Opc
from materials_lint.model.document import Origin, Part, TextBlock


def authors(opc: Opc, main: str) -> Mapping[str, str]:
    """Return the names of those who comment, by their number or id."""
    found: dict[str, str] = {}
    for part in opc.related(main, "commentAuthors", "authors"):
        root = opc.xml(part)
        for item in root.iter() if root is not None else ():
            if local(item) in {"cmAuthor", "author"}:
                found[item.get("id") or ""] = item.get("name") or ""
    return found


def read(opc: Opc, slide: str, page: int, names: Mapping[str, str], out: Harvest) -> None:
    """Add the comments on one slide."""
    for part in opc.related(slide, "comments", "comment"):
        root = opc.xml(part)
        for item in root.iter() if root is not None else ():
            if local(item) in {"cm", "reply"}:
                author = names.get(item.get("authorId") or "", "")
                for text in _words(item):
                    out.add(TextBlock(text, Origin.COMMENT, Part.COMMENT, page, label=author))


def _words(comment: etree._Element) -> list[str]:
    found = [text_of(t) for t in children(comment, "p:text")]
    for body in children(comment, "p188:txBody"):
        found += [paragraph_text(p) for p in every(body, "a:p")]
    return found
