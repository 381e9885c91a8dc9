"""Whether a value that was computed in the master may be seen by the reader of a copy.

A computed value says something about everything it was computed from. So it may be seen only
when all of that may: the constants in the columns of its own row that are in the copy unmasked,
or, outside tables, cells close by on the same sheet; and formulas in those cells in the same way.
A value of one of our functions in a kept row is the company's own score of this customer: its
arguments may also be whole columns of tables, from which cuts and ranks are made, and sheets
without customers; but never a row of somebody else. Proved in tests/xl_addin/copying/.
"""

from __future__ import annotations

from collections.abc import Mapping

from xl_addin.copying.book_map import KEPT, OPEN, BookMap
from xl_addin.copying.cell_writing import FormulaCell
from xl_addin.copying.formula_parsing import (
    OURS,
    NameReference,
    Operand,
    Parsed,
    Reference,
    TableReference,
)
from xl_addin.copying.reference_map import Home, Place, area_of, table_area
from xl_addin.copying.screening import Screen
from xl_addin.copying.sheet_cells import SheetCells
from xl_addin.package.references import Area
from xl_addin.package.structure import TablePart

# Native functions that may stand between one of ours and whole columns: they add up or count rows.
_ADDING_UP = frozenset(
    {"SUMIF", "SUMIFS", "COUNTIF", "COUNTIFS", "AVERAGEIF", "AVERAGEIFS"}
    | {"_XLFN.MAXIFS", "_XLFN.MINIFS"}
)
_ANYWHERE = frozenset({"INDIRECT", "OFFSET"})
_CLOSE_BY = 200
_DEEP = 60

_Named = Mapping[tuple[str, str], Parsed]


class Sight:
    """Answers for cells and formulas of one copy; `names` are the master's names, parsed."""

    def __init__(
        self, book: BookMap, sheets: Mapping[str, SheetCells], names: _Named, screen: Screen
    ) -> None:
        self.book, self.sheets, self.names, self.screen = book, sheets, names, screen
        self._known: dict[tuple[str, int, int], bool] = {}
        self._all_sheets = {name.casefold() for name in book.master.sheet_order}
        self._depth = 0

    def value(self, sheet: str, cell: FormulaCell) -> bool:
        """Whether the value of a formula may be seen."""
        key = (sheet, cell.row, cell.column)
        if key not in self._known:
            self._known[key] = False  # while asking: a formula that reads itself
            if self._depth < _DEEP:
                self._depth += 1
                self._known[key] = self._value(sheet, cell)
                self._depth -= 1
        return self._known[key]

    def _value(self, sheet: str, cell: FormulaCell) -> bool:
        parsed = cell.parsed
        if not parsed.understood or parsed.strange_calls or parsed.calls & _ANYWHERE:
            return False
        if (cell.area is not None and not cell.area.is_one_cell) or self.screen.finds_in(parsed):
            return False
        home = Home(sheet, cell.row, cell.column)
        in_table = cell.treatment in (KEPT, OPEN) or callable(cell.treatment)
        return all(
            (in_table and OURS in calls and self._is_argument_of_ours(operand, calls, home))
            or self._is_close_by(operand, home)
            for operand, calls in parsed.operands
        )

    def _is_argument_of_ours(self, operand: Operand, calls: tuple[str, ...], home: Home) -> bool:
        """Whether it is a whole column, or cells where no customer stands."""
        if calls[-1] != OURS and calls[-1] not in _ADDING_UP:
            return False
        places = self._places(operand, home)
        return bool(places) and all(self._is_common(place) for place in places or ())

    def _is_common(self, place: Place) -> bool:
        sheet, area = place
        for table in self.book.master.tables_on.get(sheet, ()):
            data = _data(table)
            if area.overlaps(data) and table.name.casefold() not in self.book.common:
                rows = area.first_row <= data.first_row and area.last_row >= data.last_row
                if not rows or data.first_row == data.last_row:
                    return False
        return True

    def _is_close_by(self, operand: Operand, home: Home) -> bool:
        places = None if isinstance(operand, NameReference) else self._places(operand, home)
        if not places:
            return False
        sheet, area = places[0]
        size = (area.last_row - area.first_row + 1) * (area.last_column - area.first_column + 1)
        if sheet != home.sheet or size > _CLOSE_BY or not self._is_beside(area, home):
            return False
        return all(
            self._cell(sheet, row, column)
            for row in range(area.first_row, area.last_row + 1)
            for column in range(area.first_column, area.last_column + 1)
        )

    def _is_beside(self, area: Area, home: Home) -> bool:
        """Whether cells stand in the formula's own row of a table, or both outside of tables."""
        if (area.first_row, area.last_row) == (home.row, home.row):
            return True
        tables = self.book.master.tables_on.get(home.sheet, ())
        own = Area(home.row, home.column, home.row, home.column)
        return not any(_data(t).overlaps(area) or _data(t).overlaps(own) for t in tables)

    def _cell(self, sheet: str, row: int, column: int) -> bool:
        plan, cells = self.book.plans.get(sheet), self.sheets.get(sheet)
        if plan is None or cells is None or not plan.map.shows(row, column):
            return False
        band = plan.band(row)
        if callable(band.columns.get(column) if band else None):
            return False
        formula = cells.formulas.get((row, column))
        if formula is not None:
            return self.value(sheet, formula)
        return (row, column) not in cells.blanked and (row, column) not in cells.spilled

    def _places(self, operand: Operand, home: Home, depth: int = 0) -> list[Place] | None:
        """What a reference reads in the master; None where that is not known."""
        if isinstance(operand, Reference):
            area = area_of(operand, home)
            sheet = (operand.sheet or home.sheet).casefold()
            return [(sheet, area)] if area is not None and sheet in self._all_sheets else None
        if isinstance(operand, TableReference):
            return self._places_of_table(operand, home)
        if operand.name.casefold() in self.book.master.tables:
            whole = TableReference(operand.name, frozenset(), (), operand.text)
            return self._places_of_table(whole, home)
        scopes = [operand.sheet.casefold()] if operand.sheet else [home.sheet, ""]
        parsed = next(
            (p for s in scopes if (p := self.names.get((s, operand.name.casefold())))), None
        )
        if parsed is None or not parsed.understood or parsed.calls or depth > 5:
            return None
        found = [self._places(inner, home, depth + 1) for inner, _ in parsed.operands]
        if any(places is None for places in found):
            return None
        return [place for places in found if places for place in places]

    def _places_of_table(self, operand: TableReference, home: Home) -> list[Place] | None:
        table = self.book.master.tables.get(operand.table.casefold())
        if not operand.table:
            here = Area(home.row, home.column, home.row, home.column)
            tables = self.book.master.tables_on.get(home.sheet, ())
            table = next((t for t in tables if t.area.overlaps(here)), None)
        area = None if table is None else table_area(operand, table, home)
        return None if table is None or area is None else [(table.sheet.name.casefold(), area)]


def _data(table: TablePart) -> Area:
    area = table.area
    return Area(table.first_data_row, area.first_column, table.last_data_row, area.last_column)
