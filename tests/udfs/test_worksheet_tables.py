"""Finding the columns of a range: by captions in any language and order, or by position."""

import pytest

from udfs.errors import BadValue
from udfs.worksheet.cells import rectangle
from udfs.worksheet.tables import CUSTOMERS, ORDERS, columns


def found(rows, layout=ORDERS, lang="en"):
    read = columns(rectangle(rows), layout, lang)
    return {name: column.tolist() for name, column in read.items()}


ROW = ["A", "o1", "2026-01-05", 12]
AS_DICT = {"customer_id": ["A"], "order_id": ["o1"], "order_date": ["2026-01-05"], "amount": [12]}


def test_without_header_the_columns_stand_in_their_order():
    assert found([ROW]) == AS_DICT


@pytest.mark.parametrize(
    "captions",
    [
        ["customer_id", "order_id", "order_date", "amount"],
        ["Customer ID", "Order ID", "Order date", "Amount"],
        ["客户编号", "订单编号", "订单日期", "金额"],
        ["ＣＵＳＴＯＭＥＲ　ID", "order id", "ORDER\nDATE", " amount "],
    ],
)
@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0), (2, 0, 3, 1)])
def test_with_header_they_are_found_in_any_order_and_language(captions, order):
    rows = [[captions[k] for k in order], [ROW[k] for k in order]]
    assert found(rows) == AS_DICT


def test_columns_of_the_users_own_are_passed_over():
    rows = [["Mood", *AS_DICT, "Colour"], ["fine", *ROW, "blue"]]
    assert found(rows) == AS_DICT


def test_further_columns_of_the_workbook_are_kept():
    rows = [[*AS_DICT, "Status", "退款金额"], [*ROW, "Cancelled", 3]]
    assert found(rows) == {**AS_DICT, "status": ["Cancelled"], "refund": [3]}


def test_one_caption_in_a_row_of_data_is_no_header():
    assert found([["Amount", "o1", "2026-01-05", 12]])["customer_id"] == ["Amount"]


def test_blank_rows_at_the_end_are_left_out_and_those_between_are_kept():
    nothing = [None, "", None, " "]
    assert found([ROW, nothing, ROW, nothing, nothing])["customer_id"] == ["A", None, "A"]


def test_a_missing_column_is_named_in_the_users_language():
    rows = [["customer_id", "order_id", "amount"], ["A", "o1", 12]]
    with pytest.raises(BadValue) as refused:
        found(rows, lang="zh")
    assert refused.value.sentence("zh") == "标题行缺少：订单日期。"


def test_a_column_that_stands_twice_is_refused():
    with pytest.raises(BadValue, match="twice: Amount"):
        found([[*AS_DICT, "金额"], [*ROW, 13]])


@pytest.mark.parametrize("width", [1, 3, 5, 9])
def test_a_range_without_header_needs_exactly_the_columns(width):
    with pytest.raises(BadValue) as refused:
        found([["x"] * width])
    assert "Customer ID, Order ID, Order date, Amount" in refused.value.sentence("en")


def test_a_customers_range_with_header_may_hold_all_columns_of_the_sheet():
    rows = [["Name", "累计金额", "Orders", "recency_days", "Customer ID", "Why"]]
    rows += [["Li", 99.5, 3, 12, "0007", "…"]]
    read = found(rows, CUSTOMERS)
    assert [read[name] for name in CUSTOMERS.order] == [["0007"], [12], [3], [99.5]]


def test_an_empty_range_has_no_columns():
    with pytest.raises(BadValue):
        found([])
