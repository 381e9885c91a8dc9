"""The module CustomerChainFunctions: one wrapper for each worksheet function.

A wrapper only turns its arguments into values and says which function is meant; everything
else is done once, in CustomerChainServer. The names of module and function stand in the call,
so nothing has to be imported into the workbook and no access to the VBA project is needed.
"""

from __future__ import annotations

from collections.abc import Sequence

from udfs.worksheet.registry import Argument, Function

HEAD = """\
' The worksheet functions. Made from the registry; what they do is written in Python.
Option Explicit
"""


def functions_source(functions: Sequence[Function]) -> str:
    """The module's source, one function after the other."""
    return HEAD + "".join(_wrapper(function) for function in functions)


def _wrapper(function: Function) -> str:
    declared = ", ".join(map(_declared, function.arguments))
    values = ", ".join(map(_value, function.arguments))
    call = f'CustomerChainCall("{function.name}", Array(CustomerChainContext(), {values}))'
    return (
        f"\nPublic Function {function.name}({declared}) As Variant\n"
        f"    {function.name} = {call}\n"
        "End Function\n"
    )


def _declared(argument: Argument) -> str:
    return f"{'Optional ' if argument.optional else ''}{argument.name} As Variant"


def _value(argument: Argument) -> str:
    """A whole column may be cut at its end only where no other argument must be as long."""
    reader = "CustomerChainValues" if argument.by_cell else "CustomerChainWhole"
    return f"{reader}({argument.name})"
