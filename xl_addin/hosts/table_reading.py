"""Tables of a closed workbook as `TableData`: where they are, and their cells through calamine.

A table is known by its Excel name; where that was changed, by its captions. Columns are known
by their captions in either language, so they may be moved and interleaved with the user's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from udfs.texts import text
from xl_addin import schema
from xl_addin.package.archive import Archive, FileRefused
from xl_addin.package.references import Area, cell_name
from xl_addin.package.sheet_values import SheetValues, Unusual
from xl_addin.package.structure import Structure, TablePart
from xl_addin.tables import TableData

# A full sheet of the customer table with a dozen columns beside it has fewer cells.
_MOST_CELLS = 60_000_000
_DIMENSION = re.compile(rb'<(?:\w+:)?dimension\b[^>]*\bref="([^"]*)"')
# A renamed table is still ours when this share of its captions, or of the schema's, is known.
_RECOGNISED = 0.6


def locate_tables(structure: Structure, file: str) -> dict[str, TablePart]:
    """The workbook's tables by internal name; those that are not there are left out."""
    by_name = {part.name.casefold(): part for part in structure.tables}
    found: dict[str, TablePart] = {}
    for table in schema.TABLES:
        part = by_name.get(table.excel_name.casefold())
        if part is not None and _likeness(part, table) > 0:
            found[table.name] = part
    for table in schema.TABLES:
        if table.name not in found:
            part = _by_captions(structure, table, found, file)
            if part is not None:
                found[table.name] = part
    for name, part in found.items():
        _refuse_doubled(name, part)
    return found


def _by_captions(
    structure: Structure, table: schema.Table, taken: dict[str, TablePart], file: str
) -> TablePart | None:
    used = {part.part for part in taken.values()}
    alike = [
        part
        for part in structure.tables
        if part.part not in used and _likeness(part, table) >= _RECOGNISED
    ]
    if len(alike) > 1:
        raise FileRefused(
            "table.found_twice",
            file=file,
            table=" / ".join(text(f"sheet.{table.name}", lang) for lang in ("zh", "en")),
            places=", ".join(f"{p.sheet.name} {p.area}" for p in alike),
        )
    return alike[0] if alike else None


def _likeness(part: TablePart, table: schema.Table) -> float:
    """How much of the table, or of the schema, is known; hardly anything without a key column."""
    known = schema.column_by_caption(table.name)
    present = {known.get(schema.normal_caption(caption)) for caption in part.captions} - {None}
    required = {column.name for column in table.columns if column.required}
    if not required <= present:
        return len(present) * 1e-3
    return len(present) / min(len(table.columns), len(part.captions))


def _refuse_doubled(name: str, part: TablePart) -> None:
    known = schema.column_by_caption(name)
    seen: dict[str, int] = {}
    for offset, caption in enumerate(part.captions):
        column = known.get(schema.normal_caption(caption))
        if column is None:
            continue
        if column in seen:
            first = part.area.first_column
            places = [cell_name(part.area.first_row, first + o) for o in (seen[column], offset)]
            raise FileRefused(
                "table.column_twice",
                sheet=part.sheet.name,
                column=caption,
                cells=", ".join(places),
            )
        seen[column] = offset


class TableReader:
    """Reads tables of one file with calamine; usable from several threads."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self, name: str, part: TablePart) -> TableData:
        """The table's rows up to the last one that is not blank."""
        rows = self._rows(part)
        width = part.area.last_column - part.area.first_column + 1
        columns = _columns(name, part)
        rows = rows[: _used_rows(rows, [column is not None for column in columns])]
        data = _empty(name, part)
        for offset in range(width):
            cells = _blanks_as_none([row[offset] for row in rows])
            column = columns[offset]
            if column is None:
                data.extra[part.captions[offset]] = cells
            else:
                data.columns[column] = cells
        return data

    def read_only(
        self, name: str, part: TablePart, wanted: Iterable[str], values: SheetValues
    ) -> TableData:
        """Some columns only, from a sheet taken apart; calamine reads where that cannot be."""
        names = _columns(name, part)
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
        data = _empty(name, part)
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


def _columns(name: str, part: TablePart) -> list[str | None]:
    """For each column of the table our name for it; None for the user's own."""
    known = schema.column_by_caption(name)
    return [known.get(schema.normal_caption(caption)) for caption in part.captions]


def _empty(name: str, part: TablePart) -> TableData:
    captions = {
        column: caption
        for column, caption in zip(_columns(name, part), part.captions, strict=True)
        if column is not None
    }
    return TableData(name, part.sheet.name, part.first_data_row, {}, captions)


def _used_rows(rows: list[list[Any]], ours: list[bool]) -> int:
    """Rows up to the last one that somebody has filled.

    A formula of the user's own answers "" or 0 in a blank row; that does not fill it.
    """
    used = len(rows)
    while used and not any(
        cell != "" and (own or cell != 0) for cell, own in zip(rows[used - 1], ours, strict=True)
    ):
        used -= 1
    return used


def _blanks_as_none(cells: list[Any]) -> list[Any]:
    return [None if cell == "" else cell for cell in cells] if "" in cells else cells
