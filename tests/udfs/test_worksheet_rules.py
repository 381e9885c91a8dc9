"""Rule tables as ranges: with and without header row, as typed and as a spreadsheet hands over."""

import numpy as np
import pytest

from udfs.errors import BadRule, BadValue
from udfs.segments import SegmentRule
from udfs.tiers import TierRule
from udfs.worksheet.arguments import Context
from udfs.worksheet.cells import rectangle
from udfs.worksheet.rules import segment_rules, tier_rules

GOLD = TierRule("Gold", 2, ">=5", "high", "vip")
REST = TierRule("Rest", 1, "any", "any")


def tiers_of(*rows):
    return tier_rules(rectangle([list(row) for row in rows]), Context())


def test_tier_rules_without_header_stand_in_their_order():
    assert tiers_of(("Gold", 2.0, ">=5", "high", "vip"), ("Rest", 1, "any", "any", None)) == [
        GOLD,
        REST,
    ]


def test_the_tag_may_be_missing():
    assert tiers_of(("Rest", 1, "any", "any")) == [REST]


@pytest.mark.parametrize(
    "captions",
    [
        ("order", "tier", "level", "frequency", "amount", "tag", "meaning"),
        ("Order", "Tier", "Level", "Orders", "Revenue", "Tag", "Meaning"),
        ("顺序", "等级", "级别", "订单数", "累计金额", "标签", "含义"),
    ],
)
def test_the_whole_tiers_sheet_is_read_by_its_captions_and_sorted_by_its_order(captions):
    rows = [
        (2.0, "Rest", 1.0, "any", "any", None, "everybody else"),
        (1.0, "Gold", 2.0, ">=5", "high", "vip", "the best"),
    ]
    assert tiers_of(captions, *rows) == [GOLD, REST]


def test_rules_without_a_number_in_the_column_order_come_last():
    captions = ("order", "tier", "level", "frequency", "amount")
    rows = [(None, "Rest", 1, "any", "any"), (3, "Gold", 2, ">=5", "high")]
    assert [rule.tier for rule in tiers_of(captions, *rows)] == ["Gold", "Rest"]


def test_blank_rows_between_rules_are_passed_over():
    rows = [("Gold", 2, ">=5", "high", "vip"), (None,) * 5, ("Rest", 1, "any", "any", "")]
    assert tiers_of(*rows) == [GOLD, REST]


@pytest.mark.parametrize("level", [1.5, "top", None, True])
def test_a_level_that_is_no_whole_number_is_refused(level):
    with pytest.raises(BadRule, match="is not a whole number"):
        tiers_of(("Gold", level, "high", "high"))


def test_an_empty_range_of_rules_is_refused_and_not_taken_for_the_default():
    with pytest.raises(BadRule, match="empty"):
        tiers_of((None,) * 5)


def test_a_range_too_wide_without_header_says_which_columns_to_choose():
    with pytest.raises(BadValue) as refused:
        tiers_of((1, "Gold", 2, ">=5", "high", "vip", "the best"))
    assert "Tier, Level, Orders, Revenue, Tag" in refused.value.sentence("en")


def test_segment_rules_read_a_lone_score_that_became_a_number():
    cells = np.array([["Best", "555 554"], ["Lone", 111.0]], dtype=object)
    assert segment_rules(cells, Context()) == [
        SegmentRule("Best", (555, 554)),
        SegmentRule("Lone", (111,)),
    ]
