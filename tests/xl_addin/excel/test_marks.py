"""Errors and dates across the border between Excel and Python."""

from datetime import date, datetime

import pytest

from udfs.errors import NotComputable
from udfs.worksheet.cells import CellError
from xl_addin.excel import marks


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (-2146826246, "#N/A"),
        (-2146826273, "#VALUE!"),
        (-2146826252, "#NUM!"),
        (-2146826281, "#DIV/0!"),
        (-2146826259, "#NAME?"),
        (-2146826265, "#REF!"),
        (-2146826288, "#NULL!"),
    ],
)
def test_an_error_number_of_com_is_the_error_it_shows(number, code):
    found = marks.argument(number)
    assert isinstance(found, CellError)
    assert found == code


def test_a_number_a_flag_and_a_text_stay_what_they_are():
    assert marks.argument(((1.0, True, "a", None),)) == [[1.0, True, "a", None]]
    assert marks.argument(7) == 7


def test_a_missing_argument_is_none():
    assert marks.argument(-2147352572) is None


def test_an_error_is_sent_with_its_code_and_both_sentences():
    error = CellError.of(NotComputable("call.too_many_cells", cells=7_000_000))
    parts = marks.sent(error).removeprefix(marks.MARK).split(marks.NEXT)
    assert parts == ["#NUM!", error.sentence("zh"), error.sentence("en")]


def test_com_has_no_dates_without_a_time():
    assert marks.answer(date(2026, 3, 1)) == [[datetime(2026, 3, 1)]]
