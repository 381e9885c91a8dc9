"""The sample shop's contacts: realistic shares of visits, and inquiries of every kind."""

import re
from collections import Counter
from datetime import date, datetime, time, timedelta
from functools import cache

import pytest

from udfs.inquiries import inquiries, open_inquiries
from udfs.working_time import response_state, working_calendar
from xl_addin import schema
from xl_addin.sample import ANALYSIS_DATE, sample_tables, talks
from xl_addin.sample.names import COLLEAGUES

LANGUAGES = ("zh", "en")
sample = cache(sample_tables)
CALENDAR = working_calendar("CN")
NOW = datetime.combine(ANALYSIS_DATE, time(9))


def rows(table, lang="zh"):
    columns = sample(lang)[table]
    return [dict(zip(columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True)]


def asked(lang="zh"):
    columns = sample(lang)["contacts"]
    return [
        columns[name] for name in ("customer_id", "contacted_at", "direction", "thread", "person")
    ]


def test_there_are_contacts_of_the_last_year_in_order_of_time_over_all_channels():
    contacts = rows("contacts")
    times = [row["contacted_at"] for row in contacts]
    assert 1000 <= len(contacts) <= 2000
    assert times == sorted(times)
    assert ANALYSIS_DATE - timedelta(370) < times[0].date()
    assert times[-1].date() == ANALYSIS_DATE
    assert {row["channel"] for row in contacts} == set(schema.CHANNELS) - {"other"}
    assert len({row["contact_id"] for row in contacts}) == len(contacts)


def test_both_languages_tell_of_the_same_contacts():
    for column in ("contact_id", "customer_id", "contacted_at", "channel", "direction", "thread"):
        assert sample("zh")["contacts"][column] == sample("en")["contacts"][column]
    assert not re.search("[一-鿿]", repr(sample("en")["contacts"]))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_contact_is_made_by_the_owner_and_machines_answer_without_a_name(lang):
    owners = {row["customer_id"]: row["owner"] for row in rows("customers", lang)}
    machines = 0
    for row in rows("contacts", lang):
        if row["direction"] == "in":
            assert row["person"] is None
        elif row["person"] is None:
            machines += 1
            assert row["thread"]
        else:
            assert row["person"] == owners[row["customer_id"]]
    assert machines > 50


def test_nobody_is_contacted_who_has_not_agreed_or_no_longer_does():
    customers = {row["customer_id"]: row for row in rows("customers")}
    for row in rows("contacts"):
        customer = customers[row["customer_id"]]
        assert customer["consent_given_on"] is not None
        assert customer["consent_withdrawn_on"] is None


def test_most_inquiries_are_answered_in_time_and_some_late():
    states = Counter(
        response_state(one.received, one.first_reply, NOW, CALENDAR) for one in inquiries(*asked())
    )
    answered = states["in_time"] + states["late"]
    assert answered > 150
    assert 0.05 < states["late"] / answered < 0.3


def test_four_inquiries_wait_one_of_each_owner_on_friday_evening_and_on_saturday():
    waiting = {one.received: one.customer_id for one in open_inquiries(*asked())}
    assert sorted(waiting) == sorted(received for received, _, _ in talks.OPEN)
    assert datetime(2026, 10, 30, 17, 50) in waiting
    assert date(2026, 10, 31).weekday() == 5
    assert any(moment.date() == date(2026, 10, 31) for moment in waiting)
    owners = {row["customer_id"]: row["owner"] for row in rows("customers")}
    assert {owners[who] for who in waiting.values()} == {zh for zh, _ in COLLEAGUES}
    states = Counter(response_state(moment, None, NOW, CALENDAR) for moment in waiting)
    assert states == {"overdue_open": 1, "open": 3}


def test_an_automatic_reply_is_no_answer():
    waiting = {one.thread for one in open_inquiries(*asked())}
    machines = {row["thread"] for row in rows("contacts") if row["outcome"] is None and
                row["direction"] == "out" and row["person"] is None}  # fmt: skip
    assert waiting & machines


def test_every_owner_has_visited_most_customers_lately_and_not_all():
    """So that a follow-up shows a list and not everybody."""
    bought = Counter(sample("zh")["orders"]["customer_id"])
    for owner, _ in COLLEAGUES:
        own = [
            row["customer_id"]
            for row in rows("customers")
            if row["owner"] == owner and bought[row["customer_id"]] >= 12
        ]
        since = datetime.combine(ANALYSIS_DATE - timedelta(60), time())
        lately = {r["customer_id"] for r in rows("contacts") if r["contacted_at"] >= since}
        assert 0.4 < sum(who in lately for who in own) / len(own) < 0.97


def test_people_work_on_working_days_only():
    for row in rows("contacts"):
        if row["person"] and row["channel"] != "phone":
            day = row["contacted_at"].date()
            assert talks.working_day(day) == day
            assert day.weekday() < 5
