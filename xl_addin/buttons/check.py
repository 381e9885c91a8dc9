"""Check data: what is wrong, missing or doubled, on a sheet."""

from __future__ import annotations

from collections.abc import Iterator

from xl_addin.buttons.desk import Desk
from xl_addin.commands.check import check
from xl_addin.commands.check_page import check_page


def press(desk: Desk) -> Iterator[str]:
    book = yield from desk.host.reading()
    yield "step.computing"
    desk.show(check_page(check(book, lang=desk.lang), desk.lang))
