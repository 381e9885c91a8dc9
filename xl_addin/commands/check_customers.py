"""Checks of the customer table: completeness, accuracy, doubles, consent, freshness (F05, F09).

Proved in tests/xl_addin/commands/test_check.py.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import numpy as np

from udfs import quality
from udfs.churn import edate
from udfs.values import dates, fold, ids
from xl_addin import schema
from xl_addin.commands.check_findings import Collector, Finding
from xl_addin.settings import Settings
from xl_addin.tables import Book, TableData

FIRST_DAY = np.datetime64("1900-01-01", "D")
CONTACTS = ("phone", "email", "address")


def check_customers(book: Book, settings: Settings, as_of: date | None) -> list[Finding]:
    """All findings of the customer table; checks that need an analysis date wait for one."""
    found = Collector(book, "customers")
    filled = filled_rows(found.table)
    days = _dates(found, filled)
    _identity(found, filled)
    _contacts(found, filled)
    _birthdays(found, days, as_of)
    _same_person(found, days)
    for column in schema.CUSTOMERS.columns:
        if column.choices:
            unknown_words(found, column)
    _consent(found, days)
    if as_of is not None:
        _freshness(found, days, filled, settings, as_of)
    return found.findings


def filled_rows(table: TableData) -> np.ndarray:
    """Rows in which a person has written anything."""
    computed = set(schema.table(table.name).names(schema.ADDIN))
    columns = [c for name, c in table.columns.items() if name not in computed]
    filled = np.zeros(len(table), dtype=bool)
    for cells in (*columns, *table.extra.values()):
        if filled.all():
            break
        filled |= ~quality.blank(cells)
    return filled


def unknown_words(found: Collector, column: schema.Column) -> None:
    """Entries that are not in the column's list, whatever the language of the list."""
    if column.name not in found.table:
        return
    known = schema.choice_by_word(column)
    cells = found.table.get(column.name)
    strange = {
        cell
        for cell in set(cells)
        if cell is not None and str(cell).strip() and schema.normal_caption(cell) not in known
    }
    labels = [schema.choice_label(choice, found.book.lang) for choice in column.choices]
    at = [i for i, cell in enumerate(cells) if cell in strange] if strange else []
    found.add("unknown_word", column.name, at, words=tuple(labels))


def _dates(found: Collector, filled: np.ndarray) -> dict[str, np.ndarray]:
    """The user's date columns as days; what is no date, or too early for Excel, is a finding."""
    days = {}
    for column in schema.CUSTOMERS.columns:
        if column.kind != "date" or column.owner == schema.ADDIN:
            continue
        read, bad = dates(found.table.get(column.name), found.book.date1904)
        found.add("bad_date", column.name, where(bad & filled))
        found.add("before_1900", column.name, where(read < FIRST_DAY))
        days[column.name] = np.where(read < FIRST_DAY, np.datetime64("NaT"), read)
    return days


def where(mask: np.ndarray) -> list[int]:
    """The positions of a mask as plain numbers."""
    return [int(position) for position in np.flatnonzero(mask)]


def _identity(found: Collector, filled: np.ndarray) -> None:
    keys = ids(found.table.get("customer_id"))
    found.add("customer_id_blank", "customer_id", where((keys == "") & filled))
    _repeated(found, "customer_id_twice", "customer_id", list(keys))
    if "name" in found.table:
        missing = quality.blank(found.table.get("name"))
        found.add("name_missing", "name", where(missing & filled))


def _contacts(found: Collector, filled: np.ndarray) -> None:
    table = found.table
    present = [name for name in CONTACTS if name in table]
    if present:
        nothing = np.logical_and.reduce([quality.blank(table.get(name)) for name in present])
        captions = tuple(found.caption(name) for name in present)
        found.add("no_contact", present[0], where(nothing & filled), columns=captions)
    for name, malformed in (
        ("email", quality.email_is_malformed),
        ("phone", quality.phone_is_malformed),
    ):
        bad = [i for i, cell in enumerate(table.get(name)) if cell is not None and malformed(cell)]
        found.add(f"bad_{name}", name, bad)
    phones = [quality.phone_key(cell) for cell in table.get("phone")]
    _repeated(found, "same_phone", "phone", phones)
    mails = [fold(str(cell)).casefold() if cell else "" for cell in table.get("email")]
    _repeated(found, "same_email", "email", mails)


def _repeated(found: Collector, kind: str, column: str, keys: list[Any]) -> None:
    first = quality.repeats(keys)
    rows = [found.table.row_number(int(at)) for at in first]
    found.add(kind, column, where(first >= 0), first=rows)


def _birthdays(found: Collector, days: dict[str, np.ndarray], as_of: date | None) -> None:
    if as_of is None:
        return
    birthdays = days["birthday"]
    future = birthdays > np.datetime64(as_of, "D")
    found.add("birthday_future", "birthday", where(future), day=as_of.isoformat())
    old = quality.too_old(birthdays, as_of)
    found.add("too_old", "birthday", where(old), age=quality.OLDEST_AGE)


def _same_person(found: Collector, days: dict[str, np.ndarray]) -> None:
    names = [fold(str(cell)).casefold() if cell else "" for cell in found.table.get("name")]
    born = days["birthday"]
    keys = [
        f"{name}|{day}" if name and known else ""
        for name, day, known in zip(names, born.astype(str), ~np.isnat(born), strict=True)
    ]
    _repeated(found, "same_person", "name", keys)


def _consent(found: Collector, days: dict[str, np.ndarray]) -> None:
    given, withdrawn = days["consent_given_on"], days["consent_withdrawn_on"]
    name = "consent_withdrawn_on"
    early = withdrawn < given
    said = [str(day) for day in given]
    found.add("withdrawn_before_given", name, where(early), given=said)
    nothing = quality.blank(found.table.get("consent_given_on")) & ~np.isnat(withdrawn)
    found.add("withdrawn_not_given", name, where(nothing), given=found.caption("consent_given_on"))


def _freshness(
    found: Collector,
    days: dict[str, np.ndarray],
    filled: np.ndarray,
    settings: Settings,
    as_of: date,
) -> None:
    confirmed, created = days["data_confirmed_on"], days["created_on"]
    limit = edate(as_of, -settings.stale_months)
    last = np.where(np.isnat(confirmed), created, confirmed)
    months = settings.stale_months
    old = where(quality.stale(confirmed, created, limit))
    found.add("stale", "data_confirmed_on", old, last=_words(last), months=months)
    unknown = int((np.isnat(last) & filled).sum())
    if unknown:
        found.add_sheet(
            "never_confirmed",
            n=unknown,
            confirmed=found.caption("data_confirmed_on"),
            created=found.caption("created_on"),
        )


def _words(days: np.ndarray) -> list[str]:
    one = cache(str)
    return [one(day) for day in days.tolist()]
