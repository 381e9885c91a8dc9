"""When a yearly day comes round: birthdays and anniversaries, solar or lunar (农历).

Once in every year of its own calendar, always on the same one day:

- 29 February falls on 28 February in a common year: the same month, and never late.
- Day 30 of a lunar month of 29 days falls on day 29 (除夕 is such a day).
- A day of a leap month (闰月) falls in that leap month where the year has it, else in the plain
  month of the same number; a day of a plain month never moves to the leap month. This is the
  common practice (闰月生人逢闰则过闰月，无闰则过平月). Families who keep both days write two rows.

The lunar calendar is that of the kept library `borax`, lunar years 1900 to 2100; names of months
and days as in GB/T 33661-2017. Proved in tests/udfs/test_occasions.py.
"""

from __future__ import annotations

import calendar as gregorian
import datetime as dt
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

import numpy as np

from udfs.errors import BadValue, NotComputable
from udfs.texts import text
from udfs.values import dates, is_missing, read_number, shown

CALENDARS = ("solar", "lunar")
FIRST_LUNAR_YEAR, LAST_LUNAR_YEAR = 1900, 2100
FIRST_LUNAR_DAY = dt.date(1900, 1, 31)
_LEAP_YEAR = 2024  # any: all days a month can have


def next_occasion(
    month: int,
    day: int,
    calendar: str = "solar",
    leap_month: bool = False,
    *,
    on_or_after: dt.date,
) -> dt.date:
    """The first time the day comes round, on `on_or_after` or later.

    Raises `BadValue` for a day no year has, `NotComputable` beyond the lunar years known.

    >>> next_occasion(2, 29, on_or_after=dt.date(2026, 1, 1))
    datetime.date(2026, 2, 28)
    >>> next_occasion(6, 15, "lunar", True, on_or_after=dt.date(2026, 1, 1))  # no 闰六月: plain
    datetime.date(2026, 7, 28)
    """
    _check_day(month, day, calendar)
    if calendar == "lunar":
        return _next_lunar(month, day, bool(leap_month), on_or_after)
    this_year = _solar_day(on_or_after.year, month, day)
    if this_year >= on_or_after:
        return this_year
    if on_or_after.year == dt.MAXYEAR:
        raise NotComputable("follow_rules.occasion_end", day=on_or_after.isoformat())
    return _solar_day(on_or_after.year + 1, month, day)


def occasions_between(
    months: Sequence[Any],
    days: Sequence[Any],
    calendars: Sequence[Any],
    leap_months: Sequence[Any],
    start: dt.date,
    end: dt.date,
) -> tuple[np.ndarray, np.ndarray]:
    """Columns of yearly days: the first occurrence from `start` to `end`, both included, or NaT.

    The second array marks rows that hold no such day (month 13, lunar day 31, nothing at all); a
    blank calendar is solar. Lunar days beyond the known years are NaT and not marked.
    """
    found = np.full(len(months), np.datetime64("NaT"), dtype="datetime64[D]")
    bad = np.zeros(len(months), dtype=bool)
    known: dict[tuple[int, int, str, bool], dt.date | None] = {}
    for row, cells in enumerate(zip(months, days, calendars, leap_months, strict=True)):
        try:
            key = _key(*cells)
        except BadValue:
            bad[row] = True
            continue
        if key not in known:
            known[key] = _first_between(key, start, end)
        found[row] = known[key]
    return found, bad


def birthdays_between(birthdays: Iterable[Any], start: dt.date, end: dt.date) -> np.ndarray:
    """A column of solar birthdays: the first one from `start` to `end`, both included, or NaT.

    Nobody has a birthday before being born; the day of birth itself is none.
    """
    born, _ = dates(birthdays)
    known = ~np.isnat(born)
    found = np.full(len(born), np.datetime64("NaT"), dtype="datetime64[D]")
    month_start = born.astype("datetime64[M]")
    month = month_start.astype(np.int64) % 12
    day = (born - month_start.astype("datetime64[D]")).astype(np.int64)
    first, last = np.datetime64(start, "D"), np.datetime64(end, "D")
    for year in range(start.year, min(end.year, start.year + 1) + 1):
        comes = _in_year(year, month, day)
        fits = known & np.isnat(found) & (comes >= first) & (comes <= last) & (comes > born)
        found[fits] = comes[fits]
    return found


