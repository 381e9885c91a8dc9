"""Reading an order log: what counts, and the one reason each other row does not."""

import datetime as dt
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from udfs.errors import BadValue
from udfs.orders import REASONS, read_orders
from udfs.texts import LANGUAGES, text

DAY = dt.date(2026, 3, 1)


def log(*rows, **more):
    """Columns of a log from rows (customer_id, order_id, order_date, amount)."""
    names = ("customer_id", "order_id", "order_date", "amount")
    columns = {name: [row[n] for row in rows] for n, name in enumerate(names)}
    return {**columns, **more}


def left_out(columns, analysis_date=DAY):
    found = read_orders(columns, analysis_date)
    return {reason: rows.tolist() for reason, rows in found.left_out.items()}


def test_each_row_that_does_not_count_has_its_reason():
    columns = log(
        ("A", 1, "2026-02-01", 10),
        (None, 2, "2026-02-01", 10),
        ("A", 3, "2026-02-31", 10),
        ("A", 4, None, 10),
        ("A", 5, "2026-02-01", "12o"),
        ("A", 6, "2026-02-01", None),
        ("A", 7, "2026-03-02", 10),
        ("A", 8, "2026-02-01", 10),
        ("A", 9, "2026-02-01", 10),
        ("A", 10, "2026-02-01", 10),
        ("A", 1, "2026-02-01", 10),
        ("A", 11, "2026-02-01", 0),
        ("A", 12, "2026-02-01", -3),
        status=[None] * 7 + ["Cancelled", "已退货", "测试"] + [None] * 3,
    )
    found = read_orders(columns, DAY)
    assert left_out(columns) == {
        "blank_customer": [1],
        "bad_date": [2, 3],
        "bad_amount": [4, 5],
        "future": [6],
        "cancelled": [7],
        "returned": [8],
        "test": [9],
        "duplicate": [10],
        "not_positive": [11, 12],
    }
    assert tuple(found.left_out) == REASONS
    assert found.rows_read == 13
    assert found.frame[["customer_id", "order_id", "amount"]].values.tolist() == [["A", "1", 10.0]]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (
            [
                "cancelled",
                "Canceled",
                " CANCELLED ",
                "取消",
                "已取消",
                "交易关闭",
                "ｃａｎｃｅｌｌｅｄ",
            ],
            "cancelled",
        ),
        (["returned", "Refunded", "退货", "已退货", "已退款", "退款成功"], "returned"),
        (["test", "TEST", "测试", "测试订单", "Test order"], "test"),
    ],
)
def test_status_words_are_known_in_any_case_and_width(words, reason):
    rows = [("A", n, "2026-02-01", 10) for n in range(len(words))]
    assert left_out(log(*rows, status=words)) == {reason: list(range(len(words)))}


@pytest.mark.parametrize(
    "status", ["delivered", "已发货", "confirmed", "", None, 5, "😀", "x" * 32_767]
)
def test_any_other_status_counts(status):
    assert left_out(log(("A", 1, "2026-02-01", 10), status=[status])) == {}


def test_rows_of_an_order_are_netted_and_dated_by_the_earliest():
    rows = (
        ("A", 1, "2026-02-05", "100.10"),
        ("A", 1, "2026-02-03", -30),
        ("A", 1, "2026-02-09", 0.2),
    )
    frame = read_orders(log(*rows), DAY).frame
    assert frame["amount"].tolist() == [70.3]
    assert frame["order_date"].tolist() == [pd.Timestamp("2026-02-03")]


@pytest.mark.parametrize("refund", [30, -30, "¥30", "(30)"])
def test_a_refund_lowers_the_amount_whatever_its_sign(refund):
    frame = read_orders(log(("A", 1, "2026-02-05", 100.1), refund=[refund]), DAY).frame
    assert frame["amount"].tolist() == [70.1]


def test_an_order_refunded_in_full_does_not_count():
    columns = log(("A", 1, "2026-02-05", 100), ("A", 2, "2026-02-05", 80), refund=[100, None])
    assert left_out(columns) == {"not_positive": [0]}
    columns = log(
        ("A", 1, "2026-02-05", 0.3), ("A", 1, "2026-02-06", -0.1), ("A", 1, "2026-02-06", -0.2)
    )
    assert left_out(columns) == {"not_positive": [0, 1, 2]}


