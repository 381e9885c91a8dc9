"""The command "import": order and customer files become rows of the workbook.

Orders are appended, and those already there are left alone; customers are added, and blanks of
known ones filled. What a person typed is never overwritten, and what a file says differently is
in the report. The day of the import comes from the caller: a command has no clock.
Proved in tests/xl_addin/commands/test_import_files.py.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np

from udfs.errors import BadValue
from udfs.texts import text
from udfs.values import ids
from xl_addin import schema
from xl_addin.intake.choices import choice_words
from xl_addin.intake.incoming import Incoming
from xl_addin.intake.known_rows import Known, compare
from xl_addin.intake.merge import KEPT_DIFFERENCES, merge, targets
from xl_addin.intake.report import Difference, FileReport, ImportReport, UnreadCell
from xl_addin.intake.typed import Cells, read_cells, read_like
from xl_addin.tables import Book, Changes, TableData

SHEET_ROWS = 1_048_576


def import_files(
    book: Book,
    orders: Incoming | None = None,
    customers: Incoming | None = None,
    *,
    on: date,
    replace: bool = False,
) -> Changes:
    """Both files at once: customers first, so that only unknown ones are added from the orders.

    `on` is the day written into the note of customers found in orders. Raises BadValue for a
    file that was imported before (see `import_orders`) and for a sheet that would be too long.
    """
    changes = Changes()
    reports = []
    if customers is not None:
        found = import_customers(book, customers)
        changes.tables.update(found.tables)
        reports += found.report.files
    if orders is not None:
        added = changes.table("customers").append
        found = _orders(book, orders, on, replace, set(added.get("customer_id", ())))
        changes.tables["orders"] = found.tables["orders"]
        _join(added, found.table("customers").append)
        reports += found.report.files
    if "customers" in book:
        _refuse_overflow(book["customers"], changes.table("customers").appended_rows(), False)
    changes.report = ImportReport(tuple(reports))
    return changes


def import_orders(book: Book, incoming: Incoming, *, on: date, replace: bool = False) -> Changes:
    """Append the file's order rows; with `replace` they take the place of all that are there.

    Rows of orders that are there exactly so are skipped; a row with a known order ID that is
    different is not imported but reported. Rows without order ID cannot be told apart: they are
    imported, unless every row of the file is there already, which raises BadValue.
    """
    return import_files(book, orders=incoming, on=on, replace=replace)


def import_customers(book: Book, incoming: Incoming) -> Changes:
    """Append new customers and fill blank cells of known ones; the report lists what differs."""
    table = _table(book, "customers", ("customer_id",))
    read = _read(book, table, incoming)
    keys = [str(cell or "") for cell in read["customer_id"].values]
    where, new_rows = targets(list(ids(table.columns["customer_id"])), keys)
    file_cells = {name: cells.values for name, cells in read.items()}
    extra = _extra(book, table, incoming)
    there = {name: table.get(name) for name in read} | {name: table.extra[name] for name in extra}
    lists = [column for column in schema.CUSTOMERS.columns if column.choices]
    merged = merge(
        there,
        file_cells | extra,
        where,
        new_rows,
        keys,
        incoming.lines,
        table.first_row,
        {column.name: choice_words(column) for column in lists},
    )
    _refuse_overflow(table, new_rows, False)
    changes = Changes()
    change = changes.table("customers")
    old = len(table)
    change.update = {name: merged.columns[name][:old] for name in merged.changed}
    if new_rows:
        change.append = {name: cells[old:] for name, cells in merged.columns.items()}
    without = tuple(incoming.lines[i] for i, key in enumerate(keys) if not key)
    report = FileReport(
        added=new_rows,
        filled_cells=merged.filled_cells,
        filled_rows=len(merged.filled),
        lines_without_id=without,
        differences=merged.differences,
        differing=merged.differing,
        **_about_file(incoming, read, extra),
    )
    changes.report = ImportReport((report,))
    return changes


def _orders(
    book: Book, incoming: Incoming, on: date, replace: bool, just_added: set[Any]
) -> Changes:
    table = _table(book, "orders", ("customer_id", "order_date", "amount"))
    read = _read(book, table, incoming)
    file_cells = {name: cells.values for name, cells in read.items()}
    known = None if replace or not len(table) else _compare(book, table, file_cells, incoming)
    kept = np.arange(len(incoming)) if known is None else np.flatnonzero(known.new)
    _refuse_overflow(table, len(kept), replace)
    extra = _extra(book, table, incoming)
    rows: dict[str, Sequence[Any]]
    rows = {name: _pick(cells, kept) for name, cells in (file_cells | extra).items()}
    changes = Changes()
    if replace:
        changes.table("orders").replace = rows
    elif len(kept):
        changes.table("orders").append = rows
    changes.table("orders")
    new_customers = _new_customers(book, rows["customer_id"], just_added, incoming.file, on)
    changes.table("customers").append.update(new_customers)
    differences = _differences(table, file_cells, known, incoming) if known else ()
    unnamed = [incoming.lines[i] for i in kept.tolist() if file_cells["customer_id"][i] is None]
    report = FileReport(
        added=len(kept),
        replaced=len(table) if replace else 0,
        cleared=_cleared(table, extra) if replace else (),
        already_there=int(known.skipped.sum()) if known else 0,
        alike=int(known.alike.sum()) if known else 0,
        new_customers=len(new_customers.get("customer_id", ())),
        lines_without_id=tuple(unnamed),
        differences=tuple(differences),
        differing=int(known.differing.sum()) if known else 0,
        **_about_file(incoming, read, extra),
    )
    changes.report = ImportReport((report,))
    return changes


def _table(book: Book, name: str, needed: Sequence[str]) -> TableData:
    if name not in book:
        raise BadValue("intake.table_missing", table=schema.sheet_name(name, book.lang))
    book[name].need(*needed)
    return book[name]


def _read(book: Book, table: TableData, incoming: Incoming) -> dict[str, Cells]:
    """The file's columns that the workbook has, read by kind."""
    return {
        name: _typed(book, incoming.table, name, cells, incoming.date1904)
        for name, cells in incoming.columns.items()
        if name in table
    }


