"""Where a range is: its address, its cells, its neighbours.

Proved in tests/xl_addin/engines/test_ranges.py.
"""

from typing import Any

from xlwings import base_classes

from xl_addin.engines.libreoffice import addresses
from xl_addin.engines.libreoffice.bridge import struct

# com.sun.star.sheet.CellFlags: VALUE, DATETIME, STRING, FORMULA
FILLED = 1 | 2 | 4 | 16
_DIRECTIONS = {
    "d": (1, 0),
    "down": (1, 0),
    -4121: (1, 0),
    "u": (-1, 0),
    "up": (-1, 0),
    -4162: (-1, 0),
    "r": (0, 1),
    "right": (0, 1),
    -4161: (0, 1),
    "l": (0, -1),
    "left": (0, -1),
    -4159: (0, -1),
}


class RangePlace(base_classes.Range):
    """A rectangle of cells on one sheet; rows and columns are counted from 1."""

    options: dict[str, Any]

    def __init__(self, sheet: Any, row: int, column: int, rows: int, columns: int) -> None:
        self._sheet = sheet
        self.box = (row, column, rows, columns)
        self.options = {}

    @property
    def xl(self) -> Any:
        """The UNO range; None for a range without cells.

        It is fetched each time: kept, it would move when cells are inserted above it.
        """
        row, column, rows, columns = self.box
        if rows < 1 or columns < 1:
            return None
        return self._sheet.xl.getCellRangeByPosition(
            column - 1, row - 1, column + columns - 2, row + rows - 2
        )

    @property
    def api(self) -> Any:
        return self.xl

    @property
    def cell(self) -> Any:
        """The UNO cell at the range's upper left."""
        return self._sheet.xl.getCellByPosition(self.box[1] - 1, self.box[0] - 1)

    @property
    def book(self) -> Any:
        return self._sheet.book

    def uniform(self, name: str) -> Any:
        """A property of the cells; None where they differ."""
        cells = self.xl
        if cells.getPropertyState(name).value == "AMBIGUOUS_VALUE":
            return None
        return getattr(cells, name)

    @property
    def sheet(self) -> Any:
        return self._sheet

    @property
    def coords(self) -> Any:
        return (self._sheet.xl, *self.box)

    @property
    def row(self) -> int:
        return self.box[0]

    @property
    def column(self) -> int:
        return self.box[1]

    @property
    def shape(self) -> tuple[int, int]:
        return self.box[2], self.box[3]

    def __len__(self) -> int:
        return self.box[2] * self.box[3]

    def at(self, row: int, column: int, rows: int = 1, columns: int = 1) -> Any:
        """Another range of the same sheet."""
        return type(self)(self._sheet, row, column, rows, columns)

    def __call__(self, arg1: Any, arg2: Any = None) -> Any:
        """A cell by its number in reading order, or by row and column, also beyond the range."""
        if arg2 is None:
            down, across = divmod(arg1 - 1, self.box[3])
        else:
            down, across = arg1 - 1, arg2 - 1
        return self.at(self.box[0] + down, self.box[1] + across)

    @property
    def rows(self) -> Any:
        return self

    @property
    def columns(self) -> Any:
        return self

    @property
    def address(self) -> str:
        if not len(self):
            mark = addresses.cell_address(self.row, self.column)
            return f"{mark}{{{self.box[2]}x{self.box[3]}}}"
        return self.get_address(True, True, False)

    def get_address(self, row_absolute: bool, col_absolute: bool, external: bool) -> str:
        text = addresses.address(self.box, row_absolute, col_absolute, self._sheet.limits)
        if not external:
            return text
        name = f"[{self.book.name}]{self._sheet.name}"
        marked = addresses.quoted(name) if " " in name or "'" in name else name
        return f"{marked}!{text}"

    @property
    def current_region(self) -> Any:
        cursor = self._sheet.xl.createCursorByRange(self.xl)
        cursor.collapseToCurrentRegion()
        return self.book.range_at(cursor.RangeAddress)

    def end(self, direction: Any) -> Any:
        """Where Ctrl and an arrow key lead from the first cell."""
        down, across = _DIRECTIONS[direction]
        last_row, last_column = self._sheet.limits
        row, column = self.row, self.column
        if down:
            runs = [
                (area.StartRow + 1, area.EndRow + 1)
                for area in self._filled(1, column, last_row, 1)
            ]
            return self.at(jump(runs, row, down, last_row), column)
        areas = self._filled(row, 1, 1, last_column)
        runs = [(area.StartColumn + 1, area.EndColumn + 1) for area in areas]
        return self.at(row, jump(runs, column, across, last_column))

    def _filled(self, row: int, column: int, rows: int, columns: int) -> Any:
        line = self.at(row, column, rows, columns)
        return line.xl.queryContentCells(FILLED).getRangeAddresses()

    def select(self) -> None:
        self._sheet.activate()
        self.book.xl.CurrentController.select(self.xl)

    @property
    def name(self) -> Any:
        """The first defined name of exactly this range, None where there is none."""
        here = self.xl.RangeAddress
        for name in self.book.names._all():
            cells = name.xl.getReferredCells()
            if cells is not None and cells.RangeAddress == here:
                return name
        return None

    @name.setter
    def name(self, value: str) -> None:
        self.book.names.add(value, f"{addresses.quoted(self._sheet.name)}!{self.address}")

    @property
    def table(self) -> Any:
        """The table that the first cell belongs to."""
        for table in self._sheet.tables:
            if addresses.overlap(table.range.box, (*self.box[:2], 1, 1)):
                return table
        return None

    @property
    def cell_place(self) -> Any:
        number = self._sheet.xl.RangeAddress.Sheet
        return struct("table.CellAddress", Sheet=number, Column=self.column - 1, Row=self.row - 1)


def jump(runs: list[tuple[int, int]], place: int, step: int, last: int) -> int:
    """The end of the filled run, or the next filled cell, or the edge of the sheet."""
    merged: list[list[int]] = []
    for first, end in sorted(runs):
        if merged and first <= merged[-1][1] + 1:
            merged[-1][1] = max(end, merged[-1][1])
        else:
            merged.append([first, end])
    if step < 0:
        mirrored = [(-end, -first) for first, end in merged]
        return -_forward(sorted(mirrored), -place, -1)
    return _forward([(first, end) for first, end in merged], place, last)


def _forward(runs: list[tuple[int, int]], place: int, edge: int) -> int:
    for first, end in runs:
        if first <= place < end:
            return end
        if first > place:
            return first
    return edge
