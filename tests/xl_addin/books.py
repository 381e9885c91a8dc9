"""Small books in memory for the tests of commands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from udfs.texts import text
from xl_addin.build import default_tables
from xl_addin.hosts.memory import Memory
from xl_addin.tables import Book


def memory(
    orders: Sequence[tuple[Any, ...]] = (),
    customers: Sequence[Any] | None = None,
    lang: str = "en",
    settings: Mapping[str, Any] | None = None,
    **tables: Mapping[str, Sequence[Any]],
) -> Memory:
    """A shop with `orders` as (customer_id, order_date, amount[, status]) and its customers."""
    rows = [(*order, None)[:4] for order in orders]
    ids = list(dict.fromkeys(row[0] for row in rows)) if customers is None else list(customers)
    columns = dict(
        zip(
            ("customer_id", "order_date", "amount", "status"),
            map(list, zip(*rows, strict=True)) if rows else ([], [], [], []),
            strict=True,
        )
    )
    base = default_tables(lang)
    chosen = {text(f"setting.{name}", lang): value for name, value in (settings or {}).items()}
    base["settings"]["value"] = [
        chosen.get(name, value)
        for name, value in zip(base["settings"]["setting"], base["settings"]["value"], strict=True)
    ]
    own = {"customers": {"customer_id": ids}, "orders": columns, "refresh_log": {}}
    return Memory({**base, **own, **tables}, lang)


def book(*args: Any, **kwargs: Any) -> Book:
    return memory(*args, **kwargs).read()
