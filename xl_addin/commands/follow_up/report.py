"""What a follow-up tells: how much is to be done, for whom, and who was left out and why.

Proved in tests/xl_addin/commands/follow_up/test_report.py.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from udfs.texts import LANGUAGES, text
from xl_addin import schema
from xl_addin.commands.follow_up.choosing import LeftOut
from xl_addin.commands.follow_up.phrases import quoted, some_rows
from xl_addin.commands.follow_up.portrait import Portrait
from xl_addin.commands.follow_up.typed import Line, is_blank
from xl_addin.commands.refresh_log import last_refresh_date

# How many are told in a sentence of their own, and how many in a list.
_NAMED, _LISTED = 5, 20


@dataclass(frozen=True)
class FollowUpReport:
    """Counts by owner's key (None: all of them), and sentences already in both languages."""

    as_of: date
    items: Mapping[str | None, int]
    overdue: Mapping[str | None, int]
    sources: Mapping[str, int]
    owners: Mapping[str, str]
    entered: int
    left: LeftOut
    remarks: Mapping[str, tuple[str, ...]]

    def heading(self, lang: str, owner: str | None = None) -> str:
        """One sentence: for which day, how many lines, how many of them late."""
        n, late = self.items.get(owner, 0), self.overdue.get(owner, 0)
        key = "follow_up.heading_late" if late else "follow_up.heading"
        return text(key, lang, day=self.as_of.isoformat(), n=n, late=late)

    def lines(self, lang: str) -> list[str]:
        """What the command has done, for a person."""
        lines = [self.heading(lang), *self._by_source(lang), *self._by_owner(lang)]
        if self.entered:
            lines.append(text("follow_up.entered", lang, n=self.entered))
        if left := self.left.sentence(lang):
            lines.append(left)
        return [*lines, *self.remarks[lang]]

    def _by_source(self, lang: str) -> Iterator[str]:
        parts = [
            text("follow_up.count", lang, what=schema.choice_label(name, lang), n=n)
            for name in schema.FOLLOW_UP_SOURCES
            if (n := self.sources.get(name))
        ]
        if parts:
            comma = text("follow_up.comma", lang)
            yield text("follow_up.by_source", lang, parts=comma.join(parts))

    def _by_owner(self, lang: str) -> Iterator[str]:
        for owner, name in self.owners.items():
            n, late = self.items.get(owner, 0), self.overdue.get(owner, 0)
            if n:
                key = "follow_up.by_owner_late" if late else "follow_up.by_owner"
                yield text(key, lang, owner=name, n=n, late=late)
        nobody = sum(n for owner, n in self.items.items() if owner not in {None, *self.owners})
        if nobody:
            yield text("follow_up.without_owner", lang, n=nobody)


def make_report(
    portrait: Portrait,
    lines: Sequence[tuple[str, Line]],
    new_contacts: Mapping[str, list[Any]],
    left: LeftOut,
    odd_dates: Sequence[tuple[int, str]],
    typed: Sequence[Line],
) -> FollowUpReport:
    """Count the lines that go on the sheets; `typed` are those that stood there before."""
    items: Counter[str | None] = Counter()
    overdue: Counter[str | None] = Counter()
    for owner, line in lines:
        due = line.computed.get("due_on")
        late = isinstance(due, datetime) and due < portrait.now
        for key in (owner, None):
            items[key] += 1
            overdue[key] += late
    sources = Counter(str(line.computed.get("source") or "") for _, line in lines)
    answers = _answers(portrait)
    return FollowUpReport(
        portrait.as_of,
        items,
        overdue,
        sources,
        portrait.owners.names,
        len(new_contacts.get("contact_id", ())),
        left,
        {
            lang: (
                *_about_nobody(portrait, left, bool(lines), lang),
                *_about_answers(portrait, answers, lang),
                *_remarks(portrait, left, odd_dates, typed, lang),
            )
            for lang in LANGUAGES
        },
    )


def _about_nobody(portrait: Portrait, left: LeftOut, is_filled: bool, lang: str) -> Iterator[str]:
    """Where consents are written, for a workbook in which nobody has any yet."""
    if is_filled or not any(counts["never_given"] for counts in left.counts.values()):
        return
    book = portrait.book
    table = book.tables.get("consents")
    purpose, given = (
        schema.caption("customers", name, book.lang)
        for name in ("consent_purpose", "consent_given_on")
    )
    yield text(
        "follow_up.nobody_agreed",
        lang,
        purpose=purpose,
        given=given,
        customers=book["customers"].sheet,
        consents=table.sheet if table else schema.sheet_name("consents", book.lang),
    )


