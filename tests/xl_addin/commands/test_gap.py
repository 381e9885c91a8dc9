"""Gap: what a clerk tells a customer who is close to the next tier."""

from datetime import date, datetime

import pytest

from tests.xl_addin.books import memory
from xl_addin.commands.gap import gap
from xl_addin.commands.refresh import refresh

DAY = date(2026, 7, 10)
ORDERS = [
    ("a", date(2026, 7, 1), 900),
    ("a", date(2026, 6, 1), 900),
    ("7", date(2026, 7, 2), 20.5),
    ("e", date(2026, 7, 5), 40, "returned"),
]


def shop(lang="en", **given):
    host = memory(ORDERS, lang=lang, settings={"frequency_cut": 2, "amount_cut": 500}, **given)
    host.apply(refresh(host.read(), datetime(2026, 7, 10, 9), DAY))
    return host


def test_each_customer_is_told_tier_gap_and_the_numbers_behind_it():
    host = shop()
    host.tables["customers"]["name"][0] = "Ann"
    first, second = gap(host.read(), ["a", 7.0])
    assert first.startswith("Customer a Ann: High value. Highest tier reached. So far 2 orders")
    assert second == (
        "Customer 7: Ordinary. $479.50 more revenue to Potential. So far 1 order and a revenue "
        "of $20.50 (cuts: 2 orders, $500)."
    )


def test_the_gap_is_the_one_the_table_shows():
    host = shop()
    shown = host.tables["customers"]["gap_to_next_tier"]
    ids = host.tables["customers"]["customer_id"]
    for said, words in zip(gap(host.read(), ids[:2]), shown, strict=False):
        assert f". {words}. " in said


def test_unknown_customers_and_those_without_orders_do_not_stop_the_others():
    answers = gap(shop().read(), ["x", "e", "a", "A"])
    assert answers[0] == "There is no customer with the ID 'x'."
    assert answers[1] == "Customer e: no valid orders yet, therefore no tier."
    assert answers[2].startswith("Customer a: High value")
    assert answers[3].endswith("Did you mean 'a'?")


@pytest.mark.parametrize(("lang", "words"), [("en", "more revenue to 潜在"), ("zh", "再消费")])
def test_the_words_are_in_the_language_asked_for(lang, words):
    (said,) = gap(shop("zh").read(), ["7"], lang)
    assert words in said


def test_the_day_is_that_of_the_last_refresh():
    host = shop(customers=["a", "7"])
    host.apply(refresh(host.read(), datetime(2026, 7, 10, 9), date(2026, 6, 15)))
    (said,) = gap(host.read(), ["a"])
    assert "So far 1 order and" in said
