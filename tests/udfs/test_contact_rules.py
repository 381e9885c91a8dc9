"""Priority as a sum that explains itself, and the cap on contacts."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from udfs.contact_rules import (
    OVERDUE_POINTS,
    POINTS,
    POINTS_OVERDUE,
    REVENUE_POINTS,
    TIER_POINTS,
    explain_priority,
    priority,
    within_cap,
)
from udfs.errors import BadRule

LEVELS = (3, 2, 1)
SOURCES = list(POINTS)
ARGUMENTS = st.tuples(
    st.sampled_from(SOURCES),
    st.floats(0, 400),
    st.sampled_from([None, 1, 2, 3]),
    st.just(LEVELS),
    st.none() | st.floats(0, 1),
)


def test_reasons_in_the_order_of_their_weight():
    overdue = {"inquiry": 0.1, "return_visit": 0.1}
    order = ["inquiry", "recall", "tier_fell", "return_visit", "important_date"]
    points = [priority(one, overdue.get(one, 0)).points for one in order]
    points.insert(1, priority("inquiry").points)
    points += [priority(one).points for one in ("return_visit", "near_next_tier", "confirm_data")]
    assert points == sorted(set(points), reverse=True)
    assert priority("birthday").points == priority("important_date").points


def test_the_reasons_are_those_of_the_follow_up_table():
    schema = pytest.importorskip("xl_addin.schema")
    sources = getattr(schema, "FOLLOW_UP_SOURCES", SOURCES)
    assert sorted(sources) == sorted(SOURCES)


def test_the_most_urgent_of_all_has_100_points():
    found = priority("inquiry", 30, 3, LEVELS, 1.0)
    assert found.points == 100
    assert POINTS_OVERDUE["inquiry"] + TIER_POINTS + OVERDUE_POINTS + REVENUE_POINTS == 100


@pytest.mark.parametrize(
    ("level", "levels", "points"),
    [
        (3, LEVELS, 20),
        (2, LEVELS, 10),
        (1, LEVELS, 0),
        (None, LEVELS, 0),
        (float("nan"), LEVELS, 0),
        (5, (5,), 0),
        (5, (), 0),
        (9, (1, 9), 20),
        (0, (3, 2, 1), 0),
        (10, (3, 2, 1), 20),
        (2, (4, 3, 2, 1), 7),
        (3, (3, 3, 2, 1), 20),
    ],
)
def test_tiers_give_points_in_equal_steps(level, levels, points):
    assert priority("recall", 0, level, levels).points - POINTS["recall"] == points


@pytest.mark.parametrize(
    ("days", "points"), [(0, 0), (-3, 0), (0.5, 0), (1, 2), (9.9, 18), (99, 20)]
)
def test_each_whole_day_overdue_gives_two_points_and_at_most_twenty(days, points):
    assert priority("recall", days).points - POINTS["recall"] == points


@pytest.mark.parametrize("share", [None, float("nan"), 0.0, -1.0])
def test_without_revenue_there_are_no_points_for_it(share):
    assert priority("recall", revenue_share=share).points == POINTS["recall"]


@given(ARGUMENTS)
def test_the_priority_is_the_sum_of_its_parts_and_between_0_and_100(arguments):
    found = priority(*arguments)
    assert found.points == sum(part.points for part in found.parts)
    assert 0 < found.points <= 100
    assert all(part.points > 0 for part in found.parts)


@given(ARGUMENTS, st.floats(0, 50))
def test_more_days_overdue_never_lower_it(arguments, more):
    source, days, *rest = arguments
    assert priority(source, days + more, *rest).points >= priority(source, days, *rest).points


@given(ARGUMENTS)
def test_a_higher_tier_never_lowers_it(arguments):
    source, days, _, levels, share = arguments
    points = [priority(source, days, level, levels, share).points for level in (None, 1, 2, 3)]
    assert points == sorted(points)


@given(ARGUMENTS, st.floats(0, 1))
def test_more_revenue_never_lowers_it(arguments, share):
    *rest, other = arguments
    low, high = sorted((share, other or 0.0))
    assert priority(*rest, low).points <= priority(*rest, high).points


def test_an_unknown_reason_is_refused():
    for source in ("party", "inquiry_overdue"):
        with pytest.raises(BadRule) as refused:
            priority(source)
        assert refused.value.key == "follow_rules.unknown_source"


def test_the_sum_in_words():
    found = priority("inquiry", 6, 3, LEVELS, 0.95)
    assert explain_priority(found, "en", "High value") == (
        "92 = 50 (inquiry overdue) + 20 (High value) + 12 (6 days late)"
        " + 10 (revenue at least that of 95% of customers)"
    )
    assert explain_priority(found, "zh", "高价值") == (
        "92 = 50（咨询回复已超时） + 20（高价值） + 12（逾期 6 天）"
        " + 10（累计金额不低于 95% 的客户）"
    )
    assert explain_priority(priority("confirm_data"), "en") == "5 = 5 (data to confirm)"
    assert (
        explain_priority(priority("recall", 0, 3, LEVELS), "zh")
        == "56 = 36（召回） + 20（客户等级）"
    )


@given(ARGUMENTS, st.sampled_from(["zh", "en"]))
def test_the_numbers_of_the_words_add_up(arguments, lang):
    said = explain_priority(priority(*arguments), lang)
    total, parts = said.split(" = ")
    assert int(total) == sum(int(re.match("[0-9]+", one)[0]) for one in parts.split(" + "))


# The cap


def test_the_most_urgent_stay_within_the_cap():
    found = within_cap("AABA", ["recall", "birthday", "recall", "tier_fell"], {}, 2)
    assert found.kept == [0, 1, 2]
    assert found.left_out == [3]


def test_contacts_already_made_count():
    found = within_cap("AB", ["recall", "recall"], {"A": 2}, 2)
    assert found.kept == [1]
    assert found.left_out == [0]


def test_an_answer_is_owed_and_takes_nothing_from_the_cap():
    found = within_cap("AAA", ["inquiry", "recall", "inquiry"], {"A": 0}, 1)
    assert found.kept == [0, 1, 2]
    assert within_cap("A", ["inquiry"], {"A": 9}, 0).kept == [0]


def test_without_a_cap_all_stay_and_with_none_allowed_nobody():
    assert within_cap("AA", ["recall"] * 2, {"A": 9}, None).kept == [0, 1]
    assert within_cap("AB", ["recall"] * 2, {}, 0).kept == []


ITEMS = st.lists(
    st.tuples(st.sampled_from("ABC"), st.sampled_from(["inquiry", "recall", "birthday"])),
    max_size=20,
)
MADE = st.dictionaries(st.sampled_from("ABC"), st.integers(0, 4))


@given(ITEMS, MADE, st.integers(0, 4))
def test_nobody_is_contacted_beyond_the_cap_and_nothing_is_lost(items, made, cap):
    found = within_cap([one for one, _ in items], [source for _, source in items], made, cap)
    assert sorted([*found.kept, *found.left_out]) == list(range(len(items)))
    for customer in "ABC":
        kept = [n for n in found.kept if items[n][0] == customer and items[n][1] != "inquiry"]
        left = [one for one in found.left_out if items[one][0] == customer]
        assert len(kept) <= max(cap - made.get(customer, 0), 0)
        assert not left or made.get(customer, 0) + len(kept) >= cap
        assert not left or not kept or kept[-1] < left[0]
