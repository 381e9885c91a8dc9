"""Gap to next tier: what is missing, for each of the selected customers."""

from __future__ import annotations

from collections.abc import Iterator

from udfs.texts import text
from xl_addin.buttons.desk import Desk
from xl_addin.buttons.table import button
from xl_addin.commands import gap as command

# More do not fit into a message box that a person reads.
_SHOWN = 8


def press(desk: Desk) -> Iterator[str]:
    customers = desk.selected_customers()
    book = yield from desk.host.reading(command.TABLES)
    yield "step.computing"
    lines = command.gap(book, customers[:_SHOWN], desk.lang)
    if len(customers) > _SHOWN:
        lines.append(text("press.more", desk.lang, n=len(customers) - _SHOWN))
    desk.tell(button("gap").label(desk.lang), lines)
