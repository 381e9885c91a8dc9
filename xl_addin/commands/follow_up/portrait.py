"""Everything a follow-up wants to know of the customers, read once from the tables of the book.

Tier, segment and gap are computed as a refresh does, for the same day; the moves of the tier are
those the customer table remembers. Proved in tests/xl_addin/commands/follow_up/test_portrait.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from xl_addin import schema
from xl_addin.cells import internal
from xl_addin.commands.contact_log import ContactLog
from xl_addin.commands.follow_up.agreements import read_consents
from xl_addin.commands.follow_up.phrases import plain
from xl_addin.commands.follow_up.working_days import read_calendar
from xl_addin.commands.owners import Owners, read_owners
from xl_addin.commands.refresh import Scoring, score
from xl_addin.settings import FOLLOWING, Settings
from xl_addin.tables import Book

if TYPE_CHECKING:
    from udfs.consents import ConsentBook
    from udfs.working_time import WorkingCalendar


# Columns of the customer table by which a customer can be reached.
REACHES = ("phone", "email", "address")


@dataclass(frozen=True)
class Customer:
    """One customer as the follow-up sees them; amounts and counts as the last refresh would."""

    place: int
    customer_id: str
    name: str
    owner: str
    tier: str
    level: int
    segment: str
    age: int | None
    last_order: date | None
    order_count: int
    revenue: float
    revenue_share: float
    next_tier: str
    gap_words: str
    gap_orders: int
    gap_revenue: float
    formerly_high: bool
    tier_then: str
    silent: bool


@dataclass(frozen=True)
class Portrait:
    """The book's customers by ID with log, calendar, consents and the cells as they stand."""

    book: Book
    scoring: Scoring
    owners: Owners
    log: ContactLog
    calendar: WorkingCalendar
    consents: ConsentBook
    customers: Mapping[str, Customer]
    lang: str

    @property
    def settings(self) -> Settings:
        return self.scoring.settings

    @property
    def as_of(self) -> date:
        return self.scoring.as_of

    @property
    def now(self) -> datetime:
        """The moment all deadlines are held against: the morning of the analysis date."""
        return datetime.combine(self.as_of, self.calendar.opening)

    def end_of(self, day: date) -> datetime:
        return datetime.combine(day, self.calendar.closing)

    def working_day_from(self, day: date) -> date:
        """The day itself or the next one on which somebody works."""
        return day if self.calendar.is_working_day(day) else self.calendar.next_working_day(day)

    def reaches(self, customer: Customer) -> dict[str, str]:
        """Phone, e-mail and address as people write them, without those that are blank."""
        cells = {name: plain(self.cell(customer, name)) for name in REACHES}
        return {name: words for name, words in cells.items() if words}

    @cached_property
    def levels(self) -> dict[str, int]:
        return {rule.tier: rule.level for rule in self.scoring.tier_rules}

    def cell(self, customer: Customer, column: str) -> Any:
        """One cell of the customer's row, in internal words."""
        return self.cells(column)[customer.place]

    def cells(self, column: str) -> list[Any]:
        """A column of the customer table, in internal words, read once."""
        known = self._columns
        if column not in known:
            described = schema.CUSTOMERS.column(column)
            known[column] = internal(described, self.book["customers"].get(column))
        return known[column]

    def days(self, column: str) -> list[date | None]:
        """A column of dates of the customer table; None where there is none."""
        from udfs.values import dates

        known = self._columns
        name = f"{column} as dates"
        if name not in known:
            cells = self.book["customers"].get(column)
            known[name] = dates(cells, self.book.date1904)[0].tolist()
        return known[name]

    @cached_property
    def _columns(self) -> dict[str, list[Any]]:
        return {}


def read_portrait(
    book: Book, as_of: date | None, log: ContactLog, lang: str | None = None
) -> Portrait:
    """Score the customers for `as_of` and put everything about them together.

    Words are in `lang`, otherwise in the language of the book. Raises for settings that cannot be
    read, and for columns without which consent would be guessed.
    """
    scoring = score(book, as_of)
    scoring.settings.require_readable(FOLLOWING)
    owners = read_owners(book)
    return Portrait(
        book,
        scoring,
        owners,
        log,
        read_calendar(book, scoring.settings),
        read_consents(book, scoring.as_of),
        _customers(book, scoring, owners, lang or book.lang),
        lang or book.lang,
    )


def _customers(book: Book, scoring: Scoring, owners: Owners, lang: str) -> dict[str, Customer]:
    from udfs.values import dates, ids

    known = _scored(scoring, lang)
    table = book["customers"]
    birthdays = dates(table.get("birthday"), book.date1904)[0].tolist()
    found: dict[str, Customer] = {}
    cells = zip(ids(table.get("customer_id")), table.get("name"), owners.customers, strict=True)
    for place, (who, name, owner) in enumerate(cells):
        if who and who not in found:
            facts = known.get(who, _NO_ORDERS)
            age = age_on(birthdays[place], scoring.as_of)
            found[who] = Customer(place, who, plain(name) or who, owner, age=age, **facts)
    return found


def age_on(birthday: date | None, day: date) -> int | None:
    """Full years; None where the birthday is not known or lies ahead."""
    if birthday is None or birthday > day:
        return None
    return day.year - birthday.year - ((day.month, day.day) < (birthday.month, birthday.day))


_COLUMNS = {
    "tier": "tier",
    "level": "tier_level",
    "segment": "segment",
    "last_order": "last_order",
    "order_count": "order_count",
    "revenue": "revenue",
    "next_tier": "next_tier",
    "gap_words": "gap_to_next_tier",
    "gap_orders": "gap_orders",
    "gap_revenue": "gap_revenue",
    "formerly_high": "formerly_high",
    "tier_then": "tier_at_last_order",
    "silent": "silent",
}
_NO_ORDERS: dict[str, Any] = {
    "tier": "",
    "level": 0,
    "segment": "",
    "last_order": None,
    "order_count": 0,
    "revenue": 0.0,
    "revenue_share": 0.0,
    "next_tier": "",
    "gap_words": "",
    "gap_orders": 0,
    "gap_revenue": 0.0,
    "formerly_high": False,
    "tier_then": "",
    "silent": False,
}


def _scored(scoring: Scoring, lang: str) -> dict[str, dict[str, Any]]:
    """What the scoring says of each customer with orders, the gap in words of `lang`."""
    scored = scoring.scored_in(lang)
    columns = {}
    for name, column in _COLUMNS.items():
        series = scored[column]
        columns[name] = (series.dt.date if series.dtype.kind == "M" else series).tolist()
    # The share of customers with no more revenue: equal revenue, equal share.
    columns["revenue_share"] = (scored["revenue"].rank(method="max", pct=True)).tolist()
    names = list(columns)
    rows = zip(*columns.values(), strict=True)
    facts = (dict(zip(names, row, strict=True)) for row in rows)
    return dict(zip(scored["customer_id"], facts, strict=True))
