"""Consent by purpose: given, withdrawn, read from words, and why not."""

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from udfs.consents import (
    PURPOSES,
    ConsentRows,
    Refusal,
    explain_refusal,
    read_purposes,
    valid_consents,
)
from udfs.errors import BadRule
from udfs.texts import catalogue

TODAY = dt.date(2026, 11, 22)
YESTERDAY, TOMORROW = TODAY - dt.timedelta(1), TODAY + dt.timedelta(1)
LONG_AGO = dt.date(2025, 1, 5)
NOTHING = ("A", None, None, None)


def rows(*of):
    return ConsentRows(*map(list, zip(*of, strict=True))) if of else ConsentRows([], [], [], [])


def book(general=NOTHING, *by_purpose, day=TODAY):
    return valid_consents(rows(general), rows(*by_purpose), day)


def allowed(*arguments, **options):
    return sorted(book(*arguments, **options).valid["A"])


# Dates


def test_a_consent_counts_from_the_day_it_was_given():
    assert allowed(("A", "优惠", TODAY, None)) == ["marketing"]
    assert allowed(("A", "优惠", TOMORROW, None)) == []


def test_withdrawn_yesterday_or_today_no_longer_counts():
    assert allowed(("A", "优惠", LONG_AGO, YESTERDAY)) == []
    assert allowed(("A", "优惠", LONG_AGO, TODAY)) == []
    assert allowed(NOTHING, ("A", "marketing", LONG_AGO, YESTERDAY)) == []


def test_withdrawn_for_tomorrow_still_counts_today():
    assert allowed(("A", "优惠", LONG_AGO, TOMORROW)) == ["marketing"]


def test_a_consent_without_the_day_it_was_given_does_not_count():
    assert allowed(("A", "优惠", None, None)) == []
    assert allowed(("A", "优惠", "some day", None)) == []


def test_a_day_of_withdrawal_that_cannot_be_read_has_come():
    found = book(("A", "优惠", LONG_AGO, "yes"), ("A", "surveys", LONG_AGO, None))
    assert found.valid["A"] == frozenset()
    assert found.why_not("A", "marketing") == Refusal("withdrawn")


def test_dates_may_be_cells():
    assert allowed(("A", "优惠", "2026-11-22", None)) == ["marketing"]
    assert allowed(("A", "优惠", 46348, 46348)) == []  # serial of 2026-11-22


# Both tables


def test_the_table_of_consents_adds_purposes():
    found = allowed(("A", "订单", LONG_AGO, None), ("A", "surveys", LONG_AGO, None))
    assert found == ["data_upkeep", "service", "surveys"]


def test_a_general_withdrawal_ends_what_was_given_until_that_day_in_either_table():
    general = ("A", "订单", LONG_AGO, YESTERDAY)
    assert allowed(general, ("A", "surveys", YESTERDAY, None)) == []
    assert allowed(general, ("A", "surveys", TODAY, None)) == ["surveys"]


def test_a_general_withdrawal_without_a_general_consent_counts_too():
    assert allowed(("A", None, None, YESTERDAY), ("A", "surveys", LONG_AGO, None)) == []


def test_a_general_withdrawal_for_tomorrow_ends_nothing_today():
    assert allowed(("A", None, None, TOMORROW), ("A", "surveys", LONG_AGO, None)) == ["surveys"]


def test_withdrawing_one_purpose_leaves_the_others():
    found = allowed(
        ("A", "订单", LONG_AGO, None),
        ("A", "marketing", LONG_AGO, YESTERDAY),
        ("A", "surveys", LONG_AGO, None),
    )
    assert found == ["data_upkeep", "service", "surveys"]


def test_a_purpose_given_again_after_its_withdrawal_counts():
    again = [("A", "marketing", LONG_AGO, YESTERDAY), ("A", "marketing", TODAY, None)]
    assert allowed(NOTHING, *again) == ["marketing"]


