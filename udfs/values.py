"""Cells to typed values: numbers, dates and IDs, as people and exports write them.

The scalar readers raise `BadValue`; the column readers mark bad cells instead and have a
fast path for columns that are already typed. Excel's calendar: serial 60 is 29 February 1900,
a day that never was (Microsoft support article 214326), and is refused.
Proved in tests/udfs/test_values.py and tests/udfs/test_values_columns.py.
"""

from __future__ import annotations

import datetime as dt
import math
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd

from udfs.errors import BadValue

# Longer texts are no number and no date; the limit keeps 32,767-character cells cheap.
_LONGEST = 60
# Control characters, zero-width blanks and the marks of right-to-left text.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
).sub

_PLAIN = re.compile(r"-?[0-9]{1,17}(?:\.[0-9]{1,17})?").fullmatch
_GROUPED = re.compile(r"-?[0-9]{1,3}(?:,[0-9]{3}){1,5}(?:\.[0-9]{1,9})?").fullmatch
_CURRENCY = (
    r"(?:RMB|CNY|USD|EUR|GBP|HKD|TWD|JPY|US\$|HK\$|NT\$|[¥$€£₩₹]"
    r"|人民币|美元|欧元|英镑|港币|港元|日元|元|圆)"
)
_NUMBER = re.compile(
    rf"""(?P<sign>[-+]?)\s*(?:{_CURRENCY}\s*)?(?P<sign2>[-+]?)\s*
    (?P<digits>(?:[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]+)(?:\.[0-9]*)?|\.[0-9]+)
    (?P<exponent>E[-+]?[0-9]{{1,3}})?
    \s*(?P<unit>万|亿|萬|億)?\s*(?:{_CURRENCY})?""",
    re.VERBOSE | re.IGNORECASE,
).fullmatch
_UNITS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}

_TIME = (
    r"(?:(?:T|\s+|\s*[上下]午\s*|(?<=[日号]))[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?"
    r"\s*(?:[AP]M)?\s*(?:Z|UTC|[-+][0-9]{2}:?[0-9]{2})?)?"
)
_YEAR_FIRST = re.compile(
    rf"([0-9]{{4}})\s*([-/.年])\s*([0-9]{{1,2}})\s*([-/.月])\s*([0-9]{{1,2}})\s*(日|号)?{_TIME}",
    re.IGNORECASE,
).fullmatch
_YEAR_LAST = re.compile(
    rf"([0-9]{{1,2}})([-/.])([0-9]{{1,2}})\2([0-9]{{4}}){_TIME}", re.IGNORECASE
).fullmatch
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?:[0-9]{6})?").fullmatch
_MONTH_NAMED = re.compile(
    rf"(?:([0-9]{{1,2}})[-\s]+([A-Z]{{3,9}})\.?|([A-Z]{{3,9}})\.?\s+([0-9]{{1,2}}))"
    rf"[-,\s]+([0-9]{{4}}){_TIME}",
    re.IGNORECASE,
).fullmatch
_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_SERIAL_TEXT = re.compile(r"[0-9]{5}(?:\.[0-9]+)?").fullmatch
_LAST_SERIAL = 2_958_465  # 9999-12-31 in the 1900 system
_DAYS_1904 = 1462
_EPOCH = dt.date(1970, 1, 1).toordinal()


def fold(text: str) -> str:
    """Full-width to half-width (NFKC), invisible characters out, blanks collapsed and stripped."""
    if not (text.isascii() and text.isprintable()):
        text = _INVISIBLE("", unicodedata.normalize("NFKC", text)).replace("\u2212", "-")
    return " ".join(text.split())


def shown(value: object) -> str:
    """A cell's value as an error message quotes it: one line, 40 characters at most."""
    words = fold(str(value)[:200])
    return words if len(words) <= 40 else f"{words[:39]}…"


def is_missing(value: object) -> bool:
    """Nothing in the cell: None, NaN, NaT, or text of blanks only.

    >>> is_missing("　"), is_missing(0)
    (True, False)
    """
    if value is None or value is pd.NaT or value is pd.NA:
        return True
    if isinstance(value, str):
        return not fold(value[:_LONGEST]) and not fold(value)
    if isinstance(value, (float, np.floating)):
        return math.isnan(value)
    return isinstance(value, np.datetime64) and bool(np.isnat(value))


def read_number(value: object) -> float:
    """The number in one cell, correctly rounded; raises `BadValue` (error.not_a_number).

    Currency signs, thousands separators, 万 and 亿, full-width digits and accounting brackets
    are read; percentages and half-written groups are refused, because guessing would lie.

    >>> read_number("￥1,234.50"), read_number("12万"), read_number("(12.50)")
    (1234.5, 120000.0, -12.5)
    """
    if isinstance(value, (bool, np.bool_)):
        raise BadValue("error.not_a_number", value=shown(value))
    if isinstance(value, str):
        return _number_from_text(value)
    if isinstance(value, (int, float, Decimal, np.integer, np.floating)):
        try:
            number = float(value)
        except OverflowError:
            number = math.inf
        if math.isfinite(number):
            return number
    raise BadValue("error.not_a_number", value=shown("" if value is None else value))


