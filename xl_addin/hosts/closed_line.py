"""The line under the title of a sheet of ours, written into a closed file.

Proved in tests/xl_addin/hosts/test_closed_line.py.
"""

from __future__ import annotations

from typing import Any

from xl_addin.hosts.sheet_line import Place, band_place, is_band, line_place
from xl_addin.package.cells import ending
from xl_addin.package.sheet import Run
from xl_addin.package.sheet_values import SheetValues, Unusual
from xl_addin.package.structure import TablePart


def write_line(line: str, values: SheetValues, part: TablePart) -> None:
    """Write it where the sheet has that line; elsewhere the cell is the user's."""
    place = line_place(part)
    if place is None or not is_band(_cell(values, band_place(part))):
        return
    row, column = place
    if values.sheet.formula_in(row, column, column) is None:
        values.sheet.write_run(row, Run([column], {}), [ending(line)])


def _cell(values: SheetValues, place: Place) -> Any:
    row, column = place
    if row not in values.sheet:
        return None
    try:
        return values.read(range(row, row + 1), [column])[0][0]
    except Unusual:  # then it is none of our words
        return None
