"""What the follow-up knows of a customer: age, tier as a refresh computes it, ways to reach."""

from datetime import date

import pytest

from tests.xl_addin.commands.follow_up.shop import AS_OF, customer, shop
from xl_addin.commands.contact_log import read_contacts
from xl_addin.commands.follow_up.portrait import age_on, read_portrait

ORDERS = [("a", date(2026, 1, 1), 600), ("a", date(2026, 1, 2), 600), ("b", date(2026, 1, 1), 900)]


def portrait(*people, orders=ORDERS, lang=None, **more):
    book = shop(people, orders, **more).read()
    return read_portrait(book, AS_OF, read_contacts(book), lang)


@pytest.mark.parametrize(
    ("born", "age"),
    [
        (date(2000, 3, 2), 26),
        (date(2000, 3, 3), 25),
        (date(2004, 2, 29), 22),
        (date(2026, 3, 3), None),
        (None, None),
    ],
)
def test_the_age_in_full_years(born, age):
    assert age_on(born, AS_OF) == age


def test_tier_money_and_next_tier_are_those_of_a_refresh_on_that_day():
    found = portrait(customer("a"), customer("b")).customers
    assert (found["a"].tier, found["a"].revenue, found["a"].next_tier) == ("High value", 1200, "")
    assert (found["b"].tier, found["b"].gap_revenue) == ("Ordinary", 100)
    assert (found["a"].revenue_share, found["b"].revenue_share) == (1.0, 0.5)


def test_equal_revenue_is_an_equal_share():
    orders = [(name, date(2026, 1, 1), 500) for name in "abc"]
    found = portrait(*map(customer, "abc"), orders=orders).customers
    assert {one.revenue_share for one in found.values()} == {1.0}


def test_a_customer_without_orders_has_no_tier_and_is_there_all_the_same():
    assert portrait(customer("c")).customers["c"].tier == ""


def test_of_two_rows_with_one_number_the_first_counts():
    found = portrait(customer("a", name="first"), customer("a", name="second"))
    assert found.customers["a"].name == "first"


def test_a_name_that_is_a_number_has_no_decimals_and_a_blank_one_is_the_id():
    found = portrait(customer("a", name=1001.0), customer("b", name=" ")).customers
    assert (found["a"].name, found["b"].name) == ("1001", "b")


def test_the_gap_is_told_in_the_language_asked_for():
    assert "more revenue" in portrait(customer("b")).customers["b"].gap_words
    assert "再消费" in portrait(customer("b"), lang="zh").customers["b"].gap_words


def test_blank_cells_are_no_way_to_reach_anybody():
    found = portrait(customer("a", phone=" ", email="　", address=None))
    assert found.reaches(found.customers["a"]) == {}


def test_the_day_is_held_against_the_opening_time_and_ends_at_closing_time():
    found = portrait(customer("a"), settings={"opening_time": "8:30", "closing_time": "17:00"})
    assert (found.now.hour, found.now.minute) == (8, 30)
    assert found.end_of(AS_OF).hour == 17
    assert found.working_day_from(date(2026, 3, 7)) == date(2026, 3, 9)
