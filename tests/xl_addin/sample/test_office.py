"""The sample shop's consents, important dates, days off and colleagues."""

import re
from collections import Counter
from datetime import date
from functools import cache

import pytest
from borax.calendars.lunardate import LunarDate

from udfs.consents import ConsentRows, valid_consents
from udfs.occasions import next_occasion, occasions_between
from udfs.texts import text
from xl_addin import schema
from xl_addin.follow_defaults import ROLES
from xl_addin.sample import ANALYSIS_DATE, sample_tables
from xl_addin.sample.names import COLLEAGUES

LANGUAGES = ("zh", "en")
sample = cache(sample_tables)


def rows(table, lang="zh"):
    columns = sample(lang)[table]
    return [dict(zip(columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True)]


def valid():
    customers, consents = sample("zh")["customers"], sample("zh")["consents"]
    general = ("customer_id", "consent_purpose", "consent_given_on", "consent_withdrawn_on")
    words = {
        name: text(f"choice.{name}", "zh") for name in schema.CONSENTS.column("purpose").choices
    }
    own = ConsentRows(
        consents["customer_id"],
        [words[name] for name in consents["purpose"]],
        consents["given_on"],
        consents["withdrawn_on"],
    )
    return valid_consents(ConsentRows(*(customers[name] for name in general)), own, ANALYSIS_DATE)


@pytest.mark.parametrize("table", ["consents", "important_dates", "holidays", "staff"])
def test_both_languages_are_the_same_office(table):
    columns = schema.table(table).columns
    for column in columns:
        if column.kind in ("date", "integer", "flag", "choice") and column.name != "language":
            assert sample("zh")[table][column.name] == sample("en")[table][column.name]
    assert not re.search("[一-鿿]", repr(sample("en")[table]))


def test_a_part_of_the_customers_has_a_line_for_each_purpose():
    lines = rows("consents")
    listed = {row["customer_id"] for row in lines}
    agreed = {row["customer_id"] for row in rows("customers") if row["consent_given_on"]}
    assert listed < agreed
    assert 0.4 < len(listed) / len(agreed) < 0.75
    pairs = Counter((row["customer_id"], row["purpose"]) for row in lines)
    assert max(pairs.values()) == 1
    assert {row["purpose"] for row in lines} == set(schema.CONSENTS.column("purpose").choices)


def test_some_have_taken_back_what_they_agreed_to_and_no_day_lies_ahead():
    lines = rows("consents")
    back = [row for row in lines if row["withdrawn_on"]]
    assert 10 <= len(back) <= 60
    assert all(row["given_on"] < row["withdrawn_on"] <= ANALYSIS_DATE for row in back)
    assert all(row["given_on"] <= ANALYSIS_DATE for row in lines)


def test_wishes_may_be_sent_to_about_half_and_service_reaches_most():
    book = valid()
    customers = sample("zh")["customers"]["customer_id"]
    share = {
        purpose: sum(book.allows(who, purpose) for who in customers) / len(customers)
        for purpose in ("greetings", "service", "marketing")
    }
    assert 0.4 < share["greetings"] < 0.7
    assert share["service"] > 0.8
    assert share["marketing"] > 0.4


def test_lunar_birthdays_are_the_birthdays_of_the_table_and_one_lies_in_a_leap_month():
    born = dict(
        zip(*(sample("zh")["customers"][n] for n in ("customer_id", "birthday")), strict=True)
    )
    lunar = [r for r in rows("important_dates") if r["occasion"] == "birthday"]
    assert len(lunar) > 8
    for row in lunar:
        day = LunarDate.from_solar(born[row["customer_id"]])
        assert (row["month"], row["day"], row["leap_month"]) == (day.month, day.day, bool(day.leap))
        assert row["year"] == born[row["customer_id"]].year < 1990
        assert row["calendar"] == "lunar"
    assert sum(row["leap_month"] for row in lunar) == 1


def test_some_days_are_near_and_all_are_days():
    columns = sample("zh")["important_dates"]
    calendars = [cell or "solar" for cell in columns["calendar"]]
    leaps = [bool(cell) for cell in columns["leap_month"]]
    days, bad = occasions_between(
        columns["month"], columns["day"], calendars, leaps, ANALYSIS_DATE, date(2026, 11, 7)
    )
    assert not bad.any()
    assert 4 <= sum(day is not None for day in days.tolist()) <= 10
    occasions = set(columns["occasion"])
    assert occasions == set(schema.IMPORTANT_DATES.column("occasion").choices) - {"other"}


def test_a_wedding_on_29_february_is_there():
    (row,) = (r for r in rows("important_dates") if (r["month"], r["day"]) == (2, 29))
    assert next_occasion(2, 29, on_or_after=ANALYSIS_DATE) == date(2027, 2, 28)
    assert row["occasion"] == "wedding"


def test_days_belong_to_customers_who_are_in_the_table():
    known = set(sample("zh")["customers"]["customer_id"])
    for table in ("important_dates", "consents", "contacts"):
        assert set(sample("zh")[table]["customer_id"]) <= known


def test_the_office_has_days_of_its_own_one_of_them_a_working_saturday():
    kinds = {row["day"]: row["kind"] for row in rows("holidays")}
    assert Counter(kinds.values()) == {"holiday": 2, "working_day": 1}
    assert next(day for day, kind in kinds.items() if kind == "working_day").weekday() == 5


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_colleagues_are_the_owners_and_two_who_have_no_customers(lang):
    staff = {row["owner"]: row for row in rows("staff", lang)}
    owners = set(sample(lang)["customers"]["owner"]) - {None}
    assert owners == {pair[LANGUAGES.index(lang)] for pair in COLLEAGUES} < set(staff)
    assert len(staff) == len(owners) + 2
    domain = {"zh": "@example.cn", "en": "@example.com"}[lang]
    assert all(row["email"].endswith(domain) for row in staff.values())
    roles = {text(f"role.{name}", lang) for name in ROLES}
    assert {row["role"] for row in staff.values()} == roles


@pytest.mark.parametrize("lang", LANGUAGES)
def test_follow_up_and_share_log_are_left_to_the_commands(lang):
    assert not {"follow_up", "share_log", "refresh_log"} & set(sample(lang))
