"""The gap really lands in the next tier, and nothing less does; holes and overlaps in words."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from udfs.money import exact_values
from udfs.tiers import (
    TierCuts,
    TierRule,
    default_tier_rules,
    tier_cuts,
    tier_gaps,
    tier_overlaps,
    tiers,
)

CONDITION = st.sampled_from(["high", "low", "any", ">=5", "<5", ">3", "<=3", ">=2.5", ">7", "<8"])
RULES = st.lists(
    st.builds(
        TierRule,
        st.sampled_from(["Gold", "Silver", "Bronze"]),
        st.integers(1, 4),
        CONDITION,
        CONDITION,
    ),
    min_size=1,
    max_size=5,
)
CUSTOMERS = st.lists(st.tuples(st.integers(0, 10), st.integers(0, 1200)), min_size=1, max_size=8)
CUTS = st.builds(
    TierCuts, st.integers(0, 50).map(lambda n: n / 5), st.integers(0, 1000).map(lambda n: n / 100)
)


def table_of(customers):
    orders = [orders for orders, _ in customers]
    return pd.DataFrame({"order_count": orders, "revenue": [cents / 100 for _, cents in customers]})


def level_of(rules, cuts, orders, revenue):
    one = pd.DataFrame({"order_count": [orders], "revenue": exact_values(np.array([revenue]))})
    found = tiers(one, rules, cuts)
    return found["tier"][0], found["tier_level"][0] if found["tier"][0] else -np.inf


@given(RULES, CUTS, CUSTOMERS)
def test_applying_the_gap_lands_in_the_next_tier_and_less_does_not(rules, cuts, customers):
    table = tiers(table_of(customers), rules, cuts)
    for row in table.itertuples():
        if not row.next_tier:
            assert (row.gap_orders, row.gap_revenue) == (0, 0)
            continue
        orders, revenue = row.order_count + row.gap_orders, row.revenue + row.gap_revenue
        tier, level = level_of(rules, cuts, orders, revenue)
        assert tier == row.next_tier
        assert level > (row.tier_level if row.tier else -np.inf)
        if row.gap_orders:
            assert level_of(rules, cuts, orders - 1, revenue)[1] != level
        if row.gap_revenue:
            assert level_of(rules, cuts, orders, revenue - 0.01)[1] != level


@given(RULES, CUTS, CUSTOMERS)
def test_no_lower_level_above_the_own_one_can_be_reached(rules, cuts, customers):
    table = tiers(table_of(customers[:3]), rules, cuts)
    for row in table.itertuples():
        own = row.tier_level if row.tier else -np.inf
        rises = [
            (row.order_count + o, row.revenue + m / 2)
            for o in range(0, 12, 2)
            for m in range(0, 26, 5)
        ]
        walk = tiers(pd.DataFrame(rises, columns=["order_count", "revenue"]), rules, cuts)
        reached = [
            level if tier else -np.inf
            for tier, level in zip(walk["tier"], walk["tier_level"], strict=True)
        ]
        higher = [level for level in reached if level > own]
        if higher:
            aim = level_of(
                rules, cuts, row.order_count + row.gap_orders, row.revenue + row.gap_revenue
            )[1]
            assert own < aim <= min(higher)


@given(st.integers(0, 9), st.integers(0, 2000), st.integers(0, 2000))
def test_more_never_lowers_the_tier_of_the_default_rules_if_orders_stay(orders, cents, more):
    cuts = TierCuts(4, 10.0)
    before = level_of(default_tier_rules(), cuts, orders, cents / 100)[1]
    assert level_of(default_tier_rules(), cuts, orders, (cents + more) / 100)[1] >= before


def test_a_frequent_small_customer_is_lifted_to_high_value_by_revenue_alone():
    found = tiers(pd.DataFrame({"order_count": [9], "revenue": [999.93]}), cuts=TierCuts(4, 1000))
    assert found["next_tier"][0] == "High value"
    assert (found["gap_orders"][0], found["gap_revenue"][0]) == (0, 0.07)


def test_gaps_are_told_in_both_languages():
    table = pd.DataFrame({"order_count": [3, 2, 1, 9], "revenue": [2000.0, 1000.0, 12.5, 5000.0]})
    rules = [TierRule("Top", 2, ">=4", ">=1,000"), TierRule("Base", 1, "any", "any")]
    cuts = TierCuts(4, 1000)
    assert tiers(table, rules, cuts, "en", "$")["gap_to_next_tier"].tolist() == [
        "1 more order to Top",
        "2 more orders to Top",
        "3 more orders and $987.50 more revenue to Top",
        "Highest tier reached",
    ]
    assert tiers(table, rules, cuts, "zh", "¥")["gap_to_next_tier"].tolist() == [
        "再有 1 笔订单，升为「Top」",
        "再有 2 笔订单，升为「Top」",
        "再有 3 笔订单并再消费 ¥987.50，升为「Top」",
        "已是最高等级",
    ]


def test_a_tier_that_buying_more_cannot_reach_is_said_so():
    rules = [TierRule("Small", 2, "<5", "any"), TierRule("Big", 1, "any", "any")]
    found = tiers(pd.DataFrame({"order_count": [6], "revenue": [1.0]}), rules, TierCuts(1, 1))
    assert found["gap_to_next_tier"].tolist() == ["Buying more does not change the tier"]


def test_amounts_in_words_are_rounded_up_so_that_they_suffice():
    found = tiers(
        pd.DataFrame({"order_count": [1], "revenue": [999.9]}), cuts=TierCuts(4, 1000.036)
    )
    assert found["gap_revenue"].tolist() == [0.136]
    assert found["gap_to_next_tier"].tolist() == ["0.14 more revenue to Potential"]


def test_a_cut_between_whole_numbers_asks_for_the_next_whole_order():
    table = pd.DataFrame({"order_count": [1, 2, 3, 4, 5], "revenue": [500.0] * 5})
    found = tiers(table, cuts=tier_cuts(table))
    assert found["gap_orders"].tolist() == [3, 2, 1, 0, 0]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_default_rules_have_no_hole_and_no_overlap(lang):
    rules = default_tier_rules(lang)
    assert tier_gaps(rules, TierCuts(3.4, 99.5), lang) == []
    assert tier_overlaps(rules, TierCuts(3.4, 99.5), lang) == []


def test_holes_are_told_as_cases():
    rules = [TierRule("Top", 2, ">=5", ">1000"), TierRule("Mid", 1, "<5", "any")]
    assert tier_gaps(rules, TierCuts(1, 1), "en", "$") == ["orders ≥ 5, revenue ≤ $1,000"]
    assert tier_gaps(rules, TierCuts(1, 1), "zh", "¥") == ["订单数 ≥ 5，累计金额 ≤ ¥1,000"]
    assert tier_gaps([], TierCuts(1, 1)) == ["every customer"]
    between = [TierRule("Top", 2, ">=5", "any"), TierRule("Low", 1, "<=2", "any")]
    assert tier_gaps(between, TierCuts(1, 1)) == ["orders > 2 and < 5"]


def test_a_case_no_whole_order_falls_into_is_no_hole():
    rules = [TierRule("Top", 2, ">=5", "any"), TierRule("Low", 1, "<=4", "any")]
    assert tier_gaps(rules, TierCuts(1, 1)) == []


def test_overlaps_name_the_tiers_and_the_one_that_applies():
    rules = [TierRule("Top", 2, ">=5", "any"), TierRule("All", 1, "any", "any")]
    assert tier_overlaps(rules, TierCuts(1, 1)) == ["orders ≥ 5: Top, All (Top applies)"]
    assert tier_overlaps(rules, TierCuts(1, 1), "zh") == ["订单数 ≥ 5：Top、All（按「Top」计）"]


@given(RULES, CUTS, CUSTOMERS)
def test_a_table_without_holes_leaves_nobody_without_a_tier(rules, cuts, customers):
    if not tier_gaps(rules, cuts):
        assert (tiers(table_of(customers), rules, cuts)["tier"] != "").all()


def test_one_thing_to_do_is_preferred_to_two():
    rules = [
        TierRule("Gold", 2, ">=2", ">=10"),
        TierRule("Gold", 2, ">=3", "any"),
        TierRule("Iron", 1, "any", "any"),
    ]
    found = tiers(pd.DataFrame({"order_count": [1], "revenue": [1.0]}), rules, TierCuts(1, 1))
    assert (found["gap_orders"][0], found["gap_revenue"][0]) == (2, 0.0)
