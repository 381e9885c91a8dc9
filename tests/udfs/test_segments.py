"""Segments: eleven names over all 125 scores, and what a user's own table does."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from udfs.errors import BadRule, BadValue
from udfs.segments import (
    ALL_SCORES,
    SEGMENTS,
    SegmentRule,
    default_segment_rules,
    parse_segment_rules,
    rules_version,
    segment_gaps,
    segment_names,
    segment_overlaps,
    segments,
)
from udfs.texts import LANGUAGES, text


def named(*scores, rules=None, lang="en"):
    return segments(pd.DataFrame({"rfm_score": scores}), rules, lang)["segment"].tolist()


@pytest.mark.parametrize("score", ALL_SCORES)
def test_every_score_is_in_exactly_one_segment(score):
    assert sum(score in scores for _, scores in SEGMENTS) == 1
    assert named(score)[0] in segment_names("en")


def test_there_are_125_scores_and_eleven_segments():
    assert len(set(ALL_SCORES)) == 125
    assert len(SEGMENTS) == 11
    assert sum(len(scores) for _, scores in SEGMENTS) == 125


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_default_table_has_no_hole_and_no_overlap(lang):
    rules = default_segment_rules(lang)
    assert segment_gaps(rules) == []
    assert segment_overlaps(rules) == []
    assert [rule.segment for rule in rules] == segment_names(lang)


def test_every_segment_has_a_meaning_in_both_languages():
    for key, _ in SEGMENTS:
        assert all(text(f"segment_meaning.{key}", lang) for lang in LANGUAGES)


def test_names_follow_the_language():
    assert named(555, 111, lang="zh") == ["冠军客户", "已流失"]
    assert named(555, 111) == ["Champions", "Lost"]


def test_a_score_in_no_rule_and_no_score_have_no_segment():
    rules = [SegmentRule("Best", (555,))]
    assert named(555, 554, 0, rules=rules) == ["Best", "", ""]
    assert named(5550, -1, float("nan"), 666, rules=rules) == ["", "", "", ""]


def test_the_first_rule_wins():
    rules = [SegmentRule("One", (555, 554)), SegmentRule("Two", (554, 553))]
    assert named(555, 554, 553, rules=rules) == ["One", "One", "Two"]
    assert segment_overlaps(rules) == [(554, ["One", "Two"])]
    assert len(segment_gaps(rules)) == 122


def test_three_scores_are_as_good_as_their_sum():
    scores = pd.DataFrame({"r_score": [5], "f_score": [5], "m_score": [4]}, index=[9])
    assert segments(scores)["segment"].to_dict() == {9: "Champions"}


def test_scores_are_needed():
    with pytest.raises(BadValue, match="m_score"):
        segments(pd.DataFrame({"r_score": [5], "f_score": [5]}))


def test_no_customers_give_no_segments():
    assert named() == []


def test_a_users_table_is_read_with_any_separator():
    rows = [("A", "555 554"), ("B", "553，552；551"), (None, None), ("C", 111), ("D", "112.\n")]
    with pytest.raises(BadRule):
        parse_segment_rules(rows)
    rules = parse_segment_rules(rows[:-1])
    assert [rule.scores for rule in rules] == [(555, 554), (553, 552, 551), (111,)]


@pytest.mark.parametrize("cell", ["556", "055", "5555", "55", "abc", "5 5 5", 55.5, "551-555"])
def test_what_is_no_score_is_refused_with_its_segment(cell):
    with pytest.raises(BadRule, match="Best") as refused:
        parse_segment_rules([("Best", cell)])
    assert refused.value.key == "error.bad_segment_score"


def test_scores_need_a_name():
    with pytest.raises(BadRule) as refused:
        parse_segment_rules([("", "555")])
    assert refused.value.key == "error.segment_without_name"


TABLES = st.lists(
    st.tuples(st.sampled_from("ABC"), st.lists(st.sampled_from(ALL_SCORES), max_size=60))
)


@given(TABLES)
def test_holes_overlaps_and_names_agree_with_the_table(table):
    rules = [SegmentRule(name, tuple(scores)) for name, scores in table]
    holders = {s: [rule.segment for rule in rules if s in rule.scores] for s in ALL_SCORES}
    assert named(*ALL_SCORES, rules=rules) == [
        holders[s][0] if holders[s] else "" for s in ALL_SCORES
    ]
    assert segment_gaps(rules) == [s for s in ALL_SCORES if not holders[s]]
    assert segment_overlaps(rules) == [(s, holders[s]) for s in ALL_SCORES if len(holders[s]) > 1]


@given(TABLES)
def test_a_table_written_as_text_reads_back(table):
    rules = [SegmentRule(name, tuple(dict.fromkeys(scores))) for name, scores in table]
    cells = [(rule.segment, " ".join(map(str, rule.scores))) for rule in rules]
    assert parse_segment_rules(cells) == rules


def test_the_version_changes_with_a_score_a_name_and_the_order():
    rules = default_segment_rules()
    changed = [SegmentRule(rules[0].segment, rules[0].scores[1:]), *rules[1:]]
    renamed = [SegmentRule("Top", rules[0].scores), *rules[1:]]
    versions = {rules_version(some) for some in (rules, changed, renamed, rules[::-1])}
    assert len(versions) == 4
    assert all(len(version) == 8 and int(version, 16) >= 0 for version in versions)
    assert rules_version(default_segment_rules()) == rules_version(rules)
