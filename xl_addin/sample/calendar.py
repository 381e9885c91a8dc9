"""The seasons of the sample shop: how many orders a day brings, compared with a plain day."""

from __future__ import annotations

from datetime import date, timedelta

FIRST_DAY = date(2024, 5, 1)
ANALYSIS_DATE = date(2026, 10, 31)
DAYS = (ANALYSIS_DATE - FIRST_DAY).days + 1

CHINESE_NEW_YEAR = (date(2025, 1, 29), date(2026, 2, 17))
# (first day, last day, factor): 6.18, back to school, National Day, 11.11 with eve, 12.12
SALES = (
    ((6, 16), (6, 19), 2.4),
    ((7, 20), (8, 31), 1.4),
    ((10, 1), (10, 3), 1.3),
    ((11, 6), (11, 10), 2.2),
    ((11, 11), (11, 11), 9.0),
    ((11, 12), (11, 13), 2.5),
    ((12, 11), (12, 12), 2.0),
)
WEEKEND = 1.15


def season(day: date) -> float:
    """The factor of `day`: above 1 in sales, far below around the Chinese New Year.

    >>> season(date(2025, 11, 11)), season(date(2025, 1, 29))
    (9.0, 0.2)
    """
    factor = WEEKEND if day.weekday() >= 5 else 1.0
    for first, last, sale in SALES:
        if first <= (day.month, day.day) <= last:
            factor *= sale
    return factor * _new_year(day)


def _new_year(day: date) -> float:
    for feast in CHINESE_NEW_YEAR:
        if -4 <= (day - feast).days <= 9:
            return 0.2
        if -21 <= (day - feast).days < -4:
            return 1.3
    return 1.0


def all_days() -> list[tuple[date, float]]:
    """Every day the shop has been open, with its factor."""
    days = [FIRST_DAY + timedelta(n) for n in range(DAYS)]
    return [(day, season(day)) for day in days]
