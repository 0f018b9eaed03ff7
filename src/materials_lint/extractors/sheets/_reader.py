"""An Excel package: one page a sheet."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from materials_lint.containers.harvest import Harvest
from materials_lint.containers.names import attribute, child, children, every, local, text_of
from materials_lint.containers.office_colours import read_theme
from materials_lint.containers.opc import Opc
from materials_lint.containers.package import Package
from materials_lint.containers.pieces import Place
from materials_lint.containers.properties import Whereabouts, embed_files, read_properties
from materials_lint.extractors.sheets._cells import SharedStrings
from materials_lint.extractors.sheets._formats import Formats
from materials_lint.extractors.sheets._sheet import Book, Sheet
from materials_lint.model.document import Concealment, Document, Gap, Page, Reason
from materials_lint.model.source import Extraction, Limits, Source

_SHEETS = ("worksheet", "chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet")


def read(source: Source, limits: Limits) -> Extraction:
    """Read a workbook. Raises NotReadError where its package or main part is beyond reading."""
    opc = Opc(Package(source, limits, "workbook"), limits)
    out = Harvest(limits)
    main = opc.find("xl/workbook.bin") or opc.main_part("xl/workbook.xml", "spreadsheetml")
    reader = _Reader(opc, out, main)
    if main.lower().endswith(".bin"):
        pages: list[Page] = []
        out.gap(Gap(Reason.UNSUPPORTED, "The cells of a binary workbook (.xlsb) are not read. Save it as .xlsx and check that copy."))
    else:
        pages = reader.pages(limits)
    read_properties(opc, out)
    embed_files(opc, out, Whereabouts({part: (page,) for part, page in reader.page_of.items()}))
    out.all_gaps(opc.gaps)
    return Extraction(Document("sheets", tuple(pages), tuple(out.metadata), tuple(out.gaps), page_count=reader.count), tuple(out.embedded))


class _Reader:
    def __init__(self, opc: Opc, out: Harvest, main: str) -> None:
        self._opc, self._out, self._main = opc, out, main
        self.page_of: dict[str, int] = {}
        self.count = 0

    def _single(self, kind: str) -> etree._Element | None:
        part = next(iter(self._opc.related(self._main, kind)), None)
        return self._opc.xml(part) if part is not None else None

    def pages(self, limits: Limits) -> list[Page]:
        """Return one page a sheet, then one without a number for what stands in no sheet."""
        root = self._opc.xml(self._main)
        people = {p.get("id") or "": p.get("displayName") or "" for p in _all(self._single("person"), "person")}
        book = Book(SharedStrings(self._single("sharedStrings")), Formats(self._single("styles"), read_theme(self._single("theme"))), people)
        sheets = self._sheets(root)
        self.count = len(sheets)
        if len(sheets) > limits.max_pages:
            self._out.gap(Gap(Reason.TOO_LARGE, f"Only the first max_pages = {limits.max_pages} of {len(sheets)} sheets were read."))
        pages = []
        for page, (part, name, hidden) in enumerate(sheets[: limits.max_pages], 1):
            place = Place(page=page, concealment=Concealment.HIDDEN_SHEET if hidden else None)
            if hidden:
                self._out.property("sheets", "hidden sheet", name)
            else:
                self._out.add(place.block(name, label="sheet name"))
            self._mark(part, page)
            sheet = self._opc.xml(part)
            if sheet is not None:
                Sheet(self._opc, part, self._out, book).read(sheet, place)
            else:
                self._out.gap(Gap(Reason.DAMAGED, f"The sheet {name!r} could not be read. Save the workbook again in Excel and check that copy.", page=page))
            self._opc.forget(part)
            pages.append(Page(page, self._out.take()))
        self._remains(root, book.shared)
        blocks = self._out.take()
        return [*pages, Page(None, blocks)] if blocks or not pages else pages

    def _mark(self, part: str, page: int) -> None:
        """Remember the page of a sheet and of the drawings it shows."""
        self.page_of[part.lower()] = page
        for drawing in self._opc.related(part, "drawing", "vmlDrawing"):
            self.page_of.setdefault(drawing.lower(), page)

    def _sheets(self, root: etree._Element | None) -> list[tuple[str, str, bool]]:
        relationships = self._opc.relationships(self._main)
        found: list[tuple[str, str, bool]] = []
        for item in every(root, "s:sheet"):
            rel = relationships.get(attribute(item, "r:id"))
            part = self._opc.find(rel.target) if rel is not None and not rel.external else None
            name = item.get("name") or ""
            if part is None:
                self._out.gap(Gap(Reason.DAMAGED, f"The sheet {name!r} is missing from the workbook. Save it again in Excel and check that copy."))
            elif part not in [p for p, _, _ in found]:
                found.append((part, name, (item.get("state") or "visible") != "visible"))
        listed = {part for part, _, _ in found}
        return found + [(part, "", True) for part in self._opc.related(self._main, *_SHEETS) if part not in listed]

    def _remains(self, root: etree._Element | None, shared: SharedStrings) -> None:
        """What no sheet shows but goes out with the file: strings of deleted cells, caches of pivot tables, names."""
        place = Place(concealment=Concealment.HIDDEN_FORMAT)
        for text in shared.unused():
            self._out.add(place.block(text, label="string that no cell shows"))
        known = set(shared.strings)
        for part in self._opc.related(self._main, "pivotCacheDefinition"):
            for item in every(self._opc.xml(part), "s:s"):
                if item.get("v") and item.get("v") not in known:
                    self._out.add(replace(place, label="pivot table's cache").block(item.get("v") or ""))
        for item in children(child(root, "s:definedNames"), "s:definedName"):
            self._out.property("defined names", item.get("name") or "", text_of(item)[:500])
        for item in _all(self._single("connections"), "dbPr", "webPr", "textPr", "connection"):
            for key in ("connection", "url", "sourceFile", "name"):
                self._out.property("connections", key, item.get(key) or "")


def _all(root: etree._Element | None, *names: str) -> list[etree._Element]:
    return [e for e in root.iter() if local(e) in names] if root is not None else []
