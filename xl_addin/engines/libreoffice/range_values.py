"""Reading and writing the values of a range, a block at a time.

One call carries all cells of a block. What a cell's format says (date, truth value) is asked per
format and area, errors only where there are any, so that the time goes with the size of the
block and not with the number of calls.

Proved in tests/xl_addin/engines/test_range_values.py.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from typing import Any

from xl_addin.engines.libreoffice import notes, values
from xl_addin.engines.libreoffice.addresses import Box, overlap
from xl_addin.engines.libreoffice.number_formats import DATE, DATETIME, LOGICAL
from xl_addin.engines.libreoffice.range_place import FILLED, RangePlace

# com.sun.star.sheet.FormulaResult
ERROR = 4


class RangeValues(RangePlace):
    @property
    def max_cells_per_write(self) -> None:
        """No need to write in parts: LibreOffice takes a block of any size."""
        return None

    @property
    def calendar(self) -> values.Calendar:
        first = self.book.xl.NullDate
        return values.Calendar(date(first.Year, first.Month, first.Day))

    @property
    def raw_value(self) -> Any:
        """One value for one cell, otherwise rows; error cells are None, or words if asked for."""
        if self.xl is None:
            return None
        rows = self.read()
        return rows[0][0] if len(self) == 1 else rows

    @raw_value.setter
    def raw_value(self, data: Any) -> None:
        if self.xl is not None:
            self.write(self.as_rows(data))

    def read(self) -> Sequence[Sequence[Any]]:
        known = self._within_use()
        if known is None:
            return [[None] * self.box[3] for _ in range(self.box[2])]
        rows = known.xl.getDataArray()
        # Formats say what a number is; asking for them costs more than reading the cells.
        marked = list(known.formats()) if _has_numbers(rows) else []
        errors = self.options.get("err_to_str") and any(None in row for row in rows)
        if errors or any(change for change, _ in marked):
            rows = [list(row) for row in rows]
            for change, box in marked:
                if change is not None:
                    _apply(rows, known.box, box, change)
            if errors:
                known.put_error_words(rows)
        return self._padded(rows, known.box)

    def _within_use(self) -> Any:
        """The part of the range that can hold anything; whole columns are read no further."""
        if len(self) < 10_000:
            return self
        inside = overlap(self.box, self._sheet.used_box)
        return self.at(*inside) if inside else None

    def _padded(self, rows: Sequence[Sequence[Any]], box: Box) -> Sequence[Sequence[Any]]:
        if box == self.box:
            return rows
        above, before = box[0] - self.box[0], box[1] - self.box[1]
        after = [None] * (self.box[3] - before - box[3])
        blank = [None] * self.box[3]
        full = [[*[None] * before, *row, *after] for row in rows]
        below = self.box[2] - above - box[2]
        return [list(blank) for _ in range(above)] + full + [list(blank) for _ in range(below)]

    def formats(self) -> Iterator[tuple[Callable[[float], Any] | None, Box]]:
        """Areas of the range with what their number format makes of a number, None for nothing."""
        formats, calendar = self.book.number_formats, self.calendar
        for key, box in self.format_areas():
            if formats.is_date(key):
                yield calendar.moment, box
            elif formats.is_truth(key):
                yield _truth, box

    def format_areas(self) -> Iterator[tuple[int, Box]]:
        """The number formats (keys) of the range, with the areas that have them."""
        key = self.uniform("NumberFormat")
        if key is not None:
            yield key, self.box
            return
        alike = self.xl.getUniqueCellFormatRanges()
        for index in range(alike.Count):
            cells = alike.getByIndex(index)
            for area in cells.getRangeAddresses():
                yield cells.NumberFormat, _box(area)

    def put_error_words(self, rows: list[list[Any]]) -> None:
        for area in self.xl.queryFormulaCells(ERROR).getRangeAddresses():
            for row in range(area.StartRow, area.EndRow + 1):
                for column in range(area.StartColumn, area.EndColumn + 1):
                    number = self._sheet.xl.getCellByPosition(column, row).getError()
                    rows[row + 1 - self.row][column + 1 - self.column] = values.error_word(number)

    def as_rows(self, data: Any) -> Sequence[Sequence[Any]]:
        """Rows as they come; a single value fills the range."""
        if not isinstance(data, (list, tuple)):
            return [[data] * self.box[3]] * self.box[2]
        if data and not isinstance(data[0], (list, tuple)):
            return [data]
        return data

    def write(self, rows: Sequence[Sequence[Any]]) -> None:
        block = values.Block(rows, self.calendar)
        with self.notes_kept():
            self._put(block)
        self._show(block)
        for box in values.rectangles(block.formulas):
            self._write_formulas(box, block)

    def _put(self, block: values.Block) -> None:
        if not any(any(value != "" for value in row) for row in block.data):
            self.xl.clearContents(FILLED)
            return
        self.xl.setDataArray(block.data)

    def notes_kept(self) -> AbstractContextManager[None]:
        if self._sheet.xl.Annotations.Count == 0:
            return nullcontext()
        return notes.kept(self._sheet.xl, self.box)

    def _show(self, block: values.Block) -> None:
        """Dates and truth values need a format that says so; other numbers must not have one.

        Only cells without a format get one; what somebody chose stays.
        """
        formats = self.book.number_formats
        free = []
        for key, box in list(self.format_areas()):
            if formats.is_truth(key):
                self.at(*box).xl.NumberFormat = 0
            if formats.is_truth(key) or formats.is_general(key):
                free.append(box)
        for cells, kind in (
            (block.dates, DATE),
            (block.moments, DATETIME),
            (block.truths, LOGICAL),
        ):
            places = [(self.row + row, self.column + column) for row, column in cells]
            self._give_format(places, free, kind)

    def _give_format(self, cells: list[tuple[int, int]], free: list[Box], kind: int) -> None:
        for top, left, rows, columns in free if cells else ():
            inside = [
                (row, column)
                for row, column in cells
                if top <= row < top + rows and left <= column < left + columns
            ]
            for box in values.rectangles(inside):
                self.at(*box).xl.NumberFormat = self.book.number_formats.standard(kind)

    def _write_formulas(self, box: Box, block: values.Block) -> None:
        row, column, rows, columns = box
        part = self.at(self.row + row, self.column + column, rows, columns)
        part.formula = [
            [block.formulas[row + down, column + across] for across in range(columns)]
            for down in range(rows)
        ]


def _has_numbers(rows: Sequence[Sequence[Any]]) -> bool:
    return any(type(value) is float for row in rows for value in row)


def _truth(number: float) -> Any:
    return bool(number) if number in (0.0, 1.0) else number


def _box(area: Any) -> Box:
    rows, columns = area.EndRow - area.StartRow + 1, area.EndColumn - area.StartColumn + 1
    return area.StartRow + 1, area.StartColumn + 1, rows, columns


def _apply(rows: list[list[Any]], whole: Box, box: Box, change: Callable[[float], Any]) -> None:
    """Change the numbers in `box`, a part of `whole` whose values are `rows`."""
    top, left = box[0] - whole[0], box[1] - whole[1]
    for row in rows[top : top + box[2]]:
        for column in range(left, left + box[3]):
            if type(row[column]) is float:
                row[column] = change(row[column])
