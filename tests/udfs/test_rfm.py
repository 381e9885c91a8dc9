"""The RFM table, its cuts and the methods, on cases small enough to check by hand."""

import datetime as dt

import numpy as np
import pandas as pd
import pytest

from udfs.errors import BadRule, BadValue
from udfs.orders import read_orders
from udfs.rfm import RfmCuts, rfm_cuts, rfm_scores, rfm_table

DAY = dt.date(2026, 3, 1)


def orders(*rows, **columns):
    frame = pd.DataFrame(rows, columns=["customer_id", "order_id", "order_date", "amount"])
    return frame.assign(**columns)


def measures(*rows):
    return pd.DataFrame(rows, columns=["recency_days", "order_count", "revenue"])


def test_one_row_per_customer_sorted_by_id():
    table = rfm_table(
        orders(
            ("B", "1", "2026-02-01", 10.1),
            ("A", "2", "2026-02-10", 0.1),
            ("A", "3", "2026-01-10", 0.2),
        ),
        DAY,
    )
    assert table["customer_id"].tolist() == ["A", "B"]
    assert table["recency_days"].tolist() == [19, 28]
    assert table["order_count"].tolist() == [2, 1]
    assert table["revenue"].tolist() == [0.3, 10.1]
    assert table["first_order"].tolist() == [pd.Timestamp("2026-01-10"), pd.Timestamp("2026-02-01")]
    assert table["last_order"].tolist() == [pd.Timestamp("2026-02-10"), pd.Timestamp("2026-02-01")]


def test_rows_of_one_order_count_once_and_net():
    table = rfm_table(
        orders(
            ("A", 1, "2026-02-01", 100), ("A", 1, "2026-02-03", -30), ("A", 1, "2026-02-02", 5.5)
        ),
        DAY,
    )
    assert table["order_count"].tolist() == [1]
    assert table["revenue"].tolist() == [75.5]
    assert table["last_order"].tolist() == [pd.Timestamp("2026-02-01")]


def test_an_order_number_shared_by_two_customers_is_two_orders():
    table = rfm_table(orders(("A", 1, "2026-02-01", 100), ("B", 1, "2026-02-01", 50)), DAY)
    assert table["order_count"].tolist() == [1, 1]


def test_without_order_numbers_each_row_is_an_order():
    frame = orders(("A", "", "2026-02-01", 10), ("A", None, "2026-02-01", 10))
    assert rfm_table(frame, DAY)["order_count"].tolist() == [2]
    assert rfm_table(frame.drop(columns="order_id"), DAY)["order_count"].tolist() == [2]


def test_orders_that_do_not_count_are_not_in_the_table():
    frame = orders(
        ("A", 1, "2026-02-01", 10),
        ("A", 2, "2026-03-02", 10),
        ("A", 3, "2026-02-01", 0),
        ("B", 4, "2026-02-01", -5),
    )
    table = rfm_table(frame, DAY)
    assert table["customer_id"].tolist() == ["A"]
    assert table["order_count"].tolist() == [1]


def test_number_ids_stay_numbers_and_sort_as_numbers():
    table = rfm_table(orders((10, 1, "2026-02-01", 1), (9, 2, "2026-02-01", 1)), DAY)
    assert table["customer_id"].tolist() == [9, 10]
    assert table["customer_id"].dtype == np.int64


def test_text_ids_keep_leading_zeros():
    table = rfm_table(orders(("007", 1, "2026-02-01", 1), ("7", 2, "2026-02-01", 1)), DAY)
    assert table["customer_id"].tolist() == ["007", "7"]


def test_an_order_log_gives_the_same_table_as_its_data_frame():
    frame = orders(("B", 1, "2026-02-01", 10), ("A", 2, "2026-02-02", 20))
    log = read_orders(frame, DAY)
    pd.testing.assert_frame_equal(rfm_table(log, DAY), rfm_table(frame, DAY), check_dtype=False)


def test_an_order_log_read_without_a_day_still_ends_at_the_analysis_date():
    log = read_orders(orders(("A", 1, "2026-02-01", 10), ("A", 2, "2026-04-01", 10)))
    assert rfm_table(log, DAY)["order_count"].tolist() == [1]


@pytest.mark.parametrize("analysis_date", ["2026-03-01", dt.datetime(2026, 3, 1, 12), 46082])
def test_the_analysis_date_may_be_any_form_of_date(analysis_date):
    assert rfm_table(orders(("A", 1, "2026-02-28", 1)), analysis_date)["recency_days"].tolist() == [
        1
    ]


def test_no_orders_give_an_empty_table_and_no_scores():
    table = rfm_table(orders(), DAY)
    assert list(table.columns) == [
        *("customer_id", "recency_days", "order_count", "revenue", "first_order", "last_order")
    ]
    scores = rfm_scores(table)
    assert len(scores) == 0
    assert rfm_cuts(table) == RfmCuts((), (), ())


def test_one_customer_equals_all_cuts_and_is_the_lowest_level_above_none():
    scores = rfm_scores(measures((3, 2, 9.5)))
    assert scores[["r_score", "f_score", "m_score", "rfm_score"]].values.tolist() == [
        [5, 1, 1, 511]
    ]


