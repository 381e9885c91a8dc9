"""The follow-up told in words: who is on the sheet today, and who is not."""

from datetime import date, datetime

import pytest

from tests.xl_addin.commands.follow_up.shop import (
    AS_OF,
    contact,
    customer,
    lines,
    made,
    shop,
    sources,
)
from udfs.errors import NotFound
from xl_addin import schema
from xl_addin.commands.owners import owner_code

HIGH = [(date(2025, 6, 1), 600), (date(2025, 11, 30), 600)]


def high(customer_id, *orders):
    return [(customer_id, *order) for order in orders or HIGH]


def test_silent_for_exactly_three_months_is_not_yet_a_recall_and_one_day_more_is():
    for day, expected in ((date(2025, 12, 2), []), (date(2025, 12, 1), [("a", "recall")])):
        orders = high("a", (date(2025, 6, 1), 600), (day, 600))
        host = shop([customer("a")], orders, [contact("a", datetime(2026, 3, 1))])
        made(host)
        assert sources(host) == expected


def test_from_the_30th_of_november_to_the_28th_of_february_is_three_months_and_not_more():
    host = shop([customer("a")], high("a"), [contact("a", datetime(2026, 2, 20))])
    made(host, date(2026, 2, 28))
    assert sources(host) == []
    made(host, date(2026, 3, 1))
    assert sources(host) == [("a", "recall")]


def test_formerly_high_value_and_ordinary_today_is_recalled():
    """The cuts are quantiles: others have grown past this customer since."""
    people = [customer(name) for name in "abcde"]
    orders = high("a", (date(2025, 6, 1), 600), (date(2025, 7, 1), 600))
    orders += [("b", date(2025, 6, 1), 10), ("c", date(2025, 6, 1), 10)]
    for name in "bcde":
        orders += [(name, date(2026, 1, day), 900) for day in (5, 6, 7, 8)]
    host = shop(people, orders, settings={"frequency_cut": None, "amount_cut": None})
    made(host)
    assert [line for line in sources(host) if line[1] == "recall"] == [("a", "recall")]
    (line,) = [line for line in lines(host) if line["source"] == "recall"]
    assert "High value then, Ordinary today" in line["why"]


def test_high_value_today_but_ordinary_at_the_last_purchase_is_not_recalled():
    """The cuts of the last purchase's day held this customer against bigger ones."""
    people = [customer("a"), customer("b")]
    orders = [
        ("a", date(2025, 9, 1), 300),
        ("b", date(2025, 6, 1), 5000),
        ("b", date(2025, 6, 2), 10),
    ]
    orders += [("b", date(2025, 12, 20), -4990, "cancelled")]
    quantile = {"frequency_cut": None, "amount_cut": None}
    host = shop(people, orders, settings=quantile)
    made(host)
    assert ("a", "recall") not in sources(host)


INQUIRIES = {
    # 10 minutes on Friday, 50 on Monday morning; but nobody waits longer than 24 hours.
    "at 17:50 on a Friday": (datetime(2026, 3, 6, 17, 50), datetime(2026, 3, 7, 17, 50)),
    "on a Saturday that is worked": (datetime(2026, 2, 14, 10, 0), datetime(2026, 2, 14, 11, 0)),
    "on New Year's Eve": (datetime(2026, 2, 16, 15, 0), datetime(2026, 2, 17, 15, 0)),
}


@pytest.mark.parametrize("when", INQUIRIES)
def test_an_inquiry_is_due(when):
    received, due = INQUIRIES[when]
    host = shop([customer("a")], [], [contact("a", received, "in", topic="invoice")])
    made(host, received.date())
    (line,) = lines(host)
    assert (line["source"], line["due_on"]) == ("inquiry", due)
    assert f"{received:%Y-%m-%d %H:%M}" in line["why"]
    assert "invoice" in line["why"]


def test_an_answered_inquiry_is_not_on_the_sheet_and_an_automatic_reply_is_no_answer():
    received = datetime(2026, 3, 2, 10)
    auto = contact("a", datetime(2026, 3, 2, 10, 1), "out", person=None)
    asked = contact("a", received, "in")
    answer = contact("a", datetime(2026, 3, 2, 10, 30))
    for log, expected in (([asked, auto], [("a", "inquiry")]), ([asked, auto, answer], [])):
        host = shop([customer("a")], [], log)
        made(host)
        assert sources(host) == expected


