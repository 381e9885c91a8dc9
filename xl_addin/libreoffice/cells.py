"""Cells as LibreOffice hands them to an add-in, and results as it takes them.

An error code travels as a number that is none: the code stands in the low half of its bits.
LibreOffice shows a double of that form as the error, also inside an array.
Proved in tests/xl_addin/libreoffice/test_cells.py.
"""

from __future__ import annotations

import math
import struct
from typing import Any

from udfs.worksheet.cells import CellError

_NOT_A_NUMBER = 0x7FF80000
# LibreOffice's numbers of Excel's errors.
_NUMBERS = {
    "#NUM!": 503,
    "#VALUE!": 519,
    "#NULL!": 521,
    "#REF!": 524,
    "#NAME?": 525,
    "#DIV/0!": 532,
    "#N/A": 32767,
}
# Its own others: an argument it cannot compute with, no convergence, a result out of bounds.
_CODES = {number: code for code, number in _NUMBERS.items()} | dict.fromkeys(
    (502, 523, 533), "#NUM!"
)


def error_number(code: str) -> float:
    """The double that shows as the error `code`.

    >>> error_code(error_number("#N/A"))
    '#N/A'
    """
    number = _NUMBERS.get(code, _NUMBERS["#VALUE!"])
    value: float = struct.unpack("<d", struct.pack("<II", number, _NOT_A_NUMBER))[0]
    return value


def error_code(value: float) -> str:
    """The error a double that is no number stands for."""
    return _CODES.get(struct.unpack("<II", struct.pack("<d", value))[0] & 0xFFFF, "#VALUE!")


def given(argument: Any) -> Any:
    """An argument as `registry.call` reads it; what was left out arrives as None."""
    if isinstance(argument, tuple):
        return [[_cell(cell) for cell in row] for row in argument]
    return _cell(argument)


def _cell(cell: Any) -> Any:
    if isinstance(cell, float) and math.isnan(cell):
        return CellError(error_code(cell))
    return cell


def rows(result: Any) -> tuple[tuple[Any, ...], ...]:
    """A result as rows of cells; a single value is one cell."""
    if not isinstance(result, list):
        return ((answered(result),),)
    return tuple(tuple(map(answered, row)) for row in result)


def answered(result: Any) -> Any:
    """One cell of a result: error codes as LibreOffice shows them, every number a double.

    TRUE is 1 in LibreOffice, and a truth value that an add-in returns arrives as 0.
    """
    if isinstance(result, CellError):
        return error_number(result.code)
    if isinstance(result, int):
        return float(result)
    return "" if result is None else result
