"""Refresh: what a clerk finds in the customer table afterwards."""

import json
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.xl_addin.books import memory
from udfs.errors import CustomerChainError
from xl_addin import schema
from xl_addin.commands.refresh import refresh

NOW = datetime(2026, 7, 11, 9, 30, 15, 999)
DAY = date(2026, 7, 10)
ORDERS = [
    ("a", date(2026, 7, 1), 900),
    ("a", date(2026, 6, 1), 900),
    ("b", date(2026, 1, 1), 500),
    ("b", date(2026, 1, 2), 500),
    ("c", date(2026, 7, 2), 20),
    ("d", date(2026, 7, 3), 30),
    ("d", date(2026, 7, 4), 30, "cancelled"),
    ("e", date(2026, 7, 5), 40, "returned"),
]


def refreshed(host, day=DAY):
    changes = refresh(host.read(), NOW, day)
    host.apply(changes)
    return changes.report


def row(host, customer):
    customers = host.tables["customers"]
    place = customers["customer_id"].index(customer)
    return {name: cells[place] for name, cells in customers.items()}


def test_every_computed_column_is_filled_for_a_customer_with_orders():
    host = memory(ORDERS)
    refreshed(host)
    best = row(host, "a")
    assert (best["recency_days"], best["order_count"], best["revenue"]) == (9, 2, 1800)
    assert (best["first_order"], best["last_order"]) == (date(2026, 6, 1), date(2026, 7, 1))
    assert best["rfm_score"] == 100 * best["r_score"] + 10 * best["f_score"] + best["m_score"]
    assert best["tier"] == "High value"
    assert best["churn_flag"] is False
    for name in schema.CUSTOMERS.names(schema.ADDIN):
        if name not in ("previous_tier", "tier_changed_on", "tier_tag", "gap_to_next_tier"):
            assert best[name] is not None, name


def test_a_customer_without_valid_orders_has_no_scores_and_says_why():
    host = memory(ORDERS)
    refreshed(host)
    nobody = row(host, "e")
    assert (nobody["order_count"], nobody["revenue"], nobody["churn_flag"]) == (0, 0, False)
    assert nobody["rfm_score"] is nobody["tier"] is nobody["last_order"] is None
    assert nobody["why"] == "No valid orders yet."


def test_a_silent_formerly_high_customer_is_flagged():
    host = memory(ORDERS)
    report = refreshed(host)
    assert row(host, "b")["churn_flag"] is True
    assert row(host, "c")["churn_flag"] is False
    assert report.churn_flags == 1


def test_the_tier_before_is_remembered_when_it_changes_and_only_then():
    host = memory(ORDERS)
    refreshed(host)
    assert row(host, "a")["previous_tier"] is None
    host.tables["customers"]["tier"][0] = "Ordinary"
    report = refreshed(host, date(2026, 7, 12))
    assert row(host, "a")["previous_tier"] == "Ordinary"
    assert row(host, "a")["tier_changed_on"] == date(2026, 7, 12)
    assert report.tier_moves == 1
    assert refreshed(host, date(2026, 7, 13)).tier_moves == 0
    assert row(host, "a")["tier_changed_on"] == date(2026, 7, 12)


def test_the_log_gets_one_line_with_date_counts_cuts_and_versions():
    host = memory(ORDERS)
    refreshed(host)
    log = host.tables["refresh_log"]
    line = {name: cells[0] for name, cells in log.items()}
    assert line["refreshed_at"] == datetime(2026, 7, 11, 9, 30, 15)
    assert line["analysis_date"] == DAY
    assert (line["customers"], line["customers_with_orders"], line["orders_used"]) == (5, 4, 6)
    assert "1 row cancelled" in line["orders_left_out"]
    assert line["recency_cuts"].count("/") == 3
    assert len(line["tier_rules_version"]) == 8
    refreshed(host)
    assert len(host.tables["refresh_log"]["analysis_date"]) == 2


def test_without_an_analysis_date_nothing_is_computed():
    with pytest.raises(CustomerChainError) as refused:
        refresh(memory(ORDERS).read(), NOW)
    assert refused.value.key == "error.no_analysis_date"


def test_the_analysis_date_of_the_settings_counts_when_none_is_given():
    host = memory(ORDERS, settings={"analysis_date": DAY})
    assert refresh(host.read(), NOW).report.analysis_date == DAY


