"""Export: one table as plain rows under internal names, the same on every host.

Flags are true or false, choices their internal words, dates ISO, numbers as short as they are
exact; the user's own columns follow under their captions.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from udfs.errors import NotFound
from udfs.texts import LANGUAGES, text
from xl_addin import schema
from xl_addin.cells import internal
from xl_addin.schema import Column
from xl_addin.tables import Book


def table_named(name: str, lang: str) -> str:
    """The internal name of a table given by it or by the name on its sheet, in any case."""
    known = {schema.normal_caption(table): table for table in schema.TABLE_NAMES}
    for table in schema.TABLE_NAMES:
        known |= {schema.normal_caption(text(f"sheet.{table}", x)): table for x in LANGUAGES}
    found = known.get(schema.normal_caption(name))
    if found is None:
        names = [schema.sheet_name(table, lang) for table in schema.TABLE_NAMES]
        raise NotFound("cli.export.unknown_table", name=name, names=names)
    return found


def without_consent(book: Book) -> int:
    """Customers who never agreed, or withdrew, to the use of their data (PIPL Art. 13 to 17)."""
    customers = book["customers"]
    cells = zip(
        customers.get("customer_id"),
        customers.get("consent_given_on"),
        customers.get("consent_withdrawn_on"),
        strict=True,
    )
    return sum(bool(who) and (not given or bool(withdrawn)) for who, given, withdrawn in cells)


def export(book: Book, table_name: str) -> Iterator[list[str]]:
    """The header, then every row."""
    table, data = schema.table(table_name), book[table_name]
    present = [column for column in table.columns if column.name in data]
    columns = [words_of(column, data.get(column.name)) for column in present]
    own = [words_of(None, cells) for cells in data.extra.values()]
    yield [column.name for column in present] + list(data.extra)
    yield from (list(row) for row in zip(*columns, *own, strict=True))


def words_of(column: Column | None, cells: list[Any]) -> list[str]:
    """The cells of a column as plain words, the same on every host; None: the user's own column."""
    kind = column.kind if column else "text"
    return [_word(cell, kind) for cell in internal(column, cells)]


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