def _typed(book: Book, table: str, name: str, cells: Sequence[Any], date1904: bool) -> Cells:
    column = schema.table(table).column(name)
    earliest = date(1904 if book.date1904 else 1900, 1, 1)
    return read_cells(column, cells, date1904=date1904, earliest=earliest)


def _extra(book: Book, table: TableData, incoming: Incoming) -> dict[str, list[Any]]:
    """The user's own columns, by their caption, for which the file has a column."""
    own = {schema.normal_caption(caption): caption for caption in table.extra}
    found: dict[str, list[Any]] = {}
    for header, cells in incoming.extra.items():
        caption = own.get(schema.normal_caption(header))
        if caption is not None and caption not in found:
            found[caption] = read_like(table.extra[caption], cells, incoming.date1904)
    return found


def _cleared(table: TableData, extra: Mapping[str, Any]) -> tuple[str, ...]:
    """The user's own columns whose cells go with the old rows."""
    return tuple(
        caption
        for caption, cells in table.extra.items()
        if caption not in extra and any(cell not in (None, "") for cell in cells)
    )


def _about_file(
    incoming: Incoming, read: Mapping[str, Cells], extra: Mapping[str, Any]
) -> dict[str, Any]:
    """What the report says about the file, whatever became of its rows."""
    filled = {schema.normal_caption(caption) for caption in extra}
    bad = {name: np.flatnonzero(cells.bad) for name, cells in read.items()}
    first = sorted((i, name) for name, rows in bad.items() for i in rows[:10].tolist())[:10]
    return {
        "table": incoming.table,
        "file": incoming.file,
        "rows": len(incoming),
        "unread": tuple(
            UnreadCell(incoming.lines[i], name, incoming.columns[name][i]) for i, name in first
        ),
        "unread_cells": sum(map(len, bad.values())),
        "mapped": dict(incoming.sources),
        "unmapped": tuple(h for h in incoming.extra if schema.normal_caption(h) not in filled),
        "computed": incoming.computed,
        "absent": tuple(name for name in incoming.columns if name not in read),
        "removed_characters": incoming.removed_characters,
    }


