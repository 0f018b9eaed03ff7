"""Office Open XML packages: parts, content types and relationships (ECMA-376 part 2)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import unquote

from lxml import etree

from materials_lint.containers.names import every
from materials_lint.containers.xml import parse_xml
from materials_lint.model.document import Gap, NotReadError, Reason
from materials_lint.model.source import Limits

_RESAVE = "Open the file in its own program, save it again and check that copy."


class Store(Protocol):
    """Where a package's members come from: a ZIP, or one flat XML file."""

    gaps: list[Gap]

    @property
    def names(self) -> list[str]:
        """The member names."""

    def read(self, name: str) -> bytes | None:
        """Return a member's bytes, or None where it is absent or can't be unpacked (then `gaps` says why)."""


@dataclass(frozen=True, slots=True)
class Relationship:
    """One arrow of a part: `type` is the last word of its type's address, `target` a member name, or a URL if external."""

    id: str
    type: str
    target: str
    external: bool


class Opc:
    """A package's parts. What is damaged or missing is remembered in `gaps`, once each."""

    def __init__(self, store: Store, limits: Limits) -> None:
        self._store = store
        self._limits = limits
        self._by_key = {_key(name): name for name in reversed(store.names)}
        self._trees: dict[str, etree._Element | None] = {}
        self._rels: dict[str, dict[str, Relationship]] = {}
        self._told: set[str] = set()
        self.damage: list[Gap] = []
        self.touched: set[str] = set()
        self._types = self._told_types()

    @property
    def gaps(self) -> list[Gap]:
        """All that could not be read so far."""
        return [*self._store.gaps, *self.damage]

    @property
    def parts(self) -> list[str]:
        """The member names, relationships and content types left out."""
        return [n for n in self._store.names if not n.lower().endswith(".rels") and _key(n) != "[content_types].xml"]

    def find(self, part: str) -> str | None:
        """Return the member's real name for a part's name (those compare without case), None where it is absent."""
        return self._by_key.get(_key(part))

    def data(self, part: str) -> bytes | None:
        """Return a part's bytes, None where it is absent or damaged."""
        real = self.find(part)
        if real is None:
            return None
        self.touched.add(_key(real))
        return self._store.read(real)

    def xml(self, part: str) -> etree._Element | None:
        """Return a part's root element, None where it is absent or can't be read (the gap is kept)."""
        key = _key(part)
        if key not in self._trees:
            self._trees[key] = self._parse(part)
        return self._trees[key]

    def forget(self, part: str) -> None:
        """Let go of a parsed part to save memory."""
        self._trees.pop(_key(part), None)

    def _parse(self, part: str) -> etree._Element | None:
        data = self.data(part)
        if data is None:
            return None
        try:
            return parse_xml(data, self._limits, f"The part {part}", self.damage)
        except NotReadError as error:
            self.tell(Gap(error.reason, f"{error.message} Its text was not checked. {_RESAVE}"))
            return None

    def tell(self, gap: Gap) -> None:
        """Remember what could not be read, once."""
        if gap.message not in self._told:
            self._told.add(gap.message)
            self.damage.append(gap)

    def relationships(self, part: str) -> Mapping[str, Relationship]:
        """Return a part's relationships by id ("" for those of the package)."""
        key = _key(part)
        if key not in self._rels:
            self._rels[key] = self._read_relationships(part)
        return self._rels[key]

    def related(self, part: str, *types: str) -> list[str]:
        """Return the parts of these relationship types that are there; what is missing becomes a gap."""
        found = []
        for rel in self.relationships(part).values():
            if rel.type in types and not rel.external:
                real = self.find(rel.target)
                if real is not None:
                    found.append(real)
                else:
                    self._tell_missing(part, rel)
        return list(dict.fromkeys(found))

    def _tell_missing(self, part: str, rel: Relationship) -> None:
        # Office writes "NULL" where a linked picture was lost: nothing is shown there and nothing is left to read.
        if posixpath.basename(rel.target).upper() != "NULL":
            self.tell(Gap(Reason.DAMAGED, f"The part {part or 'package'} points to {rel.target} ({rel.type}), which is missing. {_RESAVE}"))

    def _read_relationships(self, part: str) -> dict[str, Relationship]:
        folder, base = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
        found: dict[str, Relationship] = {}
        for item in every(root, "rel:Relationship"):
            rel = _relationship(item, folder)
            found.setdefault(rel.id or f"?{len(found)}", rel)
        return found

    def all_relationships(self) -> Iterator[tuple[str, Relationship]]:
        """Yield every relationship of the package with the part it starts from."""
        for real in sorted(self._by_key.values()):
            folder, base = posixpath.split(real.replace("\\", "/").lstrip("/"))
            if base.lower().endswith(".rels") and posixpath.basename(folder).lower() == "_rels":
                part = posixpath.join(posixpath.dirname(folder), base[: -len(".rels")])
                for rel in self.relationships(part).values():
                    yield part, rel

    def main_part(self, fallback: str, kind: str) -> str:
        """Return the part the package is about; `fallback` is its usual name. Raises NotReadError where it is missing."""
        pointed = next((r.target for r in self.relationships("").values() if r.type == "officeDocument" and not r.external), "")
        for candidate in (pointed, self._by_content_type(kind), fallback):
            real = self.find(candidate) if candidate else None
            if real is not None:
                return real
        raise NotReadError(Reason.DAMAGED, f"The file's main part ({pointed or fallback}) is missing, so there is no text to check. {_RESAVE}")

    def _by_content_type(self, kind: str) -> str:
        return next((name for name, told in self._types.items() if kind in told and told.endswith("main+xml")), "")

    def _told_types(self) -> dict[str, str]:
        """Return the content types of the parts that are named one by one."""
        root = self.xml("[Content_Types].xml")
        if root is None:
            self.tell(Gap(Reason.DAMAGED, f"[Content_Types].xml is missing or damaged; the parts were read by their usual names. {_RESAVE}"))
        return {_key(item.get("PartName") or ""): (item.get("ContentType") or "").lower() for item in every(root, "ct:Override")}


def _relationship(item: etree._Element, folder: str) -> Relationship:
    target = (item.get("Target") or "").strip()
    kind = (item.get("Type") or "").rstrip("/").rpartition("/")[2]
    external = (item.get("TargetMode") or "").lower() == "external" or "://" in target or target.lower().startswith(("mailto:", "tel:", "file:"))
    if not external:
        target = resolve(folder, target)
    return Relationship(item.get("Id") or "", kind, target, external)


def resolve(folder: str, target: str) -> str:
    """Return the member name that a relationship's target means, seen from `folder`."""
    path = unquote(target.partition("#")[0]).replace("\\", "/")
    joined = path if path.startswith("/") else posixpath.join("/" + folder, path)
    return posixpath.normpath(joined).lstrip("/") if path else target


def _key(part: str) -> str:
    return part.replace("\\", "/").lstrip("/").lower()
