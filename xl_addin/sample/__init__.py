"""The sample shop: the electronics seller of seed 003, invented, the same on every machine.

Some 300 customers and 3,000 orders over two and a half years, with seasons, growth, company
buyers, lapses, returns and the slips of a real table; the contacts of the last year, consents,
important dates and the colleagues. Proved in tests/xl_addin/sample/.
"""

from __future__ import annotations

from typing import Any

from udfs.texts import LANGUAGES
from xl_addin.defaults import settings_rows
from xl_addin.sample.calendar import ANALYSIS_DATE
from xl_addin.sample.draw import Draw
from xl_addin.sample.flaws import spoil_customers, spoil_orders
from xl_addin.sample.office import consent_rows, date_rows, holiday_rows, staff_rows
from xl_addin.sample.people import draw_people
from xl_addin.sample.talk_words import COMPANY
from xl_addin.sample.talks import draw_talks
from xl_addin.sample.trade import draw_orders
from xl_addin.sample.words import Row, contact_rows, customer_rows, order_rows

SEED = 20261031
Columns = dict[str, list[Any]]

__all__ = ["ANALYSIS_DATE", "sample_tables"]


def sample_tables(lang: str) -> dict[str, Columns]:
    """The user's columns of each table the shop has filled in, `lang` "zh" or "en".

    Choices are keys ("private", "returned"), dates are `date`, amounts are numbers. The shop
    is the same in both languages: only names, products and places differ.
    """
    draw = Draw(SEED)
    people = draw_people(draw)
    orders = spoil_orders(draw_orders(draw, people))
    known = customer_rows(draw, people, lang)
    customers = spoil_customers(known)
    agreed = [p.number for p in people if _agrees(customers[p.number - 1])]
    talks = draw_talks(people, [row["preferred_channel"] for row in known], agreed)
    return {
        "customers": _columns(customers),
        "orders": _columns(order_rows(orders, lang)),
        "contacts": _columns(contact_rows(talks, lang)),
        "important_dates": _columns(date_rows(people, lang)),
        "consents": _columns(consent_rows(people, agreed, lang)),
        "holidays": _columns(holiday_rows(lang)),
        "staff": _columns(staff_rows(lang)),
        "settings": settings_rows(lang, ANALYSIS_DATE, company=COMPANY[LANGUAGES.index(lang)]),
    }


def _agrees(row: Row) -> bool:
    """Whether a customer has agreed to be contacted and not taken it back."""
    return row["consent_given_on"] is not None and row["consent_withdrawn_on"] is None


def _columns(rows: list[Row]) -> Columns:
    return {name: [row.get(name) for row in rows] for name in rows[0]}
