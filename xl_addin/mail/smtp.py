"""Sending drafts over a mail server, with an exact account of what went out.

Source: RFC 5321 (SMTP), 1870 (SIZE), 6531 (SMTPUTF8). The dialogue is smtplib's; the content of a
mail is handed over here, because only so it is known whether a connection died before or after
the server had the whole mail. Proved in tests/xl_addin/mail/test_smtp.py against a real server.
"""

from __future__ import annotations

import contextlib
import re
import smtplib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from email.utils import formatdate, make_msgid
from pathlib import Path

from xl_addin.mail.addresses import Mailbox, MailRefused
from xl_addin.mail.drafts import Draft, as_sent, recipients
from xl_addin.mail.servers import TIMEOUT, MailServer, checked_server, hang_up, signed_in
from xl_addin.mail.smtp_failures import recipient_refused, reply_words, too_large

SENT, NOT_SENT, UNCLEAR = "sent", "not_sent", "unclear"

# With the whole mail in its hands a server looks for viruses (RFC 5321 4.5.3.2.6: ten minutes).
ACCEPTING_TIMEOUT = 120.0
_PIECE = 1 << 16
_CLOSING = 421
_TOO_LARGE = 552


@dataclass(frozen=True)
class Outcome:
    """What became of one draft; a sent one has a problem for each address that was refused."""

    draft: Draft
    state: str
    problems: tuple[MailRefused, ...] = ()


class _Lost(Exception):
    """The connection is gone: the state of the mail under way, why, and why for those after it."""

    def __init__(self, state: str, problem: MailRefused, after: MailRefused) -> None:
        super().__init__(state)
        self.state = state
        self.problem = problem
        self.after = after


def send(
    drafts: Sequence[Draft],
    server: MailServer,
    password: str,
    on_sent: Callable[[Outcome], None] = lambda outcome: None,
    ca_file: Path | None = None,
) -> list[Outcome]:
    """Send all drafts; `on_sent` is told of each as it happens. See `deliver`."""
    outcomes = []
    for outcome in deliver(drafts, server, password, ca_file):
        outcomes.append(outcome)
        on_sent(outcome)
    return outcomes


def deliver(
    drafts: Sequence[Draft], server: MailServer, password: str, ca_file: Path | None = None
) -> Iterator[Outcome]:
    """Send the drafts one after another and answer what became of each, in their order.

    Raises MailRefused where nothing can be sent at all. Once signed in it never raises: when the
    connection is lost, the mails after it come out as not sent, with that reason.
    `ca_file` holds further certificates to trust, such as those of the company.
    """
    if not drafts:
        return
    server = checked_server(server)
    connection = signed_in(server, password, ca_file)
    line, lost = _Line(connection, server), None
    try:
        for draft in drafts:
            if lost is not None:
                yield Outcome(draft, NOT_SENT, (lost.after,))
                continue
            try:
                outcome = line.send(draft)
            except _Lost as why:
                lost, outcome = why, Outcome(draft, why.state, (why.problem,))
            yield outcome
    finally:
        hang_up(connection)


class _Line:
    """The connection on which one mail after another is handed over."""

    def __init__(self, connection: smtplib.SMTP, server: MailServer) -> None:
        self._connection = connection
        self._server = server

    def send(self, draft: Draft) -> Outcome:
        """One mail, from the first command to the server's receipt."""
        try:
            boxes = recipients(draft)
            if not boxes:
                raise MailRefused("mail.no_recipient", subject=draft.subject)
            content = self._content(draft)
            problems = self._announce(draft, boxes, content)
            if len(problems) == len(boxes):
                self._forget()
                return Outcome(draft, NOT_SENT, problems)
            self._hand_over(content)
            return Outcome(draft, SENT, problems)
        except MailRefused as why:
            self._forget()
            return Outcome(draft, NOT_SENT, (why,))
        except OSError as why:
            raise self._lost(NOT_SENT) from why

    def _content(self, draft: Draft) -> bytes:
        sender = self._server.sender
        number = make_msgid(domain=sender.domain)
        return as_sent(draft, sender, formatdate(localtime=True), number)

    def _announce(
        self, draft: Draft, boxes: Sequence[Mailbox], content: bytes
    ) -> tuple[MailRefused, ...]:
        """Name sender and recipients; answers the refused ones."""
        sender = self._server.sender
        written = [*boxes, sender, *([draft.sender] if draft.sender else [])]
        options = self._options(len(content), written)
        if why := self._refusal(self._connection.mail(sender.address, options)):
            raise MailRefused("mail.sender_refused", address=sender.address, why=why)
        answers = [(box, self._refusal(self._connection.rcpt(box.address))) for box in boxes]
        return tuple(recipient_refused(box, why) for box, why in answers if why)

    def _options(self, size: int, boxes: Sequence[Mailbox]) -> list[str]:
        """What is said of the mail beforehand; refuses what this server cannot take."""
        options = []
        if self._connection.has_extn("size"):
            limit = self._connection.esmtp_features["size"].strip()
            if limit.isdecimal() and 0 < int(limit) < size:
                raise too_large(size, int(limit))
            options.append(f"SIZE={size}")
        foreign = [box.address for box in boxes if box.needs_utf8]
        if foreign and not self._connection.has_extn("smtputf8"):
            host = self._server.host
            raise MailRefused("mail.no_utf8_addresses", address=foreign[0], host=host)
        return [*options, "SMTPUTF8", "BODY=8BITMIME"] if foreign else options

    def _hand_over(self, content: bytes) -> None:
        """The content, and the receipt for it: after its last byte the mail may be under way."""
        if why := self._refusal(self._connection.docmd("DATA")):
            raise MailRefused("mail.content_refused", why=why)
        ended = content if content.endswith(b"\r\n") else content + b"\r\n"
        stuffed = re.sub(rb"(?m)^\.", b"..", ended)
        for start in range(0, len(stuffed), _PIECE):  # each with the time of its own
            self._connection.send(stuffed[start : start + _PIECE])
        self._connection.send(b".\r\n")
        reply = self._receipt()
        if reply[0] == _TOO_LARGE:
            raise too_large(len(content), None)
        if why := self._refusal(reply):
            raise MailRefused("mail.content_refused", why=why)

    def _receipt(self) -> tuple[int, bytes]:
        assert self._connection.sock is not None
        self._connection.sock.settimeout(ACCEPTING_TIMEOUT)
        try:
            reply = self._connection.getreply()
        except OSError as why:
            raise self._lost(UNCLEAR) from why
        self._connection.sock.settimeout(TIMEOUT)
        return reply

    def _refusal(self, reply: tuple[int, bytes]) -> str:
        """Why the server refuses, "" where it agrees; a server that closes ends all."""
        code, words = reply
        if code == _CLOSING:
            host = self._server.host
            reason = MailRefused("mail.server_closing", host=host, why=reply_words(words))
            raise _Lost(NOT_SENT, reason, reason)
        return "" if 200 <= code < 400 else f"{code} {reply_words(words)}".strip()

    def _lost(self, state: str) -> _Lost:
        after = MailRefused("mail.connection_lost", host=self._server.host)
        unclear = MailRefused("mail.unclear", host=self._server.host)
        return _Lost(state, unclear if state == UNCLEAR else after, after)

    def _forget(self) -> None:
        """Let the server forget a mail it has refused; if that fails, the next one will say so."""
        with contextlib.suppress(OSError):
            self._connection.rset()
