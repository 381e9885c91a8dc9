"""Export: one table as plain rows under internal names, the same on every host.

Flags are true or false, choices their internal words, dates ISO, numbers as short as they are
exact; the user's own columns follow under their captions.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from xl_addin import schema
from xl_addin.cells import internal
from xl_addin.tables import Book


def export(book: Book, table_name: str) -> Iterator[list[str]]:
    """The header, then every row."""
    table, data = schema.table(table_name), book[table_name]
    present = [column for column in table.columns if column.name in data]
    columns = [_words(internal(column, data.get(column.name)), column.kind) for column in present]
    own = [_words(cells, "text") for cells in data.extra.values()]
    yield [column.name for column in present] + list(data.extra)
    yield from (list(row) for row in zip(*columns, *own, strict=True))


def _words(cells: list[Any], kind: str) -> list[str]:
    return [_word(cell, kind) for cell in cells]


def _word(cell: Any, kind: str) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        return cell.isoformat(" ") if kind == "moment" or cell.time() else cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell)
