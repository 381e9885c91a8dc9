"""Array formulas of an open document: the range one fills, and setting it again.

Proved in tests/end_to_end/test_libreoffice_live.py and test_libreoffice_buttons.py.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def array_around(cell: Any) -> Any:
    """The range of the array formula the cell belongs to; None where it belongs to none."""
    if not cell.ArrayFormula:
        return None
    cursor = cell.Spreadsheet.createCursorByRange(cell)
    cursor.collapseToCurrentArray()
    return cursor


def set_again(whole: Any, change: Callable[[str], str] = str) -> None:
    """Set the array's formula anew, changed or not.

    It is taken from the first cell, because only there it stands in the notation in which it is
    set: read with braces, set without.
    """
    formula = whole.getCellByPosition(0, 0).Formula.removeprefix("{").removesuffix("}")
    whole.ArrayFormula = change(formula)


def place_in(whole: Any, cell: Any) -> tuple[int, int]:
    """Row and column of the cell within its array."""
    own, area = cell.CellAddress, whole.RangeAddress
    return own.Row - area.StartRow, own.Column - area.StartColumn
