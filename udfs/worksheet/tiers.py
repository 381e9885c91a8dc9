"""The worksheet functions about tiers: the level by orders and revenue, and what is missing.

Proved in tests/udfs/test_worksheet_tiers.py.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from udfs.worksheet.arguments import Context
from udfs.worksheet.registry import Argument, Example, worksheet_function
from udfs.worksheet.rules import tier_rules

if TYPE_CHECKING:
    from udfs.tier_rules import TierCuts, TierGrid, TierRule

_CUSTOMER = (
    Argument("order_count", "number"),
    Argument("revenue", "number"),
    Argument("frequency_cut", "number"),
    Argument("amount_cut", "number"),
)


@worksheet_function(
    "tiers",
    *_CUSTOMER,
    Argument("rules", "table", optional=True),
    example=Example((3, 12000, 5, 8000), "Potential"),
)
def tier(context: Context, rules: np.ndarray | None, **customer: np.ndarray) -> np.ndarray:
    """The tier of each customer; equal to a cut counts as high."""
    return _tiered(context, rules, "tier", **customer)


@worksheet_function(
    "tiers",
    *_CUSTOMER,
    Argument(
        "part", "choice", optional=True, default="words", choices=("words", "orders", "revenue")
    ),
    Argument("rules", "table", optional=True),
    example=Example((3, 12000, 5, 8000, "orders"), 2),
)
def gap_to_next_tier(
    context: Context, part: str, rules: np.ndarray | None, **customer: np.ndarray
) -> np.ndarray:
    """What lifts each customer to the next tier, in words or as one of two numbers."""
    return _tiered(context, rules, part, **customer)


def _tiered(
    context: Context,
    rules: np.ndarray | None,
    part: str,
    order_count: np.ndarray,
    revenue: np.ndarray,
    frequency_cut: np.ndarray,
    amount_cut: np.ndarray,
) -> np.ndarray:
    """One result of `udfs.tiers.tiers`, computed once for each pair of cuts."""
    from udfs.tier_rules import TierCuts, default_tier_rules

    known = default_tier_rules(context.lang) if rules is None else tier_rules(rules, context)
    answers = np.empty(len(order_count), dtype=object)
    for frequency, amount in {*zip(frequency_cut.tolist(), amount_cut.tolist(), strict=True)}:
        chosen = (frequency_cut == frequency) & (amount_cut == amount)
        grid = _grid(tuple(known), TierCuts(frequency, amount))
        found = _answers(grid, part, order_count[chosen], revenue[chosen], context.lang)
        answers[chosen] = found
    return answers


@lru_cache(maxsize=64)
def _grid(rules: tuple[TierRule, ...], cuts: TierCuts) -> TierGrid:
    """Ten thousand cells mostly share one table of rules and one pair of cuts."""
    from udfs.tier_rules import tier_grid

    return tier_grid(rules, cuts)


def _answers(
    grid: TierGrid, part: str, order_count: np.ndarray, revenue: np.ndarray, lang: str
) -> list[Any]:
    from udfs.money import exact_values
    from udfs.tier_gaps import gap_words, gaps_to_next

    orders, amounts = exact_values(order_count), exact_values(revenue)
    own = grid.rules_for(orders, amounts)
    if part == "tier":
        return list(grid.names[own])
    gaps = gaps_to_next(grid, orders, amounts)
    if part == "words":
        return gap_words(grid, own, gaps, lang, "")
    return list(gaps.orders.astype(int).tolist() if part == "orders" else gaps.revenue.tolist())
