"""Mail drafts: copies for all colleagues, each with a mail that carries it, to look at first."""

from __future__ import annotations

from collections.abc import Iterator

from udfs.texts import text
from xl_addin.buttons.desk import Desk


def press(desk: Desk) -> Iterator[str]:
    from xl_addin.buttons import copies
    from xl_addin.sharing.run import Mail

    found = yield from copies.prepared(desk)
    made = yield from copies.copies(desk, found, Mail.DRAFTS)
    lines = made.lines
    if made.mails.files:
        lines.append(text("share.mail.written", desk.lang, n=len(made.mails.files)))
    desk.tell(text("press.shared", desk.lang), lines)
