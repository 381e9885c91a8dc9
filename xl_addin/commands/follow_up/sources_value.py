"""Follow-up because of what a customer is worth: recall (F60), a fallen tier, the next tier near.

Proved in tests/xl_addin/commands/follow_up/test_sources_value.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from udfs.texts import text
from xl_addin.commands.follow_up.items import Item, item_name
from xl_addin.commands.follow_up.phrases import plain, quoted, sentences
from xl_addin.commands.follow_up.portrait import Customer, Portrait
from xl_addin.commands.follow_up.rating import rate


def recalls(portrait: Portrait) -> Iterator[Item]:
    """No purchase for more than the months in Settings, and high value at the last purchase."""
    lang, months = portrait.lang, portrait.settings.churn_months
    for customer in portrait.customers.values():
        last = customer.last_order
        if not (customer.silent and customer.formerly_high) or last is None:
            continue
        passed = (portrait.as_of - last).days
        words = {"day": last.isoformat(), "n": passed, "months": months}
        tiers = {"then": customer.tier_then, "now": customer.tier}
        end = portrait.end_of(portrait.working_day_from(portrait.as_of))
        yield Item(
            item_name(customer.customer_id, "recall", last.isoformat()),
            customer.customer_id,
            "recall",
            end,
            text("follow_up.why.recall", lang, **words, **tiers),
            rate(portrait, customer, "recall", end),
            {"days": passed, "date": last},
        )


def fallen_tiers(portrait: Portrait) -> Iterator[Item]:
    """Customers whose tier fell lately, as the customer table remembers it."""
    changed = portrait.days("tier_changed_on")
    first = portrait.as_of - timedelta(portrait.settings.follow_up_cap_days)
    levels = portrait.levels
    for customer in portrait.customers.values():
        day = changed[customer.place]
        before = plain(portrait.cell(customer, "previous_tier"))
        now = plain(portrait.cell(customer, "tier"))
        if day is None or not first <= day <= portrait.as_of:
            continue
        if before in levels and now in levels and levels[now] < levels[before]:
            yield _fallen(portrait, customer, day, before, now)


def _fallen(portrait: Portrait, customer: Customer, day: date, before: str, now: str) -> Item:
    lang = portrait.lang
    week = portrait.calendar.add_working_days(day, portrait.settings.follow_up_days)
    end = portrait.end_of(week)
    words = {"day": day.isoformat(), "before": before, "now": now}
    why = [text("follow_up.why.tier_fell", lang, **words)]
    if customer.next_tier and customer.tier == now:
        why.append(quoted(customer.gap_words, lang))
    return Item(
        item_name(customer.customer_id, "tier_fell", day.isoformat()),
        customer.customer_id,
        "tier_fell",
        end,
        sentences(why, lang),
        rate(portrait, customer, "tier_fell", end),
        {"date": day},
    )


def near_next_tier(portrait: Portrait) -> Iterator[Item]:
    """One step below: one more order of the usual size reaches the next tier.

    Whoever is silent is not asked to move up; that is what the recall is for.
    """
    from udfs.money import money_words

    settings = portrait.settings
    last_day = portrait.as_of + timedelta(settings.follow_up_days)
    end = portrait.end_of(portrait.working_day_from(last_day))
    for customer in portrait.customers.values():
        if not _one_step_below(customer):
            continue
        usual = money_words(customer.revenue / customer.order_count, settings.currency)
        words = {"gap": customer.gap_words, "usual": usual, "n": customer.order_count}
        # Once for each purchase: after the next one it may be one step again.
        yield Item(
            item_name(customer.customer_id, "near_next_tier", customer.last_order),
            customer.customer_id,
            "near_next_tier",
            end,
            text("follow_up.why.near_next_tier", portrait.lang, **words),
            rate(portrait, customer, "near_next_tier", end),
            {"amount": usual},
        )


def _one_step_below(customer: Customer) -> bool:
    if not customer.next_tier or customer.silent or not customer.order_count:
        return False
    usual = customer.revenue / customer.order_count
    # Amounts have cents; what is less than that is noise of the division.
    return customer.gap_orders <= 1 and customer.gap_revenue < usual + 0.005
