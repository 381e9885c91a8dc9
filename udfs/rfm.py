"""Recency, frequency and monetary value: one row per customer, exact cuts, scores from 1 to 5.

Cuts are PERCENTILE.INC at 20, 40, 60 and 80 % (numpy's default, R type 7); a score is one plus the
number of cuts below the value, and for recency six minus that, so that 5 is best everywhere. Equal
values get equal scores, so bins are not equally large, and fewer than five distinct values give
fewer levels. Cuts are computed in integers: no score depends on row order, money unit or ties.
Proved in tests/udfs/test_rfm.py and tests/udfs/test_rfm_laws.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd

from udfs import money
from udfs.errors import BadRule, BadValue
from udfs.orders import OrderLog, read_orders
from udfs.texts import text
from udfs.values import read_date, read_number

METHODS = ("value_cuts", "thresholds", "r_compatible")
MEASURES = ("recency_days", "order_count", "revenue")
_SCORES = {"recency_days": "r_score", "order_count": "f_score", "revenue": "m_score"}
_OTHER_NAMES = {
    "recency_days": ("recency", "r"),
    "order_count": ("frequency", "f"),
    "revenue": ("monetary", "m"),
}


@dataclass(frozen=True)
class RfmCuts:
    """The cuts of each measure, ascending, and the method they come from.

    Days, orders and money. With method "r_compatible" a value equal to a cut counts as above it
    (half-open bins of R's rfm package); otherwise only a larger one does.
    """

    recency_days: tuple[float, ...]
    order_count: tuple[float, ...]
    revenue: tuple[float, ...]
    method: str = "value_cuts"


def rfm_table(orders: pd.DataFrame | OrderLog, analysis_date: object) -> pd.DataFrame:
    """One row per customer with orders up to `analysis_date`, sorted by customer_id.

    Columns: customer_id, recency_days (days from the last order to analysis_date), order_count,
    revenue (net), first_order, last_order. A DataFrame is read like a log (see `read_orders`), so
    that cancelled, future and worthless orders do not count; its own ID type is kept.

    >>> orders = pd.DataFrame({"customer_id": [7, 7], "order_date": ["2026-01-05", "2026-01-09"],
    ...     "amount": [0.1, 0.2]})
    >>> rfm_table(orders, "2026-01-10")[["recency_days", "order_count", "revenue"]].values.tolist()
    [[1.0, 2.0, 0.3]]
    """
    frame, day = counted_orders(orders, analysis_date)
    codes, customers = customers_in_order(frame["customer_id"])
    size = len(customers)
    days = frame["order_date"].to_numpy().astype("datetime64[D]").astype(np.int64)
    first = np.full(size, np.iinfo(np.int64).max)
    last = np.full(size, np.iinfo(np.int64).min)
    np.minimum.at(first, codes, days)
    np.maximum.at(last, codes, days)
    units, decimals = money.to_units(frame["amount"].to_numpy())
    return pd.DataFrame(
        {
            "customer_id": customers,
            "recency_days": day - last,
            "order_count": np.bincount(codes, minlength=size).astype(np.int64),
            "revenue": money.to_floats(money.add_by(codes, units, size), decimals),
            "first_order": first.astype("datetime64[D]").astype("datetime64[s]"),
            "last_order": last.astype("datetime64[D]").astype("datetime64[s]"),
        }
    )


def counted_orders(
    orders: pd.DataFrame | OrderLog, analysis_date: object
) -> tuple[pd.DataFrame, int]:
    """The orders that count up to a day, IDs in the type they came in, and the day's number."""
    day = np.datetime64(read_date(analysis_date), "D")
    if isinstance(orders, OrderLog):
        frame = orders.frame
        late = frame["order_date"].to_numpy() > day
        return (frame[~late] if late.any() else frame), int(day.astype(np.int64))
    frame = read_orders(orders, analysis_date).frame
    dtype = orders["customer_id"].dtype
    numeric = isinstance(dtype, np.dtype) and dtype.kind in "iuf"
    if numeric or isinstance(dtype, pd.StringDtype):
        frame = frame.assign(customer_id=frame["customer_id"].astype(dtype))
    return frame, int(day.astype(np.int64))


def customers_in_order(column: pd.Series) -> tuple[np.ndarray, pd.Series]:
    """For each order the number of its customer, and the customers sorted by ID."""
    codes, found = pd.factorize(column)
    rank = np.argsort(np.asarray(found), kind="stable")
    place = np.empty(len(rank), dtype=np.int64)
    place[rank] = np.arange(len(rank))
    customers = pd.Series(np.asarray(found)[rank], dtype=column.dtype)
    return place[codes], customers


def rfm_cuts(
    table: pd.DataFrame, method: str = "value_cuts", cuts: RfmCuts | Mapping[str, Any] | None = None
) -> RfmCuts:
    """The cuts scores are held against; `cuts` are your own with method "thresholds".

    Customers without orders (a measure missing) do not move the cuts. Raises `BadRule`.

    >>> table = pd.DataFrame({"recency_days": [1, 2, 3, 4, 5], "order_count": [1, 1, 1, 1, 9],
    ...     "revenue": [1.1, 2.2, 3.3, 4.4, 5.5]})
    >>> rfm_cuts(table).revenue
    (1.98, 2.86, 3.74, 4.62)
    """
    if method not in METHODS:
        raise BadRule("error.unknown_method", method=method, known=METHODS)
    if isinstance(cuts, RfmCuts):
        return cuts
    if method == "thresholds":
        return _own_cuts(cuts)
    if cuts is not None:
        raise BadRule("error.cuts_not_wanted", method=method)
    scored = _scorable(table)
    plus = 1 if method == "r_compatible" else 0
    found = {name: quantile_cuts(_values(table, name)[scored], plus) for name in MEASURES}
    return RfmCuts(**found, method=method)


def quantile_cuts(values: np.ndarray, plus: int = 0) -> tuple[float, ...]:
    """The four cuts between the fifths of some finite values; none of no values.

    >>> quantile_cuts(np.array([1.0, 1.0, 1.0, 1.0, 9.0]))
    (1.0, 1.0, 1.0, 2.6)
    """
    if not len(values):
        return ()
    units, decimals = money.to_units(values)
    ordered = np.sort(units)
    return tuple(money.quantile(ordered, Fraction(k, 5), decimals, plus) for k in (1, 2, 3, 4))


def _own_cuts(cuts: Mapping[str, Any] | None) -> RfmCuts:
    """Cuts as people give them: any known name, one to four strictly ascending numbers."""
    given = dict(cuts or {})
    found = {}
    for measure, others in _OTHER_NAMES.items():
        names = [name for name in (measure, *others) if name in given]
        what = text(f"measure.{measure}", "en")
        if not names or given[names[0]] is None:
            raise BadRule("error.cuts_needed", what=what)
        found[measure] = _ascending(given.pop(names[0]), what)
    if given:
        raise BadRule("error.unknown_cut_name", name=next(iter(given)))
    return RfmCuts(**found, method="thresholds")


def _ascending(values: Any, what: str) -> tuple[float, ...]:
    several = isinstance(values, Iterable) and not isinstance(values, str)
    try:
        numbers = tuple(read_number(value) for value in (values if several else [values]))
    except BadValue as error:
        raise BadRule(error.key, **error.values) from error
    if not 1 <= len(numbers) <= 4:
        raise BadRule("error.cuts_count", what=what, n=len(numbers))
    if any(low >= high for low, high in pairwise(numbers)):
        raise BadRule("error.cuts_not_ascending", what=what, cuts=" / ".join(map(str, numbers)))
    return numbers


def rfm_scores(
    table: pd.DataFrame, method: str = "value_cuts", cuts: RfmCuts | Mapping[str, Any] | None = None
) -> pd.DataFrame:
    """A copy of `table` with r_score, f_score, m_score (1 to 5) and rfm_score = 100R + 10F + M.

    A row without orders (a measure missing) gets 0 in all four. Raises `BadRule`.

    >>> table = pd.DataFrame({"recency_days": [9, 1], "order_count": [1, 3], "revenue": [5, 80]})
    >>> rfm_scores(table)["rfm_score"].tolist()
    [111, 555]
    """
    limits = rfm_cuts(table, method, cuts)
    scored = _scorable(table)
    result = table.copy()
    for measure, score in _SCORES.items():
        points = points_of(
            measure, _values(table, measure), getattr(limits, measure), limits.method
        )
        result[score] = np.where(scored, points, 0).astype(np.int64)
    result["rfm_score"] = 100 * result["r_score"] + 10 * result["f_score"] + result["m_score"]
    return result


def points_of(
    measure: str, values: np.ndarray, cuts: tuple[float, ...], method: str = "value_cuts"
) -> np.ndarray:
    """The score of each value of one measure, from 1 to 5 with four cuts.

    >>> points_of("recency_days", np.array([1.0, 50.0]), (10.0, 20.0, 30.0, 40.0))
    array([5, 1])
    """
    passed = _passed(values, cuts, method)
    return 5 - passed if measure == "recency_days" else 1 + passed


def _passed(values: np.ndarray, cuts: tuple[float, ...], method: str) -> np.ndarray:
    """How many cuts lie below each value (or at it, the R-compatible way)."""
    side: Any = "right" if method == "r_compatible" else "left"
    return np.searchsorted(np.array(cuts, dtype=np.float64), np.nan_to_num(values), side=side)


def _values(table: pd.DataFrame, measure: str) -> np.ndarray:
    """A measure as floats without noise, so that comparing with a cut is exact."""
    if measure not in table:
        raise BadValue("error.column_missing", sheet="RFM", column=measure)
    return money.exact_values(table[measure].to_numpy(dtype=np.float64, na_value=np.nan))


def _scorable(table: pd.DataFrame) -> np.ndarray:
    """Rows with at least one order and every measure known."""
    known = [np.isfinite(_values(table, measure)) for measure in MEASURES]
    return known[0] & known[1] & known[2] & (_values(table, "order_count") > 0)
