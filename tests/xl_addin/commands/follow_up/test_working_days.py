"""The sheet Working calendar: what it says counts, and what nobody can read is refused."""

from datetime import date, time

import pytest

from tests.xl_addin.commands.follow_up.shop import customer, refused, shop
from xl_addin.commands.follow_up.working_days import read_calendar
from xl_addin.settings import Settings

SETTINGS = Settings(working_country="CN", opening_time=time(8), closing_time=time(17))


def calendar(*rows):
    return read_calendar(shop([customer("a")], holidays=rows).read(), SETTINGS)


def test_own_days_override_the_official_ones_and_hours_are_those_of_the_settings():
    found = calendar(
        {"day": date(2026, 3, 2), "kind": "holiday", "name": "Outing"},
        {"day": "2026-03-07", "kind": "working_day"},
    )
    assert not found.is_working_day(date(2026, 3, 2))
    assert found.day_name(date(2026, 3, 2)) == "Outing"
    assert found.is_working_day(date(2026, 3, 7))
    assert (found.opening, found.closing) == (time(8), time(17))


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"day": "soon", "kind": "holiday"}, "Sheet Working calendar row 6, Date: 'soon'"),
        ({"day": None, "kind": "holiday"}, "Sheet Working calendar row 6, Date: ''"),
        ({"day": date(2026, 5, 1), "kind": "off"}, "row 6, Kind: 'off' is not a kind of day"),
        ({"day": date(2026, 5, 1), "kind": None}, "row 6, Kind: '' is not a kind of day"),
    ],
)
def test_a_row_that_cannot_be_read_is_refused_by_its_cell(row, said):
    good = {"day": date(2026, 3, 2), "kind": "holiday"}
    assert said in refused(shop([customer("a")], holidays=[good, row]))


def test_blank_rows_are_passed_over():
    assert calendar({"name": "to be decided"}).overrides == {}
