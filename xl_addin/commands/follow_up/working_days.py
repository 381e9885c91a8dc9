"""The working calendar: the country's days, and what the sheet Working calendar says otherwise.

Proved in tests/xl_addin/commands/follow_up/test_working_days.py.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from udfs.errors import BadRule
from xl_addin import schema
from xl_addin.cells import internal
from xl_addin.commands.follow_up.phrases import plain
from xl_addin.settings import Settings
from xl_addin.tables import Book

if TYPE_CHECKING:
    from udfs.working_time import DayOverride, WorkingCalendar


def read_calendar(book: Book, settings: Settings) -> WorkingCalendar:
    """The working calendar of the settings, with what the sheet of holidays says otherwise.

    A row that cannot be read is refused: a deadline would be a day off without a word.
    """
    from udfs.working_time import working_calendar

    opening, closing = settings.opening_time, settings.closing_time
    own = _own_days(book) if "holidays" in book else {}
    return working_calendar(settings.working_country, opening, closing, own)


def _own_days(book: Book) -> dict[date, DayOverride]:
    from udfs.values import dates
    from udfs.working_time import DayOverride

    table = book["holidays"]
    table.need("day", "kind")
    kinds = internal(schema.HOLIDAYS.column("kind"), table.get("kind"))
    days = dates(table.get("day"), book.date1904)[0].tolist()
    found = {}
    for place, (day, kind, name) in enumerate(zip(days, kinds, table.get("name"), strict=True)):
        if table.get("day")[place] is None and kind is None:
            continue
        if day is None:
            raise _odd_day(book, place, "day")
        if kind not in schema.HOLIDAYS.column("kind").choices:
            raise _odd_day(book, place, "kind")
        found[day] = DayOverride(kind, plain(name))
    return found


def _odd_day(book: Book, place: int, column: str) -> BadRule:
    from udfs.values import shown

    table = book["holidays"]
    cell = table.get(column)[place]
    return BadRule(
        f"follow_up.holiday_{column}",
        sheet=table.sheet,
        row=table.row_number(place),
        column=schema.caption("holidays", column, book.lang),
        value="" if cell is None else shown(cell),
    )
