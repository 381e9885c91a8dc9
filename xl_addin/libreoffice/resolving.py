"""Formulas of a file find their functions: LibreOffice leaves ours unresolved when it loads one.

A formula it could not resolve stands there with our name in small letters; set again with the
full name of the function it calculates. Only such cells are touched, in blocks, and the document
counts as unchanged afterwards.
Proved in tests/xl_addin/libreoffice/test_resolving.py and
tests/end_to_end/test_libreoffice_live.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import groupby
from typing import Any

from udfs.worksheet.registry import PREFIX
from xl_addin.emit.libreoffice_names import FUNCTIONS_SERVICE, function_names
from xl_addin.hosts.live_cells import FORMULA_CELLS
from xl_addin.libreoffice.arrays import array_around, place_in, set_again

# Text constants and quoted names come first, so that what stands in them is left alone.
_CALL = re.compile(r"\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'|(?<![\w.])(CC_\w+)(?=\s*\()", re.IGNORECASE)


def resolve(document: Any) -> int:
    """Set the unresolved formulas of a document again; answers how many cells that were."""
    with _unnoticed(document):
        return sum(map(_resolve_sheet, document.Sheets))


def full_names(formula: str) -> str:
    """A formula in the notation of LibreOffice's interface, functions of ours by full name.

    >>> full_names('=IF(cc_segment(5;5;4)="cc_segment(";1;2)')
    '=IF(CUSTOMERCHAIN.FUNCTIONS.CCSEGMENT(5;5;4)="cc_segment(";1;2)'
    """
    return _CALL.sub(_full_name, formula)


@cache
def _full_names() -> dict[str, str]:
    return {
        name: f"{FUNCTIONS_SERVICE}.{method}".upper() for method, name in function_names().items()
    }


def _full_name(found: re.Match[str]) -> str:
    return _full_names().get((found[1] or "").upper(), found[0])


def _resolve_sheet(sheet: Any) -> int:
    # Into a protected sheet nothing can be written; the other sheets must not suffer for it.
    if sheet.isProtected():
        return 0
    return sum(map(_resolve_area, sheet.queryContentCells(FORMULA_CELLS)))


def _resolve_area(area: Any) -> int:
    rows = area.getFormulaArray()
    done = 0
    for column, cells in enumerate(zip(*rows, strict=True)):
        if any(_unresolved(cell) for cell in cells):
            done += _resolve_column(area, column, cells)
    return done


def _unresolved(formula: str) -> bool:
    return PREFIX in formula.upper() and full_names(formula) != formula


def _resolve_column(area: Any, column: int, cells: Sequence[str]) -> int:
    """Runs of neighbouring cells at once; the cells of an array only together with all others."""
    done = 0
    for (unresolved, array), run in groupby(enumerate(cells), _kind):
        places = [place for place, _ in run]
        if unresolved and array:
            done += sum(_resolve_array(area, column, place) for place in places)
        elif unresolved:
            block = area.getCellRangeByPosition(column, places[0], column, places[-1])
            block.setFormulaArray(tuple((full_names(cells[place]),) for place in places))
            done += len(places)
    return done


def _kind(cell: tuple[int, str]) -> tuple[bool, bool]:
    return _unresolved(cell[1]), cell[1].startswith("{")


def _resolve_array(area: Any, column: int, row: int) -> int:
    """Set the whole array anew from its first cell; its other cells are set with it."""
    cell = area.getCellByPosition(column, row)
    whole = array_around(cell)
    if whole is None or place_in(whole, cell) != (0, 0):
        return 0
    set_again(whole, full_names)
    at = whole.RangeAddress
    return int((at.EndRow - at.StartRow + 1) * (at.EndColumn - at.StartColumn + 1))


@contextmanager
def _unnoticed(document: Any) -> Iterator[None]:
    """No flicker, nothing to undo, and the document is as changed as it was."""
    changed = document.isModified()
    manager = document.UndoManager
    document.lockControllers()
    manager.lock()
    try:
        yield
    finally:
        manager.unlock()
        document.unlockControllers()
        document.setModified(changed)