def _number_from_text(value: str) -> float:
    if _PLAIN(value):
        return float(value)
    if _GROUPED(value):
        return float(value.replace(",", ""))
    words = fold(value) if len(value) <= _LONGEST else ""
    bracketed = len(words) > 2 and words[0] == "(" and words[-1] == ")"
    match = _NUMBER(words[1:-1].strip() if bracketed else words)
    if match is None or (match["sign"] and match["sign2"]):
        raise BadValue("error.not_a_number", value=shown(value))
    sign = match["sign"] + match["sign2"]
    if bracketed and sign:
        raise BadValue("error.not_a_number", value=shown(value))
    number = Decimal(match["digits"].replace(",", "") + (match["exponent"] or ""))
    result = float(number * _UNITS.get(match["unit"] or "", 1))
    if math.isinf(result):
        raise BadValue("error.not_a_number", value=shown(value))
    return -result if bracketed or sign == "-" else result


def read_date(value: object, date1904: bool = False) -> dt.date:
    """The day in one cell; raises `BadValue` (error.not_a_date).

    Numbers are Excel serials of the workbook's date system, or yyyymmdd. A text like
    "03/04/2026" means two different days in two countries and is refused.

    >>> read_date(59), read_date(61), read_date(0, date1904=True)
    (datetime.date(1900, 2, 28), datetime.date(1900, 3, 1), datetime.date(1904, 1, 1))
    >>> read_date("2026年1月5日"), read_date("13/02/2026")
    (datetime.date(2026, 1, 5), datetime.date(2026, 2, 13))
    """
    if isinstance(value, np.datetime64):
        value = value.astype("datetime64[D]").item()
    day = None
    if value is not pd.NaT:
        if isinstance(value, dt.datetime):
            day = value.date()
        elif isinstance(value, dt.date):
            day = value
        elif isinstance(value, str):
            day = _date_from_text(value, date1904)
        elif isinstance(value, (int, float, np.integer, np.floating)):
            day = None if isinstance(value, bool) else _date_from_serial(float(value), date1904)
    if day is None:
        raise BadValue("error.not_a_date", value=shown("" if value is None else value))
    return day


