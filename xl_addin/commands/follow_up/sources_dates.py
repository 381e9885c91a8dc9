"""Follow-up because of a date: birthdays and other important days (F37), data grown old (F08).

Proved in tests/xl_addin/commands/follow_up/test_sources_dates.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from udfs.texts import text
from xl_addin import schema
from xl_addin.cells import internal
from xl_addin.commands.follow_up.items import MEMORIAL, UNREACHABLE, Item, item_name
from xl_addin.commands.follow_up.phrases import day_words, plain, quoted, sentences
from xl_addin.commands.follow_up.portrait import Customer, Portrait
from xl_addin.commands.follow_up.rating import rate
from xl_addin.tables import TableData

_NEEDED = ("customer_id", "occasion", "month", "day")


@dataclass(frozen=True)
class Occasion:
    """One row of the sheet Important dates: `day` is the next time within the days to plan for."""

    row: int
    customer_id: str
    kind: str
    day: date | None
    names_no_day: bool
    lunar: str
    note: str


def birthdays(portrait: Portrait, rows: Sequence[Occasion]) -> Iterator[Item]:
    """Birthdays of the customer table within the days to plan ahead.

    Who has a birthday on the sheet Important dates celebrates that one, often the lunar one.
    """
    from udfs.occasions import birthdays_between

    own = {one.customer_id for one in rows if one.kind == "birthday" and not one.names_no_day}
    born = portrait.days("birthday")
    days = birthdays_between(born, portrait.as_of, _last_day(portrait)).tolist()
    for customer in portrait.customers.values():
        day, was_born = days[customer.place], born[customer.place]
        if day is None or was_born is None or customer.customer_id in own:
            continue
        said = day_words(day, portrait.calendar, portrait.lang)
        words = {"day": said, "n": day.year - was_born.year}
        why = text("follow_up.why.birthday", portrait.lang, **words)
        yield _dated(portrait, customer, "birthday", day, why)


def important_dates(
    portrait: Portrait, rows: Sequence[Occasion]
) -> tuple[list[Item], list[tuple[int, str]]]:
    """The days of the sheet Important dates that are near, and the rows that name no day.

    Two rows of one customer, day and kind are one line that tells both notes.
    """
    items: dict[str, Item] = {}
    odd = []
    for one in rows:
        customer = portrait.customers.get(one.customer_id)
        if one.names_no_day and one.customer_id:
            odd.append((one.row, one.customer_id))
        elif one.day is not None and customer is not None:
            item = _celebrated(portrait, customer, one, one.day)
            before = items.setdefault(item.item, item)
            if item.why not in before.why:
                both = sentences([before.why, item.why], portrait.lang)
                items[item.item] = replace(before, why=both)
    return list(items.values()), odd


def read_occasions(portrait: Portrait) -> list[Occasion]:
    """The rows of the sheet Important dates, if the workbook has it."""
    from udfs.occasions import occasions_between

    if "important_dates" not in portrait.book:
        return []
    table = portrait.book["important_dates"]
    table.need(*_NEEDED)
    columns = _columns(table)
    calendars = [cell or "solar" for cell in columns["calendar"]]
    leaps = [cell is not None and cell is not False for cell in columns["leap_month"]]
    arguments = (columns["month"], columns["day"], calendars, leaps)
    days, bad = occasions_between(*arguments, portrait.as_of, _last_day(portrait))
    return [
        Occasion(
            table.row_number(place),
            columns["customer_id"][place],
            plain(columns["occasion"][place]),
            day,
            is_bad,
            _lunar(columns, place, leaps[place], portrait.lang) if day else "",
            plain(columns["note"][place]),
        )
        for place, (day, is_bad) in enumerate(zip(days.tolist(), bad.tolist(), strict=True))
    ]


def _columns(table: TableData) -> dict[str, list[Any]]:
    from udfs.values import ids

    described = schema.IMPORTANT_DATES
    columns = {
        name: internal(described.column(name), table.get(name)) for name in described.names()
    }
    columns["customer_id"] = ids(columns["customer_id"]).tolist()
    return columns


def _lunar(columns: dict[str, list[Any]], place: int, leap: bool, lang: str) -> str:
    """A lunar day in words; "" for a solar one."""
    from udfs.occasions import lunar_words
    from udfs.values import read_number

    if columns["calendar"][place] != "lunar":
        return ""
    month, day = (int(read_number(columns[name][place])) for name in ("month", "day"))
    return lunar_words(month, day, leap, lang)


def _celebrated(portrait: Portrait, customer: Customer, one: Occasion, day: date) -> Item:
    lang = portrait.lang
    known = one.kind in schema.IMPORTANT_DATES.column("occasion").choices
    named = schema.choice_label(one.kind, lang) if known else one.kind
    said = day_words(day, portrait.calendar, lang)
    words = {"day": said, "occasion": named or schema.choice_label("important_date", lang)}
    key = "follow_up.why.date_lunar" if one.lunar else "follow_up.why.date"
    why = [text(key, lang, **words, lunar=one.lunar)]
    if one.note:
        why.append(text("follow_up.why.note", lang, note=quoted(one.note, lang)))
    source = "birthday" if one.kind == "birthday" else "important_date"
    return _dated(portrait, customer, source, day, sentences(why, lang), one.kind)


def _dated(
    portrait: Portrait, customer: Customer, source: str, day: date, why: str, kind: str = ""
) -> Item:
    end = portrait.end_of(day)
    occasion = f"{day.isoformat()}/{kind}" if source == "important_date" else day.isoformat()
    return Item(
        item_name(customer.customer_id, source, occasion),
        customer.customer_id,
        source,
        end,
        why,
        rate(portrait, customer, source, end),
        {"date": day},
        MEMORIAL if kind == MEMORIAL else "",
    )


def data_to_confirm(portrait: Portrait) -> Iterator[Item]:
    """Customers whose data have not been confirmed for long (Settings), or who have no way in."""
    from udfs.churn import edate

    limit = edate(portrait.as_of, -portrait.settings.stale_months)
    confirmed, created = portrait.days("data_confirmed_on"), portrait.days("created_on")
    for customer in portrait.customers.values():
        day = confirmed[customer.place]
        known_since = day or created[customer.place]
        if not portrait.reaches(customer):
            yield _to_confirm(portrait, customer, UNREACHABLE, "unreachable", day)
        elif known_since is not None and known_since < limit:
            key = "stale" if day else "never_confirmed"
            yield _to_confirm(portrait, customer, known_since.isoformat(), key, day)


def _to_confirm(
    portrait: Portrait, customer: Customer, occasion: str, key: str, confirmed: date | None
) -> Item:
    months = portrait.settings.stale_months
    why = text(f"follow_up.why.{key}", portrait.lang, day=occasion, months=months)
    end = portrait.end_of(portrait.working_day_from(_last_day(portrait)))
    return Item(
        item_name(customer.customer_id, "confirm_data", occasion),
        customer.customer_id,
        "confirm_data",
        end,
        why,
        rate(portrait, customer, "confirm_data", end),
        {"date": confirmed or ""},
        UNREACHABLE if occasion == UNREACHABLE else "",
    )


def _last_day(portrait: Portrait) -> date:
    return portrait.as_of + timedelta(portrait.settings.follow_up_days)
