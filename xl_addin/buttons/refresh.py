"""Refresh tiers: every customer computed anew from all orders."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from udfs.texts import text
from xl_addin.buttons.desk import Desk
from xl_addin.commands import refresh as command


def press(desk: Desk) -> Iterator[str]:
    book = yield from desk.host.reading(command.TABLES)
    yield "step.computing"
    changes = command.refresh(book, datetime.now())
    written = yield from desk.host.applying(changes)
    lang = desk.lang
    lines = [*changes.report.lines(lang)]
    if written:
        lines.append(text("press.undo_hint", lang))
    desk.tell(text("press.refreshed", lang), lines)
