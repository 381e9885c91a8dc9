"""A function called from a cell: arguments in, the registry's answer out, reasons kept.

`answer` never raises: a cell shows an error, and a failure of ours leaves a report in a file. Equal
calls answer from memory, so that a hard recalculation costs little.
Proved in tests/xl_addin/libreoffice/test_functions.py and, inside LibreOffice, in
tests/end_to_end/test_libreoffice_live.py.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from udfs.errors import BadValue, CustomerChainError
from udfs.worksheet.cells import CellError
from udfs.worksheet.registry import Argument, call, function
from xl_addin.emit.libreoffice_names import function_names
from xl_addin.error_report import keep_error_report
from xl_addin.libreoffice import cells, errors
from xl_addin.libreoffice.caller import Caller, caller_of

# LibreOffice hands an empty cell over as 0; kinds for which 0 is no answer take it as blank.
_NEVER_ZERO = ("date", "one_date", "score", "choice", "table", "population")
_CALLS_REMEMBERED = 20_000
_RANGES_REMEMBERED = 32


def answer(method: str, document: Any, *arguments: Any) -> Any:
    """The value of one function for LibreOffice; `document` is the one that calculates."""
    try:
        name = _known()[method]
        return _in_cells(name, caller_of(document), arguments)
    except Exception:
        failure = _failure(method)
        errors.note(failure)
        return cells.rows(failure) if _spills(method) else cells.answered(failure)


@cache
def _failure(method: str) -> CellError:
    """One report for each function is enough; there may be ten thousand cells."""
    return CellError.of(BadValue("office.unexpected", file=keep_error_report()))


def _spills(method: str) -> bool:
    return method in _known() and function(_known()[method]).spills_table


@cache
def _known() -> dict[str, str]:
    return function_names()


def _in_cells(name: str, caller: Caller, arguments: tuple[Any, ...]) -> Any:
    if function(name).spills_table:
        result = evaluated(name, caller, arguments)
        errors.note(result)
        return cells.rows(result)
    if any(isinstance(argument, tuple) for argument in arguments):
        spilling = _spilling(name, caller, arguments)
        errors.note(spilling.result)
        return spilling if isinstance(spilling.result, list) else spilling.rows[0][0]
    result = _remembered(name, caller, arguments)
    errors.note(result)
    return cells.answered(result)


@lru_cache(maxsize=_RANGES_REMEMBERED)
def _spilling(name: str, caller: Caller, arguments: tuple[Any, ...]) -> Any:
    from xl_addin.libreoffice.spilling import Spilling

    result = evaluated(name, caller, arguments)
    return Spilling(cells.rows(result), result)


@lru_cache(maxsize=_CALLS_REMEMBERED)
def _remembered(name: str, caller: Caller, arguments: tuple[Any, ...]) -> Any:
    return evaluated(name, caller, arguments)


def evaluated(name: str, caller: Caller, arguments: tuple[Any, ...]) -> Any:
    """What the registry answers; what is wrong with the call as a whole is a cell error too."""
    if caller.refusal is not None:
        return CellError.of(caller.refusal)
    try:
        return call(name, _given(name, arguments), caller.lang, caller.date1904)
    except CustomerChainError as why:
        return CellError.of(why)


def _given(name: str, arguments: tuple[Any, ...]) -> list[Any]:
    """The arguments as the registry reads them, without those left out at the end."""
    kinds = function(name).arguments
    given = [_argument(kind, value) for kind, value in zip(kinds, arguments, strict=False)]
    left_out = 0
    while left_out < len(arguments) and arguments[-1 - left_out] is None:
        left_out += 1
    return given[: len(given) - left_out]


def _argument(argument: Argument, value: Any) -> Any:
    if isinstance(value, float) and value == 0 and argument.kind in _NEVER_ZERO:
        return None
    return cells.given(value)