def lunar_words(month: int, day: int, leap: bool = False, lang: str = "zh") -> str:
    """The lunar day in words.

    >>> lunar_words(8, 15), lunar_words(6, 21, True), lunar_words(8, 15, lang="en")
    ('农历八月十五', '农历闰六月廿一', '15th day of the 8th lunar month')
    """
    _check_day(month, day, "lunar")
    return text(
        f"follow_rules.lunar_{'leap' if leap else 'plain'}",
        lang,
        month=text("follow_rules.lunar_months", lang).split()[month - 1],
        day=text("follow_rules.lunar_days", lang).split()[day - 1],
    )


def _check_day(month: Any, day: Any, calendar: Any) -> None:
    """Raises `BadValue` unless some year of the calendar has this day."""
    if calendar not in CALENDARS:
        raise BadValue("follow_rules.bad_calendar", value=shown(calendar))
    if month not in range(1, 13):
        raise BadValue("follow_rules.bad_month", value=shown(month))
    longest = 30 if calendar == "lunar" else gregorian.monthrange(_LEAP_YEAR, int(month))[1]
    if day not in range(1, longest + 1):
        key = "follow_rules.bad_lunar_day" if calendar == "lunar" else "follow_rules.bad_day"
        raise BadValue(key, value=shown(day), month=int(month), days=longest)


def _key(month: Any, day: Any, calendar: Any, leap: Any) -> tuple[int, int, str, bool]:
    """One row of cells as a checked day."""
    kind = "solar" if is_missing(calendar) else calendar
    numbers = read_number(month), read_number(day)
    _check_day(*numbers, kind)
    return int(numbers[0]), int(numbers[1]), kind, not is_missing(leap) and bool(leap)


def _first_between(key: tuple[int, int, str, bool], start: dt.date, end: dt.date) -> dt.date | None:
    month, day, calendar, leap = key
    try:
        found = next_occasion(month, day, calendar, leap, on_or_after=start)
    except NotComputable:
        return None
    return found if found <= end else None


def _solar_day(year: int, month: int, day: int) -> dt.date:
    return dt.date(year, month, min(day, gregorian.monthrange(year, month)[1]))


def _in_year(year: int, month: np.ndarray, day: np.ndarray) -> np.ndarray:
    """Days of one year from columns of month (0-11) and day (0-30), cut to the month's length."""
    starts = np.arange(f"{year:04d}-01", 13, dtype="datetime64[M]").astype("datetime64[D]")
    lengths = np.diff(starts).astype(np.int64)
    place = month % 12
    return starts[:-1][place] + np.minimum(day, lengths[place] - 1)


def _next_lunar(month: int, day: int, leap: bool, on_or_after: dt.date) -> dt.date:
    """A solar year begins in the lunar year before, so three lunar years may hold the next one."""
    first = max(on_or_after.year - 1, FIRST_LUNAR_YEAR)
    last = min(on_or_after.year + 1, LAST_LUNAR_YEAR)
    if on_or_after >= FIRST_LUNAR_DAY:
        for year in range(first, last + 1):
            found = _lunar_day(year, month, day, leap)
            if found >= on_or_after:
                return found
    raise NotComputable(
        "follow_rules.lunar_range",
        day=on_or_after.isoformat(),
        first=FIRST_LUNAR_YEAR,
        last=LAST_LUNAR_YEAR,
    )


def _lunar_day(year: int, month: int, day: int, leap: bool) -> dt.date:
    months = _lunar_months(year)
    start, length = months.get((month, leap)) or months[month, False]
    return start + dt.timedelta(days=min(day, length) - 1)


@cache
def _lunar_months(year: int) -> dict[tuple[int, bool], tuple[dt.date, int]]:
    """(month, whether leap) of a lunar year to its first day and its length."""
    from borax.calendars.lunardate import LCalendars, LunarDate

    months, start = {}, LunarDate(year, 1, 1).to_solar_date()
    for month, length, leap in LCalendars.iter_year_month(year):
        months[month, bool(leap)] = start, length
        start += dt.timedelta(days=length)
    return months