def test_a_lunar_birthday_of_a_leap_month_and_one_of_29_february_are_found():
    dates = [
        {"customer_id": "a", "occasion": "birthday", "month": 6, "day": 15, "calendar": "lunar"},
        {"customer_id": "b", "occasion": "birthday", "month": 6, "day": 15, "calendar": "lunar"}
        | {"leap_month": True},
    ]
    host = shop([customer("a"), customer("b")], important_dates=dates)
    made(host, date(2025, 7, 5))  # 2025 has a leap sixth month; its 15th is 8 August
    first = sources(host)
    made(host, date(2025, 8, 4))
    assert ("a", "birthday") in first
    assert ("a", "birthday") not in sources(host)
    assert {line[0] for line in [*first, *sources(host)]} >= {"b"}
    host = shop([customer("c", birthday=date(2004, 2, 29))])
    made(host, date(2026, 2, 25))
    (line,) = lines(host)
    assert (line["source"], line["due_on"].date()) == ("birthday", date(2026, 2, 28))
    assert "turns 22" in line["why"]


def test_consent_withdrawn_yesterday_leaves_the_customer_out_and_says_so():
    yesterday = date(2026, 3, 1)
    host = shop([customer("a", consent_withdrawn_on=yesterday)], high("a"))
    changes = made(host)
    assert lines(host) == []
    assert "1 whose consent was withdrawn" in changes.tables["follow_up"].line
    assert "1 whose consent was withdrawn" in " ".join(changes.report.lines("en"))


def test_an_inquiry_of_somebody_without_consent_is_left_out_by_name():
    asked = contact("a", datetime(2026, 3, 2, 9), "in")
    host = shop([customer("a", consent_withdrawn_on=date(2026, 3, 1))], [], [asked])
    changes = made(host)
    assert lines(host) == []
    assert any("inquiry of customer a is unanswered" in line for line in changes.report.lines("en"))


def test_two_owners_with_the_same_name_share_a_sheet_and_are_told_apart_by_nobody():
    staff = [{"owner": "Anna"}, {"owner": "anna "}]
    host = shop([customer("a")], high("a"), staff=staff)
    changes = made(host)
    assert [name for name in changes.new_sheets if schema.is_owner_table(name)] == [
        schema.owner_table(owner_code("Anna"))
    ]
    assert any("Rows 5, 6 of sheet Staff" in line for line in changes.report.lines("en"))


def test_an_owner_with_no_customers_gets_no_sheet_and_an_unknown_one_is_refused():
    host = shop([customer("a")], high("a"), staff=[{"owner": "Ben"}])
    changes = made(host, owner="Ben")
    assert [name for name in changes.new_sheets if schema.is_owner_table(name)] == []
    with pytest.raises(NotFound) as why:
        made(host, owner="Carl")
    assert "Anna, Ben" in why.value.sentence("en")


def test_a_customer_with_no_contact_data_is_asked_for_data_and_nothing_else():
    host = shop([customer("a", phone=None)], high("a"))
    changes = made(host)
    (line,) = lines(host)
    assert line["source"] == "confirm_data"
    assert line["contact"] == "No contact data; please complete"
    assert "1 without contact data" in changes.tables["follow_up"].line


def test_every_line_explains_its_priority_with_the_numbers():
    host = shop([customer("a")], high("a"))
    made(host)
    (line,) = lines(host)
    assert f"Priority {line['priority']} = 36 (recall) + 20 (High value)" in line["why"]


def test_most_urgent_first_and_no_more_than_the_cap_per_customer():
    people = [customer("a", data_confirmed_on=date(2024, 1, 1), birthday=date(1990, 3, 4))]
    host = shop(people, high("a"), [contact("a", datetime(2026, 2, 20))])
    changes = made(host)
    assert sources(host) == [("a", "recall")]  # two within 30 days, and one was made
    assert "2 over the limit of contacts" in changes.tables["follow_up"].line


def test_the_sheet_says_when_the_customer_table_is_of_another_day():
    host = shop([customer("a")], high("a"))
    assert any("never refreshed" in line for line in made(host).report.lines("en"))
    assert AS_OF.isoformat() in lines(host)[0]["due_on"].isoformat()
