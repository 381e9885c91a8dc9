"""Why a cell shows an error: the reason is found by letting the cell calculate once more.

A cell cannot keep a sentence beside its error, and an add-in is never told which cell calls it.
So the reasons of the calls are only noted while `message_of` sets the formula of one cell
again. Proved in tests/xl_addin/libreoffice/test_errors.py and
tests/end_to_end/test_libreoffice_live.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from udfs.texts import text
from udfs.worksheet.cells import CellError
from udfs.worksheet.registry import PREFIX
from xl_addin.libreoffice.arrays import array_around, place_in, set_again

_noted: list[Any] | None = None


def note(result: Any) -> None:
    """Keep the result of a call while somebody asks for reasons."""
    if _noted is not None:
        _noted.append(result)


@contextmanager
def noting() -> Iterator[list[Any]]:
    """Within it the results of all calls are noted."""
    global _noted
    _noted = []
    try:
        yield _noted
    finally:
        _noted = None


def message_of(cell: Any, lang: str = "en") -> str:
    """Why the cell shows an error, "" for a cell without one or without a function of ours.

    `cell` is a cell of an open document, as UNO gives it.
    """
    if not cell.getError() or PREFIX not in cell.FormulaLocal.upper():
        return ""
    whole = array_around(cell)
    with noting() as noted:
        _calculate_again(cell, whole)
    at = place_in(whole, cell) if whole is not None else (0, 0)
    found = [error for error in (_error_at(result, at) for result in noted) if error is not None]
    if not found:
        return text("office.error_given", lang)
    return found[0].sentence(lang)


def _calculate_again(cell: Any, whole: Any) -> None:
    """Set the same formula again: only this cell calculates, and the document stays as it was."""
    document = cell.Spreadsheet.DrawPage.Forms.Parent
    was_changed = document.isModified()
    manager = document.UndoManager
    manager.lock()
    try:
        if whole is None:
            cell.FormulaLocal = cell.FormulaLocal
        else:
            set_again(whole)
        cell.getError()
    finally:
        manager.unlock()
        document.setModified(was_changed)


def _error_at(result: Any, place: tuple[int, int]) -> CellError | None:
    row, column = place
    if isinstance(result, list):
        inside = row < len(result) and column < len(result[row])
        result = result[row][column] if inside else None
    return result if isinstance(result, CellError) else None
