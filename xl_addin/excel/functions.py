"""The worksheet functions as xlwings' server for Excel finds them: `CC_TIER(context, ...)`.

VBA calls `CallUDF("xl_addin.excel.functions", "CC_TIER", Array(context, ...))`; `context` says
language and date system of the workbook, as "zh|1900". On Windows the functions are published
through xlwings; elsewhere they are plain functions, so that they can be tried. Values pass as
they are ("raw"): xlwings' own conversion would turn errors into blanks. Proved in
tests/xl_addin/excel/test_functions.py.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable
from typing import Any

from udfs.errors import CustomerChainError
from udfs.worksheet.registry import Function, call, functions
from xl_addin.error_report import keep_error_report
from xl_addin.excel import marks

WorksheetFunction = Callable[..., list[list[Any]]]
# What stands in the generated VBA for the argument no user types.
CONTEXT_IN_VBA = "CustomerChainContext()"


def callable_for(function: Function) -> WorksheetFunction:
    """A Python function with the signature of `function`, `context` before its arguments."""

    def answer(context: str, *arguments: Any) -> list[list[Any]]:
        return evaluated(function.name, context, arguments)

    answer.__name__ = answer.__qualname__ = function.name
    answer.__doc__ = function.summary()
    # xlwings reads names from the signature and would read hints as converters.
    answer.__annotations__ = {}
    vars(answer)["__signature__"] = _signature(function)
    return answer


def evaluated(name: str, context: str, arguments: tuple[Any, ...]) -> list[list[Any]]:
    """Call the registry; whatever goes wrong becomes an error in the cell with its sentence."""
    lang, date_system = context.split("|")
    try:
        values = [marks.argument(value) for value in arguments]
        return marks.answer(call(name, values, lang, date_system == "1904"))
    except CustomerChainError as why:
        return marks.failed(why)
    except Exception:
        return marks.our_fault(keep_error_report())


def published(xlwings_decorators: Any) -> dict[str, WorksheetFunction]:
    """All functions, marked by `xlfunc`, `xlarg` and `xlret` of xlwings.udfs."""
    return {function.name: _published(function, xlwings_decorators) for function in functions()}


def _published(function: Function, decorators: Any) -> WorksheetFunction:
    marked = decorators.xlfunc(callable_for(function))
    marked = decorators.xlarg("context", "raw", vba=CONTEXT_IN_VBA)(marked)
    for argument in function.arguments:
        doc = function.argument_help(argument.name)
        marked = decorators.xlarg(argument.name, "raw", doc=doc)(marked)
    final: WorksheetFunction = decorators.xlret("raw")(marked)
    return final


def _signature(function: Function) -> inspect.Signature:
    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    names = [inspect.Parameter("context", kind)]
    for argument in function.arguments:
        default = None if argument.optional else inspect.Parameter.empty
        names.append(inspect.Parameter(argument.name, kind, default=default))
    return inspect.Signature(names)


def _all_functions() -> dict[str, WorksheetFunction]:
    if sys.platform != "win32":
        return {function.name: callable_for(function) for function in functions()}
    from xlwings import udfs

    return published(udfs)


globals().update(_all_functions())
