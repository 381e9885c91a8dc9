"""A small company for the tests of sharing: colleagues, roles, and customers of theirs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from tests.xl_addin.commands.follow_up.shop import customer, shop
from xl_addin import schema
from xl_addin.commands.share.readers import Reader
from xl_addin.commands.share.roles import Role
from xl_addin.tables import Book

DAY = date(2026, 3, 2)
OWN = {"role": "Sales", "scope": "own"}
ALL = {"role": "Boss", "scope": "all"}


def staff(*rows: tuple[str, str | None]) -> list[dict[str, Any]]:
    return [{"owner": name, "role": role} for name, role in rows]


def office(
    customers: Iterable[dict[str, Any]] | None = None, lang: str = "en", **tables: Any
) -> Book:
    """Anna has A1 and A2, Ben has B1, unless other customers are given."""
    if customers is None:
        ids = (("A1", "Anna"), ("A2", "Anna"), ("B1", "Ben"))
        customers = [customer(who, owner=owner) for who, owner in ids]
    return shop(customers, lang=lang, **tables).read()


def without(book: Book, *names: str) -> Book:
    """The same book from before these tables were there."""
    return Book({n: t for n, t in book.tables.items() if n not in names}, book.lang)


def reader(name: str, role: Role | None = None, lang: str = "en") -> Reader:
    return Reader(name.casefold(), name, role or Role("Sales"), lang)


def caption(table: str, column: str, lang: str = "en") -> str:
    return schema.caption(table, column, lang)
