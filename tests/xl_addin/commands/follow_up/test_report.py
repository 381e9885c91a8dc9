"""What the command tells in the end: counts, by reason and owner, and what needs a hand."""

from datetime import date, datetime

import pytest

from tests.xl_addin.commands.follow_up.shop import contact, customer, made, shop
from xl_addin import schema
from xl_addin.commands.owners import owner_code

OLD = [("a", date(2025, 6, 1), 600), ("a", date(2025, 6, 2), 600)]


def told(host, lang="en", **more):
    return made(host, **more).report.lines(lang)


def test_counts_by_reason_and_by_owner_in_both_languages():
    asked = contact("a", datetime(2026, 2, 27, 10), "in")
    people = [customer("a"), customer("b", owner="Ben", phone=None)]
    report = made(shop(people, OLD, [asked])).report
    assert report.lines("en")[:4] == [
        "2026-03-02: 3 things to do, 1 of them overdue.",
        "By reason: Inquiry 1, Recall 1, Confirm data 1.",
        "Anna: 2, of which 1 overdue.",
        "Ben: 1.",
    ]
    assert report.lines("zh")[:4] == [
        "截至 2026-03-02，有 3 件事要办，其中 1 件已过期限。",
        "按事由：咨询待回复 1，召回 1，核实资料 1。",
        "Anna：2 件，其中逾期 1 件。",
        "Ben：1 件。",
    ]


def test_due_before_the_morning_of_the_day_is_overdue_and_later_today_is_not():
    for received, late in ((datetime(2026, 3, 1, 8, 59), True), (datetime(2026, 3, 1, 9), False)):
        host = shop([customer("a")], [], [contact("a", received, "in")])
        assert ("overdue" in told(host)[0]) == late


def test_a_workbook_without_consents_says_where_they_are_written():
    host = shop([customer("a", consent_given_on=None)], OLD)
    assert (
        "Nobody may be contacted yet. Write down what customers have agreed to, and since when, in"
        " the columns Consent purpose and Consent given on of Customers or on sheet Consents; then"
        " make the sheets again."
    ) in told(host)
    some = shop([customer("a"), customer("b", consent_given_on=None, phone=None)], OLD)
    assert any("without consent" in line for line in told(some))
    assert not any("Nobody may be contacted" in line for line in told(some))
    assert not any("Nobody may be contacted" in line for line in told(shop([])))


def test_how_many_inquiries_were_answered_in_time_is_told():
    talks = [
        contact("a", datetime(2026, 2, 26, 10), "in", thread="1"),  # in time
        contact("a", datetime(2026, 2, 26, 10, 40), "out", thread="1"),
        contact("a", datetime(2026, 2, 26, 10), "in", thread="2"),  # late
        contact("a", datetime(2026, 2, 26, 15), "out", thread="2"),
        contact("a", datetime(2026, 2, 27, 10), "in", thread="3"),  # answered after the day
        contact("a", datetime(2026, 3, 3, 10), "out", thread="3"),
        contact("a", datetime(2026, 3, 2, 8), "in", thread="4"),  # not yet due, answered later
        contact("a", datetime(2026, 3, 3, 7), "out", thread="4"),
        contact("a", datetime(2026, 1, 5, 10), "in", thread="5"),  # before the period
        contact("b", datetime(2026, 2, 27, 10), "in", thread="6"),  # nobody we know
    ]
    host = shop([customer("a")], [], talks)
    assert "Inquiries of the last 30 days whose answer was due: 3, answered in time: 1." in told(
        host
    )
    host = shop([customer("a")], [], talks, "zh")
    assert "近 30 天应回复的咨询 3 次，其中按时回复 1 次。" in told(host, "zh")
    assert not any("answered in time" in line for line in told(shop([customer("a")], [])))


def test_inquiries_nobody_may_answer_are_named_the_first_ones_with_the_reason():
    people = [customer(f"c{n}", consent_given_on=None) for n in range(7)]
    asked = [contact(f"c{n}", datetime(2026, 3, 2, 8, n), "in") for n in range(7)]
    said = told(shop(people, [], asked))
    assert (
        "Please note: an inquiry of customer c0 is unanswered but left out. No consent on record"
        " (purpose: orders and service). Ask for consent first."
    ) in said
    assert "2 more unanswered inquiries are left out for want of consent: customer c5, c6." in said


def test_the_same_in_chinese_has_its_full_stop():
    asked = contact("a", datetime(2026, 3, 2, 8), "in")
    said = told(shop([customer("a", consent_given_on=None)], [], [asked], "zh"), "zh")
    assert any("用途：订单与售后）。请先取得同意。" in line for line in said)


def test_odd_words_in_done_are_named_by_sheet_and_row(monkeypatch):
    host = shop([customer("a")], OLD)
    made(host)
    book = host.read()
    book[schema.owner_table(owner_code("Anna"))].columns["done"] = ["half"]
    monkeypatch.setattr(host, "read", lambda: book)
    said = told(host)
    assert any("Done holds other words" in line and "(row 5)" in line for line in said)
    monkeypatch.undo()
    assert not any("Done holds other words" in line for line in told(host))


def test_rows_of_contacts_without_a_time_are_named_and_a_long_list_is_cut():
    host = shop([customer("a")], [], [contact("a", None) for _ in range(7)])
    assert any("(row 5, 6, 7, 8, 9, …)" in line for line in told(host))


def test_a_year_whose_shifted_days_are_unknown_is_told_for_china_only():
    for country, expected in (("CN", True), ("US", False)):
        host = shop([customer("a")], settings={"working_country": country})
        said = told(host, as_of=date(2090, 3, 1))
        assert any("shifted working days of 2090" in line for line in said) == expected


@pytest.mark.parametrize("day", [date(2026, 3, 1), date(2026, 3, 2)])
def test_a_refresh_of_another_day_is_told(day):
    host = shop([customer("a")])
    host.tables["refresh_log"]["analysis_date"] = [day]
    for name, cells in host.tables["refresh_log"].items():
        host.tables["refresh_log"][name] = cells or [None]
    said = any("was last refreshed for 2026-03-01" in line for line in told(host))
    assert said == (day == date(2026, 3, 1))
