"""One cell of the sheet Settings to its typed value, or the sentence that says what to write.

Proved in tests/xl_addin/test_settings.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Any

from udfs.errors import BadRule, BadValue
from udfs.texts import LANGUAGES, text
from xl_addin import schema
from xl_addin.cells import internal
from xl_addin.schema import Column
from xl_addin.tables import Book

Reader = Callable[[Any, Book], Any]

# Excel's calendar begins here; an earlier analysis date is a slip of the pen.
FIRST_YEAR = 1900
METHODS = ("value_cuts", "thresholds", "r_compatible")
SECURITIES = ("starttls", "tls")
_CLOCK = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])(?::[0-5][0-9])?").fullmatch
_MINUTES_OF_A_DAY = 24 * 60
# Settings that are whole numbers, with the least and the most they may be.
WHOLE = {
    "young_until": (0, 150),
    "old_from": (0, 150),
    "follow_up_days": (0, 366),
    "follow_up_cap": (0, 1000),
    "follow_up_cap_days": (1, 3660),
    "follow_up_per_owner": (1, 10_000),
    "mail_port": (1, 65_535),
}


def _date(raw: Any, book: Book) -> date:
    from udfs.values import read_date

    day = read_date(raw, book.date1904)
    if day.year < FIRST_YEAR:
        raise BadValue("error.analysis_date_too_early")
    return day


def _number(raw: Any, _: Book) -> float:
    from udfs.values import read_number

    number = read_number(raw)
    if number < 0:
        raise BadValue("error.setting_negative")
    return number


def _quantile(raw: Any, book: Book) -> float:
    number = _number(raw, book)
    if not 0 < number < 1:
        raise BadValue("error.setting_quantile")
    return number


def _months(raw: Any, book: Book) -> int:
    number = _number(raw, book)
    if not number.is_integer() or not 1 <= number <= 1200:
        raise BadValue("error.setting_months")
    return int(number)


def _whole(low: int, high: int) -> Reader:
    def read(raw: Any, _: Book) -> int:
        from udfs.values import read_number

        number = read_number(raw)
        if not number.is_integer() or not low <= number <= high:
            raise BadValue("error.setting_whole", low=low, high=high)
        return int(number)

    return read


def _time(raw: Any, _: Book) -> time:
    """A time of day as typed, or as a spreadsheet stores it: the fraction of a day.

    >>> _time("９：30", None), _time(0.75, None)
    (datetime.time(9, 30), datetime.time(18, 0))
    """
    from udfs.values import fold

    if isinstance(raw, datetime):
        raw = raw.time()
    if isinstance(raw, time):
        return time(raw.hour, raw.minute)
    if isinstance(raw, timedelta):
        raw = raw / timedelta(days=1)
    if isinstance(raw, float) and 0 <= raw < 1:
        minutes = round(raw * _MINUTES_OF_A_DAY) % _MINUTES_OF_A_DAY
        return time(*divmod(minutes, 60))
    typed = _CLOCK(fold(raw)) if isinstance(raw, str) else None
    if typed is None:
        raise BadValue("error.setting_time")
    return time(int(typed[1]), int(typed[2]))


def _country(raw: Any, _: Book) -> str:
    from udfs.values import fold

    code = fold(str(raw)).upper()
    if not re.fullmatch("[A-Z]{2}", code):
        raise BadValue("error.setting_country")
    return code


def _flag(raw: Any, _: Book) -> bool:
    (found,) = internal(Column("setting", "flag"), [raw])
    if not isinstance(found, bool):
        raise BadValue("error.setting_choice")
    return found


def _words(raw: Any, _: Book) -> str:
    return str(raw).strip()


def _one_of(words: dict[str, str]) -> Reader:
    def read(raw: Any, _: Book) -> str:
        found = words.get(schema.normal_caption(raw))
        if found is None:
            raise BadValue("error.setting_choice")
        return found

    return read


def _thresholds(raw: Any, _: Book) -> tuple[float, ...]:
    from udfs.values import read_number

    parts = [p for p in str(raw).replace("；", ";").replace("、", ";").split(";") if p.strip()]
    cuts = tuple(read_number(part) for part in parts)
    if not 1 <= len(cuts) <= 4 or any(a >= b for a, b in pairwise(cuts)):
        raise BadRule("error.setting_thresholds")
    return cuts


def known_words(prefix: str, names: Iterable[str]) -> dict[str, str]:
    """The words of a list, in either language or by internal name, to the internal name."""
    known = {schema.normal_caption(name): name for name in names}
    for lang in LANGUAGES:
        known |= {schema.normal_caption(text(f"{prefix}.{name}", lang)): name for name in names}
    return known


LANGUAGE_WORDS = known_words("language", LANGUAGES) | {
    "chinese": "zh",
    "简体中文": "zh",
    "英文": "en",
}
READERS: dict[str, Reader] = {
    "analysis_date": _date,
    "language": _one_of(LANGUAGE_WORDS),
    "currency": _words,
    "tier_quantile": _quantile,
    "frequency_cut": _number,
    "amount_cut": _number,
    "churn_months": _months,
    "scoring_method": _one_of(known_words("method", METHODS)),
    "recency_thresholds": _thresholds,
    "frequency_thresholds": _thresholds,
    "amount_thresholds": _thresholds,
    "stale_months": _months,
    "working_country": _country,
    "opening_time": _time,
    "closing_time": _time,
    "company": _words,
    "share_mask": _flag,
    "mail_sender": _words,
    "mail_server": _words,
    "mail_security": _one_of(known_words("mail_security", SECURITIES)),
    "mail_user": _words,
    **{name: _whole(*ends) for name, ends in WHOLE.items()},
}
