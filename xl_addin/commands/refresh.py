"""Refresh: orders in, the add-in's columns of every customer and one line of the log out.

The command touches nothing; it answers with changes, which every host applies alike. Same
table, same settings, same analysis date: same result. Proved in tests/xl_addin/commands/
test_refresh.py.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from udfs.errors import BadRule
from udfs.texts import text
from xl_addin import schema
from xl_addin.commands.refresh_log import last_refresh_date
from xl_addin.commands.refresh_report import is_move, make_report
from xl_addin.settings import Settings, read_segment_rules, read_settings, read_tier_rules
from xl_addin.tables import Book, Changes, TableData

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from udfs.orders import OrderLog
    from udfs.rfm import RfmCuts
    from udfs.tiers import TierCuts

TABLES = ("customers", "orders", "settings", "tiers", "segments", "refresh_log")
WRITES = ("customers", "refresh_log")
# All that a refresh wants to know of the customer table; order_count tells rows that were filled.
NEEDS = {"customers": ("customer_id", "tier", "previous_tier", "tier_changed_on", "order_count")}


@dataclass(frozen=True)
class Scoring:
    """Everything a refresh knows about the customers with orders, one row each."""

    settings: Settings
    as_of: date
    log: OrderLog
    scored: pd.DataFrame
    cuts: RfmCuts
    tier_cuts: TierCuts
    tier_rules: list[Any]
    segment_rules: list[Any]
    strangers: pd.Series
    lang: str

    def scored_in(self, lang: str) -> pd.DataFrame:
        """`scored` with the gap to the next tier in words of `lang`."""
        from udfs.tiers import tiers

        if lang == self.lang:
            return self.scored
        return tiers(self.scored, self.tier_rules, self.tier_cuts, lang, self.settings.currency)


def prepare() -> None:
    """Import what the refresh needs; a host calls it while it waits for the tables."""
    import udfs.churn
    import udfs.explain  # noqa: F401


def score(book: Book, analysis_date: date | None = None) -> Scoring:
    """Score the customers of a book; refuses unreadable settings and a missing analysis date."""
    from udfs.churn import churn_flags
    from udfs.orders import read_orders
    from udfs.rfm import rfm_cuts, rfm_scores, rfm_table
    from udfs.segments import default_segment_rules, segments
    from udfs.tiers import default_tier_rules, tier_cuts, tiers

    settings = read_settings(book)
    settings.require_readable()
    as_of = analysis_date or settings.analysis_date
    if as_of is None:
        raise BadRule("error.no_analysis_date", sheet=text("sheet.settings", book.lang))
    book["customers"].need("customer_id")
    book["orders"].need("customer_id", "order_date", "amount")
    lang = book.lang
    tier_rules = read_tier_rules(book) or default_tier_rules(lang)
    segment_rules = read_segment_rules(book) or default_segment_rules(lang)
    log = read_orders(book["orders"].columns, as_of, date1904=book.date1904)
    log, strangers = _of_known_customers(log, book["customers"])
    table = rfm_table(log, as_of)
    cuts = rfm_cuts(table, settings.scoring_method, settings.thresholds)
    limits = (settings.tier_quantile, settings.frequency_cut, settings.amount_cut)
    held_against = tier_cuts(table, *limits)
    scored = segments(rfm_scores(table, settings.scoring_method, cuts), segment_rules, lang)
    scored = tiers(scored, tier_rules, held_against, lang, settings.currency)
    flags = churn_flags(log, as_of, settings.churn_months, tier_rules, *limits, lang)
    flags = flags.drop(columns="last_order")
    scored = scored.merge(flags, on="customer_id", how="left", validate="1:1")
    rules = (tier_rules, segment_rules)
    return Scoring(settings, as_of, log, scored, cuts, held_against, *rules, strangers, lang)


def _of_known_customers(log: OrderLog, customers: TableData) -> tuple[OrderLog, pd.Series]:
    """The orders of customers who are in the table, and the customer of each other order.

    The table is the source of truth: cuts and ranks are those of the customers it shows.
    """
    from udfs.values import ids

    known = log.frame["customer_id"].isin(set(ids(customers.get("customer_id"))))
    return replace(log, frame=log.frame[known]), log.frame["customer_id"][~known]


def refresh(book: Book, now: datetime, analysis_date: date | None = None) -> Changes:
    """Compute the add-in's columns and the log line; `now` is only written into the log."""
    from udfs.explain import why

    result = score(book, analysis_date)
    lang, currency = book.lang, result.settings.currency
    explained = result.scored.assign(
        why=why(result.scored, result.cuts, result.tier_cuts, lang, currency)
    )
    columns = _columns(book, explained, result.as_of, lang)
    changes = Changes()
    changes.table("customers").update = dict(columns)
    report = make_report(book, result, columns, now)
    changes.report = report
    if "refresh_log" in book:
        log_line = report.log_line(lang)
        changes.table("refresh_log").append = {name: [cell] for name, cell in log_line.items()}
    return changes


def _columns(book: Book, scored: pd.DataFrame, as_of: date, lang: str) -> dict[str, list[Any]]:
    """The add-in's columns, aligned with the rows of the customer table."""
    customers = book["customers"]
    import pandas as pd

    from udfs.values import ids

    asked = ids(customers.get("customer_id"))
    places = pd.Index(scored["customer_id"].astype(object)).get_indexer(pd.Index(asked))
    columns = {
        name: _taken(scored[name], places)
        for name in schema.CUSTOMERS.names(schema.ADDIN)
        if name in scored.columns
    }
    no_orders = [place < 0 and bool(asked[i]) for i, place in enumerate(places)]
    nothing_yet = text("refresh.no_orders_yet", lang)
    for name, value in (("order_count", 0), ("revenue", 0), ("churn_flag", False)):
        columns[name] = _filled(columns[name], no_orders, value)
    columns["why"] = _filled(columns["why"], no_orders, nothing_yet)
    before = last_refresh_date(book)
    if before is not None and as_of < before:  # a look back is not a move
        return columns
    return columns | _tier_history(customers, columns["tier"], as_of)


def _taken(column: pd.Series, places: np.ndarray) -> list[Any]:
    """Values at `places` as plain Python values; None where the place is -1."""
    values = column.dt.date if column.dtype.kind == "M" else column
    known = values.to_numpy().tolist()
    listed = [None if value == "" or value != value else value for value in known] + [None]
    return [listed[place] for place in places.tolist()]


def _filled(cells: list[Any], where: list[bool], value: Any) -> list[Any]:
    return [value if here else cell for cell, here in zip(cells, where, strict=True)]


def _tier_history(customers: TableData, tiers: list[Any], as_of: date) -> dict[str, list[Any]]:
    """Previous tier and day of the change; unchanged where the tier is what it was."""
    previous, changed_on = [], []
    before = zip(
        tiers,
        customers.get("tier"),
        customers.get("previous_tier"),
        customers.get("tier_changed_on"),
        strict=True,
    )
    for new, old, old_previous, old_day in before:
        moved = is_move(old, new)
        previous.append(old if moved else old_previous)
        changed_on.append(as_of if moved else old_day)
    return {"previous_tier": previous, "tier_changed_on": changed_on}
