"""Cells of an open spreadsheet: what Excel hands over, and what it is handed."""

from datetime import date, datetime
from types import SimpleNamespace

import pytest

from xl_addin.com_errors import COM_ERRORS
from xl_addin.hosts.live_cells import is_parsed, prepared, read_block, with_dates, write_block


def excel_range(value2):
    return SimpleNamespace(api=SimpleNamespace(Value2=value2))


def test_excel_errors_are_read_as_their_words():
    codes = tuple(COM_ERRORS)
    assert read_block(excel_range((codes,)), excel=True) == [list(COM_ERRORS.values())]


def test_no_error_excel_has_is_taken_for_an_amount():
    connect_to_field = range(-2146828288 + 2042, -2146828288 + 2051)
    codes = [code for code in connect_to_field if code != -2146828288 + 2044]  # there is none
    (read,) = read_block(excel_range((tuple(codes),)), excel=True)
    assert all(isinstance(cell, str) and cell.startswith("#") for cell in read)


def test_excel_numbers_truth_values_and_blanks_are_read_as_they_are():
    rows = ((1.5, True, None), ("", "x", 0.0))
    assert read_block(excel_range(rows), excel=True) == [[1.5, True, None], [None, "x", 0.0]]


def test_a_single_cell_of_excel_is_a_block_of_one():
    assert read_block(excel_range(7.0), excel=True) == [[7.0]]


def test_a_range_of_another_engine_is_read_by_its_values():
    class Cells:
        def options(self, **options):
            assert options == {"ndim": 2, "err_to_str": True}
            return SimpleNamespace(value=[["", "#N/A", 3.0]])

    assert read_block(Cells(), excel=False) == [[None, "#N/A", 3.0]]


@pytest.mark.parametrize(
    ("serial", "from_1904", "day"),
    [
        (46000.0, False, date(2025, 12, 9)),
        (46000.5, False, datetime(2025, 12, 9, 12)),
        (44538.0, True, date(2025, 12, 9)),
        (datetime(2025, 12, 9), False, date(2025, 12, 9)),
        ("yesterday", False, "yesterday"),
        (None, False, None),
        (20251209.0, False, 20251209.0),
        (True, False, True),
    ],
)
def test_day_numbers_in_date_columns_become_dates(serial, from_1904, day):
    assert with_dates([serial], "date", from_1904) == [day]


def test_numbers_in_other_columns_stay_numbers():
    assert with_dates([46000.0], "money", False) == [46000.0]


@pytest.mark.parametrize(
    "word",
    [
        *("=1+1", "+86 10", "-5", "@SUM(A1)", "'quoted", "0012", "1-2", "1/2", "3 May", "Jan-24"),
        *("12:30", "5 pm", "TRUE", "false", "1e5", "50%", "¥12", "2026年5月1日", "#N/A", " 7 "),
    ],
)
def test_text_excel_would_read_as_something_else_is_marked_as_text(word):
    assert prepared([word], excel=True) == [f"'{word}"]
    asked = f"'{word}" if word[0] in "='" else word
    assert prepared([word], excel=False) == [asked]


@pytest.mark.parametrize(
    "word", ["Champions", "高价值", "2 orders more", "C0012", "a@b.com", "May I?", "", "Mayer"]
)
def test_other_text_is_handed_over_as_it_is(word):
    assert not is_parsed(word)
    assert prepared([word], excel=True) == [word]


def test_days_are_handed_over_as_moments():
    assert prepared([date(2026, 5, 1), None, 3], excel=True) == [datetime(2026, 5, 1), None, 3]


class Written:
    """A range that keeps what is written, to it and to its single cells."""

    def __init__(self):
        self.value = None
        self.cells = {}

    def __getitem__(self, place):
        return self.cells.setdefault(place, Written())


def test_texts_too_long_for_a_block_of_excel_are_written_on_their_own():
    long = "x" * 8204
    cells = Written()
    write_block(cells, [["a", long], [1, "x" * 8203]], excel=True)
    assert cells.value == [["a", None], [1, "x" * 8203]]
    assert {place: cell.value for place, cell in cells.cells.items()} == {(0, 1): long}
    write_block(cells, [[long]], excel=False)
    assert cells.value == [[long]]