def test_a_withdrawal_of_one_customer_ends_nothing_of_another():
    general = rows(("A", "优惠", LONG_AGO, YESTERDAY), ("B", "优惠", LONG_AGO, None))
    found = valid_consents(general, rows(("B", "surveys", LONG_AGO, None)), TODAY)
    assert found.valid == {"A": frozenset(), "B": {"marketing", "surveys"}}


def test_two_rows_of_one_customer_share_the_withdrawal():
    general = rows(("A", "优惠", LONG_AGO, None), ("A", None, None, YESTERDAY))
    assert valid_consents(general, None, TODAY).valid["A"] == frozenset()


def test_a_customer_of_the_table_of_consents_only_is_known_and_nobody_is_blank():
    found = book(NOTHING, ("B", "surveys", LONG_AGO, None), (" ", "surveys", LONG_AGO, None))
    assert found.valid == {"A": frozenset(), "B": {"surveys"}}


# Words


@pytest.mark.parametrize(
    ("words", "purposes"),
    [
        ("订单与售后", {"service"}),
        ("Orders and service", {"service"}),
        ("订单、售后与优惠通知", {"service", "marketing"}),
        ("Orders, service and offers", {"service", "marketing"}),
        ("推广；生日祝福；满意度问卷", {"marketing", "greetings", "surveys"}),
        ("节日祝福", {"greetings"}),
        ("除夕祝福", {"greetings"}),
        ("不定期优惠", {"marketing"}),
        ("Greetings and WISHES", {"greetings"}),
        ("survey", {"surveys"}),
        ("ｍａｒｋｅｔｉｎｇ", {"marketing"}),
        ("资料", {"data_upkeep"}),
        ("keeping data right", {"data_upkeep"}),
        ("都可以", set()),
        ("ok", set()),
        ("", set()),
        ("border", set()),
    ],
)
def test_purposes_are_read_by_their_words(words, purposes):
    covered = {"data_upkeep"} if "service" in purposes else set()
    assert read_purposes(words) == purposes | covered


@pytest.mark.parametrize(
    ("words", "purposes"),
    [
        ("不同意营销", set()),
        ("营销：不同意", set()),
        ("仅限订单，不用于营销、祝福和问卷", {"service"}),
        ("service, no marketing, surveys", {"service"}),
        ("service; don't send offers", {"service"}),
        ("marketing: no", set()),
        ("opted out of offers", set()),
        ("除营销外", set()),
        ("不同意营销\n同意订单", {"service"}),
        ("不要问卷。可以发优惠。", {"marketing"}),
    ],
)
def test_a_denied_purpose_and_what_follows_in_the_sentence_do_not_count(words, purposes):
    covered = {"data_upkeep"} if "service" in purposes else set()
    assert read_purposes(words) == purposes | covered


@pytest.mark.parametrize("purpose", PURPOSES)
@pytest.mark.parametrize("lang", [0, 1])
def test_the_internal_name_and_the_caption_of_a_purpose_mean_it(purpose, lang):
    assert purpose in read_purposes(purpose)
    assert purpose in read_purposes(catalogue()[f"follow_rules.purpose.{purpose}"][lang])
    caption = catalogue().get(f"choice.{purpose}")
    assert caption is None or purpose in read_purposes(caption[lang])


def test_words_without_a_known_purpose_are_reported():
    found = book(("A", "都可以", LONG_AGO, None))
    assert found.unreadable == (("A", "都可以"),)
    assert found.why_not("A", "service") == Refusal("unreadable_purpose", words="都可以")


# Why not


