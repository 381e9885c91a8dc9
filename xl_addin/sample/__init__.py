"""The sample shop: the electronics seller of seed 003, invented, the same on every machine.

Some 300 customers and 3,000 orders over two and a half years, with seasons, growth, company
buyers, lapses, returns and the slips of a real table. Proved in tests/xl_addin/sample/.
"""

from __future__ import annotations

from typing import Any

from xl_addin.build.defaults import settings_rows
from xl_addin.sample.calendar import ANALYSIS_DATE
from xl_addin.sample.draw import Draw
from xl_addin.sample.flaws import spoil_customers, spoil_orders
from xl_addin.sample.people import draw_people
from xl_addin.sample.trade import draw_orders
from xl_addin.sample.words import Row, customer_rows, order_rows

SEED = 20261031
Columns = dict[str, list[Any]]

__all__ = ["ANALYSIS_DATE", "sample_tables"]


def sample_tables(lang: str) -> dict[str, Columns]:
    """The user's columns of customers, orders and settings, `lang` "zh" or "en".

    Choices are keys ("private", "returned"), dates are `date`, amounts are numbers. The shop
    is the same in both languages: only names, products and places differ.
    """
    draw = Draw(SEED)
    people = draw_people(draw)
    orders = spoil_orders(draw_orders(draw, people))
    customers = spoil_customers(customer_rows(draw, people, lang))
    return {
        "customers": _columns(customers),
        "orders": _columns(order_rows(orders, lang)),
        "settings": settings_rows(lang, ANALYSIS_DATE),
    }


def _columns(rows: list[Row]) -> Columns:
    return {name: [row.get(name) for row in rows] for name in rows[0]}
