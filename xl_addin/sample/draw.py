"""Chance for the sample shop, the same on every machine.

Only `random.Random.random()` is drawn: its stream is promised by Python not to change, while
those of `choice`, `shuffle` and `gauss` are not. No logarithms either, whose last digit may
differ between machines. Proved in tests/xl_addin/sample/test_draw.py.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Draw:
    """A seeded source of chance.

    >>> [Draw(3).between(1, 6) for _ in range(3)]
    [2, 2, 2]
    """

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed).random

    def chance(self, probability: float) -> bool:
        """True with this probability."""
        return self._random() < probability

    def between(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""
        return low + int(self._random() * (high - low + 1))

    def pick(self, items: Sequence[T]) -> T:
        """One of the items, all equally likely."""
        return items[int(self._random() * len(items))]

    def weighted(self, items: Sequence[T], weights: Sequence[float]) -> T:
        """One of the items, as likely as its weight says."""
        point = self._random() * sum(weights)
        for item, weight in zip(items, weights, strict=True):
            point -= weight
            if point < 0:
                return item
        return items[-1]
