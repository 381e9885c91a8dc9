"""Yearly days: 29 February, lunar days, leap months."""

import datetime as dt
import time

import numpy as np
import pytest
from borax.calendars.lunardate import LCalendars, LunarDate
from holidays.calendars import _ChineseLunisolar
from hypothesis import given
from hypothesis import strategies as st

from udfs.errors import BadValue, NotComputable
from udfs.occasions import birthdays_between, lunar_words, next_occasion, occasions_between


def day(words):
    return dt.date.fromisoformat(words)


def solar(month, number, start):
    return next_occasion(month, number, on_or_after=day(start)).isoformat()


def lunar(month, number, start, leap=False):
    return next_occasion(month, number, "lunar", leap, on_or_after=day(start)).isoformat()


def test_a_day_that_is_today_is_today_and_yesterdays_is_next_year():
    assert solar(11, 22, "2026-11-22") == "2026-11-22"
    assert solar(11, 21, "2026-11-22") == "2027-11-21"
    assert solar(1, 1, "2026-12-31") == "2027-01-01"


def test_29_february_is_28_february_in_a_common_year():
    assert solar(2, 29, "2026-01-01") == "2026-02-28"
    assert solar(2, 29, "2026-03-01") == "2027-02-28"


def test_29_february_is_29_february_in_a_leap_year():
    assert solar(2, 29, "2028-01-01") == "2028-02-29"
    assert solar(2, 29, "2028-02-29") == "2028-02-29"
    assert solar(2, 29, "2028-03-01") == "2029-02-28"


def test_known_lunar_days():
    assert lunar(1, 1, "2026-01-01") == "2026-02-17"  # Spring Festival
    assert lunar(5, 5, "2026-01-01") == "2026-06-19"  # Dragon Boat
    assert lunar(8, 15, "2026-01-01") == "2026-09-25"  # Mid-autumn
    assert lunar(12, 8, "2026-01-20") == "2026-01-26"  # still in the lunar year 2025
    assert lunar(12, 8, "2026-01-27") == "2027-01-15"


def test_a_birthday_in_a_leap_month_falls_in_it_where_the_year_has_it():
    assert lunar(6, 15, "2025-01-01", leap=True) == "2025-08-08"  # 闰六月十五
    assert lunar(6, 15, "2025-01-01") == "2025-07-09"  # a plain day never moves


def test_a_birthday_in_a_leap_month_falls_in_the_plain_month_else():
    assert lunar(6, 15, "2026-01-01", leap=True) == "2026-07-28" == lunar(6, 15, "2026-01-01")


def test_a_leap_day_is_kept_once_a_year_also_in_the_year_with_both_months():
    after_the_plain_month = lunar(6, 15, "2025-07-10", leap=True)
    assert after_the_plain_month == "2025-08-08"
    assert lunar(6, 15, "2025-08-09", leap=True) == "2026-07-28"


def test_day_30_of_a_month_of_29_days_is_day_29():
    assert LCalendars.ndays(2024, 12) == 29
    assert lunar(12, 30, "2025-01-01") == "2025-01-28"  # the day before the Spring Festival
    assert LCalendars.ndays(2023, 12) == 30
    assert lunar(12, 30, "2024-01-01") == "2024-02-09"


LUNAR_DAYS = st.tuples(st.integers(1, 12), st.integers(1, 30), st.booleans())
SOLAR_DAYS = st.dates(day("1901-03-01"), day("2099-12-31"))


@given(LUNAR_DAYS, SOLAR_DAYS)
def test_a_lunar_day_is_the_librarys_and_never_before_the_start(key, start):
    month, number, leap = key
    found = next_occasion(month, number, "lunar", leap, on_or_after=start)
    back = LunarDate.from_solar_date(found.year, found.month, found.day)
    assert start <= found <= start + dt.timedelta(days=30 * 13)
    assert back.month == month
    has_it = LCalendars.leap_month(back.year) == month
    assert bool(back.leap) == (leap and has_it)
    assert back.day == number or (back.day == 29 and number == 30)


@given(LUNAR_DAYS, st.dates(day("1901-03-01"), day("2096-12-31")))
def test_a_lunar_day_comes_once_in_every_lunar_year(key, start):
    month, number, leap = key
    years = []
    for _ in range(3):
        found = next_occasion(month, number, "lunar", leap, on_or_after=start)
        years.append(LunarDate.from_solar_date(found.year, found.month, found.day).year)
        start = found + dt.timedelta(days=1)
    assert years == [years[0], years[0] + 1, years[0] + 2]


def test_four_festivals_of_160_years_agree_with_a_second_library():
    """They differ in 1916 (an error of the old almanac) and 2089 (new moon at midnight) only."""
    other = _ChineseLunisolar()
    festivals = (
        (1, 1, other.lunar_new_year_date),
        (5, 5, other.dragon_boat_date),
        (8, 15, other.mid_autumn_date),
        (9, 9, other.double_ninth_date),
    )
    for year in range(1930, 2089):
        for month, number, known in festivals:
            found = next_occasion(month, number, "lunar", on_or_after=dt.date(year, 1, 1))
            assert found == known(year)[0]


