"""Tables of a closed workbook as `TableData`: where they are, and their cells through calamine."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from xl_addin.hosts.locating import empty_table, internal_names, used_rows
from xl_addin.package.archive import Archive, FileRefused
from xl_addin.package.references import Area, cell_name
from xl_addin.package.sheet_values import SheetValues, Unusual
from xl_addin.package.structure import TablePart
from xl_addin.tables import TableData

# A full sheet of the customer table with a dozen columns beside it has fewer cells.
_MOST_CELLS = 60_000_000
_DIMENSION = re.compile(rb'<(?:\w+:)?dimension\b[^>]*\bref="([^"]*)"')


class TableReader:
    """Reads tables of one file with calamine; usable from several threads."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self, name: str, part: TablePart) -> TableData:
        """The table's rows up to the last one that is not blank."""
        rows = self._rows(part)
        width = part.area.last_column - part.area.first_column + 1
        columns = internal_names(name, part)
        rows = rows[: used_rows(rows, [column is not None for column in columns])]
        data = empty_table(name, part)
        for offset in range(width):
            cells = _blanks_as_none([row[offset] for row in rows])
            column = columns[offset]
            if column is None:
                data.extra[part.captions[offset]] = cells
            else:
                data.columns[column] = cells
        return data

    def cells(self, part: TablePart) -> list[list[Any]]:
        """All rows of any table, whoever made it; a blank cell is ""."""
        return self._rows(part)

    def read_only(
        self, name: str, part: TablePart, wanted: Iterable[str], values: SheetValues
    ) -> TableData:
        """Some columns only, from a sheet taken apart; calamine reads where that cannot be."""
        names = internal_names(name, part)
        first = part.area.first_column
        places = {n: first + offset for offset, n in enumerate(names) if n and n in set(wanted)}
        rows = range(part.first_data_row, part.last_data_row + 1)
        try:
            found = values.read(rows, list(places.values()))
        except Unusual:
            return self.read(name, part)
        used = len(rows)
        while used and all(cells[used - 1] is None for cells in found):
            used -= 1
        data = empty_table(name, part)
        data.columns = {n: cells[:used] for n, cells in zip(places, found, strict=True)}
        return data

    def _refuse_sprawl(self, part: TablePart) -> None:
        """Calamine makes room for every cell up to the last one; a stray one far away fills it."""
        with Archive(self.path) as archive:
            head = archive.start_of(part.sheet.part, 1 << 16)
        found = _DIMENSION.search(head)
        area = Area.parse(found[1].decode()) if found else None
        if area is not None and area.last_row * area.last_column > _MOST_CELLS:
            cell = cell_name(area.last_row, area.last_column)
            raise FileRefused("table.sprawl", sheet=part.sheet.name, cell=cell)

    def _rows(self, part: TablePart) -> list[list[Any]]:
        import python_calamine

        self._refuse_sprawl(part)
        try:
            workbook = python_calamine.load_workbook(str(self.path))
            sheet = workbook.get_sheet_by_name(part.sheet.name)
            rows = sheet.to_python(skip_empty_area=False)
        except (python_calamine.CalamineError, ValueError) as why:
            raise FileRefused("file.damaged", file=self.path.name) from why
        left, right = part.area.first_column - 1, part.area.last_column
        rows = rows[part.first_data_row - 1 : part.last_data_row]
        if left == 0 and rows and len(rows[0]) == right:
            return rows
        short = max(0, right - len(rows[0])) if rows else 0
        return [(row + [""] * short)[left:right] for row in rows]


def _blanks_as_none(cells: list[Any]) -> list[Any]:
    return [None if cell == "" else cell for cell in cells] if "" in cells else cells
