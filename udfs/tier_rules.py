"""Tier rules: an ordered table of conditions, and the grid of all cases they can tell apart.

A condition is a half-line ("high" is "at least the cut"). The thresholds of all rules cut each axis
into a few cells, inside which every condition is either true or false; so a rule table is a small
grid, and walking it walks every possible customer. Proved in tests/udfs/test_tier_rules.py.
"""

from __future__ import annotations

import hashlib
import json
import math
import re
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from udfs.errors import BadRule, BadValue
from udfs.texts import text
from udfs.values import fold, read_number, shown

if TYPE_CHECKING:
    from udfs.segments import SegmentRule


@dataclass(frozen=True)
class TierRule:
    """One row of the tier table: the tier and its level (higher is better), and when it applies.

    `frequency` is a condition on the number of orders, `amount` one on revenue: "high", "low",
    "any", ">=5", "<5" (also ≥ ≤ > <=, 高 低 任意; blank is any). `tag` is an extra word.
    """

    tier: str
    level: int
    frequency: str
    amount: str
    tag: str = ""


@dataclass(frozen=True)
class TierCuts:
    """From which number of orders and which revenue on a customer counts as high (equal counts).

    NaN where no customer has an order: then nobody is high.
    """

    order_count: float
    revenue: float


def default_tier_rules(lang: str = "en") -> list[TierRule]:
    """The tiers of the seeds; frequent but small is ordinary with a tag, as domain.md decides."""
    high, potential, ordinary = (
        text(f"tier.{key}", lang) for key in ("high_value", "potential", "ordinary")
    )
    return [
        TierRule(high, 3, "high", "high"),
        TierRule(potential, 2, "low", "high"),
        TierRule(ordinary, 1, "high", "low", text("tier_tag.frequent_small", lang)),
        TierRule(ordinary, 1, "low", "low"),
    ]


class Edge(NamedTuple):
    """A place on an axis: just below `value` (side 0) or just above it (side 1)."""

    value: float
    side: int

    def passed_by(self, value: float) -> bool:
        return value > self.value if self.side else value >= self.value


class Condition(NamedTuple):
    """True above `edge` or below it; no edge: always true."""

    edge: Edge | None
    above: bool


_WORDS = {"high": True, "高": True, "h": True, "low": False, "低": False, "l": False}
_ANY = {"", "any", "任意", "不限", "*"}
_COMPARISON = re.compile(r"(>=|≥|=>|<=|≤|=<|>|<)(.+)").fullmatch
_SIGNS = {"≥": ">=", "=>": ">=", "≤": "<=", "=<": "<="}


def read_condition(condition: object, cut: float) -> Condition:
    """A condition of the table against the cut its axis has; raises `BadRule`."""
    words = fold("" if condition is None else str(condition)[:60]).casefold()
    if words in _ANY:
        return Condition(None, True)
    if words in _WORDS:
        return Condition(Edge(math.inf if math.isnan(cut) else cut, 0), _WORDS[words])
    match = _COMPARISON(words)
    try:
        value = read_number(match[2].strip() if match else words and None)
    except BadValue:
        raise BadRule("error.bad_condition", value=shown(condition)) from None
    sign = _SIGNS.get(match[1], match[1]) if match else ""
    return Condition(Edge(value, 1 if sign in (">", "<=") else 0), sign.startswith(">"))