def test_an_unreadable_refund_is_an_unreadable_amount():
    assert left_out(log(("A", 1, "2026-02-05", 100), refund=["some"])) == {"bad_amount": [0]}


def test_order_numbers_of_two_customers_are_two_orders():
    frame = read_orders(log(("A", 1, "2026-02-05", 100), ("B", 1, "2026-02-05", -5)), DAY).frame
    assert frame["customer_id"].tolist() == ["A"]


def test_rows_without_an_order_number_are_never_duplicates():
    row = ("A", None, "2026-02-05", 100)
    found = read_orders(log(row, row), DAY)
    assert found.left_out == {}
    assert found.frame["order_id"].tolist() == ["", ""]


def test_a_row_is_a_duplicate_only_if_every_column_is_equal():
    row = ("A", 1, "2026-02-05", 100)
    assert left_out(log(row, row, product=["pen", "ink"])) == {}
    assert left_out(log(row, row, product=["pen", "pen"])) == {"duplicate": [1]}
    assert left_out(log(row, row, product=[None, ""], quantity=[2, 2.0])) == {"duplicate": [1]}
    assert left_out(log(row, row, refund=[None, 5])) == {}


def test_the_same_value_written_differently_is_still_a_duplicate():
    columns = log(("A", 1, "2026-02-05", 100), (" A ", 1.0, "2026/2/5", "￥100"))
    assert left_out(columns) == {"duplicate": [1]}


def test_a_wholly_blank_row_is_not_a_row():
    columns = log(
        (None, None, None, None), ("A", 1, "2026-02-05", 1), ("", " ", "", ""), note=[None, "", "x"]
    )
    found = read_orders(columns, DAY)
    assert found.rows_read == 2
    assert {reason: rows.tolist() for reason, rows in found.left_out.items()} == {
        "blank_customer": [2]
    }


def test_a_date_before_excels_calendar_is_a_bad_date():
    assert left_out(log(("A", 1, "1899-12-31", 5))) == {"bad_date": [0]}
    assert left_out(log(("A", 1, "1900-01-01", 5))) == {}


def test_an_absurd_amount_does_not_take_the_cents_from_the_others():
    found = read_orders(log(("A", 1, "2026-02-05", 1e300), ("B", 2, "2026-02-05", 0.01)), DAY)
    assert found.left_out["bad_amount"].tolist() == [0]
    assert found.frame["amount"].tolist() == [0.01]


def test_without_an_analysis_date_no_row_is_in_the_future():
    assert left_out(log(("A", 1, "2999-01-01", 5)), None) == {}


def test_an_order_on_the_analysis_date_counts():
    assert (
        left_out(log(("A", 1, "2026-03-01", 5), ("A", 2, dt.datetime(2026, 3, 1, 23, 59), 5))) == {}
    )


def test_serials_are_read_in_the_date_system_of_the_workbook():
    columns = log(("A", 1, 0, 5), ("A", 2, 60, 5))
    assert left_out(columns) == {"bad_date": [0, 1]}
    found = read_orders(columns, DAY, date1904=True)
    assert found.frame["order_date"].tolist() == [
        pd.Timestamp("1904-01-01"),
        pd.Timestamp("1904-03-01"),
    ]


@pytest.mark.parametrize(
    "empty", [log(), pd.DataFrame(columns=["customer_id", "order_date", "amount"])]
)
def test_an_empty_log_has_no_orders(empty):
    found = read_orders(empty, DAY)
    assert (len(found.frame), found.rows_read, found.left_out) == (0, 0, {})
    assert list(found.frame.columns) == ["customer_id", "order_id", "order_date", "amount"]


@pytest.mark.parametrize("missing", ["customer_id", "order_date", "amount"])
def test_a_missing_column_is_named(missing):
    columns = log(("A", 1, "2026-02-05", 5))
    del columns[missing]
    with pytest.raises(BadValue, match=missing) as refused:
        read_orders(columns, DAY)
    assert refused.value.key == "error.column_missing"


def test_columns_of_different_length_are_refused():
    with pytest.raises(BadValue, match="note"):
        read_orders(log(("A", 1, "2026-02-05", 5), note=[]), DAY)


