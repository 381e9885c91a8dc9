"""What the refresh log remembers of the refreshes before."""

from __future__ import annotations

from datetime import date

from xl_addin.tables import Book


def last_refresh_date(book: Book) -> date | None:
    """The analysis date of the last line of the refresh log, which the table shows."""
    from udfs.values import dates

    if "refresh_log" not in book or not len(book["refresh_log"]):
        return None
    days, _ = dates(book["refresh_log"].get("analysis_date"), book.date1904)
    return next((day for day in reversed(days.tolist()) if day is not None), None)
