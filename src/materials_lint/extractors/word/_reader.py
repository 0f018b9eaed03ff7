"""A Word package, part by part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from materials_lint.containers.flat_opc import FlatPackage
from materials_lint.containers.harvest import Harvest
from materials_lint.containers.names import attribute, child, children, switched_on
from materials_lint.containers.office_colours import UNKNOWN, WHITE, Theme, from_hex, read_theme
from materials_lint.containers.opc import Opc
from materials_lint.containers.package import Package
from materials_lint.containers.pieces import Place
from materials_lint.containers.properties import Whereabouts, embed_files, read_properties
from materials_lint.extractors.word import _metadata, _sections
from materials_lint.extractors.word._fills import Backdrop
from materials_lint.extractors.word._looks import Looks
from materials_lint.extractors.word._walk import Walk
from materials_lint.model.document import Concealment, Document, Origin, Page, Part, TextBlock
from materials_lint.model.geometry import Unit
from materials_lint.model.source import Extraction, Limits, Source


def read(source: Source, limits: Limits) -> Extraction:
    """Read a Word file. Raises NotReadError where its package or main part is beyond reading."""
    store = Package(source, limits, "Word file") if source.data.startswith(b"PK") else FlatPackage(source.data, limits)
    opc = Opc(store, limits)
    out = Harvest(limits)
    main = opc.main_part("word/document.xml", "wordprocessingml")
    root = opc.xml(main)
    size = (None, None) if root is None else _Reader(opc, main, root, out).read()
    read_properties(opc, out)
    embed_files(opc, out, Whereabouts(kinds=_running(opc, main)))
    _leftover_links(opc, out)
    out.all_gaps(opc.gaps)
    page = Page(None, out.take(), (), *size)
    return Extraction(Document("word", (page,), tuple(out.metadata), tuple(out.gaps), Unit.POINT), tuple(out.embedded))


def _running(opc: Opc, main: str) -> dict[str, Part]:
    """Return the parts that are headers and footers."""
    kinds = {"header": Part.HEADER, "footer": Part.FOOTER}
    return {part.lower(): kind for name, kind in kinds.items() for part in opc.related(main, name)}


class _Reader:
    def __init__(self, opc: Opc, main: str, root: etree._Element, out: Harvest) -> None:
        self._opc, self._main, self._root, self._out = opc, main, root, out
        self._settings = self._single("settings")
        self._theme = self._read_theme()
        self._looks = Looks(self._single("styles"), self._theme)
        self._commented: dict[str, str] = {}
        self._shown: set[str] = set()

    def _single(self, kind: str) -> etree._Element | None:
        part = next(iter(self._opc.related(self._main, kind)), None)
        return self._opc.xml(part) if part is not None else None

    def _read_theme(self) -> Theme:
        theme = dict(read_theme(self._single("theme")))
        mapping = child(self._settings, "w:clrSchemeMapping")
        if mapping is not None:
            short = {"light1": "lt1", "dark1": "dk1", "light2": "lt2", "dark2": "dk2"}
            for word, slot in (("bg1", "lt1"), ("t1", "dk1"), ("bg2", "lt2"), ("t2", "dk2")):
                wanted = short.get(attribute(mapping, f"w:{word}"), slot)
                theme[f"text{word[1]}" if word[0] == "t" else f"background{word[2]}"] = read_theme(self._single("theme")).get(wanted, WHITE)
        return theme

    def read(self) -> tuple[float | None, float | None]:
        """Add all text in reading order: headers, body, notes, footers, comments; return the page's size in points."""
        margins = _sections.margins(self._opc, self._main, self._root, self._settings)
        ground = self._ground([m.part for m in margins if m.shown])
        body_place = Place(ground=ground)
        for margin in (m for m in margins if m.is_header):
            self._margin(margin)
        _metadata.read_settings(self._settings, self._out)
        self._part(self._main, self._root, body_place)
        for words in _metadata.list_labels(self._single("numbering")):
            self._out.add(body_place.block(words, label="list label"))
        for kind in ("footnotes", "endnotes"):
            for part in self._opc.related(self._main, kind):
                self._part(part, self._opc.xml(part), Place(Part.NOTE, Origin.NOTE, ground, label=kind.removesuffix("s")))
        for margin in (m for m in margins if not m.is_header):
            self._margin(margin)
        self._comments(ground)
        return _sections.page_size(self._root)

    def _ground(self, headers: list[str]) -> tuple[int, int, int]:
        """The page's colour; UNKNOWN where a large picture or shape lies behind the text."""
        page = WHITE
        background = child(self._root, "w:background")
        if background is not None and switched_on(self._settings, "w:displayBackgroundShape"):
            page = from_hex(attribute(background, "w:color")) or UNKNOWN
        for root in (self._root, *(self._opc.xml(part) for part in headers)):
            if root is not None and Backdrop(root, self._theme).behind_text:
                return UNKNOWN
        return page

    def _part(self, part: str, root: etree._Element | None, place: Place) -> None:
        if root is None:
            return
        walk = Walk(self._opc, part, self._looks, self._out)
        walk.read(root, place)
        self._commented |= walk.commented
        _metadata.read_authors(root, "revisions", self._out)
        _metadata.read_picture_names(root, self._out)

    def _margin(self, margin: _sections.Margin) -> None:
        part, origin = (Part.HEADER, Origin.HEADER) if margin.is_header else (Part.FOOTER, Origin.FOOTER)
        place = Place(part, origin, label=margin.label)
        if not margin.shown:
            place = replace(place, concealment=Concealment.HIDDEN_FORMAT)
        before = len(self._out.blocks)
        self._part(margin.part, self._opc.xml(margin.part), place)
        if margin.shown:
            self._shown |= {block.text.strip() for block in self._out.blocks[before:]}
        else:
            # Word keeps copies of a header for pages that do not exist; only what they alone say is hidden.
            self._out.blocks[before:] = [b for b in self._out.blocks[before:] if b.text.strip() not in self._shown]

    def _comments(self, ground: tuple[int, int, int]) -> None:
        for part in self._opc.related(self._main, "comments"):
            root = self._opc.xml(part)
            if root is None:
                continue
            _metadata.read_authors(root, "comments", self._out)
            for comment in children(root, "w:comment"):
                context = self._commented.get(attribute(comment, "w:id"), "")
                place = Place(Part.COMMENT, Origin.COMMENT, ground, label=attribute(comment, "w:author"), context=context)
                Walk(self._opc, part, self._looks, self._out).read(comment, place)


def _leftover_links(opc: Opc, out: Harvest) -> None:
    """Targets that no text points to any more still go out with the file."""
    said = {block.text.partition("#")[0] for block in out.blocks if block.origin is Origin.LINK_TARGET}
    for target in _link_targets(opc):
        if target.partition("#")[0] not in said:
            out.add(TextBlock(target, Origin.LINK_TARGET, Part.BODY, label="link without words"))


def _link_targets(opc: Opc) -> Iterator[str]:
    seen: set[str] = set()
    for _, rel in opc.all_relationships():
        if rel.type == "hyperlink" and rel.external and rel.target not in seen:
            seen.add(rel.target)
            yield rel.target
