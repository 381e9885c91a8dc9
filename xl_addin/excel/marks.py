"""Values on their way between VBA and Python: errors as numbers one way, as marked texts back.

Excel hands an error in a cell over as a number of COM; a result of ours that is an error goes
back as Chr(1), its code, and its sentence in Chinese and English, each after Chr(2), which
CustomerChainCells turns into a real error and keeps the sentence. Proved in
tests/xl_addin/excel/test_marks.py.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from udfs.errors import BadValue, CustomerChainError
from udfs.texts import LANGUAGES
from udfs.worksheet.cells import CellError
from xl_addin.com_errors import COM_ERRORS

MARK, NEXT = "\x01", "\x02"
# What stands for an argument that was left out (DISP_E_PARAMNOTFOUND).
LEFT_OUT = -2147352572


def argument(value: Any) -> Any:
    """One argument of a call as `registry.call` takes it.

    A flat array is a row in VBA, where the registry would read a column.
    """
    if not isinstance(value, (tuple, list)):
        return cell(value)
    if any(isinstance(row, (tuple, list)) for row in value):
        return [[cell(one) for one in row] for row in value]
    return [[cell(one) for one in value]]


def cell(value: Any) -> Any:
    """One cell's value; numbers come as floats, so a whole number is an error's."""
    if type(value) is int:
        if value == LEFT_OUT:
            return None
        if value in COM_ERRORS:
            return CellError(COM_ERRORS[value])
    return value


def answer(result: Any) -> list[list[Any]]:
    """A result as rows of what COM can carry; a single value is one row of one."""
    if not isinstance(result, list):
        return [[sent(result)]]
    return [[sent(one) for one in row] for row in result]


def sent(value: Any) -> Any:
    """One cell of a result."""
    if isinstance(value, CellError):
        return marked(value)
    if isinstance(value, datetime) or not isinstance(value, date):
        return value
    return datetime(value.year, value.month, value.day)


def marked(error: CellError) -> str:
    """An error with its sentences, for VBA."""
    return MARK + NEXT.join([error.code, *(error.sentence(lang) for lang in LANGUAGES)])


def failed(why: CustomerChainError) -> list[list[Any]]:
    """The answer of a call that failed as a whole."""
    return answer(CellError.of(why))


def our_fault(file: object) -> list[list[Any]]:
    """The answer of a call that ran into a fault of the program itself."""
    return failed(BadValue("press.our_error", file=file))
