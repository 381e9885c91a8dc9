"""Tier cuts and the tier of each customer."""

from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from udfs.errors import BadRule, BadValue
from udfs.tiers import TierCuts, TierRule, default_tier_rules, tier_cuts, tiers

CUSTOMERS = st.lists(st.tuples(st.integers(1, 12), st.integers(1, 10**7)), min_size=1, max_size=30)
NEW_COLUMNS = [
    *(
        "tier",
        "tier_level",
        "tier_tag",
        "gap_to_next_tier",
        "gap_orders",
        "gap_revenue",
        "next_tier",
    )
]


def table_of(customers):
    orders = [orders for orders, _ in customers]
    return pd.DataFrame({"order_count": orders, "revenue": [cents / 100 for _, cents in customers]})


@given(CUSTOMERS, st.sampled_from([0.6, 0.5, 0.75, 0.0, 1.0, 0.123]))
def test_cuts_are_numpys_default_quantile(customers, quantile):
    table = table_of(customers)
    cuts = tier_cuts(table, quantile)
    assert cuts.order_count == pytest.approx(np.quantile(table["order_count"], quantile), rel=1e-12)
    assert cuts.revenue == pytest.approx(np.quantile(table["revenue"], quantile), rel=1e-12)


def test_six_tenths_is_exactly_six_tenths():
    table = table_of([(n, 100 * n) for n in range(1, 12)])
    assert tier_cuts(table) == TierCuts(7.0, 7.0)
    assert Fraction(0.6) != Fraction("0.6")


def test_customers_without_orders_do_not_move_the_cuts():
    table = table_of([(1, 100), (2, 200), (3, 300)])
    more = pd.concat([table, pd.DataFrame({"order_count": [0, np.nan], "revenue": [0.0, np.nan]})])
    assert tier_cuts(more) == tier_cuts(table)


def test_given_cuts_are_used_and_blank_ones_are_not():
    table = table_of([(1, 100), (2, 200), (3, 300)])
    assert tier_cuts(table, frequency_cut=5, amount_cut="1.2万") == TierCuts(5.0, 12_000.0)
    assert tier_cuts(table, frequency_cut="", amount_cut=None) == tier_cuts(table)


@pytest.mark.parametrize("quantile", [-0.1, 1.1, "x", None, True, float("nan"), ""])
def test_a_quantile_outside_zero_and_one_is_refused(quantile):
    with pytest.raises(BadRule) as refused:
        tier_cuts(table_of([(1, 100)]), quantile)
    assert refused.value.key == "error.bad_quantile"


def test_a_cut_that_is_no_number_is_refused():
    with pytest.raises(BadRule, match="12o"):
        tier_cuts(table_of([(1, 100)]), amount_cut="12o")


def test_a_missing_column_is_named():
    with pytest.raises(BadValue, match="revenue"):
        tiers(pd.DataFrame({"order_count": [1]}))


@given(CUSTOMERS, st.randoms(use_true_random=False))
def test_row_order_changes_no_tier(customers, random):
    table = table_of(customers)
    places = random.sample(range(len(customers)), len(customers))
    shuffled = tiers(table.iloc[places])
    pd.testing.assert_frame_equal(tiers(table).iloc[places], shuffled)


@given(CUSTOMERS, st.sampled_from([1e4, 1e-4, 7.1, 6.8975]))
def test_the_money_unit_changes_no_tier(customers, unit):
    table = table_of(customers)
    changed = table.assign(revenue=table["revenue"] * unit)
    names = ["tier", "tier_level", "tier_tag", "gap_orders", "next_tier"]
    pd.testing.assert_frame_equal(tiers(table)[names], tiers(changed)[names])


@given(CUSTOMERS)
def test_equal_customers_are_in_the_same_tier(customers):
    found = tiers(table_of(customers))
    assert (found.groupby(["order_count", "revenue"])["tier"].nunique() == 1).all()


def test_the_levels_of_the_seeds():
    found = tiers(
        table_of([(4, 10_000), (3, 10_000), (4, 9_999), (3, 9_999)]), cuts=TierCuts(4, 100)
    )
    assert found["tier"].tolist() == ["High value", "Potential", "Ordinary", "Ordinary"]
    assert found["tier_level"].tolist() == [3, 2, 1, 1]
    assert found["tier_tag"].tolist() == ["", "", "frequent, small", ""]
    assert found["next_tier"].tolist() == ["", "High value", "High value", "Potential"]


def test_frequent_and_small_can_be_switched_to_potential():
    rules = default_tier_rules("zh")
    rules[2] = TierRule(rules[1].tier, 2, "high", "low")
    found = tiers(table_of([(4, 9_999)]), rules, TierCuts(4, 100), "zh")
    assert found["tier"].tolist() == ["潜在"]


def test_a_customer_without_orders_is_ordinary_and_has_a_way_up():
    table = pd.DataFrame({"order_count": [np.nan, 5], "revenue": [np.nan, 500.0]})
    found = tiers(table, cuts=TierCuts(4, 100))
    assert found["tier"].tolist() == ["Ordinary", "High value"]
    assert found["gap_revenue"].tolist() == [100.0, 0.0]


def test_nobody_matched_has_no_tier_but_still_a_gap():
    found = tiers(table_of([(1, 100)]), [TierRule("Top", 5, ">=3", "any")], TierCuts(1, 1))
    assert found[["tier", "tier_level", "tier_tag", "next_tier"]].values.tolist() == [
        ["", 0, "", "Top"]
    ]
    assert found["gap_orders"].tolist() == [2]


@pytest.mark.parametrize("rules", [None, []])
def test_no_customers_give_an_empty_table_with_all_columns(rules):
    found = tiers(table_of([]), rules)
    assert len(found) == 0
    assert list(found.columns)[2:] == NEW_COLUMNS


def test_no_rules_give_no_tier():
    found = tiers(table_of([(1, 100)]), [])
    assert found["tier"].tolist() == [""]


def test_one_customer_equals_the_cuts_and_is_high_value():
    assert tiers(table_of([(1, 100)]))["tier"].tolist() == ["High value"]


def test_customers_who_all_never_bought_are_all_ordinary():
    found = tiers(pd.DataFrame({"order_count": [0, 0], "revenue": [0.0, 0.0]}))
    assert found["tier"].tolist() == ["Ordinary", "Ordinary"]
    assert found["next_tier"].tolist() == ["", ""]


def test_the_index_and_the_other_columns_stay():
    table = table_of([(1, 100), (2, 200)]).set_index(pd.Index([5, 5])).assign(note="x")
    found = tiers(table)
    assert found.index.tolist() == [5, 5]
    assert list(found.columns) == ["order_count", "revenue", "note", *NEW_COLUMNS]
    assert list(table.columns) == ["order_count", "revenue", "note"]
