"""Tiers: high value, potential, ordinary, by number of orders and revenue.

The rules are a table the user edits (`udfs.tier_rules`), the cuts come from the settings or from
the 60 % quantile of the customers with orders; equal counts as high. Every customer also gets the
gap to the next tier, in words and numbers (`udfs.tier_gaps`). Proved in tests/udfs/test_tiers.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
import pandas as pd

from udfs import money
from udfs.errors import BadRule, BadValue
from udfs.tier_gaps import gap_words, gaps_to_next, tier_gaps, tier_overlaps
from udfs.tier_rules import (
    TierCuts,
    TierRule,
    default_tier_rules,
    rules_version,
    tier_grid,
)
from udfs.values import is_missing, read_number, shown

__all__ = [
    "TierCuts",
    "TierRule",
    "default_tier_rules",
    "rules_version",
    "tier_cuts",
    "tier_gaps",
    "tier_overlaps",
    "tiers",
]


def tier_cuts(
    table: pd.DataFrame,
    quantile: object = 0.6,
    frequency_cut: object = None,
    amount_cut: object = None,
) -> TierCuts:
    """The cuts between low and high; a cut that is given is used, the other is a quantile.

    The quantile (PERCENTILE.INC, read as a decimal: 0.6 is exactly six tenths) is taken over the
    customers with orders. Raises `BadRule`.

    >>> table = pd.DataFrame({"order_count": [1, 2, 3, 4, 5, 0], "revenue": [1, 2, 3, 4, 5, 0]})
    >>> tier_cuts(table, amount_cut="1,000")
    TierCuts(order_count=3.4, revenue=1000.0)
    """
    share = read_quantile(quantile)
    orders, revenue = measures(table)
    active = orders > 0
    given = own_cut(frequency_cut), own_cut(amount_cut)
    return TierCuts(
        quantile_cut(orders[active], share) if given[0] is None else given[0],
        quantile_cut(revenue[active], share) if given[1] is None else given[1],
    )


def read_quantile(quantile: object) -> Fraction:
    """A quantile between 0 and 1 as the exact fraction its decimal text says."""
    try:
        share = Fraction(str(quantile).strip())
    except (ValueError, ZeroDivisionError):
        share = Fraction(-1)
    if isinstance(quantile, bool) or not 0 <= share <= 1:
        raise BadRule("error.bad_quantile", value=shown(quantile))
    return share


def quantile_cut(values: np.ndarray, share: Fraction) -> float:
    """The exact quantile of some amounts or counts; NaN of none."""
    if not len(values):
        return float("nan")
    units, decimals = money.to_units(values)
    return money.quantile(units, share, decimals)


def own_cut(cut: object) -> float | None:
    """A cut from the settings; None where the cell is blank. Raises `BadRule`."""
    if is_missing(cut):
        return None
    try:
        return read_number(cut)
    except BadValue as error:
        raise BadRule(error.key, **error.values) from error


def measures(table: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """order_count and revenue as floats without noise; a customer without orders has 0 and 0."""
    for name in ("order_count", "revenue"):
        if name not in table:
            raise BadValue("error.column_missing", sheet="RFM", column=name)
    columns = (
        table[name].to_numpy(dtype=np.float64, na_value=np.nan)
        for name in ("order_count", "revenue")
    )
    orders, revenue = (np.nan_to_num(money.exact_values(column)) for column in columns)
    return orders, revenue


def tiers(
    table: pd.DataFrame,
    rules: Sequence[TierRule] | None = None,
    cuts: TierCuts | None = None,
    lang: str = "en",
    currency: str = "",
) -> pd.DataFrame:
    """A copy of `table` with the tier of each customer and the gap to the next one.

    New columns: tier, tier_level, tier_tag, gap_to_next_tier (words), gap_orders, gap_revenue
    (numbers) and next_tier.
    First match wins; where no rule fits, tier is "" and tier_level 0. At the top both gaps are 0.
    The gap is the least rise that lands in the lowest higher level that buying more can reach: a
    frequent, small customer never becomes potential, because orders cannot be taken back.
    `rules` None: the default ones; `cuts` None: `tier_cuts(table)`. Raises `BadRule`.

    >>> table = pd.DataFrame({"order_count": [5, 1, 6], "revenue": [900.0, 80.0, 10.0]})
    >>> tiers(table, cuts=TierCuts(4, 100), currency="$")["gap_to_next_tier"].tolist()
    ['Highest tier reached', '$20 more revenue to Potential', '$90 more revenue to High value']
    """
    known = default_tier_rules(lang) if rules is None else list(rules)
    grid = tier_grid(known, tier_cuts(table) if cuts is None else cuts)
    orders, revenue = measures(table)
    own = grid.rules_for(orders, revenue)
    gaps = gaps_to_next(grid, orders, revenue)
    tags = np.array([*(rule.tag or "" for rule in known), ""], dtype=object)
    levels = np.array([*(int(rule.level) for rule in known), 0], dtype=np.int64)
    result = table.copy()
    for name, values in (
        ("tier", grid.names[own]),
        ("tier_level", levels[own]),
        ("tier_tag", tags[own]),
        ("gap_to_next_tier", gap_words(grid, own, gaps, lang, currency)),
        ("gap_orders", gaps.orders.astype(np.int64)),
        ("gap_revenue", gaps.revenue),
        ("next_tier", grid.names[gaps.target]),
    ):
        dtype = object if name not in ("tier_level", "gap_orders", "gap_revenue") else None
        result[name] = pd.Series(values, index=table.index, dtype=dtype)
    return result
