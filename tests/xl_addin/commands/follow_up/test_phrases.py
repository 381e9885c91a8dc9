"""Sentences put together: no doubled full stop, no missing blank, no decimal telephone number."""

from datetime import date, datetime

import pytest

from udfs.working_time import DayOverride, working_calendar
from xl_addin.commands.follow_up.phrases import (
    LONGEST,
    day_words,
    plain,
    quoted,
    sentences,
    some_rows,
)


def test_sentences_stand_side_by_side_with_a_blank_in_english_only():
    assert sentences(["One.", "", " Two. "], "en") == "One. Two."
    assert sentences(["一。", "", "二。"], "zh") == "一。二。"


@pytest.mark.parametrize("words", ["Ends.", "Why?", "能分期吗？", "他说“好。”", "and so on…"])
def test_what_ends_a_sentence_already_gets_no_second_full_stop(words):
    assert quoted(words, "zh") == words


def test_other_words_get_the_full_stop_of_the_language():
    assert (quoted("打电话", "zh"), quoted("call", "en"), quoted(None, "en")) == (
        "打电话。",
        "call.",
        "",
    )


def test_a_cell_with_a_whole_mail_is_cut_and_put_into_one_line():
    said = quoted("a line\n" * 5000, "en")
    assert len(said) <= LONGEST
    assert "\n" not in said
    assert said.endswith("…")


def test_numbers_and_days_are_told_as_people_write_them():
    assert plain(13800138000.0) == "13800138000"
    assert plain(2.5) == "2.5"
    assert plain(datetime(2026, 1, 5)) == "2026-01-05"
    assert plain(datetime(2026, 1, 5, 9, 30)) == "2026-01-05 09:30"
    assert plain(0) == "0"


def test_a_day_off_is_named():
    own = working_calendar("CN", overrides={date(2026, 3, 3): DayOverride("holiday", "Outing")})
    assert day_words(date(2026, 3, 2), own, "en") == "2026-03-02"
    assert day_words(date(2026, 3, 3), own, "en") == "2026-03-03 (Outing)"


def test_a_list_of_rows_says_when_it_goes_on():
    assert some_rows([5, 6], 2) == ["5", "6"]
    assert some_rows([5, 6, 7], 2) == ["5", "6", "…"]
