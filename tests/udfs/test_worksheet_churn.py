"""CC_CHURN_FLAG: calendar months as EDATE counts them, and only formerly high-value customers."""

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from udfs.churn import churn_flags, edate
from udfs.worksheet.cells import CellError
from udfs.worksheet.registry import call

DAYS = st.dates(date(2000, 1, 1), date(2030, 12, 31))


def flag(last_order, analysis_date, months=None, formerly=True):
    return call("CC_CHURN_FLAG", [last_order, formerly, analysis_date, months])


@given(DAYS, DAYS, st.integers(1, 24))
@examples(max_examples=60, deadline=None)
def test_silent_means_before_edate_of_the_analysis_date(last_order, analysis_date, months):
    expected = last_order < edate(analysis_date, -months)
    assert flag(last_order, analysis_date, months) is expected
    assert flag(last_order, analysis_date, months, formerly=False) is False


def test_three_months_are_calendar_months_and_not_ninety_days():
    day = date(2026, 2, 28)
    assert flag(date(2025, 11, 28), day) is False
    assert flag(date(2025, 11, 27), day) is True
    assert (day - date(2025, 11, 28)).days == 92


@pytest.mark.parametrize(
    ("analysis_date", "limit"),
    [
        (date(2026, 5, 31), date(2026, 2, 28)),
        (date(2024, 5, 31), date(2024, 2, 29)),
        (date(2026, 1, 15), date(2025, 10, 15)),
    ],
)
def test_the_limit_falls_on_the_last_day_of_a_shorter_month(analysis_date, limit):
    assert flag(limit, analysis_date) is False
    assert flag(limit - timedelta(days=1), analysis_date) is True


def test_flags_in_cells_equal_those_of_the_order_log():
    orders = pd.DataFrame(
        {
            "customer_id": ["A", "B", "C", "D", "A"],
            "order_date": ["2025-09-01", "2025-10-31", "2026-01-20", "2025-08-15", "2025-10-30"],
            "amount": [900, 700, 50, 20, 300],
        }
    )
    day = date(2026, 1, 31)
    flags = churn_flags(orders, day)
    last_orders = [moment.to_pydatetime() for moment in flags["last_order"]]
    found = call("CC_CHURN_FLAG", [last_orders, flags["formerly_high"].tolist(), day, 3])
    assert [row[0] for row in found] == flags["churn_flag"].tolist()
    assert len(set(flags["churn_flag"])) == 2


def test_months_and_dates_may_differ_from_row_to_row():
    last = date(2025, 12, 15)
    found = flag(last, [date(2026, 1, 31), date(2026, 2, 28)], [[1, 2, 3]])
    assert found == [[True, False, False], [True, True, False]]


@pytest.mark.parametrize("months", [0, 1201, 2.5, -3, 1e300, "soon"])
def test_months_that_make_no_sense_are_an_error_in_their_cell_only(months):
    found = flag(date(2025, 1, 1), date(2026, 1, 31), [3, months])
    assert found[0] == [True]
    assert isinstance(found[1][0], CellError)
    assert found[1][0] == "#VALUE!"


def test_a_limit_before_the_calendar_begins_is_not_computable():
    assert flag(date(1900, 3, 1), "0050-01-01", 1200) == "#NUM!"