@pytest.mark.parametrize(
    ("general", "reason"),
    [
        (NOTHING, Refusal("never_given")),
        (("A", "优惠", None, None), Refusal("never_given")),
        (("A", "优惠", TOMORROW, None), Refusal("not_yet", TOMORROW)),
        (("A", "优惠", LONG_AGO, YESTERDAY), Refusal("withdrawn", YESTERDAY)),
        (("A", "订单", LONG_AGO, None), Refusal("not_for_purpose")),
        (("A", "订单", LONG_AGO, YESTERDAY), Refusal("withdrawn", YESTERDAY)),
        (("A", "可以", LONG_AGO, None), Refusal("unreadable_purpose", words="可以")),
        (("A", None, LONG_AGO, None), Refusal("unreadable_purpose")),
        (("A", "优惠", LONG_AGO, None), None),
    ],
)
def test_why_a_customer_gets_no_offers(general, reason):
    assert book(general).why_not("A", "marketing") == reason


def test_a_withdrawal_of_the_purpose_is_told_before_consents_to_others():
    found = book(("A", "订单", LONG_AGO, None), ("A", "marketing", LONG_AGO, YESTERDAY))
    assert found.why_not("A", "marketing") == Refusal("withdrawn", YESTERDAY)
    assert found.why_not("A", "surveys") == Refusal("not_for_purpose")


def test_a_customer_nobody_knows_never_agreed():
    assert book().why_not("Z", "service") == Refusal("never_given")


def test_a_purpose_that_does_not_exist_is_refused():
    with pytest.raises(BadRule):
        book().allows("A", "fun")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("purpose", PURPOSES)
def test_every_reason_is_told_in_words(purpose, lang):
    refusals = [
        Refusal("never_given"),
        Refusal("not_yet", TOMORROW),
        Refusal("withdrawn", YESTERDAY),
        Refusal("withdrawn"),
        Refusal("not_for_purpose"),
        Refusal("unreadable_purpose"),
        Refusal("unreadable_purpose", words="都可以"),
    ]
    said = [explain_refusal(one, purpose, lang) for one in refusals]
    assert len(set(said)) == len(said)
    assert "2026-11-23" in said[1]
    assert "2026-11-21" in said[2]
    assert "都可以" in said[6]
    assert not any("{" in words for words in said)


DAYS = st.none() | st.integers(-3, 3).map(lambda n: TODAY + dt.timedelta(n))
ROWS = st.lists(
    st.tuples(st.sampled_from("AB"), st.sampled_from([*PURPOSES, "", "ok"]), DAYS, DAYS), max_size=8
)


@given(ROWS, ROWS)
def test_whoever_may_not_be_contacted_has_a_reason_and_nobody_else(general, by_purpose):
    found = valid_consents(rows(*general), rows(*by_purpose), TODAY)
    for customer in "AB":
        for purpose in PURPOSES:
            assert found.allows(customer, purpose) == (found.why_not(customer, purpose) is None)


@given(ROWS, ROWS, DAYS.filter(bool))
def test_a_further_withdrawal_never_allows_more(general, by_purpose, day):
    before = valid_consents(rows(*general), rows(*by_purpose), TODAY).valid.get("A", frozenset())
    withdrawn = [*general, ("A", None, None, day)]
    assert valid_consents(rows(*withdrawn), rows(*by_purpose), TODAY).valid["A"] <= before


@given(ROWS, ROWS)
def test_nothing_is_allowed_that_no_valid_row_of_the_customer_names(general, by_purpose):
    found = valid_consents(rows(*general), rows(*by_purpose), TODAY)
    for customer, purposes in found.valid.items():
        named = frozenset().union(
            *(
                read_purposes(words)
                for who, words, given_on, withdrawn_on in [*general, *by_purpose]
                if who == customer and given_on and given_on <= TODAY
                if withdrawn_on is None or withdrawn_on > TODAY
            )
        )
        assert purposes <= named


def test_twenty_thousand_customers_are_quick():
    names = [f"C{n}" for n in range(20_000)]
    general = ConsentRows(names, ["订单与售后"] * 20_000, [LONG_AGO] * 20_000, [None] * 20_000)
    begun = time.process_time()
    assert len(valid_consents(general, general, TODAY).valid) == 20_000
    assert time.process_time() - begun < 3
