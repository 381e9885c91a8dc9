"""Recall list: high-value customers of before who have fallen silent, on a sheet."""

from __future__ import annotations

from collections.abc import Iterator

from xl_addin.buttons.desk import Desk
from xl_addin.commands import recall as command


def press(desk: Desk) -> Iterator[str]:
    book = yield from desk.host.reading(command.TABLES)
    yield "step.computing"
    desk.show(command.recall(book, desk.lang))
