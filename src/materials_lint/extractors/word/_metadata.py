"""What Word keeps beside the text: the attached template, variables, who changed what."""

from __future__ import annotations

from lxml import etree

from materials_lint.containers.harvest import Harvest
from materials_lint.containers.names import attribute, child, children, every


def read_settings(settings: etree._Element | None, out: Harvest) -> None:
    """Add document variables and mail merge sources (the attached template is a relationship)."""
    for variable in children(child(settings, "w:docVars"), "w:docVar"):
        out.property("document variables", attribute(variable, "w:name"), attribute(variable, "w:val"))
    merge = child(settings, "w:mailMerge")
    for key in ("w:connectString", "w:query", "w:mailSubject", "w:addressFieldName"):
        found = child(merge, key)
        if found is not None:
            out.property("mail merge", key.partition(":")[2], attribute(found, "w:val"))


def read_authors(root: etree._Element, group: str, out: Harvest) -> None:
    """Add the authors of revisions or comments."""
    found = root.xpath("//@*[local-name()='author']")
    for author in dict.fromkeys(map(str, found)) if isinstance(found, list) else ():
        out.property(group, "author", author)


def read_picture_names(root: etree._Element, out: Harvest) -> None:
    """Add the file names that inserted pictures came from."""
    for element in every(root, "pic:cNvPr", "wp:docPr"):
        said = element.get("name") or ""
        if "." in said and not said.endswith("."):
            out.property("pictures", "name", said)


def list_labels(numbering: etree._Element | None) -> list[str]:
    """Return the words of list labels, which are shown but stand outside the text ("%1" marks are no words)."""
    found = []
    for label in every(numbering, "w:lvlText"):
        words = attribute(label, "w:val")
        plain = "".join(c for c in words if c.isalpha())
        if len(plain) >= 3:
            found.append(words)
    return list(dict.fromkeys(found))