@given(st.dates(day("1896-01-01"), day("2030-01-01")), SOLAR_DAYS)
def test_a_solar_day_comes_within_a_year_on_its_day(born, start):
    found = next_occasion(born.month, born.day, on_or_after=start)
    assert start <= found < start + dt.timedelta(days=367)
    assert found.month == born.month
    assert found.day == born.day or (born.day == 29 and found.day == 28)


@pytest.mark.parametrize(
    ("arguments", "key"),
    [
        ((13, 1, "solar"), "follow_rules.bad_month"),
        ((0, 1, "lunar"), "follow_rules.bad_month"),
        ((1.5, 1, "solar"), "follow_rules.bad_month"),
        ((2, 30, "solar"), "follow_rules.bad_day"),
        ((4, 31, "solar"), "follow_rules.bad_day"),
        ((1, 0, "solar"), "follow_rules.bad_day"),
        ((1, 31, "lunar"), "follow_rules.bad_lunar_day"),
        ((1, 1, "mayan"), "follow_rules.bad_calendar"),
    ],
)
def test_a_day_no_year_has_is_refused(arguments, key):
    with pytest.raises(BadValue) as refused:
        next_occasion(*arguments, on_or_after=day("2026-01-01"))
    assert refused.value.key == key
    assert refused.value.sentence("zh")
    assert refused.value.sentence("en")


@pytest.mark.parametrize("start", ["1900-01-30", "2101-01-29", "1600-01-01", "2400-01-01"])
def test_beyond_the_lunar_years_known_the_error_names_them(start):
    with pytest.raises(NotComputable) as refused:
        lunar(1, 1, start)
    assert "1900" in refused.value.sentence("zh")
    assert "2100" in refused.value.sentence("en")


def test_the_first_and_the_last_lunar_day_known():
    assert lunar(1, 1, "1900-01-31") == "1900-01-31"
    assert lunar(12, 29, "2101-01-28") == "2101-01-28"


def test_a_solar_year_after_the_last_is_refused():
    with pytest.raises(NotComputable):
        next_occasion(1, 1, on_or_after=dt.date(9999, 1, 2))


def test_a_table_of_days_within_a_window_over_new_year():
    rows = [
        (12, 30, "solar", None),
        (1, 5, None, None),
        (1, 6, "solar", ""),
        (12, 25, "solar", None),
        (11, 25, "lunar", False),
        ("2", "30", "solar", None),
        (None, 3, "solar", None),
        (1, 31, "lunar", True),
    ]
    found, bad = occasions_between(*zip(*rows, strict=True), day("2026-12-26"), day("2027-01-05"))
    assert bad.tolist() == [False] * 5 + [True] * 3
    assert [str(one) for one in found[:5]] == [
        *("2026-12-30", "2027-01-05", "NaT", "NaT", "2027-01-02")
    ]
    assert np.isnat(found[5:]).all()


def test_lunar_days_beyond_the_known_years_are_nothing_but_not_bad():
    found, bad = occasions_between(
        [1], [1], ["lunar"], [None], day("2200-01-01"), day("2200-12-31")
    )
    assert np.isnat(found).all()
    assert not bad.any()


@given(
    st.lists(st.dates(day("1930-01-01"), day("2026-12-31")), max_size=30),
    st.dates(day("2024-01-01"), day("2029-01-01")),
    st.integers(0, 500),
)
def test_birthdays_of_a_column_are_those_of_each_customer(born, start, length):
    end = start + dt.timedelta(days=length)
    for birthday, found in zip(born, birthdays_between(born, start, end).tolist(), strict=True):
        first = max(start, birthday + dt.timedelta(days=1))
        expected = next_occasion(birthday.month, birthday.day, on_or_after=first)
        assert found == (expected if expected <= end else None)


def test_nobody_has_a_birthday_on_the_day_of_birth_or_without_one():
    found = birthdays_between([day("2026-11-22"), None, "?"], day("2026-11-20"), day("2026-11-25"))
    assert np.isnat(found).all()


def test_twenty_thousand_customers_are_quick():
    n = 20_000
    months, numbers = np.arange(n) % 12 + 1, np.arange(n) % 28 + 1
    window = day("2026-11-22"), day("2026-12-06")
    born = (np.datetime64("1960-01-01") + np.arange(n)).astype("datetime64[D]")
    begun = time.process_time()
    assert (~np.isnat(birthdays_between(born, *window))).sum() > 500
    assert time.process_time() - begun < 0.3
    for calendar in ("solar", "lunar"):
        begun = time.process_time()
        columns = months.tolist(), numbers.tolist(), [calendar] * n, [False] * n
        assert (~np.isnat(occasions_between(*columns, *window)[0])).sum() > 200
        assert time.process_time() - begun < 1


def test_lunar_days_in_words():
    assert lunar_words(8, 15) == "农历八月十五"
    assert lunar_words(1, 1) == "农历正月初一"
    assert lunar_words(12, 30) == "农历十二月三十"
    assert lunar_words(6, 20, True) == "农历闰六月二十"
    assert lunar_words(8, 15, lang="en") == "15th day of the 8th lunar month"
    assert lunar_words(6, 23, True, "en") == "23rd day of the leap 6th lunar month"
    with pytest.raises(BadValue):
        lunar_words(13, 1)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_two_lunar_days_have_the_same_words(lang):
    words = {
        lunar_words(month, number, leap, lang)
        for month in range(1, 13)
        for number in range(1, 31)
        for leap in (False, True)
    }
    assert len(words) == 720
