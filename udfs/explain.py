"""Why a customer stands where they stand: numbers, cuts, rank, what lifts to the next tier.

`why` writes the compact column of the customer table, `explain_customer` the full answer for one.
Every figure is one the scores and tiers were computed from; nothing is computed a second way.
Proved in tests/udfs/test_explain.py.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pandas as pd

from udfs.errors import NotFound
from udfs.money import exact_values, money_words, number_words
from udfs.rfm import RfmCuts
from udfs.texts import text
from udfs.tier_rules import TierCuts
from udfs.values import fold, ids, read_id


def why(
    scored: pd.DataFrame, cuts: RfmCuts, tier_cuts: TierCuts, lang: str, currency: str = ""
) -> list[str]:
    """One compact text per row: the tier with its cuts, the churn flag, R, F and M with theirs.

    `scored` is the customer table with scores and tiers; churn columns may be missing.

    >>> scored = pd.DataFrame({"recency_days": [12], "order_count": [2], "revenue": [1250.5],
    ...     "r_score": [4], "f_score": [2], "m_score": [3], "tier": ["Potential"]})
    >>> cuts = RfmCuts((5, 14), (1, 2), (400, 1000))
    >>> print(why(scored, cuts, TierCuts(4, 1000), "en", "$")[0].replace(". ", ".\\n"))
    Potential: revenue $1,250.50 reaches the cut $1,000; 2 orders are below the cut 4.
    R4: last order 12 days ago (cuts 5 / 14).
    F2: 2 orders (cuts 1 / 2).
    M3: $1,250.50 (cuts $400 / $1,000).
    """
    columns = _Columns(scored)
    wording = _Wording(cuts, tier_cuts, lang, currency)
    separator = "" if lang == "zh" else " "
    return [
        separator.join(wording.sentences(row)) if row[0] else wording.no_orders
        for row in columns.rows()
    ]


class _Columns:
    """The columns `why` needs, as plain lists; missing ones are blank."""

    def __init__(self, scored: pd.DataFrame) -> None:
        self.scored = scored
        self.days = _floats(scored, "recency_days")
        self.orders = _floats(scored, "order_count")
        self.revenue = exact_values(_floats(scored, "revenue"))

    def rows(self) -> Any:
        """(has orders, days, orders, revenue, R, F, M, tier, tag, last order, (tier, cuts) then)"""
        has_orders = (self.orders > 0) & np.isfinite(self.revenue) & np.isfinite(self.days)
        columns: list[Sequence[Any]] = [has_orders.tolist()]
        for numbers in (self.days, self.orders):
            columns.append(np.nan_to_num(numbers).astype(np.int64).tolist())
        columns.append(np.nan_to_num(self.revenue).tolist())
        for name in ("r_score", "f_score", "m_score"):
            columns.append(_floats(self.scored, name, 0.0).astype(np.int64).tolist())
        columns += [_words(self.scored, name) for name in ("tier", "tier_tag")]
        return zip(*columns, *self._flags(), strict=True)

    def _flags(self) -> tuple[list[str], list[tuple[Any, ...]]]:
        """Day of the last order, "" without a flag; tier, order cut and revenue cut of that day."""
        size = len(self.scored)
        if "churn_flag" not in self.scored:
            return [""] * size, [()] * size
        flagged = _truths(self.scored["churn_flag"])
        days = _day_words(self.scored, flagged)
        then = zip(
            _words(self.scored, "tier_at_last_order"),
            _floats(self.scored, "order_cut_then").tolist(),
            _floats(self.scored, "revenue_cut_then").tolist(),
            strict=True,
        )
        return days, list(then)


def _floats(scored: pd.DataFrame, name: str, missing: float = math.nan) -> np.ndarray:
    if name not in scored:
        return np.full(len(scored), missing)
    found = scored[name].to_numpy(dtype=np.float64, na_value=np.nan)
    return np.where(np.isnan(found), missing, found)


def _words(scored: pd.DataFrame, name: str) -> list[str]:
    if name not in scored:
        return [""] * len(scored)
    return [word if isinstance(word, str) else "" for word in scored[name].tolist()]


def _truths(column: pd.Series) -> np.ndarray:
    return np.array([value is True or value is np.True_ for value in column.tolist()], dtype=bool)


def _day_words(scored: pd.DataFrame, rows: np.ndarray) -> list[str]:
    """ISO days of the last order where `rows` is true, "" elsewhere."""
    days = np.full(len(scored), "", dtype=object)
    if "last_order" in scored and rows.any():
        found = pd.to_datetime(scored["last_order"]).to_numpy().astype("datetime64[D]")[rows]
        days[rows] = ["" if day == "NaT" else day for day in found.astype(str)]
    return days.tolist()


class _Memo(dict[Any, str]):
    """Texts by their numbers, each made once."""

    def __init__(self, make: Callable[..., str]) -> None:
        super().__init__()
        self.make = make

    def __missing__(self, key: Any) -> str:
        words = self[key] = self.make(*key)
        return words


class _Wording:
    """The sentences of `why` for one set of cuts; whatever repeats is made once."""

    def __init__(self, cuts: RfmCuts, tier_cuts: TierCuts, lang: str, currency: str) -> None:
        self.cuts, self.tier_cuts, self.lang, self.currency = cuts, tier_cuts, lang, currency
        self.no_orders = text("why.no_orders", lang)
        self.revenue_cuts = cuts_words(cuts.revenue, currency)
        self.recency = _Memo(self._recency)
        self.frequency = _Memo(self._frequency)
        self.monetary = _Memo(self._monetary)
        self.tier = _Memo(self._tier)

    def sentences(self, row: tuple[Any, ...]) -> list[str]:
        _, days, orders, revenue, r, f, m, tier, tag, last, then = row
        amount = money_words(revenue, self.currency)
        high = revenue >= self.tier_cuts.revenue
        # What a reader asks first comes first, because a cell shows only the beginning.
        first = [self.tier[tier, tag, orders, high].replace(_MONEY, amount)]
        if last:
            tier_then, order_cut, revenue_cut = then
            words = (last, tier_then, order_cut, revenue_cut, self.lang, self.currency)
            first.append(flag_words(*words))
        return [
            *first,
            self.recency[r, days],
            self.frequency[f, orders],
            self.monetary[(m,)].replace(_MONEY, amount),
        ]

    def _recency(self, score: int, days: int) -> str:
        cuts = cuts_words(self.cuts.recency_days)
        return text("why.recency", self.lang, score=score, n=days, cuts=cuts)

    def _frequency(self, score: int, orders: int) -> str:
        cuts = cuts_words(self.cuts.order_count)
        return text("why.frequency", self.lang, score=score, n=orders, cuts=cuts)

    def _monetary(self, score: int) -> str:
        return text("why.revenue", self.lang, score=score, money=_MONEY, cuts=self.revenue_cuts)

    def _tier(self, tier: str, tag: str, orders: int, revenue_high: bool) -> str:
        """The tier with what was held against its cuts."""
        cut = number_words(self.tier_cuts.order_count)
        key = "why.orders_high" if orders >= self.tier_cuts.order_count else "why.orders_low"
        amount_cut = money_words(self.tier_cuts.revenue, self.currency)
        amount_key = "why.revenue_high" if revenue_high else "why.revenue_low"
        return text(
            "why.tier_tagged" if tag else "why.tier",
            self.lang,
            tier=tier or text("why.no_tier", self.lang),
            tag=tag,
            revenue=text(amount_key, self.lang, money=_MONEY, cut=amount_cut),
            orders=text(key, self.lang, n=orders, cut=cut),
        )


_MONEY = "\0"  # stands where the customer's amount goes


def cuts_words(cuts: Sequence[float], currency: str | None = None) -> str:
    """Cuts as people read them: "5 / 14 / 30 / 90"; money where a currency is given."""
    if currency is None:
        return " / ".join(map(number_words, cuts))
    return " / ".join(money_words(cut, currency) for cut in cuts)


def explain_customer(
    scored: pd.DataFrame,
    customer_id: object,
    cuts: RfmCuts,
    tier_cuts: TierCuts,
    lang: str,
    currency: str = "",
) -> list[str]:
    """One customer in full, line by line: numbers, cuts, ranks, tier, what lifts it, churn.

    Ranks count the customers who are strictly better, so equal customers share a rank. Raises
    `NotFound` for an unknown customer.
    """
    wanted = read_id(customer_id)
    found = np.flatnonzero(ids(scored["customer_id"]) == wanted)
    if not len(found) or not wanted:
        raise NotFound("error.customer_not_found", customer=fold(wanted)[:40])
    place = int(found[0])
    heading = text("explain.customer", lang, customer=wanted)
    row = next(_Columns(scored.iloc[[place]]).rows())
    if not row[0]:
        return [heading, text("why.no_orders", lang)]
    ranks = _ranks(scored, place)
    return [
        heading,
        *_measure_lines(scored, place, row, ranks, cuts, lang, currency),
        *_group_lines(row, scored.iloc[place], tier_cuts, lang, currency),
        *_churn_lines(scored.iloc[place], lang, currency),
    ]


def _ranks(scored: pd.DataFrame, place: int) -> tuple[int, int, int, int]:
    """Rank by recency, frequency and revenue (1 is best); number of customers with orders."""
    columns = _Columns(scored)
    active = columns.orders > 0
    recency = int((columns.days[active] < columns.days[place]).sum()) + 1
    frequency = int((columns.orders[active] > columns.orders[place]).sum()) + 1
    revenue = int((columns.revenue[active] > columns.revenue[place]).sum()) + 1
    return recency, frequency, revenue, int(active.sum())


def _measure_lines(
    scored: pd.DataFrame,
    place: int,
    row: tuple[Any, ...],
    ranks: tuple[int, int, int, int],
    cuts: RfmCuts,
    lang: str,
    currency: str,
) -> list[str]:
    _, days, orders, revenue, r, f, m, *_ = row
    only_this = np.arange(len(scored)) == place
    recency, frequency, monetary = cuts.recency_days, cuts.order_count, cuts.revenue
    total = ranks[3]
    return [
        text(
            "explain.recency",
            lang,
            score=r,
            day=_day_words(scored, only_this)[place],
            n=days,
            cuts=cuts_words(recency),
            rank=ranks[0],
            total=total,
        ),
        text(
            "explain.frequency",
            lang,
            score=f,
            n=orders,
            cuts=cuts_words(frequency),
            rank=ranks[1],
            total=total,
        ),
        text(
            "explain.revenue",
            lang,
            score=m,
            money=money_words(revenue, currency),
            cuts=cuts_words(monetary, currency),
            rank=ranks[2],
            total=total,
        ),
    ]


def _group_lines(
    row: tuple[Any, ...], record: pd.Series, tier_cuts: TierCuts, lang: str, currency: str
) -> list[str]:
    """Segment, tier and the way to the next tier."""
    score, segment = int(record.get("rfm_score", 0) or 0), record.get("segment", "")
    key = "explain.segment" if segment else "explain.no_segment"
    wording = _Wording(RfmCuts((), (), ()), tier_cuts, lang, currency)
    lines = [text(key, lang, score=score, segment=segment), wording.sentences(row)[0]]
    gap = record.get("gap_to_next_tier", "")
    return [*lines, text("explain.gap", lang, gap=gap)] if gap else lines


def flag_words(
    day: str, tier: str, order_cut: float, revenue_cut: float, lang: str, currency: str
) -> str:
    """Why a customer is flagged: silent since `day`, and what the cuts of that day made of them."""
    if math.isnan(order_cut) or math.isnan(revenue_cut):
        return text("why.flagged", lang, day=day, tier=tier)
    orders, revenue = number_words(order_cut), money_words(revenue_cut, currency)
    return text("why.flagged_by_cuts", lang, day=day, tier=tier, orders=orders, revenue=revenue)


def _churn_lines(record: pd.Series, lang: str, currency: str) -> list[str]:
    if "churn_flag" not in record or "silent" not in record:
        return []
    tier = record.get("tier_at_last_order", "")
    day = pd.Timestamp(record["last_order"]).date().isoformat()
    if record["churn_flag"]:
        cuts = (record.get("order_cut_then", math.nan), record.get("revenue_cut_then", math.nan))
        return [flag_words(day, tier, *cuts, lang, currency)]
    if record["silent"]:
        return [text("explain.silent", lang, day=day, tier=tier or text("why.no_tier", lang))]
    return [text("explain.active", lang, day=day)]
