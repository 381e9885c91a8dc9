"""The column readers answer as the scalar readers do, whichever path they take."""

import datetime as dt
import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from udfs.errors import BadValue
from udfs.values import dates, ids, is_missing, numbers, read_date, read_id, read_number

CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**6), 10**6),
    st.floats(allow_nan=True, allow_infinity=True),
    st.dates(),
    st.datetimes(),
    st.text(max_size=6),
    st.sampled_from(["1,234.50", "￥88", "12万", "2026-01-05", "7.0", "007", " ", "x"]),
)
COLUMNS = st.one_of(
    st.lists(CELLS, max_size=12),
    st.lists(st.one_of(st.none(), st.integers(), st.floats(-1e9, 1e9)), max_size=12),
    st.lists(st.one_of(st.none(), st.dates(), st.datetimes()), max_size=12),
    st.lists(st.integers(-(10**20), 10**20), max_size=12),
    st.lists(st.text(max_size=5), max_size=12),
)


def one_by_one(read, cell):
    """(value or None, bad) of one cell by the scalar reader."""
    try:
        return read(cell), False
    except BadValue:
        return None, not is_missing(cell)


@given(COLUMNS)
def test_a_column_of_numbers_reads_as_its_cells_do(cells):
    found, bad = numbers(cells)
    expected = [one_by_one(read_number, cell) for cell in cells]
    assert [None if math.isnan(number) else number for number in found] == [e[0] for e in expected]
    assert bad.tolist() == [e[1] for e in expected]
    assert (found.dtype, bad.dtype) == (np.float64, np.bool_)


@given(COLUMNS, st.booleans())
def test_a_column_of_dates_reads_as_its_cells_do(cells, date1904):
    found, bad = dates(cells, date1904)
    expected = [one_by_one(lambda cell: read_date(cell, date1904), cell) for cell in cells]
    assert found.tolist() == [e[0] for e in expected]
    assert bad.tolist() == [e[1] for e in expected]
    assert found.dtype == np.dtype("datetime64[D]")


@given(COLUMNS)
def test_a_column_of_ids_reads_as_its_cells_do(cells):
    found = ids(cells)
    assert found.tolist() == [read_id(cell) for cell in cells]
    assert found.dtype == object


@pytest.mark.parametrize("read", [numbers, dates])
def test_an_empty_column_reads_as_empty(read):
    found, bad = read([])
    assert len(found) == len(bad) == 0


def test_pandas_columns_read_like_lists():
    found, bad = numbers(pd.Series([1, 2], dtype="int64"))
    assert found.tolist() == [1, 2]
    assert not bad.any()
    found, bad = numbers(pd.Series([1.5, np.nan, np.inf]))
    assert bad.tolist() == [False, False, True]
    found, bad = numbers(pd.Series([True, False]))
    assert bad.all()
    found, bad = dates(pd.Series(pd.to_datetime(["2026-01-05 10:00", None])))
    assert found.tolist() == [dt.date(2026, 1, 5), None]
    assert not bad.any()
    assert ids(pd.Series(["007", None])).tolist() == ["007", ""]
    assert ids(np.array([7.0, np.nan])).tolist() == ["7", ""]


def test_a_wrong_cell_does_not_touch_its_neighbours():
    found, bad = numbers([1, "12o", "88元", None, True])
    assert found.tolist()[:1] == [1.0]
    assert bad.tolist() == [False, True, False, False, True]
    assert found[2] == 88


def test_one_and_true_are_told_apart_in_one_column():
    assert ids([1, True, 1.0, "1"]).tolist() == ["1", "TRUE", "1", "1"]
