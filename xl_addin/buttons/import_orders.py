"""Import orders: a file the user chooses becomes rows at the end of the tables."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from udfs.texts import text
from xl_addin.buttons.desk import Desk
from xl_addin.commands.import_files import import_files
from xl_addin.intake import read_file

_TABLES = ("customers", "orders", "settings")


def press(desk: Desk) -> Iterator[str]:
    lang = desk.lang
    path = desk.choose_file(text("press.choose_orders", lang))
    if path is None:
        desk.tell(text("button.import_orders", lang), [text("press.nothing_chosen", lang)])
        return
    yield "step.reading_files"
    orders = read_file(path, "orders", lang=lang)
    book = yield from desk.host.reading(_TABLES)
    yield "step.computing"
    changes = import_files(book, orders=orders, on=datetime.now().date())
    written = yield from desk.host.applying(changes)
    lines = [*changes.report.lines(lang)]
    if written:
        lines.append(text("press.undo_hint", lang))
    desk.tell(text("press.imported", lang), lines)
