"""Open inquiries and return visits: who is listed, and by when."""

from datetime import date, datetime

from tests.xl_addin.commands.follow_up.shop import (
    AS_OF,
    contact,
    customer,
    lines,
    made,
    only,
    shop,
    sources,
)

HIGH = [("a", date(2026, 1, 5), 600), ("a", date(2026, 1, 20), 600)]


def test_a_return_visit_is_due_after_the_days_of_the_strategy_from_the_last_contact():
    """30 days for high value: contacted on 28 January, due on 27 February, 7 days ahead counts."""
    for talk, expected in ((date(2026, 1, 28), 1), (date(2026, 2, 7), 1), (date(2026, 2, 8), 0)):
        host = shop(
            [customer("a")], HIGH, [contact("a", datetime.combine(talk, datetime.min.time()))]
        )
        made(host)
        assert len(only(host, "return_visit")) == expected, talk
    host = shop([customer("a")], HIGH)
    made(host)
    (line,) = only(host, "return_visit")
    # 19 February lies in the Spring Festival; work begins again on the 24th.
    assert line["due_on"] == datetime(2026, 2, 24, 18)
    assert line["why"].startswith(
        "Last order 2026-01-20, 41 days ago, no contact since; High value is visited every 30 days."
    )


def test_a_visit_planned_for_a_day_off_moves_to_the_next_working_day():
    talk = datetime(2026, 2, 5)  # 30 days later is Saturday, 7 March
    host = shop([customer("a")], HIGH, [contact("a", talk)])
    made(host)
    (line,) = only(host, "return_visit")
    assert line["due_on"].date() == date(2026, 3, 9)
    assert "Planned for 2026-03-07" in line["why"]


def test_a_customer_to_be_recalled_gets_no_return_visit_besides():
    old = [("a", date(2025, 6, 1), 600), ("a", date(2025, 6, 2), 600)]
    host = shop([customer("a")], old)
    made(host)
    assert sources(host) == [("a", "recall")]


def test_an_inquiry_noted_with_tomorrows_date_only_is_not_todays():
    for day, expected in ((date(2026, 3, 2), 1), (date(2026, 3, 3), 0)):
        host = shop([customer("a")], [], [contact("a", day, "in")])
        made(host)
        assert len(only(host, "inquiry")) == expected


def test_the_reason_tells_topic_and_deadline_once_each_with_one_full_stop():
    asked = contact("a", datetime(2026, 3, 2, 9, 30), "in", topic="May I pay later?\nThanks!")
    host = shop([customer("a")], [], [asked, asked | {"contacted_at": datetime(2026, 3, 2, 9, 40)}])
    made(host)
    (line,) = lines(host)
    assert line["why"].startswith(
        "2 unanswered messages. About: May I pay later? Thanks! Received 2026-03-02 09:30, in"
        " working time: answer within 60 working minutes, by 2026-03-02 10:30;"
    )


def test_a_topic_as_long_as_a_mail_is_cut():
    host = shop([customer("a")], [], [contact("a", AS_OF, "in", topic="long " * 6000)])
    made(host)
    assert len(only(host, "inquiry")[0]["why"]) < 600


def test_an_inquiry_of_somebody_who_is_not_in_the_table_is_nobodys_work():
    host = shop([customer("a")], [], [contact("zz", datetime(2026, 3, 2, 9), "in")])
    made(host)
    assert lines(host) == []


def test_a_contact_after_the_day_does_not_put_off_the_return_visit():
    for day, expected in ((date(2026, 3, 2), 0), (date(2026, 3, 3), 1)):
        talk = contact("a", datetime.combine(day, datetime.min.time()))
        host = shop([customer("a")], HIGH, [talk])
        made(host)
        assert len(only(host, "return_visit")) == expected


def test_an_automatic_mail_does_not_put_off_the_return_visit_but_a_call_of_the_customer_does():
    auto = contact("a", datetime(2026, 2, 20), person=None)
    for talk, expected in ((auto, 1), (auto | {"direction": "in"}, 0)):
        host = shop([customer("a")], HIGH, [talk])
        made(host)
        assert len(only(host, "return_visit")) == expected


def test_the_shortest_interval_of_tier_and_age_counts():
    rows = [
        {"tier": "High value", "return_visit_days": 60},
        {"tier": "Any", "age_group": "old", "return_visit_days": 40},
    ]
    for born, expected in ((date(1940, 8, 1), 1), (date(1990, 8, 1), 0)):
        host = shop([customer("a", birthday=born)], HIGH, strategies=rows)
        made(host)
        assert len(only(host, "return_visit")) == expected
