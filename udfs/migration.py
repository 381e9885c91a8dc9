"""Who moved from which tier to which: the migration matrix between two states of the book.

One row per tier before, one column per tier after, highest first, and last those without a tier.
The sums of the rows are the counts before, those of the columns the counts after.
Proved in tests/udfs/test_migration.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from udfs.errors import BadValue
from udfs.values import ids

NO_TIER = ""
MOVES = ("up", "down", "unchanged", "entered", "left", "not_comparable")


@dataclass(frozen=True)
class Migration:
    """`counts[i, j]` customers went from `tiers[i]` to `tiers[j]`; the last tier, "", is none."""

    tiers: tuple[str, ...]
    counts: np.ndarray
    up: int
    down: int
    unchanged: int
    entered: int  # had no tier, has one
    left: int  # had a tier, has none
    not_comparable: int  # from or to a tier the rules no longer name

    @property
    def before_sums(self) -> list[int]:
        """Customers per tier before."""
        return [int(count) for count in self.counts.sum(axis=1)]

    @property
    def after_sums(self) -> list[int]:
        """Customers per tier after."""
        return [int(count) for count in self.counts.sum(axis=0)]

    @property
    def total(self) -> int:
        """All customers."""
        return int(self.counts.sum())


def migration_matrix(
    before: Iterable[Any], after: Iterable[Any], order: Sequence[str]
) -> Migration:
    """Counts of customers by tier before and after.

    Two columns, one cell per customer, blank for no tier; `order` names the tiers, highest first.
    A tier that is not in `order`, because somebody renamed it, gets a row of its own after them,
    and moves from or to it are neither up nor down.

    >>> found = migration_matrix(["High", "High", ""], ["High", "Low", "Low"], ["High", "Low"])
    >>> found.counts.tolist(), found.down, found.entered
    ([[1, 1, 0], [0, 0, 0], [0, 1, 0]], 1, 1)
    """
    first, second = _columns(before, after)
    known = list(dict.fromkeys(ids(order).tolist()))
    others = sorted({*first, *second} - {*known, NO_TIER})
    tiers = (*known, *others, NO_TIER)
    place = {tier: position for position, tier in enumerate(tiers)}
    counts = np.zeros((len(tiers), len(tiers)), dtype=np.int64)
    pairs = [place[tier] for tier in first], [place[tier] for tier in second]
    np.add.at(counts, (np.array(pairs[0], dtype=np.intp), np.array(pairs[1], dtype=np.intp)), 1)
    sums = dict.fromkeys(MOVES, 0)
    for source, row in zip(tiers, counts.tolist(), strict=True):
        for target, count in zip(tiers, row, strict=True):
            sums[_move(source, target, known)] += count
    return Migration(tiers, counts, **sums)


def tier_moves(before: Iterable[Any], after: Iterable[Any], order: Sequence[str]) -> list[str]:
    """For each customer one of `MOVES`.

    >>> tier_moves(["Low", "High"], ["High", ""], ["High", "Low"])
    ['up', 'left']
    """
    known = list(dict.fromkeys(ids(order).tolist()))
    seen: dict[tuple[str, str], str] = {}
    moves = []
    for pair in zip(*_columns(before, after), strict=True):
        if pair not in seen:
            seen[pair] = _move(*pair, known)
        moves.append(seen[pair])
    return moves


def _columns(before: Iterable[Any], after: Iterable[Any]) -> tuple[list[str], list[str]]:
    first, second = ids(before).tolist(), ids(after).tolist()
    if len(first) != len(second):
        raise BadValue("follow_rules.migration_lengths", before=len(first), after=len(second))
    return first, second


def _move(before: str, after: str, order: list[str]) -> str:
    if before == after:
        return "unchanged"
    if NO_TIER in (before, after):
        return "entered" if before == NO_TIER else "left"
    if before not in order or after not in order:
        return "not_comparable"
    return "up" if order.index(after) < order.index(before) else "down"
