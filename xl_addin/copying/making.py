"""One copy for one reader, out of a master that was taken apart.

The order matters: first the constants of kept rows (only then is known what this reader sees),
then names, then the fate of every formula, then everything around the cells, at last the scan for
leaks over the finished bytes. Proved in tests/xl_addin/copying/test_make_copy.py.
"""

from __future__ import annotations

from functools import cache
from xml.etree import ElementTree

from udfs.masking import mask_text
from udfs.texts import catalogue
from xl_addin.copying.book_map import BookMap
from xl_addin.copying.cell_writing import CellWriter
from xl_addin.copying.charts import drawing_xml
from xl_addin.copying.fates import Fates, FormulaWriter
from xl_addin.copying.forbidden import Forbidden
from xl_addin.copying.front_page import FORMATS, front_sheet_xml
from xl_addin.copying.leaks import find_leaks
from xl_addin.copying.masks import MaskedWords, masked_values
from xl_addin.copying.master import Master
from xl_addin.copying.names import Names, defined_names
from xl_addin.copying.notes import blocks_needed, comments_xml, vml_xml
from xl_addin.copying.package import (
    METADATA,
    Package,
    app_xml,
    core_xml,
    custom_xml,
    workbook_xml,
)
from xl_addin.copying.reference_map import ReferenceMap
from xl_addin.copying.report import Tally
from xl_addin.copying.screening import Screen
from xl_addin.copying.selection import Copy, CopyDetails, Selection
from xl_addin.copying.sheet_cells import SheetCells
from xl_addin.copying.sheet_map import SheetMap
from xl_addin.copying.sheet_writing import SheetWriter, WrittenSheet
from xl_addin.copying.sight import Sight
from xl_addin.copying.styles import theme_xml
from xl_addin.copying.table_writing import TableWriter
from xl_addin.copying.texts import MissingText, TextTable
from xl_addin.package.archive import FileRefused

_ROW_POINTS = 15.0
_COLUMN_POINTS = 48.0


def make_copy(
    master: Master, selection: Selection, details: CopyDetails, forbidden: Forbidden | None = None
) -> Copy:
    """The copy and its report; refused when a value of `forbidden` would be in it."""
    try:
        making = _Making(master, selection, details, forbidden or Forbidden())
        package = making.package()
    except (UnicodeDecodeError, ElementTree.ParseError, MissingText) as why:
        raise FileRefused("file.damaged", file=master.path.name) from why
    leaks = find_leaks(package, making.screen.forbidden, making.screen.allowed())
    if leaks:
        where = leaks[0]
        raise FileRefused("copying.leak", sheet=where.sheet or where.part, place=where.place)
    return Copy(package, making.tally.report())


