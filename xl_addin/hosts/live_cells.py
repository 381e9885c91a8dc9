"""Cells of an open spreadsheet as the commands know them, and back.

Excel is read through Value2, because Value rounds amounts in currency formats to four decimals;
dates are then numbers and errors are COM codes, both turned here into what every other host
gives. Proved in tests/xl_addin/hosts/test_live_cells.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from xl_addin.com_errors import COM_ERRORS

_LAST_SERIAL = 2_958_466  # the day after 9999-12-31
FORMULA_CELLS = 16  # com.sun.star.sheet.CellFlags.FORMULA
_DATE_KINDS = ("date", "moment")
_LONGEST_IN_BLOCK = 8203
# Texts Excel would take for a number, a date, a formula, a truth value or an error when they are
# handed over as a value: it parses them as if they had been typed.
_PARSED = re.compile(
    r"[=+\-@'#].*"
    r"|true|false"
    r"|[\d\s.,:;/\\+\-%$¥€£￥()年月日时分秒上下午]*\d[\d\s.,:;/\\+\-%$¥€£￥()年月日时分秒上下午]*"
    r"|[\d\s.,]+e[+\-]?\d+"
    r"|(?=.*\d)[\d\s,./\-]*(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\d\s,./\-]*"
    r"|[\d\s:.]+[ap]m?",
    re.IGNORECASE | re.DOTALL,
)


def is_excel(book: Any) -> bool:
    """Whether an xlwings book is open in Excel itself."""
    return bool(book.app.engine.name == "excel")


def date1904(book: Any) -> bool:
    """Whether the workbook counts days from 1904, as old Mac workbooks do."""
    if is_excel(book):
        return bool(book.api.Date1904)
    return bool(book.api.NullDate.Year == 1904)


def read_block(cells: Any, excel: bool) -> list[list[Any]]:
    """The values of a range in rows; blanks are None, errors their words, dates as the host has."""
    if not excel:
        rows = cells.options(ndim=2, err_to_str=True).value
        return [[_blank(value) for value in row] for row in rows]
    raw = cells.api.Value2
    rows = raw if isinstance(raw, tuple) else ((raw,),)
    return [[_from_excel(value) for value in row] for row in rows]


def holds_formulas(cells: Any, excel: bool) -> bool:
    """Whether a range has a formula anywhere, asked without reading its cells."""
    if excel:
        return cells.api.HasFormula is not False  # None where some cells have one
    return bool(cells.api.queryContentCells(FORMULA_CELLS).Count)


def _blank(value: Any) -> Any:
    return None if value == "" else value


def _from_excel(value: Any) -> Any:
    if value == "":
        return None
    if isinstance(value, int) and not isinstance(value, bool):
        return COM_ERRORS.get(value, value)
    return value


def with_dates(values: list[Any], kind: str, from_1904: bool) -> list[Any]:
    """A column of `kind` with day numbers as dates, and midnights as days."""
    if kind not in _DATE_KINDS:
        return values
    start = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30)
    return [_date(value, start) for value in values]


def _date(value: Any, start: datetime) -> Any:
    if isinstance(value, float) and 61 <= value < _LAST_SERIAL - 1462:
        # Days as floats carry seconds with errors of microseconds.
        value = start + timedelta(seconds=round(value * 86_400))
    if isinstance(value, datetime) and not (value.hour or value.minute or value.second):
        return value.date()
    return value


def word(value: Any) -> str:
    """A cell as a word that survives the way through the sheet: 7.0 is 7, a moment has no
    fractions, and midnight is the day."""
    if value is None:
        return ""
    if isinstance(value, date) and not isinstance(value, datetime):
        value = datetime(value.year, value.month, value.day)
    if isinstance(value, datetime):
        return (value + timedelta(milliseconds=500)).strftime("%Y-%m-%d %H:%M:%S")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def prepared(values: Sequence[Any], excel: bool) -> list[Any]:
    """Values as a spreadsheet takes them: text stays text, whatever it looks like.

    Excel parses text as if it had been typed, LibreOffice only formulas; an apostrophe in front
    stops both and is not part of the text.
    """
    return [_prepared(value, excel) for value in values]


def write_block(cells: Any, rows: Sequence[Sequence[Any]], excel: bool) -> None:
    """Write rows of values into a range of their size."""
    ready = [prepared(row, excel) for row in rows]
    long = _long_texts(ready) if excel else {}
    for row, column in long:
        ready[row][column] = None
    cells.value = ready
    for place, words in long.items():
        cells[place].value = words


def _long_texts(rows: list[list[Any]]) -> dict[tuple[int, int], str]:
    """Texts Excel does not take as part of a block, by row and column in it."""
    return {
        (row, column): cell
        for row, line in enumerate(rows)
        for column, cell in enumerate(line)
        if isinstance(cell, str) and len(cell) > _LONGEST_IN_BLOCK
    }


def _prepared(value: Any, excel: bool) -> Any:
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime(value.year, value.month, value.day)
    if isinstance(value, str) and (is_parsed(value) if excel else value[:1] in ("=", "'")):
        return f"'{value}"
    return value


def is_parsed(text: str) -> bool:
    """Whether Excel would make something else of this text than the text itself.

    >>> [is_parsed(one) for one in ("=1+1", "007", "May 5", "Champions", "2 orders more")]
    [True, True, True, False, False]
    """
    if text[:1] in ("=", "+", "-", "@", "'"):
        return True
    return len(text) <= 40 and _PARSED.fullmatch(text.strip()) is not None