def _date_from_serial(serial: float, date1904: bool) -> dt.date | None:
    if not math.isfinite(serial):
        return None
    days = math.floor(serial)
    if 10_000_101 <= days <= 99_991_231:
        return _day(days // 10_000, days // 100 % 100, days % 100) if days == serial else None
    if date1904:
        days += _DAYS_1904 if days >= 0 else -_LAST_SERIAL
    if days == 60 or not 1 <= days <= _LAST_SERIAL:
        return None
    return dt.date(1899, 12, 30 if days > 60 else 31) + dt.timedelta(days)


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _date_from_text(value: str, date1904: bool) -> dt.date | None:
    words = fold(value) if len(value) <= _LONGEST else ""
    if match := _YEAR_FIRST(words):
        year, between, month, after, day, mark = match.groups()
        if (between == "年") == (after == "月") and (between == after or between == "年"):
            return _day(int(year), int(month), int(day)) if between == "年" or not mark else None
        return None
    if match := _YEAR_LAST(words):
        return _either_order(int(match[1]), int(match[3]), int(match[4]))
    if match := _COMPACT(words):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _MONTH_NAMED(words):
        return _named_month(match[2] or match[3], int(match[1] or match[4]), int(match[5]))
    return _date_from_serial(float(words), date1904) if _SERIAL_TEXT(words) else None


def _either_order(first: int, second: int, year: int) -> dt.date | None:
    """Day and month in unknown order, if only one order gives a date or both give the same."""
    found = {day for day in (_day(year, second, first), _day(year, first, second)) if day}
    return found.pop() if len(found) == 1 else None


def _named_month(name: str, day: int, year: int) -> dt.date | None:
    known = [n for n, month in enumerate(_MONTHS, 1) if month.startswith(name.lower())]
    known += [9] if name.lower() == "sept" and not known else []
    return _day(year, known[0], day) if len(known) == 1 else None


def read_id(value: object) -> str:
    """The ID in one cell as text; nothing there gives "".

    >>> read_id(7.0), read_id("007"), read_id(" Ａ－１ ")
    ('7', '007', 'A-1')
    """
    if isinstance(value, str):
        return fold(value)
    if is_missing(value):
        return ""
    if isinstance(value, (bool, np.bool_)):
        return str(value).upper()
    if isinstance(value, (float, np.floating)) and float(value).is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    return fold(str(value))


def _as_list(values: Iterable[Any]) -> Sequence[Any]:
    """Plain Python objects, so that a set of types tells what a column holds."""
    if isinstance(values, (pd.Series, pd.Index, np.ndarray)):
        return values.tolist()
    return values if isinstance(values, (list, tuple)) else list(values)


def _read_each(
    values: Sequence[Any], read: Callable[[Any], Any], missing: Any
) -> tuple[list[Any], list[bool]]:
    """Every cell by a scalar reader, each distinct text only once."""
    known: dict[str, tuple[Any, bool]] = {}
    results = []
    for value in values:
        found = known.get(value) if type(value) is str else None
        if found is None:
            found = _read_one(value, read, missing)
            if type(value) is str:
                known[value] = found
        results.append(found)
    return [result for result, _ in results], [bad for _, bad in results]


def _read_one(value: Any, read: Callable[[Any], Any], missing: Any) -> tuple[Any, bool]:
    try:
        return read(value), False
    except BadValue:
        return missing, not is_missing(value)


def numbers(values: Iterable[Any]) -> tuple[np.ndarray, np.ndarray]:
    """A column of cells as float64, with a mask of the cells that hold something else.

    Blank cells are NaN and not bad; bad cells are NaN too.
    """
    dtype = getattr(values, "dtype", None)
    if isinstance(dtype, np.dtype) and dtype.kind in "iuf":
        found = np.asarray(values, dtype=np.float64)
        return np.where(np.isinf(found), np.nan, found), np.isinf(found)
    cells = _as_list(values)
    if set(map(type, cells)) <= {int, float, type(None)}:
        try:
            found = np.array(cells, dtype=np.float64)
        except OverflowError:
            found = np.array([math.inf])
        if not np.isinf(found).any():
            return found, np.zeros(len(found), dtype=bool)
    read, bad = _read_each(cells, read_number, math.nan)
    return np.array(read, dtype=np.float64), np.array(bad, dtype=bool)


def dates(values: Iterable[Any], date1904: bool = False) -> tuple[np.ndarray, np.ndarray]:
    """A column of cells as datetime64[D] (blank and bad: NaT), with a mask of the bad ones."""
    dtype = getattr(values, "dtype", None)
    if isinstance(dtype, np.dtype) and dtype.kind == "M":
        found = np.asarray(values).astype("datetime64[D]")
        return found, np.zeros(len(found), dtype=bool)
    cells = _as_list(values)
    if set(map(type, cells)) <= {dt.datetime, dt.date, type(None)}:
        return _days_from_ordinals(cells), np.zeros(len(cells), dtype=bool)
    if set(map(type, cells)) <= {int, float, type(None)}:
        serials = np.array([np.nan if cell is None else cell for cell in cells], dtype=float)
        # Days that both calendars have and that are not a date written as 20260105.
        if np.all(np.isnan(serials) | ((serials >= 61) & (serials < 1_000_000))):
            return _days_from_serials(serials, date1904), np.zeros(len(cells), dtype=bool)
    read, bad = _read_each(cells, lambda value: read_date(value, date1904), None)
    return _days_from_ordinals(read), np.array(bad, dtype=bool)


def _days_from_serials(serials: np.ndarray, date1904: bool) -> np.ndarray:
    """Excel's day numbers, times of day cut off, to numpy days."""
    first = np.datetime64("1904-01-01" if date1904 else "1899-12-30", "D")
    blank = np.isnan(serials)
    found = first + np.floor(np.where(blank, 0, serials)).astype(np.int64)
    found[blank] = np.datetime64("NaT")
    return found


def _days_from_ordinals(cells: Sequence[Any]) -> np.ndarray:
    """Python dates to numpy days; ten times as fast as numpy's own conversion."""
    days = np.array([0 if cell is None else cell.toordinal() for cell in cells], dtype=np.int64)
    found = (days - _EPOCH).astype("datetime64[D]")
    found[days == 0] = np.datetime64("NaT")
    return found


def _all_plain(text: str) -> bool:
    """Nothing in it that `fold` would change."""
    return text.isascii() and text.isprintable() and " " not in text


def ids(values: Iterable[Any]) -> np.ndarray:
    """A column of cells as IDs (object array of str), blank cells as ""."""
    cells = _as_list(values)
    types = set(map(type, cells))
    if types == {str} and _all_plain("".join(cells)):
        read = cells
    elif types == {int}:
        read = list(map(str, cells))
    else:
        read, _ = _read_each(cells, read_id, "")
    found = np.empty(len(read), dtype=object)
    found[:] = read
    return found
