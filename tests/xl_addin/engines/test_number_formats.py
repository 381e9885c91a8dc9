import pytest

from xl_addin.engines.libreoffice.number_formats import excel_code

CODES = [
    "General",
    "0.00",
    "#,##0",
    "0%",
    "yyyy-mm-dd",
    "yyyy-mm-dd hh:mm:ss",
    '#,##0.00" 元"',
    "[Red]-0.0",
    "@",
]


@pytest.mark.parametrize("code", CODES)
def test_a_code_comes_back_as_it_was_set(sheet, code):
    sheet["A1:B2"].number_format = code
    assert sheet["A1:B2"].number_format == code


def test_cells_that_differ_have_no_common_format(sheet):
    sheet["A1"].number_format = "0.00"
    assert sheet["A1:A2"].number_format is None


def test_libreoffices_capitals_become_excels_small_letters():
    assert excel_code('YYYY"Y"MM AM/PM', True) == 'yyyy"Y"mm AM/PM'
    assert excel_code("[RED]0", False) == "[Red]0"
