"""Shared copies: one for each colleague, with what they may see, beside the workbook."""

from __future__ import annotations

from collections.abc import Iterator

from udfs.texts import text
from xl_addin.buttons.desk import Desk


def press(desk: Desk) -> Iterator[str]:
    from xl_addin.buttons import copies
    from xl_addin.sharing.run import Mail

    found = yield from copies.prepared(desk)
    made = yield from copies.copies(desk, found, Mail.NONE)
    desk.tell(text("press.shared", desk.lang), made.lines)
