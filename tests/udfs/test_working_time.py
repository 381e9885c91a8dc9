"""Working days with 调休, and until when an inquiry must be answered."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from udfs.errors import BadRule, NotComputable
from udfs.working_time import (
    DayOverride,
    explain_due,
    response_due,
    response_state,
    working_calendar,
)

CHINA = working_calendar()
MINUTE, DAY = dt.timedelta(minutes=1), dt.timedelta(days=1)
MOMENTS = st.datetimes(dt.datetime(2024, 1, 1), dt.datetime(2027, 12, 31)).map(
    lambda moment: moment.replace(microsecond=0)
)


def at(words):
    return dt.datetime.fromisoformat(words)


def day(words):
    return dt.date.fromisoformat(words)


def due(words, calendar=CHINA):
    return response_due(at(words), calendar)


@pytest.mark.parametrize(
    ("date", "works", "zh", "en"),
    [
        ("2026-02-14", True, "调休上班", "working day in exchange for a holiday"),
        ("2026-02-15", False, "春节", "Chinese New Year"),
        ("2026-02-16", False, "除夕", "Chinese New Year's Eve"),
        ("2026-02-20", False, "调休", "Day off"),
        ("2026-02-21", False, "周末", "weekend"),
        ("2026-02-24", True, "工作日", "working day"),
        ("2026-10-01", False, "国庆节", "National Day"),
        ("2026-10-10", True, "调休上班", "working day in exchange for a holiday"),
        ("2026-12-31", True, "工作日", "working day"),
    ],
)
def test_china_works_and_rests_as_the_state_council_said(date, works, zh, en):
    assert CHINA.is_working_day(day(date)) == works
    if date != "2026-02-15":  # a Sunday before the festival: a plain weekend to the library
        assert zh in CHINA.day_name(day(date), "zh")
        assert en in CHINA.day_name(day(date), "en")


def test_a_shifted_saturday_is_known_although_its_year_was_never_looked_at():
    assert working_calendar().is_working_day(day("2012-01-21"))


def test_the_schedule_of_a_year_is_known_once_its_notice_is_in_the_library():
    assert [CHINA.is_known(year) for year in (2001, 2025, 2026)] == [True, True, True]
    assert not CHINA.is_known(2090)
    assert working_calendar("US").is_known(2090)


def test_the_users_own_days_come_before_the_library():
    own = {
        day("2026-02-14"): "holiday",
        day("2026-11-03"): DayOverride("holiday", "店庆"),
        day("2026-02-16"): ("working_day", ""),
    }
    calendar = working_calendar(overrides=own)
    assert [calendar.is_working_day(one) for one in own] == [False, False, True]
    assert calendar.day_name(day("2026-11-03"), "en") == "店庆"
    assert calendar.day_name(day("2026-02-14"), "zh") == "按「工作日历」放假"
    assert calendar.day_name(day("2026-02-16"), "en") == "working day by sheet Working calendar"


def test_another_country_has_its_own_holidays():
    america = working_calendar(" us ")
    assert america.country == "US"
    assert not america.is_working_day(day("2026-11-26"))
    assert "Thanksgiving" in america.day_name(day("2026-11-26"), "zh")
    assert america.is_working_day(day("2026-10-01"))


@pytest.mark.parametrize(
    ("arguments", "key"),
    [
        ({"country": "XX"}, "follow_rules.unknown_country"),
        ({"country": ""}, "follow_rules.unknown_country"),
        ({"opening": dt.time(18), "closing": dt.time(9)}, "follow_rules.bad_opening"),
        ({"opening": dt.time(9), "closing": dt.time(9)}, "follow_rules.bad_opening"),
        ({"overrides": {day("2026-01-05"): "party"}}, "follow_rules.bad_day_kind"),
    ],
)
def test_a_calendar_that_cannot_be_used_is_refused(arguments, key):
    with pytest.raises(BadRule) as refused:
        working_calendar(**arguments)
    assert refused.value.key == key
    assert refused.value.sentence("zh")


def test_working_days_are_counted_like_excels_workday():
    assert CHINA.add_working_days(day("2026-02-13"), 0) == day("2026-02-13")
    assert CHINA.add_working_days(day("2026-02-13"), 1) == day("2026-02-14")
    assert CHINA.add_working_days(day("2026-02-13"), 2) == day("2026-02-24")
    assert CHINA.add_working_days(day("2026-02-24"), -2) == day("2026-02-13")
    assert CHINA.next_working_day(day("2026-10-01")) == day("2026-10-08")


def test_counting_beyond_the_last_day_of_the_calendar_is_refused():
    with pytest.raises(NotComputable):
        CHINA.add_working_days(dt.date.max, 1)


@given(st.dates(day("2024-01-01"), day("2027-12-31")), st.integers(1, 40))
def test_forth_and_back_is_the_same_working_day(start, n):
    there = CHINA.add_working_days(start, n)
    assert CHINA.is_working_day(there)
    worked = [start + DAY * step for step in range(1, (there - start).days + 1)]
    assert sum(map(CHINA.is_working_day, worked)) == n
    if CHINA.is_working_day(start):
        assert CHINA.add_working_days(there, -n) == start


# Acceptance: the times of the seeds


def test_an_inquiry_at_1750_on_a_friday_has_ten_minutes_and_fifty_on_monday():
    found = due("2026-10-30 17:50")
    assert found.in_working_time
    assert found.rule == "working_hour"
    assert found.by_rule == at("2026-11-02 09:50")


def test_the_hard_line_ends_the_weekend_for_the_inquiry_of_friday():
    found = due("2026-10-30 17:50")
    assert found.hard_line == at("2026-10-31 17:50")
    assert found.due == found.hard_line
    assert found.held_by_hard_line


def test_an_inquiry_at_1750_on_a_monday_is_due_on_tuesday_at_0950():
    found = due("2026-11-02 17:50")
    assert found.due == found.by_rule == at("2026-11-03 09:50")
    assert not found.held_by_hard_line


def test_a_saturday_that_is_a_shifted_working_day_has_working_hours():
    assert due("2026-02-14 10:00").due == at("2026-02-14 11:00")
    last = due("2026-02-14 17:50")
    assert last.by_rule == at("2026-02-24 09:50")  # the next working day is after the festival
    assert last.due == at("2026-02-15 17:50")


def test_an_ordinary_saturday_is_outside_working_time():
    found = due("2026-10-31 10:00")
    assert found.rule == "next_day"
    assert found.by_rule == at("2026-11-01 23:59:59")
    assert found.due == at("2026-11-01 10:00")


def test_on_chinese_new_years_eve_the_answer_is_due_on_new_years_day():
    found = due("2026-02-16 17:50")
    assert not found.in_working_time
    assert found.by_rule == at("2026-02-17 23:59:59")
    assert found.due == at("2026-02-17 17:50")


def test_on_31_december_the_rest_of_the_hour_is_carried_into_january():
    found = due("2026-12-31 17:50")
    assert found.by_rule == at("2027-01-04 09:50")
    assert found.due == at("2027-01-01 17:50")


def test_opening_is_working_time_and_closing_is_not():
    assert due("2026-11-02 09:00").due == at("2026-11-02 10:00")
    assert due("2026-11-02 17:00").due == at("2026-11-02 18:00")
    assert not due("2026-11-02 08:59").in_working_time
    assert not due("2026-11-02 18:00").in_working_time


def test_an_answer_may_take_more_than_one_working_day():
    short = working_calendar(opening=dt.time(9), closing=dt.time(9, 20))
    assert due("2026-11-02 09:10", short).by_rule == at("2026-11-05 09:10")


@given(MOMENTS)
def test_the_due_moment_is_after_receipt_and_within_24_hours(received):
    found = response_due(received, CHINA)
    assert received < found.due <= received + DAY
    assert found.due == min(found.by_rule, found.hard_line)


def counted_minutes(start, end):
    """The working minutes between two moments, day by day."""
    total, day = dt.timedelta(), start.date()
    while day <= end.date():
        if CHINA.is_working_day(day):
            opened = max(start, dt.datetime.combine(day, CHINA.opening))
            closed = min(end, dt.datetime.combine(day, CHINA.closing))
            total += max(closed - opened, dt.timedelta())
        day += dt.timedelta(1)
    return total / dt.timedelta(minutes=1)


@given(MOMENTS)
def test_in_working_time_exactly_60_working_minutes_lie_before_the_rules_moment(received):
    found = response_due(received, CHINA)
    if found.in_working_time:
        assert counted_minutes(received, found.by_rule) == pytest.approx(60)
    else:
        assert (found.by_rule.date() - received.date()).days == 1


@given(MOMENTS, st.integers(0, 3000), st.integers(0, 3000))
def test_more_minutes_are_never_due_earlier(received, some, more):
    first, second = (response_due(received, CHINA, n).by_rule for n in sorted((some, more)))
    assert first <= second


@given(MOMENTS, st.integers(0, 5000))
def test_minutes_added_are_minutes_counted(start, minutes):
    end = CHINA.add_working_minutes(start, minutes)
    assert counted_minutes(start, end) == pytest.approx(minutes)


@pytest.mark.parametrize(
    ("reply", "now", "state"),
    [
        ("2026-11-02 10:30", "2026-11-02 12:00", "in_time"),
        ("2026-11-02 11:00", "2026-11-02 12:00", "in_time"),
        ("2026-11-02 11:01", "2026-11-02 12:00", "late"),
        (None, "2026-11-02 11:00", "open"),
        (None, "2026-11-02 11:01", "overdue_open"),
    ],
)
def test_an_inquiry_of_ten_oclock_is_in_time_until_eleven(reply, now, state):
    replied = at(reply) if reply else None
    assert response_state(at("2026-11-02 10:00"), replied, at(now), CHINA) == state


def test_an_answer_after_the_hard_line_is_late_although_the_weekend_lay_between():
    received = at("2026-10-30 17:50")
    assert response_state(received, at("2026-11-02 09:05"), at("2026-11-02 10:00"), CHINA) == "late"


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    "received", ["2026-11-02 10:00", "2026-10-30 17:50", "2026-10-31 10:00", "2026-02-16 00:00"]
)
def test_the_sentence_names_receipt_and_the_moment_that_counts(received, lang):
    found = due(received)
    words = explain_due(found, lang)
    assert received in words
    assert f"{found.due:%Y-%m-%d %H:%M}" in words
    assert f"{found.by_rule:%Y-%m-%d %H:%M}" in words