class _Making:
    """The steps to one copy."""

    def __init__(
        self, master: Master, selection: Selection, details: CopyDetails, forbidden: Forbidden
    ) -> None:
        self.master, self.details = master, details
        self.tally = Tally()
        self.book = BookMap(master, selection)
        if not self.book.plans and details.front_page is None:
            raise FileRefused("copying.nothing", file=master.path.name)
        self.screen = Screen(forbidden, _known(details))
        masked = MaskedWords(masked_values(self.book))
        hides = mask_text if self.book.is_masked else None
        self.texts = TextTable(master.texts, masked if masked else None, hides)
        self.references = ReferenceMap(self.book)
        self.cells = {
            key: SheetCells(
                master, plan, CellWriter(master, plan, self.texts, self.screen, self.tally)
            )
            for key, plan in self.book.plans.items()
        }
        self.names = Names(self.references, self.screen, self.tally)
        named = {
            (n.sheet.casefold(), n.name.casefold()): n.parsed
            for n in defined_names(self.references)
        }
        sight = Sight(self.book, self.cells, named, self.screen)
        self.fates = Fates(self.references, self.cells, sight, self.screen)
        self.used_dxfs: set[int] = set()
        self.table_styles: set[str] = set()
        self.shape_block = 1

    def package(self) -> bytes:
        """All parts, packed."""
        package = Package()
        page = self.details.front_page
        titles = [plan.map.name for plan in self.book.plans.values()]
        if page is not None:
            titles.insert(0, _free_name(page.sheet, titles))
        written = self._write_sheets(package, first=len(titles) - len(self.book.plans) + 1)
        if page is not None:
            first_format = self.master.styles.cell_formats
            package.add("xl/worksheets/sheet1.xml", front_sheet_xml(page, self.texts, first_format))
        places = {title.casefold(): n for n, title in enumerate(titles)}
        names = self.names.xml(places)
        date1904 = self.master.structure.date1904
        package.add("xl/workbook.xml", workbook_xml(titles, names, date1904))
        for number in range(1, len(titles) + 1):
            target = f"xl/worksheets/sheet{number}.xml"
            package.relate("xl/workbook.xml", f"rId{number}", "worksheet", target)
        self._shared_parts(package, any(sheet.uses_dynamic for sheet in written))
        self._properties(package)
        for kind, count in self.master.left_behind.items():
            self.tally.drop(kind, count)
        return package.packed()

    def _write_sheets(self, package: Package, first: int) -> list[WrittenSheet]:
        written, tables = [], 0
        for number, (key, plan) in enumerate(self.book.plans.items(), first):
            formulas = FormulaWriter(self.cells[key], self.fates, self.details, self.tally)
            writer = SheetWriter(
                plan, self.cells[key], formulas, self.references, self.screen, self.tally
            )
            sheet = writer.write(active=number == 1)
            part = f"xl/worksheets/sheet{number}.xml"
            package.add(part, sheet.xml)
            for n, address in enumerate(sheet.links, 1):
                package.relate_outside(part, f"rIdLink{n}", address)
            for n, table in enumerate(plan.tables, 1):
                tables += 1
                self._add_table(package, part, n, tables, TableWriter(
                    table, self.references, self.screen, self.master.styles.table_style
                ))  # fmt: skip
                self.tally.rows[table.part.name] = len(table.rows)
            self._add_charts(package, part, number, sheet, plan.map)
            self._add_notes(package, part, number, sheet, writer, self.cells[key].heights)
            self.used_dxfs |= sheet.used_dxfs
            written.append(sheet)
        return written

    def _add_table(
        self, package: Package, part: str, place: int, identity: int, table: TableWriter
    ) -> None:
        target = f"xl/tables/table{identity}.xml"
        package.add(target, table.xml(identity))
        package.relate(part, f"rIdTable{place}", "table", target)
        self.used_dxfs |= table.used_dxfs
        self.table_styles.add(table.style)

    def _add_charts(
        self, package: Package, part: str, number: int, sheet: WrittenSheet, where: SheetMap
    ) -> None:
        if not sheet.charts:
            return
        drawing = f"xl/drawings/drawing{number}.xml"
        package.add(drawing, drawing_xml([frame for frame, _ in sheet.charts], where))
        package.relate(part, "rIdDrawing", "drawing", drawing)
        for n, (_, xml) in enumerate(sheet.charts, 1):
            target = f"xl/charts/chart{number}_{n}.xml"
            package.add(target, xml)
            package.relate(drawing, f"rId{n}", "chart", target)

    def _add_notes(
        self,
        package: Package,
        part: str,
        number: int,
        sheet: WrittenSheet,
        writer: SheetWriter,
        heights: dict[int, float],
    ) -> None:
        if not sheet.notes:
            return
        widths = writer.width()
        package.add(f"xl/comments{number}.xml", comments_xml(sheet.notes))
        package.add(
            f"xl/drawings/vmlDrawing{number}.vml",
            vml_xml(
                sheet.notes,
                self.shape_block,
                lambda column: max(widths.get(column, _COLUMN_POINTS), 1.0),
                lambda row: max(heights.get(row, _ROW_POINTS), 1.0),
            ),
        )
        self.shape_block += blocks_needed(sheet.notes)
        package.relate(part, "rIdNotes", "comments", f"xl/comments{number}.xml")
        package.relate(part, "rIdBoxes", "vmlDrawing", f"xl/drawings/vmlDrawing{number}.vml")

    def _shared_parts(self, package: Package, uses_dynamic: bool) -> None:
        used = set().union(*(cells.writer.used_styles for cells in self.cells.values()))
        added = FORMATS if self.details.front_page is not None else None
        styles = self.master.styles.xml(
            used, self.used_dxfs, self.table_styles, added, self.screen.finds
        )
        parts = {"styles": ("xl/styles.xml", styles)}
        if len(self.texts):
            parts["sharedStrings"] = ("xl/sharedStrings.xml", self.texts.xml())
        theme = theme_xml(self.master.theme)
        if theme is not None:
            parts["theme"] = ("xl/theme/theme1.xml", theme)
        if uses_dynamic:
            parts["sheetMetadata"] = ("xl/metadata.xml", METADATA)
        for kind, (target, xml) in parts.items():
            package.add(target, xml)
            package.relate("xl/workbook.xml", f"rId_{kind}", kind, target)

    def _properties(self, package: Package) -> None:
        details = self.details
        parts = {
            "officeDocument": ("xl/workbook.xml", None),
            "core-properties": ("docProps/core.xml", core_xml(details.title, details.created)),
            "extended-properties": ("docProps/app.xml", app_xml()),
        }
        if details.properties:
            parts["custom-properties"] = ("docProps/custom.xml", custom_xml(details.properties))
        for kind, (target, xml) in parts.items():
            if xml is not None:
                package.add(target, xml)
            package.relate("", f"rId_{kind}", kind, target)


def _known(details: CopyDetails) -> frozenset[str]:
    """Texts that are ours to say: the caller's, and those of the first page and properties."""
    page = details.front_page.texts() if details.front_page is not None else set()
    said = {details.title, *details.properties, *details.properties.values()}
    return details.known_texts | page | said | _of_catalogue()


@cache
def _of_catalogue() -> frozenset[str]:
    """Every finished sentence of the product; none of them is about a customer."""
    return frozenset(t for pair in catalogue().values() for t in pair if "{" not in t)


def _free_name(wanted: str, taken: list[str]) -> str:
    """A name for the first page that no sheet of the master has."""
    names, number = {name.casefold() for name in taken}, 2
    name = wanted
    while name.casefold() in names:
        name = f"{wanted[:26]} ({number})"
        number += 1
    return name
