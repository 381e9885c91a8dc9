"""How each table of the workbook goes into a copy, and by which name people call it.

Proved in tests/xl_addin/commands/share/test_tables.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from udfs.texts import LANGUAGES
from xl_addin import schema
from xl_addin.tables import Book, TableData

# Rows that belong to one customer each.
OF_CUSTOMERS = ("customers", "orders", "contacts", "follow_up", "important_dates", "consents")
# The same for every colleague.
FOR_ALL = ("templates", "settings", "tiers", "segments", "strategies", "holidays")
# Figures of the whole company: only for a role that sees all customers.
OF_THE_COMPANY = ("refresh_log",)
# Who else reads what is nobody's business but the sender's.
NEVER = ("staff", "roles", "share_log")

CUSTOMER = "customer_id"


def in_copies(book: Book) -> Iterator[TableData]:
    """The tables of the book that some copy may hold, in the order of their tabs."""
    for name in schema.asked_tables((*OF_CUSTOMERS, *FOR_ALL, *OF_THE_COMPANY), book.tables):
        yield book[name]


def is_of_customers(name: str) -> bool:
    """Whether each row of the table belongs to one customer."""
    return schema.base_name(name) in OF_CUSTOMERS


def caption_of(table: TableData, column: str, lang: str) -> str:
    """The header of a column of ours, or of the user's own, as it stands in the workbook."""
    if column in table.extra:
        return column
    return table.captions.get(column) or schema.caption(table.name, column, lang)


def columns_of(table: TableData) -> list[str]:
    """Our columns that the workbook has, then the user's own by their captions."""
    ours = [name for name in schema.table(table.name).names() if name in table]
    return [*ours, *table.extra]


def names_of_column(table: TableData, column: str, lang: str) -> set[str]:
    """Everything a person may call a column, normalised."""
    words = {column, caption_of(table, column, lang)}
    if column not in table.extra:
        words |= {schema.caption(table.name, column, x) for x in LANGUAGES}
    return {schema.normal_caption(word) for word in words}


def names_of_table(table: TableData) -> set[str]:
    """Everything a person may call a sheet with a table of ours, normalised."""
    base = schema.base_name(table.name)
    words = {base, table.sheet, *(schema.sheet_name(base, x) for x in LANGUAGES)}
    return {schema.normal_caption(word) for word in words}


@cache
def _names_of_schema() -> frozenset[str]:
    """Every column and sheet a workbook of ours can have, also with the sheet before the column."""
    found: set[str] = set()
    for name in (*OF_CUSTOMERS, *FOR_ALL, *OF_THE_COMPANY):
        sheets = {name, *(schema.sheet_name(name, lang) for lang in LANGUAGES)}
        columns = set(schema.column_by_caption(name))
        found |= columns | {schema.normal_caption(sheet) for sheet in sheets}
        found |= {f"{schema.normal_caption(sheet)}:{c}" for sheet in sheets for c in columns}
    return frozenset(found)


def is_of_schema(word: str) -> bool:
    """Whether a word names something that this workbook only happens to lack.

    >>> is_of_schema("Contacts: Topic"), is_of_schema("Contact: Tpoic")
    (True, False)
    """
    return schema.normal_caption(word) in _names_of_schema()
