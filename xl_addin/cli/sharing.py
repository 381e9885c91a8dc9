"""Copies for colleagues and mails: `share` and `customer-mails`.

A password is asked for, never typed on the command line, and shown only where it was made here.
Proved in tests/xl_addin/cli/test_sharing.py and tests/end_to_end/test_share.py.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from udfs.errors import BadValue, CustomerChainError
from udfs.texts import text
from xl_addin.cli.answers import closed_file, say
from xl_addin.cli.following import write
from xl_addin.cli.progress import counting, progress
from xl_addin.hosts import safe_save

if TYPE_CHECKING:
    from xl_addin.commands.share.readers import Reader
    from xl_addin.hosts.closed_file import ClosedFile
    from xl_addin.mail.drafts import Draft
    from xl_addin.mail.servers import MailServer
    from xl_addin.mail.smtp import Outcome
    from xl_addin.sharing.mailing import CopyMails
    from xl_addin.sharing.run import Prepared
    from xl_addin.tables import Book, Changes

Arguments = argparse.Namespace
DONE, SOME_MISSING = 0, 1


@dataclass(frozen=True)
class Passwords:
    """The password of each reader's copy, by the reader's key; `made_here`: nobody else knows."""

    by_reader: Mapping[str, str] = field(default_factory=dict)
    made_here: bool = False

    def lines(self, readers: Sequence[Reader], lang: str) -> list[str]:
        """Shown once, for copies that exist."""
        if not self.made_here or not readers:
            return []
        said = [
            text("share.password_of", lang, reader=one.name, password=self.by_reader[one.key])
            for one in readers
        ]
        return [text("share.passwords", lang), *(f"  {line}" for line in said)]


def share(arguments: Arguments) -> int:
    """Copies for one colleague or all, logged in the master; mails with them where asked."""
    from xl_addin.sharing.mailing import mail_server
    from xl_addin.sharing.run import Asked, Mail, make_copies, prepare

    lang, folder = arguments.lang, Path(arguments.to)
    asked = Asked(arguments.reader, arguments.mask, datetime.now(), arguments.as_of)
    safe_save.refuse_if_open(Path(arguments.workbook))
    with progress(2, lang) as step:
        host = closed_file(arguments, step)
        book = host.read(writing=("share_log",))
        step("step.share.plan")
        prepared = prepare(host.path, book, asked)
    server = mail_server(prepared.settings) if arguments.send else None
    passwords = ask_passwords(prepared.readers.found, lang) if arguments.password else Passwords()
    mail = Mail.DRAFTS if arguments.mail else Mail.TO_SEND if arguments.send else Mail.NONE
    with progress(len(prepared.readers.found) + 4, lang) as step:
        report, mails = make_copies(
            prepared,
            folder,
            passwords.by_reader,
            lambda changes: _write_log(host, book, changes),
            mail,
            step,
        )
    say(report.lines(lang))
    if report.made:
        say([text("share.logged", lang, sheet=_log_sheet(prepared))])
    say(passwords.lines([made.plan.reader for made in report.made], lang))
    _say_mails(mails, lang)
    code = SOME_MISSING if report.has_problems or mails.problems else DONE
    if server is not None and mails.drafts:
        code = max(code, _send(arguments, mails, server))
    return code


def customer_mails(arguments: Arguments) -> int:
    """Drafts for customers from the follow-up sheets."""
    from xl_addin.commands import mails as command
    from xl_addin.mail.drafts import write_drafts
    from xl_addin.settings import read_settings
    from xl_addin.sharing.mailing import draft_of

    lang, folder = arguments.lang, Path(arguments.to)
    with progress(3, lang) as step:
        book = closed_file(arguments, step).read()
        step("step.computing")
        today = datetime.now().date()
        found = command.customer_mails(book, today, arguments.as_of, arguments.owner)
        settings = read_settings(book)
        step("step.share.mail")
        files = write_drafts([draft_of(mail, settings) for mail in found.mails], folder)
    if files:
        print(text("mail.drafts_written", lang, n=len(files), folder=folder))
    else:
        print(text("share.customers.none", lang))
    if left_out := found.left_out_in_words(lang):
        print(left_out)
    return DONE


def _write_log(host: ClosedFile, book: Book, changes: Changes) -> None:
    """A copy stays made, whatever is undone: so there is no way back from its line in the log."""
    write(host, book, changes)
    safe_save.backup_path(host.path).unlink(missing_ok=True)


def _log_sheet(prepared: Prepared) -> str:
    from xl_addin import schema

    book = prepared.book
    known = book["share_log"].sheet if "share_log" in book else None
    return known or schema.sheet_name("share_log", book.lang)


def ask_passwords(readers: Iterable[Reader], lang: str) -> Passwords:
    """The password typed for all copies, or one made for each colleague."""
    from xl_addin.copying import strong_password
    from xl_addin.copying.encryption import SHORTEST

    typed = getpass(text("share.ask_password", lang))
    if not typed:
        return Passwords({reader.key: strong_password() for reader in readers}, made_here=True)
    if len(typed.strip()) < SHORTEST:
        raise BadValue("copying.password_short", least=SHORTEST)
    if getpass(text("share.ask_password_again", lang)) != typed:
        raise BadValue("share.passwords_differ")
    return Passwords(dict.fromkeys((reader.key for reader in readers), typed))


def _say_mails(mails: CopyMails, lang: str) -> None:
    if mails.files:
        say([text("share.mail.written", lang, n=len(mails.files))])
    say(mails.remarks)
    for problem in mails.problems:
        said = problem.sentence(lang) if isinstance(problem, CustomerChainError) else problem
        print(said, file=sys.stderr)


def _send(arguments: Arguments, mails: CopyMails, server: MailServer) -> int:
    """Send after asking, tell of each mail, and write the result into the log."""
    lang = arguments.lang
    words = {"n": len(mails.drafts), "sender": server.sender.address, "server": server.host}
    if not arguments.yes and not agrees(text("mail.ask", lang, **words), lang):
        print(text("mail.declined", lang))
        return DONE
    outcomes = _outcomes(mails.drafts, server, lang)
    _tell(list(outcomes.values()), lang)
    _log_sent(arguments, outcomes)
    return DONE if all(one.state == "sent" for one in outcomes.values()) else SOME_MISSING


def _outcomes(drafts: Mapping[str, Draft], server: MailServer, lang: str) -> dict[str, Outcome]:
    """What became of each mail, by the fingerprint of the copy it carries."""
    from xl_addin.mail.smtp import deliver

    password, is_new = _mail_password(server, lang)
    outcomes = {}
    with counting(len(drafts), text("mail.sending", lang)) as tick:
        sending = deliver(list(drafts.values()), server, password)
        for fingerprint, outcome in zip(drafts, sending, strict=True):
            outcomes[fingerprint] = outcome
            tick()
    if is_new:
        _offer_to_keep(server, password, lang)
    return outcomes


def _mail_password(server: MailServer, lang: str) -> tuple[str, bool]:
    """The password of the account: the kept one, or one asked for now (then True)."""
    from xl_addin.mail.addresses import MailRefused
    from xl_addin.mail.passwords import kept

    try:
        password = kept(server)
    except MailRefused:
        password = None
    if password is not None:
        return password, False
    return getpass(text("mail.ask_password", lang, user=server.user, server=server.host)), True


def _offer_to_keep(server: MailServer, password: str, lang: str) -> None:
    """Only after the server has taken the password, and only where somebody can answer."""
    from xl_addin.mail.addresses import MailRefused
    from xl_addin.mail.passwords import keep

    if not sys.stdin.isatty() or not agrees(text("mail.ask_keep", lang), lang):
        return
    try:
        keep(server, password)
    except MailRefused as why:
        print(why.sentence(lang), file=sys.stderr)


def _tell(outcomes: Sequence[Outcome], lang: str) -> None:
    from xl_addin.sharing.mailing import result, told

    say([*(told(outcome, lang) for outcome in outcomes), result(outcomes, lang)])


def _log_sent(arguments: Arguments, outcomes: Mapping[str, Outcome]) -> None:
    """The results into the log; the mails are out, so a failure here is only told."""
    from xl_addin.commands.share.share_log import sent
    from xl_addin.sharing.mailing import in_log

    host = closed_file(arguments, lambda key: None)
    try:
        book = host.read(("share_log", "settings"), writing=("share_log",))
        _write_log(host, book, sent(book, in_log(outcomes.items(), datetime.now(), book.lang)))
    except CustomerChainError as why:
        said = why.sentence(arguments.lang)
        print(text("share.sent_not_logged", arguments.lang, why=said), file=sys.stderr)


def agrees(question: str, lang: str) -> bool:
    """Ask at the terminal; anything but a clear yes is no, also when nobody answers."""
    from xl_addin.schema import normal_caption

    try:
        answer = input(f"{question} {text('share.yes_no', lang)} ")
    except EOFError:
        return False
    return normal_caption(answer) in {"y", "yes", "是", "好", "发送"}
