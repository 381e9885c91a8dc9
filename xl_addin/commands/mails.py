"""Mails in words: to colleagues with their copy, to customers from the follow-up sheets.

Consent is checked again for the day the mails are written, for the purpose of each line; what is
done, or was declined, is not written to anybody. Proved in tests/xl_addin/commands/test_mails.py.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from udfs.errors import NotFound
from udfs.quality import email_is_malformed
from udfs.texts import text
from xl_addin import schema
from xl_addin.commands.contact_log import read_contacts
from xl_addin.commands.follow_up import making
from xl_addin.commands.follow_up.agreements import read_consents
from xl_addin.commands.follow_up.items import PURPOSES
from xl_addin.commands.follow_up.portrait import Customer, Portrait, read_portrait
from xl_addin.commands.follow_up.strategies import read_strategies
from xl_addin.commands.follow_up.typed import Line, brought_together, read_lines
from xl_addin.commands.follow_up.wording import Message, Wording, read_templates, read_wording
from xl_addin.commands.owners import owner_key
from xl_addin.commands.share.first_page import Base
from xl_addin.commands.share.readers import Reader
from xl_addin.tables import Book

if TYPE_CHECKING:
    from udfs.consents import ConsentBook
    from udfs.message_templates import Template

TABLES = making.TABLES
# Why a line becomes no mail, in the order in which it is told.
REASONS = (
    "done",
    "declined",
    "unknown",
    "no_consent",
    "no_email",
    "bad_email",
    "no_words",
)


_SAYS_PASSWORD = re.compile(r"密码|password", re.IGNORECASE).search


@dataclass(frozen=True)
class PlainMail:
    """A mail in words: the address as it stands in its cell, and whose it is."""

    address: str
    name: str
    whose: str
    subject: str
    words: str


@dataclass(frozen=True)
class CustomerMails:
    """The mails, and how many lines became none, by reason."""

    mails: tuple[PlainMail, ...]
    left_out: Mapping[str, int]

    def left_out_in_words(self, lang: str) -> str:
        """One sentence; "" where every line became a mail."""
        if not self.left_out:
            return ""
        parts = [
            text(f"share.customers.{why}", lang, n=self.left_out[why])
            for why in REASONS
            if self.left_out.get(why)
        ]
        n = sum(self.left_out.values())
        joined = text("share.comma", lang).join(parts)
        return text("share.customers.left_out", lang, n=n, parts=joined)


def copy_mail(book: Book, base: Base, reader: Reader, file: str, encrypted: bool) -> PlainMail:
    """The mail that brings a reader the copy; never with the password in it.

    Who sends it is not known here: a line of the template with nothing but the owner goes.
    """
    from udfs.message_templates import choose, fill

    lang, day = reader.lang, base.day.isoformat()
    found = choose(read_templates(book), "copy_mail", lang=lang)
    values = {
        "name": reader.name,
        "salutation": reader.name,
        "date": base.day,
        "topic": file,
        "us": base.settings.company,
    }
    plain = {"reader": reader.name, "day": day}
    subject = fill(found.subject, values, lang).words if found else ""
    words = fill(found.words, values, lang).words if found else ""
    subject = subject or text("share.mail.subject", lang, **plain)
    words = words or text("share.mail.words", lang, **plain)
    if encrypted and not _SAYS_PASSWORD(words):
        words = f"{words}\n\n{text('share.mail.password', lang)}"
    return PlainMail(reader.email, reader.name, _whose(book, reader), subject, words)


def _whose(book: Book, reader: Reader) -> str:
    if not reader.row:
        return reader.name
    words = {"sheet": book["staff"].sheet, "row": reader.row, "name": reader.name}
    return text("share.mail.whose", book.lang, **words)


def customer_mails(
    book: Book, today: date, as_of: date | None = None, owner: str | None = None
) -> CustomerMails:
    """A mail for each open line of the follow-up sheets that may be written to.

    `today` is the day consent is asked for again, besides the analysis date. Raises `NotFound` for
    a workbook without the sheets and for an owner nobody has.
    """
    if not any(schema.base_name(name) == schema.FOLLOW_UP.name for name in book.tables):
        raise NotFound("share.customers.no_sheet")
    portrait = read_portrait(book, as_of, read_contacts(book))
    only = None if owner is None else portrait.owners.named(owner)
    if only is not None:
        portrait.owners.refuse_doubled(only, book)
    lines = brought_together(read_lines(book), book.lang).values()
    asked = [line for line in lines if only is None or _owner(line, portrait) == only]
    left: Counter[str] = Counter()
    writer = _Writer(portrait, max(today, portrait.as_of), left)
    return CustomerMails(tuple(writer.mails(asked)), dict(left))


def _owner(line: Line, portrait: Portrait) -> str:
    customer = portrait.customers.get(line.customer_id)
    return customer.owner if customer else owner_key(line.computed.get("owner"))


class _Writer:
    """Turns lines into mails, counting those that become none."""

    def __init__(self, portrait: Portrait, day: date, left: Counter[str]) -> None:
        self.portrait, self.left = portrait, left
        self.consents: tuple[ConsentBook, ...] = (
            portrait.consents,
            read_consents(portrait.book, day),
        )
        self.items = {item.item: item for item in making.planned(portrait)[0]}
        wording = read_wording(portrait, read_strategies(portrait.book))
        self.wording: Wording = replace(wording, templates=_for_mails(wording.templates))

    def mails(self, lines: Sequence[Line]) -> Iterator[PlainMail]:
        for line in lines:
            found = self._mail(line)
            if isinstance(found, str):
                self.left[found] += 1
            else:
                yield found

    def _mail(self, line: Line) -> PlainMail | str:
        """The mail, or why there is none."""
        if line.is_done or line.typed.get("outcome") == "declined":
            return "done" if line.is_done else "declined"
        customer = self.portrait.customers.get(line.customer_id)
        source = str(line.computed.get("source") or "")
        if customer is None or source not in PURPOSES:
            return "unknown"
        if not self._allows(customer.customer_id, source):
            return "no_consent"
        address = str(self.portrait.cell(customer, "email") or "").strip()
        if not address or email_is_malformed(address):
            return "bad_email" if address else "no_email"
        # Whoever else reads this address must have agreed as well.
        if not all(self._allows(who, source) for who in self._readers[address.casefold()]):
            return "no_consent"
        message = self._message(line, customer)
        if message is None:
            return "no_words"
        whose = self._whose(customer)
        return PlainMail(address, customer.name, whose, message.subject, message.words)

    def _allows(self, who: str, source: str) -> bool:
        return all(consents.allows(who, PURPOSES[source]) for consents in self.consents)

    @cached_property
    def _readers(self) -> dict[str, set[str]]:
        """The customers of each address."""
        found: dict[str, set[str]] = {}
        for customer in self.portrait.customers.values():
            address = str(self.portrait.cell(customer, "email") or "").strip().casefold()
            found.setdefault(address, set()).add(customer.customer_id)
        return found

    def _message(self, line: Line, customer: Customer) -> Message | None:
        """The template for a mail; for a line no longer planned, the words that stand on it."""
        item = self.items.get(line.item)
        found = self.wording.message(item, customer) if item else None
        words = found.words if found else str(line.computed.get("words") or "").strip()
        if not words:
            return None
        return Message((found.subject if found else "") or self._subject(), words)

    def _subject(self) -> str:
        company = self.portrait.settings.company
        key = "share.customers.subject" if company else "share.customers.subject_plain"
        return text(key, self.portrait.lang, us=company)

    def _whose(self, customer: Customer) -> str:
        table = self.portrait.book["customers"]
        row = table.row_number(customer.place)
        words = {"sheet": table.sheet, "row": row, "name": customer.name}
        return text("share.mail.whose", self.portrait.lang, **words)


def _for_mails(templates: Iterable[Template]) -> tuple[Template, ...]:
    """Templates for mails before those for any channel; words to be spoken are no mail."""
    fitting = [one for one in templates if one.channel in ("", "any", "email")]
    ordered = sorted(fitting, key=lambda one: one.channel != "email")
    return tuple(replace(one, channel="") for one in ordered)
