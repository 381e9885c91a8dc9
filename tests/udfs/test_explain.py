"""Explanations: readable, in both languages, with the very numbers the scores were made from."""

import datetime as dt
import re

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from udfs.churn import churn_flags
from udfs.errors import NotFound
from udfs.explain import explain_customer, why
from udfs.rfm import RfmCuts, rfm_cuts, rfm_scores, rfm_table
from udfs.segments import segments
from udfs.texts import LANGUAGES
from udfs.tiers import TierCuts, tier_cuts, tiers

DAY = dt.date(2026, 3, 1)
CUTS = RfmCuts((5, 14, 30, 90), (1, 2, 4, 7), (100, 500.5, 2000, 1e6))


def record(**changes):
    values = {
        "customer_id": "A",
        "recency_days": 12,
        "order_count": 2,
        "revenue": 1250.0,
        "last_order": pd.Timestamp("2026-02-17"),
        "r_score": 4,
        "f_score": 2,
        "m_score": 3,
        "rfm_score": 423,
        "segment": "Potential Loyalist",
        "tier": "Potential",
        "tier_tag": "",
        "gap_to_next_tier": "2 more orders to High value",
        "silent": False,
        "tier_at_last_order": "Potential",
        "formerly_high": False,
        "churn_flag": False,
    }
    return pd.DataFrame([{**values, **changes}])


def table_of(orders, lang="en"):
    """(everything `explain` needs) for a log, as the refresh computes it."""
    table = rfm_table(orders, DAY)
    cuts, limits = rfm_cuts(table), tier_cuts(table)
    scored = tiers(segments(rfm_scores(table), lang=lang), cuts=limits, lang=lang)
    flags = churn_flags(orders, DAY, lang=lang).drop(columns="last_order")
    return scored.merge(flags, on="customer_id"), cuts, limits


def test_why_is_compact_and_readable_in_english():
    assert why(record(), CUTS, TierCuts(4, 1000), "en", "¥") == [
        "Potential: revenue ¥1,250 reaches the cut ¥1,000; 2 orders are below the cut 4. "
        "R4: last order 12 days ago (cuts 5 / 14 / 30 / 90). "
        "F2: 2 orders (cuts 1 / 2 / 4 / 7). "
        "M3: ¥1,250 (cuts ¥100 / ¥500.50 / ¥2,000 / ¥1,000,000)."
    ]


def test_why_is_compact_and_readable_in_chinese():
    row = record(tier="潜在", revenue=1250.5)
    assert why(row, CUTS, TierCuts(3.4, 1000), "zh", "¥") == [
        "潜在：金额 ¥1,250.50 达到分界 ¥1,000；2 笔订单低于分界 3.4。"
        "R4：12 天前最后一次下单（分界 5 / 14 / 30 / 90）。"
        "F2：2 笔订单（分界 1 / 2 / 4 / 7）。"
        "M3：¥1,250.50（分界 ¥100 / ¥500.50 / ¥2,000 / ¥1,000,000）。"
    ]


def test_one_order_and_one_day_are_singular():
    words = why(record(recency_days=1, order_count=1), CUTS, TierCuts(1, 5000), "en", "$")[0]
    assert "last order 1 day ago" in words
    assert "F2: 1 order (" in words
    assert "revenue $1,250 is below the cut $5,000; 1 order reaches the cut 1." in words


def test_a_flag_says_since_when_and_what_the_customer_was():
    row = record(churn_flag=True, silent=True, formerly_high=True, tier_at_last_order="High value")
    words = why(row, CUTS, TierCuts(4, 1000), "en", "$")[0]
    said = "Churn flag: nothing bought since 2026-02-17, when the tier was High value."
    assert words.index("Potential") < words.index(said) < words.index("R4")
    words = why(row.assign(tier_at_last_order="高价值"), CUTS, TierCuts(4, 1000), "zh", "¥")[0]
    assert "流失预警：2026-02-17 之后没有下单，当时是「高价值」。" in words


def test_a_tag_and_a_missing_tier_are_said():
    row = record(tier="Ordinary", tier_tag="frequent, small")
    assert "Ordinary (frequent, small): revenue" in why(row, CUTS, TierCuts(1, 9999), "en")[0]
    assert "No tier rule fits: revenue" in why(record(tier=""), CUTS, TierCuts(1, 9999), "en")[0]


@pytest.mark.parametrize(
    "missing",
    [{"order_count": 0}, {"order_count": np.nan, "revenue": np.nan}, {"recency_days": np.nan}],
)
def test_a_customer_without_orders_is_told_so(missing):
    row = record(**missing)
    assert why(row, CUTS, TierCuts(4, 1000), "en") == ["No valid orders yet."]
    assert why(row, CUTS, TierCuts(4, 1000), "zh") == ["还没有有效订单。"]
    assert explain_customer(row, "A", CUTS, TierCuts(4, 1000), "en")[1:] == ["No valid orders yet."]


