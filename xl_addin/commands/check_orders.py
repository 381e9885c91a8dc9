"""Checks of the order table: customers, dates and amounts that cannot be counted, doubles.

Proved in tests/xl_addin/commands/test_check.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from udfs import quality
from udfs.values import dates, ids, numbers
from xl_addin import schema
from xl_addin.commands.check_customers import FIRST_DAY, filled_rows, unknown_words, where
from xl_addin.commands.check_findings import Collector, Finding
from xl_addin.tables import Book, TableData

NUMBERS = ("amount", "refund", "quantity")


def check_orders(book: Book, as_of: date | None) -> list[Finding]:
    """All findings of the order table; orders in the future need an analysis date."""
    found = Collector(book, "orders")
    filled = filled_rows(found.table)
    _customers(found, book, filled)
    _days(found, filled, as_of)
    _numbers(found, filled)
    unknown_words(found, schema.ORDERS.column("status"))
    _doubles(found)
    return found.findings


def _customers(found: Collector, book: Book, filled: np.ndarray) -> None:
    keys = ids(found.table.get("customer_id"))
    found.add("order_without_customer", "customer_id", where((keys == "") & filled))
    if "customers" not in book:
        return
    known = ids(book["customers"].get("customer_id"))
    stranger = ~pd.Series(keys).isin(known).to_numpy() & (keys != "")
    sheet = book["customers"].sheet
    found.add("customer_unknown", "customer_id", where(stranger), sheet=sheet)


def _days(found: Collector, filled: np.ndarray, as_of: date | None) -> None:
    days, bad = dates(found.table.get("order_date"), found.book.date1904)
    found.add("bad_date", "order_date", where(bad))
    found.add("order_date_missing", "order_date", where(np.isnat(days) & ~bad & filled))
    found.add("before_1900", "order_date", where(days < FIRST_DAY))
    if as_of is not None:
        future = days > np.datetime64(as_of, "D")
        found.add("order_future", "order_date", where(future), day=as_of.isoformat())


def _numbers(found: Collector, filled: np.ndarray) -> None:
    for name in NUMBERS:
        amounts, bad = numbers(found.table.get(name))
        found.add("bad_number", name, where(bad))
        if name == "amount":
            found.add("amount_missing", name, where(np.isnan(amounts) & ~bad & filled))
            plain = quality.blank(found.table.get("status"))
            found.add("amount_zero", name, where((amounts == 0) & plain))
            found.add("amount_negative", name, where((amounts < 0) & plain))


def _doubles(found: Collector) -> None:
    table = found.table
    first = _equal_rows(table)
    rows = [table.row_number(int(at)) for at in first]
    has_order = ids(table.get("order_id")) != ""
    found.add("order_twice", "order_id", where((first >= 0) & has_order), first=rows)
    found.add("row_twice", "customer_id", where((first >= 0) & ~has_order), first=rows)


def _equal_rows(table: TableData) -> np.ndarray:
    """For each row the first one equal to it in every column, else -1."""
    codes = np.zeros(len(table), dtype=np.int64)
    columns = [c for name, c in table.columns.items() if name != "customer_id"]
    customers = ids(table.get("customer_id"))
    every: list[Any] = [customers, *columns, *table.extra.values()]
    for cells in every:
        own, words = _codes(cells)
        codes, _ = pd.factorize(codes * (words + 1) + own)
    keys = [code + 1 for code in codes.tolist()]  # no key may be falsy: that means blank
    known = customers != ""
    return quality.repeats([key if here else 0 for key, here in zip(keys, known, strict=True)])


def _codes(cells: Sequence[Any] | np.ndarray) -> tuple[np.ndarray, int]:
    objects = np.empty(len(cells), dtype=object)
    objects[:] = cells
    codes, words = pd.factorize(objects)
    return codes, len(words)
