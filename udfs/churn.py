"""The churn rule of the seeds: silent for more than three calendar months, and formerly high value.

"Formerly" is the tier as of the customer's last purchase, recomputed from the orders up to that
day and from the cuts that held for the customers of that day; today's tier is the wrong question.
Months are calendar months as in Excel's EDATE. Proved in tests/udfs/test_churn.py.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd

from udfs import money
from udfs.errors import BadRule, BadValue, NotComputable
from udfs.orders import OrderLog
from udfs.rfm import counted_orders, customers_in_order
from udfs.tier_rules import TierCuts, TierRule, default_tier_rules, tier_grid
from udfs.tiers import own_cut, read_quantile
from udfs.values import read_date, read_number, shown


def edate(day: dt.date, months: int) -> dt.date:
    """The same day `months` later, or the last day of that month: Excel's EDATE.

    >>> edate(dt.date(2026, 5, 31), -3)
    datetime.date(2026, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise NotComputable("error.date_out_of_range", day=day.isoformat(), months=months)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def churn_flags(
    orders: pd.DataFrame | OrderLog,
    analysis_date: object,
    months: int = 3,
    rules: Sequence[TierRule] | None = None,
    quantile: object = 0.6,
    frequency_cut: object = None,
    amount_cut: object = None,
    lang: str = "en",
) -> pd.DataFrame:
    """One row per customer, sorted by ID: is this a formerly high-value customer who went silent?

    Columns: customer_id, last_order, silent (last_order before EDATE(analysis_date, -months):
    exactly three months is not yet silent), tier_at_last_order, order_cut_then and revenue_cut_then
    (the cuts of that day), formerly_high (that tier had the highest level), churn_flag (both).
    Raises `BadRule` and `BadValue`.

    >>> orders = pd.DataFrame({"customer_id": ["A", "B"], "amount": [500, 20],
    ...     "order_date": ["2025-11-30", "2026-02-01"]})
    >>> churn_flags(orders, "2026-03-01")["churn_flag"].tolist()
    [True, False]
    """
    limit = edate(read_date(analysis_date), -_whole_months(months))
    known = default_tier_rules(lang) if rules is None else list(rules)
    past = _Past(*counted_orders(orders, analysis_date)[:1])
    cuts = _CutsAsOf(past.decimals, quantile, frequency_cut, amount_cut)
    rule = np.full(len(past.customers), -1)
    order_cut, revenue_cut = (np.full(len(past.customers), np.nan) for _ in range(2))
    for who, order_count, units in past.at_last_orders():
        held = cuts.of(order_count, units)
        order_cut[who], revenue_cut[who] = held.order_count, held.revenue
        grid = tier_grid(known, held)
        rule[who] = grid.rules_for(order_count[who], money.to_floats(units[who], past.decimals))
    names = np.array([*(one.tier for one in known), ""], dtype=object)
    levels = np.array([*(one.level for one in known), -np.inf], dtype=np.float64)
    last = past.last.astype("datetime64[D]")
    silent = last < np.datetime64(limit, "D")
    formerly_high = (rule >= 0) & (levels[rule] == levels.max())
    return pd.DataFrame(
        {
            "customer_id": past.customers,
            "last_order": last.astype("datetime64[s]"),
            "silent": silent,
            "tier_at_last_order": pd.Series(names[rule], dtype=object),
            "order_cut_then": order_cut,
            "revenue_cut_then": revenue_cut,
            "formerly_high": formerly_high,
            "churn_flag": silent & formerly_high,
        }
    )


def _whole_months(months: object) -> int:
    try:
        number = read_number(months)
    except BadValue:
        number = 0.0
    if number not in range(1, 1201):
        raise BadRule("error.bad_months", value=shown(months))
    return int(number)


class _Past:
    """The counted orders by day, and all customers' state on each day somebody bought last."""

    def __init__(self, frame: pd.DataFrame) -> None:
        codes, self.customers = customers_in_order(frame["customer_id"])
        days = frame["order_date"].to_numpy().astype("datetime64[D]").astype(np.int64)
        units, self.decimals = money.to_units(frame["amount"].to_numpy())
        self.last = np.full(len(self.customers), np.iinfo(np.int64).min)
        np.maximum.at(self.last, codes, days)
        by_day = np.argsort(days, kind="stable")
        self._codes, self._days, self._units = codes[by_day], days[by_day], units[by_day]

    def at_last_orders(self) -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]:
        """(the customers who bought last on a day, all order counts, all revenue units) per day."""
        order_count = np.zeros(len(self.customers), dtype=np.int64)
        revenue = np.zeros(len(self.customers), dtype=np.int64)
        by_last = np.argsort(self.last, kind="stable")
        last_days, starts = np.unique(self.last[by_last], return_index=True)
        ends = np.searchsorted(self._days, last_days, side="right")
        done = 0
        stops = [*starts[1:].tolist(), len(by_last)]
        for start, stop, end in zip(starts.tolist(), stops, ends.tolist(), strict=False):
            who = by_last[start:stop]
            np.add.at(order_count, self._codes[done:end], 1)
            np.add.at(revenue, self._codes[done:end], self._units[done:end])
            done = end
            yield who, order_count, revenue


class _CutsAsOf:
    """The tier cuts a day had: fixed ones as they are, quantiles over the customers of that day."""

    def __init__(
        self, decimals: int, quantile: object, frequency_cut: object, amount_cut: object
    ) -> None:
        self.decimals = decimals
        self.share = read_quantile(quantile)
        self.orders, self.revenue = own_cut(frequency_cut), own_cut(amount_cut)

    def of(self, order_count: np.ndarray, units: np.ndarray) -> TierCuts:
        orders, revenue = self.orders, self.revenue
        active = order_count > 0
        if orders is None:
            orders = money.quantile(order_count[active], self.share)
        if revenue is None:
            revenue = money.quantile(units[active], self.share, self.decimals)
        return TierCuts(orders, revenue)
