"""The sheet Contacts read into lists, whatever people have typed as a time."""

from datetime import UTC, date, datetime, time

import pytest

from tests.xl_addin.commands.follow_up.shop import contact, customer, shop
from udfs.errors import BadValue
from xl_addin import schema
from xl_addin.commands.contact_log import read_contacts, read_moment

TEN_TO_SIX = datetime(2026, 10, 30, 17, 50)


@pytest.mark.parametrize(
    "cell",
    [
        TEN_TO_SIX,
        "2026-10-30 17:50",
        "2026/10/30 17:50:00",
        "2026-10-30T17:50",
        "2026年10月30日 17：50",
        46325.743055555555,
    ],
)
def test_a_time_is_read_however_it_is_written(cell):
    assert read_moment(cell) == TEN_TO_SIX


def test_a_mere_date_is_midnight_and_other_words_are_no_time():
    assert read_moment(date(2026, 10, 30)) == datetime(2026, 10, 30)
    assert read_moment("2026-10-30") == datetime(2026, 10, 30)
    for cell in (None, "soon", True, "", "2026-10-30 25:00", -1):
        assert read_moment(cell) is None


def test_the_other_date_system_counts_from_1904():
    assert read_moment(46325 - 1462, date1904=True) == datetime(2026, 10, 30)


def log(*rows):
    return read_contacts(shop([customer("a")], contacts=rows).read())


def test_rows_without_a_customer_are_passed_over_and_without_a_time_counted():
    found = log(contact("a", None), contact(None, TEN_TO_SIX), contact("a", TEN_TO_SIX))
    assert (found.customer_id, found.unreadable) == (["a"], [0])


def test_only_our_people_count_as_contacts_made():
    found = log(
        contact("a", TEN_TO_SIX),
        contact("a", TEN_TO_SIX, person=None),
        contact("a", datetime(2026, 10, 30, 18), "in"),
        contact("a", datetime(2026, 1, 1)),
    )
    assert found.made(date(2026, 10, 30), date(2026, 10, 30)) == {"a": 1}


def test_an_answer_to_an_inquiry_is_owed_and_is_no_contact_made():
    asked = contact("a", datetime(2026, 10, 30, 9), "in", thread="T")
    answer = contact("a", datetime(2026, 10, 30, 10), thread="T")
    more = contact("a", datetime(2026, 10, 30, 11), thread="T")
    day = date(2026, 10, 30)
    assert log(asked, answer).made(day, day) == {}
    assert log(asked, answer, more).made(day, day) == {"a": 1}
    assert log(asked, answer | {"thread": "U"}).made(day, day) == {"a": 1}


def test_contacts_made_are_those_of_the_days_from_the_first_to_the_last():
    found = log(*(contact("a", datetime(2026, 10, day, 23, 59)) for day in (1, 2, 3, 4)))
    assert found.made(date(2026, 10, 2), date(2026, 10, 3)) == {"a": 2}


@pytest.mark.parametrize(
    "cell",
    [
        "2026-10-30T17:50:00Z",
        "2026-10-30 5:50 PM",
        "2026年10月30日 下午5:50",
        "Oct 30, 2026 17:50",
        "2026-10-30  17:50:00.4",
        datetime(2026, 10, 30, 17, 50, tzinfo=UTC),
        datetime(2026, 10, 30, 17, 49, 59, 999_900),
    ],
)
def test_times_of_other_programs_are_read_without_a_zone_and_to_the_second(cell):
    assert read_moment(cell) == TEN_TO_SIX


def test_seconds_are_the_same_whether_the_program_gives_a_date_or_a_number():
    moment = datetime(2026, 10, 30, 17, 50, 31)
    number = (moment - datetime(1899, 12, 30)).total_seconds() / 86_400
    assert read_moment(number) == read_moment(moment) == moment


@pytest.mark.parametrize(
    "cell", [0.74, 2_990_000.0, 1e300, float("nan"), time(17, 50), "下午5:50", datetime.max]
)
def test_a_time_of_day_alone_and_a_number_beyond_the_calendar_are_no_moment(cell):
    assert read_moment(cell) is None


def test_noon_and_midnight_in_words():
    assert read_moment("2026-10-30 12:05 AM") == datetime(2026, 10, 30, 0, 5)
    assert read_moment("2026-10-30 下午12:05") == datetime(2026, 10, 30, 12, 5)


@pytest.mark.parametrize("column", ["contact_id", "customer_id", "contacted_at", "person"])
def test_a_log_without_a_column_that_tells_who_was_answered_is_refused(column):
    book = shop([customer("a")], contacts=[contact("a", TEN_TO_SIX)]).read()
    del book["contacts"].columns[column]
    with pytest.raises(BadValue) as why:
        read_contacts(book)
    assert schema.caption("contacts", column, "en") in why.value.sentence("en")


def test_the_last_talk_may_go_in_either_direction_but_not_lie_ahead():
    found = log(
        contact("a", datetime(2026, 5, 1)),
        contact("a", datetime(2026, 6, 1), "in"),
        contact("a", datetime(2026, 7, 1), person=None),
        contact("a", datetime(2027, 1, 1)),
    )
    assert found.last_talks(date(2026, 10, 31)) == {"a": date(2026, 6, 1)}


def test_rows_about_to_be_added_count():
    book = shop([customer("a")]).read()
    more = {"customer_id": ["a"], "contacted_at": [TEN_TO_SIX], "direction": ["out"]}
    assert read_contacts(book, more | {"person": ["Anna"]}).made(
        date(2026, 1, 1), date(2026, 12, 31)
    ) == {"a": 1}
