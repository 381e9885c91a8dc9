"""Lines that are done become contacts: once, with everything that was typed."""

from datetime import date, datetime

import pytest

from tests.xl_addin.commands.follow_up.shop import (
    AS_OF,
    contact,
    customer,
    lines,
    made,
    refused,
    shop,
)
from xl_addin import schema

OLD = [("a", date(2025, 6, 1), 600), ("a", date(2025, 6, 2), 600)]


def by_hand(host, **cells):
    """A line somebody writes below the others."""
    table = host.tables["follow_up"]
    for name, column in table.items():
        column.append(cells.get(name))


def do_all(host):
    table = host.tables["follow_up"]
    table["done"] = [True] * len(table["item"])
    return made(host)


def test_numbers_in_own_columns_are_told_as_they_were_typed_and_a_zero_is_no_blank():
    host = shop([customer("a")], OLD)
    made(host)
    own = {
        "Offered": [0],
        "Phone 2": [13800138000.0],
        "Next": [datetime(2026, 4, 1)],
        "Left": [" "],
    }
    host.tables["follow_up"] |= own
    do_all(host)
    (entry,) = lines(host, "contacts")
    assert entry["note"] == "Offered: 0 / Phone 2: 13800138000 / Next: 2026-04-01"


def test_what_was_written_into_our_columns_of_a_line_by_hand_is_entered_too():
    host = shop([customer("a")])
    made(host)
    by_hand(
        host, customer_id="a", why="met at the fair", what_to_do="send a quote", result_note="ok"
    )
    do_all(host)
    (entry,) = lines(host, "contacts")
    assert entry["note"] == "ok / met at the fair / send a quote"


def test_the_same_words_by_hand_a_month_later_are_entered_again():
    host = shop([customer("a")])
    for _ in range(2):
        made(host)
        by_hand(host, customer_id="a", result_note="newsletter sent", done=True)
        made(host)
    assert [row["note"] for row in lines(host, "contacts")] == ["newsletter sent"] * 2
    assert len({row["contact_id"] for row in lines(host, "contacts")}) == 2


def test_two_inquiries_of_one_day_without_a_time_are_told_apart_by_their_threads():
    asked = [contact("a", datetime(2026, 3, 2), "in", thread=one, topic=one) for one in "TU"]
    host = shop([customer("a")], [], asked)
    made(host)
    assert len(lines(host)) == 2
    place = next(n for n, one in enumerate(lines(host)) if "About: U" in one["why"])
    host.tables["follow_up"]["done"][place] = True
    made(host)
    assert lines(host, "contacts")[-1]["thread"] == "U"
    assert ["About: T" in one["why"] for one in lines(host)] == [True]


def test_an_answer_is_never_entered_before_its_question():
    asked = contact("a", datetime(2026, 3, 2, 22), "in")
    host = shop([customer("a")], [], [asked])
    made(host)
    do_all(host)
    assert lines(host, "contacts")[-1]["contacted_at"] == datetime(2026, 3, 2, 22)


def test_other_entries_carry_closing_time_owner_and_the_channel_the_customer_likes():
    host = shop([customer("a", preferred_channel="email")], OLD, settings={"closing_time": "17:30"})
    made(host)
    do_all(host)
    (entry,) = lines(host, "contacts")
    assert entry["contacted_at"] == datetime(2026, 3, 2, 17, 30)
    assert (entry["channel"], entry["person"], entry["topic"]) == ("email", "Anna", "Recall")


def test_an_entry_of_nobodys_customer_says_that_it_comes_from_a_sheet():
    host = shop([customer("a", owner=None)], OLD)
    made(host)
    do_all(host)
    assert lines(host, "contacts")[0]["person"] == "Follow-up sheet"


@pytest.mark.parametrize("column", ["note", "outcome", "thread", "channel"])
def test_without_a_column_to_write_into_nothing_is_entered_and_nothing_leaves(column, monkeypatch):
    host = shop([customer("a")], OLD)
    made(host)
    made(host)  # nothing to enter: the column is not needed
    host.tables["follow_up"]["done"] = [True]
    book = host.read()
    del book["contacts"].columns[column]
    monkeypatch.setattr(host, "read", lambda: book)
    assert schema.caption("contacts", column, "en") in refused(host)


def test_a_line_done_after_its_customer_left_the_table_is_still_entered():
    host = shop([customer("a")], OLD)
    made(host)
    host.tables["customers"]["customer_id"] = ["b"]
    host.tables["follow_up"]["result_note"] = ["bought elsewhere"]
    do_all(host)
    (entry,) = lines(host, "contacts")
    assert (entry["customer_id"], entry["note"]) == ("a", "bought elsewhere")


def test_the_contacts_come_with_a_sheet_of_their_own_where_it_was_deleted():
    host = shop([customer("a")], OLD)
    made(host)
    del host.tables["contacts"]
    changes = do_all(host)
    assert changes.new_sheets["contacts"] == "Contacts"
    assert len(changes.tables["contacts"].append["contact_id"]) == 1


def test_entered_in_the_past_it_stands_at_the_day_asked_for():
    host = shop([customer("a")], OLD)
    made(host)
    host.tables["follow_up"]["done"] = [True]
    made(host, date(2026, 2, 27))
    assert lines(host, "contacts")[0]["contacted_at"].date() == date(2026, 2, 27) < AS_OF


def test_an_id_that_is_in_the_contacts_is_not_entered_again_from_an_older_state_of_the_sheet():
    host = shop([customer("a")], OLD)
    made(host)
    host.tables["follow_up"]["done"] = [True]
    before = host.tables["follow_up"]
    made(host)
    host.tables["follow_up"] = before
    made(host)
    assert len(lines(host, "contacts")) == 1
    assert lines(host) == []
