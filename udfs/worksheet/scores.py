"""The worksheet functions of recency and of the scores R, F and M, and the segment they give.

Proved in tests/udfs/test_worksheet_scores.py.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from udfs.errors import NotComputable
from udfs.worksheet.arguments import Context
from udfs.worksheet.cells import BLANK, CellError
from udfs.worksheet.registry import Argument, Example, worksheet_function
from udfs.worksheet.rules import segment_rules

if TYPE_CHECKING:
    from udfs.segments import SegmentRule

MEASURES = {"recency_days": "r_score", "order_count": "f_score", "revenue": "m_score"}
# The customer table holds 0 for a customer without orders; a counted order is worth more.
ZERO_WITHOUT_ORDERS = ("order_count", "revenue")


@worksheet_function(
    "scores",
    Argument("last_order", "date"),
    Argument("analysis_date", "date"),
    example=Example((date(2026, 1, 20), date(2026, 1, 31)), 11),
)
def recency_days(
    context: Context, last_order: np.ndarray, analysis_date: np.ndarray
) -> list[int | CellError]:
    """Days from the last order; a last order after the analysis date is no number of days."""
    days = (analysis_date - last_order).astype(int).tolist()
    return [
        count if count >= 0 else _too_late(last, day)
        for count, last, day in zip(days, last_order, analysis_date, strict=True)
    ]


def _too_late(last_order: np.datetime64, analysis_date: np.datetime64) -> CellError:
    days = {"last_order": str(last_order), "analysis_date": str(analysis_date)}
    return CellError.of(NotComputable("call.order_after_analysis_date", **days))


@worksheet_function(
    "scores",
    Argument("recency_days", "number"),
    Argument("all_recency_days", "population", optional=True),
    example=Example((12, [3, 12, 40, 90, 200]), 4),
)
def r_score(
    context: Context, recency_days: np.ndarray, all_recency_days: np.ndarray | None
) -> list[Any]:
    """The recency score: fewer days score higher."""
    return score(recency_days, all_recency_days, "recency_days")


@worksheet_function(
    "scores",
    Argument("order_count", "number"),
    Argument("all_order_counts", "population", optional=True),
    example=Example(([1, 2, 2, 5, 9],), [[1], [2], [2], [4], [5]]),
)
def f_score(
    context: Context, order_count: np.ndarray, all_order_counts: np.ndarray | None
) -> list[Any]:
    """The frequency score: more orders score higher."""
    return score(order_count, all_order_counts, "order_count")


@worksheet_function(
    "scores",
    Argument("revenue", "number"),
    Argument("all_revenues", "population", optional=True),
    example=Example((880, [120, 300, 450, 880, 2600]), 4),
)
def m_score(context: Context, revenue: np.ndarray, all_revenues: np.ndarray | None) -> list[Any]:
    """The monetary score: more revenue scores higher."""
    return score(revenue, all_revenues, "revenue")


def score(values: np.ndarray, population: np.ndarray | None, measure: str) -> list[Any]:
    """Scores of `values` against the cuts of `population`, or of themselves when it is None.

    A customer without orders has no score: blank.
    """
    everyone = with_orders(values if population is None else population, measure)
    points = np.zeros(len(values), dtype=int)
    ordered = values > 0 if measure in ZERO_WITHOUT_ORDERS else np.ones(len(values), dtype=bool)
    if ordered.any():
        cuts = cuts_of(everyone, measure)
        points[ordered] = scores_by(values[ordered], everyone, measure, cuts)
    return [point or BLANK for point in points.tolist()]


def with_orders(population: np.ndarray, measure: str) -> np.ndarray:
    """The numbers that move the cuts: those of customers with orders, as in a refresh."""
    return population[population > 0] if measure in ZERO_WITHOUT_ORDERS else population


def cuts_of(population: np.ndarray, measure: str) -> tuple[float, ...]:
    """The cuts of one measure, as `udfs.rfm.rfm_cuts` computes them.

    A count that is nothing beside the largest one is no order, as in the whole table.
    """
    from udfs.money import exact_values
    from udfs.rfm import quantile_cuts

    if not population.size:
        raise NotComputable("call.no_population")
    exact = exact_values(population)
    return quantile_cuts(exact[exact > 0] if measure == "order_count" else exact)


def scores_by(
    values: np.ndarray,
    population: np.ndarray,
    measure: str,
    cuts: tuple[float, ...],
    method: str = "value_cuts",
) -> np.ndarray:
    """Scores of one measure, as `udfs.rfm.rfm_scores` computes them.

    Values are scored in the company of their population: exactness depends on the largest
    amount of a column, and a cell must get the score its row gets in the whole table.
    """
    from udfs.money import exact_values
    from udfs.rfm import points_of

    exact = exact_values(np.concatenate([values, population]))[: len(values)]
    points = points_of(measure, exact, cuts, method)
    return np.where(exact > 0, points, 0) if measure == "order_count" else points


@worksheet_function(
    "scores",
    Argument("r_score", "score"),
    Argument("f_score", "score"),
    Argument("m_score", "score"),
    Argument("rules", "table", optional=True),
    example=Example((5, 5, 4), "Champions"),
)
def segment(
    context: Context,
    r_score: np.ndarray,
    f_score: np.ndarray,
    m_score: np.ndarray,
    rules: np.ndarray | None,
) -> np.ndarray:
    """The segment of each triple of scores; a triple in no rule has none."""
    return segment_of(context, r_score, f_score, m_score, rules)


def segment_of(
    context: Context,
    r_score: np.ndarray,
    f_score: np.ndarray,
    m_score: np.ndarray,
    rules: np.ndarray | None = None,
) -> np.ndarray:
    """The segment of each triple of scores, as `udfs.segments.segments` finds it."""
    from udfs.segments import default_segment_rules

    known = default_segment_rules(context.lang) if rules is None else segment_rules(rules, context)
    return _names(tuple(known))[(100 * r_score + 10 * f_score + m_score).astype(int)]


@lru_cache(maxsize=32)
def _names(rules: tuple[SegmentRule, ...]) -> np.ndarray:
    """Ten thousand cells mostly share one table of rules."""
    from udfs.segments import segment_by_score

    return segment_by_score(rules)
