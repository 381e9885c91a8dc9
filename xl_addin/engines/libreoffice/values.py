"""Cell values on their way between Python and LibreOffice, as plain data.

LibreOffice knows numbers and texts. That a number is a date or a truth value is said by the cell's
number format, so dates cross as days since the document's first day, and truth values as 0 and 1.

Proved in tests/xl_addin/engines/test_values.py.
"""

import datetime as dt
import math
from collections.abc import Callable, Iterable, Sequence
from typing import Any

Rows = list[list[Any]]

# LibreOffice's error numbers as Excel writes them; what is not named here is "#VALUE!".
ERROR_WORDS = {
    502: "#NUM!",
    503: "#NUM!",
    521: "#NULL!",
    523: "#NUM!",
    524: "#REF!",
    525: "#NAME?",
    530: "#NAME?",
    532: "#DIV/0!",
    533: "#NUM!",
    32767: "#N/A",
}
_PLAIN = {float, str}
_DAY_MILLISECONDS = 86_400_000
_MILLISECOND = dt.timedelta(milliseconds=1)


def error_word(number: int) -> str:
    return ERROR_WORDS.get(number, "#VALUE!")


def to_write(value: Any) -> Any:
    """A value as it may stand in a block to write: float, str, bool or datetime."""
    kind = type(value)
    if kind is float:
        return value if value == value else ""
    if value is None:
        return ""
    if isinstance(value, (str, bool, dt.datetime)):
        # pandas.NaT is a datetime that equals nothing, itself included.
        return value if value == value else ""
    if isinstance(value, (int, float)):
        number = float(value)
        return "" if math.isnan(number) else number
    if isinstance(value, dt.date):
        return dt.datetime(value.year, value.month, value.day)
    if isinstance(value, (dt.time, dt.timedelta)):
        return value
    return _foreign(value)


def _foreign(value: Any) -> Any:
    """Values of numpy and pandas, without importing either."""
    if repr(value) in ("<NA>", "NaT"):
        return ""
    item = getattr(value, "item", None)
    if item is not None:
        if type(value).__name__ == "datetime64":
            value = value.astype("datetime64[us]")
        return to_write(value.item())
    # Decimal, Fraction and whatever else is a number; all others are written as their text.
    return float(value) if hasattr(value, "__float__") else str(value)


def clean(
    data: Iterable[Sequence[Any]],
    datetime_builder: Callable[..., Any],
    empty_as: Any,
    number_builder: Callable[[float], Any] | None,
) -> Rows:
    """A block as read, in the form the caller asked for: dates, numbers and blanks."""
    same_dates = datetime_builder is dt.datetime

    def one(value: Any) -> Any:
        kind = type(value)
        if value is None or (kind is str and not value):
            return empty_as
        if kind is float:
            return value if number_builder is None else number_builder(value)
        if kind is dt.datetime and not same_dates:
            return _rebuilt(value, datetime_builder)
        return value

    if number_builder is None and same_dates and empty_as is None:
        return [[value if value or value == 0 else None for value in row] for row in data]
    return [[one(value) for value in row] for row in data]


def _rebuilt(value: dt.datetime, builder: Callable[..., Any]) -> Any:
    return builder(
        month=value.month,
        day=value.day,
        year=value.year,
        hour=value.hour,
        minute=value.minute,
        second=value.second,
        microsecond=value.microsecond,
        tzinfo=None,
    )


class Calendar:
    """Dates as numbers of days since a document's first day."""

    def __init__(self, first_day: dt.date) -> None:
        self.start = dt.datetime(first_day.year, first_day.month, first_day.day)
        self._known: dict[float, Any] = {}
        self._numbers: dict[Any, float] = {}

    def moment(self, days: float) -> Any:
        """The date and time of a number, to the millisecond; the number where no date has it."""
        known = self._known.get(days)
        if known is None:
            try:
                known = self.start + _MILLISECOND * round(days * _DAY_MILLISECONDS)
            except OverflowError:
                known = days
            self._known[days] = known
        return known

    def days(self, value: Any) -> float:
        """The number of a date, a time of day or a span of time."""
        known = self._numbers.get(value)
        if known is None:
            known = self._numbers[value] = self._counted(value)
        return known

    def _counted(self, value: Any) -> float:
        if isinstance(value, dt.time):
            value = self.start.replace(
                hour=value.hour,
                minute=value.minute,
                second=value.second,
                microsecond=value.microsecond,
            )
        if not isinstance(value, dt.timedelta):
            # The clock on the wall counts, wherever it hangs.
            value = value.replace(tzinfo=None) - self.start
        return float(value / dt.timedelta(days=1))


class Block:
    """A block to write, taken apart: numbers and texts, and where dates, truth and formulas are."""

    def __init__(self, rows: Sequence[Sequence[Any]], calendar: Calendar) -> None:
        self.dates: list[tuple[int, int]] = []
        self.moments: list[tuple[int, int]] = []
        self.truths: list[tuple[int, int]] = []
        self.formulas: dict[tuple[int, int], str] = {}
        self._calendar = calendar
        self.data = tuple(self._row(index, row) for index, row in enumerate(rows))

    def _row(self, index: int, row: Sequence[Any]) -> tuple[Any, ...]:
        if set(map(type, row)) <= _PLAIN and not self._marked(row):
            return tuple(row)
        return tuple(self._cell(index, column, value) for column, value in enumerate(row))

    @staticmethod
    def _marked(row: Sequence[Any]) -> bool:
        return any(type(value) is str and value[:1] in ("=", "'") for value in row)

    def _cell(self, row: int, column: int, value: Any) -> Any:
        if type(value) is float and value == value:
            return value
        value = to_write(value)
        if isinstance(value, str):
            if value.startswith("=") and len(value) > 1:
                self.formulas[row, column] = value
                return ""
            # As in Excel, an apostrophe in front says "this is text" and does not belong to it.
            return value.removeprefix("'")
        if isinstance(value, bool):
            self.truths.append((row, column))
            return float(value)
        if isinstance(value, float):
            return value
        days = self._calendar.days(value)
        (self.dates if days == int(days) else self.moments).append((row, column))
        return days


def rectangles(cells: Iterable[tuple[int, int]]) -> list[tuple[int, int, int, int]]:
    """Cells (row, column) as few boxes (row, column, rows, columns): runs down, then across."""
    runs: list[list[int]] = []
    for column, row in sorted((column, row) for row, column in cells):
        if runs and runs[-1][1] == column and runs[-1][0] + runs[-1][2] == row:
            runs[-1][2] += 1
        else:
            runs.append([row, column, 1, 1])
    boxes: list[list[int]] = []
    for run in sorted(runs, key=lambda run: (run[0], run[2], run[1])):
        last = boxes[-1] if boxes else None
        if last and (last[0], last[2], last[1] + last[3]) == (run[0], run[2], run[1]):
            last[3] += 1
        else:
            boxes.append(run)
    return [(box[0], box[1], box[2], box[3]) for box in boxes]
