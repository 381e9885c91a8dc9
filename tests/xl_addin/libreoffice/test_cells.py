"""Cells between LibreOffice and the registry: errors as numbers that are none."""

import math
import struct

import pytest

from udfs.errors import NotComputable
from udfs.worksheet.cells import CellError
from xl_addin.libreoffice import cells


@pytest.mark.parametrize(
    ("code", "number"), [("#NUM!", 503), ("#VALUE!", 519), ("#N/A", 32767), ("#DIV/0!", 532)]
)
def test_an_error_is_no_number_and_bears_the_code_in_its_low_half(code, number):
    double = cells.error_number(code)
    assert math.isnan(double)
    assert struct.unpack("<II", struct.pack("<d", double))[0] == number
    assert cells.error_code(double) == code


def test_an_error_libreoffice_does_not_know_is_a_value_error():
    assert cells.error_code(cells.error_number("#SPILL!")) == "#VALUE!"
    assert cells.error_code(float("nan")) == "#VALUE!"


def test_errors_among_the_cells_of_an_array_are_given_as_errors():
    read = cells.given(((1.0, "x"), (cells.error_number("#N/A"), "")))
    assert read == [[1.0, "x"], ["#N/A", ""]]
    assert isinstance(read[1][0], CellError)


def test_single_arguments_stay_what_they_are():
    assert cells.given("x") == "x"
    assert cells.given(2.5) == 2.5
    assert cells.given(None) is None


def test_results_are_rows_of_doubles_texts_and_errors():
    error = CellError.of(NotComputable("call.no_rows"))
    ((number, truth, blank, word, wrong),) = cells.rows([[3, True, None, "A", error]])
    assert (number, truth, blank, word) == (3.0, 1.0, "", "A")
    assert {type(number), type(truth)} == {float}
    assert cells.error_code(wrong) == "#NUM!"


def test_a_single_result_is_a_row_of_one():
    assert cells.rows("Ordinary") == (("Ordinary",),)
