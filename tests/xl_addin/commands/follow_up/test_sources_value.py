"""Recalls, fallen tiers and customers one step below the next tier."""

from datetime import date, timedelta

from tests.xl_addin.commands.follow_up.shop import AS_OF, customer, made, only, shop

HIGH = [("a", date(2026, 1, 5), 600), ("a", date(2026, 1, 20), 600)]


def test_a_tier_that_fell_within_the_days_of_the_cap_is_told_with_both_tiers():
    facts = {"previous_tier": "High value", "tier": "Potential"}
    for day, expected in ((date(2026, 2, 1), 1), (date(2026, 1, 1), 0), (date(2026, 4, 1), 0)):
        host = shop([customer("a", tier_changed_on=day, **facts)], HIGH[:1])
        made(host)
        assert len(only(host, "tier_fell")) == expected, day
    rose = {"previous_tier": "Ordinary", "tier": "High value", "tier_changed_on": AS_OF}
    host = shop([customer("a", **rose)], HIGH)
    made(host)
    assert only(host, "tier_fell") == []


def test_one_step_below_is_one_more_order_of_the_usual_size():
    near = [("a", AS_OF - timedelta(5), 1500)]  # potential: one more order makes it high value
    far = [("b", AS_OF - timedelta(5), 90), ("b", AS_OF - timedelta(4), 90)]
    host = shop([customer("a"), customer("b")], [*near, *far])
    made(host)
    (line,) = only(host, "near_next_tier")
    assert line["customer_id"] == "a"
    assert "1 more order to High value; the usual order is $1,500" in line["why"]


def test_a_tier_of_rules_that_are_no_more_has_not_fallen():
    facts = {"previous_tier": "High value", "tier": "潜在", "tier_changed_on": AS_OF}
    host = shop([customer("a", **facts)], HIGH[:1])
    made(host)
    assert only(host, "tier_fell") == []


def test_a_fall_tells_the_way_back_only_where_there_is_one():
    facts = {"previous_tier": "High value", "tier": "Potential", "tier_changed_on": AS_OF}
    for orders, said in (
        ([("a", AS_OF, 1500)], "Fell from High value to Potential on 2026-03-02. 1 more order to"),
        (HIGH[:1], "Fell from High value to Potential on 2026-03-02. Priority"),
        (HIGH, "Fell from High value to Potential on 2026-03-02. Priority"),
    ):
        host = shop([customer("a", **facts)], orders)
        made(host)
        assert only(host, "tier_fell")[0]["why"].startswith(said)


def test_a_fall_is_due_the_working_days_ahead_after_it():
    facts = {"previous_tier": "High value", "tier": "Potential"}
    fell = facts | {"tier_changed_on": date(2026, 2, 27)}  # the 28th is a Saturday that is worked
    host = shop([customer("a", **fell)], HIGH[:1], settings={"follow_up_days": 3})
    made(host)
    assert only(host, "tier_fell")[0]["due_on"].date() == date(2026, 3, 3)


def test_a_recall_tells_both_tiers_and_is_due_on_the_next_working_day():
    old = [("a", date(2025, 6, 1), 600), ("a", date(2025, 6, 2), 600)]
    host = shop([customer("a")], old)
    made(host, date(2026, 3, 7))  # a Saturday
    (line,) = only(host, "recall")
    assert line["due_on"].date() == date(2026, 3, 9)
    assert "more than 3 months; High value then, High value today." in line["why"]


def test_whoever_is_silent_is_not_asked_to_move_up():
    silent = [("a", date(2025, 11, 1), 1500)]
    host = shop([customer("a")], silent)
    made(host)
    assert only(host, "near_next_tier") == []


def test_two_more_orders_are_not_one_step():
    for cut, expected in ((2, 1), (3, 0)):
        host = shop([customer("a")], [("a", AS_OF, 1500)], settings={"frequency_cut": cut})
        made(host)
        assert len(only(host, "near_next_tier")) == expected


def test_an_order_of_the_usual_size_that_just_reaches_the_tier_is_enough():
    """600.10 of 1,000 in three orders: 200.0333 would do, 399.90 would not."""
    for amount, expected in ((1000 / 3 * 2, 1), (600.10, 0)):
        orders = [("a", date(2026, 2, day), amount / 2) for day in (1, 2)]
        host = shop([customer("a")], orders)
        made(host)
        assert len(only(host, "near_next_tier")) == expected
