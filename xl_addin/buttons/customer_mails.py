"""Customer mails: a draft for each follow-up line whose customer may be written to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from udfs.texts import text
from xl_addin.buttons.desk import Desk


def press(desk: Desk) -> Iterator[str]:
    from xl_addin.commands import mails as command
    from xl_addin.mail.drafts import write_drafts
    from xl_addin.settings import read_settings
    from xl_addin.sharing.mailing import draft_of

    book = yield from desk.host.reading(command.TABLES)
    yield "step.computing"
    found = command.customer_mails(book, datetime.now().date())
    settings = read_settings(book)
    lines = [text("share.customers.none", desk.lang)]
    if found.mails:
        folder = desk.folder_beside(text("share.mail_folder", book.lang))
        yield "step.share.mail"
        files = write_drafts([draft_of(mail, settings) for mail in found.mails], folder)
        lines = [text("mail.drafts_written", desk.lang, n=len(files), folder=folder.name)]
    if left_out := found.left_out_in_words(desk.lang):
        lines.append(left_out)
    desk.tell(text("press.customer_mails", desk.lang), lines)