def _remarks(
    portrait: Portrait,
    left: LeftOut,
    odd_dates: Sequence[tuple[int, str]],
    typed: Sequence[Line],
    lang: str,
) -> Iterator[str]:
    yield from _about_the_day(portrait, lang)
    yield from _about_inquiries(left, lang)
    if odd_dates:
        rows = [row for row, _ in odd_dates]
        yield _rows_of("follow_up.odd_dates", portrait, "important_dates", rows, lang)
    if portrait.log.unreadable:
        rows = [portrait.book["contacts"].row_number(n) for n in portrait.log.unreadable]
        yield _rows_of("follow_up.unreadable_times", portrait, "contacts", rows, lang)
    yield from _about_done(portrait, typed, lang)
    for key, twice in portrait.owners.doubled.items():
        name = portrait.owners.names[key]
        sheet = portrait.book["staff"].sheet
        yield text("follow_up.owners_alike", lang, owner=name, rows=twice, sheet=sheet)


def _about_the_day(portrait: Portrait, lang: str) -> Iterator[str]:
    """Whether the customer table is of the same day, and the year's calendar is known."""
    before, day = last_refresh_date(portrait.book), portrait.as_of
    if before is None:
        yield text("follow_up.never_refreshed", lang)
    elif before != day:
        words = {"day": day.isoformat(), "before": before.isoformat()}
        yield text("follow_up.not_refreshed", lang, **words)
    end = day + timedelta(portrait.settings.follow_up_days)
    for year in sorted({day.year, end.year}):
        if not portrait.calendar.is_known(year):
            yield text("follow_up.year_unknown", lang, year=str(year))


def _answers(portrait: Portrait) -> Counter[str]:
    """How the inquiries of the period of the cap were answered, by `response_state` (F34)."""
    from udfs.working_time import response_state

    first = portrait.as_of - timedelta(portrait.settings.follow_up_cap_days - 1)
    states: Counter[str] = Counter()
    for one in portrait.log.inquiries:
        if first <= one.received.date() <= portrait.as_of and one.customer_id in portrait.customers:
            reply = one.first_reply
            known = reply if reply is not None and reply.date() <= portrait.as_of else None
            states[response_state(one.received, known, portrait.now, portrait.calendar)] += 1
    return states


def _about_answers(portrait: Portrait, states: Counter[str], lang: str) -> Iterator[str]:
    due = states.total() - states["open"]
    if due:
        words = {"days": portrait.settings.follow_up_cap_days, "in_time": states["in_time"]}
        yield text("follow_up.answers", lang, n=due, **words)


def _about_inquiries(left: LeftOut, lang: str) -> Iterator[str]:
    """Whom nobody may answer, by name: an answer is owed."""
    from udfs.consents import explain_refusal

    for item, refusal in left.inquiries[:_NAMED]:
        why = quoted(explain_refusal(refusal, item.purpose, lang), lang)
        yield text("follow_up.inquiry_left_out", lang, customer=item.customer_id, why=why)
    if more := left.inquiries[_NAMED:]:
        customers = some_rows([item.customer_id for item, _ in more], _LISTED)
        yield text("follow_up.inquiries_left_out", lang, n=len(more), customers=customers)


def _about_done(portrait: Portrait, typed: Sequence[Line], lang: str) -> Iterator[str]:
    """Words in Done that are neither yes nor no: the line stays, and nobody would know why."""
    rows: dict[str, list[int]] = {}
    for line in typed:
        done = line.typed["done"]
        if not is_blank(done) and not isinstance(done, bool):
            rows.setdefault(line.table, []).append(line.row)
    for table, found in rows.items():
        yield _rows_of("follow_up.odd_done", portrait, table, found, lang)


def _rows_of(key: str, portrait: Portrait, table: str, rows: list[int], lang: str) -> str:
    sheet = portrait.book[table].sheet
    return text(key, lang, sheet=sheet, rows=some_rows(rows, _NAMED), n=len(rows))
