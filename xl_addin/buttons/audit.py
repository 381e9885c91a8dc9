"""Audit sheet: everything behind the numbers of the selected customer."""

from __future__ import annotations

from collections.abc import Iterator

from xl_addin.buttons.desk import Desk
from xl_addin.commands import audit as command


def press(desk: Desk) -> Iterator[str]:
    customer = desk.selected_customers()[0]
    book = yield from desk.host.reading(command.TABLES)
    yield "step.computing"
    desk.show(command.audit(book, customer, desk.lang))
