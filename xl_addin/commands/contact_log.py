"""The sheet Contacts as lists: who, when, in or out, by whom; and what nobody could read.

Proved in tests/xl_addin/commands/test_contact_log.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any

from xl_addin import schema
from xl_addin.cells import internal
from xl_addin.tables import Book

if TYPE_CHECKING:
    from udfs.inquiries import Inquiry

_EXCEL_DAY_0 = datetime(1899, 12, 30)
_MAC_DAY_0 = datetime(1904, 1, 1)
_LAST_SERIAL = 2_957_003  # the last day that both date systems have
_DAY_SECONDS = 86_400
_CLOCK = re.compile(
    r"(?P<half>[上下]午)?\s*(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?"
    r"(?:\.[0-9]+)?\s*(?P<meridiem>[AP]M)?",
    re.IGNORECASE,
).search
# A contact counts without these, but nobody could tell who answered whom.
_NEEDED = ("contact_id", "customer_id", "contacted_at", "direction", "person")


@dataclass(frozen=True)
class ContactLog:
    """Columns of equal length, in the order of the table; `rows` are positions in it.

    `contact_id` holds those of all rows; `unreadable`: positions of rows that have a customer but
    no readable time.
    """

    rows: list[int]
    contact_id: list[str]
    customer_id: list[str]
    contacted_at: list[datetime]
    direction: list[str]
    thread: list[str]
    person: list[str]
    topic: list[str]
    unreadable: list[int]

    def made(self, first: date, last: date) -> dict[str, int]:
        """How often a person of ours contacted each customer from `first` to `last`.

        The answer to an inquiry is owed and does not count.
        """
        start, end = datetime.combine(first, time.min), datetime.combine(last, time.max)
        answers = {(one.customer_id, one.thread, one.first_reply) for one in self.inquiries}
        found: dict[str, int] = {}
        for who, when, way, thread, person in self._entries():
            counts = way == "out" and person and start <= when <= end
            if counts and (who, thread, when) not in answers:
                found[who] = found.get(who, 0) + 1
        return found

    def last_talks(self, until: date) -> dict[str, date]:
        """The day of each customer's last contact with a person, in either direction."""
        found: dict[str, date] = {}
        for who, when, way, _, person in self._entries():
            day = when.date()
            if day <= until and (person or way == "in") and day > found.get(who, date.min):
                found[who] = day
        return found

    def open_inquiries(self, until: date) -> list[Inquiry]:
        """Those that came until the end of this day and were not answered by then."""
        from udfs import inquiries

        return inquiries.open_inquiries(*self._columns(), until=datetime.combine(until, time.max))

    @cached_property
    def inquiries(self) -> list[Inquiry]:
        """All of the log, answered or not."""
        from udfs import inquiries

        return inquiries.inquiries(*self._columns())

    def _columns(self) -> tuple[list[Any], list[Any], list[Any], list[Any], list[Any]]:
        return self.customer_id, self.contacted_at, self.direction, self.thread, self.person

    def _entries(self) -> Iterator[tuple[Any, ...]]:
        return zip(*self._columns(), strict=True)


def read_contacts(book: Book, more: dict[str, list[Any]] | None = None) -> ContactLog:
    """The contacts of the book, and `more` rows that are about to be added below them.

    Raises `BadValue` where the sheet lacks a column without which nobody knows who was answered.
    """
    from udfs.values import ids

    if "contacts" in book:
        book["contacts"].need(*_NEEDED)
    columns = _columns(book, more or {})
    moments = [read_moment(cell, book.date1904) for cell in columns["contacted_at"]]
    who = ids(columns["customer_id"]).tolist()
    keep = [n for n, (one, when) in enumerate(zip(who, moments, strict=True)) if one and when]
    lost = [n for n, (one, when) in enumerate(zip(who, moments, strict=True)) if one and not when]

    def words(name: str) -> list[str]:
        return [cell_word(columns[name][n]) for n in keep]

    return ContactLog(
        keep,
        [cell_word(cell) for cell in columns["contact_id"]],
        [who[n] for n in keep],
        [moment for n in keep if (moment := moments[n]) is not None],
        words("direction"),
        words("thread"),
        words("person"),
        words("topic"),
        unreadable=lost,
    )


def read_moment(cell: Any, date1904: bool = False) -> datetime | None:
    """Date and time of a cell, to the second; a mere date is midnight; None for what is neither.

    A spreadsheet program gives the same moment as a date or as a number of days, so both are
    rounded alike: the moment of an inquiry is part of its name.

    >>> read_moment("2026-10-30 17:50"), read_moment("soon")
    (datetime.datetime(2026, 10, 30, 17, 50), None)
    """
    if cell is None or isinstance(cell, bool):
        return None
    try:
        if isinstance(cell, datetime):
            return _to_the_second(cell.replace(tzinfo=None) if cell.tzinfo else cell)
        if isinstance(cell, int | float) and 1 <= cell < _LAST_SERIAL:
            first = _MAC_DAY_0 if date1904 else _EXCEL_DAY_0
            return first + timedelta(seconds=round(float(cell) * _DAY_SECONDS))
        return _written(cell, date1904)
    except (ValueError, OverflowError):  # a `BadValue` is a ValueError
        return None


def _to_the_second(moment: datetime) -> datetime:
    if not moment.microsecond:
        return moment
    return (moment + timedelta(microseconds=500_000)).replace(microsecond=0)


def _written(cell: Any, date1904: bool) -> datetime:
    """A moment in words; raises ValueError where there is no day or no such time of day."""
    from udfs.values import fold, read_date

    words = fold(cell) if isinstance(cell, str) else ""
    day = read_date(words or cell, date1904)
    found = _CLOCK(words)
    if found is None:
        return datetime.combine(day, time.min)
    hour = int(found["hour"])
    half = {"上午": "AM", "下午": "PM"}.get(found["half"] or "", (found["meridiem"] or "").upper())
    if half and hour <= 12:
        hour = hour % 12 + 12 * (half == "PM")
    return datetime.combine(day, time(hour, int(found["minute"]), int(found["second"] or 0)))


def _columns(book: Book, more: dict[str, list[Any]]) -> dict[str, list[Any]]:
    names = schema.CONTACTS.names()
    rows = len(next(iter(more.values()), []))
    table = book.tables.get("contacts")
    columns: dict[str, list[Any]] = {}
    for name in names:
        there = table.get(name) if table else []
        columns[name] = [*there, *more.get(name, [None] * rows)]
    columns["direction"] = internal(schema.CONTACTS.column("direction"), columns["direction"])
    return columns


def cell_word(cell: Any) -> str:
    """The same for a cell on every host: 7 and 7.0 are one number, blanks around do not count."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell).strip()
