"""Exact money: amounts as whole units of a power of ten, so that sums and ties are exact.

Binary floats make 0.1 + 0.2 differ from 0.3; a customer would then change score with the row
order or the currency. Here every amount becomes an int64 number of units of 10**-decimals,
sums are integers, and one correctly rounded division leads back to a float.

Limits: amounts keep 49 bits (14 digits) counted from the largest amount of the column, which
also wipes out the last-digit noise of a multiplication by an exchange rate; within them,
values and quantile cuts that differ, differ as floats too. Proved in tests/udfs/test_money.py.
"""

from __future__ import annotations

from fractions import Fraction

import numpy as np

# 2**49: a fifth of a unit (what a quantile cut can differ by) is still more than one float apart.
_LARGEST = 2.0**49
_LARGEST_TOTAL = 9e17
_MOST_DECIMALS = 22  # 10.0**22 is the last power of ten that is exact in a float
LARGEST_AMOUNT = 1e15  # a single amount above it would take the cents from all others


def to_units(amounts: np.ndarray) -> tuple[np.ndarray, int]:
    """Amounts (finite floats) as int64 `units` with `decimals`: amount = units / 10**decimals.

    >>> to_units(np.array([0.1, 0.2, 12.5]))
    (array([  1,   2, 125]), 1)
    """
    values = np.asarray(amounts, dtype=np.float64)
    size = np.abs(values)
    largest, total = float(size.max(initial=0.0)), float(size.sum())
    most = _decimals_that_fit(largest, total)
    for decimals in (0, 1, 2, 3, 4):
        if decimals <= most:
            units = np.rint(values * 10.0**decimals)
            if np.array_equal(units / 10.0**decimals, values):
                return units.astype(np.int64), decimals
    scale = 10.0 ** abs(most)
    units = np.rint(values * scale if most >= 0 else values / scale).astype(np.int64)
    return _reduced(units, most)


def _decimals_that_fit(largest: float, total: float) -> int:
    decimals = _MOST_DECIMALS
    while decimals > -300 and (
        largest * 10.0**decimals > _LARGEST or total * 10.0**decimals > _LARGEST_TOTAL
    ):
        decimals -= 1
    return decimals


def _reduced(units: np.ndarray, decimals: int) -> tuple[np.ndarray, int]:
    """Without the zeros that all units have at their end."""
    for zeros in (8, 4, 2, 1):
        step = 10**zeros
        while decimals - zeros >= 0 and not (units % step).any():
            units, decimals = units // step, decimals - zeros
    return units, decimals


def to_floats(units: np.ndarray, decimals: int) -> np.ndarray:
    """Units back to amounts, each correctly rounded (also beyond 2**53 units)."""
    whole = np.asarray(units, dtype=np.int64)
    if 0 <= decimals <= _MOST_DECIMALS and int(np.abs(whole).max(initial=0)) <= 2**53:
        return whole / 10.0**decimals
    return np.array([ratio(int(unit), 1, decimals) for unit in whole], dtype=np.float64)


def ratio(numerator: int, denominator: int, decimals: int) -> float:
    """numerator / denominator units as an amount, correctly rounded (Python divides ints so)."""
    if decimals < 0:
        return numerator * 10**-decimals / denominator
    return numerator / (denominator * 10**decimals)


def exact_values(amounts: np.ndarray) -> np.ndarray:
    """Amounts without float noise: the nearest decimal numbers; NaN stays NaN.

    >>> exact_values(np.array([0.1 + 0.2, 3.3 * 7.1]))
    array([ 0.3 , 23.43])
    """
    values = np.asarray(amounts, dtype=np.float64)
    known = np.isfinite(values)
    result = values.copy()
    result[known] = to_floats(*to_units(values[known]))
    return result


def quantile(units: np.ndarray, p: Fraction, decimals: int = 0, plus: int = 0) -> float:
    """PERCENTILE.INC of whole units (R type 7), exact until one last rounding.

    The position (n - 1) * p is a fraction; the value between two neighbours is computed in
    integers. `plus` whole amounts are added before rounding. `units` must not be empty.

    >>> quantile(np.array([1, 2, 3, 4, 5]), Fraction("0.6"))
    3.4
    """
    position = (len(units) - 1) * p
    index, share = int(position), position - int(position)
    ordered = np.partition(units, index)
    low = int(ordered[index])
    high = int(ordered[index + 1 :].min()) if share else low
    numerator = share.denominator * low + share.numerator * (high - low)
    if plus:
        exact = Fraction(numerator, share.denominator) / Fraction(10) ** decimals + plus
        return exact.numerator / exact.denominator
    return ratio(numerator, share.denominator, decimals)


def add_by(codes: np.ndarray, units: np.ndarray, groups: int) -> np.ndarray:
    """Sum of the units per group code, in integers."""
    totals = np.zeros(groups, dtype=np.int64)
    np.add.at(totals, codes, units)
    return totals


def number_words(value: float) -> str:
    """A number for people: thousands separators, at most two decimals, none for whole numbers.

    >>> number_words(1250.0), number_words(3.4), number_words(0.125)
    ('1,250', '3.4', '0.12')
    """
    words = f"{value:,.2f}"
    return words.rstrip("0").rstrip(".") if "." in words else words


def money_words(value: float, currency: str = "") -> str:
    """An amount for people, with its sign: two decimals, or none for whole amounts.

    >>> money_words(1250.0, "¥"), money_words(-0.5, "$")
    ('¥1,250', '-$0.50')
    """
    words = f"{abs(value):,.2f}".removesuffix(".00")
    return f"-{currency}{words}" if value < 0 else f"{currency}{words}"
