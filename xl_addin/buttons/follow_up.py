"""Follow-up sheets: what is to be done, on one sheet for all customers and one for each owner."""

from __future__ import annotations

from collections.abc import Iterator

from udfs.texts import text
from xl_addin.buttons.desk import Desk
from xl_addin.commands import follow_up as command
from xl_addin.hosts.live_pages import bring_to_front
from xl_addin.tables import Changes


def press(desk: Desk) -> Iterator[str]:
    book = yield from desk.host.reading(command.TABLES)
    yield "step.computing"
    changes = command.follow_up(book)
    written = yield from desk.host.applying(changes, _donor(changes, book.lang))
    lines = [*changes.report.lines(desk.lang)]
    if written:
        bring_to_front(desk.host.tables["follow_up"].sheet)
        lines.append(text("press.undo_hint", desk.lang))
    desk.tell(text("press.followed_up", desk.lang), lines)


def _donor(changes: Changes, lang: str) -> bytes | None:
    from xl_addin.build.added_sheets import sheets_for

    return sheets_for(changes, lang)
