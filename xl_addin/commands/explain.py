"""Explain: one customer's scores, tier and flag, each with the numbers behind it."""

from __future__ import annotations

from datetime import date

from udfs.errors import NotFound
from udfs.texts import text
from xl_addin.commands.refresh import score
from xl_addin.tables import Book

TABLES = ("customers", "orders", "settings", "tiers", "segments")


def explain(book: Book, customer_id: str, analysis_date: date | None = None) -> list[str]:
    """The lines of the explanation; a customer who is in no table raises `NotFound`."""
    from udfs.explain import explain_customer
    from udfs.values import ids, read_id

    wanted = read_id(customer_id)
    known = ids(book["customers"].get("customer_id")).tolist()
    result = score(book, analysis_date)
    if wanted not in set(result.scored["customer_id"]):
        if wanted in known:
            return [text("refresh.no_orders_yet", book.lang)]
        raise NotFound("refresh.unknown_customer", customer=customer_id)
    name = book["customers"].get("name")[known.index(wanted)] if wanted in known else None
    heading = text(
        "refresh.explain_heading",
        book.lang,
        day=result.as_of.isoformat(),
        customer=f"{wanted} {name}" if name else wanted,
    )
    cuts, currency = (result.cuts, result.tier_cuts), result.settings.currency
    lines = explain_customer(result.scored, wanted, *cuts, book.lang, currency)
    return [heading, *lines[1:]]
