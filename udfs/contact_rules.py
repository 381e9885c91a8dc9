"""Whom to contact first, and how often at most.

The priority of a follow-up is a sum of whole points, 0 to 100, so that it explains itself: points
for the reason, for the customer's tier, for days overdue and for the rank by revenue. The table
below is all there is. An inquiry comes first, because somebody is waiting (first response within
an hour, the seeds); then those who are leaving; then what would be nice.

The cap keeps a customer from being contacted too often (客户轰炸): per customer and period no more
than so many contacts, those already made included. An answer to an inquiry is owed and does not
count. Proved in tests/udfs/test_contact_rules.py.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from udfs.errors import BadRule
from udfs.texts import text
from udfs.values import is_missing, shown

# Reason to points, and what it counts once its due moment has passed where that differs.
POINTS = {
    "inquiry": 42,
    "recall": 36,
    "tier_fell": 31,
    "birthday": 21,
    "important_date": 21,
    "return_visit": 16,
    "near_next_tier": 11,
    "confirm_data": 5,
}
POINTS_OVERDUE = {"inquiry": 50, "return_visit": 26}
TIER_POINTS = 20  # for the highest tier, in equal steps down to 0 for the lowest
DAY_POINTS, OVERDUE_POINTS = 2, 20  # for each whole day overdue, and at most
REVENUE_POINTS = 10  # for the customer with the highest revenue
EXEMPT = ("inquiry",)


class Part(NamedTuple):
    """Points for one thing: `key` is a reason, "tier", "overdue" (days) or "revenue" (percent)."""

    key: str
    points: int
    amount: int = 0


@dataclass(frozen=True)
class Priority:
    """0 to 100, the sum of its parts; parts of 0 points are not kept."""

    points: int
    parts: tuple[Part, ...]


def priority(
    source: str,
    days_overdue: float = 0.0,
    tier_level: int | None = None,
    levels: Sequence[int] = (),
    revenue_share: float | None = None,
) -> Priority:
    """How soon this follow-up should be done.

    `source` is a reason of the follow-up table; `days_overdue` is above 0 once the due moment has
    passed, also by an hour; `levels` are those of the tier rules; `revenue_share` is the share of
    customers with no more revenue, 1 for the highest. More overdue, a higher tier and more revenue
    never lower it.

    >>> priority("inquiry", 2.5, 3, (3, 2, 1)).points
    74
    """
    if source not in POINTS:
        raise BadRule("follow_rules.unknown_source", value=shown(source))
    days = math.floor(max(days_overdue, 0))
    share = _between_0_and_1(revenue_share)
    parts = (
        _reason(source, days_overdue > 0),
        Part("tier", _tier_points(tier_level, levels)),
        Part("overdue", min(DAY_POINTS * days, OVERDUE_POINTS), days),
        Part("revenue", _rounded(REVENUE_POINTS * share), _rounded(100 * share)),
    )
    kept = tuple(part for part in parts if part.points)
    return Priority(sum(part.points for part in kept), kept)


def explain_priority(found: Priority, lang: str = "en", tier: str = "") -> str:
    """The sum in words, `tier` being the customer's.

    >>> explain_priority(priority("inquiry", 2.5, 3, (3, 2, 1)), "en", "High value")
    '74 = 50 (inquiry overdue) + 20 (High value) + 4 (2 days late)'
    """
    name = tier or text("follow_rules.points.some_tier", lang)
    said = []
    for part in found.parts:
        what = text(f"follow_rules.points.{part.key}", lang, n=part.amount, tier=name)
        said.append(text("follow_rules.points.part", lang, points=part.points, what=what))
    return f"{found.points} = " + " + ".join(said)


class CapResult(NamedTuple):
    """Positions of the items kept and of those the cap left out, in their order."""

    kept: list[int]
    left_out: list[int]


def within_cap(
    customers: Sequence[str],
    sources: Sequence[str],
    already: Mapping[str, int],
    cap: int | None,
) -> CapResult:
    """The items that may go out, given in order of priority, the most urgent first.

    `already` counts the contacts made with a customer in the period. Inquiries are always kept
    and take nothing from the cap. No cap: all are kept.

    >>> within_cap(["A", "A", "A"], ["recall", "birthday", "inquiry"], {"A": 1}, 2).kept
    [0, 2]
    """
    kept, left_out = [], []
    planned: dict[str, int] = defaultdict(int)
    for index, (customer, source) in enumerate(zip(customers, sources, strict=True)):
        made = already.get(customer, 0)
        if cap is None or source in EXEMPT:
            kept.append(index)
        elif made + planned[customer] < cap:
            planned[customer] += 1
            kept.append(index)
        else:
            left_out.append(index)
    return CapResult(kept, left_out)


def _reason(source: str, overdue: bool) -> Part:
    if overdue and source in POINTS_OVERDUE:
        return Part(f"{source}_overdue", POINTS_OVERDUE[source])
    return Part(source, POINTS[source])


def _tier_points(level: int | None, levels: Sequence[int]) -> int:
    """Equal steps over the levels there are; a single level makes no difference, so 0."""
    steps = sorted(set(levels))
    if level is None or is_missing(level) or len(steps) < 2:
        return 0
    below = sum(step < level for step in steps)
    return _rounded(TIER_POINTS * min(below, len(steps) - 1) / (len(steps) - 1))


def _between_0_and_1(share: float | None) -> float:
    return 0.0 if share is None or is_missing(share) else min(max(share, 0.0), 1.0)


def _rounded(number: float) -> int:
    """Halves up, so that equal steps stay equal."""
    return math.floor(number + 0.5)
