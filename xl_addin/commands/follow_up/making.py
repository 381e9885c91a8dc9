"""The command: harvest what was typed, find what is to be done today, and write the sheets.

The order matters: what was ticked off becomes a contact first, so that it counts when the next
return visit is planned. Proved in tests/xl_addin/commands/follow_up/test_making.py.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from udfs.texts import text
from xl_addin.commands import refresh, upgrade
from xl_addin.commands.contact_log import read_contacts
from xl_addin.commands.follow_up import sources_contact, sources_dates, sources_value
from xl_addin.commands.follow_up.choosing import LeftOut, chosen
from xl_addin.commands.follow_up.harvest import contacts_of
from xl_addin.commands.follow_up.items import PURPOSES, Item
from xl_addin.commands.follow_up.phrases import quoted, sentences
from xl_addin.commands.follow_up.portrait import Customer, Portrait, read_portrait
from xl_addin.commands.follow_up.report import FollowUpReport, make_report
from xl_addin.commands.follow_up.sheets import Sheets
from xl_addin.commands.follow_up.strategies import read_strategies
from xl_addin.commands.follow_up.typed import TYPED, Line, brought_together, read_lines
from xl_addin.commands.follow_up.wording import Wording, read_wording
from xl_addin.commands.owners import owner_key
from xl_addin.tables import Book, Changes

TABLES = (*refresh.TABLES, "strategies", *upgrade.ADDED)


def follow_up(book: Book, as_of: date | None = None, owner: str | None = None) -> Changes:
    """The follow-up sheets for a day (default: the analysis date of Settings), as changes.

    With `owner` only that colleague's sheet is made besides the one for all, and those there are
    on which somebody has typed. Raises `NotFound` for an owner nobody has, `BadRule` and
    `BadValue` for what cannot be read.
    """
    typed = read_lines(book)
    portrait = read_portrait(book, as_of, read_contacts(book))
    only = None if owner is None else portrait.owners.named(owner)
    lines = brought_together(typed, book.lang, portrait.log.contact_id)
    new_contacts = contacts_of(lines, portrait)
    if new_contacts:
        portrait = replace(portrait, log=read_contacts(book, new_contacts))
    items, odd_dates = planned(portrait)
    open_lines = {name: line for name, line in lines.items() if not line.is_done}
    typed_in = {name for name, line in open_lines.items() if line.holds_words}
    kept, left = chosen(portrait, items, typed_in)
    sheets = _sheets(portrait, kept, open_lines)
    report = make_report(portrait, sheets.lines, new_contacts, left, odd_dates, typed)
    sheets.said = _said(portrait, report, left)
    changes = upgrade.missing(book, TABLES)
    if new_contacts:
        changes.table("contacts").append = dict(new_contacts)
    sheets.write(changes, only, _moved_on(typed, new_contacts.get("contact_id", ())))
    changes.report = report
    return changes


def planned(portrait: Portrait) -> tuple[list[Item], list[tuple[int, str]]]:
    """Everything that is to be done, before consent and caps, and dates that are none.

    What is in the contacts under its name has been done.
    """
    strategies = read_strategies(portrait.book)
    occasions = sources_dates.read_occasions(portrait)
    dates, odd = sources_dates.important_dates(portrait, occasions)
    found: Iterator[Item]
    every = (
        sources_contact.inquiries(portrait),
        sources_value.recalls(portrait),
        sources_value.fallen_tiers(portrait),
        sources_contact.return_visits(portrait, strategies),
        sources_dates.birthdays(portrait, occasions),
        dates,
        sources_value.near_next_tier(portrait),
        sources_dates.data_to_confirm(portrait),
    )
    done = set(portrait.log.contact_id)
    found = (item for source in every for item in source if item.item not in done)
    return list({item.item: item for item in found}.values()), odd


def _moved_on(typed: Sequence[Line], entered: Collection[str]) -> set[str]:
    """The tables with lines that now stand elsewhere: edited, added by hand, or done."""
    gone = {"", *entered}
    return {line.table for line in typed if line.was_edited or line.item in gone}


def _sheets(portrait: Portrait, kept: list[Item], open_lines: dict[str, Line]) -> Sheets:
    """Lines for the items, with what was typed; then what was typed into items that are no more."""
    wording = read_wording(portrait, read_strategies(portrait.book))
    made = [_line(portrait, wording, item, open_lines.get(item.item)) for item in kept]
    shown = {item.item for item in kept}
    rest = [
        _kept_line(portrait, wording, line)
        for name, line in open_lines.items()
        if name not in shown and line.holds_words
    ]
    day = portrait.as_of.isoformat()
    abandoned = text("follow_up.abandoned", portrait.lang, day=day)
    return Sheets(portrait.book, portrait.owners, [*made, *rest], abandoned=abandoned)


def _kept_line(portrait: Portrait, wording: Wording, line: Line) -> tuple[str, Line]:
    """A line somebody works on although it is no longer planned, with its owner's key.

    Without consent, or without the customer in the table, it shows no way to make contact. A line
    added by hand stays as it was written.
    """
    source = str(line.computed.get("source") or "")
    customer = portrait.customers.get(line.customer_id)
    owner = customer.owner if customer else owner_key(line.computed.get("owner"))
    shown = {"owner": portrait.owners.names.get(owner)} if customer else {}
    if source in PURPOSES:
        stop = _stop(portrait, customer, source)
        if stop:
            shown |= {"what_to_do": stop, "contact": None, "words": None}
        elif customer:
            shown |= {"name": customer.name, "contact": wording.reach(customer)}
    return owner, replace(line, computed=line.computed | shown)


def _stop(portrait: Portrait, customer: Customer | None, source: str) -> str:
    """Why this customer is not to be contacted; "" where it is allowed."""
    from udfs.consents import explain_refusal

    lang = portrait.lang
    if customer is None:
        why = text("follow_up.do.gone", lang)
    else:
        refusal = portrait.consents.why_not(customer.customer_id, PURPOSES[source])
        if refusal is None:
            return ""
        why = explain_refusal(refusal, PURPOSES[source], lang)
    return text("follow_up.do.not", lang, why=quoted(why, lang))


def _line(portrait: Portrait, wording: Wording, item: Item, typed: Line | None) -> tuple[str, Line]:
    from udfs.contact_rules import explain_priority

    customer = portrait.customers[item.customer_id]
    message = wording.message(item, customer)
    lang = portrait.lang
    explained = explain_priority(item.priority, lang, customer.tier)
    computed: dict[str, Any] = {
        "name": customer.name,
        "due_on": item.due,
        "priority": item.priority.points,
        "source": item.source,
        "why": sentences([item.why, text("follow_up.priority", lang, sum=explained)], lang),
        "what_to_do": wording.what_to_do(item, customer),
        "contact": wording.reach(customer),
        "words": message.words if message else None,
        "customer_id": customer.customer_id,
        "owner": portrait.owners.names.get(customer.owner),
        "item": item.item,
    }
    blank = dict.fromkeys(TYPED)
    line = Line("", computed, typed.typed if typed else blank, typed.own if typed else {})
    return customer.owner, line


def _said(portrait: Portrait, report: FollowUpReport, left: LeftOut) -> dict[str | None, str]:
    """The line under the title of each sheet."""
    lang = portrait.lang
    keys: list[str | None] = [None, *portrait.owners.names]
    return {
        key: sentences([report.heading(lang, key), left.sentence(lang, key)], lang) for key in keys
    }
