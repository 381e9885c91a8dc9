"""Birthdays and other important dates, and data that were not confirmed for long."""

from datetime import date

import pytest

from tests.xl_addin.commands.follow_up.shop import AS_OF, customer, lines, made, only, shop


def test_data_not_confirmed_for_more_than_twelve_months_are_to_be_confirmed():
    for day, expected in ((date(2025, 3, 2), 0), (date(2025, 3, 1), 1)):
        host = shop([customer("a", data_confirmed_on=day)])
        made(host)
        assert len(only(host, "confirm_data")) == expected


def test_a_birthday_on_the_sheet_of_dates_stands_for_the_one_in_the_table():
    dates = [
        {"customer_id": "a", "occasion": "birthday", "month": 8, "day": 15, "calendar": "lunar"}
    ]
    person = customer("a", birthday=date(1990, 3, 4))
    host = shop([person], important_dates=dates)
    made(host)
    assert only(host, "birthday") == []
    made(host, date(2026, 9, 24))  # the 15th of the 8th month is 25 September 2026
    (line,) = only(host, "birthday")
    assert line["due_on"].date() == date(2026, 9, 25)
    assert "8th lunar month" in line["why"]


def test_a_date_that_is_none_is_named_by_its_row_and_the_others_are_kept():
    dates = [
        {"customer_id": "a", "occasion": "wedding", "month": 13, "day": 1},
        {"customer_id": "a", "occasion": "anniversary", "month": 3, "day": 5, "note": "10 years"},
    ]
    host = shop([customer("a")], important_dates=dates)
    changes = made(host)
    (line,) = only(host, "important_date")
    assert line["why"].startswith("Anniversary on 2026-03-05. Note: 10 years.")
    assert any("(row 5)" in said for said in changes.report.lines("en"))


def dates(*rows, lang="en", as_of=AS_OF):
    named = [{"customer_id": "a", "occasion": "other", "month": 3, "day": 5} | row for row in rows]
    host = shop([customer("a")], important_dates=named, lang=lang)
    report = made(host, as_of).report
    return lines(host), report.lines(lang)


@pytest.mark.parametrize("word", ["first shop", 5.0, None, "孩子生日", True])
def test_an_occasion_that_is_not_on_the_list_is_told_in_its_own_words(word):
    ((line,), _) = dates({"occasion": word})
    assert line["source"] == "important_date"
    assert "on 2026-03-05" in line["why"]


def test_two_days_of_one_kind_are_one_line_with_both_notes():
    ((line,), _) = dates({"note": "of the son"}, {"note": "of the mother"}, {"note": "of the son"})
    assert line["why"].startswith(
        "Other on 2026-03-05. Note: of the son. Other on 2026-03-05. Note: of the mother. Priority"
    )


@pytest.mark.parametrize("cells", [("8.0", "１５"), (8.0, 15.0), ("8", "15")])
def test_a_lunar_day_is_read_however_its_numbers_are_written(cells):
    row = dict(zip(("month", "day"), cells, strict=True)) | {"calendar": "lunar"}
    ((line,), _) = dates(row, as_of=date(2026, 9, 24))
    assert "on 2026-09-25" in line["why"]
    assert "15th day of the 8th lunar month" in line["why"]


def test_a_row_of_birthday_that_names_no_day_does_not_hide_the_one_of_the_table():
    row = {"customer_id": "a", "occasion": "birthday", "month": 13, "day": 1}
    host = shop([customer("a", birthday=date(1990, 3, 4))], important_dates=[row])
    made(host)
    assert len(only(host, "birthday")) == 1


def test_the_words_of_a_day_off_stand_close_in_chinese():
    outing = [{"day": date(2026, 3, 5), "kind": "holiday", "name": "团建"}]
    row = {"customer_id": "a", "occasion": "birthday", "month": 1, "day": 17, "calendar": "lunar"}
    host = shop([customer("a")], important_dates=[row], holidays=outing, lang="zh")
    made(host)
    assert lines(host)[0]["why"].startswith(
        "生日：2026-03-05（团建），农历正月十七。优先级 21 = 21（生日）。"
    )


def test_data_that_were_entered_and_never_confirmed_are_not_called_confirmed():
    person = customer("a", data_confirmed_on=None, created_on=date(2024, 5, 1))
    host = shop([person])
    made(host)
    (line,) = only(host, "confirm_data")
    assert line["why"].startswith("Data entered 2024-05-01, more than 12 months ago, and never")
    assert "We last checked" not in line["words"]


def test_data_are_confirmed_on_a_working_day():
    person = customer("a", data_confirmed_on=date(2020, 1, 1))
    host = shop([person], settings={"follow_up_days": 5})
    made(host)
    assert only(host, "confirm_data")[0]["due_on"].date() == date(2026, 3, 9)


@pytest.mark.parametrize("table_day", [date(1990, 3, 9), date(1990, 3, 10), date(1990, 3, 1)])
def test_a_birthday_counts_from_today_to_the_last_of_the_days_ahead(table_day):
    host = shop([customer("a", birthday=table_day)])
    made(host)
    assert len(only(host, "birthday")) == (table_day.day == 9)


def test_at_the_end_of_the_year_the_next_one_is_looked_into():
    host = shop([customer("a", birthday=date(1990, 1, 2), data_confirmed_on=date(2026, 12, 1))])
    made(host, date(2026, 12, 30))
    assert lines(host)[0]["why"].startswith("Birthday on 2027-01-02")
    assert "turns 37" in lines(host)[0]["why"]
