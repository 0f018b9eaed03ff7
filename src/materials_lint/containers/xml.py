"""XML from strangers: no entities, no DTD, no network, bounded depth."""

from __future__ import annotations

import re

from lxml import etree

from materials_lint.model.document import Gap, NotReadError, Reason
from materials_lint.model.source import Limits

# A document type that only names a public DTD is harmless (it is never loaded); one with a body can define entities.
_BARE_DOCTYPE = re.compile(rb"<!DOCTYPE[^<>\[]*>")


def parse_xml(data: bytes, limits: Limits, what: str, damage: list[Gap] | None = None) -> etree._Element:
    """Parse `data` and return its root; a damaged part is recovered from where lxml can.

    What had to be recovered is added to `damage` as a gap, where such a list is given. Raises NotReadError where there is
    a document type with entities, the nesting is deeper than max_xml_depth, or nothing can be parsed.
    """
    if b"<!ENTITY" in data or b"<!DOCTYPE" in _BARE_DOCTYPE.sub(b"", data[:65536], count=1):
        raise _entities(what)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=True, recover=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise NotReadError(Reason.DAMAGED, f"{what} is damaged ({error.msg}).") from error
    except ValueError as error:
        raise NotReadError(Reason.DAMAGED, f"{what} is damaged ({error}).") from error
    if root is None:
        raise NotReadError(Reason.DAMAGED, f"{what} is damaged: it holds no XML.")
    _refuse_entities(root, what)
    _refuse_depth(root, limits, what)
    if damage is not None:
        damage.extend(_recovered(parser, what))
    return root


def _entities(what: str) -> NotReadError:
    return NotReadError(Reason.UNSUPPORTED, f"{what} declares a document type or entities, which are never expanded. Remove the declaration.")


def _refuse_entities(root: etree._Element, what: str) -> None:
    """Catch what the search for bytes misses in UTF-16 and other encodings."""
    if any(True for _ in root.iter(etree.Entity)):
        raise _entities(what)


def _recovered(parser: etree.XMLParser, what: str) -> list[Gap]:
    worst = next((entry for entry in parser.error_log if entry.level >= etree.ErrorLevels.ERROR), None)
    if worst is None:
        return []
    told = f"{what} is damaged ({worst.message.strip()}, line {worst.line}); only what could be recovered was read."
    return [Gap(Reason.DAMAGED, f"{told} Open the file in its own program, save it again and check that copy.")]


def _refuse_depth(root: etree._Element, limits: Limits, what: str) -> None:
    if root.xpath(f"boolean({'/*' * (limits.max_xml_depth + 1)})"):
        raise NotReadError(Reason.TOO_LARGE, f"{what} is nested deeper than max_xml_depth = {limits.max_xml_depth}.")
