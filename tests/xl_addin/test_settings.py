"""What the user chose is read as meant, or named with sheet, row and setting."""

from datetime import date, datetime, time, timedelta

import pytest

from tests.xl_addin.books import book
from udfs.errors import CustomerChainError
from xl_addin import schema
from xl_addin.settings import (
    FOLLOWING,
    MAILING,
    SCORING,
    SHARING,
    read_segment_rules,
    read_settings,
    read_tier_rules,
)
from xl_addin.settings_readers import READERS
from xl_addin.tables import Book


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


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_follow_up_sharing_and_mail_have_the_documented_defaults(lang):
    settings = read_settings(book(lang=lang, settings=dict.fromkeys(schema.SETTING_NAMES)))
    assert (settings.young_until, settings.old_from) == (35, 60)
    assert settings.working_country == {"zh": "CN", "en": "US"}[lang]
    assert (settings.opening_time, settings.closing_time) == (time(9), time(18))
    caps = (settings.follow_up_cap, settings.follow_up_cap_days, settings.follow_up_per_owner)
    assert (settings.follow_up_days, *caps) == (7, 2, 30, 40)
    assert (settings.company, settings.share_mask) == ("", None)
    assert (settings.mail_sender, settings.mail_server, settings.mail_user) == ("", "", "")
    assert (settings.mail_port, settings.mail_security) == (587, "starttls")


def test_a_book_without_the_sheet_settings_has_them_too():
    settings = read_settings(Book({}, "zh"))
    assert (settings.working_country, settings.mail_port) == ("CN", 587)


@pytest.mark.parametrize(
    "typed",
    [
        "9:30",
        "09:30",
        "9：30",
        "０９:３０",
        "9:30:00",
        time(9, 30),
        datetime(1899, 12, 30, 9, 30),
        timedelta(hours=9, minutes=30),
        0.3958333333333333,
    ],
)
def test_a_time_of_day_is_read_however_a_spreadsheet_or_a_person_writes_it(typed):
    assert read_settings(book(settings={"opening_time": typed})).opening_time == time(9, 30)


@pytest.mark.parametrize(
    ("name", "typed", "read"),
    [
        ("working_country", " ｄｅ ", "DE"),
        ("share_mask", "是", True),
        ("share_mask", "no", False),
        ("share_mask", True, True),
        ("mail_security", "TLS", "tls"),
        ("mail_port", 465.0, 465),
        ("follow_up_cap", "3", 3),
        ("follow_up_cap", 0, 0),
        ("company", " Finch ", "Finch"),
    ],
)
def test_new_settings_are_read_as_meant(name, typed, read):
    assert getattr(read_settings(book(settings={name: typed})), name) == read


@pytest.mark.parametrize(
    ("typed", "port", "security"),
    [
        ({"mail_port": 465}, 465, "tls"),
        ({"mail_port": 2525}, 2525, "starttls"),
        ({"mail_security": "TLS"}, 465, "tls"),
        ({"mail_security": "STARTTLS", "mail_port": 465}, 465, "starttls"),
    ],
)
def test_port_and_security_of_the_mail_server_follow_from_each_other(typed, port, security):
    settings = read_settings(book(settings=typed))
    assert (settings.mail_port, settings.mail_security) == (port, security)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("opening_time", "morning"),
        ("opening_time", 9),
        ("closing_time", "24:00"),
        ("closing_time", True),
        ("working_country", "China"),
        ("follow_up_days", -1),
        ("follow_up_cap", 2.5),
        ("follow_up_cap_days", 0),
        ("follow_up_per_owner", "many"),
        ("share_mask", "perhaps"),
        ("mail_port", 70000),
        ("mail_security", "none"),
        ("young_until", "old"),
    ],
)
def test_a_new_setting_that_cannot_be_used_is_named_with_its_row(name, value):
    settings = read_settings(book(settings={name: value}))
    assert [problem for problem, _ in settings.problems] == [name]
    sentence = settings.problems[0][1].sentence("en")
    assert str(value) in sentence
    assert "Settings row" in sentence
    assert settings.problems[0][1].sentence("zh") != sentence


def test_work_ends_after_it_begins_and_nobody_is_young_and_old():
    chosen = {"opening_time": "18:00", "closing_time": "9:00", "young_until": 60}
    settings = read_settings(book(settings=chosen))
    assert [name for name, _ in settings.problems] == ["closing_time", "old_from"]
    assert "Opening time" in settings.problems[0][1].sentence("en")


def test_a_time_that_cannot_be_read_is_not_called_too_early_as_well():
    settings = read_settings(book(settings={"opening_time": "20:00", "closing_time": "late"}))
    assert [name for name, _ in settings.problems] == ["closing_time"]


def test_a_slip_in_the_mail_server_does_not_stop_a_refresh():
    settings = read_settings(book(settings={"mail_port": "x", "follow_up_days": "y"}))
    settings.require_readable()
    with pytest.raises(CustomerChainError, match="Days to plan ahead"):
        settings.require_readable(SCORING + FOLLOWING)
    with pytest.raises(CustomerChainError, match="Mail port"):
        settings.require_readable(MAILING)


def test_every_setting_is_needed_by_some_command():
    assert set(SCORING) | set(FOLLOWING) | set(SHARING) | set(MAILING) == set(schema.SETTING_NAMES)


def test_every_minute_of_the_day_survives_being_a_fraction_of_it():
    """A spreadsheet keeps 9:33 as 0.39791666666666664, which is a little less."""
    for minute in range(24 * 60):
        assert READERS["opening_time"](minute / (24 * 60), None) == time(*divmod(minute, 60))


def test_a_whole_mail_in_a_cell_is_quoted_in_part():
    settings = read_settings(book(settings={"churn_months": "long " * 8000}))
    ((name, problem),) = settings.problems
    assert name == "churn_months"
    assert len(problem.sentence("en")) < 300
