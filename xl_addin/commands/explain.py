"""Explain: one customer's scores, tier and flag, each with the numbers behind it."""

from __future__ import annotations

from datetime import date

from udfs.texts import text
from xl_addin.commands.asked_customer import Customers
from xl_addin.commands.refresh import TABLES, Scoring, score
from xl_addin.commands.refresh_log import last_refresh_date
from xl_addin.tables import Book

__all__ = ["TABLES", "explain", "explained"]


def explain(
    book: Book, customer_id: str, analysis_date: date | None = None, lang: str | None = None
) -> list[str]:
    """The lines of the explanation in `lang`, otherwise in the language of the book.

    Without a date it is that of the last refresh, because those numbers stand in the table. A
    customer who is not in the table raises `NotFound`, naming the nearest one that is.
    """
    lang = lang or book.lang
    customers = Customers(book)
    wanted, place = customers.find(customer_id)
    result = score(book, analysis_date or last_refresh_date(book))
    title, day = customers.title(wanted, place), result.as_of.isoformat()
    heading = text("refresh.explain_heading", lang, day=day, customer=title)
    return [heading, *explained(result, wanted, lang)]


def explained(result: Scoring, wanted: str, lang: str) -> list[str]:
    """Every number of the customer `wanted` with what is behind it, a line each."""
    from udfs.explain import explain_customer

    if wanted not in set(result.scored["customer_id"]):
        return [text("refresh.no_orders_yet", lang)]
    cuts, currency = (result.cuts, result.tier_cuts), result.settings.currency
    return explain_customer(result.scored_in(lang), wanted, *cuts, lang, currency)[1:]