def test_settings_that_cannot_be_read_stop_the_refresh():
    with pytest.raises(CustomerChainError):
        refresh(memory(ORDERS, settings={"amount_cut": "plenty"}).read(), NOW, DAY)


def test_orders_of_customers_who_are_not_in_the_table_are_mentioned():
    host = memory(ORDERS, customers=["a", "b"])
    report = refreshed(host)
    assert any("2 customers with orders (c, d)" in remark for remark in report.remarks["en"])
    assert report.left_out["unknown_customer"] == 2
    assert report.orders_used == 4


def test_cuts_are_those_of_the_customers_who_are_in_the_table():
    alone, with_strangers = memory(ORDERS[:4]), memory(ORDERS, customers=["a", "b"])
    refreshed(alone)
    refreshed(with_strangers)
    assert alone.tables["customers"] == with_strangers.tables["customers"]


def test_a_look_back_does_not_touch_the_history_of_tiers():
    host = memory(ORDERS)
    refreshed(host)
    before = [host.tables["customers"][c] for c in ("previous_tier", "tier_changed_on")]
    report = refreshed(host, date(2026, 6, 15))
    assert [host.tables["customers"][c] for c in ("previous_tier", "tier_changed_on")] == before
    assert any("2026-07-10" in remark for remark in report.remarks["en"])


def test_having_no_orders_yet_is_not_a_tier_to_move_from_or_to():
    host = memory(ORDERS)
    refreshed(host, date(2026, 7, 1))
    refreshed(host, DAY)
    assert row(host, "d")["tier"] is not None
    assert row(host, "d")["previous_tier"] is None


def test_a_status_nobody_knows_is_mentioned():
    host = memory([("a", DAY, 5, "待付款"), ("a", DAY, 6, "已退款"), ("a", DAY, 7, "Shipped")])
    report = refreshed(host)
    assert any("1 row has an unknown status (待付款)" in r for r in report.remarks["en"])
    host = memory([("a", DAY, 5, "待付款"), ("a", DAY, 6, " 待付款 ")])
    report = refreshed(host)
    assert any("2 rows have an unknown status (待付款)" in r for r in report.remarks["en"])


def test_a_date_beside_the_one_in_settings_is_mentioned():
    report = refreshed(memory(ORDERS))
    assert any("--as-of is no longer needed" in remark for remark in report.remarks["en"])
    report = refreshed(memory(ORDERS, settings={"analysis_date": date(2026, 7, 9)}))
    assert any("stays 2026-07-09" in remark for remark in report.remarks["en"])
    report = refreshed(memory(ORDERS, settings={"analysis_date": DAY}))
    assert not any("Settings" in remark for remark in report.remarks["en"])


def test_customer_numbers_meet_whether_typed_as_text_or_number():
    host = memory([(7, DAY, 10), ("007", DAY, 20)], customers=["7", "007", 8.0])
    refreshed(host)
    assert host.tables["customers"]["revenue"] == [10, 20, 0]


def test_a_doubled_customer_gets_the_same_result_twice_and_a_blank_one_none():
    host = memory(ORDERS, customers=["a", "a", None])
    refreshed(host)
    assert host.tables["customers"]["revenue"] == [1800, 1800, None]


@pytest.mark.parametrize("orders", [[], [("a", DAY, 10)], [(c, DAY, 10) for c in "abcdefg"]])
def test_no_orders_one_customer_and_all_equal_are_survived(orders):
    host = memory(orders, customers=["a"] if not orders else None)
    report = refreshed(host)
    assert report.customers_with_orders == len({o[0] for o in orders})
    if len(orders) > 1:
        assert len(set(host.tables["customers"]["rfm_score"])) == 1
        assert any("level" in remark for remark in report.remarks["en"])


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_report_reads_in_both_languages_and_as_json(lang):
    host = memory(ORDERS, lang=lang)
    report = refreshed(host)
    for reading in ("zh", "en"):
        assert all(line.strip() for line in report.lines(reading))
    assert json.loads(json.dumps(report.as_json()))["analysis_date"] == "2026-07-10"


@given(st.permutations(ORDERS))
def test_the_order_of_the_rows_changes_nothing(orders):
    host, other = memory(ORDERS, customers="abcde"), memory(orders, customers="abcde")
    refreshed(host)
    refreshed(other)
    assert host.tables["customers"] == other.tables["customers"]
