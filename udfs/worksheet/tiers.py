"""The worksheet functions about tiers: the level by orders and revenue, and what is missing.

Proved in tests/udfs/test_worksheet_tiers.py.
"""

from __future__ import annotations

import numpy as np

from udfs.worksheet.arguments import Context
from udfs.worksheet.registry import Argument, Example, worksheet_function
from udfs.worksheet.rules import tier_rules

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
    column = {"words": "gap_to_next_tier", "orders": "gap_orders", "revenue": "gap_revenue"}[part]
    return _tiered(context, rules, column, **customer)


def _tiered(
    context: Context,
    rules: np.ndarray | None,
    column: str,
    order_count: np.ndarray,
    revenue: np.ndarray,
    frequency_cut: np.ndarray,
    amount_cut: np.ndarray,
) -> np.ndarray:
    """One column of `udfs.tiers.tiers`, computed once for each pair of cuts."""
    import pandas as pd

    from udfs.tiers import TierCuts, tiers

    read_rules = None if rules is None else tier_rules(rules, context)
    customers = pd.DataFrame({"order_count": order_count, "revenue": revenue})
    pairs, which = np.unique(np.stack([frequency_cut, amount_cut]), axis=1, return_inverse=True)
    answers = np.empty(len(customers), dtype=object)
    for number, (frequency, amount) in enumerate(pairs.T.tolist()):
        chosen = which.ravel() == number
        answered = tiers(
            customers[chosen], read_rules, TierCuts(frequency, amount), lang=context.lang
        )
        answers[chosen] = answered[column].tolist()
    return answers
