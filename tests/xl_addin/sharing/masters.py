"""Masters on disk for the tests of sharing: small shops whose values are easy to tell apart."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from tests.xl_addin.commands.follow_up.shop import AS_OF, contact, customer, shop
from xl_addin.build import build_workbook
from xl_addin.hosts.closed_file import ClosedFile
from xl_addin.sharing.run import Asked, Prepared, prepare
from xl_addin.tables import Book, Changes

NOW = datetime(2026, 3, 2, 9, 5)
OWNERS = {"A": "Anna", "B": "Ben"}


def person(number: str, **cells: Any) -> dict[str, Any]:
    """A customer of Anna (A...) or Ben (B...), with values nobody else has."""
    own = {
        "owner": OWNERS[number[0]],
        "name": f"Person {number}",
        "phone": f"138{ord(number[0])}{int(number[1:]):06d}",
        "email": f"mail.{number.casefold()}@example.com",
        "address": f"{number} High Street",
        "company": f"Company of {number}",
        "birthday": date(1970, 1, int(number[1:]) + 1),
        "note": f"Remark about {number}: call 139{ord(number[0])}{int(number[1:]):06d}",
    }
    return customer(number, **own | cells)


PEOPLE = tuple(person(number) for number in ("A1", "A2", "B1", "B2"))
ORDERS = tuple(
    (row["customer_id"], date(2026, 1, day), 1000 + 7 * place)
    for place, row in enumerate(PEOPLE)
    for day in (5, 9)
)


def master(
    path: Path, people: Iterable[dict[str, Any]] = PEOPLE, lang: str = "en", **tables: Any
) -> Path:
    """An .xlsm as the builder makes it."""
    talks = [
        contact(row["customer_id"], datetime(2026, 1, 5), topic=f"Talk with {row['name']}")
        for row in people
    ]
    host = shop(people, ORDERS, talks, lang, **tables)
    build_workbook(path, lang, host.tables)
    return path


def prepared(path: Path, readers: str = "all", mask: bool = False, **values: Any) -> Prepared:
    book = ClosedFile(path).read()
    return prepare(path, book, Asked(readers, mask, NOW, **values))


def read(path: Path) -> Book:
    return ClosedFile(path).read()


class Log:
    """Keeps what would be written into the master's log, or fails."""

    def __init__(self, failure: Exception | None = None) -> None:
        self.failure = failure
        self.changes: list[Changes] = []

    def __call__(self, changes: Changes) -> None:
        if self.failure is not None:
            raise self.failure
        self.changes.append(changes)

    def rows(self) -> list[dict[str, Any]]:
        change = self.changes[-1].tables["share_log"]
        columns = change.replace if change.replace is not None else change.append
        return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


__all__ = ["AS_OF", "NOW", "PEOPLE", "Log", "master", "person", "prepared", "read"]
