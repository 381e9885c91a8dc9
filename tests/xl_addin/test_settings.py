"""What the user chose is read as meant, or named with sheet, row and setting."""

from datetime import date

import pytest

from tests.xl_addin.books import book
from udfs.errors import CustomerChainError
from xl_addin.settings import read_segment_rules, read_settings, read_tier_rules


def test_a_new_book_has_the_documented_defaults():
    settings = read_settings(book())
    assert settings.analysis_date is None
    assert (settings.tier_quantile, settings.churn_months, settings.stale_months) == (0.6, 3, 12)
    assert settings.frequency_cut is None
    assert settings.scoring_method == "value_cuts"
    assert settings.problems == ()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_settings_are_read_in_both_languages(lang):
    chosen = {
        "analysis_date": "2026年10月31日" if lang == "zh" else date(2026, 10, 31),
        "frequency_cut": 4,
        "amount_cut": "1.2万",
        "scoring_method": "固定" if lang == "zh" else "Fixed",
        "recency_thresholds": "30;90;180;365",
        "frequency_thresholds": "1; 2; 4; 8",
        "amount_thresholds": "500;2000",
    }
    settings = read_settings(book(lang=lang, settings=chosen))
    assert settings.lang == lang
    assert settings.analysis_date == date(2026, 10, 31)
    assert (settings.frequency_cut, settings.amount_cut) == (4, 12_000)
    assert settings.thresholds == {
        "recency_days": (30, 90, 180, 365),
        "order_count": (1, 2, 4, 8),
        "revenue": (500, 2000),
    }


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("analysis_date", "someday"),
        ("tier_quantile", 60),
        ("tier_quantile", "x"),
        ("frequency_cut", -1),
        ("churn_months", 2.5),
        ("churn_months", 0),
        ("scoring_method", "magic"),
        ("recency_thresholds", "90; 30"),
        ("recency_thresholds", "1;2;3;4;5"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named_with_its_row(name, value):
    settings = read_settings(book(settings={name: value}))
    assert [problem for problem, _ in settings.problems] == [name]
    why = settings.problems[0][1]
    assert str(value) in why.sentence("en")
    assert "Settings row" in why.sentence("en")
    assert "行" in why.sentence("zh")
    with pytest.raises(CustomerChainError):
        settings.require_readable()


def test_fixed_scoring_without_cuts_is_refused():
    settings = read_settings(book(settings={"scoring_method": "Fixed"}))
    assert len(settings.problems) == 3


def test_rules_come_from_the_sheets_in_their_order():
    rules = {
        "order": [2, 1], "tier": ["Rest", "Top"], "level": [1, 2.0],
        "frequency": ["any", "any"], "amount": ["any", ">=100"], "tag": [None, "gold"],
    }  # fmt: skip
    read = read_tier_rules(book(tiers=rules))
    assert [(rule.tier, rule.level, rule.amount, rule.tag) for rule in read] == [
        ("Top", 2, ">=100", "gold"),
        ("Rest", 1, "any", ""),
    ]


def test_a_level_that_is_no_number_is_named():
    rules = {
        "order": [1],
        "tier": ["Top"],
        "level": ["high"],
        "frequency": ["any"],
        "amount": ["any"],
    }
    with pytest.raises(CustomerChainError) as refused:
        read_tier_rules(book(tiers=rules))
    assert "Tiers row 5" in refused.value.sentence("en")


def test_a_single_score_that_excel_made_a_number_is_still_a_score():
    rules = read_segment_rules(book(segments={"segment": ["Best"], "scores": [555.0]}))
    assert rules[0].scores == (555,)


def test_a_condition_that_cannot_be_read_is_named_with_sheet_row_and_column():
    words = {"tier": ["Top", "Rest"], "level": [2, 1], "frequency": ["any", "zzz"]}
    with pytest.raises(CustomerChainError) as refused:
        read_tier_rules(book(tiers={"order": [1, 2], "amount": ["any", "any"], **words}))
    assert "Tiers row 6, Orders" in refused.value.sentence("en")
    assert "zzz" in refused.value.sentence("zh")


def test_an_unreadable_threshold_is_not_called_missing_as_well():
    chosen = {
        "scoring_method": "Fixed",
        "recency_thresholds": "90;30",
        "frequency_thresholds": "1;2",
        "amount_thresholds": "5",
    }
    settings = read_settings(book(settings=chosen))
    assert [name for name, _ in settings.problems] == ["recency_thresholds"]
