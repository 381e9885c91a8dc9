"""Scores and segments in cells equal those of the DataFrame functions, to the last digit."""

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from udfs.errors import BadRule, NotComputable
from udfs.rfm import rfm_scores
from udfs.segments import ALL_SCORES, default_segment_rules, segments
from udfs.worksheet.cells import CellError
from udfs.worksheet.registry import call

CUSTOMERS = st.lists(
    st.tuples(
        st.integers(0, 2000),
        st.integers(1, 60),
        st.integers(1, 500_000).map(lambda cents: cents / 100),
    ),
    min_size=1,
    max_size=40,
)
SCORE_FUNCTIONS = {
    "CC_R_SCORE": ("recency_days", "r_score"),
    "CC_F_SCORE": ("order_count", "f_score"),
    "CC_M_SCORE": ("revenue", "m_score"),
}


def frame(customers):
    return pd.DataFrame(customers, columns=["recency_days", "order_count", "revenue"])


@given(CUSTOMERS)
@settings(max_examples=50, deadline=None)
def test_scores_in_cells_equal_the_scores_of_the_whole_table(customers):
    table = frame(customers)
    scored = rfm_scores(table)
    for name, (measure, score) in SCORE_FUNCTIONS.items():
        column = table[measure].tolist()
        expected = [[value] for value in scored[score].tolist()]
        assert call(name, [column]) == expected
        assert call(name, [column, column]) == expected
        assert call(name, [column[0], column]) == expected[0][0]


@given(CUSTOMERS, st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None)
def test_the_order_of_the_population_changes_no_score(customers, chosen):
    column = frame(customers)["revenue"].tolist()
    shuffled = chosen.sample(column, len(column))
    assert call("CC_M_SCORE", [column, shuffled]) == call("CC_M_SCORE", [column])


def test_a_single_cell_is_as_exact_as_its_row_in_a_table_with_huge_amounts():
    column = [123.4, 123.4649, 123.0, 1e14]
    expected = rfm_scores(frame([(1, 1, amount) for amount in column]))["m_score"].tolist()
    assert [call("CC_M_SCORE", [amount, column]) for amount in column] == expected


def test_a_count_that_is_nothing_beside_the_largest_one_is_no_order():
    column = [4.0, 92.4, 5e-324, 1e15, 0.3]
    expected = rfm_scores(frame([(1, count, 1.0) for count in column]))["f_score"].tolist()
    answers = call("CC_F_SCORE", [[[count] for count in column]])
    assert [cell or 0 for (cell,) in answers] == expected


@pytest.mark.parametrize("name", SCORE_FUNCTIONS)
def test_blanks_and_captions_in_the_population_change_no_score(name):
    population = [3, 12, 40, 90, 200]
    with_captions = ["Caption", None, *population, "", "  "]
    for value in (3, 50, 500):
        assert call(name, [value, with_captions]) == call(name, [value, population])


@pytest.mark.parametrize("name", ["CC_F_SCORE", "CC_M_SCORE"])
def test_customers_without_orders_move_no_cut_and_have_no_score(name):
    scores = [row[0] for row in call(name, [[0, 3, 5, 0, 9]])]
    assert [score for score in scores if score != ""] == [row[0] for row in call(name, [[3, 5, 9]])]
    assert scores[0] == scores[3] == ""


def test_no_days_at_all_is_the_best_recency():
    assert call("CC_R_SCORE", [[0, 10, 20, 30, 40]]) == [[5], [4], [3], [2], [1]]


@pytest.mark.parametrize("population", [[], None, ["", None], ["x"]])
def test_a_score_without_anyone_to_compare_with_is_not_computable(population):
    if population is None:
        assert call("CC_F_SCORE", [3, None]) == 1
        return
    with pytest.raises(NotComputable) as refused:
        call("CC_F_SCORE", [3, population])
    assert refused.value.cell_error == "#NUM!"
    assert "all customers" in refused.value.sentence("en")


def test_recency_is_counted_in_days_over_month_ends_and_leap_days():
    assert call("CC_RECENCY_DAYS", [date(2024, 2, 28), date(2024, 3, 1)]) == 2
    assert call("CC_RECENCY_DAYS", [date(2026, 1, 5), date(2026, 1, 5)]) == 0
    day = date(2026, 1, 31)
    column = [day - timedelta(days=n) for n in (0, 1, 400)]
    assert call("CC_RECENCY_DAYS", [column, day]) == [[0], [1], [400]]


def test_a_last_order_after_the_analysis_date_is_an_error_with_both_days():
    found = call("CC_RECENCY_DAYS", [["2026-02-01", "2026-01-30"], "2026-01-31"])
    assert found == [["#NUM!"], [1]]
    assert isinstance(found[0][0], CellError)
    assert "2026-02-01" in found[0][0].sentence("en")
    assert "2026-01-31" in found[0][0].sentence("zh")


def test_all_125_triples_of_scores_give_the_segment_of_the_table():
    triples = [[score // 100, score // 10 % 10, score % 10] for score in ALL_SCORES]
    r, f, m = ([t[k] for t in triples] for k in range(3))
    for lang in ("zh", "en"):
        expected = segments(pd.DataFrame({"rfm_score": ALL_SCORES}), lang=lang)["segment"]
        assert call("CC_SEGMENT", [r, f, m], lang) == [[name] for name in expected]


def test_own_segment_rules_are_used_and_a_score_in_none_gives_a_blank():
    rules = [["Best", "555 554"], ["Lone", 111.0], ["Best too", "555"]]
    found = call("CC_SEGMENT", [[[5, 1, 3]], [[5, 1, 3]], [[5, 1, 3]], rules])
    assert found == [["Best", "Lone", ""]]


def test_the_whole_segments_sheet_with_its_header_row_serves_as_rules():
    sheet = [["客户分群说明", "RFM 得分", "分群"]]
    sheet += [["…", " ".join(map(str, r.scores)), r.segment] for r in default_segment_rules("zh")]
    assert call("CC_SEGMENT", [5, 4, 3, sheet]) == call("CC_SEGMENT", [5, 4, 3], "zh")


def test_a_segment_rule_that_cannot_be_read_is_refused():
    with pytest.raises(BadRule, match="999"):
        call("CC_SEGMENT", [5, 5, 5, [["Best", "999"]]])
