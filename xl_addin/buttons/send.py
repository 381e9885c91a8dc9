"""Send copies: made, shown, and sent only after a yes; the log tells what became of each.

The password comes from the system's own store; it is put there by the command line, because a box
of a spreadsheet would show it on the screen.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from udfs.errors import BadValue
from udfs.texts import text
from xl_addin.buttons.desk import Desk

if TYPE_CHECKING:
    from xl_addin.mail.servers import MailServer
    from xl_addin.mail.smtp import Outcome
    from xl_addin.sharing.mailing import CopyMails


_MOST_LISTED = 15


def press(desk: Desk) -> Iterator[str]:
    from xl_addin.buttons import copies
    from xl_addin.mail.passwords import kept
    from xl_addin.sharing.mailing import mail_server
    from xl_addin.sharing.run import Mail

    found = yield from copies.prepared(desk)
    server = mail_server(found.settings)
    password = kept(server)
    if password is None:
        raise BadValue("share.no_kept_password", user=server.user, server=server.host)
    made = yield from copies.copies(desk, found, Mail.TO_SEND)
    title = text("press.shared", desk.lang)
    if not made.mails.drafts:
        desk.tell(title, made.lines)
        return
    if not desk.ask(title, _question(desk, made.mails, server)):
        desk.tell(title, [*made.lines, text("mail.declined", desk.lang)])
        return
    outcomes = yield from _sent(made.mails, server, password)
    yield from _log(desk, outcomes)
    desk.tell(title, _lines(desk, outcomes))


def _question(desk: Desk, mails: CopyMails, server: MailServer) -> list[str]:
    from xl_addin.sharing.mailing import address

    words = {"n": len(mails.drafts), "sender": server.sender.address, "server": server.host}
    lines = [
        f"{address(draft)}: {', '.join(name for name, _, _ in draft.attachments)}"
        for draft in list(mails.drafts.values())[:_MOST_LISTED]
    ]
    if (more := len(mails.drafts) - _MOST_LISTED) > 0:
        lines.append(text("share.and_more", desk.lang, n=more))
    return [*lines, *mails.remarks, "", text("mail.ask", desk.lang, **words)]


def _sent(
    mails: CopyMails, server: MailServer, password: str
) -> Generator[str, None, dict[str, Outcome]]:
    """Send one after another; what became of each, by the fingerprint of its copy."""
    from xl_addin.mail.smtp import deliver

    outcomes = {}
    yield "mail.sending"
    sending = deliver(list(mails.drafts.values()), server, password)
    for fingerprint, outcome in zip(mails.drafts, sending, strict=True):
        outcomes[fingerprint] = outcome
        yield "mail.sending"
    return outcomes


def _log(desk: Desk, outcomes: dict[str, Outcome]) -> Iterator[str]:
    from xl_addin.buttons.copies import LOG, save
    from xl_addin.commands.share.share_log import sent
    from xl_addin.hosts import live_undo
    from xl_addin.sharing.mailing import in_log

    book = yield from desk.host.reading(LOG)
    desk.host.apply(sent(book, in_log(outcomes.items(), datetime.now(), book.lang)))
    live_undo.forget(desk.book)
    save(desk)


def _lines(desk: Desk, outcomes: dict[str, Outcome]) -> list[str]:
    from xl_addin.sharing.mailing import result, told

    found = list(outcomes.values())
    return [*(told(outcome, desk.lang) for outcome in found), result(found, desk.lang)]
