"""A call of a worksheet function as a formula in a cell, and a result as a cell shows it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any


def formula(name: str, arguments: Sequence[Any]) -> str:
    """The formula a person would type.

    >>> formula("CC_RFM", [[["A", 1.5], ["B", None]], date(2026, 1, 31), None, False])
    '=CC_RFM({"A",1.5;"B",""},DATE(2026,1,31),,FALSE)'
    """
    return f"={name}({','.join(_argument(argument) for argument in arguments)})"


def _argument(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        rows = [row if isinstance(row, list) else [row] for row in value]
        return "{" + ";".join(",".join(map(_constant, row)) for row in rows) + "}"
    return _constant(value)


def _constant(value: Any) -> str:
    if value is None:
        return '""'
    if isinstance(value, date):
        return f"DATE({value.year},{value.month},{value.day})"
    if isinstance(value, str):
        doubled = value.replace('"', '""')
        return f'"{doubled}"'
    return shown(value)


def shown(value: Any) -> str:
    """One cell of a result as the cell shows it.

    >>> shown(True), shown(180.0), shown(0.1 + 0.2), shown("")
    ('TRUE', '180', '0.3', '')
    """
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        return f"{value:.15g}"
    return str(value)
