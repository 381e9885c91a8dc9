"""Gap: for each chosen customer the tier, the numbers behind it, and what lifts to the next one.

Proved in tests/xl_addin/commands/test_gap.py.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from udfs.errors import NotFound
from udfs.texts import text
from xl_addin.commands.asked_customer import Customers
from xl_addin.commands.refresh import TABLES, score
from xl_addin.commands.refresh_log import last_refresh_date
from xl_addin.tables import Book

if TYPE_CHECKING:
    import pandas as pd

    from xl_addin.commands.refresh import Scoring

__all__ = ["TABLES", "gap"]


def gap(book: Book, customer_ids: Iterable[object], lang: str | None = None) -> list[str]:
    """One paragraph for each of the IDs, in `lang`, otherwise in the language of the book.

    The day is that of the last refresh, because those numbers stand in the table. An ID that is
    not in the table gets the sentence that says so, and the others are answered all the same.
    """
    lang = lang or book.lang
    result = score(book, last_refresh_date(book))
    lifted, customers = result.scored_in(lang).set_index("customer_id"), Customers(book)
    said = []
    for asked in customer_ids:
        try:
            wanted, place = customers.find(asked)
            said.append(_answer(result, lifted, wanted, customers.title(wanted, place), lang))
        except NotFound as unknown:
            said.append(unknown.sentence(lang))
    return said


def _answer(result: Scoring, lifted: pd.DataFrame, wanted: str, customer: str, lang: str) -> str:
    if wanted not in lifted.index:
        return text("page.gap.no_orders", lang, customer=customer)
    return text(
        "page.gap.line", lang, customer=customer, **_words(result, lifted.loc[wanted], lang)
    )


def _words(result: Scoring, row: Any, lang: str) -> dict[str, Any]:
    from udfs.money import money_words, number_words

    currency, cuts = result.settings.currency, result.tier_cuts
    return {
        "tier": row["tier"] or text("why.no_tier", lang),
        "gap": row["gap_to_next_tier"],
        "n": int(row["order_count"]),
        "money": money_words(float(row["revenue"]), currency),
        "order_cut": number_words(cuts.order_count),
        "revenue_cut": money_words(cuts.revenue, currency),
    }