def _compare(
    book: Book, table: TableData, file_cells: Mapping[str, Sequence[Any]], incoming: Incoming
) -> Known:
    ours = {
        name: _typed(book, "orders", name, table.get(name), book.date1904).values
        for name in {*file_cells, "order_id"}
        if name in table
    }
    known = compare(ours, file_cells)
    if known.there.all() and not known.has_order.all():
        raise BadValue(
            "intake.imported_before", file=incoming.file, rows=len(incoming), sheet=table.sheet
        )
    return known


def _differences(
    table: TableData, file_cells: Mapping[str, Sequence[Any]], known: Known, incoming: Incoming
) -> list[Difference]:
    """What the first thousand differing rows have against the table, one value each."""
    differing = np.flatnonzero(known.differing)[:KEPT_DIFFERENCES]
    orders = file_cells.get("order_id", ())
    wanted = {orders[i] for i in differing}
    rows: dict[str, list[int]] = {}
    for position, order in enumerate(ids(table.get("order_id"))):
        if order in wanted:
            rows.setdefault(order, []).append(position)
    return [
        _difference(table, file_cells, rows[orders[i]], i, incoming.lines[i], known)
        for i in differing.tolist()
    ]


def _difference(
    table: TableData,
    file_cells: Mapping[str, Sequence[Any]],
    rows: list[int],
    position: int,
    line: int,
    known: Known,
) -> Difference:
    order = file_cells["order_id"][position]
    product = file_cells.get("product", [None] * (position + 1))[position]
    alike = [
        row
        for row in rows
        if not known.table_used[row] and (product is None or table.get("product")[row] == product)
    ]
    here = {name: cells[position] for name, cells in file_cells.items()}
    for row in alike[:1]:
        for name in here:
            there = table.get(name)[row]
            if _plain(there) != _plain(here[name]):
                number = table.row_number(row)
                return Difference(line, order, number, name, there, here[name])
    said = here["product"] if product else here["amount"]
    return Difference(line, order, table.row_number(rows[0]), None, None, said)


def _new_customers(
    book: Book, order_customers: Sequence[Any], just_added: set[Any], file: str, on: date
) -> dict[str, list[Any]]:
    """Rows for the customers of these orders whom nobody knows yet, marked in their note."""
    table = _table(book, "customers", ("customer_id",))
    known = {*ids(table.columns["customer_id"]), *just_added}
    new = [key for key in dict.fromkeys(order_customers) if key and key not in known]
    if not new:
        return {}
    found: dict[str, list[Any]] = {"customer_id": new}
    if "note" in table:
        note = text("intake.added_by_import", book.lang, date=on.isoformat(), file=file)
        found["note"] = [note] * len(new)
    return found


def _join(first: dict[str, Any], second: Mapping[str, Sequence[Any]]) -> None:
    """Put the rows `second` below the rows `first`; columns only one of them has get blanks."""
    above = len(first.get("customer_id", ()))
    below = len(second.get("customer_id", ()))
    for name in {**first, **second} if below else ():
        first[name] = [*first.get(name, [None] * above), *second.get(name, [None] * below)]


def _refuse_overflow(table: TableData, added: int, replace: bool) -> None:
    rows = table.first_row - 1 + (0 if replace else len(table)) + added
    if rows > SHEET_ROWS:
        raise BadValue("intake.too_many_rows", sheet=table.sheet, rows=rows, limit=SHEET_ROWS)


def _pick(cells: Sequence[Any], kept: np.ndarray) -> list[Any]:
    return list(cells) if len(kept) == len(cells) else [cells[i] for i in kept]


def _plain(value: Any) -> str:
    """A cell as it is compared; 7.0, 7 and "7" are the same to a person."""
    return str(ids([value])[0])
