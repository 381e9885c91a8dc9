"""CC_RFM: both kinds of range, equal to the DataFrame functions on the same rows."""

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from udfs.errors import BadValue, NotComputable
from udfs.rfm import rfm_scores, rfm_table
from udfs.worksheet.cells import CellError
from udfs.worksheet.registry import call
from udfs.worksheet.rfm import COLUMNS

DAY = date(2026, 1, 31)
ORDER = st.tuples(
    st.sampled_from(["0001", "0002", "a", "B", "丙"]),
    st.integers(1, 40).map(str),
    st.integers(-30, 900).map(lambda n: DAY - timedelta(days=n)),
    st.integers(-5_000, 100_000).map(lambda cents: cents / 100),
)
CUSTOMER = st.tuples(
    st.sampled_from("ABCDEFGH"),
    st.integers(0, 900),
    st.integers(0, 30),
    st.integers(0, 100_000).map(lambda cents: cents / 100),
)
METHODS = st.sampled_from(["value_cuts", "r_compatible"])


def rows_of(table):
    return [list(row) for row in zip(*(table[name].tolist() for name in COLUMNS), strict=True)]


@given(st.lists(ORDER, min_size=1, max_size=40), METHODS)
@settings(max_examples=50, deadline=None)
def test_an_orders_range_gives_the_scores_of_the_same_dataframe(orders, method):
    frame = pd.DataFrame(orders, columns=["customer_id", "order_id", "order_date", "amount"])
    table = rfm_table(frame.astype({"customer_id": object}), DAY)
    data = [list(row) for row in orders]
    if table.empty:
        with pytest.raises(NotComputable):
            call("CC_RFM", [data, DAY, method, False])
        return
    assert call("CC_RFM", [data, DAY, method, False]) == rows_of(rfm_scores(table, method))


@given(st.lists(CUSTOMER, min_size=1, max_size=40), METHODS)
@settings(max_examples=50, deadline=None)
def test_a_customers_range_gives_the_scores_of_the_same_dataframe(customers, method):
    scored = rfm_scores(pd.DataFrame(customers, columns=list(COLUMNS[:4])), method)
    data = [list(row) for row in customers]
    expected = rows_of(scored)
    for row in expected:
        row[4:] = [score or "" for score in row[4:]]
    assert call("CC_RFM", [data, None, method, False]) == expected


def test_the_first_row_has_captions_in_the_users_language_unless_refused():
    data = [["A", 3, 2, 10]]
    assert call("CC_RFM", [data], "zh")[0] == [
        "客户编号",
        "距上次购买天数",
        "订单数",
        "累计金额",
        "R",
        "F",
        "M",
        "RFM 得分",
    ]
    assert call("CC_RFM", [data], "en")[0][-1] == "RFM score"
    assert call("CC_RFM", [data], "en")[1:] == call("CC_RFM", [data, None, None, False])


def test_the_table_it_writes_can_be_read_back():
    data = [["A", 3, 2, 10.5], ["B", 30, 1, 99], ["C", 300, 7, 5]]
    for lang in ("zh", "en"):
        written = call("CC_RFM", [data], lang)
        assert call("CC_RFM", [written], lang) == written


def test_the_whole_orders_sheet_counts_as_the_refresh_counts():
    captions = ["订单编号", "客户编号", "订单日期", "产品", "金额", "订单状态", "退款金额", "备注"]
    rows = [
        ["o1", "A", 46020.0, "x", 100.0, "已送达", None, None],
        ["o2", "A", 46021.0, "x", 900.0, "已取消", None, None],
        ["o3", "B", 46022.0, "x", 80.0, None, 30.0, "call"],
        ["o3", "B", 46022.0, "y", 7.0, None, None, None],
        [None, "C", 46023.0, "x", "12o", None, None, None],
        [None] * 8,
    ]
    found = call("CC_RFM", [[captions, *rows], DAY, None, False])
    assert [row[:4] for row in found] == [["A", 33, 1, 100], ["B", 31, 1, 57]]


def test_customer_numbers_come_back_as_they_stand_in_the_range():
    data = [[7.0, "o1", "2026-01-05", 10], [" 008", "o2", "2026-01-06", 10]]
    found = call("CC_RFM", [data, DAY, None, False])
    assert sorted((row[0] for row in found), key=str) == [" 008", 7.0]


def test_customers_keep_their_rows_with_blanks_and_errors_in_their_places():
    data = [
        ["A", 5, 1, 120],
        ["B", 25, 4, "12o"],
        [None] * 4,
        ["C", None, 0, 0],
        ["D", 90, 9, 60],
        [None] * 4,
    ]
    found = call("CC_RFM", [data, None, None, False])
    assert len(found) == 5
    complete = call("CC_RFM", [[data[0], data[4]], None, None, False])
    assert [found[0], found[4]] == complete
    bad = found[1]
    assert [isinstance(cell, CellError) for cell in bad] == [False] * 3 + [True, False, False] + [
        True,
        True,
    ]
    assert "12o" in bad[7].sentence("en")
    assert found[2] == [""] * 8
    assert found[3] == ["C", "", 0, 0, "", "", "", ""]


def test_a_range_with_nobody_to_compare_with_has_no_scores():
    assert call("CC_RFM", [[["A", "x", 2, 10]], None, None, False])[0][4:] == [
        "#VALUE!",
        "",
        "",
        "#VALUE!",
    ]


def test_the_date_system_of_the_workbook_is_used():
    data = [["A", "o1", 46027.0 - 1462, 10]]
    assert call("CC_RFM", [data, DAY, None, False], date1904=True)[0][1] == 26


@pytest.mark.parametrize("data", [None, [], [[]], [[None] * 4], "A"])
@pytest.mark.parametrize("day", [None, DAY])
def test_a_range_without_rows_or_columns_is_refused(data, day):
    with pytest.raises((NotComputable, BadValue)):
        call("CC_RFM", [data, day])


def test_orders_without_an_analysis_date_are_told_what_is_missing():
    sheet = [["amount", "customer_id", "order_date"], [10, "A", "2026-01-05"]]
    with pytest.raises(BadValue, match="give the analysis date"):
        call("CC_RFM", [sheet])


def test_customers_with_an_analysis_date_are_told_what_is_too_much():
    sheet = call("CC_RFM", [[["A", 3, 2, 10.5]]])
    with pytest.raises(BadValue, match="leave the analysis date out"):
        call("CC_RFM", [sheet, DAY])
