"""Tables over LibreOffice's database ranges.

A table of an .xlsx file becomes a database range with a header and a name; formulas see it under
that name. A database range has no style of its own, so styles are answered with nothing.

Proved in tests/xl_addin/engines/test_tables.py.
"""

from collections.abc import Iterator
from typing import Any

from xlwings import base_classes

from xl_addin.engines.libreoffice.ranges import Range


def table_areas(ranges: Any) -> Iterator[tuple[str, Any]]:
    """The document's tables by name, with their UNO CellRangeAddress."""
    for name in ranges.ElementNames:
        # Names with two underscores are LibreOffice's own, for filters without a table.
        if not name.startswith("__"):
            yield name, ranges.getByName(name).DataArea


class Tables(base_classes.Tables):
    """The tables of one sheet."""

    def __init__(self, sheet: Any) -> None:
        self.sheet = sheet
        self.xl = sheet.book.xl.DatabaseRanges

    @property
    def api(self) -> Any:
        return self.xl

    @property
    def parent(self) -> Any:
        return self.sheet

    def __iter__(self) -> "Iterator[Table]":
        index = self.sheet.index
        for name, area in table_areas(self.xl):
            if area.Sheet + 1 == index:
                yield Table(self.sheet, name)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __contains__(self, key: Any) -> bool:
        return self._find(key) is not None

    def __call__(self, key: str | int) -> "Table":
        found = self._find(key)
        if found is None:
            raise KeyError(key)
        return found

    def _find(self, key: str | int) -> "Table | None":
        tables = list(self)
        if isinstance(key, int):
            return tables[key - 1] if 1 <= key <= len(tables) else None
        return next((table for table in tables if table.name.lower() == key.lower()), None)

    def add(
        self,
        source_type: Any = None,
        source: Any = None,
        link_source: Any = None,
        has_headers: Any = None,
        destination: Any = None,
        table_style_name: Any = None,
        name: str | None = None,
    ) -> "Table":
        source = getattr(source, "impl", source)
        if not has_headers:
            raise NotImplementedError("LibreOffice's database ranges need a header row here.")
        name = name or self._free_name()
        self.xl.addNewByName(name, source.xl.RangeAddress)
        table = Table(self.sheet, name)
        table.xl.ContainsHeader = True
        table.xl.AutoFilter = True
        return table

    def _free_name(self) -> str:
        number = 1
        while self.xl.hasByName(f"Table{number}"):
            number += 1
        return f"Table{number}"


class Table(base_classes.Table):
    def __init__(self, sheet: Any, name: str) -> None:
        self.sheet = sheet
        self._name = name
        self._ranges = sheet.book.xl.DatabaseRanges
        self._xl: Any = None

    @property
    def xl(self) -> Any:
        """The UNO database range. Once its name is gone it answers with an empty area instead of
        failing, so the name is looked up; making the object anew would be ten calls instead."""
        if self._xl is None or not self._ranges.hasByName(self._name):
            self._xl = self._ranges.getByName(self._name)
        return self._xl

    @property
    def api(self) -> Any:
        return self.xl

    @property
    def parent(self) -> Any:
        return self.sheet

    @property
    def name(self) -> str:
        return self._name

    @name.setter
    def name(self, value: str) -> None:
        self.xl.setName(value)
        self._name = value

    @property
    def display_name(self) -> str:
        return self._name

    @display_name.setter
    def display_name(self, value: str) -> None:
        self.name = value

    @property
    def range(self) -> Range:
        area = self.xl.DataArea
        if area.Sheet + 1 != self.sheet.index:
            moved: Range = self.sheet.book.range_at(area)
            return moved
        rows, columns = area.EndRow - area.StartRow + 1, area.EndColumn - area.StartColumn + 1
        return Range(self.sheet, area.StartRow + 1, area.StartColumn + 1, rows, columns)

    @property
    def header_row_range(self) -> Range | None:
        row, column, _, columns = self.range.box
        return Range(self.sheet, row, column, 1, columns) if self.show_headers else None

    @property
    def header_names(self) -> list[str]:
        header = self.header_row_range
        return [str(name) for name in header.xl.getDataArray()[0]] if header is not None else []

    @property
    def data_body_range(self) -> Range | None:
        row, column, rows, columns = self.range.box
        first = int(self.show_headers)
        rows -= first + int(self.show_totals)
        return Range(self.sheet, row + first, column, rows, columns) if rows else None

    @property
    def insert_row_range(self) -> None:
        return None

    @property
    def totals_row_range(self) -> Range | None:
        row, column, rows, columns = self.range.box
        return Range(self.sheet, row + rows - 1, column, 1, columns) if self.show_totals else None

    @property
    def show_headers(self) -> bool:
        return bool(self.xl.ContainsHeader)

    @show_headers.setter
    def show_headers(self, value: bool) -> None:
        self.xl.ContainsHeader = bool(value)

    @property
    def show_totals(self) -> bool:
        return bool(self.xl.TotalsRow)

    @show_totals.setter
    def show_totals(self, value: bool) -> None:
        raise NotImplementedError("LibreOffice cannot add or remove a table's totals row.")

    @property
    def show_autofilter(self) -> bool:
        return bool(self.xl.AutoFilter)

    @show_autofilter.setter
    def show_autofilter(self, value: bool) -> None:
        self.xl.AutoFilter = bool(value)

    @property
    def table_style(self) -> None:
        return None

    @table_style.setter
    def table_style(self, value: Any) -> None:
        raise NotImplementedError("LibreOffice has no table styles.")

    def resize(self, range: Any) -> None:
        """Give the table a new area; its filter buttons and formulas follow."""
        area = getattr(range, "impl", range)
        self.xl.setDataArea(area.xl.RangeAddress)

    def sort(self, keys: Any, ascending: Any) -> None:
        body = self.data_body_range
        if body is not None:
            body.sort(keys, ascending, False)
