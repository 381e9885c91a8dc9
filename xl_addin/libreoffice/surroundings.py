"""What stands in a workbook beside the values of our tables, as one short word to compare.

The contents of all cells but those of our tables and the lines above the follow-up tables, the
formulas of the tables, notes, drawings, and the sheets; sheets the add-in makes itself are left
out. Formats are not looked at.
Proved in tests/end_to_end/test_libreoffice_saving.py.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from udfs.texts import LANGUAGES, text
from xl_addin import schema
from xl_addin.hosts.live_cells import FORMULA_CELLS
from xl_addin.libreoffice.book_language import our_tables

_OF_A_NOTE = "com.sun.star.drawing.CaptionShape"
_PAGES = ("what_changed", "audit", "check", "recall")
# Sheet, row and column of a cell, from 0.
_Place = tuple[int, int, int]


def surroundings(document: Any, without: Collection[str] = ()) -> str:
    """The same word for the same contents; the sheets named in `without` are not looked at."""
    tables = our_tables(document)
    lines = set(_line_places(tables).values())
    found = hashlib.sha256()
    left_out = {*made_by_us(), *without}
    for sheet in document.Sheets:
        if sheet.Name not in left_out:
            for part in _contents(sheet, list(tables.values()), lines):
                found.update(repr(part).encode("utf-8"))
    return found.hexdigest()


def made_by_us() -> set[str]:
    """The names of sheets that hold pages of results."""
    return {text(f"page.{page}", lang) for page in _PAGES for lang in LANGUAGES}


def lines(document: Any) -> dict[str, str]:
    """What stands under the title of each follow-up sheet, by internal table name."""
    sheets = document.Sheets
    return {
        name: str(sheets.getByIndex(sheet).getCellByPosition(column, row).String)
        for name, (sheet, row, column) in _line_places(our_tables(document)).items()
    }


def _line_places(tables: Mapping[str, Any]) -> dict[str, _Place]:
    areas = {
        name: cells.RangeAddress
        for name, cells in tables.items()
        if schema.base_name(name) == schema.FOLLOW_UP.name
    }
    return {
        name: (area.Sheet, area.StartRow - 2, area.StartColumn)
        for name, area in areas.items()
        if area.StartRow >= 2
    }


def _contents(sheet: Any, tables: list[Any], lines: Collection[_Place]) -> Iterator[Any]:
    yield sheet.Name
    yield [(one.Position.Column, one.Position.Row, one.String) for one in sheet.Annotations]
    yield sorted(one.ShapeType for one in sheet.DrawPage if one.ShapeType != _OF_A_NOTE)
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    used = cursor.RangeAddress
    index = sheet.RangeAddress.Sheet
    skipped = {place[1:] for place in lines if place[0] == index}
    ours = [t.RangeAddress for t in tables if t.RangeAddress.Sheet == index]
    ours.sort(key=lambda area: area.StartRow)
    row = 0
    for area in ours:
        yield from _block(sheet, 0, row, used.EndColumn, area.StartRow - 1, skipped)
        yield from _block(sheet, 0, area.StartRow, area.StartColumn - 1, area.EndRow)
        yield from _block(sheet, area.EndColumn + 1, area.StartRow, used.EndColumn, area.EndRow)
        yield from _formulas(sheet, area)
        row = max(row, area.EndRow + 1)
    yield from _block(sheet, 0, row, used.EndColumn, used.EndRow)


def _block(
    sheet: Any,
    left: int,
    top: int,
    right: int,
    bottom: int,
    skipped: Collection[tuple[int, int]] = (),
) -> Iterator[Any]:
    """Every cell that holds something, with its place counted from the block's own corner."""
    if left <= right and top <= bottom:
        rows = sheet.getCellRangeByPosition(left, top, right, bottom).getFormulaArray()
        filled = [
            (row, column, cell)
            for row, cells in enumerate(rows)
            for column, cell in enumerate(cells)
            if cell != "" and (top + row, left + column) not in skipped
        ]
        # Rows that a table has grown over and left again stand there blank.
        if filled:
            yield filled


def _formulas(sheet: Any, area: Any) -> Iterator[Any]:
    """The header, and the formulas of each column; one where all rows of the column have one."""
    header = sheet.getCellRangeByPosition(
        area.StartColumn, area.StartRow, area.EndColumn, area.StartRow
    )
    yield header.getDataArray()
    for column in range(area.StartColumn, area.EndColumn + 1):
        found = list(_column_formulas(sheet, area, column))
        whole = found and len(found) == area.EndRow - area.StartRow
        yield found[0] if whole else found


def _column_formulas(sheet: Any, area: Any, column: int) -> Iterator[tuple[int, str]]:
    """Row within the table and formula of each cell that has one."""
    if area.EndRow > area.StartRow:
        cells = sheet.getCellRangeByPosition(column, area.StartRow + 1, column, area.EndRow)
        for part in cells.queryContentCells(FORMULA_CELLS):
            first = part.RangeAddress.StartRow - area.StartRow
            for row, (formula,) in enumerate(part.getFormulaArray(), start=first):
                yield row, formula
