"""A small shop for the tests of the follow-up: customers by what happened to them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

import pytest

from tests.xl_addin.books import memory
from udfs.errors import CustomerChainError
from xl_addin import schema
from xl_addin.commands.follow_up import follow_up
from xl_addin.hosts.memory import Memory
from xl_addin.tables import Changes

AS_OF = date(2026, 3, 2)  # a Monday
LONG_AGO = date(2020, 1, 1)


def customer(customer_id: str, **cells: Any) -> dict[str, Any]:
    """A customer who can be reached and has agreed to all, unless the cells say otherwise."""
    return {
        "customer_id": customer_id,
        "name": f"Name {customer_id}",
        "owner": "Anna",
        "phone": "555-0100",
        "consent_purpose": "Orders and service, offers, wishes, surveys",
        "consent_given_on": LONG_AGO,
        "data_confirmed_on": date(2026, 2, 1),
    } | cells


def contact(customer_id: str, at: datetime, direction: str = "out", **cells: Any) -> dict[str, Any]:
    person = "Anna" if direction == "out" else None
    row = {"customer_id": customer_id, "contacted_at": at, "direction": direction, "person": person}
    return row | cells


def shop(
    customers: Iterable[dict[str, Any]],
    orders: Iterable[tuple[Any, ...]] = (),
    contacts: Iterable[dict[str, Any]] = (),
    lang: str = "en",
    settings: dict[str, Any] | None = None,
    **tables: Iterable[dict[str, Any]],
) -> Memory:
    """High value is two orders and 1,000; the rest are the settings of a new workbook."""
    fixed = {
        "frequency_cut": 2,
        "amount_cut": 1000,
        "analysis_date": AS_OF,
        "working_country": "CN",
    }
    rows = {name: _columns(name, list(cells)) for name, cells in tables.items()}
    host = memory(list(orders), (), lang, fixed | (settings or {}), **rows)
    host.tables["customers"] = _columns("customers", list(customers))
    host.tables["contacts"] = _columns("contacts", list(contacts))
    return host


def _columns(name: str, rows: list[dict[str, Any]]) -> dict[str, list[Any]]:
    return {column: [row.get(column) for row in rows] for column in schema.table(name).names()}


def made(host: Memory, as_of: date = AS_OF, owner: str | None = None) -> Changes:
    """Make the sheets and write them."""
    changes = follow_up(host.read(), as_of, owner)
    host.apply(changes)
    return changes


def lines(host: Memory, table: str = "follow_up") -> list[dict[str, Any]]:
    """The lines of a sheet as rows."""
    columns = host.tables.get(table, {})
    rows = zip(*columns.values(), strict=True)
    return [dict(zip(columns, row, strict=True)) for row in rows]


def sources(host: Memory, table: str = "follow_up") -> list[tuple[str, str]]:
    """(customer, what it is about) of each line, most urgent first."""
    return [(line["customer_id"], line["source"]) for line in lines(host, table)]


def only(host: Memory, source: str) -> list[dict[str, Any]]:
    """The lines about one thing."""
    return [line for line in lines(host) if line["source"] == source]


def refused(host: Memory, lang: str = "en", as_of: date = AS_OF) -> str:
    """The sentence with which the command refuses; what it was not to change is unchanged."""
    before = {name: dict(columns) for name, columns in host.tables.items()}
    with pytest.raises(CustomerChainError) as why:
        follow_up(host.read(), as_of)
    assert host.tables == before
    return why.value.sentence(lang)
