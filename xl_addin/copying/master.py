"""The master, taken apart once so that each copy costs about as much as its own rows.

Holds the visible sheets as raw rows, everything around the rows as parsed XML, and the parts a
copy is made of; whatever else is in the package is counted and never read.
Proved in tests/xl_addin/copying/test_make_copy.py.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from xl_addin.copying.cell_reading import FormulaCache, array_areas, shared_formulas
from xl_addin.copying.charts import ChartFrame, read_charts
from xl_addin.copying.left_behind import count_parts
from xl_addin.copying.notes import Note, read_notes
from xl_addin.copying.relations import Relations
from xl_addin.copying.styles import MasterStyles
from xl_addin.copying.texts import SharedTexts
from xl_addin.copying.xml_writing import child, children
from xl_addin.package.archive import Archive, FileRefused
from xl_addin.package.references import Area
from xl_addin.package.sheet import Sheet
from xl_addin.package.structure import Structure, TablePart, read_structure


class Rows(Sheet):
    """The rows of a worksheet part, for reading."""

    @property
    def data(self) -> bytes:
        return self._data

    @property
    def standing(self) -> list[int]:
        """The numbers of the rows that stand in the part, ascending."""
        return self._numbers


@dataclass(frozen=True)
class MasterTable:
    """A table: where it is and its part, parsed."""

    part: TablePart
    root: Element


class MasterSheet:
    """A visible worksheet and what hangs on it."""

    def __init__(self, archive: Archive, name: str, part: str, tables: list[TablePart]) -> None:
        self.name, self.part = name, part
        self.rows = Rows(archive.read(part), name, archive.path.name)
        behind = self.rows.tail[self.rows.tail.index(b"</sheetData>") + len("</sheetData>") :]
        self.frame = ElementTree.fromstring(self.rows.head + b"<sheetData/>" + behind)
        self.shared = shared_formulas(self.rows.data)
        self.arrays = array_areas(self.rows.data)
        self.tables = [
            MasterTable(table, ElementTree.fromstring(archive.read(table.part))) for table in tables
        ]
        relations = Relations(archive, part)
        self.links = relations.external
        self.notes: list[Note] = read_notes(archive, relations)
        self.charts: list[ChartFrame]
        self.charts, self.left_behind = read_charts(archive, relations)

    def filled_by_arrays(self) -> list[tuple[tuple[int, int], Area]]:
        """Array formulas that fill more than their own cell."""
        return [(cell, area) for cell, area in self.arrays.items() if not area.is_one_cell]


class Master:
    """A closed workbook from which copies are made."""

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path)
        self.formulas = FormulaCache()
        try:
            with Archive(self.path) as archive:
                self._read(archive)
        except (ElementTree.ParseError, ValueError, UnicodeDecodeError) as why:
            raise FileRefused("file.damaged", file=self.path.name) from why

    def _read(self, archive: Archive) -> None:
        self.structure: Structure = read_structure(archive)
        self.workbook = ElementTree.fromstring(archive.read(self.structure.workbook_part))
        shown = _in_state(self.workbook, "visible")
        self.worksheets: dict[str, MasterSheet] = {}
        for sheet in self.structure.sheets:
            if sheet.name in shown:
                tables = [t for t in self.structure.tables if t.sheet == sheet]
                made = MasterSheet(archive, sheet.name, sheet.part, tables)
                self.worksheets[sheet.name.casefold()] = made
        shared = self.structure.shared_part
        self.texts = SharedTexts(archive.read(shared) if shared else None)
        if not self.texts.complete:
            raise FileRefused("file.strict", file=self.path.name, sheet=shared)
        styles = self.structure.styles_part
        self.styles = MasterStyles(archive.read(styles) if styles else None)
        relations = Relations(archive, self.structure.workbook_part)
        theme = relations.first("theme")
        self.theme = archive.read(theme) if theme else None
        metadata = relations.first("sheetMetadata")
        self.has_dynamic_arrays = metadata is not None and b"XLDAPR" in archive.read(metadata)
        self.left_behind: Counter[str] = count_parts(archive)
        self.left_behind["hidden_sheets"] = len(_in_state(self.workbook, "hidden"))

    @property
    def sheets(self) -> tuple[str, ...]:
        """The names of the sheets that can go into a copy, in their order."""
        return tuple(sheet.name for sheet in self.worksheets.values())

    @cached_property
    def tables(self) -> dict[str, TablePart]:
        """All tables by their name, also those of hidden sheets."""
        return {table.name.casefold(): table for table in self.structure.tables}

    @cached_property
    def tables_on(self) -> dict[str, list[TablePart]]:
        """The tables of each sheet, also of hidden ones."""
        found: dict[str, list[TablePart]] = {}
        for table in self.structure.tables:
            found.setdefault(table.sheet.name.casefold(), []).append(table)
        return found

    @cached_property
    def sheet_order(self) -> list[str]:
        """All sheets in their order, hidden ones and chart sheets too; local names count so."""
        return [s.get("name", "") for s in children(child(self.workbook, "sheets"), "sheet")]


def _in_state(workbook: Element, state: str) -> set[str]:
    return {
        sheet.get("name", "")
        for sheet in children(child(workbook, "sheets"), "sheet")
        if sheet.get("state", "visible") == state
    }
