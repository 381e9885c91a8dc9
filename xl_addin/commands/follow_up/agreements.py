"""Who has agreed to what, as the sheet Consents and the customer table say.

In doubt nobody agreed. Proved in tests/xl_addin/commands/follow_up/test_agreements.py.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from xl_addin import schema
from xl_addin.cells import internal
from xl_addin.tables import Book, TableData

if TYPE_CHECKING:
    from udfs.consents import ConsentBook


def read_consents(book: Book, day: date) -> ConsentBook:
    """Who has agreed to what on that day, by the sheet Consents and the customer table.

    Raises `BadValue` where a column of withdrawals is missing: nobody may be taken to agree still.
    """
    from udfs.consents import ConsentRows, valid_consents
    from udfs.values import ids

    def rows(table: str, purpose: str, given: str, withdrawn: str) -> ConsentRows:
        data = book[table]
        if given in data:
            data.need(withdrawn)
        purposes = internal(schema.table(table).column(purpose), data.get(purpose))
        days = (_days_or_words(data, name, book) for name in (given, withdrawn))
        return ConsentRows(ids(data.get("customer_id")).tolist(), purposes, *days)

    general = rows("customers", "consent_purpose", "consent_given_on", "consent_withdrawn_on")
    if "consents" not in book:
        return valid_consents(general, None, day)
    book["consents"].need("customer_id", "purpose", "given_on", "withdrawn_on")
    own = rows("consents", "purpose", "given_on", "withdrawn_on")
    return valid_consents(general, own, day)


def _days_or_words(table: TableData, column: str, book: Book) -> list[Any]:
    """Days; a cell that holds none stays as it is: an unreadable withdrawal is one all the same."""
    from udfs.values import dates

    cells = table.get(column)
    days, bad = dates(cells, book.date1904)
    read = zip(days.tolist(), cells, bad.tolist(), strict=True)
    return [str(cell) if is_bad else day for day, cell, is_bad in read]
