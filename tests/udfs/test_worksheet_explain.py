"""CC_EXPLAIN says the same numbers that the scores are made of."""

import re

import pandas as pd
import pytest

from udfs.errors import NotComputable
from udfs.rfm import rfm_cuts, rfm_scores
from udfs.segments import segments
from udfs.worksheet.registry import call

TABLE = pd.DataFrame(
    {
        "recency_days": [3, 12, 12, 40, 90, 200, 365],
        "order_count": [14, 5, 9, 1, 2, 2, 1],
        "revenue": [2600, 880.5, 1499.99, 120, 450, 300, 120],
    }
)
EVERYONE = [TABLE[name].tolist() for name in ("recency_days", "order_count", "revenue")]


def explain(row, lang="en"):
    return call("CC_EXPLAIN", [*TABLE.iloc[row].tolist(), *EVERYONE], lang)


def test_every_customer_reads_their_own_scores_and_segment():
    scored = segments(rfm_scores(TABLE))
    for row, (words,) in enumerate(call("CC_EXPLAIN", [*EVERYONE, *EVERYONE])):
        points = re.findall(r"\b[RFM] (\d):", words)
        expected = scored.iloc[row]
        assert points == [str(expected[s]) for s in ("r_score", "f_score", "m_score")]
        assert words.endswith(f"Score {expected['rfm_score']}: {expected['segment']}.")
        assert words == explain(row)


def test_the_cuts_named_are_the_cuts_of_the_population():
    cuts = rfm_cuts(TABLE)
    named = re.findall(r"cuts ([^;]+);", explain(0))
    numbers = [[float(cut.replace(",", "")) for cut in cuts.split(" / ")] for cuts in named]
    expected = [cuts.recency_days, cuts.order_count, cuts.revenue]
    assert numbers == [[round(cut, 2) for cut in measure] for measure in expected]


def test_equal_values_share_a_rank_and_the_best_is_first():
    assert "rank 1 of 7" in explain(0)
    assert re.findall(r"rank (\d)", explain(1)) == ["2", "3", "3"]
    assert re.findall(r"rank (\d)", explain(2)) == ["2", "2", "2"]
    assert re.findall(r"rank (\d)", explain(6)) == ["7", "6", "6"]


def test_the_chinese_text_has_the_same_numbers():
    assert re.findall(r"[\d.,]+\d|\d", explain(1, "zh")) == re.findall(r"[\d.,]+\d|\d", explain(1))
    assert explain(1, "zh").endswith("。")


def test_one_day_and_one_order_are_singular():
    words = call("CC_EXPLAIN", [1, 1, 50, *EVERYONE])
    assert "1 day since" in words
    assert "1 order;" in words


def test_a_customer_without_orders_is_told_so():
    assert call("CC_EXPLAIN", [9999, 0, 0, *EVERYONE]) == "No orders yet, so no scores."


def test_without_a_population_there_is_nothing_to_explain():
    with pytest.raises(NotComputable):
        call("CC_EXPLAIN", [3, 14, 2600, None, EVERYONE[1], EVERYONE[2]])
