"""The named cells of the sheet Checks in an open workbook, through xlwings.

Proved in tests/xl_addin/hosts/test_live_check_cells.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xl_addin.checks import RESULT, TEST
from xl_addin.hosts.live_cells import is_excel, read_block

if TYPE_CHECKING:
    import xlwings as xw


def live_check_cells(book: xw.Book) -> dict[str, tuple[str, Any]]:
    """Name to (formula, shown value) of every cell named test_... or result_...

    The cells are calculated anew, because what a workbook was saved with may be right without any
    function running. They are read in one block per sheet. Names that point nowhere are left out.
    """
    places = _named_places(book)
    if not is_excel(book):
        book.api.calculateAll()
    found: dict[str, tuple[str, Any]] = {}
    for sheet in {sheet for sheet, _, _ in places.values()}:
        own = {name: (r, c) for name, (s, r, c) in places.items() if s == sheet}
        last = max(row for row, _ in own.values()), max(column for _, column in own.values())
        block = book.sheets[sheet].range((1, 1), last)
        if is_excel(book):
            block.api.Calculate()
        values, formulas = read_block(block, is_excel(book)), block.formula
        for name, (row, column) in own.items():
            found[name] = (_formula(formulas[row - 1][column - 1]), values[row - 1][column - 1])
    return found


def _named_places(book: xw.Book) -> dict[str, tuple[str, int, int]]:
    """Our names with sheet, row and column of their cell."""
    places = {}
    for one in book.names:
        name = one.name.rpartition("!")[2]
        if not name.startswith((TEST, RESULT)) or "#REF!" in (one.refers_to or ""):
            continue
        cell = one.refers_to_range
        places[name] = (cell.sheet.name, cell.row, cell.column)
    return places


def _formula(cell: Any) -> str:
    """What Excel calls a formula is the value itself where there is none."""
    return cell if isinstance(cell, str) and cell.startswith("=") else ""