def test_a_data_frame_with_any_index_reads_by_position():
    frame = pd.DataFrame(log(("A", 1, "2026-02-05", 5), ("", 2, "2026-02-05", 5)))
    frame.index = [7, 7]
    assert left_out(frame) == {"blank_customer": [1]}


def test_strange_texts_are_survived():
    strange = ["😀", "\x00\x07", "\u202eABC", "=1+1", "字" * 32_767]
    rows = [(cell, cell, "2026-02-05", 5) for cell in strange]
    found = read_orders(log(*rows, status=strange, note=strange), DAY)
    assert found.frame["customer_id"].tolist() == ["😀", "ABC", "=1+1", "字" * 32_767]
    assert found.left_out["blank_customer"].tolist() == [1]
    assert left_out(log(*[("A", 1, cell, cell) for cell in strange])) == {
        "bad_date": [0, 1, 2, 3, 4]
    }


ROWS = st.lists(
    st.tuples(
        st.sampled_from(["A", "B", " A", "", None, 7, 7.0]),
        st.sampled_from([1, 2, "1", "", None]),
        st.sampled_from(
            ["2026-02-01", "2026/2/2", 46055, dt.datetime(2026, 2, 1), "x", None, "2026-09-09"]
        ),
        st.one_of(
            st.integers(-50, 200).map(lambda cents: cents / 10), st.sampled_from(["x", None, "￥5"])
        ),
        st.sampled_from([None, "已取消", "退货", "test", "ok"]),
    ),
    max_size=25,
)


def columns_of(rows):
    return log(*rows, status=[row[4] for row in rows])


@given(ROWS)
def test_every_row_counts_or_has_exactly_one_reason(rows):
    found = read_orders(columns_of(rows), DAY)
    positions = np.concatenate([np.array([], dtype=int), *found.left_out.values()])
    assert len(set(positions.tolist())) == len(positions)
    assert found.rows_read >= len(positions)
    assert found.rows_read - len(positions) >= len(found.frame)
    assert (found.frame["amount"] > 0).all()
    assert set(found.left_out) <= set(REASONS)


@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_neither_orders_nor_counts(rows, random):
    first, second = (
        read_orders(columns_of(some), DAY) for some in (rows, random.sample(rows, len(rows)))
    )
    by = ["customer_id", "order_id", "order_date", "amount"]
    pd.testing.assert_frame_equal(
        first.frame.sort_values(by, ignore_index=True),
        second.frame.sort_values(by, ignore_index=True),
    )
    counts = [
        {reason: len(found) for reason, found in log.left_out.items()} for log in (first, second)
    ]
    assert counts[0] == counts[1]


@given(
    st.lists(st.tuples(st.integers(0, 5), st.integers(-(10**9), 10**9)), min_size=1, max_size=30)
)
def test_net_amounts_are_the_true_sums(lines):
    rows = [("A", order, "2026-02-01", float(Decimal(cents).scaleb(-2))) for order, cents in lines]
    found = read_orders(log(*rows, line=list(range(len(rows)))), DAY).frame
    sums = {str(order): sum(cents for o, cents in lines if o == order) for order, _ in lines}
    positive = {
        order: float(Decimal(total).scaleb(-2)) for order, total in sums.items() if total > 0
    }
    assert dict(zip(found["order_id"], found["amount"], strict=True)) == positive


@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_is_told_in_words(reason):
    assert text(f"reason.{reason}", "en", n=1).startswith("1 row ")
    assert text(f"reason.{reason}", "en", n=1234).startswith("1,234 rows ")
    assert text(f"reason.{reason}", "zh", n=2).startswith("2 行")
    assert len(LANGUAGES) == 2


def test_a_negative_row_marked_returned_is_netted_against_its_order():
    log = read_orders(
        {
            "customer_id": ["A", "A", "B", "B"],
            "order_id": ["1", "1", "2", "2"],
            "order_date": ["2026-01-05"] * 4,
            "amount": [100, -30, 50, -50],
            "status": ["delivered", "returned", "returned", "returned"],
        }
    )
    assert log.frame["amount"].tolist() == [70]
    assert {why: len(rows) for why, rows in log.left_out.items()} == {
        "returned": 1,
        "not_positive": 1,
    }
