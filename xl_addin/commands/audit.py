"""Audit: everything behind one customer's numbers on one page, down to the rows of the orders.

Every figure is one that the refresh computes with; the page says whether the customer table still
shows the same. Proved in tests/xl_addin/commands/test_audit.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from udfs.texts import text
from xl_addin.commands.asked_customer import Customers
from xl_addin.commands.audit_orders import CustomerOrders, customer_orders
from xl_addin.commands.audit_rules import churn_section, scores_section, tier_section
from xl_addin.commands.explain import explained
from xl_addin.commands.refresh import TABLES, score
from xl_addin.commands.refresh_log import last_refresh_date
from xl_addin.pages import Page, Section
from xl_addin.tables import Book

if TYPE_CHECKING:
    from xl_addin.commands.refresh import Scoring

__all__ = ["TABLES", "audit"]


def audit(book: Book, customer_id: object, lang: str | None = None) -> Page:
    """The page in `lang`, otherwise in the language of the book; raises `NotFound`.

    The day is that of the last refresh, because those numbers stand in the table.
    """
    lang = lang or book.lang
    customers = Customers(book)
    wanted, place = customers.find(customer_id)
    result = score(book, last_refresh_date(book))
    orders = customer_orders(book, result, wanted)
    heading = text("page.audit.explained", lang)
    sections = [Section(heading, tuple(explained(result, wanted, lang)))]
    if wanted in set(result.scored["customer_id"]):
        row = result.scored.set_index("customer_id").loc[wanted]
        about_rules = (scores_section, tier_section, churn_section)
        sections += [make(result, row, lang) for make in about_rules]
    sections += [
        orders.counted_section(lang, _beside_the_table(book, place, orders, result, lang)),
        orders.left_out_section(lang),
    ]
    words = {"customer": customers.title(wanted, place), "day": result.as_of.isoformat()}
    title = text("page.audit.title", lang, **words)
    return Page("audit", title, lang, tuple(sections))


def _beside_the_table(
    book: Book, place: int, orders: CustomerOrders, result: Scoring, lang: str
) -> str:
    """Whether the customer table shows the same number of orders and the same revenue."""
    from udfs.money import money_words, number_words
    from udfs.values import numbers

    customers = book["customers"]
    cells = [customers.get(name)[place] for name in ("order_count", "revenue")]
    (count, revenue), bad = numbers(cells)
    if bad.any() or count != count or revenue != revenue:
        return text("page.audit.not_refreshed", lang, sheet=customers.sheet)
    if count == len(orders.counted) and round(revenue * 100) == round(orders.total * 100):
        return text("page.audit.same_as_table", lang, sheet=customers.sheet)
    money = money_words(float(revenue), result.settings.currency)
    shown = {"sheet": customers.sheet, "n": number_words(float(count)), "money": money}
    return text("page.audit.unlike_table", lang, **shown)
