"""Filters of Excel's tables: taken off while cells are written, and set again afterwards.

Excel writes a block only into the rows a filter shows, and begins the block anew in each run of
them (xlwings' issues 679 and 747 show it). So no row may be filtered away meanwhile; rows that
are hidden by hand do no harm, and LibreOffice writes into all rows. A filter that cannot be set
again exactly (a colour, the ten largest, dates) is refused before anything is written.
Proved in tests/xl_addin/hosts/test_live_filters.py.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from udfs.errors import BadValue
from xl_addin.hosts.live_cells import is_excel

if TYPE_CHECKING:
    import xlwings as xw

# XlAutoFilterOperator: one condition, two with "and" or "or", a list of values.
_ONE, _AND, _OR, _VALUES = 0, 1, 2, 7


@dataclass(frozen=True)
class _Criterion:
    """What one column of a table is filtered by."""

    field: int
    operator: int
    first: Any
    second: Any

    @classmethod
    def of(cls, field: int, condition: Any) -> _Criterion:
        """Raises what COM raises where a condition does not tell what it is."""
        operator = int(condition.Operator)
        second = condition.Criteria2 if operator in (_AND, _OR) else None
        return cls(field, operator, condition.Criteria1, second)

    def is_plain(self) -> bool:
        """Whether Excel takes these words as it has given them."""
        if self.operator == _VALUES:
            return _is_words(self.first)
        if self.operator in (_AND, _OR):
            return isinstance(self.first, str) and isinstance(self.second, str)
        return self.operator == _ONE and isinstance(self.first, str)

    def set_on(self, cells: Any) -> None:
        how: dict[str, Any] = {"Field": self.field, "Criteria1": self.first}
        if self.operator != _ONE:
            how["Operator"] = self.operator
        if self.second is not None:
            how["Criteria2"] = self.second
        cells.AutoFilter(**how)


class Unfiltered:
    """Around the writing on some sheets; made before, because making it may refuse."""

    def __init__(self, sheets: Iterable[xw.Sheet]) -> None:
        self._filtered = [
            (table, _criteria(sheet, table))
            for sheet in sheets
            if is_excel(sheet.book)
            for table in _filtered_tables(sheet)
        ]

    def __enter__(self) -> None:
        for table, _ in self._filtered:
            table.AutoFilter.ShowAllData()

    def __exit__(self, *_: object) -> None:
        for table, criteria in self._filtered:
            for criterion in criteria:
                # The cells are written; a filter that is missing is seen, and no reason to fail.
                with contextlib.suppress(Exception):
                    criterion.set_on(table.Range)


def _filtered_tables(sheet: xw.Sheet) -> list[Any]:
    """All tables of the sheet that hide rows; a filter of the sheet itself is refused."""
    tables = [table.api for table in sheet.tables]
    filtered = [t for t in tables if t.ShowAutoFilter and t.AutoFilter.FilterMode]
    native = sheet.api
    own = bool(native.AutoFilterMode) and native.AutoFilter.FilterMode
    if own or (native.FilterMode and not filtered):
        raise BadValue("live.filtered", sheet=sheet.name)
    return filtered


def _criteria(sheet: xw.Sheet, table: Any) -> list[_Criterion]:
    conditions = table.AutoFilter.Filters
    fields = [field for field in range(1, conditions.Count + 1) if conditions(field).On]
    try:
        found = [_Criterion.of(field, conditions(field)) for field in fields]
    except Exception as why:  # COM has no words for colours, icons and groups of dates
        raise BadValue("live.filtered", sheet=sheet.name) from why
    if not all(one.is_plain() and not _is_date(table, one.field) for one in found):
        raise BadValue("live.filtered", sheet=sheet.name)
    return found


def _is_words(values: Any) -> bool:
    if isinstance(values, str):
        return True
    return isinstance(values, (list, tuple)) and all(isinstance(v, str) for v in values)


def _is_date(table: Any, field: int) -> bool:
    """Whether a column holds dates: a condition on them is told as one country writes dates and
    read as another does. Asked of the first cell, by a Value that knows dates."""
    body = table.DataBodyRange
    return body is not None and hasattr(body.Cells(1, field).Value, "year")
