"""Cells: errors that carry their reason, and the rectangle a value or a range is."""

import copy
import pickle

import numpy as np
import pytest

from udfs.errors import BadValue, NotFound
from udfs.worksheet.cells import CellError, blanks, fold, is_blank, passed_on, rectangle, shown


def test_a_cell_error_is_the_code_of_its_reason():
    why = NotFound("call.unknown_function", name="X")
    error = CellError.of(why)
    assert (error, error.code, error.why) == ("#N/A", "#N/A", why)
    assert (
        error.sentence("zh") == "没有名为「X」的函数；运行 customer-chain functions 查看全部函数。"
    )


def test_a_cell_error_without_a_reason_says_that_the_cell_holds_it():
    assert CellError("#REF!").sentence("en") == "The cell referred to holds #REF! itself."


@pytest.mark.parametrize(
    "again", [copy.copy, copy.deepcopy, lambda e: pickle.loads(pickle.dumps(e))]
)
def test_a_copy_of_a_cell_error_is_still_a_cell_error(again):
    assert isinstance(again(CellError("#NUM!")), CellError)
    assert again(CellError("#NUM!")).code == "#NUM!"


@pytest.mark.parametrize("value", [None, "", "  ", "\t", "　"])
def test_nothing_and_blanks_are_blank(value):
    assert is_blank(value)


@pytest.mark.parametrize("value", [0, False, 0.0, "0", CellError("#N/A")])
def test_zero_and_false_are_not_blank(value):
    assert not is_blank(value)


def test_only_error_codes_pass_on():
    assert passed_on(" #n/a ") == "#N/A"
    assert passed_on("#1 shop") is None
    assert passed_on(5) is None


def test_a_flat_list_is_a_column_and_a_value_is_one_cell():
    assert rectangle([1, 2, 3]).shape == (3, 1)
    assert rectangle(((1, 2), (3, 4))).shape == (2, 2)
    assert rectangle("abc").tolist() == [["abc"]]
    assert rectangle(np.array([[1.5, 2.5]])).tolist() == [[1.5, 2.5]]
    assert rectangle([]).shape == (0, 1)


def test_ragged_rows_are_filled_with_nothing():
    assert rectangle([[1], [2, 3], 4]).tolist() == [[1, None], [2, 3], [4, None]]


def test_a_list_in_a_cell_is_refused():
    with pytest.raises(BadValue):
        rectangle([[1, [2]]])


def test_blanks_keep_the_shape():
    assert blanks(rectangle([[1, None], ["", 0]])).tolist() == [[False, True], [True, False]]


def test_words_are_compared_without_case_width_blanks_and_hyphens():
    assert fold("Days since\nlast order") == fold("days_since_last_order")
    assert fold("ＲＦＭ 得分") == fold("rfm得分")
    assert fold("R-compatible") == fold("r_compatible")


def test_a_cell_of_thirty_thousand_characters_does_not_drown_the_sentence():
    assert len(shown("x" * 32_767)) == 60


def test_a_number_is_quoted_as_the_cell_shows_it():
    assert (shown(6.0), shown(2.5), shown(True), shown("6.0")) == ("6", "2.5", "TRUE", "6.0")