def test_equal_customers_all_get_the_same_scores():
    assert set(rfm_scores(measures(*[(3, 2, 9.5)] * 7))["rfm_score"]) == {511}


def test_five_distinct_values_give_five_levels():
    scores = rfm_scores(measures(*[(n, n, n) for n in (1, 2, 3, 4, 5)]))
    assert scores["rfm_score"].tolist() == [511, 422, 333, 244, 155]


def test_a_customer_without_orders_is_not_scored_and_moves_no_cut():
    with_orders = measures((1, 5, 50.0), (9, 1, 5.0))
    both = pd.concat([with_orders, measures((np.nan, 0, 0.0), (np.nan, np.nan, np.nan))])
    assert rfm_cuts(both) == rfm_cuts(with_orders)
    assert rfm_scores(both)["rfm_score"].tolist() == [555, 111, 0, 0]


def test_own_thresholds_score_by_how_many_are_exceeded():
    cuts = {"recency_days": [30, 90], "order_count": [1], "revenue": ["1,000", 5000]}
    scores = rfm_scores(
        measures((30, 1, 1000), (31, 2, 1000.01), (91, 9, 6000)), "thresholds", cuts
    )
    assert scores[["r_score", "f_score", "m_score"]].values.tolist() == [
        [5, 1, 1],
        [4, 2, 2],
        [3, 2, 3],
    ]


@pytest.mark.parametrize(
    "names",
    [
        ("recency_days", "order_count", "revenue"),
        ("recency", "frequency", "monetary"),
        ("r", "f", "m"),
    ],
)
def test_thresholds_answer_to_all_their_names(names):
    cuts = rfm_cuts(measures(), "thresholds", dict(zip(names, ([1, 2], [3], (4.5,)), strict=True)))
    assert cuts == RfmCuts((1.0, 2.0), (3.0,), (4.5,), "thresholds")


@pytest.mark.parametrize(
    ("cuts", "key"),
    [
        (None, "error.cuts_needed"),
        ({"r": [1], "f": [1]}, "error.cuts_needed"),
        ({"r": [1], "f": [1], "m": None}, "error.cuts_needed"),
        ({"r": [2, 1], "f": [1], "m": [1]}, "error.cuts_not_ascending"),
        ({"r": [1, 1], "f": [1], "m": [1]}, "error.cuts_not_ascending"),
        ({"r": [], "f": [1], "m": [1]}, "error.cuts_count"),
        ({"r": [1, 2, 3, 4, 5], "f": [1], "m": [1]}, "error.cuts_count"),
        ({"r": ["x"], "f": [1], "m": [1]}, "error.not_a_number"),
        ({"r": [1], "f": [1], "m": [1], "q": [1]}, "error.unknown_cut_name"),
    ],
)
def test_thresholds_that_cannot_be_applied_are_refused(cuts, key):
    with pytest.raises(BadRule) as refused:
        rfm_scores(measures((1, 1, 1)), "thresholds", cuts)
    assert refused.value.key == key
    assert refused.value.sentence("zh") != refused.value.sentence("en")


def test_an_unknown_method_is_refused_by_name():
    with pytest.raises(BadRule, match="ntile"):
        rfm_scores(measures((1, 1, 1)), "ntile")


def test_own_cuts_without_their_method_are_not_silently_ignored():
    with pytest.raises(BadRule) as refused:
        rfm_scores(measures((1, 1, 1)), cuts={"r": [1], "f": [1], "m": [1]})
    assert refused.value.key == "error.cuts_not_wanted"


def test_cuts_that_were_computed_before_are_used_as_they_are():
    cuts = RfmCuts((1, 2, 3, 4), (1, 1, 2, 2), (10, 20, 30, 40))
    assert rfm_scores(measures((2, 2, 25)), cuts=cuts)["rfm_score"].tolist() == [433]


def test_a_missing_column_is_named():
    with pytest.raises(BadValue, match="revenue"):
        rfm_scores(pd.DataFrame({"recency_days": [1], "order_count": [1]}))


def test_r_compatible_cuts_are_one_above_the_quantile_and_half_open():
    table = measures(*[(n, n, n) for n in (1, 2, 3, 4, 5, 6)])
    cuts = rfm_cuts(table, "r_compatible")
    assert cuts.revenue == (3.0, 4.0, 5.0, 6.0)
    assert rfm_scores(table, "r_compatible")["m_score"].tolist() == [1, 1, 2, 3, 4, 5]
    assert rfm_scores(table, "r_compatible")["r_score"].tolist() == [5, 5, 4, 3, 2, 1]


def test_the_callers_tables_stay_as_they_are():
    frame = orders(("A", 1, "2026-02-01", 10))
    before = frame.copy()
    table = rfm_table(frame, DAY)
    kept = table.copy()
    rfm_scores(table)
    pd.testing.assert_frame_equal(frame, before)
    pd.testing.assert_frame_equal(table, kept)
