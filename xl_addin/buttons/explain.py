"""Why this score: every number of the selected customer, or why the selected cell fails."""

from __future__ import annotations

from collections.abc import Iterator

from udfs.texts import text
from xl_addin.buttons.desk import Desk
from xl_addin.buttons.table import button
from xl_addin.commands import explain as command


def press(desk: Desk) -> Iterator[str]:
    title = button("explain").label(desk.lang)
    if desk.message:
        cell = text("press.error_in_cell", desk.lang, cell=desk.selected_cell(), why=desk.message)
        desk.tell(title, [cell])
        return
    customer = desk.selected_customers()[0]
    book = yield from desk.host.reading(command.TABLES)
    yield "step.computing"
    lines = command.explain(book, customer, lang=desk.lang)
    desk.tell(title, lines)
