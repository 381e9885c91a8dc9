"""Reading arguments: each kind, each way people write it, both date systems."""

from datetime import date, datetime

import numpy as np
import pytest

from udfs.errors import BadValue
from udfs.worksheet.arguments import Context, read_cells, read_whole
from udfs.worksheet.cells import CellError, rectangle
from udfs.worksheet.registry import Argument, call


def read(kind, *cells, date1904=False):
    reading = read_cells(kind, rectangle(list(cells)), Context("en", date1904))
    return [
        "" if blank else error if bad else value
        for value, blank, bad, error in zip(
            *(part.ravel().tolist() for part in vars(reading).values()), strict=True
        )
    ]


def test_numbers_are_read_as_people_write_them():
    assert read("number", 7, "1,234.50", "￥88", "12万", None) == [7, 1234.5, 88, 120_000, ""]


@pytest.mark.parametrize("cell", [True, "12o", float("inf"), "TRUE", "12 %"])
def test_a_truth_value_infinity_and_text_are_no_numbers(cell):
    assert read("number", 5, cell) == [5, "#VALUE!"]


@pytest.mark.parametrize("cell", [1e16, "-9e99", -1e100, 1e308])
def test_a_number_that_would_take_the_cents_from_all_others_is_too_large(cell):
    good, (error,) = read("number", 1e15), read("number", cell)
    assert good == [1e15]
    assert error.sentence("en").endswith("is too large")


@pytest.mark.parametrize("cell", [0, 6, 2.5, -1, "x", True])
def test_a_score_is_a_whole_number_from_one_to_five(cell):
    (error,) = read("score", cell)
    assert isinstance(error, CellError)
    assert "not a score from 1 to 5" in error.sentence("en")
    assert read("score", 1, "5", 3.0) == [1, 5, 3]


@pytest.mark.parametrize("cell", [2.5, -1, "x", 1e400])
def test_a_whole_number_has_no_decimals_and_no_sign(cell):
    assert read("whole", cell) == ["#VALUE!"]
    assert read("whole", 0, 12.0) == [0, 12]


def test_dates_are_read_as_dates_texts_and_serials_of_both_systems():
    day = date(2026, 1, 5)
    assert read("date", day, datetime(2026, 1, 5, 13, 30), "2026年1月5日", 46027) == [day] * 4
    assert read("date", 46027 - 1462, date1904=True) == [day]


def test_a_serial_means_four_years_more_in_a_workbook_of_1904():
    assert call("CC_RECENCY_DAYS", [44_565, date(2026, 1, 6)], date1904=True) == 1
    assert call("CC_RECENCY_DAYS", [44_565, date(2026, 1, 6)]) == 1 + 1462


def test_flags_are_read_in_both_languages_and_as_one_and_zero():
    assert read("flag", True, "true", "是", "Yes", 1, "1", "真") == [True] * 7
    assert read("flag", False, "FALSE", "否", "no", 0.0, "0", "假") == [False] * 7
    assert read("flag", "maybe", 2, None) == ["#VALUE!", "#VALUE!", ""]


def test_a_population_passes_over_blanks_text_and_errors():
    argument = Argument("all_revenues", "population")
    cells = ["Revenue", 5, None, "7", "", "#N/A", 9]
    assert read_whole(argument, cells, Context()).tolist() == [5, 7, 9]
    assert read_whole(argument, None, Context()) is None


def test_a_choice_is_read_by_name_and_by_word_in_both_languages():
    argument = Argument("part", "choice", True, "words", ("words", "orders", "revenue"))
    for word in ("orders", "Orders", " 订单数 ", "ORDERS"):
        assert read_whole(argument, word, Context()) == "orders"
    with pytest.raises(BadValue) as refused:
        read_whole(argument, "size", Context())
    assert "words、orders、revenue" in refused.value.sentence("zh")


def test_an_argument_that_steers_the_call_takes_one_cell():
    argument = Argument("analysis_date", "one_date", True)
    assert read_whole(argument, [["2026-01-05"]], Context()) == date(2026, 1, 5)
    assert read_whole(argument, None, Context()) is None
    with pytest.raises(BadValue, match="analysis_date takes a single cell"):
        read_whole(argument, ["2026-01-05", "2026-01-06"], Context())
    with pytest.raises(BadValue, match="'soon' is not a date"):
        read_whole(argument, "soon", Context())


def test_an_error_in_a_steering_cell_is_named():
    argument = Argument("headers", "switch", True, True)
    with pytest.raises(BadValue, match="#N/A"):
        read_whole(argument, "#N/A", Context())
    assert read_whole(argument, "否", Context()) is False


def test_typed_arrays_have_the_shape_of_the_range():
    reading = read_cells("number", rectangle([[1, "x", None], [4, 5, 6]]), Context())
    assert reading.values.shape == (2, 3)
    assert reading.values.dtype == np.float64
    assert reading.bad.tolist() == [[False, True, False], [False, False, False]]
    assert reading.blank.tolist() == [[False, False, True], [False, False, False]]
