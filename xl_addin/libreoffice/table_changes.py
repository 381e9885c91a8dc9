"""What differs between the tables of an open workbook and those of its file, as `Changes`.

Cells with formulas are left as they are in the file, which calculates them itself. Where rows come
or go, a column that is not all formulas gives its values: one sum typed into an amount must not
cost the amounts of the other rows.
Proved in tests/xl_addin/libreoffice/test_table_changes.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from xl_addin import schema
from xl_addin.cells import internal
from xl_addin.hosts.live import LiveBook
from xl_addin.hosts.live_cells import FORMULA_CELLS
from xl_addin.tables import Book, Cells, Changes, TableChange, TableData

_FIRST_DAYS = (date(1899, 12, 30), date(1904, 1, 1))
_DAY = timedelta(days=1)


def table_changes(old: Book, new: Book, live: LiveBook, lines: Mapping[str, str]) -> Changes:
    """Changes that make the file's tables those of the open workbook, read as `new`; `lines` are
    the new ones under titles."""
    changes = Changes()
    for name, table in old.tables.items():
        if name in new:
            formulas = formula_cells(live.tables[name])
            change = table_change(table, new[name], formulas)
            if change is not None or name in lines:
                changes.tables[name] = replace(change or TableChange(), line=lines.get(name, ""))
    return changes


def formula_cells(live: Any) -> dict[str, set[int]]:
    """Column to the rows, from 0, whose cells hold formulas."""
    part = live.part
    names = {place: name for name, place in live.places().items()}
    if part.last_data_row < part.first_data_row:
        return {}
    block = live.range(part.first_data_row, live.first_column, part.last_data_row, live.last_column)
    found: dict[str, set[int]] = {}
    for area in block.api.queryContentCells(FORMULA_CELLS):
        at = area.RangeAddress
        rows = range(at.StartRow + 1 - part.first_data_row, at.EndRow + 2 - part.first_data_row)
        for column in range(at.StartColumn + 1, at.EndColumn + 2):
            found.setdefault(names[column], set()).update(rows)
    return found


def table_change(
    old: TableData, new: TableData, formulas: dict[str, set[int]]
) -> TableChange | None:
    """The change from `old` to `new`; None where nothing differs."""
    common = list(_common(old, new))
    if len(new) < len(old):
        rows: dict[str, Cells] = {
            name: now for name, _, now in common if not _calculated(formulas.get(name), new)
        }
        return TableChange(replace=rows)
    update: dict[str, Cells] = {}
    append: dict[str, Cells] = {}
    for name, before, after in common:
        fixed = formulas.get(name, set())
        kept = [
            was if row in fixed else now
            for row, (was, now) in enumerate(zip(before, after, strict=False))
        ]
        if any(_differ(was, now) for was, now in zip(before, kept, strict=True)):
            update[name] = [
                now if _differ(was, now) else was for was, now in zip(before, kept, strict=True)
            ]
        if len(new) > len(old) and not _calculated(fixed, new):
            append[name] = after[len(old) :]
    return TableChange(update, append) if update or append else None


def _calculated(fixed: set[int] | None, table: TableData) -> bool:
    """Whether the rows with formulas are all rows."""
    return bool(fixed) and len(fixed or ()) == len(table)


def _common(old: TableData, new: TableData) -> Iterator[tuple[str, list[Any], list[Any]]]:
    """Columns both have: name, internal values before and after; computed ones only whole."""
    known = {column.name: column for column in schema.table(old.name).columns}
    for name, cells in old.columns.items():
        if name in new.columns:
            column = known[name]
            yield name, internal(column, cells), _clocks(internal(column, new.columns[name]))
    for caption, cells in old.extra.items():
        if caption in new.extra:
            yield caption, cells, new.extra[caption]


def _clocks(cells: list[Any]) -> list[Any]:
    """LibreOffice gives a time of day on the first day of its calendar; here it is a part of a day,
    as a workbook holds it."""
    return [_part_of_day(c.time()) if _is_clock(c) else c for c in cells]


def _is_clock(cell: Any) -> bool:
    return isinstance(cell, datetime) and cell.date() in _FIRST_DAYS


def _part_of_day(clock: time) -> float:
    return timedelta(hours=clock.hour, minutes=clock.minute, seconds=clock.second) / _DAY


def _differ(was: Any, now: Any) -> bool:
    return bool(_plain(was) != _plain(now))


def _plain(value: Any) -> Any:
    if value is None or value == "":
        return None
    if isinstance(value, time):
        return _part_of_day(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime(value.year, value.month, value.day)
    return value
