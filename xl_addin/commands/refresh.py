"""Refresh: orders in, the add-in's columns of every customer and one line of the log out.

The command touches nothing; it answers with changes, which every host applies alike. Same
table, same settings, same analysis date: same result. Proved in tests/xl_addin/commands/
test_refresh.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from udfs.errors import BadRule
from udfs.texts import text
from xl_addin import schema
from xl_addin.commands.refresh_report import RefreshReport, level_remarks, rule_remarks
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
    table = rfm_table(log, as_of)
    cuts = rfm_cuts(table, settings.scoring_method, settings.thresholds)
    limits = (settings.tier_quantile, settings.frequency_cut, settings.amount_cut)
    held_against = tier_cuts(table, *limits)
    scored = segments(rfm_scores(table, settings.scoring_method, cuts), segment_rules, lang)
    scored = tiers(scored, tier_rules, held_against, lang, settings.currency)
    flags = churn_flags(log, as_of, settings.churn_months, tier_rules, *limits, lang)
    wanted = ["customer_id", "silent", "tier_at_last_order", "formerly_high", "churn_flag"]
    scored = scored.merge(flags[wanted], on="customer_id", how="left", validate="1:1")
    return Scoring(settings, as_of, log, scored, cuts, held_against, tier_rules, segment_rules)


def refresh(book: Book, now: datetime, analysis_date: date | None = None) -> Changes:
    """Compute the add-in's columns and the log line; `now` is only written into the log."""
    from udfs.explain import why

    result = score(book, analysis_date)
    lang, currency = book.lang, result.settings.currency
    explained = result.scored.assign(
        why=why(result.scored, result.cuts, result.tier_cuts, lang, currency)
    )
    columns = _columns(book["customers"], explained, result.as_of, lang)
    changes = Changes()
    changes.table("customers").update = dict(columns)
    report = _report(book, result, columns, now)
    changes.report = report
    if "refresh_log" in book:
        log_line = report.log_line(lang)
        changes.table("refresh_log").append = {name: [cell] for name, cell in log_line.items()}
    return changes


def _columns(
    customers: TableData, scored: pd.DataFrame, as_of: date, lang: str
) -> dict[str, list[Any]]:
    """The add-in's columns, aligned with the rows of the customer table."""
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
        moved = bool(old) and old != new
        previous.append(old if moved else old_previous)
        changed_on.append(as_of if moved else old_day)
    return {"previous_tier": previous, "tier_changed_on": changed_on}


def _report(
    book: Book, result: Scoring, columns: dict[str, list[Any]], now: datetime
) -> RefreshReport:
    import numpy as np

    from udfs.segments import rules_version as segment_version
    from udfs.values import ids

    asked = ids(book["customers"].get("customer_id"))
    known = set(asked) - {""}
    strangers = set(result.scored["customer_id"]) - known
    missing = [c for c in schema.CUSTOMERS.names(schema.ADDIN) if c not in book["customers"]]
    remarks = [
        *level_remarks(result.scored, book.lang),
        *rule_remarks(result.tier_rules, result.segment_rules, result.tier_cuts, book.lang),
    ]
    if strangers:
        remarks.append(text("refresh.unknown_customers", book.lang, n=len(strangers)))
    if missing:
        captions = ", ".join(schema.caption("customers", c, book.lang) for c in missing)
        remarks.append(text("refresh.columns_gone", book.lang, columns=captions))
    tiers = [tier for tier in columns["tier"] if tier]
    ordered = dict.fromkeys(rule.tier for rule in result.tier_rules)
    return RefreshReport(
        refreshed_at=now.replace(microsecond=0),
        analysis_date=result.as_of,
        customers=int(np.count_nonzero(asked != "")),
        customers_with_orders=len(tiers),
        orders_used=len(result.log.frame),
        left_out={reason: len(rows) for reason, rows in result.log.left_out.items()},
        scoring_method=result.settings.scoring_method,
        cuts=result.cuts,
        tier_cuts=result.tier_cuts,
        currency=result.settings.currency,
        tier_rules_version=segment_version(result.tier_rules),
        segment_rules_version=segment_version(result.segment_rules),
        tier_counts={tier: tiers.count(tier) for tier in ordered},
        tags=_counts(columns["tier_tag"]),
        tier_moves=sum(
            bool(old) and old != new
            for old, new in zip(book["customers"].get("tier"), columns["tier"], strict=True)
        ),
        churn_flags=sum(flag is True for flag in columns["churn_flag"]),
        remarks=tuple(remarks),
    )


def _counts(words: list[Any]) -> dict[str, int]:
    return {word: words.count(word) for word in dict.fromkeys(words) if word}
