"""A whole Office package written as one XML file ("Flat OPC", what Word saves as "Word XML Document")."""

from __future__ import annotations

import base64
import binascii

from lxml import etree

from materials_lint.containers.names import attribute, child, children
from materials_lint.containers.xml import parse_xml
from materials_lint.model.document import Gap, NotReadError, Reason
from materials_lint.model.source import MIB, Limits


class FlatPackage:
    """The parts of a flat package by name, as `Package` has those of a ZIP."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        """Parse the file. Raises NotReadError where it can't be parsed or is too large."""
        if len(data) > limits.max_unpacked_mib * MIB:
            raise NotReadError(Reason.TOO_LARGE, f"The file is larger than max_unpacked_mib = {limits.max_unpacked_mib} MiB.")
        self.gaps: list[Gap] = []
        root = parse_xml(data, limits, "The file", self.gaps)
        self._parts: dict[str, bytes] = {}
        types: list[str] = []
        for part in children(root, "pkg:part"):
            name = attribute(part, "pkg:name")
            self._parts.setdefault(name.lstrip("/"), self._content(part, name))
            types.append(_override(name, attribute(part, "pkg:contentType")))
        said = f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{"".join(types)}</Types>'
        self._parts["[Content_Types].xml"] = said.encode()

    @property
    def names(self) -> list[str]:
        """The parts' names in the order of the file."""
        return list(self._parts)

    def read(self, name: str) -> bytes | None:
        """Return a part's bytes, None where it is absent."""
        return self._parts.get(name)

    def _content(self, part: etree._Element, name: str) -> bytes:
        xml = child(part, "pkg:xmlData")
        inner = next((c for c in xml if isinstance(c.tag, str)), None) if xml is not None else None
        if inner is not None:
            return etree.tostring(inner, encoding="utf-8", with_tail=False)
        binary = child(part, "pkg:binaryData")
        try:
            return base64.b64decode((binary.text or "") if binary is not None else "")
        except (binascii.Error, ValueError):
            self.gaps.append(Gap(Reason.DAMAGED, f"The part {name} is damaged and was not read."))
            return b""


def _override(name: str, content_type: str) -> str:
    element = etree.Element("Override", PartName=name, ContentType=content_type)
    return etree.tostring(element, encoding="unicode")
