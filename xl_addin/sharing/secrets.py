"""Every value of the book that belongs to a single customer, for the search for leaks.

Rows and columns that a reader may not see are never copied; this is the second look, at
everything else a workbook carries. Values that identify somebody always count; other texts only
where one customer alone has them. Numbers such as amounts do not count: equal ones are chance.
Proved in tests/xl_addin/sharing/test_secrets.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from udfs.texts import catalogue
from xl_addin import schema
from xl_addin.commands.share.tables import CUSTOMER, is_of_customers
from xl_addin.copying.forbidden import as_written, counts_inside
from xl_addin.tables import Book, TableData

# Whoever reads one of these knows who is meant.
IDENTIFYING = {
    "customers": (CUSTOMER, "name", "phone", "email", "address", "company"),
    "orders": ("order_id", CUSTOMER),
    "contacts": ("contact_id", CUSTOMER),
    "follow_up": ("name", CUSTOMER, "item"),
    "important_dates": (CUSTOMER,),
    "consents": (CUSTOMER,),
}
# What somebody has written about one customer.
WRITTEN = {
    "customers": ("preferences", "explicit_needs", "implicit_needs", "note"),
    "orders": ("note",),
    "contacts": ("thread", "topic", "outcome", "note"),
    "follow_up": ("result_note",),
    "important_dates": ("note",),
    "consents": ("how", "note"),
}
_LONG_ENOUGH = 8
_SHORT_NAME = re.compile(r"(?=.*\d)(?=.*[^\W\d]).{3,}").fullmatch
_LONG_NUMBER = 10**5


def secret_values(book: Book) -> set[str]:
    """The values, without words that everybody in the company uses."""
    found: set[str] = set()
    owners: dict[str, str | None] = {}
    for table in book.tables.values():
        if is_of_customers(table.name):
            found |= set(_identifying(table))
            for who, value in _written(table):
                owners[value] = who if owners.setdefault(value, who) == who else None
    found |= {value for value, who in owners.items() if who is not None}
    return found - _common_words(book)


def _identifying(table: TableData) -> Iterator[str]:
    for column in IDENTIFYING[schema.base_name(table.name)]:
        if column in table.columns:
            yield from filter(_is_telling, map(as_written, table.get(column)))


def _written(table: TableData) -> Iterator[tuple[str, str]]:
    """Customer and text, of columns for remarks and of the user's own."""
    who = [as_written(cell) for cell in table.get(CUSTOMER)]
    columns = [table.get(c) for c in WRITTEN[schema.base_name(table.name)] if c in table.columns]
    for cells in (*columns, *table.extra.values()):
        for customer, cell in zip(who, cells, strict=True):
            value = as_written(cell) if _may_tell(cell) else ""
            if len(value) >= _LONG_ENOUGH or (_is_telling(value) and any(map(str.isdigit, value))):
                yield customer, value


def _may_tell(cell: Any) -> bool:
    """Texts, and numbers that are too long for an amount by chance."""
    if isinstance(cell, bool) or not isinstance(cell, int | float | str):
        return False
    return isinstance(cell, str) or (float(cell).is_integer() and abs(cell) >= _LONG_NUMBER)


def _is_telling(value: str) -> bool:
    """Whether finding the value somewhere is no accident: "7" and "n/a" would be everywhere."""
    return counts_inside(value) or _SHORT_NAME(value) is not None


def _common_words(book: Book) -> set[str]:
    """Our own texts, and names of tiers, segments, roles, colleagues and the company."""
    words = {word for pair in catalogue().values() for word in pair}
    columns = {
        "customers": ("owner", "tier", "segment", "tier_tag", "source", "region", "city"),
        "orders": ("product",),
        "contacts": ("person",),
        "tiers": ("tier", "tag"),
        "segments": ("segment",),
        "settings": ("value",),
        "staff": ("owner",),
        "roles": ("role",),
    }
    for name, chosen in columns.items():
        if name in book:
            for column in chosen:
                words |= {as_written(cell) for cell in book[name].get(column)}
    return words
