import datetime as dt
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest

from xl_addin.engines.libreoffice import values

CALENDAR = values.Calendar(dt.date(1899, 12, 30))


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, ""),
        (float("nan"), ""),
        (pd.NaT, ""),
        (pd.NA, ""),
        (np.datetime64("NaT"), ""),
        (np.int64(3), 3.0),
        (np.float32(0.5), 0.5),
        (np.bool_(True), True),
        (np.datetime64("2026-11-21T01:02"), dt.datetime(2026, 11, 21, 1, 2)),
        (Decimal("1.5"), 1.5),
        (7, 7.0),
        (dt.date(2026, 11, 21), dt.datetime(2026, 11, 21)),
        ("text", "text"),
    ],
)
def test_values_of_all_kinds_become_numbers_texts_truth_or_dates(value, written):
    assert values.to_write(value) == written
    assert type(values.to_write(value)) is type(written)


def test_dates_are_days_since_the_first_day():
    noon = dt.datetime(2026, 11, 21, 12)
    assert CALENDAR.days(noon) == 46347.5
    assert CALENDAR.moment(46347.5) == noon
    assert values.Calendar(dt.date(1904, 1, 1)).days(noon) == 44885.5
    assert CALENDAR.days(dt.time(6)) == 0.25
    assert CALENDAR.days(dt.timedelta(hours=36)) == 1.5


def test_a_second_stays_a_second():
    moment = dt.datetime(2020, 12, 31, 12, 12, 20)
    assert CALENDAR.moment(CALENDAR.days(moment)) == moment


def test_a_number_beyond_the_last_date_stays_a_number():
    assert CALENDAR.moment(1e12) == 1e12


def test_a_block_is_taken_apart():
    block = values.Block(
        [["text", 1.0, None], ["'=no formula", "=A1*2", dt.date(2026, 11, 21)], [True, "=", "'"]],
        CALENDAR,
    )
    assert block.data == (("text", 1.0, ""), ("=no formula", "", 46347.0), (1.0, "=", ""))
    assert block.formulas == {(1, 1): "=A1*2"}
    assert block.dates == [(1, 2)]
    assert block.truths == [(2, 0)]


def test_cells_become_few_boxes():
    cells = [(row, column) for row in range(5) for column in (2, 3, 7)]
    assert sorted(values.rectangles([*cells, (9, 2)])) == [(0, 2, 5, 2), (0, 7, 5, 1), (9, 2, 1, 1)]
    assert values.rectangles([]) == []


def test_a_block_read_comes_in_the_form_asked_for():
    noon = dt.datetime(2026, 11, 21, 12)
    rows = (("", 0.0, False, 1.5, noon, "x"),)
    assert values.clean(rows, dt.datetime, None, None) == [[None, 0.0, False, 1.5, noon, "x"]]

    def day(year, month, day, **rest):
        return dt.date(year, month, day)

    assert values.clean(rows, day, "-", int) == [["-", 0, False, 1, dt.date(2026, 11, 21), "x"]]


def test_errors_have_excels_words():
    words = [values.error_word(number) for number in (503, 519, 524, 525, 532, 32767)]
    assert words == ["#NUM!", "#VALUE!", "#REF!", "#NAME?", "#DIV/0!", "#N/A"]
