"""File cells as the workbook holds them; what cannot be read stays what it was."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from xl_addin.intake.typed import read_cells, read_like
from xl_addin.schema import CUSTOMERS, ORDERS

FIRST = date(1900, 1, 1)


def orders(name: str, *cells: Any, earliest: date = FIRST) -> tuple[list[Any], list[bool]]:
    column = ORDERS.column(name)
    read = read_cells(column, list(cells), date1904=False, earliest=earliest)
    return read.values, read.bad.tolist()


def test_ids_keep_leading_zeros_and_lose_decimals() -> None:
    assert orders("customer_id", "007", 7.0, " Ａ１ ", None)[0] == ["007", "7", "A1", None]


def test_amounts_as_people_write_them() -> None:
    cells = ("1,234.50", "￥88", "12万", "１２３", "(12.50)", 5, None)
    assert orders("amount", *cells) == ([1234.5, 88, 120000, 123, -12.5, 5, None], [False] * 7)


def test_an_amount_that_is_none_stays_as_it_was() -> None:
    assert orders("amount", "12o", True, "5") == (["12o", True, 5], [True, True, False])


def test_whole_quantities_are_whole_numbers() -> None:
    values, _ = orders("quantity", "3", "1.5")
    assert (values, [type(value) for value in values]) == ([3, 1.5], [int, float])


@pytest.mark.parametrize(
    "cell",
    ["2026-01-05", "2026/1/5", "2026.1.5", "20260105", "2026年1月5日", "2026-01-05 23:59:59", 46027,
     date(2026, 1, 5), datetime(2026, 1, 5, 18, 0), "2026-01-05T08:00:00Z"],
)  # fmt: skip
def test_a_day_is_a_day_however_it_is_written(cell: Any) -> None:
    values, bad = orders("order_date", cell, None)
    assert (values, bad) == ([date(2026, 1, 5), None], [False, False])
    assert type(values[0]) is date


@pytest.mark.parametrize(
    "cell", ["1899-12-30", "0001-01-01 00:00:00", "03/04/2026", "2026-13-01", "soon"]
)
def test_a_day_excel_cannot_count_stays_text(cell: str) -> None:
    assert orders("order_date", cell, "2026-01-05") == ([cell, date(2026, 1, 5)], [True, False])


def test_a_time_that_is_none_does_not_make_a_date() -> None:
    assert orders("order_date", "2026-01-05 or later")[1] == [True]
    assert orders("order_date", "2026-01-05 x")[0] == ["2026-01-05 x"]


def test_a_workbook_from_1904_takes_no_earlier_day() -> None:
    values, bad = orders("order_date", "1903-12-31", "1904-01-01", earliest=date(1904, 1, 1))
    assert (values, bad) == (["1903-12-31", date(1904, 1, 1)], [True, False])


def test_numbers_in_a_text_column_become_the_text_a_person_sees() -> None:
    phone = CUSTOMERS.column("phone")
    read = read_cells(phone, [13800138000.0, "+86 1", None], date1904=False, earliest=FIRST)
    assert read.values == ["13800138000", "+86 1", None]


def test_the_users_own_column_stays_what_it_is() -> None:
    assert read_like([1, None], ["7", "seven"], False) == [7, "seven"]
    assert read_like([date(2026, 1, 1)], ["2026-01-05"], False) == [date(2026, 1, 5)]
    assert read_like(["A", 1], ["007"], False) == ["007"]
    assert read_like([None], ["007"], False) == ["007"]
    assert read_like([True], ["7"], False) == ["7"]