@dataclass(frozen=True)
class Axis:
    """The cells of one measure between its edges: cell k lies between edges k-1 and k."""

    edges: tuple[Edge, ...]
    whole_numbers: bool

    @cached_property
    def limits(self) -> np.ndarray:
        """For each edge the least float beyond it."""
        return np.array([np.nextafter(e.value, np.inf) if e.side else e.value for e in self.edges])

    def cells_of(self, values: np.ndarray) -> np.ndarray:
        return np.searchsorted(self.limits, values, side="right")

    def holds(self, condition: Condition) -> np.ndarray:
        """For each cell whether the condition is true in it."""
        cells = np.arange(len(self.edges) + 1)
        if condition.edge is None:
            return np.ones(len(cells), dtype=bool)
        above = cells > self.edges.index(condition.edge)
        return above if condition.above else ~above

    def least(self, cell: int) -> float | None:
        """The least value from 0 on in a cell (whole orders, cents); None if there is none."""
        value = 0.0 if cell == 0 else max(0.0, self._beyond(self.edges[cell - 1]))
        if not math.isfinite(value):
            return None
        beyond_upper = cell < len(self.edges) and self.edges[cell].passed_by(value)
        return None if beyond_upper else value

    def _beyond(self, edge: Edge) -> float:
        if not math.isfinite(edge.value):
            return math.inf
        if self.whole_numbers:
            return float(math.floor(edge.value) + 1 if edge.side else math.ceil(edge.value))
        return round(edge.value + 0.01, 10) if edge.side else edge.value


@dataclass(frozen=True)
class TierGrid:
    """All cases a rule table can tell apart: `matches[rule, orders cell, revenue cell]`."""

    rules: tuple[TierRule, ...]
    orders: Axis
    revenue: Axis
    matches: np.ndarray

    @cached_property
    def rule_of(self) -> np.ndarray:
        """The first rule that fits each cell; -1 where none does."""
        return np.where(self.matches.any(axis=0), self.matches.argmax(axis=0), -1)

    @cached_property
    def levels(self) -> np.ndarray:
        """Level per rule, with minus infinity at the end for "no rule"."""
        return np.array([*(rule.level for rule in self.rules), -np.inf])

    @cached_property
    def names(self) -> np.ndarray:
        """Tier per rule, with "" at the end for "no rule"."""
        return np.array([*(rule.tier for rule in self.rules), ""], dtype=object)

    def rules_for(self, order_count: np.ndarray, revenue: np.ndarray) -> np.ndarray:
        """The number of the rule that applies to each customer; -1: none."""
        return self.rule_of[self.orders.cells_of(order_count), self.revenue.cells_of(revenue)]


def tier_grid(rules: Sequence[TierRule], cuts: TierCuts) -> TierGrid:
    """The grid of a rule table under its cuts; raises `BadRule` for a rule that cannot be read."""
    for number, rule in enumerate(rules, 1):
        _check(rule, number)
    by_orders = [read_condition(rule.frequency, cuts.order_count) for rule in rules]
    by_revenue = [read_condition(rule.amount, cuts.revenue) for rule in rules]
    orders, revenue = _axis(by_orders, True), _axis(by_revenue, False)
    matches = np.zeros((len(rules), len(orders.edges) + 1, len(revenue.edges) + 1), dtype=bool)
    for number, (first, second) in enumerate(zip(by_orders, by_revenue, strict=True)):
        matches[number] = np.outer(orders.holds(first), revenue.holds(second))
    if not len(rules):
        matches = np.zeros((1, 1, 1), dtype=bool)
    return TierGrid(tuple(rules), orders, revenue, matches)


def _check(rule: TierRule, number: int) -> None:
    if not str(rule.tier or "").strip():
        raise BadRule("error.tier_without_name", n=number)
    level: Any = rule.level
    if isinstance(level, bool) or not isinstance(level, (int, float)) or int(level) != level:
        raise BadRule("error.bad_level", tier=rule.tier, value=shown(level))


def _axis(conditions: Sequence[Condition], whole_numbers: bool) -> Axis:
    return Axis(tuple(sorted({c.edge for c in conditions if c.edge is not None})), whole_numbers)


def rules_version(rules: Sequence[TierRule] | Sequence[SegmentRule]) -> str:
    """Eight hex digits that change whenever a rule, or the order of the rules, changes.

    >>> rules_version([]) == rules_version(default_tier_rules())
    False
    """
    words = json.dumps([[type(rule).__name__, *astuple(rule)] for rule in rules])
    return hashlib.sha256(words.encode()).hexdigest()[:8]
