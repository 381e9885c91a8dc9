"""Follow-up because of what was or was not said: open inquiries (F34) and return visits (F28).

Proved in tests/xl_addin/commands/follow_up/test_sources_contact.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from udfs.texts import text
from xl_addin.commands.follow_up.items import Item, inquiry_name, item_name
from xl_addin.commands.follow_up.phrases import day_words, quoted, sentences
from xl_addin.commands.follow_up.portrait import Customer, Portrait
from xl_addin.commands.follow_up.rating import rate
from xl_addin.commands.follow_up.strategies import Strategies, age_group


def inquiries(portrait: Portrait) -> Iterator[Item]:
    """Inquiries nobody has answered, with the moment the answer is due."""
    from udfs import working_time

    log, lang = portrait.log, portrait.lang
    for one in log.open_inquiries(portrait.as_of):
        customer = portrait.customers.get(one.customer_id)
        if customer is None:
            continue
        owed = working_time.response_due(one.received, portrait.calendar)
        topic = log.topic[one.row]
        why = [text("follow_up.why.inquiry", lang, n=one.messages)]
        if topic:
            why.append(text("follow_up.why.inquiry_topic", lang, topic=quoted(topic, lang)))
        why.append(working_time.explain_due(owed, lang))
        yield Item(
            inquiry_name(one.customer_id, one.received, one.thread),
            one.customer_id,
            "inquiry",
            owed.due,
            sentences(why, lang),
            rate(portrait, customer, "inquiry", owed.due),
            {"topic": topic, "date": one.received.date()},
        )


def return_visits(portrait: Portrait, strategies: Strategies) -> Iterator[Item]:
    """Customers of a tier whose strategy names an interval, once it is over."""
    talks = portrait.log.last_talks(portrait.as_of)
    last_day = portrait.as_of + timedelta(portrait.settings.follow_up_days)
    for customer in portrait.customers.values():
        group = age_group(customer.age, portrait.settings)
        days = strategies.visit_days(customer.tier, group) if customer.tier else None
        since = _last_seen(customer, talks)
        if days is None or since is None:
            continue
        # A churn flag is the stronger reason; the recall list has this customer.
        if customer.silent and customer.formerly_high:
            continue
        planned = since + timedelta(days)
        if planned <= last_day:
            talked = talks.get(customer.customer_id) == since
            yield _visit(portrait, customer, since, days, planned, talked)


def _last_seen(customer: Customer, talks: dict[str, date]) -> date | None:
    """The later of the last contact and the last order."""
    known = [talks.get(customer.customer_id), customer.last_order]
    return max((day for day in known if day is not None), default=None)


def _visit(
    portrait: Portrait, customer: Customer, since: date, days: int, planned: date, talked: bool
) -> Item:
    lang = portrait.lang
    due = portrait.working_day_from(planned)
    key = "follow_up.why.visit_talk" if talked else "follow_up.why.visit_order"
    passed = (portrait.as_of - since).days
    why = [text(key, lang, day=since.isoformat(), n=passed, tier=customer.tier, days=days)]
    if due != planned:
        moved = day_words(planned, portrait.calendar, lang)
        why.append(text("follow_up.why.moved", lang, day=moved))
    end = portrait.end_of(due)
    return Item(
        item_name(customer.customer_id, "return_visit", since.isoformat()),
        customer.customer_id,
        "return_visit",
        end,
        sentences(why, lang),
        rate(portrait, customer, "return_visit", end),
        {"days": passed, "date": since},
    )
