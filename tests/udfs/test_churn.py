"""The churn rule: calendar months, and high value as of the last purchase."""

import calendar
import datetime as dt

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from udfs.churn import churn_flags, edate
from udfs.errors import BadRule, NotComputable
from udfs.orders import read_orders
from udfs.rfm import rfm_table
from udfs.tiers import TierRule, default_tier_rules, tier_cuts, tiers

DAY = dt.date(2026, 3, 1)


def log(*rows):
    return pd.DataFrame(rows, columns=["customer_id", "order_date", "amount"])


def silent(last_order, analysis_date, months=3):
    found = churn_flags(log(("A", last_order, 10)), analysis_date, months)
    return bool(found["silent"][0])


@pytest.mark.parametrize(
    ("day", "months", "result"),
    [
        ("2026-05-31", -3, "2026-02-28"),
        ("2024-05-31", -3, "2024-02-29"),
        ("2026-02-28", -3, "2025-11-28"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2026-01-15", -12, "2025-01-15"),
        ("2026-12-01", 1, "2027-01-01"),
        ("2026-01-31", 0, "2026-01-31"),
    ],
)
def test_edate_is_excels(day, months, result):
    assert edate(dt.date.fromisoformat(day), months) == dt.date.fromisoformat(result)


@given(st.dates(dt.date(1900, 1, 1), dt.date(2200, 1, 1)), st.integers(-1200, 1200))
def test_edate_keeps_the_day_or_takes_the_last_of_the_month(day, months):
    found = edate(day, months)
    assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == months
    assert found.day == min(day.day, calendar.monthrange(found.year, found.month)[1])


def test_edate_beyond_the_calendar_is_refused():
    with pytest.raises(NotComputable):
        edate(dt.date(1, 1, 1), -1)


def test_silent_for_exactly_three_months_is_not_yet_silent():
    assert not silent("2025-12-01", "2026-03-01")
    assert silent("2025-11-30", "2026-03-01")


def test_from_30_november_february_is_too_short():
    assert not silent("2025-11-30", "2026-02-28")
    assert silent("2025-11-27", "2026-02-28")
    assert not silent("2025-11-28", "2026-02-28")
    assert silent("2025-11-30", "2026-03-01")


def test_three_months_are_not_ninety_days():
    assert not silent("2025-07-01", "2025-10-01")
    assert (dt.date(2025, 10, 1) - dt.date(2025, 7, 1)).days > 90


@given(st.dates(dt.date(2000, 1, 1), dt.date(2030, 1, 1)), st.integers(1, 24))
def test_one_day_makes_the_difference(analysis_date, months):
    limit = edate(analysis_date, -months)
    assert not silent(limit, analysis_date, months)
    assert silent(limit - dt.timedelta(1), analysis_date, months)


def test_formerly_high_but_ordinary_today_is_flagged():
    """A was the best of two when A stopped; the others have since grown far beyond."""
    early = [("A", "2025-01-05", 100), ("A", "2025-01-06", 100), ("B", "2025-01-02", 10)]
    later = [(name, f"2026-02-{day:02d}", 5000) for name in "BCDE" for day in range(1, 9)]
    frame = log(*early, *later)
    today = tiers(rfm_table(frame, DAY)).set_index("customer_id")
    found = churn_flags(frame, DAY).set_index("customer_id")
    assert today.loc["A", "tier"] == "Ordinary"
    assert found.loc["A", "tier_at_last_order"] == "High value"
    assert found.loc["A", ["silent", "formerly_high", "churn_flag"]].tolist() == [True, True, True]


def test_high_today_but_ordinary_when_last_seen_is_not_flagged():
    """A's 5 orders were small among those of that time; the many small customers came later."""
    rich = [(name, f"2025-01-{day:02d}", 900) for name in "XYZ" for day in range(1, 9)]
    middle = [("A", f"2025-01-{day:02d}", 100) for day in range(4, 9)]
    small = [(f"S{n}", "2026-02-20", 1) for n in range(20)]
    frame = log(*rich, *middle, *small)
    today = tiers(rfm_table(frame, DAY)).set_index("customer_id")
    found = churn_flags(frame, DAY).set_index("customer_id")
    assert today.loc["A", "tier"] == "High value"
    assert found.loc["A", "tier_at_last_order"] == "Ordinary"
    assert found.loc["A", ["silent", "formerly_high", "churn_flag"]].tolist() == [
        True,
        False,
        False,
    ]


def test_a_high_value_customer_who_still_buys_is_not_flagged():
    found = churn_flags(log(("A", "2026-02-01", 100)), DAY)
    assert found[["silent", "formerly_high", "churn_flag"]].values.tolist() == [
        [False, True, False]
    ]


ROWS = st.lists(
    st.tuples(st.sampled_from("ABCDEFG"), st.integers(0, 400), st.integers(1, 5000)),
    min_size=1,
    max_size=40,
)
FIXED = st.sampled_from([(None, None), (2, None), (None, 30), (2, 30)])


def frame_of(rows):
    dated = [(name, DAY - dt.timedelta(age), cents / 100) for name, age, cents in rows]
    return log(*dated)


@settings(max_examples=30)
@given(ROWS, FIXED, st.sampled_from([0.6, 0.5, 0.85]))
def test_the_tier_at_the_last_order_is_that_of_a_book_closed_on_that_day(rows, fixed, quantile):
    frame = frame_of(rows)
    found = churn_flags(frame, DAY, quantile=quantile, frequency_cut=fixed[0], amount_cut=fixed[1])
    for row in found.itertuples():
        then = rfm_table(frame, row.last_order)
        closed = tiers(then, cuts=tier_cuts(then, quantile, *fixed)).set_index("customer_id")
        assert row.tier_at_last_order == closed.loc[row.customer_id, "tier"]
        assert row.formerly_high == (closed.loc[row.customer_id, "tier_level"] == 3)
        assert row.churn_flag == (row.silent and row.formerly_high)


@given(ROWS, st.randoms(use_true_random=False), st.sampled_from([1.0, 1e4, 1e-4, 7.1]))
def test_row_order_and_money_unit_change_no_flag(rows, random, unit):
    other = frame_of(random.sample(rows, len(rows)))
    other["amount"] *= unit
    found = churn_flags(other, DAY)
    expected = churn_flags(frame_of(rows), DAY)
    # The cuts are amounts, so they follow the unit; nothing else does.
    expected["revenue_cut_then"] *= unit
    pd.testing.assert_frame_equal(expected, found)


def test_orders_after_the_analysis_date_do_not_break_the_silence():
    frame = log(("A", "2025-01-05", 100), ("A", "2026-03-02", 100))
    found = churn_flags(frame, DAY)
    assert found["silent"].tolist() == [True]
    log_without_day = read_orders(frame)
    pd.testing.assert_frame_equal(churn_flags(log_without_day, DAY), found, check_dtype=False)


def test_the_highest_level_of_ones_own_rules_counts():
    rules = [TierRule("Gold", 9, ">=2", "any"), TierRule("Iron", 4, "any", "any")]
    frame = log(("A", "2025-01-05", 1), ("A", "2025-01-06", 1), ("B", "2025-01-06", 1))
    found = churn_flags(frame, DAY, rules=rules)
    assert found["tier_at_last_order"].tolist() == ["Gold", "Iron"]
    assert found["churn_flag"].tolist() == [True, False]


def test_no_rule_fits_and_no_rules_flag_nobody():
    frame = log(("A", "2025-01-05", 1))
    for rules in ([], [TierRule("Gold", 9, ">=2", "any")]):
        found = churn_flags(frame, DAY, rules=rules)
        assert found[["tier_at_last_order", "churn_flag"]].values.tolist() == [["", False]]


def test_tier_names_follow_the_language():
    found = churn_flags(log(("A", "2025-01-05", 1)), DAY, lang="zh")
    assert found["tier_at_last_order"].tolist() == [default_tier_rules("zh")[0].tier]


def test_no_orders_give_an_empty_table():
    found = churn_flags(log(), DAY)
    assert len(found) == 0
    assert list(found.columns) == [
        *(
            "customer_id",
            "last_order",
            "silent",
            "tier_at_last_order",
            "order_cut_then",
            "revenue_cut_then",
            "formerly_high",
            "churn_flag",
        )
    ]


@pytest.mark.parametrize("months", [0, -1, 1.5, "x", None, True, 1201])
def test_months_that_cannot_be_counted_are_refused(months):
    with pytest.raises(BadRule) as refused:
        churn_flags(log(("A", "2025-01-05", 1)), DAY, months)
    assert refused.value.key == "error.bad_months"


def test_months_may_come_as_a_cell():
    assert silent("2025-11-30", "2026-03-01", "3")
    assert silent("2025-11-30", "2026-03-01", 3.0)
