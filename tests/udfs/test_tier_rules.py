"""Tier rules: how conditions are read, and a walk over every possible input."""

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from udfs.errors import BadRule
from udfs.tier_rules import (
    TierCuts,
    TierRule,
    default_tier_rules,
    read_condition,
    rules_version,
    tier_grid,
)

CONDITIONS = ("high", "low", "any", ">=5", "<5", ">3", "<=3", "高", "低", "任意")
CUTS = TierCuts(4.0, 6.5)
VALUES = (0.0, 1.0, 2.9, 3.0, 3.1, 3.9, 4.0, 4.1, 4.9, 5.0, 5.1, 6.4, 6.5, 6.6, 100.0)


def plain(condition, value, cut):
    """What a condition says, spelled out."""
    if condition in ("any", "任意"):
        return True
    if condition in ("high", "高"):
        return value >= cut
    if condition in ("low", "低"):
        return value < cut
    number = float(condition.lstrip("<>="))
    if condition.startswith(">="):
        return value >= number
    if condition.startswith("<="):
        return value <= number
    return value > number if condition.startswith(">") else value < number


@pytest.mark.parametrize("frequency", CONDITIONS)
@pytest.mark.parametrize("amount", CONDITIONS)
def test_a_walk_over_every_possible_input_finds_the_first_rule_that_fits(frequency, amount):
    rules = [TierRule("One", 2, frequency, amount), TierRule("Two", 1, "high", "any")]
    grid = tier_grid(rules, CUTS)
    for orders, revenue in itertools.product(VALUES, VALUES):
        expected = -1
        for number, rule in reversed(list(enumerate(rules))):
            fits = plain(rule.frequency, orders, CUTS.order_count)
            if fits and plain(rule.amount, revenue, CUTS.revenue):
                expected = number
        assert grid.rules_for(np.array([orders]), np.array([revenue])).tolist() == [expected]


@pytest.mark.parametrize(
    ("orders", "revenue", "tier", "tag"),
    [
        (4, 6.5, "High value", ""),
        (9, 9.0, "High value", ""),
        (3, 6.5, "Potential", ""),
        (3, 6.49, "Ordinary", ""),
        (4, 6.49, "Ordinary", "frequent, small"),
    ],
)
def test_the_tiers_of_the_seeds(orders, revenue, tier, tag):
    rules = default_tier_rules("en")
    number = tier_grid(rules, CUTS).rules_for(np.array([orders]), np.array([revenue]))[0]
    assert (rules[number].tier, rules[number].tag) == (tier, tag)


def test_the_default_rules_cover_every_case_once():
    assert (tier_grid(default_tier_rules("zh"), CUTS).matches.sum(axis=0) == 1).all()


def test_without_any_cut_nobody_is_high():
    grid = tier_grid(default_tier_rules("en"), TierCuts(math.nan, math.nan))
    assert grid.rules_for(np.array([0, 1e9]), np.array([0, 1e9])).tolist() == [3, 3]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        *(
            (" HIGH ", "high"),
            ("Low", "low"),
            ("", "any"),
            (None, "any"),
            ("不限", "any"),
            ("ＨＩＧＨ", "high"),
        ),
        *(
            ("≥5", ">=5"),
            (">= 5", ">=5"),
            ("＞＝５", ">=5"),
            ("≤3", "<=3"),
            ("＜5", "<5"),
            ("=>5", ">=5"),
        ),
    ],
)
def test_conditions_are_read_as_people_write_them(written, meant):
    assert read_condition(written, 4.0) == read_condition(meant, 4.0)


@pytest.mark.parametrize(
    ("written", "number"), [(">=1,000", 1000), (">=1.2万", 12_000), ("<￥88", 88)]
)
def test_the_number_in_a_condition_may_be_written_like_any_amount(written, number):
    edge = read_condition(written, 4.0).edge
    assert edge is not None
    assert edge.value == number


@pytest.mark.parametrize(
    "condition", ["5", "hi", ">", ">=x", "==5", "5-10", "<>5", ">=5%", True, "x" * 32_767]
)
def test_a_condition_that_is_not_understood_is_refused(condition):
    with pytest.raises(BadRule) as refused:
        tier_grid([TierRule("One", 1, condition, "any")], CUTS)
    assert refused.value.key == "error.bad_condition"


@pytest.mark.parametrize("level", [1.5, "1", None, True])
def test_a_level_is_a_whole_number(level):
    with pytest.raises(BadRule) as refused:
        tier_grid([TierRule("One", level, "any", "any")], CUTS)
    assert refused.value.key == "error.bad_level"


def test_a_rule_needs_a_name():
    with pytest.raises(BadRule) as refused:
        tier_grid([TierRule(" ", 1, "any", "any")], CUTS)
    assert refused.value.key == "error.tier_without_name"


def test_no_rules_fit_nobody():
    assert tier_grid([], CUTS).rules_for(np.array([1.0]), np.array([1.0])).tolist() == [-1]


@given(st.floats(0, 1e9), st.floats(0, 1e9), st.floats(0, 1e9))
def test_equal_counts_as_high(cut, other, value):
    rules = [TierRule("High", 2, "any", "high"), TierRule("Low", 1, "any", "any")]
    for amount in (value, cut, np.nextafter(cut, 0), other):
        found = tier_grid(rules, TierCuts(1, cut)).rules_for(np.array([1.0]), np.array([amount]))[0]
        assert (found == 0) == (amount >= cut)


def test_the_version_changes_with_every_field_and_the_order():
    rule = TierRule("One", 1, "high", "low", "tag")
    others = [
        TierRule("Two", 1, "high", "low", "tag"),
        TierRule("One", 2, "high", "low", "tag"),
        TierRule("One", 1, "low", "low", "tag"),
        TierRule("One", 1, "high", "high", "tag"),
        TierRule("One", 1, "high", "low", ""),
    ]
    assert len({rules_version([one]) for one in [rule, *others]}) == 6
    assert rules_version([rule, others[0]]) != rules_version([others[0], rule])
    assert rules_version(default_tier_rules("zh")) == rules_version(default_tier_rules("zh"))
