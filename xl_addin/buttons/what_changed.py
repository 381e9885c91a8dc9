"""What changed: the tier moves of the last refresh, on a sheet."""

from __future__ import annotations

from collections.abc import Iterator

from xl_addin.buttons.desk import Desk
from xl_addin.commands import what_changed as command


def press(desk: Desk) -> Iterator[str]:
    book = yield from desk.host.reading(command.TABLES)
    yield "step.computing"
    desk.show(command.what_changed(book, desk.lang))