def test_churn_and_tag_columns_may_be_missing():
    names = ["recency_days", "order_count", "revenue", "r_score", "f_score", "m_score", "tier"]
    assert why(record()[names], CUTS, TierCuts(4, 1000), "en") == why(
        record(), CUTS, TierCuts(4, 1000), "en"
    )


def test_no_customers_need_no_words():
    assert why(record().iloc[:0], RfmCuts((), (), ()), TierCuts(np.nan, np.nan), "en") == []


ORDERS = pd.DataFrame(
    {
        "customer_id": ["A", "A", "B", "C", "C", "007"],
        "order_date": [
            "2026-02-01",
            "2026-02-17",
            "2026-02-17",
            "2025-01-01",
            "2025-01-02",
            "2026-02-28",
        ],
        "amount": [700.0, 550.5, 30.0, 5000.0, 1.0, 1250.5],
    }
)


def test_one_customer_in_full():
    scored, cuts, limits = table_of(ORDERS)
    lines = explain_customer(scored, " A ", cuts, limits, "en", "$")
    assert lines[0] == "Customer A"
    assert lines[1].startswith(
        "R 4: last order on 2026-02-17, 12 days before the analysis date; cuts "
    )
    assert lines[1].endswith("rank 2 of 4.")
    assert "F 4: 2 orders; cuts 1 / 1.2 / 1.8 / 2," in lines[2]
    assert lines[2].endswith("rank 1 of 4.")
    assert "revenue $1,250.50; cuts " in lines[3]
    assert lines[3].endswith("rank 2 of 4.")
    assert lines[4].startswith(f"RFM score {scored['rfm_score'][1]}, segment ")
    assert lines[5].startswith(
        "High value: revenue $1,250.50 reaches the cut $1,250.50; 2 orders reach the cut 1.8."
    )
    assert lines[6] == "Next tier: Highest tier reached."
    assert lines[7] == "Churn flag: no. The last purchase, on 2026-02-17, is recent enough."


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_lost_customer_is_explained_with_the_tier_of_that_time(lang):
    scored, cuts, limits = table_of(ORDERS, lang)
    lines = explain_customer(scored, "C", cuts, limits, lang, "¥")
    assert "2025-01-02" in lines[-1]
    assert {"en": "High value", "zh": "高价值"}[lang] in lines[-1]


def test_silent_but_not_high_is_said_so():
    lines = explain_customer(record(silent=True), "A", CUTS, TierCuts(4, 1000), "en")
    assert lines[-1] == (
        "Churn flag: no. Nothing bought since 2026-02-17, but the tier then was Potential, "
        "not the highest."
    )


def test_a_score_in_no_segment_is_said_so():
    lines = explain_customer(record(segment=""), "A", CUTS, TierCuts(4, 1000), "en")
    assert "RFM score 423, in no segment." in lines


@pytest.mark.parametrize(("cell", "heading"), [("007", "Customer 007"), (" B", "Customer B")])
def test_a_customer_is_found_by_the_id_as_written(cell, heading):
    scored, cuts, limits = table_of(ORDERS)
    assert explain_customer(scored, cell, cuts, limits, "en")[0] == heading


def test_a_number_finds_a_number():
    scored, cuts, limits = table_of(ORDERS.assign(customer_id=[1, 1, 2, 3, 3, 7]))
    assert explain_customer(scored, "7", cuts, limits, "en")[0] == "Customer 7"
    assert explain_customer(scored, 7.0, cuts, limits, "en")[0] == "Customer 7"


@pytest.mark.parametrize("unknown", ["Z", "7", "", None])
def test_an_unknown_customer_is_not_found(unknown):
    scored, cuts, limits = table_of(ORDERS)
    with pytest.raises(NotFound) as missing:
        explain_customer(scored, unknown, cuts, limits, "en")
    assert missing.value.cell_error == "#N/A"


ROWS = st.lists(
    st.tuples(st.sampled_from("ABCDE"), st.integers(0, 300), st.integers(1, 10**7)),
    min_size=1,
    max_size=12,
)


@settings(max_examples=40)
@given(ROWS, st.sampled_from(LANGUAGES))
def test_every_text_names_the_scores_and_numbers_of_its_row(rows, lang):
    dated = [(name, DAY - dt.timedelta(age), cents / 100) for name, age, cents in rows]
    orders = pd.DataFrame(dated, columns=["customer_id", "order_date", "amount"])
    scored, cuts, limits = table_of(orders, lang)
    for row, words in zip(scored.itertuples(), why(scored, cuts, limits, lang, "¥"), strict=True):
        r, f, m = re.findall(r"[RFM]([1-5])[:：]", words)
        assert (int(r), int(f), int(m)) == (row.r_score, row.f_score, row.m_score)
        assert f"¥{row.revenue:,.2f}".removesuffix(".00") in words
        assert row.tier in words
        assert (
            "2025" in words or "2026" in words
        ) == row.churn_flag or "202" in f"{row.revenue:,.2f}"
        assert "\0" not in words
        full = explain_customer(scored, row.customer_id, cuts, limits, lang, "¥")
        assert len(full) == 8
        assert all("\0" not in line for line in full)
