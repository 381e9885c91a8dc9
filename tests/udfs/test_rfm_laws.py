"""The laws of RFM scoring (domain.md) for all logs: ties, row order, money unit, dates, more."""

import datetime as dt
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from udfs.rfm import MEASURES, rfm_cuts, rfm_scores, rfm_table

DAY = dt.date(2026, 3, 1)
SCORES = ["r_score", "f_score", "m_score", "rfm_score"]
ROWS = st.lists(
    st.tuples(
        st.integers(0, 12),
        st.integers(0, 20),
        st.integers(0, 40),
        st.one_of(st.sampled_from([10, 20, 30, 110, 220, 330]), st.integers(1, 10**8)),
    ),
    min_size=1,
    max_size=60,
)
TABLES = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 9), st.integers(1, 10**9)), min_size=1, max_size=40
)


def log(rows, days=0):
    return pd.DataFrame(
        {
            "customer_id": [f"C{customer:02d}" for customer, _, _, _ in rows],
            "order_id": [f"O{order}" for _, order, _, _ in rows],
            "order_date": [DAY - dt.timedelta(age - days) for _, _, age, _ in rows],
            "amount": [float(Decimal(cents).scaleb(-2)) for _, _, _, cents in rows],
        }
    )


def measures(rows):
    table = pd.DataFrame(rows, columns=list(MEASURES))
    return table.assign(revenue=[float(Decimal(cents).scaleb(-2)) for cents in table["revenue"]])


def scored(orders, day=DAY, method="value_cuts"):
    return rfm_scores(rfm_table(orders, day), method)


@pytest.mark.parametrize("method", ["value_cuts", "r_compatible"])
@given(rows=TABLES)
def test_equal_values_get_equal_scores(rows, method):
    scores = rfm_scores(measures(rows), method)
    for measure, score in zip(MEASURES, SCORES, strict=False):
        assert (scores.groupby(measure)[score].nunique() == 1).all()


@given(ROWS, st.randoms(use_true_random=False))
def test_row_order_changes_no_score(rows, random):
    shuffled = random.sample(rows, len(rows))
    pd.testing.assert_frame_equal(scored(log(rows)), scored(log(shuffled)))


@given(ROWS, st.sampled_from([1e4, 1e-4, 7.1, 0.1389, 6.8975, 100.0, 3.0]))
def test_the_money_unit_changes_no_score(rows, unit):
    orders = log(rows)
    changed = orders.assign(amount=orders["amount"] * unit)
    pd.testing.assert_frame_equal(scored(orders)[SCORES], scored(changed)[SCORES])


@given(TABLES, st.sampled_from([1e4, 1e-4, 7.1, 0.1389]))
def test_the_money_unit_of_a_finished_table_changes_no_score(rows, unit):
    table = measures(rows)
    changed = table.assign(revenue=table["revenue"] * unit)
    pd.testing.assert_frame_equal(rfm_scores(table)[SCORES], rfm_scores(changed)[SCORES])


@given(ROWS, st.integers(-20_000, 20_000))
def test_shifting_all_dates_changes_no_score(rows, days):
    later = scored(log(rows, days), DAY + dt.timedelta(days))
    pd.testing.assert_frame_equal(scored(log(rows))[SCORES], later[SCORES])


@pytest.mark.parametrize("method", ["value_cuts", "r_compatible"])
@given(rows=TABLES)
def test_more_is_never_scored_lower(rows, method):
    scores = rfm_scores(measures(rows), method)
    for measure, score in zip(MEASURES, SCORES, strict=False):
        points = scores.sort_values(measure)[score].diff().dropna()
        assert (points <= 0 if measure == "recency_days" else points >= 0).all()


@given(TABLES)
def test_scores_are_one_to_five_and_compose_the_rfm_score(rows):
    scores = rfm_scores(measures(rows))
    assert scores[SCORES[:3]].isin(range(1, 6)).all(axis=None)
    composed = 100 * scores["r_score"] + 10 * scores["f_score"] + scores["m_score"]
    assert scores["rfm_score"].tolist() == composed.tolist()


@given(TABLES)
def test_cuts_are_numpys_default_quantiles(rows):
    table = measures(rows)
    cuts = rfm_cuts(table)
    for measure in MEASURES:
        expected = np.quantile(table[measure], [0.2, 0.4, 0.6, 0.8])
        assert getattr(cuts, measure) == pytest.approx(expected, rel=1e-12)


@given(ROWS)
def test_revenue_and_counts_are_those_of_a_plain_loop(rows):
    orders: dict[tuple[int, int], int] = {}
    kept = {(c, o, age, cents) for c, o, age, cents in rows}
    for customer, order, _, cents in kept:
        orders[customer, order] = orders.get((customer, order), 0) + cents
    table = rfm_table(log(rows), DAY)
    customers = sorted({customer for customer, _ in orders})
    sums = [sum(net for (c, _), net in orders.items() if c == customer) for customer in customers]
    assert table["customer_id"].tolist() == [f"C{customer:02d}" for customer in customers]
    assert table["revenue"].tolist() == [float(Decimal(total).scaleb(-2)) for total in sums]
    assert table["order_count"].sum() == len(orders)
