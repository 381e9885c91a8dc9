"""CC_TIER and CC_GAP_TO_NEXT_TIER equal `udfs.tiers` on the same customers."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from udfs.errors import BadRule, BadValue
from udfs.tiers import TierCuts, TierRule, tiers
from udfs.worksheet.registry import call

CUSTOMERS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(0, 2_000_000).map(lambda cents: cents / 100)),
    min_size=1,
    max_size=30,
)
RULES = [
    ["Gold", 9, ">=12", ">5000", "vip"],
    ["Silver", 5, "high", "any", ""],
    ["Rest", 1, "any", "any", ""],
]


def whole_table(customers, cuts, rules=None, lang="en"):
    table = pd.DataFrame(customers, columns=["order_count", "revenue"])
    read = None if rules is None else [TierRule(*rule) for rule in rules]
    return tiers(table, read, TierCuts(*cuts), lang)


def columns(customers):
    return [list(column) for column in zip(*customers, strict=True)]


@given(CUSTOMERS, st.sampled_from([None, RULES]), st.sampled_from(["zh", "en"]))
@settings(max_examples=40, deadline=None)
def test_tiers_and_gaps_in_cells_equal_those_of_the_whole_table(customers, rules, lang):
    cuts = (5, 8000)
    expected = whole_table(customers, cuts, rules, lang)
    given_cells = [*columns(customers), *cuts]
    assert call("CC_TIER", [*given_cells, rules], lang) == [[name] for name in expected["tier"]]
    parts = {"words": "gap_to_next_tier", "orders": "gap_orders", "revenue": "gap_revenue"}
    for part, column in parts.items():
        found = call("CC_GAP_TO_NEXT_TIER", [*given_cells, part, rules], lang)
        assert found == [[value] for value in expected[column].tolist()]


def test_a_number_equal_to_the_cut_counts_as_high():
    assert call("CC_TIER", [5, 8000, 5, 8000]) == "High value"
    assert call("CC_TIER", [4, 8000, 5, 8000]) == "Potential"
    assert call("CC_TIER", [4, 7999.99, 5, 8000]) == "Ordinary"
    assert call("CC_TIER", [5, 7999.99, 5, 8000], "zh") == "普通"


def test_each_row_may_have_its_own_cuts():
    orders, revenue = [3, 3, 3], [500, 500, 500]
    found = call("CC_TIER", [orders, revenue, [3, 4, 4], [500, 500, 501]])
    assert found == [["High value"], ["Potential"], ["Ordinary"]]


def test_a_customer_no_rule_fits_has_no_tier():
    assert call("CC_TIER", [[1, 9], 100, 5, 50, [["Best", 2, ">=5", "any"]]]) == [[""], ["Best"]]


def test_the_part_may_be_asked_for_in_chinese():
    assert call("CC_GAP_TO_NEXT_TIER", [3, 9000, 5, 8000, "订单数"], "zh") == 2
    with pytest.raises(BadValue):
        call("CC_GAP_TO_NEXT_TIER", [3, 9000, 5, 8000, "days"])


def test_the_gap_in_words_says_how_many_orders_and_which_tier():
    words = call("CC_GAP_TO_NEXT_TIER", [3, 9000, 5, 8000])
    assert "2" in words
    assert "High value" in words


def test_reaching_the_gap_in_numbers_reaches_the_next_tier():
    for orders, revenue in [(1, 10), (3, 9000), (1, 7999.99), (0, 0)]:
        more = [
            call("CC_GAP_TO_NEXT_TIER", [orders, revenue, 5, 8000, p])
            for p in ("orders", "revenue")
        ]
        before = whole_table([(orders, revenue)], (5, 8000))
        reached = call("CC_TIER", [orders + more[0], round(revenue + more[1], 2), 5, 8000])
        assert reached == before["next_tier"][0]


def test_nothing_is_missing_at_the_highest_tier():
    for part in ("orders", "revenue"):
        assert call("CC_GAP_TO_NEXT_TIER", [9, 9000, 5, 8000, part]) == 0


def test_a_condition_that_cannot_be_read_is_refused():
    with pytest.raises(BadRule, match="often"):
        call("CC_TIER", [5, 100, 5, 50, [["Best", 2, "often", "any"]]])
