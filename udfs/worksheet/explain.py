"""CC_EXPLAIN: a customer's scores in words, with the cuts and ranks they come from.

Proved in tests/udfs/test_worksheet_explain.py.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from udfs.texts import text
from udfs.worksheet.arguments import Context
from udfs.worksheet.registry import Argument, Example, worksheet_function
from udfs.worksheet.scores import cuts_of, scores_by, segment_of, with_orders


@worksheet_function(
    "scores",
    Argument("recency_days", "number"),
    Argument("order_count", "number"),
    Argument("revenue", "number"),
    Argument("all_recency_days", "population"),
    Argument("all_order_counts", "population"),
    Argument("all_revenues", "population"),
    example=Example(
        (12, 5, 880, [3, 12, 40, 90, 200], [1, 2, 2, 5, 9], [120, 300, 450, 880, 2600]),
        "R 4: 12 days since the last order; cuts 10.2 / 28.8 / 60 / 112; rank 2 of 5. "
        "F 4: 5 orders; cuts 1.8 / 2 / 3.2 / 5.8; rank 2 of 5. "
        "M 4: revenue 880; cuts 264 / 390 / 622 / 1,224; rank 2 of 5. "
        "Score 444: Loyal.",
    ),
)
def explain(
    context: Context,
    recency_days: np.ndarray,
    order_count: np.ndarray,
    revenue: np.ndarray,
    all_recency_days: np.ndarray | None,
    all_order_counts: np.ndarray | None,
    all_revenues: np.ndarray | None,
) -> list[str]:
    """One text per customer: each score with its number, cuts and rank, then the segment."""
    r_scores, days = _measure("recency_days", recency_days, all_recency_days, context.lang)
    f_scores, counts = _measure("order_count", order_count, all_order_counts, context.lang)
    m_scores, amounts = _measure("revenue", revenue, all_revenues, context.lang)
    endings = _endings(context, r_scores, f_scores, m_scores)
    together = text("explain_cell.all", context.lang)
    no_orders = text("explain_cell.no_orders", context.lang)
    return [
        together.format(recency=r, orders=f, revenue=m, segment=ending) if count > 0 else no_orders
        for r, f, m, ending, count in zip(
            days, counts, amounts, endings, order_count.tolist(), strict=True
        )
    ]


def _endings(
    context: Context, r_score: np.ndarray, f_score: np.ndarray, m_score: np.ndarray
) -> list[str]:
    """The sentence about the three scores together, and the segment they give."""
    names = segment_of(context, r_score, f_score, m_score)
    totals = (100 * r_score + 10 * f_score + m_score).tolist()
    known = {
        total: text("explain_cell.segment", context.lang, score=total, segment=name)
        for total, name in set(zip(totals, names, strict=True))
    }
    return [known[total] for total in totals]


def _measure(
    measure: str, values: np.ndarray, population: np.ndarray | None, lang: str
) -> tuple[np.ndarray, list[str]]:
    """The scores of one measure, and for each value the sentence about it."""
    everyone = with_orders(np.empty(0) if population is None else population, measure)
    cuts = cuts_of(everyone, measure)
    scores = scores_by(values, everyone, measure, cuts)
    shown_cuts = " / ".join(f"{_short(cut):,}" for cut in cuts)
    ranks = _ranks(values, everyone, measure)
    # Equal values have equal sentences, and most values occur many times.
    _, first, which = np.unique(values, return_index=True, return_inverse=True)
    sentences = [
        text(
            f"explain_cell.{measure}",
            lang,
            score=int(scores[at]),
            value=_short(float(values[at])),
            cuts=shown_cuts,
            rank=int(ranks[at]),
            n=everyone.size,
        )
        for at in first
    ]
    return scores, [sentences[number] for number in which]


def _ranks(values: np.ndarray, population: np.ndarray, measure: str) -> np.ndarray:
    """One plus the number of customers who are better; equal values share a rank."""
    from udfs.money import exact_values

    exact = exact_values(np.concatenate([values, population]))
    values, ordered = exact[: len(values)], np.sort(exact[len(values) :])
    if measure == "recency_days":
        return 1 + np.searchsorted(ordered, values, side="left")
    return 1 + len(ordered) - np.searchsorted(ordered, values, side="right")


def _short(number: float) -> Any:
    """A number as people write it: two decimals at most, none where it is whole."""
    rounded = round(number, 2)
    return int(rounded) if rounded == int(rounded) else rounded
