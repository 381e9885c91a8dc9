"""Recall list 召回名单: formerly high-value customers who have fallen silent (F60), as a page.

The rule is the churn rule of the seeds; nobody without consent is on the list.
Proved in tests/xl_addin/commands/test_recall.py.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from udfs.texts import text
from xl_addin import schema
from xl_addin.commands.contact_log import read_contacts
from xl_addin.commands.follow_up import TABLES
from xl_addin.commands.follow_up.choosing import LeftOut, may_contact
from xl_addin.commands.follow_up.items import Item
from xl_addin.commands.follow_up.portrait import Portrait, read_portrait
from xl_addin.commands.follow_up.sources_value import recalls
from xl_addin.commands.follow_up.strategies import read_strategies
from xl_addin.commands.follow_up.wording import read_wording
from xl_addin.pages import Page, Section
from xl_addin.tables import Book

__all__ = ["TABLES", "recall"]

_WIDTHS = (9, 13, 20, 13, 13, 12, 16, 13, 10, 14, 34, 70)


def recall(book: Book, lang: str | None = None, as_of: date | None = None) -> Page:
    """The page in `lang`, otherwise in the language of the book, for the analysis date."""
    lang = lang or book.lang
    portrait = read_portrait(book, as_of, read_contacts(book), lang)
    left = LeftOut()
    fitting = sorted(recalls(portrait), key=lambda item: item.rank)
    items = [item for item in fitting if may_contact(portrait, item, left)]
    section = _section(portrait, items, left, lang)
    return Page("recall", text("page.recall.title", lang), lang, (section,))


def _section(portrait: Portrait, items: list[Item], left: LeftOut, lang: str) -> Section:
    from udfs.money import money_words

    months, day = portrait.settings.churn_months, portrait.as_of.isoformat()
    notes = [text("page.recall.rule", lang, day=day, months=months)]
    if items:
        revenue = sum(portrait.customers[item.customer_id].revenue for item in items)
        money = money_words(revenue, portrait.settings.currency)
        notes.append(text("page.recall.count", lang, n=len(items), money=money))
    else:
        notes.append(text("page.recall.none", lang))
    if parts := left.parts(lang):
        notes.append(text("page.recall.left_out", lang, n=left.total(), parts=parts))
    heading = text("page.recall.heading", lang)
    if not items:
        return Section(heading, tuple(notes))
    rows = tuple(_rows(portrait, items))
    return Section(heading, tuple(notes), _header(lang), rows, _WIDTHS)


def _header(lang: str) -> tuple[str, ...]:
    def own(column: str) -> str:
        return schema.caption("customers", column, lang)

    return (
        schema.caption("follow_up", "priority", lang),
        own("customer_id"),
        own("name"),
        own("owner"),
        own("last_order"),
        text("page.recall.days", lang),
        text("page.recall.then", lang),
        own("tier"),
        own("order_count"),
        own("revenue"),
        text("page.recall.reach", lang),
        schema.caption("follow_up", "words", lang),
    )


def _rows(portrait: Portrait, items: list[Item]) -> list[tuple[Any, ...]]:
    wording = read_wording(portrait, read_strategies(portrait.book))
    rows = []
    for item in items:
        customer = portrait.customers[item.customer_id]
        message = wording.message(item, customer)
        rows.append(
            (
                item.priority.points,
                customer.customer_id,
                customer.name,
                portrait.owners.names.get(customer.owner, ""),
                customer.last_order,
                item.values["days"],
                customer.tier_then,
                customer.tier,
                customer.order_count,
                customer.revenue,
                wording.reach(customer).replace("\n", text("page.recall.or", portrait.lang)),
                message.words if message else "",
            )
        )
    return rows
