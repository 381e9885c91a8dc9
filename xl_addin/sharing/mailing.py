"""Mails in words become drafts, with the copy attached; and the account of what was sent.

Proved in tests/xl_addin/sharing/test_mailing.py.
"""

from __future__ import annotations

import email
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from email import policy
from functools import partial
from pathlib import Path

from udfs.errors import CustomerChainError
from udfs.texts import text
from xl_addin.commands.mails import PlainMail, copy_mail
from xl_addin.commands.share.first_page import Base
from xl_addin.commands.share.share_log import Made
from xl_addin.mail.addresses import Mailbox, mailbox
from xl_addin.mail.drafts import Attachment, Draft, check, eml
from xl_addin.mail.servers import MailServer, checked_server
from xl_addin.mail.smtp import NOT_SENT, SENT, UNCLEAR, Outcome
from xl_addin.settings import MAILING, Settings
from xl_addin.sharing.placing import Placing
from xl_addin.tables import Book

EML = ".eml"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass
class CopyMails:
    """The drafts by the fingerprint of the copy they carry; who has no address, in sentences.

    `remarks` are for the sender to check; nothing is missing because of them.
    """

    drafts: dict[str, Draft] = field(default_factory=dict)
    problems: list[CustomerChainError | str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)


def mail_server(settings: Settings) -> MailServer:
    """The server of the settings; refuses what cannot be one before anything is made."""
    settings.require_readable(MAILING)
    sender = mailbox(settings.mail_sender, text("setting.mail_sender", settings.lang))
    user = settings.mail_user or sender.address
    place = settings.mail_server, settings.mail_port, settings.mail_security
    return checked_server(MailServer(*place, user, sender))


def draft_of(mail: PlainMail, settings: Settings, attachments: Iterable[Attachment] = ()) -> Draft:
    """The draft of a mail; refuses, naming whose it is, an address that is none."""
    box = mailbox(mail.address, mail.whose)
    sender = mailbox(settings.mail_sender) if settings.mail_sender else None
    to = box if box.name else replace(box, name=mail.name)
    draft = Draft((to,), mail.subject, mail.words, sender, attachments=tuple(attachments))
    check(draft)
    return draft


def copy_mails(
    book: Book, base: Base, made: Iterable[Made], contents: Mapping[str, bytes]
) -> CopyMails:
    """A draft for each copy; `contents` are the files by their fingerprint."""
    found = CopyMails()
    for one in made:
        reader = one.plan.reader
        if not reader.email:
            found.problems.append(text("share.mail.no_address", book.lang, reader=reader.name))
            continue
        attachment = Attachment(one.file, contents[one.file_fingerprint], _KIND)
        try:
            mail = copy_mail(book, base, reader, one.file, one.encrypted)
            found.drafts[one.file_fingerprint] = draft_of(mail, base.settings, [attachment])
        except CustomerChainError as why:
            found.problems.append(why)
    found.remarks += _same_addresses(found.drafts.values(), book.lang)
    return found


def _same_addresses(drafts: Iterable[Draft], lang: str) -> Iterator[str]:
    """A slip on the sheet Staff would send one colleague's customers to another."""
    readers: dict[str, list[str]] = {}
    for draft in drafts:
        for box in draft.to:
            readers.setdefault(box.address.casefold(), []).append(box.name)
    for address, names in readers.items():
        if len(names) > 1:
            yield text("share.mail.same_address", lang, readers=names, address=address)


def place_mails(
    mails: CopyMails, made: Iterable[Made], placing: Placing, logged: Mapping[str, str]
) -> None:
    """Each draft beside its copy, under the copy's name."""
    for one in made:
        draft = mails.drafts.get(one.file_fingerprint)
        if draft is None:
            continue
        staged = placing.stage(eml(draft), EML)
        older = partial(_carries, key=one.plan.reader.key, logged=logged)
        mails.files.append(placing.place(staged, Path(one.file).stem, older))


def _carries(path: Path, key: str, logged: Mapping[str, str]) -> bool:
    """Whether an older draft carries a copy that was made for the same reader."""
    message = email.message_from_bytes(path.read_bytes(), policy=policy.default)
    carried = [part.get_content() for part in message.iter_attachments()]
    digests = [hashlib.sha256(one).hexdigest() for one in carried if isinstance(one, bytes)]
    return bool(digests) and all(logged.get(digest) == key for digest in digests)


def in_log(outcomes: Iterable[tuple[str, Outcome]], moment: datetime, lang: str) -> dict[str, str]:
    """What the log says of each mail, by the fingerprint of the copy it carried."""
    found = {}
    for fingerprint, outcome in outcomes:
        words = {"to": address(outcome.draft), "moment": f"{moment:%Y-%m-%d %H:%M}"}
        found[fingerprint] = text(f"share.sent.{outcome.state}", lang, **words)
    return found


def told(outcome: Outcome, lang: str) -> str:
    """One mail's result for the person who sent it."""
    why = " ".join(problem.sentence(lang) for problem in outcome.problems)
    return text(f"mail.line_{outcome.state}", lang, to=address(outcome.draft), why=why).rstrip()


def result(outcomes: Sequence[Outcome], lang: str) -> str:
    """How many mails went out."""
    counts = {state: sum(one.state == state for one in outcomes) for state in _STATES}
    key = "mail.result_all" if counts[SENT] == len(outcomes) else "mail.result_some"
    return text(key, lang, n=len(outcomes), **counts)


_STATES = (SENT, NOT_SENT, UNCLEAR)


def address(draft: Draft) -> str:
    """To whom a mail goes, as people read it."""
    return "; ".join(_shown(box) for box in draft.to)


def _shown(box: Mailbox) -> str:
    return f"{box.name} <{box.address}>" if box.name else box.address
