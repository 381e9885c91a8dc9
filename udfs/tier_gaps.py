"""What lifts a customer to the next tier, and where a tier table has holes or overlaps.

The gap is the least rise of order_count and revenue that lands in the lowest level above the
customer's own that more buying can reach. Two customers in the same cell of the grid have the same
target, so the search runs once per cell. Proved in tests/udfs/test_tier_gaps.py.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from udfs import money
from udfs.texts import text
from udfs.tier_rules import Axis, Edge, TierCuts, TierGrid, TierRule, tier_grid


@dataclass(frozen=True)
class Gaps:
    """Per customer: the rule to reach (-1: none) and the rise of orders and revenue it takes."""

    target: np.ndarray
    orders: np.ndarray
    revenue: np.ndarray


def gaps_to_next(grid: TierGrid, order_count: np.ndarray, revenue: np.ndarray) -> Gaps:
    """The gap of every customer; 0 and 0 with target -1 where no higher tier can be reached."""
    width = len(grid.revenue.edges) + 1
    cells = grid.orders.cells_of(order_count) * width + grid.revenue.cells_of(revenue)
    occupied, place = np.unique(cells, return_inverse=True)
    goals = [_goal(grid, int(cell) // width, int(cell) % width) for cell in occupied]
    target = np.array([goal[0] for goal in goals], dtype=np.int64)[place]
    least_orders = np.array([goal[1] for goal in goals], dtype=np.float64)[place]
    least_revenue = np.array([goal[2] for goal in goals], dtype=np.float64)[place]
    return Gaps(target, _rise(order_count, least_orders), _rise(revenue, least_revenue))


def _goal(grid: TierGrid, row: int, column: int) -> tuple[int, float, float]:
    """For a cell: the rule to reach and the values to reach it at (NaN: no rise on that axis).

    Fewest axes first (one thing to do rather than two), then fewer orders, then less revenue.
    """
    own = grid.levels[grid.rule_of[row, column]]
    best: tuple[float, int, float, float] | None = None
    goal = (-1, math.nan, math.nan)
    for i in range(row, len(grid.orders.edges) + 1):
        orders = 0.0 if i == row else grid.orders.least(i)
        for j in range(column, len(grid.revenue.edges) + 1):
            revenue = 0.0 if j == column else grid.revenue.least(j)
            rule = int(grid.rule_of[i, j])
            if orders is None or revenue is None or grid.levels[rule] <= own:
                continue
            cost = (float(grid.levels[rule]), (i > row) + (j > column), orders, revenue)
            if best is None or cost < best:
                best = cost
                goal = (rule, orders if i > row else math.nan, revenue if j > column else math.nan)
    return goal


def _rise(values: np.ndarray, goals: np.ndarray) -> np.ndarray:
    """goal - value in exact units; 0 where there is no goal on this axis."""
    wanted = np.isfinite(goals)
    result = np.zeros(len(values))
    units, decimals = money.to_units(np.concatenate([goals[wanted], values[wanted]]))
    half = len(units) // 2
    result[wanted] = money.to_floats(units[:half] - units[half:], decimals)
    return result


def gap_words(grid: TierGrid, own: np.ndarray, gaps: Gaps, lang: str, currency: str) -> list[str]:
    """The gap of every customer in words; amounts are rounded up to cents, so that they suffice."""
    names = [rule.tier for rule in grid.rules]
    at_top = grid.levels[own] == grid.levels[:-1].max(initial=-np.inf)
    known: dict[tuple[int, int, bool], str] = {}
    words = []
    for target, orders, revenue, top in zip(
        gaps.target.tolist(), gaps.orders.tolist(), gaps.revenue.tolist(), at_top, strict=True
    ):
        key = (target, int(orders) if target >= 0 else int(top), revenue > 0)
        if key not in known:
            tier = names[target] if target >= 0 else ""
            known[key] = _template(key[1], key[2], tier, lang)
        amount = money.money_words(_up_to_cents(revenue), currency) if revenue > 0 else ""
        words.append(known[key].replace(_MONEY, amount))
    return words


_MONEY = "\0"  # stands where the amount goes: only amounts differ from customer to customer


def _template(orders: int, revenue: bool, tier: str, lang: str) -> str:
    if not tier:
        return text("gap.top" if orders else "gap.out_of_reach", lang)
    if orders and revenue:
        return text("gap.both", lang, n=orders, money=_MONEY, tier=tier)
    if orders:
        return text("gap.orders", lang, n=orders, tier=tier)
    return text("gap.revenue", lang, money=_MONEY, tier=tier)


def _up_to_cents(amount: float) -> float:
    return max(math.ceil(amount * 100 - 1e-6), 1) / 100


def tier_gaps(
    rules: Sequence[TierRule], cuts: TierCuts, lang: str = "en", currency: str = ""
) -> list[str]:
    """The cases that no rule covers, in words; [] when the table has no hole.

    >>> tier_gaps([TierRule("Best", 2, ">=5", "any")], TierCuts(3, 100))
    ['orders < 5']
    """
    grid = tier_grid(rules, cuts)
    return [
        _cell_words(grid, i, j, lang, currency)
        for i, j in np.ndindex(grid.rule_of.shape)
        if grid.rule_of[i, j] == -1 and _possible(grid, i, j)
    ]


def tier_overlaps(
    rules: Sequence[TierRule], cuts: TierCuts, lang: str = "en", currency: str = ""
) -> list[str]:
    """The cases that rules of different tiers cover, in words; the first rule applies."""
    grid = tier_grid(rules, cuts)
    found = []
    for i, j in np.ndindex(grid.rule_of.shape):
        names = [rules[n].tier for n in np.flatnonzero(grid.matches[:, i, j]).tolist()]
        if len(names) > 1 and _possible(grid, i, j):
            case = _cell_words(grid, i, j, lang, currency)
            tiers = text("case.between_tiers", lang).join(dict.fromkeys(names))
            found.append(text("case.overlap", lang, case=case, tiers=tiers, first=names[0]))
    return found


def _possible(grid: TierGrid, i: int, j: int) -> bool:
    return grid.orders.least(i) is not None and grid.revenue.least(j) is not None


def _cell_words(grid: TierGrid, i: int, j: int, lang: str, currency: str) -> str:
    orders = _range_words(grid.orders, i, lang, "")
    revenue = _range_words(grid.revenue, j, lang, currency)
    parts = []
    if orders:
        parts.append(text("case.orders", lang, range=orders))
    if revenue:
        parts.append(text("case.revenue", lang, range=revenue))
    return text("case.and_also", lang).join(parts) or text("case.everyone", lang)


def _range_words(axis: Axis, cell: int, lang: str, currency: str) -> str:
    parts = []
    if cell > 0:
        lower = axis.edges[cell - 1]
        parts.append(("> " if lower.side else "≥ ") + _edge_words(axis, lower, currency))
    if cell < len(axis.edges):
        upper = axis.edges[cell]
        parts.append(("≤ " if upper.side else "< ") + _edge_words(axis, upper, currency))
    return text("case.and", lang).join(parts)


def _edge_words(axis: Axis, edge: Edge, currency: str) -> str:
    if axis.whole_numbers:
        return money.number_words(edge.value)
    return money.money_words(edge.value, currency)
