"""The host without a spreadsheet: tables in memory, for building a workbook and for tests.

It keeps internal values, where a workbook shows words; otherwise it behaves like the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from xl_addin import schema
from xl_addin.cells import shown
from xl_addin.tables import Book, Cells, Changes, TableChange, TableData

# Where the first data row of every table stands in a workbook as it is built.
FIRST_ROW = 5


class Memory:
    """Tables by internal name, each a mapping of internal column to cells."""

    def __init__(self, tables: Mapping[str, Mapping[str, Cells]], lang: str = "zh") -> None:
        self.lang = lang
        self.tables: dict[str, dict[str, list[Any]]] = {}
        for name, columns in tables.items():
            rows = len(next(iter(columns.values()), ()))
            empty: list[Any] = [None] * rows
            self.tables[name] = {
                column: list(columns.get(column, empty)) for column in _names(name, columns)
            }

    def read(self, names: Iterable[str] | None = None, writing: Iterable[str] = ()) -> Book:
        """The tables as a host reads them: with the words a workbook shows."""
        wanted = schema.asked_tables(names, self.tables)
        return Book({name: self._data(name) for name in wanted}, self.lang)

    def apply(self, changes: Changes) -> None:
        for name, change in changes.tables.items():
            self.tables[name] = _changed(self.tables.get(name, {}), name, change)

    def _data(self, name: str) -> TableData:
        table = schema.table(name)
        ours = {column: self.tables[name][column] for column in table.names()}
        columns = {c: shown(table.column(c), cells, self.lang) for c, cells in ours.items()}
        own = {c: list(cells) for c, cells in self.tables[name].items() if c not in ours}
        return TableData(name, schema.sheet_name(name, self.lang), FIRST_ROW, columns, extra=own)


def _changed(old: dict[str, list[Any]], name: str, change: TableChange) -> dict[str, list[Any]]:
    if change.replace is not None:
        old = {}
    else:
        old = old | {column: list(cells) for column, cells in change.update.items()}
    new = change.append if change.replace is None else change.replace
    before = len(next(iter(old.values()), ()))
    added = len(next(iter(new.values()), ()))
    return {
        column: [*old.get(column, [None] * before), *new.get(column, [None] * added)]
        for column in _names(name, old, new)
    }


def _names(table: str, *columns: Iterable[str]) -> list[str]:
    """The columns of the schema, then the user's own."""
    own = [name for names in columns for name in names]
    return list(dict.fromkeys([*schema.table(table).names(), *own]))
