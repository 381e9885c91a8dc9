"""Explain: one customer's scores, tier and flag, each with the numbers behind it."""

from __future__ import annotations

from datetime import date

from udfs.errors import NotFound
from udfs.texts import text
from xl_addin.commands.refresh import score
from xl_addin.commands.refresh_log import last_refresh_date
from xl_addin.tables import Book

TABLES = ("customers", "orders", "settings", "tiers", "segments", "refresh_log")


def explain(
    book: Book, customer_id: str, analysis_date: date | None = None, lang: str | None = None
) -> list[str]:
    """The lines of the explanation in `lang`, otherwise in the language of the book.

    Without a date it is that of the last refresh, because those numbers stand in the table. A
    customer who is not in the table raises `NotFound`, naming the nearest one that is.
    """
    from udfs.explain import explain_customer
    from udfs.values import ids, read_id

    lang = lang or book.lang
    wanted = read_id(customer_id)
    known = ids(book["customers"].get("customer_id")).tolist()
    if wanted not in known or not wanted:
        raise _unknown(wanted, known)
    result = score(book, analysis_date or last_refresh_date(book))
    name = book["customers"].get("name")[known.index(wanted)]
    heading = text(
        "refresh.explain_heading",
        lang,
        day=result.as_of.isoformat(),
        customer=f"{wanted} {name}" if name else wanted,
    )
    if wanted not in set(result.scored["customer_id"]):
        return [heading, text("refresh.no_orders_yet", lang)]
    cuts, currency = (result.cuts, result.tier_cuts), result.settings.currency
    lines = explain_customer(result.scored, wanted, *cuts, lang, currency)
    return [heading, *lines[1:]]


def _unknown(wanted: str, known: list[str]) -> NotFound:
    """Not there; IDs that differ in case or leading zeros are likely meant."""
    plain = {one.casefold().lstrip("0"): one for one in known if one}
    near = plain.get(wanted.casefold().lstrip("0"))
    if near is None:
        return NotFound("refresh.unknown_customer", customer=wanted)
    return NotFound("refresh.near_customer", customer=wanted, near=near)
